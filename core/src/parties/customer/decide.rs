//! What a customer answers.

use super::profile::{Making, Proposal, deliverable, shown, sound};
use super::{
    AddContact, AddSite, Command, Contact, Event, Profile, Refusal, Site, State, UpdateContact,
    UpdateSite,
};
use crate::Patch;
use crate::error::Error;
use crate::journal::{Personal, is_blank};
use crate::noun::{Given, Holder, Number};
use crate::schedule::WorkingTime;
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
    pub holder: Option<Holder>,
    /// Another customer that has the proposed VAT id already.
    pub vat_holder: Option<Holder>,
}

/// Says what happens, or why not. Faults of business ids come as the register's room says them.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Error> {
    let event = match command {
        Command::Create(create) => {
            let profile = profile(state, &create.into(), facts)?;
            Event::Created { number: facts.number.clone(), profile }
        }
        Command::Update(update) => {
            Event::Updated { profile: profile(state, &update.into(), facts)? }
        }
        Command::AddSite(AddSite { name, address, opening, region }) => Event::SiteAdded {
            site: Site {
                id: facts.given.fresh.id(0),
                name: Personal::of(facts.given.id, called(name)?),
                address: Personal::of(facts.given.id, sound(address)?.clone()),
                opening: opening.as_ref().map(open).transpose()?,
                region: self::region(&Patch::or_keep(region.clone()), None),
            },
        },
        Command::UpdateSite(UpdateSite { site, name, address, opening, region }) => {
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
            let opening = opening.as_ref().made(|opening| open(opening).map(Some))?;
            changed.opening = opening.onto(changed.opening);
            changed.region = self::region(region, changed.region);
            Event::SiteUpdated { site: changed }
        }
        Command::AddContact(AddContact { name, email, phone, role, person, receives }) => {
            let id = facts.given.fresh.id(0);
            let person = person.unwrap_or(id);
            let email = email.as_deref().map(|email| reach(person, email)).transpose()?.flatten();
            let phone = phone.as_deref().and_then(|phone| kept(person, phone));
            let (name, role) = (Personal::of(person, named(name)?), kept(person, role));
            let receives = receives.clone();
            let contact = reached(Contact { id, name, email, phone, role, receives })?;
            Event::ContactAdded { contact }
        }
        Command::UpdateContact(update) => update_contact(state, update)?,
    };
    Ok(vec![event])
}

fn profile(state: &State, proposal: &Proposal, facts: &Facts) -> Result<Profile, Error> {
    let (given, before) = (&facts.given, &state.profile);
    let profile = Making { given, before, proposal }.profile()?;
    if let (Some(registration_number), Some(holder)) =
        (shown(&profile.registration_number), facts.holder)
    {
        let registration_number = registration_number.clone();
        return Err(match holder {
            Holder::Known(id) => {
                Refusal::NumberTaken { registration_number, customer: id.to_string() }
            }
            Holder::Hidden => Refusal::NumberHeld { registration_number },
        }
        .into());
    }
    // What it has already may be said again.
    let news = shown(&profile.vat_id).filter(|id| shown(&state.profile.vat_id) != Some(*id));
    let vat_id = news.filter(|_| !proposal.vat_id_shared);
    if let (Some(vat_id), Some(holder)) = (vat_id, facts.vat_holder) {
        let vat_id = vat_id.clone();
        return Err(match holder {
            Holder::Known(id) => Refusal::VatIdTaken { vat_id, customer: id.to_string() },
            Holder::Hidden => Refusal::VatIdHeld { vat_id },
        }
        .into());
    }
    Ok(profile)
}

fn open(opening: &WorkingTime) -> Result<WorkingTime, Refusal> {
    opening.checked().map_err(|fault| Refusal::BadOpening { fault: (&fault).into() })
}

/// A region's name; an empty one says none.
pub(super) fn region(said: &Patch<String>, before: Option<String>) -> Option<String> {
    let region = said.clone().onto(before)?.trim().to_owned();
    (!region.is_empty()).then_some(region)
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
    if is_blank(email) {
        return Ok(None);
    }
    Ok(Some(Personal::of(person, deliverable(email)?)))
}

fn kept(person: Uuid, text: &str) -> Option<Personal<String>> {
    let text = text.trim();
    (!text.is_empty()).then(|| Personal::of(person, text.to_owned()))
}

fn update_contact(state: &State, update: &UpdateContact) -> Result<Event, Refusal> {
    let known = state.contacts.iter().find(|known| known.id == update.contact);
    let Some(mut changed) = known.cloned() else {
        return Err(Refusal::NoContact { contact: update.contact.to_string() });
    };
    let person = changed.name.person();
    if let Some(name) = &update.name {
        changed.name = Personal::of(person, named(name)?);
    }
    let email = update.email.as_ref().made(|email| reach(person, email))?;
    changed.email = email.onto(changed.email);
    let of_him = |text: &Patch<String>, before| match text {
        Patch::Keep => before,
        Patch::Clear => None,
        Patch::Set(text) => kept(person, text),
    };
    changed.phone = of_him(&update.phone, changed.phone);
    changed.role = of_him(&update.role, changed.role);
    changed.receives = update.receives.clone().onto(Some(changed.receives)).unwrap_or_default();
    Ok(Event::ContactUpdated { contact: reached(changed)? })
}

/// What a contact receives needs an address to go to.
fn reached(contact: Contact) -> Result<Contact, Refusal> {
    match contact.email {
        None if !contact.receives.is_empty() => Err(Refusal::ContactUnreached {}),
        _ => Ok(contact),
    }
}
