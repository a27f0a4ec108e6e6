//! A visit as other people's calendars see it: a pure value, written by a format adapter.

use crate::calendar::{Feed, ReadCalendar};
use crate::error::Error;
use crate::letter::Mailbox;
use crate::schedule::{Planned, WallTime, Zone};
use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

crate::codes! {
    /// Why a calendar entry cannot be written.
    pub enum CalendarFault {
        /// Without an id, no later change finds its entry.
        UidMissing { summary: String } => Invalid "CALENDAR-ENTRY-01"
            en "The calendar entry {summary} has no uid. Give it the visit's id, the same for each later change."
            cs "Záznam kalendáře {summary} nemá uid. Dejte mu identifikátor výjezdu, stejný i pro pozdější změny.",
        /// It ends before it starts.
        EndBeforeStart { start: String, end: String } => Invalid "CALENDAR-ENTRY-02"
            en "The calendar entry ends at {end}, which is not after its start {start}. Mend the times."
            cs "Záznam kalendáře končí {end}, tedy ne po začátku {start}. Opravte časy.",
        /// A zone that the IANA database does not know.
        UnknownZone { zone: String } => Invalid "CALENDAR-ENTRY-03"
            en "{zone} is no zone of the IANA database. Write a name such as Europe/Prague."
            cs "{zone} není pásmo databáze IANA. Zapište například Europe/Prague.",
        /// An invitation or its cancelling without somebody who invites (RFC 5546).
        OrganizerMissing { method: String } => Invalid "CALENDAR-ENTRY-04"
            en "{method} needs an organizer and an attendee. Name both, or publish the entry instead."
            cs "{method} vyžaduje pořadatele a účastníka. Uveďte oba, nebo záznam jen zveřejněte.",
        /// An address that would break out of its line.
        BadAddress { value: String } => Invalid "CALENDAR-ENTRY-05"
            en "{value} is no e-mail address. Mend it or leave it out."
            cs "{value} není e-mailová adresa. Opravte ji, nebo ji vynechte.",
        /// The second of two moments, of a time that comes once.
        OnceOnly { local: String, zone: String } => Invalid "CALENDAR-ENTRY-06"
            en "The clock of {zone} shows {local} once only, so there is no later one. Leave out `start_later` or `end_later`."
            cs "Hodiny pásma {zone} ukazují čas {local} jen jednou, pozdější tedy není. Vynechte `start_later` nebo `end_later`.",
        /// An invitation to what was called off.
        CalledOff { summary: String } => Refused "CALENDAR-ENTRY-07"
            en "The visit \"{summary}\" is called off: nobody is invited to it. Ask for `cancel`."
            cs "Návštěva „{summary}“ je zrušena, nikdo se na ni nezve. Požádejte o `cancel`.",
    }
}

/// How firm the appointment is (RFC 5545 3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EntryStatus {
    /// The appointment is agreed with the customer.
    Confirmed,
    /// The appointment is only proposed so far.
    Tentative,
    /// The appointment is called off.
    Cancelled,
}

/// What the receiver's calendar is to do with the entry (RFC 5546 1.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CalendarMethod {
    /// Show it; nobody is named as invited, and no answer is expected.
    #[default]
    Publish,
    /// Invite: the attendees answer. What was called off is not invited to (`CALENDAR-ENTRY-07`).
    Request,
    /// Take it away: the appointment is called off.
    Cancel,
}

/// One visit in a calendar.
///
/// Times are local wall time in `zone`: that is what was agreed with the customer, and it stays
/// when the rules of the zone change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarEntry {
    /// The id of the entry, the same for all its versions; not empty (`CALENDAR-ENTRY-01`).
    pub uid: String,
    /// Grows with each change; a lower one than known is ignored by calendars.
    pub sequence: u32,
    /// The local time at which it starts.
    pub start: NaiveDateTime,
    /// The clock shows the start twice, as it is put back, and the second time is meant. The first
    /// where it is missing.
    #[serde(default)]
    pub start_later: bool,
    /// The local time at which it ends, after the start (`CALENDAR-ENTRY-02`).
    pub end: NaiveDateTime,
    /// The clock shows the end twice, as it is put back, and the second time is meant. The first
    /// where it is missing.
    #[serde(default)]
    pub end_later: bool,
    /// The zone of both times by its IANA name, `Europe/Prague` (`CALENDAR-ENTRY-03`).
    pub zone: String,
    /// One line: what and for whom.
    pub summary: String,
    /// More lines; may be empty.
    #[serde(default)]
    pub description: String,
    /// Where it takes place; may be empty.
    #[serde(default)]
    pub location: String,
    /// Who invites, by name and address; needed where it is no mere showing (`CALENDAR-ENTRY-04`).
    /// Where it is missing, an entry that is shown has no method.
    #[serde(default)]
    pub organizer: Option<Mailbox>,
    /// Who is invited, by name and address; needed where it is no mere showing
    /// (`CALENDAR-ENTRY-04`), and left out where it is (RFC 5546, 3.2.1).
    #[serde(default)]
    pub attendees: Vec<Mailbox>,
    /// How firm it is.
    pub status: EntryStatus,
    /// When this version was made (DTSTAMP): a fact of the caller, so bytes repeat.
    pub created: DateTime<Utc>,
}

