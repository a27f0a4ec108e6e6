//! Facts for an invoice's decisions: what is left to bill, at which prices.

use super::price_list::holding_on;
use super::work_days::work_days;
use crate::activity::{self, Activity};
use crate::coverage::{Payer, Share};
use crate::customer::{self, Customer, shown};
use crate::document::Document;
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::Equipment;
use crate::error::Error;
use crate::invoice::{self, Basis, Buyer, Command, Draft, Facts, Invoice, MAX_ACTIVITIES, State};
use crate::journal::{Hash, Personal};
use crate::ledger::Ledger;
use crate::money::Exact;
use crate::port::renderer::Format;
use crate::price_list;
use crate::rendering::Page;
use crate::report::{Line, Report, Status};
use crate::view;
use chrono::NaiveDate;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

impl Fetch for Invoice {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let settings = desk.company.settings.clone();
        let mut facts = Facts {
            given: desk.given(),
            seller: desk.company.profile.clone(),
            language: settings.language,
            today: settings.zone.wall(desk.given.now).date(),
            settings,
            ..Facts::default()
        };
        match command {
            Command::Draft(Draft { activities, .. }) => draft(desk, &mut facts, activities)?,
            Command::Issue(_) => {
                facts.number = desk.next_number("invoice")?;
                drafted(desk, &mut facts, state)?;
            }
            Command::DeleteDraft(_) | Command::RecordPayment(_) | Command::RemovePayment(_) => {}
        }
        Ok(facts)
    }

    fn page(id: Uuid, state: &State, _: &Hash) -> Option<Page> {
        let issue = state.issue.as_ref()?;
        Some(Page { document: id, version: 1, format: issue.format })
    }

    /// The customer gets the file that was chosen at issue. In the other format it may be asked
    /// for later, and is refused then where that has not all letters.
    fn paper(state: &State) -> Option<(Document, Vec<Format>)> {
        let issue = state.issue.as_ref()?;
        Some((view::invoice(&state.content, issue), vec![issue.format]))
    }
}

fn draft(desk: &mut Desk<'_>, facts: &mut Facts, activities: &[Uuid]) -> Result<(), Error> {
    // So many are refused: nothing is read for it.
    if activities.len() > MAX_ACTIVITIES {
        return Ok(());
    }
    let mut prices = Prices::default();
    let mut named = BTreeSet::new();
    for activity in activities {
        if !named.insert(activity) {
            continue;
        }
        let Some(found) = desk.named::<Activity>(*activity)? else {
            facts.missing = Some(*activity);
            return Ok(());
        };
        if !facts.customers.contains(&found.customer) {
            facts.customers.push(found.customer);
        }
        let Some(ledger) = desk.state::<Ledger>(*activity)? else { continue };
        let free = |line: Uuid| {
            let accounts = ledger.accounts.get(&line).into_iter().flatten();
            let free = accounts.filter_map(|(payer, account)| Some((*payer, account.free()?)));
            free.filter(|(_, free)| free.is_positive()).collect()
        };
        let before = facts.basis.len();
        basis(desk, facts, *activity, &mut prices, free)?;
        // Only what is billed is named on the invoice.
        if facts.basis.len() > before {
            supplied(desk, facts, *activity, &found)?;
        }
    }
    if let [customer] = facts.customers[..] {
        buys(desk, facts, customer)?;
    }
    Ok(())
}

/// What a draft bills, as it would be billed today.
fn drafted(desk: &mut Desk<'_>, facts: &mut Facts, state: &State) -> Result<(), Error> {
    let mut prices = Prices::default();
    for supply in &state.content.supplies {
        let activity = supply.activity;
        let billed = |line: Uuid| {
            let lines = state.content.lines.iter();
            let lines = lines.filter(|it| it.activity == activity && it.report_line == line);
            lines.map(|it| (it.payer, it.quantity)).collect()
        };
        basis(desk, facts, activity, &mut prices, billed)?;
        let found = desk.state::<Activity>(activity)?.unwrap_or_default();
        supplied(desk, facts, activity, &found)?;
    }
    buys(desk, facts, state.customer)
}

