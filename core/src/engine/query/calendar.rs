//! A visit as a calendar entry: a projection, never the visit itself (S25, E45).

use crate::access::Reach;
use crate::activity::{self, Activity};
use crate::calendar::Feed;
use crate::company::Profile;
use crate::customer::{self, Customer};
use crate::engine::answer::{self, Asking};
use crate::engine::desk::Fetch;
use crate::engine::{own, replay};
use crate::equipment::Equipment;
use crate::error::{Door, Error};
use crate::journal::FreeText;
use crate::language::Language;
use crate::letter::Mailbox;
use crate::noun::Noun;
use crate::port::store::{Stream, Tx};
use crate::schedule::Period;
use crate::technician::Technician;
use crate::visit::calendar_entry::{CalendarEntry, CalendarFeed, EntryStatus};
use crate::visit::{self, Status, Visit};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which visit as an entry for whose calendar?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarEntryQuery {
    /// The id of the visit; `RECORD-FIND-01` where there is none such.
    pub visit: Uuid,
    /// The id of the technician whose calendar it is for: the one whose visit it is, where this is
    /// missing. One whose visit it was before is told that it is cancelled, as it was when he last
    /// had it, with the newest sequence: after a visit went to somebody else, he is sent `cancel`
    /// and the new one `request`. `RECORD-FIND-01` for one who never had it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub technician: Option<Uuid>,
}

/// Which visits of a technician as a feed to which a calendar subscribes?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarFeedQuery {
    /// The id of the technician; `RECORD-FIND-01` where there is none such.
    pub technician: Uuid,
    /// From when until when the visits are (`AVAILABILITY-ASK-01`); 2,000 visits at the most
    /// (`AVAILABILITY-ASK-03`). Those that were cancelled are not in it, and leave a calendar that
    /// fetches it anew.
    pub within: Period,
    /// After how many minutes a calendar should fetch it again; it is left to the calendar where
    /// this is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_minutes: Option<u32>,
}

impl Asking<'_> {
    /// The visits of a technician as entries of one file (S23, S25).
    pub(in crate::engine) fn calendar_feed(
        &mut self,
        ask: &CalendarFeedQuery,
    ) -> Result<CalendarFeed, Error> {
        let chosen = self.chosen(&[ask.technician], ask.within)?;
        if !self.reads_visits(ask.technician) {
            let (role, verb) = (self.question.actor.role.clone(), "visit.read".to_owned());
            return Err(Door::NotOwn { role, verb }.into());
        }
        let visits = self.visits_of(ask.technician, ask.within)?;
        let mut entries = Vec::with_capacity(visits.len());
        for visit in visits {
            let ask = CalendarEntryQuery { visit: visit.id, technician: None };
            entries.push(self.calendar_entry(&ask)?);
        }
        let name = chosen.first().map_or("", |chosen| chosen.state.person.name.reveal_text());
        let feed = Feed { name: name.to_owned(), refresh_minutes: ask.refresh_minutes };
        Ok(CalendarFeed { feed, entries })
    }

    /// The entry for a technician's calendar: for the one whose visit it is, where none is named;
    /// for one whose visit it was before, it is cancelled. Its uid and sequence follow from the
    /// visit, so that a later one replaces it (RFC 5545, 3.8.7.4). A company without an e-mail
    /// address organizes nothing: its entries can only be shown.
    pub(in crate::engine) fn calendar_entry(
        &mut self,
        ask: &CalendarEntryQuery,
    ) -> Result<CalendarEntry, Error> {
        let (company, actor) = (self.question.company, &self.question.actor);
        let (visit, technician) = (ask.visit, ask.technician);
        let tx = &mut *self.tx;
        let stream = Stream { company, noun: Visit::NAME, id: visit };
        let newest = replay::load::<Visit>(tx, &stream)?.map(|loaded| loaded.record.state);
        own::may_read::<Visit>(tx, company, actor, visit, newest.as_ref())?;
        let newest = newest.ok_or_else(|| answer::no_such(Visit::NAME, visit))?;
        // How to reach a colleague, and when he was to come, is not a technician's to know.
        let reach = self.company.reach(&actor.role, "technician.read");
        if let Some(other) = technician.filter(|other| *other != actor.id)
            && reach != Reach::All
            && other != newest.technician
        {
            let (role, verb) = (actor.role.clone(), "technician.read".to_owned());
            return Err(Door::NotOwn { role, verb }.into());
        }
        let found = as_known_to(tx, (company, visit), newest, technician)?;
        let activity = state::<Activity>(tx, company, found.activity)?;
        let customer = state::<Customer>(tx, company, found.customer)?;
        let technician = state::<Technician>(tx, company, found.technician)?;
        let machine = match found.equipment {
            Some(id) => state::<Equipment>(tx, company, id)?.card.name,
            None => FreeText::default(),
        };
        let name = customer.profile.name.reveal().cloned().unwrap_or_default();
        let site = activity.site.and_then(|id| customer.sites.iter().find(|site| site.id == id));
        let address = site.map_or(&customer.profile.address, |site| &site.address);
        let location = address.reveal().map_or_else(String::new, |at| {
            let town = format!("{} {}", at.postal_code, at.city);
            let parts = [at.street.trim(), town.trim()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        });
        let email = technician.person.email.as_ref().map(|email| Mailbox {
            name: Some(technician.person.name.reveal_text().to_owned()),
            address: email.reveal_text().to_owned(),
        });
        let start = found.starts;
        let (end, end_later) = end(&found);
        Ok(CalendarEntry {
            uid: format!("{visit}@callout"),
            sequence: found.sequence + activity.places,
            start: start.local,
            // What is no later one by today's rules is what the clock shows (R2).
            start_later: start.later && start.zone.later(start.local).is_some(),
            end,
            end_later,
            zone: start.zone.tz().name().to_owned(),
            summary: format!("{} {} – {name}", activity.number.text(), activity.title.words()),
            description: description(
                self.company.settings.language,
                machine.words(),
                &activity,
                &customer,
            ),
            location,
            organizer: organizer(&self.company.profile),
            attendees: email.into_iter().collect(),
            status: match found.status {
                Status::Cancelled => EntryStatus::Cancelled,
                Status::Proposed => EntryStatus::Tentative,
                _ => EntryStatus::Confirmed,
            },
            created: self.now.utc(),
        })
    }
}

