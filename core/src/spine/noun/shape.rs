//! What a noun with a life of its own (an aggregate) is made of.

#[cfg(doc)]
use super::PartName;
use super::{Asked, Named, Number, Offered, Told};
use crate::error::{Door, Error};
use crate::journal::{Evidence, Hash};
use crate::language::Language;
use crate::port::ids::Fresh;
use crate::port::index::{Cond, Entry, Table};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use std::fmt::Debug;
use strum::VariantArray;
use uuid::Uuid;

/// How a command meets its aggregate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// It begins a new one.
    Creates,
    /// It changes the version that the caller saw.
    Changes,
    /// It adds to whatever is there: reports of done work, filing. No version is asked for (R3).
    Adds,
    /// The same, and begins one where there is none yet.
    Joins,
    /// It judges a part of what is there, so no version is asked for; whoever names the one that
    /// he saw is told when it is not the newest any more.
    Judges,
}

/// The facts that every decision is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    /// The id of the aggregate that is decided about.
    pub id: Uuid,
    /// The moment at which it is decided.
    pub now: Instant,
    /// The id of the person who asks.
    pub actor: Uuid,
    /// What he saw of it.
    pub seen: Seen,
    /// New ids, as many as are needed.
    pub fresh: Fresh,
    /// Sixteen bytes that nobody can guess, for what is hashed.
    pub salt: [u8; 16],
}

/// Another aggregate that has already what only one may have: a number, a serial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The actor may read it: a refusal names it.
    Known(Uuid),
    /// It is kept from him.
    Hidden,
}

/// Which version of an aggregate the actor saw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seen {
    /// He does not say, or names one that never was.
    #[default]
    Unsaid,
    /// The one that stands.
    Newest,
    /// An older one than the one that stands; its number.
    Older(u64),
}

impl Given {
    /// Whether the actor did not know what stands now.
    pub fn is_behind(&self) -> bool {
        matches!(self.seen, Seen::Older(_))
    }
}

/// Which timelines a stream's events belong to (S5, S38).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Customers, equipment and activities.
    pub contexts: Vec<Uuid>,
}

impl Links {
    /// Of ids that may be missing.
    pub fn to(contexts: impl IntoIterator<Item = Option<Uuid>>) -> Links {
        Links { contexts: contexts.into_iter().flatten().collect() }
    }
}

/// A stored aggregate: the room's state, and what the host hangs on it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record<S> {
    /// The state of the noun, as its events made it.
    pub state: S,
    /// System to id in that system.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub external_ids: BTreeMap<String, String>,
    /// Namespace to JSON text that Callout stores and never reads.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub ext: BTreeMap<String, String>,
}

