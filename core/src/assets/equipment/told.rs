//! How what happened to a piece of equipment is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told(
        "created",
        "Created as {number.text}[: {card.name}]",
        "Založeno jako {number.text}[: {card.name}]",
    ),
    told("card_updated", "Card updated[: {card.name}]", "Karta upravena[: {card.name}]"),
    told(
        "fields_set",
        "[Set: {fields.label}|Details set]",
        "[Nastaveno: {fields.label}|Údaje nastaveny]",
    ),
    told(
        "dates_set",
        "Dates set[; warranty until {warranty.ends:day}]",
        "Nastavena data[; záruka do {warranty.ends:day}]",
    ),
    told(
        "warranty_set",
        "[Warranty: {warranty.starts:day} – {warranty.ends:day}|Warranty set, its end unknown{warranty.terms:there}|Warranty taken away]",
        "[Záruka: {warranty.starts:day} – {warranty.ends:day}|Záruka nastavena, konec neznámý{warranty.terms:there}|Záruka zrušena]",
    ),
    told("photo_added", "Photograph added[: {photo.name}]", "Přidána fotografie[: {photo.name}]"),
    told("scrapped", "Scrapped[: {reason}]", "Vyřazeno[: {reason}]"),
    told("restored", "In use again[: {reason}]", "Opět v provozu[: {reason}]"),
];
