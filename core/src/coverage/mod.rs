//! Coverage: who pays for a line, decided line by line with reasons (R1, E19 to E22).

use crate::activity::Kind;
use crate::report::LineKind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who pays for a line, and why.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// The warranty bears it: it is billed at nothing.
    pub covered: bool,
    /// The rules that led here, in order, in words.
    pub reasons: Vec<String>,
}

/// What the decision needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// The activity's kind: it sets a default only.
    pub kind: Kind,
    /// The local day on which the fault was reported: coverage is judged by it.
    pub reported_on: NaiveDate,
    /// The first day of the equipment's warranty, where it is known (E18).
    pub warranty_from: Option<NaiveDate>,
    /// Its last day, where that is known.
    pub warranty_until: Option<NaiveDate>,
}

/// Decides who pays for a line of this kind.
///
/// ```
/// use callout_core::coverage::{Case, decide};
/// use callout_core::report::LineKind;
/// let case = Case {
///     reported_on: "2026-10-14".parse().unwrap(),
///     warranty_until: Some("2026-10-14".parse().unwrap()),
///     ..Case::default()
/// };
/// // The last day counts; consumables are the customer's all the same.
/// assert!(decide(&case, LineKind::Part).covered);
/// assert!(!decide(&case, LineKind::Material).covered);
/// ```
pub fn decide(case: &Case, line: LineKind) -> Coverage {
    let Case { kind, reported_on, warranty_from, warranty_until } = case;
    let mut reasons = Vec::new();
    let in_warranty = match (warranty_from, warranty_until) {
        (Some(from), _) if reported_on < from => {
            reasons.push(format!("reported on {reported_on}, warranty starts on {from}"));
            false
        }
        (_, Some(until)) if reported_on <= until => {
            reasons.push(format!("reported on {reported_on}, warranty until {until} inclusive"));
            true
        }
        (_, Some(until)) => {
            reasons.push(format!("reported on {reported_on}, warranty ended on {until}"));
            false
        }
        (_, None) if *kind == Kind::Warranty => {
            reasons.push("warranty service, the equipment's warranty is not known".to_owned());
            true
        }
        (_, None) => {
            reasons.push("no warranty is known".to_owned());
            false
        }
    };
    let covered = in_warranty && line != LineKind::Material;
    if in_warranty && !covered {
        reasons.push("consumables are not under warranty".to_owned());
    }
    Coverage { covered, reasons }
}
