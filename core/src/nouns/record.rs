//! What can be asked of every aggregate, whatever noun it is: what the host hangs on it.

use crate::error::{Door, Error};
use crate::journal::Personal;
use crate::noun::{Record, Told, told};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

crate::noun::commands! {
    /// What can be asked of every aggregate.
    Command

    /// Link the id that it has in an outside system, in place of the one before.
    ///
    /// ```
    /// # use callout_core::{engine::Session, record};
    /// # use uuid::Uuid;
    /// # fn ask(office: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let (noun, system) = ("activity".into(), "sap".into());
    /// office.add(job, record::Link { noun, system, value: "PM-4711".into() })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.opened().0).unwrap();
    /// ```
    adds Link {
        /// The noun of the target: `activity`.
        noun: String,
        /// The name of the outside system: `sap`; at most 64 lower-case letters, digits, `_`, `-`
        /// and `.` (`RECORD-EXT-02`).
        system: String,
        /// The id there, not empty and at most 16 KiB (`RECORD-EXT-01`): one that another record of
        /// the noun has is refused (`RECORD-EXTERNAL-01`).
        value: String,
    }

    /// Unlink the id that it has in an outside system; where it has none, nothing changes.
    ///
    /// ```
    /// # use callout_core::{engine::Session, record};
    /// # use uuid::Uuid;
    /// # fn ask(office: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let (noun, system) = ("activity".into(), "sap".into());
    /// office.add(job, record::Unlink { noun, system })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.opened().0).unwrap();
    /// ```
    adds Unlink {
        /// The noun of the target: `activity`.
        noun: String,
        /// The name of the outside system: `sap`.
        system: String,
    }

    /// Keep JSON of the host, which Callout never reads; `null` takes it away.
    ///
    /// ```
    /// # use callout_core::{engine::Session, record};
    /// # use uuid::Uuid;
    /// # fn ask(office: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let json = r#"{"cost_centre": "210"}"#.into();
    /// let (noun, namespace) = ("activity".into(), "erp".into());
    /// office.add(job, record::Extend { noun, namespace, json })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.opened().0).unwrap();
    /// ```
    adds Extend {
        /// The noun of the target: `activity`.
        noun: String,
        /// The host's name for it: at most 64 lower-case letters, digits, `_`, `-` and `.`
        /// (`RECORD-EXT-02`).
        namespace: String,
        /// JSON as text, at most 16 KiB, and 64 KiB in all namespaces of the record together
        /// (`RECORD-EXT-01`); `null` takes it away.
        json: String,
    }
}

impl Command {
    pub(crate) fn noun(&self) -> &str {
        match self {
            Command::Link(Link { noun, .. })
            | Command::Unlink(Unlink { noun, .. })
            | Command::Extend(Extend { noun, .. }) => noun,
        }
    }
}

/// What happened to what the host hangs on an aggregate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The id that the record has in an outside system was linked, in place of the one before.
    #[strum(serialize = "record.linked")]
    Linked {
        /// The name of the outside system: `sap`.
        system: String,
        /// The id that the record has there. It may tell of a person, so it is kept under the
        /// record's own id and erased when that is forgotten.
        value: Personal<String>,
    },
    /// The id that the record had in an outside system was unlinked.
    #[strum(serialize = "record.unlinked")]
    Unlinked {
        /// The name of the outside system: `sap`.
        system: String,
    },
    /// JSON of the host, which Callout never reads, was kept with the record or taken away.
    #[strum(serialize = "record.extended")]
    Extended {
        /// The host's name for it: at most 64 lower-case letters, digits, `_`, `-` and `.`.
        namespace: String,
        /// The JSON as text, kept under the record's own id and erased when that is forgotten;
        /// `null` where it was taken away.
        json: Option<Personal<String>>,
    },
}

/// What leads the name of each of these events, and of no room's: a contract may be extended too.
/// How each is told to people.
pub(crate) const TOLD: &[Told] = &[
    told("record.linked", "Linked: {system}[ {value}]", "Připojeno: {system}[ {value}]"),
    told("record.unlinked", "Unlinked: {system}", "Odpojeno: {system}"),
    told(
        "record.extended",
        "Data of the host kept: {namespace}",
        "Uložena data hostitele: {namespace}",
    ),
];

