//! A released line gets an account in its activity's ledger (R5).

use super::Ask;
use crate::billing::{self, Portion};
use crate::engine::Happened;
use crate::report;
use uuid::Uuid;

pub(super) fn react(activity: Uuid, happened: &Happened<'_>) -> Option<Ask> {
    let Happened::Report(report::Event::LineReleased { line, quantity }) = happened else {
        return None;
    };
    let portion = Portion { line: *line, quantity: *quantity };
    Some(Ask { target: activity, command: billing::Command::OpenAccount { portion }.into() })
}
