//! When a technician is away, or busy by other calendars.

use crate::journal::Personal;
use crate::schedule::{Period, Planned};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A time away: a leave, an illness, a training.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Absence {
    /// The id of the time away, by which it is taken back.
    pub id: Uuid,
    /// When it begins: local time with its zone, and the instant that it means.
    pub from: Planned,
    /// When it ends, not included: local time with its zone, and the instant that it means.
    pub to: Planned,
    /// Why the technician is away, in words; the technician's own affair. Empty where it was not
    /// said.
    pub reason: Personal<String>,
}

impl Absence {
    /// From when until when.
    pub fn period(&self) -> Period {
        Period { from: self.from.instant, to: self.to.instant }
    }
}

/// A calendar outside of Callout, and when the technician is busy by it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OutsideCalendar {
    /// The name that the host gave it; it may tell of the technician, and goes with him.
    pub name: Personal<String>,
    /// The periods at which the technician is busy, in order, those that touch as one.
    pub busy: Vec<Period>,
}
