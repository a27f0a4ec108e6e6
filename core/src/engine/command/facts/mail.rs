//! Facts for a mail's decisions.

use super::addresses::{correspondents, holders};
use crate::activity::Activity;
use crate::customer::Customer;
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::Equipment;
use crate::error::Error;
use crate::mail::{self, Command, Context, Facts, File, Mail, State};
use std::collections::BTreeSet;
use uuid::Uuid;

impl Fetch for Mail {
    fn fetch(desk: &mut Desk<'_>, _: &State, command: &Command) -> Result<Facts, Error> {
        let given = desk.given();
        let mut facts = Facts { given, ..Facts::default() };
        match command {
            Command::Receive(message) => {
                facts.known = desk.state::<Mail>(desk.given.id)?.is_some();
                let mut addresses: BTreeSet<String> = message.named().map(mail::address).collect();
                // The company's own stands in nearly all mails, and is nobody's.
                let own = desk.company.profile.email.trim().to_lowercase();
                for address in ["", own.as_str()] {
                    addresses.remove(address);
                }
                for address in addresses {
                    if let Some(person) = person(desk, &address)? {
                        facts.persons.insert(address, person);
                    }
                }
                if !own.is_empty() {
                    facts.persons.insert(own, facts.given.id);
                }
            }
            Command::File(File { under: Context::Customer(customer) }) => {
                let found = desk.named::<Customer>(*customer)?;
                facts.case = found.map(|_| (*customer, None));
            }
            Command::File(File { under: Context::Equipment(equipment) }) => {
                let found = desk.named::<Equipment>(*equipment)?;
                facts.case = found.map(|it| (it.customer, Some(*equipment)));
            }
            Command::File(File { under: Context::Activity(activity) }) => {
                let found = desk.named::<Activity>(*activity)?;
                facts.case = found.map(|it| (it.customer, it.equipment));
            }
            Command::Unfile(_) => {}
        }
        Ok(facts)
    }
}

/// Whose an address is: the contact's or customer's who alone has it, or the one's who stood with
/// it in a mail before. One human is one person wherever he writes; an address that several share
/// says nothing about who wrote.
fn person(desk: &mut Desk<'_>, address: &str) -> Result<Option<Uuid>, Error> {
    let holders = holders(desk, address)?;
    if let Some(only) = holders.first().filter(|_| holders.len() == 1) {
        return Ok(Some(*only));
    }
    let before = correspondents(desk, address)?;
    Ok(before.into_iter().find(|person| !holders.contains(person)))
}
