//! Coverage: who pays for a line, decided line by line with reasons (R1, E19 to E22).

mod share;

pub use share::{Bearer, Coverage, Payer, Share, ShareFault};

use crate::activity::Kind;
use crate::price_list::LineKind;
use crate::reason::Reason;
use chrono::NaiveDate;

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
/// use callout_core::coverage::{Case, Payer, decide};
/// use callout_core::report::LineKind;
/// let case = Case {
///     reported_on: "2026-10-14".parse().unwrap(),
///     warranty_until: Some("2026-10-14".parse().unwrap()),
///     ..Case::default()
/// };
/// // The last day counts; consumables are the customer's all the same.
/// assert_eq!(decide(&case, LineKind::Part).payer(), Some(Payer::Warranty));
/// assert_eq!(decide(&case, LineKind::Material).payer(), Some(Payer::Customer));
/// // What was planned is no defect.
/// let planned = Case { kind: callout_core::activity::Kind::Recurring, ..case };
/// assert_eq!(decide(&planned, LineKind::Part).payer(), Some(Payer::Customer));
/// ```
pub fn decide(case: &Case, line: LineKind) -> Coverage {
    let Case { kind, reported_on, warranty_from, warranty_until } = *case;
    // A warranty answers for defects (civil code, § 2113), and not for care that was planned.
    if kind == Kind::Recurring {
        return Coverage::whole(Payer::Customer, vec![Reason::PlannedCare {}]);
    }
    let (in_warranty, reason) = match (warranty_from, warranty_until) {
        (Some(from), _) if reported_on < from => {
            (false, Reason::WarrantyLater { reported_on, from })
        }
        (_, Some(until)) if reported_on <= until => {
            (true, Reason::InWarranty { reported_on, until })
        }
        (_, Some(until)) => (false, Reason::WarrantyOver { reported_on, until }),
        (_, None) if kind == Kind::Warranty => (true, Reason::WarrantyService {}),
        (_, None) => (false, Reason::NoWarranty {}),
    };
    match (in_warranty, line) {
        (true, LineKind::Material) => {
            Coverage::whole(Payer::Customer, vec![reason, Reason::Consumable {}])
        }
        (true, _) => Coverage::whole(Payer::Warranty, vec![reason]),
        (false, _) => Coverage::whole(Payer::Customer, vec![reason]),
    }
}
