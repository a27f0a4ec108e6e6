//! What a store may be called, and what may stand beside it: SQLite keeps files of its own under
//! the store's name with an ending, and takes what stands there for them.

use super::watch::beside;
use callout_core::error::{Door, Error};
use std::path::Path;

/// What SQLite's own files end with.
const ENDINGS: [&str; 3] = ["-journal", "-wal", "-shm"];

/// A store under such a name would be taken for another one's, and deleted.
pub(super) fn is_its_own(path: &Path, name: &str) -> Result<(), Error> {
    let path = path.as_os_str().as_encoded_bytes();
    let Some(ending) = ENDINGS.iter().find(|ending| path.ends_with(ending.as_bytes())) else {
        return Ok(());
    };
    let reason = format!("SQLite deletes files whose name ends with {ending}; choose another");
    Err(Door::CannotOpen { store: name.to_owned(), reason }.into())
}

/// The first file of SQLite's that stands beside a name.
pub(super) fn left_beside(path: &Path) -> Option<&'static str> {
    ENDINGS.into_iter().find(|ending| std::fs::symlink_metadata(beside(path, ending)).is_ok())
}

/// Another name of the file has a log of its own: what is written under one name is not seen under
/// the other, and when both logs come home the file is broken. Nor may it be read so: the newest
/// commands may stand beside the other name.
pub(super) fn is_the_only_one(path: &Path, name: &str) -> Result<(), Error> {
    match std::fs::metadata(path) {
        Ok(file) if file.is_file() && names_of(&file) > 1 => {
            Err(Door::SecondName { store: name.to_owned(), names: names_of(&file) }.into())
        }
        _ => Ok(()),
    }
}

#[cfg(unix)]
fn names_of(file: &std::fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(file)
}

/// Not told elsewhere.
#[cfg(not(unix))]
fn names_of(_file: &std::fs::Metadata) -> u64 {
    1
}

/// A log whose file is gone holds commands that were acknowledged: a new file beside it would have
/// it deleted. Looked at before the file, since who makes a new one writes the file first.
pub(super) fn has_its_file(path: &Path, name: &str) -> Result<(), Error> {
    let bytes = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len());
    let log = bytes(&beside(path, "-wal"));
    if log == 0 || bytes(path) > 0 {
        return Ok(());
    }
    let reason = format!(
        "the file is not there, and beside it is a log of {log} bytes with newer commands. Put the \
         file back to its -wal, or move -wal and -shm away"
    );
    Err(Door::BrokenStore { store: name.to_owned(), reason }.into())
}
