//! A released line gets an account in its activity's ledger, for its payer (R5).

use super::Ask;
use crate::billing::{self, Portion};
use crate::engine::Happened;
use crate::report;
use uuid::Uuid;

pub(super) fn react(activity: Uuid, happened: &Happened<'_>) -> Option<Ask> {
    let Happened::Report(report::Event::LineReleased { line, payer, quantity }) = happened else {
        return None;
    };
    // Its amount is not known before an invoice prices it.
    let portion = Portion { line: *line, payer: *payer, quantity: *quantity, net: None };
    Some(Ask { target: activity, command: billing::Command::OpenAccount { portion }.into() })
}