/// A noun: its types, its decision, its fold, and what of it can be found.
pub trait Noun: Sized + 'static {
    /// On the wire and in the journal: `activity`.
    const NAME: &'static str;
    /// Raised when the fold changes: stored states are then rebuilt from the journal.
    const FOLD: u32;
    /// The form of its index rows, raised when `entries` yields others from the same state: stored
    /// rows are then written anew.
    const ROWS: u32 = 1;
    /// Whether its rows stand in the order of the company's language, so that `entries` yields
    /// others for another language.
    const SORTED: bool;
    /// The index tables that it yields rows for.
    const TABLES: &'static [&'static Table];
    /// The table with a row for each part that other nouns' rows name: the part's id in the column
    /// `part`, and a [`PartName`] as its row. `None` where they name none.
    const PART_NAMES: Option<&'static Table> = None;
    /// All that can happen to it; an event of another name is of a newer Callout.
    const KINDS: &'static [&'static str];
    /// How each kind of event is told to people.
    const TOLD: &'static [Told];
    /// The column of [`activity::TECHNICIANS`](crate::activity::TECHNICIANS) that names it, where
    /// it is a technician's own as long as he is on such an activity.
    const THROUGH: Option<&'static str> = None;
    /// Events that are about a part of it: kind, and where in its JSON the part's id stands.
    const PARTS: &'static [(&'static str, &'static str)] = &[];
    /// Events whose form is not 1 any more: kind and newest form.
    const FORMATS: &'static [(&'static str, u16)] = &[];

    /// What it is now.
    type State: Clone + Debug + Default + PartialEq + Serialize + DeserializeOwned;
    /// What may be asked.
    type Command: Debug + Serialize + DeserializeOwned;
    /// The name of a command: `assign`.
    type Verb: Copy + Into<&'static str> + VariantArray + for<'c> From<&'c Self::Command>;
    /// What happened.
    type Event: Clone + Debug + PartialEq + Serialize + DeserializeOwned;
    /// Just what a decision needs.
    type Facts;
    /// What a list is narrowed by.
    type Filter: Debug + Default + Serialize + DeserializeOwned;
    /// What a list is ordered by.
    type Order: Debug + Default + Serialize + DeserializeOwned;
    /// What a list shows.
    type Row: Debug + Serialize + DeserializeOwned;

    /// How the command of this name meets its aggregate.
    fn manner(verb: Self::Verb) -> Manner;
    /// Says what happens, or why not.
    fn decide(
        state: &Self::State,
        command: &Self::Command,
        facts: &Self::Facts,
    ) -> Result<Vec<Self::Event>, Error>;
    /// Folds an event; cannot fail.
    fn apply(state: Self::State, event: &Self::Event) -> Self::State;
    /// The event's name: `assigned`.
    fn kind(event: &Self::Event) -> &'static str;
    /// Reads an event of any form that was ever written.
    fn lift(kind: &str, format: u16, body: &[u8]) -> Result<Self::Event, Error> {
        lift_current::<Self>(kind, format, body)
    }

    /// The index rows that the state yields in a company of this language.
    fn entries(id: Uuid, state: &Self::State, language: Language) -> Vec<Entry>;
    /// The form of its index rows in a company of this language: what is sorted by language has a
    /// form for each.
    fn rows(language: Language) -> u32 {
        if Self::SORTED { Self::ROWS << 8 | language as u32 } else { Self::ROWS }
    }
    /// For which language rows of this form are as they would be written today; none where they are
    /// of another form.
    fn written_for(rows: u32) -> Option<Language> {
        Language::VARIANTS.iter().copied().find(|language| Self::rows(*language) == rows)
    }
    /// What people call a part of it that has an id of its own: a line, a site, a contact. None
    /// where there is no such part, or nothing is known of it any more.
    fn part(_state: &Self::State, _part: Uuid) -> Option<String> {
        None
    }
    /// In what a quantity or an amount of such a part is told: its unit as events say it, `hour`,
    /// or a currency. None where it has none.
    fn measure(_state: &Self::State, _part: Uuid) -> Option<String> {
        None
    }
    /// Which timelines its events belong to.
    fn links(id: Uuid, state: &Self::State) -> Links;
    /// Which verbs its state allows; where nothing else is said, all but those that begin one.
    fn available_verbs(_state: &Self::State) -> Vec<&'static str> {
        let later = |verb: &&Self::Verb| Self::manner(**verb) != Manner::Creates;
        Self::Verb::VARIANTS.iter().filter(later).map(|verb| (*verb).into()).collect()
    }
    /// Takes in whether a flag holds that other records decide; a row as it is kept does not know.
    fn flagged(_row: &mut Self::Row, _flag: &str, _holds: bool) {}
    /// What may be asked next of what a row is about, with where it goes.
    fn offered(_row: &mut Self::Row) -> Option<Offered<'_>> {
        None
    }
    /// The same of the parts of a record that can be asked something by themselves.
    fn offered_parts(_state: &mut Self::State) -> Vec<Offered<'_>> {
        Vec::new()
    }
    /// The names that a row shows, with where they go.
    fn named(_row: &mut Self::Row) -> Vec<Named<'_>> {
        Vec::new()
    }
    /// A filter and an order as a question to a table.
    fn ask(filter: &Self::Filter, order: &Self::Order) -> Result<Asked, Error>;
    /// Whether it is the technician's own.
    fn is_own(_id: Uuid, _state: &Self::State, _technician: Uuid) -> bool {
        false
    }
    /// Whether it was the technician's own: what he did then, he may still report (R3), and a
    /// sheet that names him he may still have signed.
    fn was_own(_state: &Self::State, _technician: Uuid) -> bool {
        false
    }
    /// The activity whose technicians, as they are now, have it as their own as well.
    fn belongs_to(_state: &Self::State) -> Option<Uuid> {
        None
    }
    /// The activity by whose technicians it is judged instead, where it names none itself.
    fn judged_by(_id: Uuid) -> Option<Uuid> {
        None
    }
    /// The same as a condition on its index rows.
    fn own(_technician: Uuid) -> Vec<Cond> {
        vec![Cond::Any(Vec::new())]
    }
    /// What no state may be, whatever its events say: found by `verify`.
    fn flaw(_state: &Self::State) -> Option<&'static str> {
        None
    }
    /// The bytes that it names, those of forgotten persons no longer.
    fn blobs(_state: &Self::State) -> Vec<Hash> {
        Vec::new()
    }
    /// Whether an event does something beside its record: it happens also where that stays as it
    /// is.
    fn reaches_further(_event: &Self::Event) -> bool {
        false
    }
    /// The secret that an event brings along to be kept.
    fn secret(_event: &Self::Event) -> Option<&Hash> {
        None
    }
    /// The bytes that an event brings along to be kept.
    fn evidence(_event: &Self::Event) -> Option<&Evidence> {
        None
    }
    /// The number that it has from a series.
    fn number(_state: &Self::State) -> Option<&Number> {
        None
    }
    /// Takes prices out for those who may not see them (A10).
    fn hide_prices(_state: &mut Self::State) {}
    /// The same for an event in a timeline.
    fn hide_event_prices(_event: &mut Self::Event) {}
    /// The same for a list's row.
    fn hide_row_prices(_row: &mut Self::Row) {}

    /// The form in which an event of this kind is written today.
    fn format(kind: &str) -> u16 {
        Self::FORMATS.iter().find(|(k, _)| *k == kind).map_or(1, |(_, format)| *format)
    }
}

