//! What is supplied, when, and what the supplier is to the VAT act on that day.

use super::{Basis, Refusal};
use crate::coverage::Payer;
use crate::tax::{VatRegistration, VatSince, registration};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Each activity is a supply of its own, done on its last day of work (act 235/2004, § 21). What
/// the customer does not pay for moves no tax point, unless there is nothing else.
pub(super) fn done_on(basis: &[Basis]) -> BTreeMap<Uuid, NaiveDate> {
    let mut done: BTreeMap<Uuid, (bool, NaiveDate)> = BTreeMap::new();
    for line in basis {
        let paid = line.share.payer == Payer::Customer;
        let last = done.entry(line.activity).or_insert((paid, line.ended_on));
        *last = (*last).max((paid, line.ended_on));
    }
    done.into_iter().map(|(activity, (_, day))| (activity, day)).collect()
}

/// The tax point of all, and whether tax is charged. What an invoice says of its tax holds for
/// each of its supplies: one registration of the supplier, and of a payer's supplies one calendar
/// month (§ 31b), in which the rates are the same.
pub(super) fn taxed(
    basis: &[Basis],
    done_on: &BTreeMap<Uuid, NaiveDate>,
    since: &[VatSince],
) -> Result<(NaiveDate, bool), Refusal> {
    let paid = basis.iter().filter(|line| line.share.payer == Payer::Customer);
    let paid: BTreeSet<Uuid> = paid.map(|line| line.activity).collect();
    let counts = |activity: &Uuid| paid.is_empty() || paid.contains(activity);
    let done_on = || done_on.iter().filter(|(activity, _)| counts(activity));
    let tax_point = done_on().map(|(_, day)| *day).max().unwrap_or_default();
    let held = registration(since, tax_point);
    let payer = held == VatRegistration::Payer;
    let month = |day: NaiveDate| (day.year(), day.month());
    for (activity, day) in done_on() {
        let (activity, done_on) = (activity.to_string(), *day);
        if registration(since, *day) != held {
            return Err(Refusal::OtherRegistration { activity, done_on, tax_point });
        }
        if payer && month(*day) != month(tax_point) {
            return Err(Refusal::SeveralMonths { activity, done_on, tax_point });
        }
    }
    Ok((tax_point, payer))
}
