//! A file that is mounted by itself, as `docker -v ./service.db:/data/service.db` does it: SQLite
//! keeps its log beside the name, which is another folder than the file's own. Who opens it there
//! and who opens it here have a log each, the one in a container is gone with it, and when both
//! come home the file is broken.

use callout_core::error::{Door, Error};
use std::path::Path;

/// Refuses it, to be read as well: the newest commands may stand beside the file itself.
pub(super) fn is_in_its_folder(path: &Path, name: &str) -> Result<(), Error> {
    match is_mounted(path) {
        true => Err(Door::Mounted { store: name.to_owned() }.into()),
        false => Ok(()),
    }
}

/// Whether something is mounted at that very name. Kernels before 5.8 do not tell.
#[cfg(target_os = "linux")]
fn is_mounted(path: &Path) -> bool {
    use std::ffi::CString;
    use std::mem::MaybeUninit;
    use std::os::unix::ffi::OsStrExt;
    let Ok(path) = CString::new(path.as_os_str().as_bytes()) else { return false };
    let mut told = MaybeUninit::<libc::statx>::zeroed();
    // SAFETY: the path ends with a zero, and there is room for what is told; it opens nothing.
    let done = unsafe { libc::statx(libc::AT_FDCWD, path.as_ptr(), 0, 0, told.as_mut_ptr()) };
    if done != 0 {
        return false;
    }
    // SAFETY: it consists of numbers, for which all zeros are a value, and was filled in.
    let told = unsafe { told.assume_init() };
    let root = libc::STATX_ATTR_MOUNT_ROOT as u64;
    told.stx_attributes_mask & told.stx_attributes & root != 0
}

/// Not told elsewhere.
#[cfg(not(target_os = "linux"))]
fn is_mounted(_path: &Path) -> bool {
    false
}
