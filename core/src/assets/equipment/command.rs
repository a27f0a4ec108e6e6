//! What may be asked of a piece of equipment.

use super::{Card, Dates, Terms};
use crate::journal::Hash;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use strum::{EnumDiscriminants, IntoStaticStr, VariantArray, VariantNames};
use uuid::Uuid;

/// What may be asked of a piece of equipment.
#[derive(
    Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames, EnumDiscriminants,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[strum_discriminants(
    name(Verb),
    derive(IntoStaticStr, VariantArray),
    strum(serialize_all = "snake_case"),
    doc = "The name of a [`Command`], such as `create`.",
    allow(missing_docs)
)]
pub enum Command {
    /// Put it under its customer (S6, S7). It takes the next number of its year.
    Create {
        /// The id of the customer who owns it; `EQUIPMENT-CARD-02` where there is none such.
        customer: Uuid,
        /// What its card says; it needs a name (`EQUIPMENT-CARD-01`).
        card: Card,
        /// Its birth: when it was made, sold and put into service; each unknown where it is
        /// missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        dates: Dates,
    },
    /// Write the card anew (S8), whole: what is missing is empty from then on.
    UpdateCard {
        /// What the card says from now on.
        card: Card,
    },
    /// Fill in fields of its type (S9); others stay.
    SetFields {
        /// The key of each field to its value as text (`"12.5"`, `"2026-10-16"`, `"true"`); `null`
        /// takes it away. What does not fit is refused (`EQUIPMENT-FIELD-03`), and so is leaving a
        /// required one out (`-04`).
        values: BTreeMap<String, Option<String>>,
    },
    /// Say when it was born (S10); what is missing is unknown (E18).
    SetDates {
        /// All three dates; it is not made after it was sold or put into service
        /// (`EQUIPMENT-DATES-01`).
        dates: Dates,
    },
    /// Say what warranty it has (S11).
    SetWarranty {
        /// What was agreed: some months from a day, or until a day. There is no warranty where it
        /// is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        terms: Option<Terms>,
    },
    /// Add a photograph (S12), which has been put as a blob; twice is once.
    AddPhoto {
        /// Hash of the picture's bytes, which have been put as a blob (`EQUIPMENT-PHOTO-01`
        /// otherwise).
        content: Hash,
        /// The file name of the picture, without folders and what no file system takes
        /// (`EQUIPMENT-PHOTO-04`); it has none where it is empty.
        name: String,
        /// The media type of the picture: `image/png`, `image/jpeg`, `image/gif`, `image/webp`,
        /// `image/heic` or `image/heif` (`EQUIPMENT-PHOTO-02`), as its bytes begin
        /// (`EQUIPMENT-PHOTO-03`); `image/jpg` is kept as `image/jpeg`, and capital letters as
        /// small ones.
        media_type: String,
    },
    /// Say that it is gone (E14); its history stays, and its serial is free for another. The event
    /// names the plans that go on for it: they create nothing for it any more
    /// (`PLAN-STATUS-05`) and are to be ended.
    Scrap {
        /// Why it is scrapped, in words; not empty (`EQUIPMENT-SCRAP-01`).
        reason: String,
    },
    /// Say that it is there after all: it was scrapped by mistake.
    Restore {
        /// Why, in words; not empty (`EQUIPMENT-SCRAP-01`).
        reason: String,
    },
}
