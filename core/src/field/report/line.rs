//! One line of a report.

use super::Status;
use crate::coverage::Coverage;
use crate::journal::FreeText;
use crate::money::Exact;
use crate::price_list::{LineKind, Unit};
use crate::reason::Reason;
use crate::schedule::Instant;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a line is made of.
///
/// ```
/// use callout_core::report::{Content, LineKind, Unit};
/// let filter = Content {
///     kind: LineKind::Part,
///     code: "filter".into(),
///     name: "Filter F7".into(),
///     unit: Unit::Piece,
/// };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// What sort of line it is: part, material, labour, travel, kilometres or fee.
    pub kind: LineKind,
    /// Code in the price list; free text for what is in none yet (E54).
    pub code: String,
    /// The name as it is printed; not empty (`REPORT-LINE-01`). Once the words of the activity were
    /// forgotten it is empty, and the code is printed.
    pub name: FreeText,
    /// The unit in which its quantities are; the price list must price the code by the same
    /// (`INVOICE-PRICE-02`).
    pub unit: Unit,
}

impl Content {
    /// What is printed: the name, or the code where the name was forgotten.
    pub(crate) fn printed(&self) -> FreeText {
        if self.name.is_blank() { self.code.as_str().into() } else { self.name.clone() }
    }
}

/// One of the three values, with who, when and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Value {
    /// The quantity, in the unit of the line.
    pub quantity: Exact,
    /// The id of the person who said so.
    pub by: Uuid,
    /// The moment at which it was said.
    pub at: Instant,
    /// Why it is not what was said before, in words; missing where nothing was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<FreeText>,
}

/// When work was done, as evidence for its hours.
///
/// ```
/// use callout_core::{report::Worked, schedule::Instant};
/// let from = Instant::new("2026-10-16T06:05:00Z".parse()?);
/// let to = Instant::new("2026-10-16T07:50:00Z".parse()?);
/// let worked = Worked { from, to };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Worked {
    /// The moment at which the work began.
    pub from: Instant,
    /// The moment at which the work ended: after it began, less than 24 hours later and not still
    /// to come.
    pub to: Instant,
}

/// What was reported of a line that somebody else had changed or decided meanwhile (R3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConflictingReport {
    /// The id by which a manager resolves it.
    pub id: Uuid,
    /// What was used or done: kind, code, name and unit.
    pub content: Content,
    /// The quantity, with who reported it, when and why.
    pub value: Value,
    /// The id of the visit on which it was done; nothing where none was named.
    pub visit: Option<Uuid>,
    /// When the work was done, as evidence for its hours; nothing where it was not said.
    pub worked: Option<Worked>,
    /// The local day on which it was used or done; nothing where it was not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<NaiveDate>,
    /// The moment at which the work was done, by which its price is chosen (R1).
    pub done_at: Option<Instant>,
    /// What a manager decided about it, in words; still to be resolved where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<FreeText>,
}

/// One line of a report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// The id of the line, by which reports and decisions name it.
    pub id: Uuid,
    /// The status in which it is, from planned to released.
    pub status: Status,
    /// What was used or done: kind, code, name and unit.
    pub content: Content,
    /// The id of the visit on which it was done; nothing where none was named.
    pub visit: Option<Uuid>,
    /// When the work was done, as evidence for its hours; nothing where it was not said.
    pub worked: Option<Worked>,
    /// The local day on which it was used or done, for what has no hours; nothing where it was not
    /// said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<NaiveDate>,
    /// The moment at which the work was done; nothing before it is reported. Its day chooses the
    /// price (R1) where `worked` and `done_on` say none.
    #[serde(default)]
    pub done_at: Option<Instant>,
    /// Why the price list of its day gives no price for it, as it was when the line was reported or
    /// approved: no list held then, it has not the code, or it prices another unit. Nothing where
    /// it gives one, and for a company without any price list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unpriced: Option<Reason>,
    /// What the customer pays for the newest quantity by the price list of its day, without tax, in
    /// the company's currency, as it was when the line was last planned, reported or decided; 0
    /// where a warranty bears it. What is billed is said by the invoice. Missing where no list
    /// prices it, and for who sees no prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net: Option<Exact>,
    /// The quantity that the manager planned; nothing where it was not planned.
    pub planned: Option<Value>,
    /// The quantity that the technician reported; nothing before it is reported.
    pub reported: Option<Value>,
    /// Whether more than one person has reported it: then nobody takes it out as a mistake of his
    /// own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_several: bool,
    /// The quantity that the manager approved; nothing before it is approved.
    pub approved: Option<Value>,
    /// Who pays for it and why, decided with the approval; missing before it.
    pub coverage: Option<Coverage>,
    /// Why it was rejected or returned, or why its approval was taken back; nothing otherwise.
    pub reason: Option<FreeText>,
    /// Whether it was reported after the activity was closed or cancelled, by one taken off it, on
    /// a visit that was cancelled or given to somebody else, on a line that was taken out,
    /// or when somebody else had changed or decided the line (R3).
    pub late: bool,
    /// What was reported when somebody else had changed or decided the line, oldest first. What was
    /// taken over has changed places with what the line said before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<ConflictingReport>,
    /// The commands that may be asked of the line next: what its own status allows, as far as the
    /// actor's role may. Told where a report is read; missing where nothing may be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available_verbs: Vec<String>,
}

impl Line {
    /// The newest quantity.
    pub fn quantity(&self) -> Exact {
        let newest = self.approved.as_ref().or(self.reported.as_ref()).or(self.planned.as_ref());
        newest.map_or(Exact::ZERO, |value| value.quantity)
    }

    /// Takes reports: nothing is decided yet.
    pub fn is_open(&self) -> bool {
        matches!(
            self.status,
            Status::Planned | Status::Reported | Status::Returned | Status::Submitted
        )
    }

    /// The conflicts that no manager has resolved.
    pub fn unresolved(&self) -> impl Iterator<Item = &ConflictingReport> {
        self.conflicts.iter().filter(|conflict| conflict.resolution.is_none())
    }

    /// Waits for a decision (S50).
    pub fn is_pending(&self) -> bool {
        let undecided =
            matches!(self.status, Status::Reported | Status::Submitted | Status::Returned);
        undecided || self.unresolved().next().is_some()
    }

    /// When the work was done: the day that its price is chosen by (R1).
    pub fn work_instant(&self) -> Option<Instant> {
        let reported = || self.reported.as_ref().map(|value| value.at);
        self.done_at.or_else(reported)
    }
}
