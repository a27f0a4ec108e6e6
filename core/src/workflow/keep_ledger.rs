//! A draft reserves, an issued invoice consumes, a deleted draft frees (R5, E73).

use super::Ask;
use crate::invoice::Event;
use crate::ledger::{Command, Consume, Free, Reserve};
use crate::nouns::Happened;
use uuid::Uuid;

pub(super) fn react(invoice: Uuid, happened: &Happened<'_>) -> Vec<Ask> {
    let Happened::Invoice(event) = happened else { return Vec::new() };
    let ask =
        |activity: &Uuid, command: Command| Ask { target: *activity, command: command.into() };
    match event {
        Event::Drafted { portions, .. } => portions
            .iter()
            .map(|(activity, portions)| {
                ask(activity, Command::Reserve(Reserve { invoice, portions: portions.clone() }))
            })
            .collect(),
        Event::Issued { activities, .. } => activities
            .iter()
            .map(|activity| ask(activity, Command::Consume(Consume { invoice })))
            .collect(),
        Event::DraftDeleted { activities } => activities
            .iter()
            .map(|activity| ask(activity, Command::Free(Free { invoice })))
            .collect(),
        Event::PaymentRecorded { .. } | Event::PaymentRemoved { .. } => Vec::new(),
    }
}
