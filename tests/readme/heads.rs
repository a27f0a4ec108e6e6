//! What docs/heads.md shows of Rust is what stands in `opened`, and it notices an older file.

use std::path::Path;
use uuid::Uuid;

type Opened<T> = Result<T, Box<dyn std::error::Error>>;

/// Written so that they are not what they name.
const BEGINS: &str = concat!("    // HEADS", " begins\n");
const ENDS: &str = concat!("    // HEADS", " ends\n");

/// The lines between the marks are those of the page.
#[rustfmt::skip]
fn opened(path: &Path, heads: &Path, company: Uuid, me: Uuid) -> Opened<callout::engine::Engine> {
    // HEADS begins
    use callout::{access::Actor, engine::Engine, journal::Head};
    use serde_json::{from_str, json};
    use std::{fs::File, io::Write};

    let kept = File::options().create(true).read(true).append(true).open(heads)?; // on another disk
    let newest = std::io::read_to_string(&kept)?
        .lines()
        .filter_map(|line| line.strip_prefix(&format!("{company} ")))
        .filter_map(|head| from_str::<Head>(head).ok())
        .max_by_key(|head| head.count);

    let engine: Engine = callout::open(path)?;
    let report = engine.session(company, Actor::manager(me)).verify(newest)?;
    if !report.clean {
        return Err(format!("set back, or worse: {:?}", report.problems).into());
    }
    engine.after_commit(move |company, head| {                // on whichever thread executed
        let line = format!("\n{company} {}\n", json!(head));    // apart from one that was torn
        if let Err(why) = (&kept).write_all(line.as_bytes()) { // the command is done all the same
            eprintln!("{company} {head:?} was not kept: {why}");
        }
    });
    // HEADS ends
    Ok(engine)
}

#[test]
fn a_file_that_was_set_back_is_not_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let ids = super::Ids { company: Uuid::now_v7(), me: Uuid::now_v7(), karel: Uuid::now_v7() };
    super::furnished(&at("service.db"), ids).expect("a company");
    let open = |path: &Path| opened(path, &at("heads.txt"), ids.company, ids.me);
    for name in ["Kovo", "Hruška"] {
        let engine = open(&at("service.db")).expect("a sound file");
        if name == "Hruška" {
            engine.backup(at("older.db"), |_| true).expect("a backup");
        }
        let name = Some(name.to_owned());
        let create = callout::customer::Create { name, ..Default::default() };
        let manager = engine.session(ids.company, callout::access::Actor::manager(ids.me));
        manager.create(create).expect("a customer");
    }
    let heads = std::fs::read_to_string(at("heads.txt")).expect("heads");
    assert_eq!(heads.split_whitespace().filter(|word| word.starts_with("{")).count(), 2);
    // The disk was full, or the power went.
    std::fs::write(at("heads.txt"), heads + &ids.company.to_string() + " {\"count\": 9, \"ha")
        .expect("a torn line");
    drop(open(&at("service.db")).expect("a sound file"));
    let why = open(&at("older.db")).err().expect("the last command is missing").to_string();
    assert!(why.contains("does not hold the head that was kept"), "{why}");
}

#[test]
fn the_page_tells_just_that() {
    let told = super::between(include_str!("heads.rs"), BEGINS, ENDS);
    assert_eq!(super::shown(include_str!("../../docs/heads.md")), told);
}
