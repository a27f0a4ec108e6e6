//! A visit as a calendar entry: a projection, never the visit itself (S25, E45).

use super::desk::Fetch;
use super::{Engine, replay};
use crate::access::Actor;
use crate::activity::Activity;
use crate::correspondence::Mailbox;
use crate::customer::Customer;
use crate::equipment::Equipment;
use crate::error::{Door, Error};
use crate::journal::FreeText;
use crate::port::store::{Stream, Tx};
use crate::technician::Technician;
use crate::visit::calendar_entry::{CalendarEntry, CalendarMethod, EntryStatus};
use crate::visit::{self, Lifecycle, Visit};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which visit, and what the file shall do in the calendar that opens it?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AskCalendar {
    /// The id of the company in whose books it is asked.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
    /// The id of the visit; `RECORD-FIND-01` where there is none such.
    pub visit: Uuid,
    /// What the file does: show the visit, invite to it, or take it back; it shows it where this is
    /// missing.
    #[serde(default)]
    pub method: CalendarMethod,
}

impl Engine {
    /// The entry for the technician's calendar. Its uid and sequence follow from the visit, so
    /// that a later one replaces it (RFC 5545, 3.8.7.4).
    ///
    /// # Errors
    /// `RECORD-FIND-01`, `ACCESS-ROLE-01`, `ACCESS-OWN-01`.
    pub fn calendar_entry(
        &self,
        company: Uuid,
        actor: &Actor,
        visit: Uuid,
    ) -> Result<CalendarEntry, Error> {
        let mut tx = self.store.read()?;
        let tx = tx.as_mut();
        let found = state::<Visit>(tx, company, visit)?;
        super::own::may_read::<Visit>(tx, company, actor, visit, &found)?;
        let activity = state::<Activity>(tx, company, found.activity)?;
        let customer = state::<Customer>(tx, company, found.customer)?;
        let technician = state::<Technician>(tx, company, found.technician)?;
        let profile = super::answer::company_of(tx, company)?.profile;
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
            sequence: found.sequence,
            start: start.local,
            // What is no later one by today's rules is what the clock shows (R2).
            start_later: start.later && start.zone.later(start.local).is_some(),
            end,
            end_later,
            zone: start.zone.tz().name().to_owned(),
            summary: format!("{} {} – {name}", activity.number.text(), activity.title.words()),
            description: [machine.words(), activity.description.words()]
                .join("\n")
                .trim()
                .to_owned(),
            location,
            organizer: Some(Mailbox { name: Some(profile.name), address: profile.email }),
            attendees: email.into_iter().collect(),
            status: match found.lifecycle {
                Lifecycle::Cancelled => EntryStatus::Cancelled,
                Lifecycle::Proposed => EntryStatus::Tentative,
                _ => EntryStatus::Confirmed,
            },
            created: self.clock.now().utc(),
        })
    }
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