/// So many people to talk to stand in an entry.
const MAX_CONTACTS: usize = 5;

/// What a technician wants to know on the way: which equipment, what is wrong with it, what was
/// noted, whom to call.
fn description(
    language: Language,
    machine: &str,
    activity: &activity::State,
    customer: &customer::State,
) -> String {
    let english = language == Language::En;
    let [fault, note, contact] =
        if english { ["Fault", "Note", "Contact"] } else { ["Závada", "Poznámka", "Kontakt"] };
    let labelled = |label: &str, text: &str| {
        if text.is_empty() { String::new() } else { format!("{label}: {text}") }
    };
    let faults = activity.faults.iter().map(|it| labelled(fault, it.symptom.words()));
    let notes = activity.notes.iter().map(|it| labelled(note, it.text.words()));
    let contacts = customer.contacts.iter().filter_map(|it| {
        // Who was forgotten is not called, and takes nobody's place.
        let phone = it.phone.as_ref().map(|phone| phone.reveal_text().trim());
        let phone = phone.filter(|phone| !phone.is_empty())?;
        let called = [it.name.reveal_text(), phone].map(str::trim);
        let called = called.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        Some(labelled(contact, &called.join(", ")))
    });
    let said = [machine.to_owned(), activity.description.words().to_owned()].into_iter();
    let all = said.chain(faults).chain(notes).chain(contacts.take(MAX_CONTACTS));
    all.filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

fn organizer(profile: &Profile) -> Option<Mailbox> {
    let Profile { name, email, .. } = profile;
    let mailbox = || Mailbox { name: Some(name.clone()), address: email.clone() };
    (!email.trim().is_empty()).then(mailbox)
}

/// The visit as it is, or, for one who lost it, as it was when he last had it: called off.
fn as_known_to(
    tx: &mut dyn Tx,
    (company, visit): (Uuid, Uuid),
    newest: visit::State,
    technician: Option<Uuid>,
) -> Result<visit::State, Error> {
    let Some(technician) = technician.filter(|id| *id != newest.technician) else {
        return Ok(newest);
    };
    let stream = Stream { company, noun: Visit::NAME, id: visit };
    let his = |state: &visit::State| state.technician == technician;
    let found = match newest.former.contains(&technician) {
        true => replay::last_where::<Visit>(tx, &stream, his)?,
        false => None,
    };
    let missing = || {
        let id = technician.to_string();
        Error::from(Door::NotFound { noun: Technician::NAME.to_owned(), id })
    };
    let (status, sequence) = (Status::Cancelled, newest.sequence);
    Ok(visit::State { status, sequence, ..found.ok_or_else(missing)? })
}

/// An entry has one zone, and the end may have been agreed in another. Where it was not, it is
/// what was agreed: zone rules may have changed since (R2).
fn end(visit: &visit::State) -> (NaiveDateTime, bool) {
    let (zone, ends) = (visit.starts.zone, &visit.ends);
    if ends.zone == zone {
        return (ends.local, ends.later && zone.later(ends.local).is_some());
    }
    let local = zone.wall(ends.instant);
    (local, zone.later(local) == Some(ends.instant))
}

fn state<N: Fetch>(tx: &mut dyn Tx, company: Uuid, id: Uuid) -> Result<N::State, Error> {
    let stream = Stream { company, noun: N::NAME, id };
    let found = replay::load::<N>(tx, &stream)?.map(|loaded| loaded.record.state);
    found.ok_or_else(|| Door::NotFound { noun: N::NAME.to_owned(), id: id.to_string() }.into())
}
