//! Where a stream's events stand in timelines, and which bytes it names.

use crate::error::Error;
use crate::journal::Hash;
use crate::port::store::{Stream, Tx};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Where the events of one stream stand in timelines, as they were put there one by one.
#[derive(Default)]
pub(in crate::engine) struct Contexts {
    /// Context and event.
    pub(in crate::engine) standing: BTreeSet<(Uuid, u64)>,
    so_far: Vec<u64>,
    then: Vec<Uuid>,
}

impl Contexts {
    /// After one more event the stream belongs to these.
    pub(in crate::engine) fn go(&mut self, sequence: u64, now: Vec<Uuid>) {
        for context in &now {
            if !self.then.contains(context) {
                self.standing.extend(self.so_far.iter().map(|before| (*context, *before)));
            }
            self.standing.insert((*context, sequence));
        }
        for left in self.then.iter().filter(|context| !now.contains(context)) {
            self.standing.retain(|(context, _)| context != left);
            self.standing.insert((*left, sequence));
        }
        self.so_far.push(sequence);
        self.then = now;
    }
}

/// Says which bytes a stream names now; those that it does not name any more.
pub(in crate::engine) fn use_bytes(
    tx: &mut dyn Tx,
    stream: &Stream,
    old: &[Hash],
    new: &[Hash],
) -> Result<Vec<Hash>, Error> {
    for hash in new.iter().filter(|hash| !old.contains(hash)) {
        tx.put_use(stream, hash)?;
    }
    let gone: Vec<Hash> = old.iter().filter(|hash| !new.contains(hash)).copied().collect();
    for hash in &gone {
        tx.drop_use(stream, hash)?;
    }
    Ok(gone)
}
