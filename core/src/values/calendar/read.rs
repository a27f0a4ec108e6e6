//! What a calendar file says.

use super::{Note, ReadEvent};
use crate::letter::Mailbox;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};

/// What a file wants of its reader (METHOD, RFC 5546 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// It only shows events.
    Publish,
    /// It invites, or tells of a change.
    Request,
    /// It answers an invitation.
    Reply,
    /// It proposes another time or place.
    Counter,
    /// It calls off.
    Cancel,
    /// It turns a proposal down.
    DeclineCounter,
    /// Another word; a note says which one.
    Other,
}

/// What somebody is doing in a time (FBTYPE, RFC 5545 3.2.9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BusyKind {
    /// There is something to do; also what is meant by words that are not known.
    #[default]
    Busy,
    /// Something is only proposed.
    Tentative,
    /// There is no working then.
    Unavailable,
    /// There is nothing to do.
    Free,
}

/// A time in which somebody is busy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Busy {
    /// The moment at which it starts.
    pub start: Instant,
    /// When it ends; after the start.
    pub end: Instant,
    /// What is being done.
    pub kind: BusyKind,
}

/// When somebody is busy (VFREEBUSY, RFC 5545 3.6.4).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadBusy {
    /// The id of the component; nothing where it has none.
    pub uid: Option<String>,
    /// When it was made (DTSTAMP); nothing where it is not said.
    pub stamp: Option<Instant>,
    /// Who publishes these times, or asks for them; nothing where it is not said.
    pub organizer: Option<Mailbox>,
    /// Whose times these are, where somebody asked for them; empty where they are the organizer's.
    pub whose: Vec<Mailbox>,
    /// From when it speaks; nothing where it is not said.
    pub start: Option<Instant>,
    /// Until when it speaks; nothing where it is not said.
    pub end: Option<Instant>,
    /// The times, in the order of the file; they may overlap.
    pub times: Vec<Busy>,
    /// What is said with them, on many lines; empty where nothing is.
    pub comment: String,
}

/// A calendar file, read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadCalendar {
    /// What it wants; nothing where it is no message but a plain file.
    pub method: Option<Method>,
    /// What the calendar is called (X-WR-CALNAME, or NAME of RFC 7986); empty where it is not said.
    pub name: String,
    /// Which program wrote it (PRODID); empty where nothing is said.
    pub program: String,
    /// Its events, in the order of the file, each changed occurrence by itself.
    pub events: Vec<ReadEvent>,
    /// What it says about who is busy when, in the order of the file.
    pub busy: Vec<ReadBusy>,
    /// Names of components and properties that have no field here, each once, sorted: `VALARM`,
    /// `X-MICROSOFT-CDO-BUSYSTATUS`.
    pub unread: Vec<String>,
    /// What was odd and lost nothing: what was guessed or mended.
    pub notes: Vec<Note>,
    /// What of it was lost: unreadable, cut or left out. Empty where all that has a field was read.
    pub lost: Vec<Note>,
}
