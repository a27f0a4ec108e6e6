//! Another copy of SQLite in this process, on the same file; and what one that left took along.
//!
//! Two copies do not know of each other, and each drops the other's locks when it closes the file:
//! what was acknowledged gets lost, and the file broken. A copy of SQLite keeps exactly one
//! descriptor on the index of the log, `-shm`, however many connections it has; so two of them
//! there are two copies. They are counted where the system lists them, which opens nothing.
//!
//! SQLite's locks belong to a process and a file, whichever descriptor they were taken by, and any
//! descriptor that is closed drops them. Linux also has locks that belong to one open descriptor:
//! they stand until that one is closed, and hold off other descriptors of the same process too. So
//! the two locks that SQLite keeps as long as the file is open are taken once more in that way.
//! With them nobody, inside or outside, can take himself for the last one and delete the log, or
//! for the first one and cut its index under our feet. Taking what one has changes nothing, so it
//! is done before each write, and the common locks are taken again that somebody dropped.
//!
//! Nothing holds another copy off that writes while we do. But when it closes the file, a common
//! lock of ours that nobody else knows is gone too: so it is noticed before OK is said.

use super::open::FLAGS;
use super::raw::File;
use super::turn::Deadline;
use super::watch::{Identity, beside};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Above so many descriptors they are not counted for each transaction.
const MANY: usize = 1_000;
/// But this often.
const REST: Duration = Duration::from_secs(1);
/// Another copy opens three files and closes none: as long as the number of descriptors is the same
/// and nobody closed the file, they are listed only so often. Who opens three while somebody else
/// closes three is seen that much later.
const CALM: Duration = Duration::from_millis(50);

pub(super) struct Copies {
    database: Identity,
    shm: PathBuf,
    seen: Mutex<Seen>,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    /// When there were last found to be many.
    many: Option<Instant>,
    /// Our descriptors of the database and of the index. SQLite closes none of the first while a
    /// connection is open, and there is one of the second.
    ours: Option<(i32, i32)>,
    /// When they were seen last, and how many descriptors there were at all.
    at: Option<(Instant, u64)>,
}

/// Who has the file open in this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Company {
    /// Not known, or not asked so soon again.
    Unknown,
    /// Our copy of SQLite, with its locks.
    Alone,
    /// Our copy stands on an index that has its name no more, or cannot have its locks again.
    Lost,
    /// Another copy.
    Other,
}

impl Copies {
    pub(super) fn of(database: Identity, shm: PathBuf) -> Copies {
        Copies { database, shm, seen: Mutex::default() }
    }

    /// Before the last connection is closed: SQLite tidies up as the last one only if nobody, and
    /// so we ourselves not, holds it off.
    pub(super) fn let_go(&self) {
        system::let_go(self.database, &self.shm);
    }

    pub(super) fn look(&self) -> Company {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.many.is_some_and(|at| at.elapsed() < REST) {
            return match seen.ours {
                Some((database, shm)) if !system::hold(database, shm) => Company::Lost,
                _ => Company::Unknown,
            };
        }
        if let (Some((at, all)), Some((database, shm))) = (seen.at, seen.ours)
            && at.elapsed() < CALM
            && system::count() == Some(all)
            && system::undisturbed(database, shm, false)
        {
            return if system::hold(database, shm) { Company::Alone } else { Company::Lost };
        }
        let Some(standing) = system::standing(self.database, &self.shm) else {
            return Company::Unknown;
        };
        seen.many = (standing.all > MANY).then(Instant::now);
        seen.ours = None;
        match (standing.shm.as_slice(), standing.database) {
            ([shm], Some(database)) if system::hold(database, *shm) => {
                seen.ours = Some((database, *shm));
                seen.at = system::count().map(|all| (Instant::now(), all));
                Company::Alone
            }
            ([_, _, ..], _) => Company::Other,
            _ => Company::Lost,
        }
    }
}

impl Copies {
    /// Whether nobody has closed the file since it was looked at. `writing`: whether the lock of
    /// the one who writes stands too.
    pub(super) fn undisturbed(&self, writing: bool) -> bool {
        let seen = *self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.ours.is_none_or(|(database, shm)| system::undisturbed(database, shm, writing))
    }
}

/// What was opened to ask with where the answer was yes: closing it would drop the locks of the
/// other copy. It is asked with again; one for each file, and process.
static ASKED: Mutex<Vec<(u32, Identity, Connection)>> = Mutex::new(Vec::new());

