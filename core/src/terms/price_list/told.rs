//! How what happened to a price list is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told(
        "published",
        "Published: {name}, valid from {valid_from:day}",
        "Zveřejněno: {name}, platí od {valid_from:day}",
    ),
    told("items_set", "Prices set", "Ceny nastaveny"),
];
