//! A new name that is given over nothing.

use std::io::{ErrorKind, Result};
use std::path::Path;

/// Gives a file another name; `AlreadyExists` where something has it.
pub(super) fn to_a_free_name(file: &Path, name: &Path) -> Result<()> {
    // In one step where the system has one: whoever is killed leaves no file with two names.
    if in_one_step(file, name)? {
        return Ok(());
    }
    match std::fs::hard_link(file, name) {
        // A second name is never given over another file, a changed one is.
        Ok(()) => std::fs::remove_file(file),
        Err(_) if std::fs::symlink_metadata(name).is_ok() => Err(ErrorKind::AlreadyExists.into()),
        // A file system without second names.
        Err(_) => std::fs::rename(file, name),
    }
}

/// Whether it was done; not every file system can, and what else is wrong the slow way tells.
#[cfg(target_os = "linux")]
fn in_one_step(file: &Path, name: &Path) -> Result<bool> {
    use std::ffi::CString;
    use std::os::unix::ffi::OsStrExt;
    let [from, to] = [file, name].map(|path| CString::new(path.as_os_str().as_bytes()));
    let (from, to) = (from?, to?);
    let here = libc::AT_FDCWD;
    // SAFETY: both names end with a NUL and outlive the call, which keeps neither.
    let done = unsafe {
        let (from, to) = (from.as_ptr(), to.as_ptr());
        libc::syscall(libc::SYS_renameat2, here, from, here, to, libc::RENAME_NOREPLACE)
    };
    match std::io::Error::last_os_error() {
        why if done != 0 && why.kind() == ErrorKind::AlreadyExists => Err(why),
        _ => Ok(done == 0),
    }
}

#[cfg(not(target_os = "linux"))]
fn in_one_step(_file: &Path, _name: &Path) -> Result<bool> {
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_the_name_stays() {
        let folder = std::env::temp_dir().join(uuid::Uuid::now_v7().to_string());
        std::fs::create_dir(&folder).unwrap();
        let [new, old, free] = ["new", "old", "free"].map(|name| folder.join(name));
        std::fs::write(&new, "new").unwrap();
        std::fs::write(&old, "old").unwrap();
        let taken = to_a_free_name(&new, &old).unwrap_err();
        assert_eq!(taken.kind(), ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read_to_string(&old).unwrap(), "old");
        to_a_free_name(&new, &free).unwrap();
        assert!(!new.exists());
        assert_eq!(std::fs::read_to_string(&free).unwrap(), "new");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