/// Another process may be in the way as well, but not so often.
const ENOUGH: u32 = 20;

/// Whether another copy of SQLite in this process has a file open, before ours opens it: reading it
/// already, ours would take itself for the first one, and closing it for the last.
///
/// One copy has one descriptor on the index of the log, and a common lock on the file as long as
/// one of its connections stands. So if there is one, and who asks for that lock is held off, then
/// the lock and the descriptor are not of our copy.
pub(super) fn is_open_elsewhere(path: &Path, deadline: Deadline) -> rusqlite::Result<bool> {
    let Ok(file) = std::fs::metadata(path) else { return Ok(false) };
    let file = Identity::of(&file);
    let indexes = || system::standing(file, &beside(path, "-shm")).map_or(0, |it| it.shm.len());
    match indexes() {
        0 => return Ok(false),
        1 => {}
        _ => return Ok(true),
    }
    let mut asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner);
    let process = std::process::id();
    let before = asked.iter().position(|it| (it.0, it.1) == (process, file));
    let connection = match before {
        Some(at) => asked.swap_remove(at).2,
        None => Connection::open_with_flags(path, FLAGS)?,
    };
    let shares = || File::database(&connection).is_none_or(|file| file.shares());
    let mut held_off = 0;
    while held_off < ENOUGH && system::CAN_HOLD_OFF && !deadline.left().is_zero() {
        match system::while_held_off(file, shares) {
            Some(true) => break,
            Some(false) => held_off += 1,
            // Another process is about to write there at this moment.
            None => {}
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let other = held_off == ENOUGH && indexes() > 0;
    if other {
        asked.push((process, file, connection));
    }
    Ok(other)
}

#[cfg(target_os = "linux")]
mod system {
    use super::Identity;
    use std::path::Path;

    /// Descriptors of this process.
    pub(super) struct Standing {
        /// How many there are at all.
        pub(super) all: usize,
        /// Those on the index of the log.
        pub(super) shm: Vec<i32>,
        /// One on the database.
        pub(super) database: Option<i32>,
    }

    /// How many descriptors there are, where the system says so (Linux since 6.2).
    pub(super) fn count() -> Option<u64> {
        let listed = std::fs::metadata("/proc/self/fd").ok()?;
        Some(listed.len()).filter(|count| *count > 0)
    }

    /// All descriptors, with the file that each stands on.
    fn listed() -> Option<impl Iterator<Item = (i32, Option<Identity>)>> {
        let listed = std::fs::read_dir("/proc/self/fd").ok()?.flatten();
        let numbers = listed.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        Some(numbers.map(|number| (number, behind(number))))
    }

    pub(super) fn standing(database: Identity, shm: &Path) -> Option<Standing> {
        let shm = std::fs::metadata(shm).map(|file| Identity::of(&file)).ok();
        let mut standing = Standing { all: 0, shm: Vec::new(), database: None };
        for (number, file) in listed()? {
            standing.all += 1;
            if file.is_some() && file == shm {
                standing.shm.push(number);
            }
            if file == Some(database) && standing.database.is_none() {
                standing.database = Some(number);
            }
        }
        Some(standing)
    }

    /// Which file a descriptor stands on. To ask for it by its name in the list would take ten
    /// times as long, before each write.
    fn behind(descriptor: i32) -> Option<Identity> {
        let mut file = std::mem::MaybeUninit::<libc::stat64>::uninit();
        // SAFETY: a place for what is told. Any number may be asked for: one that is no
        // descriptor, or no longer, is an error.
        let told = unsafe { libc::fstat64(descriptor, file.as_mut_ptr()) };
        // SAFETY: it was filled where the system said so.
        let file = (told == 0).then(|| unsafe { file.assume_init() })?;
        Some(Identity::told(file.st_dev, file.st_ino))
    }

    /// Where SQLite locks, by its file format: all bytes that readers of the database share, and
    /// the one of the index by which the next one sees that somebody uses it.
    const SHARED: (libc::off_t, libc::off_t) = (0x4000_0002, 510);
    const IN_USE: (libc::off_t, libc::off_t) = (128, 1);

    const WRITING: (libc::off_t, libc::off_t) = (120, 1);

    /// Where one waits who wants the common lock of the database and has none.
    const PENDING: (libc::off_t, libc::off_t) = (0x4000_0000, 1);

    pub(super) const CAN_HOLD_OFF: bool = true;

    /// Does something while nobody can get the common lock who has none; nothing where that cannot
    /// be had now.
    pub(super) fn while_held_off<T>(database: Identity, work: impl FnOnce() -> T) -> Option<T> {
        let (number, _) = listed()?.find(|(_, file)| *file == Some(database))?;
        let lock = |kind| lock(number, libc::F_OFD_SETLK, kind, PENDING);
        if !lock(libc::F_WRLCK) {
            return None;
        }
        let done = work();
        lock(libc::F_UNLCK);
        Some(done)
    }

    /// A byte that SQLite locks never, and no other process: whoever closes the file drops this.
    fn own_byte() -> (libc::off_t, libc::off_t) {
        let process = (std::process::id() & 0x00FF_FFFF) as libc::off_t;
        (0x4100_0000 + process, 1)
    }

    pub(super) fn undisturbed(database: i32, shm: i32, writing: bool) -> bool {
        stands(database, own_byte()) && (!writing || stands(shm, WRITING))
    }

    /// Has the locks once more; `false` where somebody else has them for himself.
    pub(super) fn hold(database: i32, shm: i32) -> bool {
        let both = [(database, SHARED), (shm, IN_USE)].into_iter().all(|(descriptor, range)| {
            // The first is not known everywhere; then only the second stands, as ever.
            lock(descriptor, libc::F_OFD_SETLK, libc::F_RDLCK, range)
                && lock(descriptor, libc::F_SETLK, libc::F_RDLCK, range)
        });
        both && lock(database, libc::F_SETLK, libc::F_RDLCK, own_byte())
    }

    pub(super) fn let_go(database: Identity, shm: &Path) {
        let shm = std::fs::metadata(shm).map(|file| Identity::of(&file)).ok();
        for (number, file) in listed().into_iter().flatten() {
            for (held, range) in [(Some(database), SHARED), (shm, IN_USE)] {
                if file.is_some() && file == held {
                    lock(number, libc::F_OFD_SETLK, libc::F_UNLCK, range);
                }
            }
        }
    }

    fn told(kind: libc::c_int, range: (libc::off_t, libc::off_t)) -> libc::flock {
        libc::flock {
            l_type: kind as libc::c_short,
            l_whence: libc::SEEK_SET as libc::c_short,
            l_start: range.0,
            l_len: range.1,
            l_pid: 0,
        }
    }

    /// Whether a common lock of this process stands: it is in the way of one of a descriptor.
    fn stands(descriptor: i32, range: (libc::off_t, libc::off_t)) -> bool {
        let mut lock = told(libc::F_WRLCK, range);
        // SAFETY: the system reads the lock, and writes into it what is in its way.
        let asked = unsafe { libc::fcntl(descriptor, libc::F_OFD_GETLK, &raw mut lock) };
        let none = libc::c_int::from(lock.l_type) == libc::F_UNLCK;
        // Where this cannot be asked, nothing is known against it.
        asked != 0 || (!none && u32::try_from(lock.l_pid) == Ok(std::process::id()))
    }

    fn lock(
        descriptor: i32,
        command: libc::c_int,
        kind: libc::c_int,
        range: (libc::off_t, libc::off_t),
    ) -> bool {
        let lock = told(kind, range);
        // SAFETY: the system reads the lock. A descriptor that was closed since it was looked at
        // is an error; nobody closes these while a connection of ours is open.
        let held = unsafe { libc::fcntl(descriptor, command, &raw const lock) };
        let why = std::io::Error::last_os_error().raw_os_error();
        // A file system without such locks has none that could be lost.
        held == 0 || !matches!(why, Some(libc::EAGAIN | libc::EACCES))
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use super::Identity;

    pub(super) struct Standing {
        pub(super) all: usize,
        pub(super) shm: Vec<i32>,
        pub(super) database: Option<i32>,
    }

    pub(super) fn standing(_database: Identity, _shm: &std::path::Path) -> Option<Standing> {
        None
    }

    pub(super) fn hold(_database: i32, _shm: i32) -> bool {
        true
    }

    pub(super) fn count() -> Option<u64> {
        None
    }

    pub(super) fn undisturbed(_database: i32, _shm: i32, _writing: bool) -> bool {
        true
    }

    pub(super) fn let_go(_database: Identity, _shm: &std::path::Path) {}

    pub(super) const CAN_HOLD_OFF: bool = false;

    pub(super) fn while_held_off<T>(_database: Identity, _work: impl FnOnce() -> T) -> Option<T> {
        None
    }
}
