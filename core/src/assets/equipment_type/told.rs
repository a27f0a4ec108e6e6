//! How what happened to an equipment type is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told("created", "Created: {name}", "Založeno: {name}"),
    told("updated", "Updated: {name}", "Upraveno: {name}"),
];
