//! Values about natural persons: digests in the journal, values in a table that can be erased.
//!
//! A room writes `Personal<String>` and is done. While an event is [sealed](seal) for the
//! journal, each value goes to a [`Slot`] and a salted digest stands in its place; while the
//! journal is [opened](open), the slots are read back, and what has been erased reads as
//! [`Personal::ERASED`](Personal::erased). States and answers carry the value itself.

use super::Hash;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use uuid::Uuid;

/// A value about a natural person. Its `Debug` form never shows it.
///
/// ```
/// use callout_core::journal::Personal;
/// let person = "01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap();
/// let name = Personal::of(person, "Jana Hrušková".to_owned());
/// assert_eq!(name.reveal().map(String::as_str), Some("Jana Hrušková"));
/// assert_eq!(format!("{name:?}"), "Personal(..)");
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Personal<T> {
    person: Uuid,
    value: Option<T>,
}

impl<T> Personal<T> {
    /// A value about `person`: the id of a contact, a technician, a signer.
    pub const fn of(person: Uuid, value: T) -> Self {
        Personal { person, value: Some(value) }
    }

    /// What is left after the person was forgotten.
    pub const fn erased(person: Uuid) -> Self {
        Personal { person, value: None }
    }

    /// Whether it was erased.
    pub const fn is_erased(&self) -> bool {
        self.value.is_none()
    }

    /// The person.
    pub const fn person(&self) -> Uuid {
        self.person
    }

    /// The bare value, unless it was erased. What takes it must not keep it: the places that may
    /// are few, and a test has the list of them.
    pub const fn reveal(&self) -> Option<&T> {
        self.value.as_ref()
    }
}

impl Personal<String> {
    /// The bare text, or nothing where it was erased; see [`reveal`](Self::reveal).
    pub fn reveal_text(&self) -> &str {
        self.value.as_deref().unwrap_or_default()
    }
}

impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.value.is_some() { "Personal(..)" } else { "Personal(erased)" })
    }
}

/// One erasable value of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Version of the event in its stream.
    pub version: u64,
    /// Which of the event's values.
    pub n: u32,
    /// The person, or the record in whose words it is said.
    pub person: Uuid,
    /// So that nobody guesses the value from its digest.
    pub salt: [u8; 16],
    /// The value itself, as JSON.
    pub value: Vec<u8>,
}

/// The digest that stands in the journal.
pub(crate) fn digest(salt: &[u8; 16], value: &[u8]) -> Hash {
    Hash::of_parts(&[salt, value])
}

#[derive(Serialize, Deserialize)]
struct Full<V> {
    person: Uuid,
    value: V,
}

#[derive(Serialize)]
struct Sealed {
    person: Uuid,
    n: u32,
    digest: Hash,
}

/// What stands in a journal: a sealed value, or one that had been erased before it came there.
#[derive(Deserialize)]
pub(super) struct Journaled {
    person: Uuid,
    n: Option<u32>,
    digest: Option<Hash>,
}

/// What a seal collects: the salts' seed, and the slots so far.
pub(crate) struct Sealing {
    /// The record, to which what is nobody else's belongs.
    pub(crate) stream: Uuid,
    pub(crate) version: u64,
    pub(crate) seed: [u8; 16],
    pub(crate) slots: Vec<Slot>,
}

enum Mode {
    Seal(Sealing),
    Open { version: u64, values: BTreeMap<(u64, u32), Vec<u8>> },
    Refs(Vec<(u32, Uuid, Hash)>),
}

thread_local! {
    // How the (de)serialiser, whose signature is serde's, learns whether it writes or reads the
    // journal. Set only inside `seal`, `open` and `refs`, which take it back before they return.
    static MODE: RefCell<Option<Mode>> = const { RefCell::new(None) };
}

fn within<R>(mode: Mode, work: impl FnOnce() -> R) -> (R, Option<Mode>) {
    let before = MODE.with(|m| m.borrow_mut().replace(mode));
    let result = work();
    let after = MODE.with(|m| std::mem::replace(&mut *m.borrow_mut(), before));
    (result, after)
}

