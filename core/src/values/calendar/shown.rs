//! What is shown to the calendars of others.

use super::{Busy, ShownFault};
use crate::error::Error;
use crate::letter::Mailbox;
use crate::schedule::Instant;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The head of a file with many entries, to which a calendar subscribes: those of a technician.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Feed {
    /// What the calendar is called; one line.
    pub name: String,
    /// After how many minutes a calendar should fetch it again, from 1 (REFRESH-INTERVAL, RFC
    /// 7986); it is left to the calendar where this is missing.
    #[serde(default)]
    pub refresh_minutes: Option<u32>,
}

/// What a file about busy times is for (RFC 5546 3.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BusyMethod {
    /// Whose times these are shows them unasked.
    #[default]
    Publish,
    /// Somebody asked for them.
    Reply,
}

/// When somebody is busy, to be written as a file (VFREEBUSY, RFC 5545 3.6.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BusyFile {
    /// The id of the component; of an answer, that of the question.
    pub uid: String,
    /// What the file is for: it shows the times where this is missing.
    #[serde(default)]
    pub method: BusyMethod,
    /// Whose times these are, or who asked for them in a reply.
    pub organizer: Mailbox,
    /// Whose times these are, in a reply, which needs it; left out where the times are shown.
    #[serde(default)]
    pub whose: Option<Mailbox>,
    /// From when it speaks.
    pub start: Instant,
    /// Until when it speaks; after the start.
    pub end: Instant,
    /// The times, each within start and end; those in which there is nothing to do are not written.
    #[serde(default)]
    pub times: Vec<Busy>,
    /// When this was made (DTSTAMP): a fact of the caller, so bytes repeat.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub created: DateTime<Utc>,
}

impl BusyFile {
    /// Whether it can be written.
    ///
    /// # Errors
    /// `CALENDAR-BUSY-01` to `-04`, each as [`ShownFault`] says.
    pub fn check(&self) -> Result<(), Error> {
        if self.uid.trim().is_empty() {
            return Err(ShownFault::BusyWithoutId {}.into());
        }
        if self.method == BusyMethod::Reply && self.whose.is_none() {
            return Err(ShownFault::BusyOfNobody {}.into());
        }
        let within =
            |busy: &Busy| busy.start < busy.end && busy.start >= self.start && busy.end <= self.end;
        let all = (self.start, self.end);
        let odd = self.times.iter().find(|busy| !within(busy)).map(|busy| (busy.start, busy.end));
        if let Some((start, end)) = Some(all).filter(|(start, end)| start >= end).or(odd) {
            let (start, end) = (start.to_string(), end.to_string());
            return Err(ShownFault::BusyTime { start, end }.into());
        }
        match std::iter::once(&self.organizer).chain(&self.whose).find(|m| !m.is_deliverable()) {
            Some(bad) => Err(ShownFault::BusyAddress { value: bad.address.clone() }.into()),
            None => Ok(()),
        }
    }
}
