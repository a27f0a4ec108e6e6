//! Whether the log holds what its index says.
//!
//! Somebody may cut the log short, empty it, or write another one over it, while it is open: it is
//! the same file then, and SQLite goes on by its index, which is in memory. What it adds stands
//! behind a hole, or behind what is not its own, and is gone as soon as the file is opened anew.
//!
//! Whoever may empty the log, or begin it anew, says so in the index first, with other salts; who
//! adds to it says so last. So as long as the index stays the same, the log must be what the index
//! says: that long, its last frame with that checksum under these salts. And a frame that was once
//! committed stays as it is until the salts change. What is asked, then, are a few bytes: of the
//! beginning, of the last commit, and of the one that was last looked at. Bytes in between that
//! somebody changes are not seen here; `verify` sees them.

use super::raw::{File, Head};
use rusqlite::Connection;
use std::sync::atomic::{Ordering, fence};
use std::sync::{Mutex, PoisonError};

/// The only form of an index that there has ever been.
const FORM: u32 = 3_007_000;
/// Of the log, and of each frame in it.
const LOG_HEAD: u64 = 32;
const FRAME_HEAD: u64 = 24;
/// So often others may write between two looks before it is left to them to look.
const ROUNDS: u32 = 16;

/// What the index says of the log.
#[derive(Clone, Copy, PartialEq)]
struct Index(Head);

impl Index {
    /// Nothing where somebody is writing it.
    fn read(database: &File<'_>) -> Option<Index> {
        let [first, second] = database.index()?;
        fence(Ordering::SeqCst);
        (first == second && first[0] == FORM).then_some(Index(first))
    }

    fn frames(&self) -> u32 {
        self.0[4]
    }

    /// Of one page, as the second half of a word of which either half may stand first.
    fn page_bytes(&self) -> u64 {
        let bytes = self.0[3].to_ne_bytes();
        let kept = u64::from(u16::from_ne_bytes([bytes[2], bytes[3]]));
        (kept & 0xFE00) | ((kept & 1) << 16)
    }

    /// As they stand in the log, too.
    fn salts(&self) -> [u8; 8] {
        joined(self.0[8].to_ne_bytes(), self.0[9].to_ne_bytes())
    }

    /// The pages of the database after the last commit, and the checksum over all frames, as the
    /// last one has them.
    fn last(&self) -> ([u8; 4], [u8; 8]) {
        let checksum = joined(self.0[6].to_be_bytes(), self.0[7].to_be_bytes());
        (self.0[5].to_be_bytes(), checksum)
    }

    fn frame_bytes(&self) -> u64 {
        FRAME_HEAD + self.page_bytes()
    }

    /// Where a frame begins; the first one is 1.
    fn place(&self, frame: u32) -> u64 {
        LOG_HEAD + u64::from(frame.saturating_sub(1)) * self.frame_bytes()
    }
}

fn joined(first: [u8; 4], second: [u8; 4]) -> [u8; 8] {
    let mut both = [0; 8];
    both[..4].copy_from_slice(&first);
    both[4..].copy_from_slice(&second);
    both
}

/// The last frame of a commit.
#[derive(Clone, Copy, PartialEq)]
struct Commit {
    frame: u32,
    head: [u8; FRAME_HEAD as usize],
}

impl Commit {
    fn salts(&self) -> &[u8] {
        &self.head[8..16]
    }
}

/// A log that is looked at.
#[derive(Default)]
pub(super) struct Log {
    /// The newest commit that was seen.
    seen: Mutex<Option<Commit>>,
}

impl Log {
    /// Whether the log is the one that SQLite works with, as far as a look can tell. Takes no lock
    /// of SQLite's, and some microseconds.
    pub(super) fn is_whole(&self, connection: &Connection) -> bool {
        let (Some(database), Some(log)) = (File::database(connection), File::log(connection))
        else {
            return true;
        };
        // One at a time: what was seen must not be put back to something older.
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        for _ in 0..ROUNDS {
            let Some(index) = Index::read(&database) else { continue };
            let found = found(&log, &index, seen.as_ref());
            fence(Ordering::SeqCst);
            if Index::read(&database) == Some(index) {
                return found.inspect(|found| *seen = *found).is_some();
            }
        }
        true
    }
}

/// The last commit, where there is one; nothing at all where the log is another one.
fn found(log: &File<'_>, index: &Index, seen: Option<&Commit>) -> Option<Option<Commit>> {
    if index.frames() == 0 {
        return Some(None);
    }
    let begins: [u8; LOG_HEAD as usize] = log.read(0)?;
    let frame = index.frames();
    let commit = Commit { frame, head: log.read(index.place(frame))? };
    let (pages, checksum) = index.last();
    let is_last = commit.head[4..8] == pages && commit.head[16..] == checksum;
    let same = begins[16..24] == index.salts() && commit.salts() == index.salts();
    let reaches = log.length()? >= index.place(frame) + index.frame_bytes();
    let stays = seen.is_none_or(|seen| {
        let before = seen.salts() == index.salts();
        !before || (seen.frame <= frame && log.read(index.place(seen.frame)) == Some(seen.head))
    });
    (is_last && same && reaches && stays).then_some(Some(commit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_known_at_every_size_of_page() {
        for bytes in [512, 1_024, 4_096, 32_768, 65_536] {
            let folder = std::env::temp_dir().join(uuid::Uuid::now_v7().to_string());
            std::fs::create_dir(&folder).unwrap();
            let file = Connection::open(folder.join("own.db")).unwrap();
            file.execute_batch(&format!(
                "PRAGMA page_size = {bytes}; PRAGMA journal_mode = WAL; CREATE TABLE own (n)"
            ))
            .unwrap();
            let log = Log::default();
            assert!(log.is_whole(&file));
            let seen = *log.seen.lock().unwrap();
            assert!(seen.is_some_and(|seen| seen.frame > 1), "{bytes}");
            file.execute_batch("INSERT INTO own VALUES (1)").unwrap();
            assert!(log.is_whole(&file));
            let wal = std::fs::OpenOptions::new().write(true).open(folder.join("own.db-wal"));
            let wal = wal.unwrap();
            wal.set_len(wal.metadata().unwrap().len() - 1).unwrap();
            assert!(!log.is_whole(&file), "{bytes}");
            drop(file);
            std::fs::remove_dir_all(&folder).unwrap();
        }
    }
}
