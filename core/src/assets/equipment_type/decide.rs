//! What may be asked of a type of equipment, what it answers, and why it says no.

use super::{Event, Field, FieldKind, State};
use crate::Patch;
use crate::journal::is_blank;
use crate::noun::Given;
use crate::patch::given;

crate::noun::commands! {
    /// What may be asked of a type of equipment.
    Command

    /// Define one (S9).
    ///
    /// ```
    /// # use callout_core::{engine::Session, equipment_type::{self, Field, FieldKind}};
    /// # fn ask(manager: Session<'_>) -> Result<(), Box<dyn std::error::Error>> {
    /// let hours = Field {
    ///     key: "operating_hours".into(),
    ///     label: "Hours of operation".into(),
    ///     kind: FieldKind::Number,
    ///     unit: Some("h".into()),
    ///     choices: Vec::new(),
    ///     counter: true,
    ///     required: false,
    /// };
    /// let create = equipment_type::Create { name: "Compressor".into(), fields: vec![hours] };
    /// let compressor = manager.create(create)?.target;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager()).unwrap();
    /// ```
    creates Create {
        /// The name by which people know it; not empty (`EQUIPMENT-TYPE-01`).
        name: String,
        /// The fields of its cards, in the order in which a card shows them; none where it is
        /// missing.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        fields: Vec<Field>,
    }

    /// Give it other fields; values on cards stay as they were written (E17).
    ///
    /// ```
    /// # use callout_core::{engine::Session, equipment_type};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, compressor: Uuid, version: u64) -> Done {
    /// let name = Some("Screw compressor".into());
    /// let update = equipment_type::Update { name, ..Default::default() };
    /// manager.change(compressor, version, update)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.compressor, 1).unwrap();
    /// ```
    changes Update {
        /// The new name by which people know it; not empty (`EQUIPMENT-TYPE-01`), and the old one
        /// stays where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<String>"))]
        name: Option<String>,
        /// All fields of its cards from now on, in the order in which a card shows them; `null` or
        /// none for no fields, and those that are there stay where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        fields: Patch<Vec<Field>>,
    }
}

crate::codes! {
    /// Why a type of equipment says no.
    pub enum Refusal {
        /// A name is what people find it by.
        NameMissing {} => Invalid "EQUIPMENT-TYPE-01"
            en "The type has no name. Give one."
            cs "Typ nemá název. Uveďte jej.",
        /// A key that programs cannot use.
        KeyForm { key: String } => Invalid "EQUIPMENT-TYPE-02"
            en "{key} cannot be a key. Use lower-case letters, digits and _, at most 64."
            cs "{key} nemůže být klíčem. Použijte malá písmena bez diakritiky, číslice a _, nejvýše 64.",
        /// Two fields of one key.
        KeyTwice { key: String } => Invalid "EQUIPMENT-TYPE-03"
            en "The key {key} is there twice. Give one of the fields another."
            cs "Klíč {key} je uveden dvakrát. Dejte jednomu z polí jiný.",
        /// A field that people could not name.
        LabelMissing { key: String } => Invalid "EQUIPMENT-TYPE-04"
            en "The field {key} has no label. Say what people call it."
            cs "Pole {key} nemá popisek. Uveďte, jak se mu říká.",
        /// A choice between nothing, or choices for what is no choice.
        ChoicesForm { key: String } => Invalid "EQUIPMENT-TYPE-05"
            en "The choices of the field {key} do not fit. A choice needs some, each once; another kind has none."
            cs "Možnosti pole {key} nesedí. Výběr nějaké potřebuje, každou jednou; jiný druh je nemá.",
        /// A unit of what is not counted.
        UnitWithoutNumber { key: String } => Invalid "EQUIPMENT-TYPE-06"
            en "The field {key} has a unit but is no number. Leave the unit out or make it a number."
            cs "Pole {key} má jednotku, ale není číslo. Vynechte jednotku, nebo zvolte číslo.",
        /// A counter of what is not counted.
        CounterWithoutNumber { key: String } => Invalid "EQUIPMENT-TYPE-07"
            en "The field {key} is a counter but no number. Make it a number, or no counter."
            cs "Pole {key} je počítadlo, ale není číslo. Zvolte číslo, nebo počítadlo zrušte.",
    }
}

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, _: &Facts) -> Result<Vec<Event>, Refusal> {
    let event = match command {
        Command::Create(Create { name, fields }) => {
            let name = named(name)?;
            Event::Created { name, fields: sound(fields)? }
        }
        Command::Update(Update { name, fields }) => {
            let name = named(name.as_deref().unwrap_or(&state.name))?;
            let fields = fields.as_ref().made(|fields| sound(fields).map(Some))?;
            let fields = fields.onto(Some(state.fields.clone())).unwrap_or_default();
            Event::Updated { name, fields }
        }
    };
    Ok(vec![event])
}

fn named(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    if name.is_empty() { Err(Refusal::NameMissing {}) } else { Ok(name.to_owned()) }
}

fn sound(fields: &[Field]) -> Result<Vec<Field>, Refusal> {
    for (n, field) in fields.iter().enumerate() {
        let key = || field.key.clone();
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if field.key.is_empty() || field.key.len() > 64 || !field.key.bytes().all(plain) {
            return Err(Refusal::KeyForm { key: key() });
        }
        if fields[..n].iter().any(|other| other.key == field.key) {
            return Err(Refusal::KeyTwice { key: key() });
        }
        if is_blank(&field.label) {
            return Err(Refusal::LabelMissing { key: key() });
        }
        if !choices_fit(field) {
            return Err(Refusal::ChoicesForm { key: key() });
        }
        if field.unit.is_some() && field.kind != FieldKind::Number {
            return Err(Refusal::UnitWithoutNumber { key: key() });
        }
        if field.counter && field.kind != FieldKind::Number {
            return Err(Refusal::CounterWithoutNumber { key: key() });
        }
    }
    Ok(fields.to_vec())
}

fn choices_fit(field: &Field) -> bool {
    let choices = &field.choices;
    let once =
        (0..choices.len()).all(|n| !is_blank(&choices[n]) && !choices[..n].contains(&choices[n]));
    once && (field.kind == FieldKind::Choice) != choices.is_empty()
}
