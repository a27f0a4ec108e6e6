//! A number that a decision used is taken from its series (E85).

use super::Ask;
use crate::nouns::Happened;
use crate::series::{self, Number};
use crate::{activity, customer, equipment, invoice, job_sheet};
use uuid::Uuid;

pub(super) fn react(company: Uuid, holder: Uuid, happened: &Happened<'_>) -> Option<Ask> {
    let number: &Number = match happened {
        Happened::Activity(activity::Event::Created { number, .. }) => number,
        Happened::Customer(customer::Event::Created { number, .. }) => number,
        Happened::Equipment(equipment::Event::Created { number, .. }) => number,
        Happened::JobSheet(job_sheet::Event::Generated { number, .. }) => number,
        Happened::Invoice(invoice::Event::Issued { issue, .. }) => &issue.number,
        _ => return None,
    };
    let target = number.series_id(company);
    Some(Ask {
        target,
        command: series::Command::Take(series::Take { number: number.clone(), holder }).into(),
    })
}
