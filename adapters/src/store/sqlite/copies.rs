//! Another copy of SQLite in this process, on the same file.
//!
//! Two copies do not know of each other, and each drops the other's locks when it closes the file:
//! what was acknowledged gets lost, and the file broken. A copy of SQLite keeps exactly one
//! descriptor on the index of the log, `-shm`, however many connections it has; so two of them
//! there are two copies. They are counted where the system lists them, which opens nothing.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Above so many descriptors they are not counted for each transaction.
const MANY: usize = 1_000;
/// But this often.
const REST: Duration = Duration::from_secs(1);

pub(super) struct Copies {
    shm: PathBuf,
    /// When there were last found to be many.
    many: Mutex<Option<Instant>>,
}

impl Copies {
    pub(super) fn of(shm: PathBuf) -> Copies {
        Copies { shm, many: Mutex::new(None) }
    }

    /// How many copies of SQLite have the file open; nothing where that is not known.
    pub(super) fn count(&self) -> Option<usize> {
        let mut many = self.many.lock().unwrap_or_else(PoisonError::into_inner);
        if many.is_some_and(|at| at.elapsed() < REST) {
            return None;
        }
        let (copies, all) = standing_on(&self.shm)?;
        *many = (all > MANY).then(Instant::now);
        Some(copies)
    }
}

/// How many descriptors of this process stand on a file, and how many there are at all.
#[cfg(target_os = "linux")]
fn standing_on(file: &std::path::Path) -> Option<(usize, usize)> {
    use super::watch::Identity;
    let listed = std::fs::read_dir("/proc/self/fd").ok()?;
    let wanted = std::fs::metadata(file).map(|file| Identity::of(&file)).ok();
    let (mut standing, mut all) = (0, 0);
    for descriptor in listed.flatten() {
        all += 1;
        let number = descriptor.file_name().to_str().and_then(|number| number.parse().ok());
        let known = number.and_then(behind);
        standing += usize::from(known.is_some() && known == wanted);
    }
    Some((standing, all))
}

/// Which file a descriptor stands on. To ask for it by its name in the list would take ten times
/// as long, before each transaction.
#[cfg(target_os = "linux")]
fn behind(descriptor: i32) -> Option<super::watch::Identity> {
    let mut file = std::mem::MaybeUninit::<libc::stat>::uninit();
    // SAFETY: a place for what is told. Any number may be asked for: one that is no descriptor,
    // or no longer, is an error.
    let told = unsafe { libc::fstat(descriptor, file.as_mut_ptr()) };
    // SAFETY: it was filled where the system said so.
    let file = (told == 0).then(|| unsafe { file.assume_init() })?;
    Some(super::watch::Identity::told(file.st_dev, file.st_ino))
}

#[cfg(not(target_os = "linux"))]
fn standing_on(_file: &std::path::Path) -> Option<(usize, usize)> {
    None
}
