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
