//! How much one record holds: each command on it reads its state, so one that grows without end
//! would stop everybody.

use crate::error::{Door, Error};
use crate::noun::{Manner, Record};
use crate::port::store::{Stored, Stream};
use serde::Serialize;

/// One command causes so many reactions at most; more are a fault of Callout.
pub const MAX_REACTIONS: u32 = 1_000;

/// A record of more bytes than this, as JSON, takes nothing more in: 1 MiB.
pub const MAX_RECORD: u64 = 1 << 20;

/// What many records or thousands of items make up is longer: 4 MiB of a price list, a job sheet,
/// an invoice, a ledger, a report.
pub const MAX_LONG_RECORD: u64 = 4 << 20;

/// So many bytes more are left to what decides about what is there, and ends it: 1 MiB.
pub const ROOM_TO_END: u64 = 1 << 20;

const LONG: &[&str] = &["invoice", "job_sheet", "ledger", "price_list", "report"];

/// What ends, gives away or takes out, though it may be asked at any version.
const ENDS: &[&str] = &[
    "record_bounce",
    "complete",
    "conclude",
    "consume",
    "finish",
    "finish_partial",
    "free",
    "hand_over",
    "record_no_access",
    "record_payment",
    "remove_line",
    "submit",
];

/// How many bytes a record may have after a command of the host's. Nothing where no size stands in
/// its way: who is forgotten is forgotten, and a stranger's mail is as long as it is.
pub(in crate::engine) fn most(noun: &str, verb: &str, manner: Manner) -> Option<u64> {
    if noun == "mail" || verb.starts_with("erase") {
        return None;
    }
    let most = if LONG.contains(&noun) { MAX_LONG_RECORD } else { MAX_RECORD };
    let adds = matches!(manner, Manner::Creates | Manner::Joins | Manner::Adds);
    Some(if adds && !ENDS.contains(&verb) { most } else { most + ROOM_TO_END })
}

/// Refuses what makes a record larger than it may be. What makes it smaller is always taken.
pub(in crate::engine) fn grows<S: Serialize>(
    stream: &Stream,
    before: &Record<S>,
    after: &Stored,
    most: u64,
) -> Result<(), Error> {
    let bytes = after.body.len() as u64;
    if bytes <= most || bytes <= serde_json::to_vec(before).map_or(0, |before| before.len() as u64)
    {
        return Ok(());
    }
    Err(Door::RecordTooLarge { noun: stream.noun.to_owned(), bytes, most }.into())
}

/// Refuses one more reaction of a command that has caused so many.
pub(super) fn deeper(depth: u32) -> Result<(), Error> {
    if depth > MAX_REACTIONS { Err(Door::TooDeep { depth }.into()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_causes_so_many_reactions() {
        let code = |depth| deeper(depth).err().map(|error| error.code());
        assert_eq!(code(MAX_REACTIONS), None);
        assert_eq!(code(MAX_REACTIONS + 1), Some("ENGINE-DEPTH-01"));
    }
}
