//! What may be asked of an activity.

use super::{Kind, Occurrence};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What may be asked of an activity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
pub enum Command {
    /// Begin one (S13, S14). It takes the next number of its year.
    Draft {
        /// One-off, recurring, warranty.
        kind: Kind,
        /// Whose.
        customer: Uuid,
        /// Where; one of the customer's sites.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<Uuid>,
        /// On what; the customer's equipment.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        equipment: Option<Uuid>,
        /// In a line.
        title: String,
        /// At length.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        description: String,
        /// When the customer reported it; now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reported_at: Option<Instant>,
        /// Which occurrence of which plan it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        occurrence: Option<Occurrence>,
    },
    /// Say better what it is about; what is missing stays.
    Describe {
        /// In a line.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// At length.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        description: Option<String>,
        /// On what.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        equipment: Option<Uuid>,
        /// Where.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<Uuid>,
    },
    /// Let the technicians see it.
    Open {},
    /// Say who works on it, and who of them leads (S15, S27); an empty list takes all off.
    Assign {
        /// All of them.
        technicians: Vec<Uuid>,
        /// One of them; the only one leads by himself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lead: Option<Uuid>,
    },
    /// Add a technical note (S18).
    AddNote {
        /// What it says.
        text: String,
        /// Never printed for the customer.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        internal: bool,
    },
    /// Add a fault (S19, S33).
    AddFault {
        /// What was seen.
        symptom: String,
        /// What caused it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<String>,
        /// What was done about it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        remedy: Option<String>,
    },
    /// Say better what a fault was; what is missing stays. What comes late, or contradicts what
    /// another said since, is kept as an internal note (R3).
    RefineFault {
        /// Which.
        fault: Uuid,
        /// What was seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        symptom: Option<String>,
        /// What caused it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<String>,
        /// What was done about it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        remedy: Option<String>,
    },
    /// A manager has seen the notes and faults that came late (R3).
    Settle {
        /// What becomes of them: an internal note.
        note: String,
    },
    /// The work is done.
    Complete {},
    /// There is more to do after all.
    Reopen {
        /// Why.
        reason: String,
    },
    /// Nothing more follows. Before the work is done this needs a reason, and every reported
    /// line decided (R10).
    Close {
        /// Why, where the work is not done.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Give it up: only while nothing is reported (R10).
    Cancel {
        /// Why.
        reason: String,
    },
}

impl Command {
    /// Drafts one for a customer; the rest of what may be said is left out.
    ///
    /// ```
    /// use callout_core::activity::{Command, Kind};
    /// let draft = Command::draft(Kind::OneOff, uuid::Uuid::nil(), "The compressor stops");
    /// assert!(matches!(draft, Command::Draft { equipment: None, .. }));
    /// ```
    pub fn draft(kind: Kind, customer: Uuid, title: &str) -> Command {
        Command::Draft {
            kind,
            customer,
            site: None,
            equipment: None,
            title: title.to_owned(),
            description: String::new(),
            reported_at: None,
            occurrence: None,
        }
    }

    /// Assigns technicians; a single one leads.
    pub fn assign(technicians: impl IntoIterator<Item = Uuid>) -> Command {
        Command::Assign { technicians: technicians.into_iter().collect(), lead: None }
    }
}
