//! When X happened, ask Y: one pure file a reaction.
//!
//! A reaction sees an event, which carries results, and names commands for other nouns. They are
//! decided in the same transaction with facts of their own; when one is refused, the whole
//! command is.

mod draft_occurrence;
mod follow_customer;
mod join_activity;
mod keep_ledger;
mod open_accounts;
mod send_document;
mod take_number;

use crate::nouns::{Command, Happened};
use uuid::Uuid;

/// A command that a reaction asks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ask {
    /// To whom.
    pub(crate) target: Uuid,
    /// What.
    pub(crate) command: Command,
}

/// All that follows from the events of one command to `target`, in order.
pub(crate) fn react(company: Uuid, target: Uuid, happened: &[Happened<'_>]) -> Vec<Ask> {
    let mut asks = Vec::new();
    for happened in happened {
        asks.extend(take_number::react(company, target, happened));
        asks.extend(draft_occurrence::react(target, happened));
        asks.extend(follow_customer::react(target, happened));
        asks.extend(join_activity::react(happened));
        asks.extend(keep_ledger::react(target, happened));
        asks.extend(send_document::react(company, target, happened));
    }
    asks.extend(open_accounts::react(target, happened));
    asks
}
