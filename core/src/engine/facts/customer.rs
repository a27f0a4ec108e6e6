//! Facts for a customer's decisions.

use crate::customer::{Command, Customer, Facts, Proposal, State, TABLE, country, plain};
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::port::index::{Cell, is};
use uuid::Uuid;

impl Fetch for Customer {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts { given: desk.given(), ..Facts::default() };
        if let Command::Create(_) = command {
            facts.number = desk.next_number("customer")?;
        }
        if let Command::Create(proposal) | Command::Change(proposal) = command {
            facts.holder = holder(desk, state, proposal)?;
        }
        if let Command::AddContact { person: Some(person), .. } = command {
            desk.human(*person)?;
        }
        Ok(facts)
    }
}

const MOST_COUNTRIES: u32 = 250;

/// Another customer with the proposed number (E2). Registers of two countries may give the same
/// number to two companies.
fn holder(desk: &mut Desk<'_>, state: &State, proposal: &Proposal) -> Result<Option<Uuid>, Error> {
    let found = proposal.registry.as_ref().map(|entry| &entry.company_id);
    let Some(company_id) = found.or(proposal.company_id.as_ref()) else { return Ok(None) };
    let here = country(&state.profile, proposal);
    let conds = vec![is("company_id", Cell::Text(plain(company_id)))];
    for row in desk.rows(&TABLE, conds, "company_id", MOST_COUNTRIES)? {
        let owner = row.place.owner;
        let other = desk.state::<Customer>(owner)?.filter(|_| owner != desk.given.id);
        if other.is_some_and(|it| country(&it.profile, &Proposal::default()) == here) {
            return Ok(Some(owner));
        }
    }
    Ok(None)
}
