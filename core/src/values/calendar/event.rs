//! An event of somebody else's calendar (VEVENT, RFC 5545 3.6.1).

use crate::letter::Mailbox;
use crate::schedule::{Instant, Zone};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// By which clock a time is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// By that of UTC.
    Utc,
    /// By the clock of a zone of the IANA database.
    Zone,
    /// By a zone that only the file itself describes (VTIMEZONE).
    Own,
    /// By a zone that nobody describes: its moment is not known.
    Unknown,
    /// By the clock on the wall of whoever reads it (a floating time): it has no moment.
    Floating,
    /// By none: a whole day.
    Day,
}

/// A time as a calendar says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadTime {
    /// What that clock shows; of a whole day its midnight.
    pub local: NaiveDateTime,
    /// By which clock it is meant.
    pub clock: Clock,
    /// The zone of that clock by its IANA name; nothing where it is no such zone.
    pub zone: Option<Zone>,
    /// The moment that it means; nothing for a floating time, a whole day and an unknown zone.
    pub instant: Option<Instant>,
}

/// Two times, or one where it is not said when it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadPeriod {
    /// The time at which it starts.
    pub start: ReadTime,
    /// When it ends; nothing where it lasts as long as the event.
    pub end: Option<ReadTime>,
}

/// Which occurrence of a recurring event an event stands for (RFC 5545 3.8.4.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecurrenceId {
    /// When that occurrence would have started by the rule.
    pub start: ReadTime,
    /// Whether it stands for all later ones as well (`RANGE=THISANDFUTURE`).
    pub and_later: bool,
}

/// How firm an event is (RFC 5545 3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// It is only proposed.
    Tentative,
    /// It will take place.
    Confirmed,
    /// It is called off.
    Cancelled,
}

/// What who is invited answered (RFC 5545 3.2.12).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Nothing so far; also what is meant where nothing is said.
    #[default]
    NeedsAction,
    /// Comes.
    Accepted,
    /// Does not come.
    Declined,
    /// May come.
    Tentative,
    /// Somebody else is to come instead.
    Delegated,
    /// A word that the standard does not have.
    Other,
}

/// Who is invited to an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Invited {
    /// Name and address. The address is as the file says it, without `mailto:`; it may be none that
    /// can be sent to.
    pub who: Mailbox,
    /// What the invited person answered.
    pub answer: Answer,
    /// Whether an answer is asked for.
    pub rsvp: bool,
    /// The addresses of those who come instead; empty where nobody does.
    pub delegated_to: Vec<String>,
    /// The addresses of those in whose place this one comes; empty where it is in nobody's.
    pub delegated_from: Vec<String>,
}

/// An event as a calendar says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadEvent {
    /// The id of the event, the same for all its versions and changed occurrences; nothing where
    /// the file has none, so that no later version can be told to be of it.
    pub uid: Option<String>,
    /// The occurrence that it stands for; nothing for an event itself.
    pub recurrence_id: Option<RecurrenceId>,
    /// Grows with each version; 0 where it is not said.
    pub sequence: u32,
    /// When this version was made (DTSTAMP); nothing where it is not said.
    pub stamp: Option<Instant>,
    /// When it starts; nothing where it is not said, as in some answers and cancellations.
    pub start: Option<ReadTime>,
    /// When it ends, said by its end or its length; the day after the start, or the start itself,
    /// where it says neither (RFC 5545 3.6.1). Never before the start. Nothing without a start.
    pub end: Option<ReadTime>,
    /// Whether it is an event of whole days, not of times.
    pub all_day: bool,
    /// How firm it is; nothing where it is not said.
    pub certainty: Option<Certainty>,
    /// Whether whose calendar it is can be planned at that time all the same (`TRANSPARENT`).
    pub free: bool,
    /// Whether others should not read what it is about (CLASS other than `PUBLIC`).
    pub private: bool,
    /// The rules by which it recurs, each as the file has it; empty where it does not.
    pub rules: Vec<String>,
    /// Occurrences beside those of the rules; empty where there are none.
    pub more: Vec<ReadPeriod>,
    /// Starts of occurrences that do not take place; empty where all do.
    pub except: Vec<ReadTime>,
    /// What it is called, on one line; empty where it says nothing.
    pub summary: String,
    /// What is said about it, on many lines; empty where nothing is.
    pub description: String,
    /// Where it takes place; empty where it says nothing.
    pub location: String,
    /// Who invites to it, by name and address as the file has them; nothing where nobody does.
    pub organizer: Option<Mailbox>,
    /// Who is invited, in the order of the file; empty where nobody is.
    pub invited: Vec<Invited>,
    /// What somebody said with an answer or proposal, on many lines; empty where nothing is.
    pub comment: String,
}
