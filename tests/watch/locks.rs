//! The lock by which others see that the file is in use stands as long as it is open.

use super::child::{Child, existing};
use crate::support::skip::skipped;
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
        // SQLite's range of shared locks begins behind its two bytes at one gigabyte.
        let shared = |lock: &&String| lock.contains("READ") && lock.contains(" 1073741826 ");
        assert_eq!(locks.iter().filter(shared).count(), 1, "{}: {locks:?}", path.display());
    }
}