/// Serialises with values about persons put aside into slots.
pub(crate) fn seal<R>(sealing: Sealing, work: impl FnOnce() -> R) -> (R, Vec<Slot>) {
    match within(Mode::Seal(sealing), work) {
        (result, Some(Mode::Seal(sealing))) => (result, sealing.slots),
        (result, _) => (result, Vec::new()),
    }
}

/// Deserialises the event `version` with its values read back from slots.
pub(crate) fn open<R>(version: u64, slots: &[Slot], work: impl FnOnce() -> R) -> R {
    let values = slots
        .iter()
        .filter(|slot| slot.version == version)
        .map(|slot| ((slot.version, slot.n), slot.value.clone()))
        .collect();
    within(Mode::Open { version, values }, work).0
}

/// Deserialises and tells which slots the event names: number, person, digest.
pub(crate) fn refs<R>(work: impl FnOnce() -> R) -> (R, Vec<(u32, Uuid, Hash)>) {
    match within(Mode::Refs(Vec::new()), work) {
        (result, Some(Mode::Refs(found))) => (result, found),
        (result, _) => (result, Vec::new()),
    }
}

impl<T: Serialize> Serialize for Personal<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = match (&self.value, MODE.with(|m| matches!(&*m.borrow(), Some(Mode::Seal(_)))))
        {
            (Some(value), true) => serde_json::to_vec(value).map_err(serde::ser::Error::custom)?,
            _ => return Full { person: self.person, value: &self.value }.serialize(serializer),
        };
        let sealed = MODE.with(|m| match &mut *m.borrow_mut() {
            Some(Mode::Seal(sealing)) => Some(sealing.put(self.person, value)),
            _ => None,
        });
        sealed.serialize(serializer)
    }
}

impl Sealing {
    fn put(&mut self, person: Uuid, value: Vec<u8>) -> Sealed {
        let n = self.slots.len() as u32;
        let drawn = Hash::of_parts(&[&self.seed, &self.version.to_be_bytes(), &n.to_be_bytes()]);
        let salt = drawn.half();
        let digest = digest(&salt, &value);
        self.slots.push(Slot { version: self.version, n, person, salt, value });
        Sealed { person, n, digest }
    }
}

/// Whether what is read stands in a journal.
pub(super) fn reads_journal() -> bool {
    MODE.with(|m| matches!(&*m.borrow(), Some(Mode::Open { .. } | Mode::Refs(_))))
}

/// Puts aside what belongs to the record itself; nothing where no journal is written.
pub(super) fn sealed_own(text: &str) -> serde_json::Result<Option<impl Serialize>> {
    if !MODE.with(|m| matches!(&*m.borrow(), Some(Mode::Seal(_)))) {
        return Ok(None);
    }
    let value = serde_json::to_vec(text)?;
    Ok(MODE.with(|m| match &mut *m.borrow_mut() {
        Some(Mode::Seal(sealing)) => Some(sealing.put(sealing.stream, value)),
        _ => None,
    }))
}

impl Journaled {
    /// The value, unless it was erased; counted where only that is wanted.
    pub(super) fn value<T: DeserializeOwned>(&self) -> serde_json::Result<Option<T>> {
        let value = self.n.zip(self.digest).and_then(|(n, digest)| {
            MODE.with(|m| match &mut *m.borrow_mut() {
                Some(Mode::Open { version, values }) => values.remove(&(*version, n)),
                Some(Mode::Refs(found)) => {
                    found.push((n, self.person, digest));
                    None
                }
                _ => None,
            })
        });
        value.map(|bytes| serde_json::from_slice(&bytes)).transpose()
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Personal<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !reads_journal() {
            let full = Full::<Option<T>>::deserialize(deserializer)?;
            return Ok(Personal { person: full.person, value: full.value });
        }
        let sealed = Journaled::deserialize(deserializer)?;
        let value = sealed.value().map_err(serde::de::Error::custom)?;
        Ok(Personal { person: sealed.person, value })
    }
}
