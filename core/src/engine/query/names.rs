//! Names for ids: in a page of rows by one look for each noun that the page names, and in the
//! sentence of a refusal.

use crate::access::{Actor, Reach};
use crate::activity::Activity;
use crate::company;
use crate::engine::Request;
use crate::engine::answer::{company_of, no_such};
use crate::engine::desk::Fetch;
use crate::engine::nouns::{ForNoun, NAMES, by_name};
use crate::engine::{own, renew, replay};
use crate::error::{Door, Error};
use crate::noun::{Named, Noun, PartName};
use crate::port::index::{Cell, Cond, Order, Select};
use crate::port::store::{Stream, Tx};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What of a record's row names it, whatever noun it is.
#[derive(Clone, Default, Deserialize)]
struct Called {
    #[serde(default)]
    number: Option<String>,
    #[serde(default, alias = "title", alias = "subject")]
    name: Option<String>,
    /// That of which it is, by whose number people know what has neither.
    #[serde(default)]
    activity: Option<Uuid>,
}

impl Called {
    /// What people say: the number of what is known by it, and the name of all else.
    fn said(&self, noun: &str) -> Option<String> {
        let numbered = matches!(noun, "activity" | "invoice" | "job_sheet");
        let [number, name] =
            [&self.number, &self.name].map(|it| it.clone().filter(|it| !it.is_empty()));
        if numbered { number } else { name.or(number) }
    }
}

/// Who reads names, and in whose books.
pub(in crate::engine) struct Reader<'a> {
    pub(in crate::engine) tx: &'a mut dyn Tx,
    pub(in crate::engine) company: Uuid,
    pub(in crate::engine) books: &'a company::State,
    pub(in crate::engine) actor: &'a Actor,
}

/// Fills in the names that the actor may read.
pub(in crate::engine) fn fill<'r>(
    reader: &mut Reader<'_>,
    named: impl Iterator<Item = Named<'r>>,
) -> Result<(), Error> {
    let mut nouns: BTreeMap<&'static str, Vec<Named<'r>>> = BTreeMap::new();
    for one in named.filter(|one| !one.id.is_nil()) {
        nouns.entry(one.noun).or_default().push(one);
    }
    for (noun, named) in nouns {
        let mut ids: Vec<Uuid> = named.iter().map(|one| one.id).collect();
        ids.sort_unstable();
        ids.dedup();
        let called = by_name(noun, Look { reader, ids })?;
        let parts = named.iter().filter(|one| called.contains_key(&one.id));
        let parts = parts.filter_map(|one| Some(one.part.as_ref()?.0)).collect();
        let parts = by_name(noun, LookAtParts { reader, parts })?;
        for one in named {
            let Some(called) = called.get(&one.id) else { continue };
            if let Some((part, name)) = one.part
                && let Some(known) = parts.get(&part)
            {
                name.clone_from(known);
            }
            if let Some(name) = one.name {
                *name = called.name.clone().unwrap_or_default();
            }
            if let Some(number) = one.number {
                *number = called.number.clone().unwrap_or_default();
            }
        }
    }
    Ok(())
}

struct Look<'r, 'a> {
    reader: &'r mut Reader<'a>,
    ids: Vec<Uuid>,
}

impl ForNoun for Look<'_, '_> {
    type Out = BTreeMap<Uuid, Called>;

    fn run<N: Fetch>(self) -> Result<Self::Out, Error> {
        let reader = self.reader;
        let Some(table) = N::TABLES.first().copied() else { return Ok(BTreeMap::new()) };
        let company = reader.company;
        // What the role may not read stays without a name.
        let ids = match reader.books.reach(&reader.actor.role, &format!("{}.read", N::NAME)) {
            Reach::All => self.ids,
            Reach::Own => own_of::<N>(reader, self.ids)?,
            Reach::No => Vec::new(),
        };
        if ids.is_empty() {
            return Ok(BTreeMap::new());
        }
        let form = (N::FOLD, N::rows(reader.books.settings.language));
        let older = !reader.tx.stale(company, N::NAME, form, 1)?.is_empty();
        let (mut called, mut odd) = (BTreeMap::new(), Vec::new());
        reader.tx.first_rows(
            company,
            table,
            &ids,
            &mut |id, row| match serde_json::from_slice(row) {
                Ok(read) => drop(called.insert(id, read)),
                Err(_) => odd.push(id),
            },
        )?;
        for id in ids.iter().filter(|_| older) {
            let stream = Stream { company, noun: N::NAME, id: *id };
            if called.contains_key(id) && !replay::is_todays::<N>(reader.tx, &stream)? {
                called.remove(id);
                odd.push(*id);
            }
        }
        // One that cannot be read, or is of an older form, is told by the journal.
        for id in odd {
            called.extend(told::<N>(reader, company, id, table.name)?.map(|read| (id, read)));
        }
        Ok(called)
    }
}

