//! The C programs, in an empty folder each; once more under valgrind where it is installed.

use super::workshop::{has, library_folder, plugin, program, program_at, root, run, strict};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Ways in which the test plugin misbehaves, each a macro of `tests/c/plugins/misbehaving.c`.
const MISBEHAVIOURS: [&str; 15] = [
    "NO_ENTRY",
    "LIES_ABI",
    "SHORT_ENTRY",
    "BAD_NAME",
    "FAILS_TO_START",
    "LIES_REVISION",
    "SHORT_FACTORY",
    "REFUSES_SETTINGS",
    "LACKS_LOOK_UP",
    "LACKS_CREATE",
    "LARGE_TABLE",
    "GIVES_RUBBISH",
    "GIVES_TOO_MUCH",
    "GIVES_ERROR",
    "GIVES_HOLE",
];

#[test]
fn the_story_is_told() {
    play("story", &[]);
}

/// The whole service call as the example tells it, from the mail to the invoice.
#[test]
fn the_example_tells_the_whole_story() {
    if !has("cc") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let made = program_at("examples/service_call.c", folder.path());
    let assets = root().join("examples/service_call");
    let mut told = Command::new(made);
    told.arg(assets.join("enquiry.eml")).arg(folder.path()).arg(&assets);
    let said = String::from_utf8(run(&mut told).stdout).expect("UTF-8");
    assert!(said.contains("Truhlářství Borovice s.r.o."), "{said}");
    let left = std::fs::read_dir(folder.path()).expect("a folder").flatten();
    let ends = |ending: &str, path: &Path| path.extension().is_some_and(|e| e == ending);
    let left: Vec<PathBuf> = left.map(|entry| entry.path()).collect();
    for (ending, wanted) in [("pdf", 2), ("docx", 2), ("ics", 1), ("db", 1)] {
        assert_eq!(left.iter().filter(|path| ends(ending, path)).count(), wanted, "{ending}");
    }
    let mails = std::fs::read_dir(folder.path().join("mail")).expect("mails").count();
    assert_eq!(mails, 2);
}

#[test]
fn bad_input_is_refused() {
    play("bad_input", &[]);
}

#[test]
fn a_host_brings_a_register() {
    play("registry", &[]);
}

#[test]
fn heads_are_told_after_each_commit() {
    play("heads", &[]);
}

#[test]
fn mail_comes_and_goes() {
    play("mail", &[]);
}

#[test]
fn several_threads_share_an_engine() {
    play("threads", &[]);
}

/// Needs `fork` and other things of POSIX.
#[test]
#[cfg(unix)]
fn the_file_is_guarded() {
    play("store", &[]);
}

#[test]
fn the_example_of_the_header_runs() {
    play("example", &[]);
}

#[test]
fn plugins_are_loaded_and_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    if !has("cc") {
        return;
    }
    let at = |name: &str| folder.path().join(format!("{name}.so"));
    plugin("examples/plugins/registry_c/registry.c", None, &at("registry"));
    for way in MISBEHAVIOURS.into_iter().chain(["OFFERS_NOTHING", "CALLS_BACK"]) {
        plugin("tests/c/plugins/misbehaving.c", Some(way), &at(way));
    }
    play("plugin", &[folder.path()]);
}

/// The whole of Callout inside one program, without a shared library.
#[test]
#[cfg(target_os = "linux")]
fn it_links_statically() {
    if !has("cc") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let made = folder.path().join("static");
    let mut cc = strict("cc", "c11");
    cc.arg(root().join("tests/c/example.c")).arg(library_folder().join("libcallout.a"));
    run(cc.args(["-lpthread", "-ldl", "-lm", "-o"]).arg(&made));
    run(Command::new(made).current_dir(folder.path()));
}

fn play(name: &str, arguments: &[&Path]) {
    if !has("cc") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let made = program(name, folder.path());
    run(Command::new(&made).args(arguments).current_dir(inside(&folder, "plain")));
    if has("valgrind") {
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--quiet", "--error-exitcode=99", "--leak-check=full"]);
        valgrind.args(["--errors-for-leak-kinds=definite,indirect", "--show-leak-kinds=definite"]);
        valgrind.arg(&made).args(arguments);
        run(valgrind.current_dir(inside(&folder, "valgrind")));
    }
}

fn inside(folder: &tempfile::TempDir, name: &str) -> PathBuf {
    let made = folder.path().join(name);
    std::fs::create_dir(&made).expect("a folder");
    made
}
