//! Memory runs out inside SQLite: told as what it is, whatever is being done, and over as soon as
//! there is some again. The limit is one of the process, so a child of its own has it.

use super::disk::{FOLDER, WORK, opened};
use crate::support::world;
use callout::error::Error;
use rusqlite::ffi::{sqlite3_hard_heap_limit64, sqlite3_memory_used};
use std::path::Path;
use std::process::Command;

/// How much more SQLite may have; nothing says as much as it likes.
fn more(bytes: Option<i64>) {
    // SAFETY: both only read or set a number of SQLite's.
    unsafe {
        sqlite3_hard_heap_limit64(bytes.map_or(0, |bytes| sqlite3_memory_used() + bytes));
    }
}

/// What the other process does.
pub fn without(folder: &Path) {
    let path = folder.join("service.db");
    let engine = opened(&path).unwrap();
    world::founded(&engine);
    let (company, manager) = (world::company(), world::manager());
    let photo = vec![7; 3 << 20];
    let (mut done, mut refused) = (0, [0; 5]);
    for nth in 0..40_i64 {
        let mut tried = 0;
        let mut with_little = |work: &mut dyn FnMut() -> Result<(), Error>| {
            more(Some(nth * nth * 4_000));
            let outcome = work();
            more(None);
            if let Err(error) = &outcome {
                assert_eq!(error.code(), "ENGINE-MEMORY-01", "{tried}: {error:?}");
                refused[tried] += 1;
            }
            tried += 1;
            outcome.is_ok()
        };
        let drafted = with_little(&mut || engine.execute(&world::draft("Lis")).map(drop));
        done += u64::from(drafted);
        with_little(&mut || engine.put_blob(company, &manager, &photo).map(drop));
        with_little(&mut || {
            let report = engine.session(company, manager.clone()).verify(None)?;
            assert!(report.clean, "{report:?}");
            Ok(())
        });
        with_little(&mut || opened(&path).map(drop));
        let target = folder.join(format!("{nth}.db"));
        let kept = with_little(&mut || engine.backup(&target, |_| true));
        assert_eq!(target.exists(), kept);
        // It is over, and nobody's lock is left.
        opened(&path).unwrap().execute(&world::draft("Kompresor")).unwrap();
        done += 1;
    }
    println!("refused: {refused:?}");
    assert!(refused.iter().all(|refused| *refused > 0), "{refused:?}");
    world::assert_clean(&engine);
    assert_eq!(
        engine.session(company, manager.clone()).head().unwrap().count,
        world::FOUNDED + 2 * done
    );
}

#[test]
fn memory_that_runs_out_inside_sqlite_is_told_as_that() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child_on_a_bad_disk", "--ignored", "--nocapture"])
        .env(FOLDER, folder.path())
        .env(WORK, "heap")
        .output()
        .unwrap();
    super::disk::assert_done(&output);
}
