//! How what happened to a series is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] =
    &[told("taken", "Number taken: {number.text}", "Přiděleno číslo: {number.text}")];
