//! Facts for a mail's decisions.

use crate::activity::Activity;
use crate::customer::{self, Customer};
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::Equipment;
use crate::error::Error;
use crate::mail::{self, Command, Context, Facts, Mail, State};
use crate::port::index::{Cell, is};
use uuid::Uuid;

impl Fetch for Mail {
    fn fetch(desk: &mut Desk<'_>, _: &State, command: &Command) -> Result<Facts, Error> {
        let given = desk.given();
        let mut facts = Facts { given, ..Facts::default() };
        match command {
            Command::Receive(message) => {
                facts.id = mail::id(&desk.tx.secret(desk.company_id)?, &message.content);
                facts.known = desk.state::<Mail>(desk.given.id)?.is_some();
                for mailbox in message.from.iter().chain(&message.reply_to) {
                    let address = mail::address(mailbox);
                    if let Some(person) = person(desk, &address)? {
                        facts.persons.insert(address, person);
                    }
                }
                let files = message.attachments.iter().map(|file| file.content);
                for content in std::iter::once(message.content).chain(files) {
                    if desk.tx.blob(desk.company_id, &content)?.is_some() {
                        facts.blobs.insert(content);
                    }
                }
            }
            Command::File { under: Context::Customer(customer) } => {
                let found = desk.state::<Customer>(*customer)?;
                facts.case = found.map(|_| (*customer, None));
            }
            Command::File { under: Context::Equipment(equipment) } => {
                let found = desk.state::<Equipment>(*equipment)?;
                facts.case = found.map(|it| (it.customer, Some(*equipment)));
            }
            Command::File { under: Context::Activity(activity) } => {
                let found = desk.state::<Activity>(*activity)?;
                facts.case = found.map(|it| (it.customer, it.equipment));
            }
            Command::Unfile {} => {}
        }
        Ok(facts)
    }
}

/// Who has an address: a contact or customer, or who has written from it before. One human is one
/// person wherever he writes.
fn person(desk: &mut Desk<'_>, address: &str) -> Result<Option<Uuid>, Error> {
    let of = |cell: &str| vec![is("email", Cell::text(cell))];
    if let Some(row) = desk.rows(&customer::EMAILS, of(address), "email", 1)?.pop()
        && let Some(found) = desk.state::<Customer>(row.place.owner)?
    {
        let contacts = found.contacts.iter().filter_map(|contact| contact.email.as_ref());
        let mut all = contacts.chain(&found.profile.emails);
        let theirs = |email: &str| email.to_lowercase() == address;
        if let Some(email) = all.find(|email| theirs(email.reveal_text())) {
            return Ok(Some(email.person()));
        }
    }
    let from = vec![is("address", Cell::text(address))];
    let Some(row) = desk.rows(&mail::SENDERS, from, "address", 1)?.pop() else { return Ok(None) };
    let before = desk.state::<Mail>(row.place.owner)?.unwrap_or_default();
    let mut all = before.from.iter().chain(&before.reply_to);
    let theirs = all.find(|box_| box_.reveal().is_some_and(|it| mail::address(it) == address));
    Ok(theirs.map(|found| found.person()))
}
