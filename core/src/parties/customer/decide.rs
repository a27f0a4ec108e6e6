//! What a customer answers.

use super::profile::{Making, deliverable, shown, sound};
use super::{Command, Contact, Event, Profile, Proposal, Refusal, Site, State};
use crate::error::Error;
use crate::journal::Personal;
use crate::noun::Given;
use crate::noun::Number;
use uuid::Uuid;

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// The next number of this year.
    pub number: Number,
    /// Another customer that has the proposed company number already.
    pub holder: Option<Uuid>,
    /// Another customer that has the proposed VAT id already.
    pub vat_holder: Option<Uuid>,
}

/// Says what happens, or why not. Faults of business ids come as the register's room says them.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Error> {
    let event = match command {
        Command::Create(proposal) => {
            let profile = profile(state, proposal, facts)?;
            Event::Created { number: facts.number.clone(), profile }
        }
        Command::Update(proposal) => {
            let profile = profile(state, proposal, facts)?;
            if profile == state.profile {
                return Ok(Vec::new());
            }
            Event::Updated { profile }
        }
        Command::AddSite { name, address } => Event::SiteAdded {
            site: Site {
                id: facts.given.fresh.id(0),
                name: Personal::of(facts.given.id, called(name)?),
                address: Personal::of(facts.given.id, sound(address)?.clone()),
            },
        },
        Command::UpdateSite { site, name, address } => {
            let known = state.sites.iter().find(|known| known.id == *site);
            let Some(mut changed) = known.cloned() else {
                return Err(Refusal::NoSite { site: site.to_string() }.into());
            };
            if let Some(name) = name {
                changed.name = Personal::of(facts.given.id, called(name)?);
            }
            if let Some(address) = address {
                let address = sound(address)?.clone();
                changed.address = Personal::of(facts.given.id, address);
            }
            Event::SiteUpdated { site: changed }
        }
        Command::AddContact { name, email, phone, role, person, receives } => {
            let id = facts.given.fresh.id(0);
            let person = person.unwrap_or(id);
            let email = email.as_deref().map(|email| reach(person, email)).transpose()?.flatten();
            let phone = phone.as_deref().and_then(|phone| kept(person, phone));
            let (name, role) = (Personal::of(person, named(name)?), kept(person, role));
            let receives = receives.clone();
            let contact = reached(Contact { id, name, email, phone, role, receives })?;
            Event::ContactAdded { contact }
        }
        Command::UpdateContact { .. } => update_contact(state, command)?,
    };
    Ok(vec![event])
}

fn profile(state: &State, proposal: &Proposal, facts: &Facts) -> Result<Profile, Error> {
    let (given, before) = (&facts.given, &state.profile);
    let profile = Making { given, before, proposal }.profile()?;
    if let (Some(registration_number), Some(holder)) =
        (shown(&profile.registration_number), facts.holder)
    {
        let (registration_number, customer) = (registration_number.clone(), holder.to_string());
        return Err(Refusal::NumberTaken { registration_number, customer }.into());
    }
    // What it has already may be said again.
    let news = shown(&profile.vat_id).filter(|id| shown(&state.profile.vat_id) != Some(*id));
    let vat_id = news.filter(|_| !proposal.vat_id_shared);
    if let (Some(vat_id), Some(holder)) = (vat_id, facts.vat_holder) {
        let (vat_id, customer) = (vat_id.clone(), holder.to_string());
        return Err(Refusal::VatIdTaken { vat_id, customer }.into());
    }
    Ok(profile)
}

fn called(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    if name.is_empty() { Err(Refusal::SiteNameMissing {}) } else { Ok(name.to_owned()) }
}

fn named(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    if name.is_empty() { Err(Refusal::ContactNameMissing {}) } else { Ok(name.to_owned()) }
}

fn reach(person: Uuid, email: &str) -> Result<Option<Personal<String>>, Refusal> {
    if email.trim().is_empty() {
        return Ok(None);
    }
    Ok(Some(Personal::of(person, deliverable(email)?)))
}

fn kept(person: Uuid, text: &str) -> Option<Personal<String>> {
    let text = text.trim();
    (!text.is_empty()).then(|| Personal::of(person, text.to_owned()))
}

fn update_contact(state: &State, command: &Command) -> Result<Event, Refusal> {
    let Command::UpdateContact { contact, name, email, phone, role, receives } = command else {
        return Err(Refusal::ContactNameMissing {});
    };
    let known = state.contacts.iter().find(|known| known.id == *contact);
    let Some(mut changed) = known.cloned() else {
        return Err(Refusal::NoContact { contact: contact.to_string() });
    };
    let person = changed.name.person();
    if let Some(name) = name {
        changed.name = Personal::of(person, named(name)?);
    }
    if let Some(email) = email {
        changed.email = reach(person, email)?;
    }
    if let Some(phone) = phone {
        changed.phone = kept(person, phone);
    }
    if let Some(role) = role {
        changed.role = kept(person, role);
    }
    if let Some(receives) = receives {
        changed.receives.clone_from(receives);
    }
    Ok(Event::ContactUpdated { contact: reached(changed)? })
}

/// What a contact receives needs an address to go to.
fn reached(contact: Contact) -> Result<Contact, Refusal> {
    match contact.email {
        None if !contact.receives.is_empty() => Err(Refusal::ContactUnreached {}),
        _ => Ok(contact),
    }
}
