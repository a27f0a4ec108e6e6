//! Facts for a company's decisions: what is there about a person, and what of it the law keeps.

use crate::billing::Ledger;
use crate::company::{self, Command, Company, Erased, Facts, Kept, Quoted, State};
use crate::customer::{self, Customer};
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::invoice::Invoice;
use crate::job_sheet::{JobSheet, Signature};
use crate::noun::Noun;
use crate::port::store::{Quote, Stream};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

impl Fetch for Company {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let today = state.settings.zone.wall(desk.given.now).date();
        let mut facts =
            Facts { given: desk.given(), company: desk.company_id, today, ..Facts::default() };
        match command {
            Command::ErasePersons { persons, .. } => {
                let mut all = BTreeSet::new();
                for person in persons {
                    all.insert(*person);
                    all.extend(addresses(desk, *person)?);
                }
                let all = all.into_iter().map(|person| (person, None)).collect();
                facts.quoted = quoted(desk, all, today)?;
                end(desk, &state.kept, &mut facts.quoted)?;
            }
            Command::EraseExpired {} => {
                let mut all: BTreeMap<Uuid, Option<Vec<Kept>>> = BTreeMap::new();
                for kept in company::ended(state, today) {
                    all.entry(kept.person).or_default().get_or_insert_default().push(kept);
                }
                facts.quoted = quoted(desk, all, today)?;
            }
            _ => {}
        }
        Ok(facts)
    }
}

/// Under which other ids the mail addresses of somebody are kept: those of a customer, and what is
/// a customer's address and by now also a contact's.
fn addresses(desk: &mut Desk<'_>, person: Uuid) -> Result<Vec<Uuid>, Error> {
    let (company, noun, mut found) = (desk.company_id, Customer::NAME, Vec::new());
    let mut customers: Vec<Uuid> = desk
        .tx
        .quotes(company, person)?
        .into_iter()
        .filter(|quote| quote.noun == noun)
        .map(|quote| quote.stream)
        .collect();
    customers.dedup();
    for id in customers {
        let Some(customer) = desk.state::<Customer>(id)? else { continue };
        if id == person {
            let slots = desk.tx.slots(&Stream { company, noun, id }, 0, u64::MAX)?;
            let contacts: Vec<Uuid> =
                customer.contacts.iter().map(|contact| contact.name.person()).collect();
            let others = slots.into_iter().map(|slot| slot.person);
            found.extend(others.filter(|other| !contacts.contains(other)));
        } else {
            found.extend(customer::addresses_of(&customer, person));
        }
    }
    Ok(found)
}

/// What is there about each of the persons: all of it, or only in what was kept so far.
fn quoted(
    desk: &mut Desk<'_>,
    persons: BTreeMap<Uuid, Option<Vec<Kept>>>,
    today: NaiveDate,
) -> Result<Quoted, Error> {
    let (mut found, mut papers) = (Quoted::default(), BTreeMap::new());
    let forgotten: BTreeSet<Uuid> = persons.keys().copied().collect();
    for (person, only) in persons {
        let mut streams: BTreeMap<(String, Uuid), u32> = BTreeMap::new();
        for Quote { noun, stream, .. } in desk.tx.quotes(desk.company_id, person)? {
            // The company's own words are the grounds on which others were forgotten.
            if noun != Company::NAME {
                *streams.entry((noun, stream)).or_default() += 1;
            }
        }
        let mut values = 0;
        let own = streams.keys().find(|(noun, id)| *id == person && is_paper(noun)).cloned();
        let own = match own {
            Some((noun, id)) => {
                kept_until(desk, &noun, id, &forgotten)?.filter(|until| *until >= today)
            }
            None => None,
        };
        for ((noun, id), count) in streams {
            let named =
                |kept: &Kept| kept.is_own() || (kept.noun.as_str(), kept.id) == (noun.as_str(), id);
            if only.as_ref().is_some_and(|only| !only.iter().any(named)) {
                continue;
            }
            let until = kept_until(desk, &noun, id, &forgotten)?.filter(|until| *until >= today);
            match until.or(own) {
                // A paper's pages stay with it.
                Some(until) if is_paper(&noun) => {
                    found.kept.push(Kept { person, noun, id, until });
                }
                Some(_) => {}
                None => {
                    values += count;
                    if is_paper(&noun) {
                        papers.entry(id).or_insert(0);
                    }
                }
            }
        }
        found.persons.push(Erased { of: person, values });
    }
    papers.retain(|paper, _| !found.persons.iter().any(|person| person.of == *paper));
    for (paper, values) in &mut papers {
        *values = desk.tx.quotes(desk.company_id, *paper)?.len() as u32;
    }
    found.papers = papers.into_iter().map(|(of, values)| Erased { of, values }).collect();
    Ok(found)
}

