//! How what happened to a company is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told("created", "Created: {profile.name}", "Založeno: {profile.name}"),
    told(
        "updated",
        "Details and settings updated: {profile.name}",
        "Údaje a nastavení upraveny: {profile.name}",
    ),
    told("role_defined", "Role defined: {role}", "Určena role: {role}"),
    told("role_dropped", "Role dropped: {role}", "Zrušena role: {role}"),
    told("persons_erased", "Persons erased[: {reason}]", "Výmaz osob[: {reason}]"),
    told("retention_ended", "Erased what is past its term", "Vymazáno, čemu uplynula lhůta"),
];
