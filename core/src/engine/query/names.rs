//! Names for the ids in a page of rows: one look for each noun that the page names.

use crate::access::Reach;
use crate::engine::answer::Asking;
use crate::engine::desk::Fetch;
use crate::engine::nouns::{ForNoun, by_name};
use crate::engine::{renew, replay};
use crate::error::Error;
use crate::noun::{Named, Noun};
use crate::port::index::{Cond, Order, Select};
use crate::port::store::Stream;
use serde::Deserialize;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What of a record's row names it, whatever noun it is.
#[derive(Clone, Default, Deserialize)]
struct Called {
    #[serde(default)]
    number: String,
    #[serde(default, alias = "title")]
    name: String,
}

/// Fills in the names that the actor may read.
pub(in crate::engine) fn fill<'r>(
    asking: &mut Asking<'_>,
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
        let called = by_name(noun, Look { asking, ids })?;
        for one in named {
            let Some(called) = called.get(&one.id) else { continue };
            if let Some(name) = one.name {
                name.clone_from(&called.name);
            }
            if let Some(number) = one.number {
                number.clone_from(&called.number);
            }
        }
    }
    Ok(())
}

struct Look<'r, 'a> {
    asking: &'r mut Asking<'a>,
    ids: Vec<Uuid>,
}

impl ForNoun for Look<'_, '_> {
    type Out = BTreeMap<Uuid, Called>;

    fn run<N: Fetch>(self) -> Result<Self::Out, Error> {
        let asking = self.asking;
        let Some(table) = N::TABLES.first().copied() else { return Ok(BTreeMap::new()) };
        let company = asking.question.company;
        // What the role may not read stays without a name.
        let ids = match asking.reach(&format!("{}.read", N::NAME)) {
            Ok(Reach::All) => self.ids,
            Ok(_) => own::<N>(asking, self.ids)?,
            Err(_) => return Ok(BTreeMap::new()),
        };
        let form = (N::FOLD, N::ROWS);
        let older = !asking.tx.stale(company, N::NAME, form, 1)?.is_empty();
        let (mut called, mut odd) = (BTreeMap::new(), Vec::new());
        asking.tx.first_rows(
            company,
            table,
            &ids,
            &mut |id, row| match serde_json::from_slice(row) {
                Ok(read) if !older => drop(called.insert(id, read)),
                _ => odd.push(id),
            },
        )?;
        // One that cannot be read, or may be of an older form, is told by the journal.
        for id in odd {
            called.extend(told::<N>(asking, company, id, table.name)?.map(|read| (id, read)));
        }
        Ok(called)
    }
}

fn told<N: Noun>(
    asking: &mut Asking<'_>,
    company: Uuid,
    id: Uuid,
    table: &str,
) -> Result<Option<Called>, Error> {
    let stream = Stream { company, noun: N::NAME, id };
    let Some(row) = renew::row::<N>(asking.tx, &stream, table, 0)? else { return Ok(None) };
    let read = serde_json::to_value(&row).and_then(serde_json::from_value);
    read.map(Some).map_err(|reason| replay::broken(&stream, &format!("its row: {reason}")))
}

/// Those of them that are the actor's own.
fn own<N: Noun>(asking: &mut Asking<'_>, ids: Vec<Uuid>) -> Result<Vec<Uuid>, Error> {
    let Some(table) = N::TABLES.first().copied() else { return Ok(Vec::new()) };
    let column = table.columns.first().map_or("n", |column| column.name);
    let mut mine = Vec::new();
    for id in ids {
        let mut conds = N::own(asking.question.actor.id);
        conds.push(Cond::Owner(id));
        let select = Select {
            table,
            company: asking.question.company,
            conds,
            order: Order { column, descending: false },
            after: None,
            limit: 1,
        };
        if !asking.tx.select(&select)?.is_empty() {
            mine.push(id);
        }
    }
    Ok(mine)
}