/// What is to be known of an activity that is billed.
fn supplied(
    desk: &mut Desk<'_>,
    facts: &mut Facts,
    id: Uuid,
    activity: &activity::State,
) -> Result<(), Error> {
    facts.numbers.push((id, activity.number.text()));
    let card = match activity.equipment {
        Some(machine) => desk.state::<Equipment>(machine)?.map(|it| it.card),
        None => None,
    };
    let by_card = card.as_ref().and_then(|card| card.construction);
    facts.construction.push((id, activity.construction.or(by_card)));
    let site = activity.site.or(card.and_then(|card| card.site));
    if let Some(site) = site {
        let customer = desk.state::<Customer>(activity.customer)?.unwrap_or_default();
        let site = customer.sites.into_iter().find(|it| it.id == site);
        let country = site.and_then(|it| it.address.reveal().map(|at| at.country.clone()));
        let home = &facts.seller.address.country;
        let country = country.filter(|country| !country.is_empty() && country != home);
        facts.abroad.extend(country.map(|country| (id, country)));
    }
    Ok(())
}

fn buys(desk: &mut Desk<'_>, facts: &mut Facts, customer: Uuid) -> Result<(), Error> {
    if let Some(found) = desk.state::<Customer>(customer)? {
        facts.language = found.profile.language.unwrap_or(facts.language);
        facts.buyer = buyer(customer, &found);
        facts.buyer_pays_vat = found.profile.vat_payer;
        facts.addresses = found.reachable(customer::Paper::Invoices);
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
            registration_number: shown(&profile.registration_number).cloned(),
            // A member of a group has no VAT id of its own as long as it is one (E1).
            vat_id: shown(&profile.vat_group_id).or(shown(&profile.vat_id)).cloned(),
            address: profile.address.reveal().cloned().unwrap_or_default(),
        },
    )
}

/// Price lists that were looked up for this decision, by day.
#[derive(Default)]
pub(super) struct Prices(BTreeMap<NaiveDate, Option<price_list::State>>);

impl Prices {
    pub(super) fn on(
        &mut self,
        desk: &mut Desk<'_>,
        day: NaiveDate,
    ) -> Result<Option<&price_list::State>, Error> {
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
    taken: impl Fn(Uuid) -> Vec<(Payer, Exact)>,
) -> Result<(), Error> {
    let Some(report) = desk.state::<Report>(activity)? else { return Ok(()) };
    let days = work_days(desk, activity, &report)?;
    let released = report.lines.iter().filter(|line| line.status == Status::Released);
    let dated = released.map(|line| (paid(line), days.of(line).ended));
    facts.done_on.extend(invoice::done_on(dated).map(|day| (activity, day)));
    // In the order of the report, as the customer read it on the job sheet.
    for line in &report.lines {
        for (payer, quantity) in taken(line.id) {
            let share = line.coverage.as_ref().and_then(|coverage| coverage.share(payer));
            let day = days.of(line);
            let list = prices.on(desk, day.began)?;
            facts.basis.push(Basis {
                activity,
                report_line: line.id,
                content: line.content.clone(),
                quantity,
                share: share.cloned().unwrap_or_else(|| Share::whole(payer, Vec::new())),
                worked_on: day.began,
                ended_on: day.ended,
                list: list.map(|list| list.name.clone()),
                item: list.and_then(|list| list.items.get(&line.content.code)).cloned(),
            });
        }
    }
    Ok(())
}

/// Whether the customer pays for some of a line.
fn paid(line: &Line) -> bool {
    let shares = line.coverage.iter().flat_map(|coverage| &coverage.shares);
    let mut payers = shares.map(|share| share.payer);
    line.coverage.is_none() || payers.any(|payer| payer == Payer::Customer)
}
