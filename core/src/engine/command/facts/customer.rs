//! Facts for a customer's decisions.

use crate::customer::{
    AddContact, Command, Customer, Facts, Proposal, State, TABLE, VatId, country, plain,
};
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::noun::Holder;
use crate::port::index::{Cell, is};

impl Fetch for Customer {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts { given: desk.given(), ..Facts::default() };
        if let Command::Create(_) = command {
            facts.number = desk.next_number("customer")?;
        }
        let proposal: Option<Proposal> = match command {
            Command::Create(create) => Some(create.into()),
            Command::Update(update) => Some(update.into()),
            _ => None,
        };
        if let Some(proposal) = proposal {
            facts.holder = holder(desk, state, &proposal)?;
            facts.vat_holder = vat_holder(desk, &proposal)?;
        }
        if let Command::AddContact(AddContact { person: Some(person), .. }) = command {
            desk.human(*person)?;
        }
        Ok(facts)
    }
}

const MAX_COUNTRIES: u32 = 250;

/// Another customer with the proposed number (E2). Registers of two countries may give the same
/// number to two companies.
fn holder(
    desk: &mut Desk<'_>,
    state: &State,
    proposal: &Proposal,
) -> Result<Option<Holder>, Error> {
    let found = proposal.registry.as_ref().map(|entry| &entry.registration_number);
    let Some(registration_number) = found.or(proposal.registration_number.set()) else {
        return Ok(None);
    };
    let here = country(&state.profile, proposal);
    let conds = vec![is("registration_number", Cell::Text(plain(registration_number)))];
    for row in desk.rows(&TABLE, conds, "registration_number", MAX_COUNTRIES)? {
        let owner = row.place.owner;
        let other = desk.state::<Customer>(owner)?.filter(|_| owner != desk.given.id);
        if other.is_some_and(|it| country(&it.profile, &Proposal::default()) == here) {
            return desk.holder::<Customer>(owner).map(Some);
        }
    }
    Ok(None)
}

/// Another customer with the proposed VAT id. It says its country itself.
fn vat_holder(desk: &mut Desk<'_>, proposal: &Proposal) -> Result<Option<Holder>, Error> {
    let found = proposal.registry.as_ref().and_then(|entry| entry.vat_id.as_ref());
    let Some(vat_id) = proposal.vat_id.set().or(found) else { return Ok(None) };
    let vat_id = VatId::as_it_is(vat_id).unwrap_or_else(|_| vat_id.clone());
    let rows = desk.rows(&TABLE, vec![is("vat_id", Cell::Text(plain(&vat_id)))], "vat_id", 2)?;
    let mut owners = rows.iter().map(|row| row.place.owner);
    let other = owners.find(|owner| *owner != desk.given.id);
    other.map(|other| desk.holder::<Customer>(other)).transpose()
}