/// What parts of records of a noun are called, which the reader may read.
struct LookAtParts<'r, 'a> {
    reader: &'r mut Reader<'a>,
    parts: BTreeSet<Uuid>,
}

impl ForNoun for LookAtParts<'_, '_> {
    type Out = BTreeMap<Uuid, String>;

    fn run<N: Fetch>(self) -> Result<Self::Out, Error> {
        let (Some(table), false) = (N::PART_NAMES, self.parts.is_empty()) else {
            return Ok(BTreeMap::new());
        };
        let limit = self.parts.len() as u32;
        let parts = self.parts.into_iter().map(Cell::Id).collect();
        let found = self.reader.tx.select(&Select {
            table,
            company: self.reader.company,
            conds: vec![Cond::In("part", parts)],
            order: Order { column: "part", descending: false },
            after: None,
            limit,
        })?;
        // One that cannot be read leaves its row without a name, as in any list.
        let read = found.iter().filter_map(|found| serde_json::from_slice(&found.row).ok());
        Ok(read.map(|part: PartName| (part.part, part.name)).collect())
    }
}

fn told<N: Noun>(
    reader: &mut Reader<'_>,
    company: Uuid,
    id: Uuid,
    table: &str,
) -> Result<Option<Called>, Error> {
    let stream = Stream { company, noun: N::NAME, id };
    let Some(row) = renew::row::<N>(reader.tx, &stream, table, 0)? else { return Ok(None) };
    let read = serde_json::to_value(&row).and_then(serde_json::from_value);
    read.map(Some).map_err(|reason| replay::broken(&stream, &format!("its row: {reason}")))
}

/// Those of them that are the actor's own.
fn own_of<N: Noun>(reader: &mut Reader<'_>, ids: Vec<Uuid>) -> Result<Vec<Uuid>, Error> {
    let Some(table) = N::TABLES.first().copied() else { return Ok(Vec::new()) };
    let column = table.columns.first().map_or("n", |column| column.name);
    let mut mine = Vec::new();
    for id in ids {
        let mut conds = N::own(reader.actor.id);
        conds.push(Cond::Owner(id));
        let select = Select {
            table,
            company: reader.company,
            conds,
            order: Order { column, descending: false },
            after: None,
            limit: 1,
        };
        if !reader.tx.select(&select)?.is_empty() {
            mine.push(id);
        }
    }
    Ok(mine)
}

/// What people call records of a noun, as far as the reader may read them.
pub(in crate::engine) fn called(
    reader: &mut Reader<'_>,
    noun: &'static str,
    ids: Vec<Uuid>,
) -> Result<BTreeMap<Uuid, String>, Error> {
    let found = by_name(noun, Look { reader, ids })?;
    let nameless = found.iter().filter(|(_, called)| called.said(noun).is_none());
    let activities: BTreeMap<Uuid, Uuid> =
        nameless.filter_map(|(id, called)| Some((*id, called.activity?))).collect();
    let ids = activities.values().copied().collect();
    let numbers = by_name(Activity::NAME, Look { reader, ids })?;
    let said = found.into_iter().filter_map(|(id, called)| {
        let number = || numbers.get(activities.get(&id)?)?.said(Activity::NAME);
        Some((id, called.said(noun).or_else(number)?))
    });
    Ok(said.collect())
}

