//! What an activity asks of who plans it: how urgent it is, by when, who can do it, when the
//! customer can (S29).

use super::Refusal;
use crate::journal::FreeText;
use crate::schedule::{Instant, Period, joined, without};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use strum::{IntoStaticStr, VariantNames};

/// An activity asks for so many skills at the most.
pub const MAX_REQUIRED_SKILLS: usize = 20;

/// An activity names so many windows at the most, and so many black-outs.
pub const MAX_WINDOWS: usize = 100;

/// Work on an activity is expected to take so many minutes at the most: fourteen days.
pub const MAX_MINUTES: u32 = 14 * 24 * 60;

/// How urgent an activity is.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    VariantNames,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Priority {
    /// It can wait for a day on which there is nothing else.
    Low,
    /// As most are.
    #[default]
    Normal,
    /// It goes before others.
    High,
    /// Something stands still, or somebody is in danger.
    Urgent,
}

/// By when an activity must be done, and why by then.
///
/// ```
/// use callout_core::activity::Deadline;
/// let deadline: Deadline = serde_json::from_str(
///     r#"{"at": "2026-10-17T14:30:00+02:00", "rule": "Contract 4/2026: repaired in 48 hours"}"#)?;
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// The moment by which the work must be over.
    pub at: Instant,
    /// The rule that it came from, in words: a contract's response time, a law's term. Empty where
    /// nobody said.
    #[serde(default, skip_serializing_if = "FreeText::is_empty")]
    pub rule: FreeText,
}

/// What an activity asks of who plans it; what is missing asks nothing.
///
/// ```
/// use callout_core::activity::{Priority, Requirements};
/// let requirements = Requirements {
///     priority: Priority::High,
///     minutes: Some(90),
///     skills: vec!["f-gases".into()],
///     ..Default::default()
/// };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Requirements {
    /// How urgent it is; normal where it is missing.
    #[serde(skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
    pub priority: Priority,
    /// How long the work is expected to take on site, in minutes, 1 to 20,160
    /// (`ACTIVITY-REQUIRE-01`); nobody said where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// The skills that who does it must have, by their names: case and blanks around do not matter.
    /// Each once and not empty, 20 at the most (`ACTIVITY-REQUIRE-02`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
    /// The moment before which it does not begin: a part comes then, or the equipment runs until
    /// then. At once where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Instant>,
    /// The moment by which the customer would like it to be over; he said nothing where it is
    /// missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wanted_by: Option<Instant>,
    /// The moment by which it must be over, and the rule that says so; there is none where it is
    /// missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// The periods at which the customer can, 100 at the most; at any time where the list is empty.
    /// A visit lies within one of them, or within several that touch.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<Period>,
    /// The periods at which the customer cannot, 100 at the most; a visit meets none of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blackouts: Vec<Period>,
}

impl Requirements {
    /// The moment by which it is to be over: the deadline, or what the customer wants, whichever is
    /// sooner; nothing where neither is said.
    pub fn due(&self) -> Option<Instant> {
        let deadline = self.deadline.as_ref().map(|deadline| deadline.at);
        [deadline, self.wanted_by].into_iter().flatten().min()
    }

    /// Whether the customer can at a time, by windows, black-outs and the earliest moment. What a
    /// site's opening hours say is not asked.
    pub fn allow(&self, period: Period) -> bool {
        let early = self.earliest.is_some_and(|earliest| period.from < earliest);
        let windows = joined(self.windows.clone());
        let within = windows.is_empty() || windows.iter().any(|it| it.holds(period));
        !early && within && !self.blackouts.iter().any(|it| it.overlaps(period))
    }

    /// The parts of a period at which the customer can.
    pub(crate) fn open_within(&self, period: Period) -> Vec<Period> {
        let from = self.earliest.map_or(period.from, |earliest| earliest.max(period.from));
        let all = joined(vec![Period { from, to: period.to }]);
        let windows = joined(self.windows.clone());
        let open = if windows.is_empty() { all } else { crate::schedule::shared(&all, &windows) };
        without(&open, &joined(self.blackouts.clone()))
    }

    /// Each with a length, each once, and no more than planning can look at.
    pub(crate) fn checked(&self) -> Result<Requirements, Refusal> {
        let no_length = |minutes: &u32| !(1..=MAX_MINUTES).contains(minutes);
        if let Some(minutes) = self.minutes.filter(no_length) {
            return Err(Refusal::BadMinutes { minutes, most: MAX_MINUTES });
        }
        let skills: Vec<String> = self.skills.iter().map(|name| name.trim().to_owned()).collect();
        let known: BTreeSet<String> = skills.iter().map(|name| name.to_lowercase()).collect();
        let odd = known.contains("") || known.len() != skills.len();
        if odd || skills.len() > MAX_REQUIRED_SKILLS {
            return Err(Refusal::BadSkills { most: MAX_REQUIRED_SKILLS as u32 });
        }
        for (path, periods) in [("windows", &self.windows), ("blackouts", &self.blackouts)] {
            if periods.len() > MAX_WINDOWS {
                return Err(Refusal::TooManyWindows { path, most: MAX_WINDOWS as u32 });
            }
            if let Some(Period { from, to }) = periods.iter().find(|period| period.is_empty()) {
                return Err(Refusal::WindowBackwards { path, from: *from, to: *to });
            }
        }
        if let (Some(earliest), Some(due)) = (self.earliest, self.due())
            && due <= earliest
        {
            return Err(Refusal::DueBeforeEarliest { due, earliest });
        }
        Ok(Requirements { skills, ..self.clone() })
    }
}
