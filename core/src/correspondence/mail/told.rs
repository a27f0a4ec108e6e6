//! How what happened to a mail is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told(
        "received",
        "[Received from {from.address}|Received][: {subject}]",
        "[Přijato od {from.address}|Přijato][: {subject}]",
    ),
    told(
        "filed",
        "Filed: [{filing.under.activity:activity?}|{filing.under.equipment:equipment?}|{filing.customer:customer?}|under a case]",
        "Zařazeno: [{filing.under.activity:activity?}|{filing.under.equipment:equipment?}|{filing.customer:customer?}|do spisu]",
    ),
    told("unfiled", "Taken out of its case", "Vyřazeno ze spisu"),
];
