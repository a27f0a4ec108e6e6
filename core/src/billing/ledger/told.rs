//! How what happened to a ledger is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told(
        "account_opened",
        "Left to bill: {portion.line:part}, {portion.quantity:number}",
        "K fakturaci: {portion.line:part}, {portion.quantity:number}",
    ),
    told(
        "account_closed",
        "Not to be billed any more: {portion.line:part}, {portion.quantity:number}",
        "Už ne k fakturaci: {portion.line:part}, {portion.quantity:number}",
    ),
    told(
        "reserved",
        "Reserved by a draft invoice: {portions.line:part}",
        "Rezervováno konceptem faktury: {portions.line:part}",
    ),
    told(
        "consumed",
        "Billed[ by {invoice:invoice?}]: {portions.line:part}",
        "Fakturováno[, {invoice:invoice?}]: {portions.line:part}",
    ),
    told(
        "freed",
        "Free to be billed again: {portions.line:part}",
        "Opět volné k fakturaci: {portions.line:part}",
    ),
    told(
        "handed_over",
        "Handed over[ ({reference})]: {portions.line:part}",
        "Předáno jinam[ ({reference})]: {portions.line:part}",
    ),
];
