//! How what happened to a ledger is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told(
        "account_opened",
        "Left to bill: {portion.line:part}, {portion.line..portion.quantity:measured}",
        "K fakturaci: {portion.line:part}, {portion.line..portion.quantity:measured}",
    ),
    told(
        "account_closed",
        "Not to be billed any more: {portion.line:part}, {portion.line..portion.quantity:measured}",
        "Už ne k fakturaci: {portion.line:part}, {portion.line..portion.quantity:measured}",
    ),
    told(
        "reserved",
        "Reserved by a draft invoice: {portions.line..portions.quantity:each}",
        "Rezervováno konceptem faktury: {portions.line..portions.quantity:each}",
    ),
    told(
        "consumed",
        "Billed[ by {invoice:invoice?}]: {portions.line..portions.quantity:each}",
        "Fakturováno[, {invoice:invoice?}]: {portions.line..portions.quantity:each}",
    ),
    told(
        "freed",
        "Free to be billed again: {portions.line..portions.quantity:each}",
        "Opět volné k fakturaci: {portions.line..portions.quantity:each}",
    ),
    told(
        "handed_over",
        "Handed over[ ({reference})]: {portions.line..portions.quantity:each}",
        "Předáno jinam[ ({reference})]: {portions.line..portions.quantity:each}",
    ),
];
