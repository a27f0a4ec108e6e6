//! What a company answers.

use super::erasing::{Quoted, erase, expired, least_years};
use super::numbers::{registered, tidy};
use super::{
    Command, Create, DefineRole, DropRole, ErasePersons, Event, Profile, Refusal, Secret, Settings,
    SettingsChange, State, Update,
};
use crate::access::{GRANTS, Reach, WORKFLOW, is_whole, reach};
use crate::company::{VatRegistration, registration};
use crate::journal::is_blank;
use crate::letter::Mailbox;
use crate::money::Currency;
use crate::noun::Given;
use crate::schedule::Zone;
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// The company that the request names.
    pub company: Uuid,
    /// Today, local to the company.
    pub today: NaiveDate,
    /// What is there about the persons that are to be forgotten.
    pub quoted: Quoted,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::Create(Create { profile, settings, number_checked }) => {
            if facts.given.id != facts.company {
                return Err(Refusal::OtherId { company: facts.company.to_string() });
            }
            sound(profile)?;
            let profile = tidy(profile, *number_checked)?;
            let settings = settings.put_into(&at_home(&profile, settings)?);
            consistent(&profile, &settings, facts.today)?;
            let secret = Secret::draw(&facts.given.salt);
            Event::Created { profile, settings, secret }
        }
        Command::Update(Update { profile, settings, number_checked }) => {
            let mut changed = profile.put_into(&state.profile);
            if changed != state.profile {
                sound(&changed)?;
                changed = tidy(&changed, *number_checked)?;
            }
            let (profile, settings) = (changed, settings.put_into(&state.settings));
            if (&profile, &settings) != (&state.profile, &state.settings) {
                consistent(&profile, &settings, facts.today)?;
            }
            Event::Updated { profile, settings }
        }
        Command::DefineRole(DefineRole { role, permissions }) => define_role(role, permissions)?,
        Command::DropRole(DropRole { role }) => {
            if !state.roles.contains_key(role) {
                return Err(Refusal::NoSuchRole { role: role.clone() });
            }
            Event::RoleDropped { role: role.clone() }
        }
        Command::ErasePersons(ErasePersons { persons, reason }) => {
            return Ok(erase(persons, reason, facts)?.into_iter().collect());
        }
        Command::EraseExpired(_) => return Ok(expired(facts).into_iter().collect()),
    };
    Ok(vec![event])
}

/// The zone and the currency of the country of the seat, where they follow from it.
fn at_home(profile: &Profile, said: &SettingsChange) -> Result<Settings, Refusal> {
    let country = profile.address.country.as_str();
    let zone = match country {
        "CZ" => Some(Tz::Europe__Prague),
        "SK" => Some(Tz::Europe__Bratislava),
        "AT" => Some(Tz::Europe__Vienna),
        "DE" => Some(Tz::Europe__Berlin),
        "PL" => Some(Tz::Europe__Warsaw),
        "HU" => Some(Tz::Europe__Budapest),
        _ => None,
    };
    let currency = match country {
        "CZ" => Some(Currency::Czk),
        "SK" | "AT" | "DE" => Some(Currency::Eur),
        _ => None,
    };
    let country = || country.to_owned();
    let zone = said.zone.or(zone.map(Zone::new));
    let zone = zone.ok_or_else(|| Refusal::ZoneMissing { country: country() })?;
    let currency = said.currency.or(currency);
    let currency = currency.ok_or_else(|| Refusal::CurrencyMissing { country: country() })?;
    Ok(Settings { zone, currency, ..Settings::default() })
}

fn consistent(profile: &Profile, settings: &Settings, today: NaiveDate) -> Result<(), Refusal> {
    registered(profile, settings, today)?;
    if !settings.tries_in_time() {
        return Err(Refusal::RetryOdd {});
    }
    long_enough(profile, settings, today)
}

fn sound(profile: &Profile) -> Result<(), Refusal> {
    if is_blank(&profile.name) {
        return Err(Refusal::NameMissing {});
    }
    let sender = Mailbox { name: None, address: profile.email.clone() };
    // Who sends nothing needs no address.
    if !profile.email.is_empty() && !sender.is_deliverable() {
        return Err(Refusal::BadEmail { value: profile.email.clone() });
    }
    Ok(())
}

/// What other countries ask for is the host's to know. Who paid VAT before has it written in its
/// papers of then.
fn long_enough(profile: &Profile, settings: &Settings, today: NaiveDate) -> Result<(), Refusal> {
    let since = &settings.vat_since;
    let to_come = since.iter().filter(|it| it.from > today).map(|it| it.registration);
    let payer = to_come.chain([registration(since, today)]).any(|it| it == VatRegistration::Payer);
    let country = &profile.address.country;
    let (years, least) = (settings.retention_years, least_years(country, payer));
    if years < least { Err(Refusal::RetentionShort { years, least }) } else { Ok(()) }
}

fn define_role(role: &str, permissions: &BTreeMap<String, Reach>) -> Result<Event, Refusal> {
    if is_blank(role) {
        return Err(Refusal::RoleUnnamed {});
    }
    // In this one Callout's own reactions are written down.
    if role == WORKFLOW {
        return Err(Refusal::RoleReserved { role: role.to_owned() });
    }
    if reach(role, "").is_some() {
        return Err(Refusal::RoleBuiltIn { role: role.to_owned() });
    }
    if let Some(verb) = permissions.keys().find(|verb| !GRANTS.iter().any(|g| g.verb == **verb)) {
        return Err(Refusal::NoSuchVerb { permission: verb.clone() });
    }
    let mut half = permissions.iter().filter(|(_, reach)| **reach == Reach::Own);
    if let Some((verb, _)) = half.find(|(verb, _)| is_whole(verb)) {
        return Err(Refusal::RoleWhole { permission: verb.clone() });
    }
    let reads = |verb: &str| permissions.get(verb).is_some_and(|reach| *reach > Reach::No);
    if reads("invoice.read") && !reads("prices.read") {
        return Err(Refusal::RoleBlind { permission: "invoice.read".to_owned() });
    }
    Ok(Event::RoleDefined { role: role.to_owned(), permissions: permissions.clone() })
}