/// A paper that goes keeps nothing of those who were forgotten before.
fn end(desk: &mut Desk<'_>, kept: &[Kept], found: &mut Quoted) -> Result<(), Error> {
    let gone = |it: &&Kept| {
        let goes = found.papers.iter().chain(&found.persons).any(|paper| paper.of == it.id);
        let stays = found.kept.iter().any(|kept| kept.id == it.id);
        goes && !stays && !found.persons.iter().any(|person| person.of == it.person)
    };
    let ended: Vec<Kept> = kept.iter().filter(gone).cloned().collect();
    for it in &ended {
        let quotes = desk.tx.quotes(desk.company_id, it.person)?;
        let on_paper = quotes.iter().filter(|quote| quote.stream == it.id).count();
        let paper = found.papers.iter_mut().chain(&mut found.persons).find(|to| to.of == it.id);
        paper.into_iter().for_each(|paper| paper.values += on_paper as u32);
    }
    found.ended = ended;
    Ok(())
}

fn is_paper(noun: &str) -> bool {
    [JobSheet::NAME, Invoice::NAME].contains(&noun)
}

/// Until when a record is kept although some persons are forgotten; nothing where none needs it.
fn kept_until(
    desk: &mut Desk<'_>,
    noun: &str,
    id: Uuid,
    forgotten: &BTreeSet<Uuid>,
) -> Result<Option<NaiveDate>, Error> {
    match noun {
        Invoice::NAME => invoice_until(desk, id),
        JobSheet::NAME => sheet_until(desk, id, forgotten),
        _ => Ok(None),
    }
}

/// The longest of two terms: a signed sheet is kept with the invoices that it stands behind, and
/// what a customer settled is his evidence whoever else is named in it.
fn sheet_until(
    desk: &mut Desk<'_>,
    id: Uuid,
    forgotten: &BTreeSet<Uuid>,
) -> Result<Option<NaiveDate>, Error> {
    let Some(sheet) = desk.state::<JobSheet>(id)? else { return Ok(None) };
    let replaced = sheet.superseded.iter().map(|before| &before.signature);
    let signatures: Vec<&Signature> = replaced.chain([&sheet.signature]).collect();
    let mut until = None;
    if signatures.iter().any(|signature| signature.signed().is_some()) {
        let ledger = desk.state::<Ledger>(sheet.activity)?.unwrap_or_default();
        for invoice in ledger.billed_by() {
            until = until.max(invoice_until(desk, invoice)?);
        }
    }
    let customer = &sheet.content.customer;
    if !customer.is_erased() && !forgotten.contains(&customer.person()) {
        let settings = &desk.company.settings;
        let settled = signatures.iter().filter_map(|signature| signature.settled_at()).max();
        let ends = settled.map(|at| settings.tax_period.ends(settings.zone.wall(at).date()));
        until = until.max(ends.map(|ends| company::kept_until(ends, settings.retention_years)));
    }
    Ok(until)
}

fn invoice_until(desk: &mut Desk<'_>, id: Uuid) -> Result<Option<NaiveDate>, Error> {
    let issue = desk.state::<Invoice>(id)?.and_then(|invoice| invoice.issue);
    let years = desk.company.settings.retention_years;
    Ok(issue.map(|issue| company::kept_until(issue.tax_period_ends, years)))
}
