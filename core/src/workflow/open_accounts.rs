//! Released lines get accounts in their activity's ledger, for their payers (R5), and lose them
//! again where a release is taken back (R4).

use super::Ask;
use crate::ledger::{self, Portion};
use crate::nouns::Happened;
use crate::report::Event;
use uuid::Uuid;

/// One command for all of them: a release of many lines writes the ledger once.
pub(super) fn react(activity: Uuid, happened: &[Happened<'_>]) -> Vec<Ask> {
    let ask = |command: ledger::Command| Ask { target: activity, command: command.into() };
    let closed = |happened: &Happened<'_>| match happened {
        Happened::Report(Event::ReleaseWithdrawn { line, .. }) => {
            Some(ask(ledger::Command::CloseAccounts(ledger::CloseAccounts { line: *line })))
        }
        _ => None,
    };
    let mut asks: Vec<Ask> = happened.iter().filter_map(closed).collect();
    let portion = |happened: &Happened<'_>| match happened {
        // Its amount is not known before an invoice prices it.
        Happened::Report(Event::LineReleased { line, payer, quantity }) => {
            Some(Portion { line: *line, payer: *payer, quantity: *quantity, net: None })
        }
        _ => None,
    };
    let portions: Vec<Portion> = happened.iter().filter_map(portion).collect();
    if !portions.is_empty() {
        asks.push(ask(ledger::Command::OpenAccounts(ledger::OpenAccounts { portions })));
    }
    asks
}
