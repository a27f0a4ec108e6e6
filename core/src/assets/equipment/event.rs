//! What happened to a piece of equipment.

use super::{Card, Dates, FieldValue, Ownership, Photo, State, Status, Warranty};
use crate::journal::FreeText;
use crate::noun::Number;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to a piece of equipment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The equipment was put under its customer (S6, S7).
    Created {
        /// The number by which people know the equipment, `T-2026-00017`.
        number: Number,
        /// The customer who owns it, and from which moment on (R9).
        owner: Ownership,
        /// What its card says (S8): name, type, manufacturer, model, serial, place.
        card: Card,
        /// Its birth (S10): when it was made, sold and put into service, each unknown where it is
        /// missing.
        dates: Dates,
    },
    /// It was changed what the card of the equipment says (S8).
    CardUpdated {
        /// What the card says from then on; all of it, also what stayed.
        card: Card,
    },
    /// Fields of the equipment's type were filled in, or their values were taken away (S9).
    FieldsSet {
        /// All values on the card from then on, as they were written (E17), also those that stayed.
        fields: Vec<FieldValue>,
    },
    /// It was said when the equipment was made, sold and put into service (S10).
    DatesSet {
        /// When it was made, sold and put into service, each unknown where it is missing; all of
        /// it, also what stayed.
        dates: Dates,
        /// The warranty (S11), with the days that follow from these dates; nothing where none was
        /// agreed.
        warranty: Option<Warranty>,
    },
    /// It was said what warranty the equipment has (S11).
    WarrantySet {
        /// What was agreed, with the days that follow from it; nothing for no warranty.
        warranty: Option<Warranty>,
    },
    /// A photograph of the equipment was added (S12).
    PhotoAdded {
        /// The photograph: the hash of its bytes, its name and media type, who added it and when.
        photo: Photo,
    },
    /// The equipment was scrapped: it is gone, and its history stays (E14).
    Scrapped {
        /// Why the equipment was scrapped, in words.
        reason: FreeText,
        /// The ids of the plans that went on for it: they create nothing for it any more and are to
        /// be ended.
        plans: Vec<Uuid>,
    },
    /// The equipment is there after all: it was scrapped by mistake.
    Restored {
        /// Why the equipment was restored, in words.
        reason: FreeText,
    },
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Created { number, owner, card, dates } => State {
            number,
            customer: owner.customer,
            card,
            dates,
            owners: vec![owner],
            ..State::default()
        },
        Event::CardUpdated { card } => State { card, ..state },
        Event::FieldsSet { fields } => State { fields, ..state },
        Event::DatesSet { dates, warranty } => State { dates, warranty, ..state },
        Event::WarrantySet { warranty } => State { warranty, ..state },
        Event::PhotoAdded { photo } => {
            state.photos.push(photo);
            state
        }
        Event::Restored { .. } => State { status: Status::InUse, reason: None, ..state },
        Event::Scrapped { reason, .. } => {
            State { status: Status::Scrapped, reason: Some(reason), ..state }
        }
    }
}
