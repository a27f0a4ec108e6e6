//! The lock by which others see that the file is in use stands as long as it is open.

use super::child::{Child, are_there, beside, existing};
use crate::support::{onlooker::Onlooker, skip::skipped};
use std::path::Path;

/// The lines of the kernel's list of locks that are of a process on a file.
#[cfg(target_os = "linux")]
fn locks(process: u32, file: &Path) -> Option<Vec<String>> {
    use std::os::unix::fs::MetadataExt;
    let listed = std::fs::read_to_string("/proc/locks").ok()?;
    let inode = format!(":{}", std::fs::metadata(file).expect("the file").ino());
    let of = listed.lines().filter(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.contains(&process.to_string().as_str())
            && words.iter().any(|word| word.ends_with(&inode))
    });
    Some(of.map(str::to_owned).collect())
}

#[cfg(not(target_os = "linux"))]
fn locks(_process: u32, _file: &Path) -> Option<Vec<String>> {
    None
}

#[test]
fn the_shared_lock_is_on_a_new_and_on_an_existing_file() {
    let folder = tempfile::tempdir().unwrap();
    let fresh = folder.path().join("new.db");
    for path in [fresh, existing(folder.path())] {
        let child = Child::on(&path);
        let Some(locks) = locks(child.id(), &path) else {
            skipped("the_shared_lock", "this system lists no locks");
            return;
        };
        child.end();
        assert_eq!(shared(&locks), 1, "{}: {locks:?}", path.display());
    }
}

/// SQLite's range of shared locks begins behind its two bytes at one gigabyte.
fn shared(locks: &[String]) -> usize {
    let of = |lock: &&String| lock.contains("READ") && lock.contains(" 1073741826 ");
    locks.iter().filter(of).count()
}

/// A host that reads the file by other means drops the locks of its own process.
#[test]
fn a_lock_that_the_host_dropped_is_taken_again_before_the_next_write() {
    let folder = tempfile::tempdir().unwrap();
    let path = existing(folder.path());
    let mut child = Child::on(&path);
    let index = beside(&path, "-shm");
    let (Some(_), Some(before)) = (locks(child.id(), &path), locks(child.id(), &index)) else {
        skipped("a_lock_that_the_host_dropped", "this system lists no locks");
        return;
    };
    child.peek();
    assert_eq!(locks(child.id(), &path).unwrap_or_default(), [""; 0]);
    let (mut done, _) = child.execute(1);
    assert_eq!(shared(&locks(child.id(), &path).unwrap_or_default()), 1);
    let after = locks(child.id(), &index).unwrap_or_default();
    let in_use = |locks: &[String]| locks.iter().any(|lock| lock.ends_with(" 128 128"));
    assert!(in_use(&before) && in_use(&after), "{before:?} {after:?}");
    // So the next one who leaves does not take himself for the last.
    for onlooker in Onlooker::all("a_lock_that_the_host_dropped") {
        onlooker.sees(&path, "SELECT count(*) FROM callout_event");
        let (more, refused) = child.execute(10);
        assert_eq!((more.len(), refused.len()), (10, 0), "{onlooker:?}");
        done.extend(more);
    }
    child.kill();
    assert_eq!(are_there(&path, &done), done.len());
}