/// Reads an event in today's form, and refuses one that is newer.
pub fn lift_current<N: Noun>(kind: &str, format: u16, body: &[u8]) -> Result<N::Event, Error> {
    if format > N::format(kind) || !N::KINDS.contains(&kind) {
        return Err(Door::NewerEvent {
            noun: N::NAME.to_owned(),
            event: kind.to_owned(),
            version: u32::from(format),
        }
        .into());
    }
    serde_json::from_slice(body).map_err(|reason| {
        Door::BrokenRecord {
            noun: N::NAME.to_owned(),
            id: kind.to_owned(),
            reason: reason.to_string(),
        }
        .into()
    })
}

/// The doors of a room, as every noun declares them: the types and functions of these names in
/// scope, and `query::entries` and `query::ask`. Where it is `sorted` by the company's language,
/// `query::entries` is told which that is.
macro_rules! doors {
    ($name:literal, fold $fold:literal, tables $tables:tt) => {
        $crate::noun::doors!(@shared $name, $fold, $tables);
        const SORTED: bool = false;

        fn entries(
            id: uuid::Uuid,
            state: &State,
            _: $crate::language::Language,
        ) -> Vec<$crate::port::index::Entry> {
            query::entries(id, state)
        }
    };
    ($name:literal, fold $fold:literal, sorted, tables $tables:tt) => {
        $crate::noun::doors!(@shared $name, $fold, $tables);
        const SORTED: bool = true;

        fn entries(
            id: uuid::Uuid,
            state: &State,
            language: $crate::language::Language,
        ) -> Vec<$crate::port::index::Entry> {
            query::entries(id, state, language)
        }
    };
    (@shared $name:literal, $fold:literal, [$($table:expr),* $(,)?]) => {
        const NAME: &'static str = $name;
        const FOLD: u32 = $fold;
        const KINDS: &'static [&'static str] = <Event as strum::VariantNames>::VARIANTS;
        const TOLD: &'static [$crate::noun::Told] = told::TOLD;
        const TABLES: &'static [&'static $crate::port::index::Table] = &[$(&$table),*];
        type State = State;
        type Command = Command;
        type Verb = Verb;
        type Event = Event;
        type Facts = Facts;
        type Filter = Filter;
        type Order = Order;
        type Row = Row;

        fn decide(
            state: &State,
            command: &Command,
            facts: &Facts,
        ) -> Result<Vec<Event>, $crate::error::Error> {
            decide(state, command, facts).map_err($crate::error::Error::from)
        }

        fn manner(verb: Verb) -> $crate::noun::Manner {
            verb.manner()
        }

        fn apply(state: State, event: &Event) -> State {
            apply(state, event)
        }

        fn kind(event: &Event) -> &'static str {
            event.into()
        }

        fn ask(
            filter: &Filter,
            order: &Order,
        ) -> Result<$crate::noun::Asked, $crate::error::Error> {
            Ok(query::ask(filter, order))
        }
    };
}
pub(crate) use doors;