/// What people call parts of a record, as far as the reader may read it.
pub(in crate::engine) fn parts(
    reader: &mut Reader<'_>,
    noun: &'static str,
    id: Uuid,
    parts: &BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, Part>, Error> {
    if !sees(reader, noun, id)? {
        return Ok(BTreeMap::new());
    }
    let stream = Stream { company: reader.company, noun, id };
    by_name(noun, Parts { tx: &mut *reader.tx, stream, parts })
}

/// The refusal, with a sentence that says what people call the records and parts it tells of. What
/// the actor may not read stays an id, and so does what is not there.
pub(in crate::engine) fn named(
    tx: &mut dyn Tx,
    request: &Request,
    mut refusal: Error,
) -> Result<Error, Error> {
    let ids = refusal.ids();
    // A company that is not there has refused it.
    let books = if ids.is_empty() { None } else { company_of(tx, request.company).ok() };
    let Some(books) = books else { return Ok(refusal) };
    let (company, actor, target) = (request.company, &request.actor, request.target);
    let reader = &mut Reader { tx, company, books: &books, actor };
    refusal = not_begun(reader, refusal)?;
    for (place, id) in ids {
        // Most places are named after what stands there. What is hidden takes as many looks as what
        // is not there.
        let first = NAMES.iter().copied().find(|noun| *noun == place);
        let others = NAMES.iter().copied().filter(|noun| Some(*noun) != first);
        let mut called = None;
        for noun in first.into_iter().chain(others) {
            if called.is_none() {
                called = self::called(reader, noun, vec![id])?.remove(&id);
            }
        }
        for noun in target.iter().flat_map(|_| NAMES) {
            let target = target.unwrap_or_default();
            if called.is_none() {
                let part = parts(reader, noun, target, &BTreeSet::from([id]))?.remove(&id);
                called = part.map(|part| part.name).filter(|name| !name.is_empty());
            }
        }
        if let Some(called) = called {
            refusal.call(id, called);
        }
    }
    Ok(refusal)
}

/// What begins with something else that happens to its activity, whose id it has, and with what.
const BEGUN_BY: [(&str, &str); 2] =
    [("ledger", "report.release"), ("report", "report.report_line")];

/// Says that a record is not there; of one that its activity does not have yet, with what it
/// begins.
pub(in crate::engine) fn missing(
    reader: &mut Reader<'_>,
    noun: &str,
    id: Uuid,
) -> Result<Error, Error> {
    let begun_by = BEGUN_BY.iter().find(|(known, _)| *known == noun);
    let Some((_, verb)) = begun_by else { return Ok(no_such(noun, id)) };
    let Some(number) = called(reader, Activity::NAME, vec![id])?.remove(&id) else {
        return Ok(no_such(noun, id));
    };
    let (noun, activity) = (noun.to_owned(), id.to_string());
    let mut refusal = Error::from(Door::NotBegun { noun, activity, verb });
    refusal.call(id, number);
    Ok(refusal)
}

/// The same for a refusal that may say so.
fn not_begun(reader: &mut Reader<'_>, refusal: Error) -> Result<Error, Error> {
    let said = |name| refusal.details().get(name)?.as_str();
    match (refusal.code(), said("noun"), said("id").and_then(|id| id.parse().ok())) {
        ("RECORD-FIND-01", Some(noun), Some(id)) => missing(reader, noun, id),
        _ => Ok(refusal),
    }
}

/// Whether there is such a record, and the actor may read it.
fn sees(reader: &mut Reader<'_>, noun: &'static str, id: Uuid) -> Result<bool, Error> {
    let stream = Stream { company: reader.company, noun, id };
    Ok(reader.tx.state(&stream)?.is_some()
        && own::sees(reader.tx, (reader.company, reader.books), reader.actor, noun, id)?)
}

/// What people call a part of a record, empty where it has no name, and in what it is measured.
pub(in crate::engine) struct Part {
    pub(in crate::engine) name: String,
    pub(in crate::engine) measure: Option<String>,
}

struct Parts<'a> {
    tx: &'a mut dyn Tx,
    stream: Stream,
    parts: &'a BTreeSet<Uuid>,
}

impl ForNoun for Parts<'_> {
    type Out = BTreeMap<Uuid, Part>;

    fn run<N: Fetch>(self) -> Result<Self::Out, Error> {
        let Some(loaded) = replay::load::<N>(self.tx, &self.stream)? else {
            return Ok(BTreeMap::new());
        };
        let state = &loaded.record.state;
        let part = |part: &Uuid| {
            let (name, measure) = (N::part(state, *part), N::measure(state, *part));
            (*part, Part { name: name.unwrap_or_default(), measure })
        };
        Ok(self.parts.iter().map(part).collect())
    }
}
