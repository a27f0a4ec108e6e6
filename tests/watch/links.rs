//! A second name of the file (a hard link): SQLite would keep another log beside it.

use super::child::{beside, everything, existing, open, open_with, refusal};
use crate::support::{skip::skipped, world};
use callout::adapters::store::sqlite::Settings;
use callout::error::Status;
use std::path::{Path, PathBuf};

fn second_name(path: &Path) -> PathBuf {
    let second = path.with_extension("snapshot");
    std::fs::hard_link(path, &second).unwrap();
    second
}

fn reading() -> Settings {
    Settings { read_only: true, ..Settings::default() }
}

#[test]
fn a_file_with_two_names_is_opened_under_neither() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let second = second_name(&path);
    let before = everything(folder.path());
    for (name, settings) in
        [(&path, Settings::default()), (&second, Settings::default()), (&second, reading())]
    {
        let refused = open_with(name, settings).map(drop).unwrap_err();
        assert_eq!((refused.code(), refused.status()), ("STORE-LINK-01", Status::Refused));
        assert_eq!(everything(folder.path()), before);
    }
    // A copy of its own is what was wanted.
    let copy = path.with_extension("copy");
    std::fs::copy(&second, &copy).unwrap();
    world::assert_clean(&open(&copy));
    std::fs::remove_file(&second).unwrap();
    world::assert_clean(&open(&path));
}

#[test]
fn a_link_that_only_leads_to_the_name_is_the_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let way = folder.path().join("way");
    std::os::unix::fs::symlink(&path, &way).unwrap();
    let (engine, other) = (open(&path), open(&way));
    for (n, engine) in [&engine, &other, &engine].into_iter().enumerate() {
        engine.execute(&world::draft(&format!("Kompresor {n}"))).unwrap();
    }
    let head = |engine: &callout::engine::Engine| {
        engine.session(world::company(), world::manager()).head().unwrap()
    };
    assert_eq!(head(&engine), head(&other));
    assert!(beside(&path, "-wal").exists());
}

/// Whoever opened the new name would write where nobody here looks.
#[test]
fn while_there_is_a_second_name_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let engine = open(&path);
    let (before, during) = (world::draft("Kompresor"), world::draft("Lis"));
    let first = engine.execute(&before).unwrap();
    let second = second_name(&path);
    assert_eq!(engine.execute(&during).unwrap_err().code(), "STORE-LINK-01");
    assert_eq!(refusal(&second, Settings::default()), "STORE-LINK-01");
    // What stands there can be read.
    world::get(&engine, &world::manager(), "activity", first.target).unwrap();
    std::fs::remove_file(&second).unwrap();
    engine.execute(&during).unwrap();
    assert_eq!(engine.execute(&before).unwrap(), first);
    world::assert_clean(&engine);
}

const MOUNTED: &str = "CALLOUT_MOUNTED_FILE";

#[test]
#[ignore = "run by the test below, where the file is mounted by itself"]
fn child_beside_whom_no_log_would_lie() {
    let Some(path) = std::env::var_os(MOUNTED).map(PathBuf::from) else { return };
    for settings in [Settings::default(), reading()] {
        assert_eq!(refusal(&path, settings), "STORE-LINK-02");
    }
    assert!(!beside(&path, "-wal").exists(), "nothing was made beside it");
}

/// As a container has it: the file alone, and its log beside another name.
#[test]
fn a_file_that_is_mounted_by_itself_is_not_opened() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (path, mounted) = (existing(folder.path()), other.path().join("service.db"));
    std::fs::write(&mounted, "").unwrap();
    let test = std::env::current_exe().unwrap();
    let child = "watch::links::child_beside_whom_no_log_would_lie";
    let script = "mount --bind \"$1\" \"$2\" || exit 99; exec \"$3\" --exact \"$4\" --ignored";
    let ran = std::process::Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"])
        .args([&path, &mounted, &test])
        .arg(child)
        .env(MOUNTED, &mounted)
        .output();
    match ran {
        Ok(ran) if ran.status.success() => {
            assert!(String::from_utf8_lossy(&ran.stdout).contains("1 passed"), "{ran:?}");
        }
        Ok(ran) if ran.status.code() == Some(101) => panic!("{ran:?}"),
        _ => skipped("a_file_that_is_mounted_by_itself_is_not_opened", "nothing may be mounted"),
    }
    world::assert_clean(&open(&path));
}

#[test]
fn a_backup_is_as_closed_as_its_store() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    for (of_the_store, of_the_copy) in [(0o600, 0o600), (0o640, 0o640), (0o444, 0o644)] {
        std::fs::set_permissions(&path, PermissionsExt::from_mode(of_the_store)).unwrap();
        let target = folder.path().join(format!("copy-{of_the_store:o}.db"));
        let mut seen = Vec::new();
        let engine = open_with(&path, reading()).unwrap();
        let look = |_: callout::port::store::Progress| {
            let files = std::fs::read_dir(folder.path()).unwrap().flatten();
            let copies =
                files.filter(|it| it.file_name().to_string_lossy().contains(".unfinished"));
            seen.extend(copies.map(|it| mode(&it.path())));
            true
        };
        engine.backup(&target, look).unwrap();
        assert!(!seen.is_empty() && seen.iter().all(|mode| *mode == of_the_copy), "{seen:?}");
        assert_eq!(mode(&target), of_the_copy);
    }
}

#[test]
fn a_backup_has_one_name_as_soon_as_it_has_one() {
    use std::os::unix::fs::MetadataExt;
    let (folder, safe) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let path = existing(folder.path());
    let target = safe.path().join("copy.db");
    open(&path).backup(&target, |_| true).unwrap();
    assert_eq!(std::fs::metadata(&target).unwrap().nlink(), 1);
    world::assert_clean(&open(&target));
}
