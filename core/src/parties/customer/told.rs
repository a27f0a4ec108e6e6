//! How what happened to a customer is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told(
        "created",
        "Created as {number.text}[: {profile.name}]",
        "Založeno jako {number.text}[: {profile.name}]",
    ),
    told("updated", "Details updated[: {profile.name}]", "Údaje upraveny[: {profile.name}]"),
    told("site_added", "Site added[: {site.name}]", "Přidáno místo[: {site.name}]"),
    told("site_updated", "Site updated[: {site.name}]", "Upraveno místo[: {site.name}]"),
    told("contact_added", "Contact added[: {contact.name}]", "Přidán kontakt[: {contact.name}]"),
    told(
        "contact_updated",
        "Contact updated[: {contact.name}]",
        "Upraven kontakt[: {contact.name}]",
    ),
];
