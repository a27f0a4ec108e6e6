//! Whose a mail address is, and under which ids what was written from and to it is kept.

use crate::customer::{self, Customer};
use crate::engine::desk::Desk;
use crate::error::Error;
use crate::journal::Slot;
use crate::mail;
use crate::noun::Noun;
use crate::port::index::{Cell, Cond, is};
use crate::port::store::{Quote, Stream};
use crate::technician::{self, Technician};
use std::collections::BTreeSet;
use uuid::Uuid;

/// So many customers at most have one address.
const MAX_CUSTOMERS: u32 = 1_000;

/// So many technicians are asked whether they have one too.
const MAX_TECHNICIANS: u32 = 1_000;

/// Who of all customers and contacts has an address.
pub(super) fn holders(desk: &mut Desk<'_>, address: &str) -> Result<BTreeSet<Uuid>, Error> {
    let conds = vec![is("email", Cell::text(address))];
    let mut holders = BTreeSet::new();
    for row in desk.rows(&customer::EMAILS, conds, "email", MAX_CUSTOMERS)? {
        let found = desk.state::<Customer>(row.place.owner)?.unwrap_or_default();
        holders.extend(customer::holders(&found.profile.emails, &found.contacts, address));
    }
    Ok(holders)
}

/// Under whose ids an address is kept in mails: of who wrote from it, or was written to.
pub(super) fn correspondents(desk: &mut Desk<'_>, address: &str) -> Result<BTreeSet<Uuid>, Error> {
    let mut found = BTreeSet::new();
    let mut next = Uuid::nil();
    loop {
        let conds =
            vec![is("address", Cell::text(address)), Cond::AtLeast("person", Cell::Id(next))];
        let row = desk.rows(&mail::ADDRESSES, conds, "person", 1)?.pop();
        let Some(Cell::Id(person)) = row.and_then(|row| row.cells.into_iter().nth(1)) else {
            return Ok(found);
        };
        found.insert(person);
        let Some(after) = person.as_u128().checked_add(1) else { return Ok(found) };
        next = Uuid::from_u128(after);
    }
}

/// Under which other ids the mail addresses of somebody are kept, those that he had as well as
/// those that he has: a customer's own, what is a customer's address and a contact's, and what
/// stood in a mail before it was known whose it is. What others have too is theirs.
pub(super) fn addresses(desk: &mut Desk<'_>, person: Uuid) -> Result<BTreeSet<Uuid>, Error> {
    let (company, noun) = (desk.tenant, Customer::NAME);
    let quotes = desk.tx.quotes(company, person)?;
    let of = |noun: &str| -> BTreeSet<Uuid> {
        let theirs = quotes.iter().filter(|quote| quote.noun == noun);
        theirs.map(|quote| quote.stream).collect()
    };
    let customers = of(noun);
    let (mut found, mut emails) = (BTreeSet::from([person]), BTreeSet::new());
    for id in of(Technician::NAME) {
        let slots = desk.tx.slots(&Stream { company, noun: Technician::NAME, id }, 0, u64::MAX)?;
        emails.extend(slots.iter().filter(|slot| slot.person == person).filter_map(address));
    }
    for id in customers {
        let contacts = desk.state::<Customer>(id)?.unwrap_or_default().contacts;
        let human = |of: Uuid| of == id || contacts.iter().any(|it| it.name.person() == of);
        let slots = desk.tx.slots(&Stream { company, noun, id }, 0, u64::MAX)?;
        let own: BTreeSet<String> =
            slots.iter().filter(|slot| slot.person == person).filter_map(address).collect();
        for slot in slots.iter().filter(|slot| !human(slot.person)) {
            let Some(email) = address(slot) else { continue };
            let only = || customer::holders(&[], &contacts, &email).iter().all(|it| *it == person);
            if id == person || (own.contains(&email) && only()) {
                found.insert(slot.person);
                emails.insert(email);
            }
        }
        emails.extend(own);
    }
    let technicians = if emails.is_empty() { Vec::new() } else { technicians(desk, person)? };
    for email in emails {
        let theirs = technicians.iter().any(|it| it.as_deref().is_none_or(|it| it == email));
        if theirs || !holders(desk, &email)?.is_subset(&found) {
            continue;
        }
        for other in correspondents(desk, &email)? {
            let known = |it: &Quote| [Customer::NAME, Technician::NAME].contains(&&*it.noun);
            if !desk.tx.quotes(company, other)?.iter().any(known) {
                found.insert(other);
            }
        }
    }
    Ok(found)
}

/// The addresses of the technicians beside one; nothing for one, where there are more technicians
/// than are looked at: it may be any.
fn technicians(desk: &mut Desk<'_>, beside: Uuid) -> Result<Vec<Option<String>>, Error> {
    let rows = desk.rows(&technician::TABLE, Vec::new(), "name", MAX_TECHNICIANS + 1)?;
    if rows.len() > MAX_TECHNICIANS as usize {
        return Ok(vec![None]);
    }
    let mut found = Vec::new();
    for row in rows {
        let known = desk.state::<Technician>(row.place.owner)?.unwrap_or_default().person;
        let email = known.email.filter(|email| email.person() != beside);
        found.extend(email.and_then(|it| it.reveal().map(|it| Some(it.trim().to_lowercase()))));
    }
    Ok(found)
}

/// The address that a value about somebody is, as addresses are compared.
fn address(slot: &Slot) -> Option<String> {
    let text: String = serde_json::from_slice(&slot.value).ok()?;
    text.contains('@').then(|| text.to_lowercase())
}
