//! Whose a mail address is, and under which ids what was written from it is kept.

use crate::customer::{self, Customer};
use crate::engine::desk::Desk;
use crate::error::Error;
use crate::journal::{Personal, Slot};
use crate::mail::{self, Mail};
use crate::noun::Noun;
use crate::port::index::{Cell, is};
use crate::port::store::{Quote, Stream};
use crate::technician::Technician;
use std::collections::BTreeSet;
use uuid::Uuid;

/// So many customers at most have one address.
const MOST_CUSTOMERS: u32 = 1_000;

/// Who of all customers and contacts has an address.
pub(super) fn holders(desk: &mut Desk<'_>, address: &str) -> Result<BTreeSet<Uuid>, Error> {
    let conds = vec![is("email", Cell::text(address))];
    let mut holders = BTreeSet::new();
    for row in desk.rows(&customer::EMAILS, conds, "email", MOST_CUSTOMERS)? {
        let found = desk.state::<Customer>(row.place.owner)?.unwrap_or_default();
        holders.extend(customer::holders(&found.profile.emails, &found.contacts, address));
    }
    Ok(holders)
}

/// Under whose ids somebody has written from an address.
pub(super) fn senders(
    desk: &mut Desk<'_>,
    address: &str,
    mails: u32,
) -> Result<BTreeSet<Uuid>, Error> {
    let from = vec![is("address", Cell::text(address))];
    let mut senders = BTreeSet::new();
    for row in desk.rows(&mail::SENDERS, from, "address", mails)? {
        let before = desk.state::<Mail>(row.place.owner)?.unwrap_or_default();
        let all = before.from.iter().chain(&before.reply_to);
        let theirs = all.filter(|it| it.reveal().is_some_and(|it| mail::address(it) == address));
        senders.extend(theirs.map(Personal::person));
    }
    Ok(senders)
}

/// Under which other ids the mail addresses of somebody are kept, those that he had as well as
/// those that he has: a customer's own, what is a customer's address and a contact's, and what was
/// written from one before it was known whose it is. What others have too is theirs.
pub(super) fn addresses(desk: &mut Desk<'_>, person: Uuid) -> Result<BTreeSet<Uuid>, Error> {
    let (company, noun) = (desk.company_id, Customer::NAME);
    let quotes = desk.tx.quotes(company, person)?.into_iter();
    let customers: BTreeSet<Uuid> =
        quotes.filter(|quote| quote.noun == noun).map(|quote| quote.stream).collect();
    let (mut found, mut emails) = (BTreeSet::from([person]), BTreeSet::new());
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
    for email in emails {
        if !holders(desk, &email)?.is_subset(&found) {
            continue;
        }
        for sender in senders(desk, &email, MOST_MAILS)? {
            let known = |it: &Quote| [Customer::NAME, Technician::NAME].contains(&&*it.noun);
            if !desk.tx.quotes(company, sender)?.iter().any(known) {
                found.insert(sender);
            }
        }
    }
    Ok(found)
}

/// The address that a value about somebody is, as addresses are compared.
fn address(slot: &Slot) -> Option<String> {
    let text: String = serde_json::from_slice(&slot.value).ok()?;
    text.contains('@').then(|| text.to_lowercase())
}

/// So many mails from one address are looked at.
const MOST_MAILS: u32 = 10_000;