const PREFIX: &str = "record.";

/// The form in which these events are written today.
pub(crate) const FORMAT: u16 = 1;

/// Reads an event, where it is one of these.
pub(crate) fn lift(kind: &str, format: u16, body: &[u8]) -> Option<Result<Event, Error>> {
    let event = kind.strip_prefix(PREFIX)?;
    if format > FORMAT || !Event::VARIANTS.contains(&kind) {
        let (noun, event) = ("record".to_owned(), event.to_owned());
        return Some(Err(Door::NewerEvent { noun, event, version: u32::from(format) }.into()));
    }
    Some(serde_json::from_slice(body).map_err(|reason| {
        let (noun, id) = ("record".to_owned(), kind.to_owned());
        Door::BrokenRecord { noun, id, reason: reason.to_string() }.into()
    }))
}

const MAX_EXT_BYTES: u64 = 16 << 10;
const MAX_EXT_BYTES_TOGETHER: u64 = 64 << 10;

/// Says what happens, or why not. That a value is free is looked up by the engine.
pub(crate) fn decide<S>(
    id: Uuid,
    record: &Record<S>,
    command: &Command,
) -> Result<Vec<Event>, Error> {
    Ok(match command {
        Command::Link(Link { system, value, .. }) => {
            named(system, value)?;
            match record.external_ids.get(system) {
                Some(known) if known == value => Vec::new(),
                _ => {
                    let (system, value) = (system.clone(), Personal::of(id, value.clone()));
                    vec![Event::Linked { system, value }]
                }
            }
        }
        Command::Unlink(Unlink { system, .. }) => match record.external_ids.get(system) {
            Some(_) => vec![Event::Unlinked { system: system.clone() }],
            None => Vec::new(),
        },
        Command::Extend(Extend { namespace, json, .. }) => {
            named(namespace, json)?;
            let json: Box<serde_json::value::RawValue> =
                serde_json::from_str(json).map_err(|_| Door::WrongForm {
                    path: "command.record.extend.json".to_owned(),
                    value: json.clone(),
                    wanted: "json".to_owned(),
                })?;
            let json = Some(json.get().to_owned()).filter(|json| json != "null");
            room(&record.ext, namespace, json.as_deref().unwrap_or_default())?;
            let json = json.map(|json| Personal::of(id, json));
            vec![Event::Extended { namespace: namespace.clone(), json }]
        }
    })
}

/// All namespaces of an aggregate together stay bounded too: its state is read by every command.
fn room(ext: &BTreeMap<String, String>, namespace: &str, json: &str) -> Result<(), Error> {
    let others = ext.iter().filter(|(known, _)| *known != namespace);
    let bytes = others.map(|(name, json)| name.len() + json.len()).sum::<usize>() as u64;
    let bytes = bytes + (namespace.len() + json.len()) as u64;
    if json.is_empty() || bytes <= MAX_EXT_BYTES_TOGETHER {
        return Ok(());
    }
    let (namespace, most) = (namespace.to_owned(), MAX_EXT_BYTES_TOGETHER);
    Err(Door::BadExtension { namespace, bytes, most }.into())
}

fn named(name: &str, content: &str) -> Result<(), Error> {
    let sound = !name.is_empty()
        && name.len() <= 64
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-.".contains(c));
    if !sound {
        return Err(Door::BadName { name: name.to_owned() }.into());
    }
    let bytes = content.len() as u64;
    if bytes <= MAX_EXT_BYTES && bytes > 0 {
        return Ok(());
    }
    Err(Door::BadExtension { namespace: name.to_owned(), bytes, most: MAX_EXT_BYTES }.into())
}

/// Folds an event. What is forgotten with the record is not there.
pub(crate) fn apply<S>(mut record: Record<S>, event: &Event) -> Record<S> {
    let (named, name, value) = match event {
        Event::Linked { system, value } => (&mut record.external_ids, system, value.reveal()),
        Event::Unlinked { system } => (&mut record.external_ids, system, None),
        Event::Extended { namespace, json } => {
            (&mut record.ext, namespace, json.as_ref().and_then(Personal::reveal))
        }
    };
    match value {
        Some(value) => named.insert(name.clone(), value.clone()),
        None => named.remove(name),
    };
    record
}
