//! What may be asked of a piece of equipment.

use super::{Card, Dates, Terms};
use crate::Patch;
use crate::journal::{FreeText, Hash};
use crate::patch::given;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use uuid::Uuid;

crate::noun::commands! {
    /// What may be asked of a piece of equipment.
    Command

    /// Put it under its customer (S6, S7). It takes the next number of its year.
    ///
    /// ```
    /// # use callout_core::{engine::Session, equipment::{self, Card, Dates}};
    /// # use uuid::Uuid;
    /// # fn ask(office: Session<'_>, customer: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let card = Card {
    ///     name: "Compressor in hall 2".into(),
    ///     manufacturer: "Atmos".into(),
    ///     serial: "AT-77120".into(),
    ///     ..Default::default()
    /// };
    /// let dates = Dates { sold: Some("2025-04-19".parse()?), ..Default::default() };
    /// let equipment = office.create(equipment::Create { customer, card, dates })?.target;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.customer).unwrap();
    /// ```
    creates Create {
        /// The id of the customer who owns it; `EQUIPMENT-CARD-02` where there is none such.
        customer: Uuid,
        /// What its card says; it needs a name (`EQUIPMENT-CARD-01`).
        card: Card,
        /// Its birth: when it was made, sold and put into service; each unknown where it is
        /// missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        dates: Dates,
    }

    /// Change what its card says (S8): what is missing stays, `null` takes away.
    ///
    /// ```
    /// # use callout_core::{Patch, engine::Session, equipment};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, equipment: Uuid, version: u64) -> Done {
    /// let location = Patch::Set("Hall 2, by pillar C4".into());
    /// let update = equipment::UpdateCard { location, ..Default::default() };
    /// technician.change(equipment, version, update)?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); w.assigned(); let (equipment, v) = w.equipment();
    /// # ask(w.technician(), equipment, v).unwrap();
    /// ```
    changes UpdateCard {
        /// The new name by which people call it; not empty (`EQUIPMENT-CARD-01`), and the old one
        /// stays where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<FreeText>"))]
        name: Option<FreeText>,
        /// The id of its equipment type (`EQUIPMENT-CARD-04` where there is none such); `null` for
        /// no type, and the one before stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        equipment_type: Patch<Uuid>,
        /// Who made it; `null` where nobody knows, and what was said stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        manufacturer: Patch<FreeText>,
        /// What the manufacturer calls it; `null` where nobody knows, and what was said stays where
        /// it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        model: Patch<FreeText>,
        /// The manufacturer's number of this piece: two pieces of one manufacturer have not the
        /// same (`EQUIPMENT-CARD-05`). `null` where nobody knows, and what was said stays where it
        /// is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        serial: Patch<FreeText>,
        /// The id of the customer's site on which it stands (`EQUIPMENT-CARD-03` where he has none
        /// such); `null` for none, and the one before stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        site: Patch<Uuid>,
        /// Where on the site it stands: `hala 2, u sloupu C4`; `null` takes it away, and what was
        /// said stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        location: Patch<FreeText>,
        /// Whether work on it is construction or assembly work (CZ-CPA 41 to 43), which is billed
        /// to a payer of VAT without tax (act 235/2004, § 92e); `null` where nothing is said, and
        /// what was said stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        construction: Patch<bool>,
        /// The id of the equipment of the same customer of which it is a component
        /// (`EQUIPMENT-PARENT-01` to `-03`); `null` for none, and the one before stays where it is
        /// missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        parent: Patch<Uuid>,
    }

    /// Fill in fields of its type (S9); others stay.
    ///
    /// ```
    /// # use callout_core::{engine::Session, equipment};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, equipment: Uuid, version: u64) -> Done {
    /// let values = [
    ///     ("power_kw".to_owned(), Some("7.5".to_owned())),
    ///     ("note".to_owned(), None),
    /// ];
    /// technician.change(equipment, version, equipment::SetFields { values: values.into() })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); w.assigned(); let (equipment, v) = w.equipment();
    /// # ask(w.technician(), equipment, v).unwrap();
    /// ```
    changes SetFields {
        /// The key of each field to its value as text (`"12.5"`, `"2026-10-16"`, `"true"`); `null`
        /// takes it away. What does not fit is refused (`EQUIPMENT-FIELD-03`), and so is leaving a
        /// required one out (`-04`).
        values: BTreeMap<String, Option<String>>,
    }

    /// Say when it was made, sold and put into service (S10); a day may be unknown (E18).
    ///
    /// ```
    /// # use callout_core::{Patch, engine::Session, equipment};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, equipment: Uuid, version: u64) -> Done {
    /// let commissioned = Patch::Set("2025-05-03".parse()?);
    /// let dates = equipment::SetDates { commissioned, ..Default::default() };
    /// office.change(equipment, version, dates)?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (equipment, v) = w.equipment();
    /// # ask(w.office(), equipment, v).unwrap();
    /// ```
    changes SetDates {
        /// The day on which it was made; `null` where nobody knows, and what was said stays where
        /// it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        manufactured: Patch<NaiveDate>,
        /// The day on which it was sold, not before it was made (`EQUIPMENT-DATES-01`); `null`
        /// where nobody knows, and what was said stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        sold: Patch<NaiveDate>,
        /// The day on which it was put into service, not before it was made (`EQUIPMENT-DATES-01`);
        /// `null` where nobody knows, and what was said stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        commissioned: Patch<NaiveDate>,
    }

    /// Say what warranty it has (S11).
    ///
    /// ```
    /// # use callout_core::{engine::Session, equipment::{self, Birth, Terms}};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, equipment: Uuid, version: u64) -> Done {
    /// let terms = Terms { starts_from: Birth::Commissioned, months: Some(24), until: None };
    /// office.change(equipment, version, equipment::SetWarranty { terms: Some(terms) })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (equipment, v) = w.equipment();
    /// # ask(w.office(), equipment, v).unwrap();
    /// ```
    changes SetWarranty {
        /// What was agreed: some months from a day, or until a day (`EQUIPMENT-WARRANTY-01` to
        /// `-03`); `null` for no warranty.
        #[serde(deserialize_with = "Option::deserialize")]
        #[cfg_attr(feature = "schema", schemars(required, schema_with = "terms_or_null"))]
        terms: Option<Terms>,
    }

    /// Add a photograph (S12), which has been put as a blob; twice is once.
    ///
    /// ```
    /// # use callout_core::{engine::Session, equipment};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, equipment: Uuid, jpeg: &[u8]) -> Done {
    /// let content = technician.put_blob(jpeg)?;
    /// let (name, media_type) = ("plate.jpg".into(), "image/jpeg".into());
    /// technician.add(equipment, equipment::AddPhoto { content, name, media_type })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); w.assigned();
    /// # ask(w.technician(), w.equipment, callout_world::JPEG).unwrap();
    /// ```
    adds AddPhoto {
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
    }

    /// Say that it is gone (E14); its history stays, and its serial is free for another. The event
    /// names the plans that go on for it: they create nothing for it any more
    /// (`PLAN-STATUS-05`) and are to be ended.
    ///
    /// ```
    /// # use callout_core::{engine::Session, equipment};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, equipment: Uuid, version: u64) -> Done {
    /// let reason = "The block is cracked".into();
    /// manager.change(equipment, version, equipment::Scrap { reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (equipment, v) = w.equipment();
    /// # ask(w.manager(), equipment, v).unwrap();
    /// ```
    changes Scrap {
        /// Why it is scrapped, in words; not empty (`EQUIPMENT-SCRAP-01`).
        reason: String,
    }

    /// Say that it is there after all: it was scrapped by mistake.
    ///
    /// ```
    /// # use callout_core::{engine::Session, equipment};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, equipment: Uuid, version: u64) -> Done {
    /// let reason = "It was the one next to it".into();
    /// manager.change(equipment, version, equipment::Restore { reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (equipment, v) = w.scrapped();
    /// # ask(w.manager(), equipment, v).unwrap();
    /// ```
    changes Restore {
        /// Why, in words; not empty (`EQUIPMENT-SCRAP-01`).
        reason: String,
    }
}

impl UpdateCard {
    /// What the card says afterwards.
    pub(crate) fn onto(&self, before: &Card) -> Card {
        let text = |said: &Patch<FreeText>, before: &FreeText| {
            said.clone().onto(Some(before.clone())).unwrap_or_default()
        };
        Card {
            name: self.name.clone().unwrap_or_else(|| before.name.clone()),
            equipment_type: self.equipment_type.onto(before.equipment_type),
            manufacturer: text(&self.manufacturer, &before.manufacturer),
            model: text(&self.model, &before.model),
            serial: text(&self.serial, &before.serial),
            site: self.site.onto(before.site),
            location: text(&self.location, &before.location),
            construction: self.construction.onto(before.construction),
            parent: self.parent.onto(before.parent),
        }
    }
}

impl SetDates {
    /// The three days afterwards.
    pub(crate) fn onto(&self, before: Dates) -> Dates {
        Dates {
            manufactured: self.manufactured.onto(before.manufactured),
            sold: self.sold.onto(before.sold),
            commissioned: self.commissioned.onto(before.commissioned),
        }
    }
}

/// `null` is said here, and not left out.
#[cfg(feature = "schema")]
fn terms_or_null(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    generator.subschema_for::<Option<Terms>>()
}
