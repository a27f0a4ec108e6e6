//! Czech rates: act 235/2004 Coll. (before 2004-05-01 act 588/1992 Coll.), § 47.

use super::VatClass;
use crate::money::Exact;
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Rates from a day on.
pub(super) struct Rates {
    day: (i32, u32, u32),
    standard: i64,
    reduced: i64,
    pub(super) law: &'static str,
}

impl Rates {
    pub(super) fn from(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.day.0, self.day.1, self.day.2)
    }

    pub(super) fn percent(&self, class: VatClass) -> Exact {
        Exact::new(Decimal::from(match class {
            VatClass::Standard => self.standard,
            VatClass::Reduced => self.reduced,
        }))
    }
}

const fn from(day: (i32, u32, u32), standard: i64, reduced: i64, law: &'static str) -> Rates {
    Rates { day, standard, reduced, law }
}

/// In order of time. From 2015 to 2023 there was a second reduced rate of 10 %, which is not here:
/// repairs and their parts never fell under it.
pub(super) const RATES: &[Rates] = &[
    from((1993, 1, 1), 23, 5, "588/1992 Sb., § 16"),
    from((1995, 1, 1), 22, 5, "588/1992 Sb., § 16"),
    from((2004, 5, 1), 19, 5, "235/2004 Sb., § 47"),
    from((2008, 1, 1), 19, 9, "235/2004 Sb., § 47"),
    from((2010, 1, 1), 20, 10, "235/2004 Sb., § 47"),
    from((2012, 1, 1), 20, 14, "235/2004 Sb., § 47"),
    from((2013, 1, 1), 21, 15, "235/2004 Sb., § 47"),
    from((2015, 1, 1), 21, 15, "235/2004 Sb., § 47"),
    from((2024, 1, 1), 21, 12, "235/2004 Sb., § 47"),
];
