//! Building anew what is read: states, index rows, outside ids and places in timelines all follow
//! from the journal, so a change of their form needs no migration. What is of an older form is
//! still answered from the journal; writing it anew makes it quick, and found, again. So does a
//! change of the language as which a company's lists sort.

use crate::access::Actor;
use crate::engine::answer::{company_of, within_page};
use crate::engine::desk::Fetch;
use crate::engine::nouns::{ForNoun, NAMES, by_name};
use crate::engine::replay::{self, Loaded};
use crate::engine::standing::{Contexts, use_bytes};
use crate::engine::{Engine, changes, rows};
use crate::error::Error;
use crate::journal::Hash;
use crate::language::Language;
use crate::noun::{Noun, Record};
use crate::port::store::{Stream, Tx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is to be built anew?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RenewRequest {
    /// The id of the company (the tenant) whose data is read or changed. Not a registration number.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
    /// At most so many streams in this call, 1 to 1,000 (`REQUEST-PAGE-02` otherwise): others write
    /// in between. 100 where it is missing.
    #[serde(default = "crate::noun::page_limit")]
    pub limit: u32,
}

/// What one call has built anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Renewed {
    /// How many streams were built anew by this call, at most the `limit` that was asked for.
    pub renewed: u32,
    /// Whether some may be left, so that it is to be called again.
    pub more: bool,
}

impl Engine {
    /// Writes states and rows of an older form anew, at most `limit` streams (1 to 1,000) in one
    /// transaction; call it until nothing is left. Needed after an update of Callout: until then
    /// lists may lack what an older form did not know to find. And after the company's language was
    /// changed: until then lists by name hold what they should, in the order of the language
    /// before; only what is written meanwhile stands in the new one.
    ///
    /// # Errors
    /// `ACCESS-ROLE-01`; `REQUEST-PAGE-02` for another limit; `JOURNAL-READ-01` where an event
    /// cannot be read, `JOURNAL-EVENT-01` where it is of a newer Callout.
    ///
    /// ```
    /// # use callout_core::{access::Actor, engine::Engine};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, company: Uuid, actor: &Actor) -> Done {
    /// while engine.renew(company, actor, 1_000)?.more {}
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(&w.engine, w.company, w.manager().actor()).unwrap();
    /// ```
    pub fn renew(&self, company: Uuid, actor: &Actor, limit: u32) -> Result<Renewed, Error> {
        within_page(limit)?;
        {
            // Who has nothing to renew keeps nobody from writing.
            let mut tx = self.store.read()?;
            changes::permitted(tx.as_mut(), company, actor, "company.renew")?;
            let language = company_of(tx.as_mut(), company)?.settings.language;
            if stale(tx.as_mut(), company, language, 1)?.is_empty() {
                return Ok(Renewed::default());
            }
        }
        let mut tx = self.store.write()?;
        let language = company_of(tx.as_mut(), company)?.settings.language;
        let stale = stale(tx.as_mut(), company, language, limit)?;
        for (noun, id) in &stale {
            by_name(noun, Rebuild { tx: tx.as_mut(), company, language, id: *id })?;
        }
        tx.commit()?;
        let renewed = stale.len() as u32;
        Ok(Renewed { renewed, more: renewed == limit })
    }
}

fn stale(
    tx: &mut dyn Tx,
    company: Uuid,
    language: Language,
    limit: u32,
) -> Result<Vec<(&'static str, Uuid)>, Error> {
    let mut found = Vec::new();
    for noun in NAMES {
        let wanted = limit - found.len() as u32;
        if wanted == 0 {
            break;
        }
        let ids = by_name(noun, Stale { tx: &mut *tx, company, language, limit: wanted })?;
        found.extend(ids.into_iter().map(|id| (*noun, id)));
    }
    Ok(found)
}

struct Stale<'a> {
    tx: &'a mut dyn Tx,
    company: Uuid,
    language: Language,
    limit: u32,
}

impl ForNoun for Stale<'_> {
    type Out = Vec<Uuid>;
    fn run<N: Fetch>(self) -> Result<Vec<Uuid>, Error> {
        let form = (N::FOLD, N::rows(self.language));
        self.tx.stale(self.company, N::NAME, form, self.limit)
    }
}

/// Folds a stream anew and writes all that is made from it as it comes out now.
pub(in crate::engine) struct Rebuild<'a> {
    pub(in crate::engine) tx: &'a mut dyn Tx,
    pub(in crate::engine) company: Uuid,
    /// The language of the company.
    pub(in crate::engine) language: Language,
    pub(in crate::engine) id: Uuid,
}

impl ForNoun for Rebuild<'_> {
    /// The bytes that the stream names no longer.
    type Out = Vec<Hash>;
    fn run<N: Fetch>(self) -> Result<Vec<Hash>, Error> {
        let stream = Stream { company: self.company, noun: N::NAME, id: self.id };
        let new = replay::replay::<N>(self.tx, &stream)?;
        rows::unindex::<N>(self.tx, &stream)?;
        let entries = N::entries(self.id, &new.record.state, self.language);
        rows::index(self.tx, &stream, &[], &entries, false)?;
        self.tx.drop_externals(&stream)?;
        for (system, value) in &new.record.external_ids {
            self.tx.put_external(&stream, system, value)?;
        }
        for (context, sequence) in contexts::<N>(self.tx, &stream)?.standing {
            self.tx.put_context(context, &stream, sequence)?;
        }
        self.tx.put_state(&stream, &new.stored(&stream, self.language)?)?;
        let old = self.tx.used(&stream)?;
        use_bytes(self.tx, &stream, &old, &N::blobs(&new.record.state))
    }
}

/// Where the events of a stream stand in timelines. It ends where an event cannot be read.
pub(in crate::engine) fn contexts<N: Noun>(
    tx: &mut dyn Tx,
    stream: &Stream,
) -> Result<Contexts, Error> {
    const PAGE: u32 = 500;
    let mut contexts = Contexts::default();
    let (mut record, mut last) = (Record::<N::State>::default(), 0);
    loop {
        let events = tx.stream(stream, last, PAGE)?;
        let slots = replay::slots(tx, stream, &events)?;
        for event in &events {
            let Ok(happened) = replay::read::<N>(event, &slots) else { return Ok(contexts) };
            record = happened.fold(record);
            contexts.go(event.sequence, N::links(stream.id, &record.state).contexts);
        }
        match events.last() {
            Some(event) if events.len() == PAGE as usize => last = event.version,
            _ => return Ok(contexts),
        }
    }
}

/// The row that a list shows, from the journal: for one that is not read where it stands. What it
/// shows is the same in every language.
pub(in crate::engine) fn row<N: Noun>(
    tx: &mut dyn Tx,
    stream: &Stream,
    table: &str,
    n: u32,
) -> Result<Option<N::Row>, Error> {
    let Loaded::<N> { record, version, .. } = replay::replay(tx, stream)?;
    if version == 0 {
        return Ok(None);
    }
    let entries = N::entries(stream.id, &record.state, Language::default());
    let entry = entries.into_iter().find(|entry| entry.table.name == table && entry.n == n);
    Ok(entry.and_then(|entry| serde_json::from_slice(&entry.row).ok()))
}
