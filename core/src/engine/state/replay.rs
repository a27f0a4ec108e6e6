//! Reading an aggregate: its stored state, or its journal where the fold is another one.

use crate::engine::record;
use crate::error::{Door, Error, Status};
use crate::journal::{self, Event, Hash, Slot};
use crate::language::Language;
use crate::noun::{Noun, Record};
use crate::port::store::{Stored, Stream, Tx};
use uuid::Uuid;

/// An aggregate with its version.
pub(in crate::engine) struct Loaded<N: Noun> {
    pub(in crate::engine) version: u64,
    pub(in crate::engine) last: Hash,
    pub(in crate::engine) sequence: u64,
    pub(in crate::engine) record: Record<N::State>,
    /// For which language its rows are written; none where what is stored, state or rows, is of an
    /// older form.
    pub(in crate::engine) written_for: Option<Language>,
}

impl<N: Noun> Loaded<N> {
    /// Nothing yet.
    pub(in crate::engine) fn new() -> Self {
        Loaded {
            version: 0,
            last: Hash::default(),
            sequence: 0,
            record: Record::default(),
            written_for: None,
        }
    }

    /// The form in which it is kept in a company of this language.
    pub(in crate::engine) fn stored(
        &self,
        stream: &Stream,
        language: Language,
    ) -> Result<Stored, Error> {
        let body = serde_json::to_vec(&self.record).map_err(|reason| broken(stream, &reason))?;
        Ok(Stored {
            version: self.version,
            fold: N::FOLD,
            rows: N::rows(language),
            sequence: self.sequence,
            body,
            last: self.last,
        })
    }
}

/// Reads the stored state; one of another fold is replayed.
pub(in crate::engine) fn load<N: Noun>(
    tx: &mut dyn Tx,
    stream: &Stream,
) -> Result<Option<Loaded<N>>, Error> {
    let Some(stored) = tx.state(stream)? else { return Ok(None) };
    if stored.fold != N::FOLD {
        return replay::<N>(tx, stream).map(Some);
    }
    let record = serde_json::from_slice(&stored.body).map_err(|reason| broken(stream, &reason))?;
    let Stored { version, last, sequence, .. } = stored;
    let written_for = N::written_for(stored.rows);
    Ok(Some(Loaded { version, last, sequence, record, written_for }))
}

/// Whether what is stored, state and rows, is of the form in which it would be written now, if
/// perhaps sorted for another language.
pub(in crate::engine) fn is_todays<N: Noun>(
    tx: &mut dyn Tx,
    stream: &Stream,
) -> Result<bool, Error> {
    let stored = tx.state(stream)?;
    Ok(stored.is_some_and(|it| it.fold == N::FOLD && N::written_for(it.rows).is_some()))
}

/// Folds the whole stream anew.
pub(in crate::engine) fn replay<N: Noun>(
    tx: &mut dyn Tx,
    stream: &Stream,
) -> Result<Loaded<N>, Error> {
    const PAGE: u32 = 500;
    let mut loaded = Loaded::<N>::new();
    loop {
        let events = tx.stream(stream, loaded.version, PAGE)?;
        let slots = slots(tx, stream, &events)?;
        for event in &events {
            let happened = read::<N>(event, &slots)?;
            loaded.record = happened.fold(loaded.record);
            loaded.version = event.version;
            loaded.last = event.hash;
            loaded.sequence = event.sequence;
        }
        if events.len() < PAGE as usize {
            return Ok(loaded);
        }
    }
}

/// The last state on the way that is wanted.
pub(in crate::engine) fn last_where<N: Noun>(
    tx: &mut dyn Tx,
    stream: &Stream,
    wanted: impl Fn(&N::State) -> bool,
) -> Result<Option<N::State>, Error> {
    let events = tx.stream(stream, 0, u32::MAX)?;
    let slots = slots(tx, stream, &events)?;
    let (mut record, mut found) = (Record::default(), None);
    for event in events {
        record = read::<N>(&event, &slots)?.fold(record);
        if wanted(&record.state) {
            found = Some(record.state.clone());
        }
    }
    Ok(found)
}

