//! Facts for an invoice's decisions: what is left to bill, at which prices.

use super::price_list::holding_on;
use crate::activity::Activity;
use crate::billing::Ledger;
use crate::catalogue;
use crate::coverage::Share;
use crate::customer::{self, Customer, shown};
use crate::document::{self, Document};
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::invoice::{Basis, Buyer, Command, Facts, Invoice, State};
use crate::journal::Personal;
use crate::port::renderer::Format;
use crate::report::{Line, Report};
use crate::schedule::Instant;
use crate::visit::Visit;
use chrono::{NaiveDate, TimeDelta};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

impl Fetch for Invoice {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let settings = &desk.company.settings;
        let mut facts = Facts {
            given: desk.given(),
            seller: desk.company.profile.clone(),
            currency: settings.currency,
            language: settings.language,
            today: settings.zone.wall(desk.given.now).date(),
            payment_days: settings.payment_days,
            tax_period: settings.tax_period,
            ..Facts::default()
        };
        match command {
            Command::Draft { activities, .. } => {
                draft(desk, &mut facts, activities)?;
            }
            Command::Issue { .. } => {
                facts.number = desk.next_number("invoice")?;
                if let Some(customer) = desk.state::<Customer>(state.customer)? {
                    facts.buyer = buyer(state.customer, &customer);
                    facts.buyer_pays_vat = customer.profile.vat_payer;
                    facts.addresses = customer.profile.reachable();
                }
            }
            Command::DeleteDraft {} => {}
        }
        Ok(facts)
    }

    /// The customer gets the file that was chosen at issue. In the other format it may be asked
    /// for later, and is refused then where that has not all letters.
    fn paper(state: &State) -> Option<(Document, Vec<Format>)> {
        let issue = state.issue.as_ref()?;
        Some((document::invoice(&state.content, issue), vec![issue.format]))
    }
}

fn draft(desk: &mut Desk<'_>, facts: &mut Facts, activities: &[Uuid]) -> Result<(), Error> {
    let mut prices = Prices::default();
    let mut named = BTreeSet::new();
    for activity in activities {
        if !named.insert(activity) {
            continue;
        }
        let Some(found) = desk.state::<Activity>(*activity)? else {
            facts.missing = Some(*activity);
            return Ok(());
        };
        if !facts.customers.contains(&found.customer) {
            facts.customers.push(found.customer);
        }
        let before = facts.basis.len();
        basis(desk, facts, *activity, &mut prices)?;
        // Only what is billed is named on the invoice.
        if facts.basis.len() > before {
            facts.references.push(found.number.text());
        }
    }
    if let [customer] = facts.customers.as_slice()
        && let Some(found) = desk.state::<Customer>(*customer)?
    {
        facts.language = found.profile.language.unwrap_or(facts.language);
        facts.buyer = buyer(*customer, &found);
        facts.buyer_pays_vat = found.profile.vat_payer;
    }
    Ok(())
}

/// To whom an invoice is made out, as the customer is today (E4).
pub(super) fn buyer(id: Uuid, customer: &customer::State) -> Personal<Buyer> {
    let profile = &customer.profile;
    let Some(name) = profile.name.reveal() else { return Personal::erased(id) };
    Personal::of(
        id,
        Buyer {
            name: name.clone(),
            company_id: shown(&profile.company_id).cloned(),
            // A member of a group has no VAT id of its own as long as it is one (E1).
            vat_id: shown(&profile.vat_group_id).or(shown(&profile.vat_id)).cloned(),
            address: profile.address.reveal().cloned().unwrap_or_default(),
        },
    )
}

/// Price lists that were looked up for this decision, by day.
#[derive(Default)]
pub(super) struct Prices(BTreeMap<NaiveDate, Option<catalogue::State>>);

impl Prices {
    pub(super) fn on(
        &mut self,
        desk: &mut Desk<'_>,
        day: NaiveDate,
    ) -> Result<Option<&catalogue::State>, Error> {
        let list = match self.0.entry(day) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => {
                unknown.insert(holding_on(desk, desk.company.settings.currency, day)?)
            }
        };
        Ok(list.as_ref())
    }
}

fn basis(
    desk: &mut Desk<'_>,
    facts: &mut Facts,
    activity: Uuid,
    prices: &mut Prices,
) -> Result<(), Error> {
    let Some(ledger) = desk.state::<Ledger>(activity)? else { return Ok(()) };
    let Some(report) = desk.state::<Report>(activity)? else { return Ok(()) };
    // In the order of the report, as the customer read it on the job sheet.
    for line in &report.lines {
        for (payer, account) in ledger.accounts.get(&line.id).into_iter().flatten() {
            let free = account.free().filter(|free| free.is_positive());
            let Some(quantity) = free else { continue };
            let share = line.coverage.as_ref().and_then(|coverage| coverage.share(*payer));
            let worked_on = worked_on(desk, line);
            let list = prices.on(desk, worked_on)?;
            facts.basis.push(Basis {
                activity,
                report_line: line.id,
                content: line.content.clone(),
                quantity,
                share: share.cloned().unwrap_or_else(|| Share::whole(*payer, Vec::new())),
                worked_on,
                ended_on: ended_on(desk, line)?.max(worked_on),
                list: list.map(|list| list.name.clone()),
                item: list.and_then(|list| list.items.get(&line.content.code)).cloned(),
            });
        }
    }
    Ok(())
}

/// The local day of the work (R1).
pub(super) fn worked_on(desk: &Desk<'_>, line: &Line) -> NaiveDate {
    let at = line.work_instant().unwrap_or(desk.given.now);
    desk.company.settings.zone.wall(at).date()
}

/// The local day on which the work ended: as its hours say, else as its visit does, unless that
/// was ended by somebody else. What ends at midnight has ended with the day.
fn ended_on(desk: &mut Desk<'_>, line: &Line) -> Result<NaiveDate, Error> {
    let ended = match (line.worked, line.visit) {
        (Some(worked), _) => Some(worked.to),
        (None, Some(visit)) => {
            let visit = desk.state::<Visit>(visit)?.unwrap_or_default();
            let by = line.reported.as_ref().map(|value| value.by);
            visit.ended().filter(|_| !by.is_some_and(|by| visit.former.contains(&by)))
        }
        (None, None) => None,
    };
    let zone = desk.company.settings.zone;
    let within = |ended: Instant| Instant::new(ended.utc() - TimeDelta::microseconds(1));
    Ok(ended.map_or_else(|| worked_on(desk, line), |ended| zone.wall(within(ended)).date()))
}