/// An entry to be written as a file, and what the file does in the calendar that opens it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    /// The entry, as the query `calendar_entry` gives it.
    pub entry: CalendarEntry,
    /// What the file does: show the visit, invite to it, or take it back; it shows it where this is
    /// missing.
    #[serde(default)]
    pub method: CalendarMethod,
}

/// The visits of a technician, to be written as one file to which a calendar subscribes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarFeed {
    /// The head of the file: what the calendar is called, and when to fetch it again.
    pub feed: Feed,
    /// The entries, each uid once (`CALENDAR-FEED-01`).
    pub entries: Vec<CalendarEntry>,
}

impl CalendarEntry {
    /// Whether the entry can be written for this method.
    ///
    /// # Errors
    /// `CALENDAR-ENTRY-01` to `CALENDAR-ENTRY-07`, each as [`CalendarFault`] says.
    pub fn check(&self, method: CalendarMethod) -> Result<(), Error> {
        if self.uid.trim().is_empty() {
            return Err(CalendarFault::UidMissing { summary: self.summary.clone() }.into());
        }
        let (starts, ends) = self.times()?;
        // By the clock, or by the moments: the later half past two is after a quarter to three.
        let forward = self.end > self.start && !self.start_later;
        if ends.instant <= starts.instant && !forward {
            let (start, end) = (self.start.to_string(), self.end.to_string());
            return Err(CalendarFault::EndBeforeStart { start, end }.into());
        }
        if method == CalendarMethod::Request && self.status == EntryStatus::Cancelled {
            return Err(CalendarFault::CalledOff { summary: self.summary.clone() }.into());
        }
        let invites = method != CalendarMethod::Publish;
        if invites && (self.organizer.is_none() || self.attendees.is_empty()) {
            let method = if method == CalendarMethod::Request { "REQUEST" } else { "CANCEL" };
            return Err(CalendarFault::OrganizerMissing { method: method.to_owned() }.into());
        }
        match self.organizer.iter().chain(&self.attendees).find(|m| !m.is_deliverable()) {
            Some(bad) => Err(CalendarFault::BadAddress { value: bad.address.clone() }.into()),
            None => Ok(()),
        }
    }

    /// Start and end with their moments.
    ///
    /// # Errors
    /// `CALENDAR-ENTRY-03`, `CALENDAR-ENTRY-06`.
    pub fn times(&self) -> Result<(Planned, Planned), Error> {
        let unknown = |_| CalendarFault::UnknownZone { zone: self.zone.clone() };
        let zone = Zone::new(self.zone.parse().map_err(unknown)?);
        let planned = |local, later| {
            let wall = WallTime { local, zone, later };
            if wall.is_never_later() {
                let (local, zone) = (local.to_string(), self.zone.clone());
                return Err(CalendarFault::OnceOnly { local, zone });
            }
            Ok(wall.resolve())
        };
        Ok((planned(self.start, self.start_later)?, planned(self.end, self.end_later)?))
    }
}

/// Writes and reads the files of calendars.
pub trait CalendarFiles: Send + Sync {
    /// Writes the file of an entry as a calendar keeps it: one that is shown, without a method.
    ///
    /// # Errors
    /// `CALENDAR-ENTRY-*`.
    fn write(&self, entry: &CalendarEntry) -> Result<Vec<u8>, Error>;

    /// Reads a file of anybody's.
    ///
    /// # Errors
    /// `CALENDAR-READ-*` for what is no calendar.
    fn read(&self, file: &[u8]) -> Result<ReadCalendar, Error>;
}