/// What others than the actor did to a stream after a version.
pub(in crate::engine) fn since<N: Noun>(
    tx: &mut dyn Tx,
    stream: &Stream,
    version: u64,
    actor: Uuid,
) -> Result<Vec<N::Event>, Error> {
    let events = tx.stream(stream, version, u32::MAX)?;
    let slots = slots(tx, stream, &events)?;
    let mut found = Vec::new();
    for event in events.iter().filter(|event| event.actor != actor) {
        if let Happening::Room(event) = read::<N>(event, &slots)? {
            found.push(event);
        }
    }
    Ok(found)
}

/// The values about persons of some events of a stream, which stand one after the other.
pub(in crate::engine) fn slots(
    tx: &mut dyn Tx,
    stream: &Stream,
    events: &[Event],
) -> Result<Vec<Slot>, Error> {
    match (events.first(), events.last()) {
        (Some(first), Some(last)) => tx.slots(stream, first.version, last.version),
        _ => Ok(Vec::new()),
    }
}

/// One event of a stream: the room's, or what the host hangs on it.
pub(in crate::engine) enum Happening<N: Noun> {
    Room(N::Event),
    Record(record::Event),
}

impl<N: Noun> Happening<N> {
    pub(in crate::engine) fn kind(&self) -> &'static str {
        match self {
            Happening::Room(event) => N::kind(event),
            Happening::Record(event) => event.into(),
        }
    }

    pub(in crate::engine) fn format(&self) -> u16 {
        match self {
            Happening::Room(event) => N::format(N::kind(event)),
            Happening::Record(_) => record::FORMAT,
        }
    }

    /// The secret that the founding of a company draws.
    pub(in crate::engine) fn secret(&self) -> Option<&Hash> {
        match self {
            Happening::Room(event) => N::secret(event),
            Happening::Record(_) => None,
        }
    }

    pub(in crate::engine) fn fold(&self, record: Record<N::State>) -> Record<N::State> {
        match self {
            Happening::Room(event) => {
                let Record { state, external_ids, ext } = record;
                Record { state: N::apply(state, event), external_ids, ext }
            }
            Happening::Record(event) => record::apply(record, event),
        }
    }

    pub(in crate::engine) fn body(&self) -> Result<Vec<u8>, serde_json::Error> {
        match self {
            Happening::Room(event) => serde_json::to_vec(event),
            Happening::Record(event) => serde_json::to_vec(event),
        }
    }
}

/// Reads a stored event with the values about persons that are still there.
pub(in crate::engine) fn read<N: Noun>(
    event: &Event,
    slots: &[Slot],
) -> Result<Happening<N>, Error> {
    journal::open(event.version, slots, || plain::<N>(event))
}

/// Reads a stored event in whatever mode is set.
pub(in crate::engine) fn plain<N: Noun>(event: &Event) -> Result<Happening<N>, Error> {
    let read = match record::lift(&event.kind, event.format, &event.body) {
        Some(read) => read.map(Happening::Record),
        None => N::lift(&event.kind, event.format, &event.body).map(Happening::Room),
    };
    read.map_err(|error| {
        match error.status() {
            // The room knows what happened, not to whom.
            Status::Data => {
                let reason = error.details().get("reason").and_then(|reason| reason.as_str());
                unreadable(event, reason.unwrap_or_default())
            }
            _ => error,
        }
    })
}

fn unreadable(event: &Event, reason: &str) -> Error {
    let (noun, id) = (event.noun.clone(), event.stream.to_string());
    let reason = format!("its event {} ({}): {reason}", event.version, event.kind);
    Door::BrokenRecord { noun, id, reason }.into()
}

pub(in crate::engine) fn broken(stream: &Stream, reason: &dyn std::fmt::Display) -> Error {
    Door::BrokenRecord {
        noun: stream.noun.to_owned(),
        id: stream.id.to_string(),
        reason: reason.to_string(),
    }
    .into()
}
