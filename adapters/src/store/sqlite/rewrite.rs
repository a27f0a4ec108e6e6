//! The file written anew. SQLite blanks what is deleted, but not what it left behind when it moved
//! rows from page to page: that stands in gaps of pages that are in use.

use super::SqliteStore;
use super::turn::Deadline;
use rusqlite::Connection;

/// So many steps of SQLite's machine between two looks at the clock.
const STEPS: i32 = 10_000;

/// Writes the file anew while there is time; why it could not, in words. All of it goes through the
/// log, and nothing may make that longer than it is to be.
pub(super) fn rewrite(
    store: &SqliteStore,
    connection: &mut Connection,
    deadline: Deadline,
) -> Option<String> {
    let most = store.settings.most_wal_bytes;
    let bytes = std::fs::metadata(&store.path).map_or(u64::MAX, |file| file.len());
    if bytes > most {
        return Some(gaps(&format!("it has {bytes} bytes, and its log may have {most}")));
    }
    let late = move || deadline.left().is_zero();
    let mut rewritten = || {
        connection.busy_timeout(deadline.left())?;
        connection.progress_handler(STEPS, Some(late))?;
        connection.execute_batch("VACUUM")
    };
    let outcome = rewritten();
    // Whatever became of it, nothing else is broken off.
    let restored = connection.progress_handler(STEPS, None::<fn() -> bool>);
    outcome.and(restored).err().map(|reason| gaps(&reason.to_string()))
}

fn gaps(reason: &str) -> String {
    format!(
        "the file could not be written anew ({reason}): parts of what was deleted may stay in gaps \
         of its pages until VACUUM does it"
    )
}
