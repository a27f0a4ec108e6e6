//! What the law, or somebody's evidence, keeps of a paper although a person is forgotten (R13).

use crate::company::{Kept, Retention};
use crate::engine::desk::Desk;
use crate::error::Error;
use crate::invoice::Invoice;
use crate::job_sheet::{JobSheet, Signature};
use crate::journal::Event;
use crate::ledger::Ledger;
use crate::mail::Mail;
use crate::noun::Noun;
use crate::port::store::Stream;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

pub(in crate::engine) fn is_paper(noun: &str) -> bool {
    [JobSheet::NAME, Invoice::NAME].contains(&noun)
}

/// Until when a record is kept although some persons are forgotten; nothing where none needs it.
pub(super) fn kept_until(
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

/// Until when each of what is kept is kept by what holds today: terms may have been changed since
/// its persons were forgotten. Nothing where none needs it any more.
pub(in crate::engine) fn terms(
    desk: &mut Desk<'_>,
    kept: &[Kept],
) -> Result<Vec<Option<NaiveDate>>, Error> {
    let forgotten = kept.iter().map(|kept| kept.person).collect();
    let mut terms: BTreeMap<(&str, Uuid), Option<NaiveDate>> = BTreeMap::new();
    let mut all = Vec::new();
    for Kept { noun, id, .. } in kept {
        let term = match terms.get(&(noun.as_str(), *id)) {
            Some(known) => *known,
            None => kept_until(desk, noun, *id, &forgotten)?,
        };
        terms.insert((noun, *id), term);
        all.push(term);
    }
    Ok(all)
}

/// The longest of two terms. A signed sheet is kept with the invoices that it stands behind. And
/// what a customer settled is his evidence whoever else is named in it, and the company's where it
/// has released work on it for billing: by invoices of its own, by the host's, or still to come.
fn sheet_until(
    desk: &mut Desk<'_>,
    id: Uuid,
    forgotten: &BTreeSet<Uuid>,
) -> Result<Option<NaiveDate>, Error> {
    let Some(sheet) = desk.state::<JobSheet>(id)? else { return Ok(None) };
    let replaced = sheet.superseded.iter().map(|before| &before.signature);
    let signatures: Vec<&Signature> = replaced.chain([&sheet.signature]).collect();
    let signed = signatures.iter().any(|signature| signature.signed().is_some());
    let ledger = desk.state::<Ledger>(sheet.activity)?.unwrap_or_default();
    let mut until = None;
    for invoice in ledger.billed_by().into_iter().filter(|_| signed) {
        until = until.max(invoice_until(desk, invoice)?);
    }
    let customer = &sheet.content.customer;
    let stays = !customer.is_erased() && !forgotten.contains(&customer.person());
    if stays || (signed && ledger.each().any(|it| !it.2.approved.is_zero())) {
        let (profile, settings) = (&desk.company.profile, &desk.company.settings);
        let settled = signatures.iter().filter_map(|signature| signature.settled_at()).max();
        let day = settled.map(|at| settings.zone.wall(at).date());
        let retention = day.map(|day| Retention::of(profile, settings, day));
        until = until.max(retention.map(|it| it.until(settings.retention_years)));
    }
    Ok(until)
}

fn invoice_until(desk: &mut Desk<'_>, id: Uuid) -> Result<Option<NaiveDate>, Error> {
    let issue = desk.state::<Invoice>(id)?.and_then(|invoice| invoice.issue);
    Ok(issue.map(|issue| issue.retention.until(desk.company.settings.retention_years)))
}

/// Who is named on a paper, or in a mail, whose bytes go with each of them. Where a paper was
/// mailed to is not on it, and no law keeps that.
pub(super) fn named_on(desk: &mut Desk<'_>, noun: &str, id: Uuid) -> Result<BTreeSet<Uuid>, Error> {
    let nouns = [JobSheet::NAME, Invoice::NAME, Mail::NAME];
    let Some(noun) = nouns.into_iter().find(|it| *it == noun) else { return Ok(BTreeSet::new()) };
    let stream = Stream { company: desk.tenant, noun, id };
    let events = desk.tx.stream(&stream, 0, u32::MAX)?;
    let mailing = |event: &&Event| ["issued", "confirmed"].contains(&&*event.kind);
    let mailings: BTreeSet<u64> = events.iter().filter(mailing).map(|it| it.version).collect();
    let slots = desk.tx.slots(&stream, 0, u64::MAX)?.into_iter();
    Ok(slots.filter(|slot| !mailings.contains(&slot.version)).map(|slot| slot.person).collect())
}
