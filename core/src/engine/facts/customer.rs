//! Facts for a customer's decisions.

use crate::customer::{Command, Customer, Facts, Proposal, State, TABLE, plain};
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::port::index::{Cell, is};
use uuid::Uuid;

impl Fetch for Customer {
    fn fetch(desk: &mut Desk<'_>, _: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts { given: desk.given(), ..Facts::default() };
        if let Command::Create(_) = command {
            facts.number = desk.next_number("customer")?;
        }
        if let Command::Create(proposal) | Command::Change(proposal) = command {
            facts.holder = holder(desk, proposal)?;
        }
        Ok(facts)
    }
}

/// Another customer with the proposed number (E2).
fn holder(desk: &mut Desk<'_>, proposal: &Proposal) -> Result<Option<Uuid>, Error> {
    let found = proposal.registry.as_ref().map(|entry| &entry.company_id);
    let Some(company_id) = found.or(proposal.company_id.as_ref()) else { return Ok(None) };
    let conds = vec![is("company_id", Cell::Text(plain(company_id)))];
    let rows = desk.rows(&TABLE, conds, "company_id", 2)?;
    Ok(rows.iter().map(|row| row.place.owner).find(|owner| *owner != desk.given.id))
}
