//! What may be asked of a report.

use super::{Content, Worked};
use crate::coverage::Bearer;
use crate::money::Exact;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What may be asked of a report; the target is the activity's id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
pub enum Command {
    /// Prefill a line before the work (S20, S21); preliminary.
    PlanLine {
        /// What it is made of.
        content: Content,
        /// How much is expected.
        quantity: Exact,
    },
    /// Report what was done or used (S30 to S36). Never refused for being late; whoever says which
    /// version he saw is not refused either when somebody else has changed or decided the line
    /// since: what he reports then stands beside it until a manager settles it (R3).
    ReportLine {
        /// The planned, reported or returned line that it refines; a new one where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        line: Option<Uuid>,
        /// What it is made of; needed for a new one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        content: Option<Content>,
        /// How much; zero for a planned line that was not needed.
        quantity: Exact,
        /// On which visit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        visit: Option<Uuid>,
        /// When the work was done.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        worked: Option<Worked>,
        /// Why it is not what was planned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<String>,
    },
    /// Take out a line that was only planned.
    RemoveLine {
        /// Which.
        line: Uuid,
    },
    /// Record a reading of a machine's parameter (S32).
    TakeReading {
        /// Which: `operating_hours`.
        parameter: String,
        /// What it showed.
        value: Exact,
        /// Of what.
        unit: String,
        /// Also when it is lower than the one before, or higher than the one after: the meter was
        /// replaced.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        lower: bool,
        /// On which machine of the customer; the activity's where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        equipment: Option<Uuid>,
        /// When it was read; now where it is missing. That others were read since is no fault.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
    },
    /// Hand all reported lines to the manager.
    Submit {},
    /// Approve a line (S47 to S49), wholly or with another quantity.
    Approve {
        /// Which.
        line: Uuid,
        /// How much; all that is reported where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantity: Option<Exact>,
        /// Who bears how much of it, in percent that make 100 together; as the rules say where
        /// empty. One payer for all of a line, so far: a line that several share cannot be billed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        shares: Vec<Bearer>,
        /// Why it is not what was reported, or not what the rules say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<String>,
    },
    /// It will not be billed.
    Reject {
        /// Which.
        line: Uuid,
        /// Why.
        why: String,
    },
    /// Back to the technician.
    Return {
        /// Which.
        line: Uuid,
        /// What is to be mended.
        why: String,
    },
    /// Take an approval back, before it is released (R4).
    Withdraw {
        /// Which.
        line: Uuid,
        /// Why.
        why: String,
    },
    /// A manager has seen what was reported beside a line and says what counts (R3).
    Settle {
        /// Which line.
        line: Uuid,
        /// Which of its `beside`.
        beside: Uuid,
        /// It is the reported value from now on, and the one before stands beside the line.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        take: bool,
        /// Why.
        why: String,
    },
    /// Hand approved lines to invoicing (S51).
    Release {
        /// Which; all approved ones where empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        lines: Vec<Uuid>,
    },
}

impl Command {
    /// Reports a line that was not planned; the rest of what may be said is left out.
    ///
    /// ```
    /// use callout_core::report::{Command, Content, LineKind, Unit};
    /// let (code, name) = ("labour".to_owned(), "Labour".to_owned());
    /// let content = Content { kind: LineKind::Labour, code, name, unit: Unit::Hour };
    /// let line = Command::new_line(content, "1.75".parse().unwrap());
    /// assert!(matches!(line, Command::ReportLine { line: None, visit: None, .. }));
    /// ```
    pub fn new_line(content: Content, quantity: Exact) -> Command {
        let content = Some(content);
        Command::ReportLine { line: None, content, quantity, visit: None, worked: None, why: None }
    }

    /// Approves all that is reported on a line, borne as the rules say.
    pub fn approve(line: Uuid) -> Command {
        Command::Approve { line, quantity: None, shares: Vec::new(), why: None }
    }
}
