//! Answering questions: what the role may see, and no more.

use crate::access::Reach;
use crate::company::{self, Company};
use crate::engine::desk::Fetch;
use crate::engine::nouns::{self, Answer, FindRecord, ForNoun, FoundRecord, by_name};
use crate::engine::{Query, QueryRequest, cursor, names, own, renew, replay, verify};
use crate::error::{Door, Error};
use crate::noun::{self, Asked, Counted, List, Noun, Page, View};
use crate::port::index::{Cell, Found, Select};
use crate::port::store::{Progress, Stream, Tx};
use crate::schedule::Instant;
use std::collections::BTreeMap;
use strum::VariantArray;
use uuid::Uuid;

/// Rows of a page at most.
pub(in crate::engine) const MAX_ROWS: u32 = 1_000;

/// Rows that are counted at most.
const MAX_COUNTED: u32 = 100_000;

/// Refuses a page of no rows, and one of more than [`MAX_ROWS`].
pub(in crate::engine) fn within_page(limit: u32) -> Result<(), Error> {
    if limit == 0 || limit > MAX_ROWS {
        return Err(Door::PageTooLong { limit, most: MAX_ROWS }.into());
    }
    Ok(())
}

/// One question being answered.
pub(in crate::engine) struct Asking<'a> {
    pub(in crate::engine) tx: &'a mut dyn Tx,
    pub(in crate::engine) now: Instant,
    pub(in crate::engine) question: &'a QueryRequest,
    pub(in crate::engine) company: company::State,
    pub(in crate::engine) progress: &'a mut dyn FnMut(Progress) -> bool,
}

pub(in crate::engine) fn answer(
    tx: &mut dyn Tx,
    now: Instant,
    question: &QueryRequest,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Answer, Error> {
    let id = question.company;
    let company = match (company_of(tx, id), &question.query) {
        (Ok(company), _) => company,
        (Err(error), Query::Verify(ask)) if verify::unreadable(tx, id, &error)? => {
            return verify::prove(tx, now, (id, ask), progress).map(Answer::Verification);
        }
        (Err(error), _) => return Err(error),
    };
    let mut asking = Asking { tx, now, question, company, progress };
    nouns::answer(&mut asking, &question.query)
}

pub(in crate::engine) fn company_of(tx: &mut dyn Tx, id: Uuid) -> Result<company::State, Error> {
    let stream = Stream { company: id, noun: Company::NAME, id };
    let loaded = replay::load::<Company>(tx, &stream)?;
    let company = loaded.map(|loaded| loaded.record.state);
    company.ok_or_else(|| company::Refusal::NotCreated { company: id.to_string() }.into())
}

impl Asking<'_> {
    pub(in crate::engine) fn reach(&self, verb: &str) -> Result<Reach, Error> {
        let role = &self.question.actor.role;
        match self.company.reach(role, verb) {
            Reach::No => Err(Door::Forbidden { role: role.clone(), verb: verb.to_owned() }.into()),
            reach => Ok(reach),
        }
    }

    /// Who reads the names of what is told.
    pub(in crate::engine) fn reader(&mut self) -> names::Reader<'_> {
        names::Reader {
            tx: &mut *self.tx,
            company: self.question.company,
            books: &self.company,
            actor: &self.question.actor,
        }
    }

    pub(in crate::engine) fn sees_prices(&self, noun: &str) -> bool {
        own::sees_prices(&self.company, &self.question.actor.role, noun)
    }

    pub(in crate::engine) fn noun<N: Fetch>(
        &mut self,
        query: &noun::Query<N::Filter, N::Order>,
    ) -> Result<noun::Answer<N::State, N::Row>, Error> {
        let verb = format!("{}.read", N::NAME);
        let reach = self.reach(&verb)?;
        match query {
            noun::Query::Get { id } => self.get::<N>(*id, reach, &verb).map(noun::Answer::One),
            noun::Query::List(list) => self.list::<N>(list, reach).map(noun::Answer::Page),
        }
    }

    fn get<N: Noun>(
        &mut self,
        id: Uuid,
        reach: Reach,
        verb: &str,
    ) -> Result<View<N::State>, Error> {
        let stream = Stream { company: self.question.company, noun: N::NAME, id };
        let (company, actor) = (self.question.company, self.question.actor.clone());
        let loaded = replay::load::<N>(self.tx, &stream)?;
        // What is hidden answers as what is not there.
        if reach == Reach::Own {
            let state = loaded.as_ref().map(|loaded| &loaded.record.state);
            if !own::is_own::<N>(self.tx, company, id, state, actor.id)? {
                return Err(Door::NotOwn { role: actor.role, verb: verb.to_owned() }.into());
            }
        }
        let Some(loaded) = loaded else {
            return Err(names::missing(&mut self.reader(), N::NAME, id)?);
        };
        let mut state = loaded.record.state;
        let may = Allowed::of::<N>(&self.company, &actor.role);
        let available_verbs = may.cut(N::available_verbs(&state));
        for part in N::offered_parts(&mut state) {
            *part.into = may.cut(part.verbs);
        }
        if !self.sees_prices(N::NAME) {
            N::hide_prices(&mut state);
        }
        Ok(View {
            id,
            version: loaded.version,
            state,
            external_ids: loaded.record.external_ids,
            ext: loaded.record.ext,
            available_verbs,
            read_at: self.now,
        })
    }

    fn list<N: Noun>(
        &mut self,
        list: &List<N::Filter, N::Order>,
        reach: Reach,
    ) -> Result<Page<N::Row>, Error> {
        within_page(list.limit)?;
        if list.count_up_to > MAX_COUNTED {
            let (count_up_to, most) = (list.count_up_to, MAX_COUNTED);
            return Err(Door::CountTooFar { count_up_to, most }.into());
        }
        let mut asked = N::ask(&list.filter, &list.order)?;
        if reach == Reach::Own {
            asked.conds.extend(N::own(self.question.actor.id));
        }
        let (found, next) =
            self.page(&asked, list.descending, list.after.as_deref(), list.limit)?;
        let rows = self.rows::<N>(&asked, &found, list.names)?;
        let counted = match list.count_up_to {
            0 => None,
            // The only page has them all.
            most if list.after.is_none() && next.is_none() => {
                let all = found.len() as u32;
                Some(Counted { rows: all.min(most), more: all > most })
            }
            most => Some(self.counted(&asked, most)?),
        };
        Ok(Page { rows, next, counted })
    }

    /// How many rows meet what is asked, counted so far at the most.
    pub(in crate::engine) fn counted(
        &mut self,
        asked: &Asked,
        most: u32,
    ) -> Result<Counted, Error> {
        let rows = self.tx.count(&Select {
            table: asked.table,
            company: self.question.company,
            conds: asked.conds.clone(),
            order: asked.order(false),
            after: None,
            limit: most + 1,
        })?;
        Ok(Counted { rows: rows.min(most), more: rows > most })
    }

    /// Rows as the actor sees them: with what may be asked, and names where they are wanted.
    pub(in crate::engine) fn rows<N: Noun>(
        &mut self,
        asked: &Asked,
        found: &[Found],
        wants_names: bool,
    ) -> Result<Vec<N::Row>, Error> {
        let prices = self.sees_prices(N::NAME);
        let older = self.older::<N>()?;
        let may = Allowed::of::<N>(&self.company, &self.question.actor.role);
        let mut rows = Vec::with_capacity(found.len());
        let versions = self.versions::<N>(found)?;
        for found in found {
            let Some(mut row) = self.row::<N>(asked, found, older)? else { continue };
            if !prices {
                N::hide_row_prices(&mut row);
            }
            for told in asked.table.told {
                let cell = asked.table.position(told.column).and_then(|at| found.cells.get(at));
                N::flagged(&mut row, told.column, cell == Some(&Cell::flag(true)));
            }
            if let Some(offered) = N::offered(&mut row) {
                *offered.into = may.cut(offered.verbs);
                if let Some(version) = offered.version {
                    *version = versions.get(&found.place.owner).copied().unwrap_or_default();
                }
            }
            rows.push(row);
        }
        if wants_names {
            names::fill(&mut self.reader(), rows.iter_mut().flat_map(N::named))?;
        }
        Ok(rows)
    }

    /// Whether rows of a noun are of an older form.
    pub(in crate::engine) fn older<N: Noun>(&mut self) -> Result<bool, Error> {
        let form = (N::FOLD, N::rows(self.company.settings.language));
        Ok(!self.tx.stale(self.question.company, N::NAME, form, 1)?.is_empty())
    }

    /// The versions of the records that rows are of. They stand in no row: most of what raises a
    /// version changes none.
    fn versions<N: Noun>(&mut self, found: &[Found]) -> Result<BTreeMap<Uuid, u64>, Error> {
        let mut owners: Vec<Uuid> = found.iter().map(|found| found.place.owner).collect();
        owners.sort_unstable();
        owners.dedup();
        let mut versions = BTreeMap::new();
        let company = self.question.company;
        self.tx.versions(company, N::NAME, &owners, &mut |id, version| {
            versions.insert(id, version);
        })?;
        // Where the state is gone, the journal knows it.
        for id in owners {
            let stream = Stream { company, noun: N::NAME, id };
            if !versions.contains_key(&id) {
                let loaded = replay::load::<N>(self.tx, &stream)?;
                versions.extend(loaded.map(|loaded| (id, loaded.version)));
            }
        }
        Ok(versions)
    }

    /// A row as it stands; or from the journal, where it cannot be read or is of an older form,
    /// which nobody can prove. Nothing where the journal knows of no such row.
    pub(in crate::engine) fn row<N: Noun>(
        &mut self,
        asked: &Asked,
        found: &Found,
        older: bool,
    ) -> Result<Option<N::Row>, Error> {
        let (id, n) = (found.place.owner, found.place.n);
        let stream = Stream { company: self.question.company, noun: N::NAME, id };
        if older && !replay::is_todays::<N>(self.tx, &stream)? {
            return renew::row::<N>(self.tx, &stream, asked.table.name, n);
        }
        // A damaged one breaks no list.
        let reason = match serde_json::from_slice::<N::Row>(&found.row) {
            Ok(row) => return Ok(Some(row)),
            Err(reason) => reason,
        };
        match renew::row::<N>(self.tx, &stream, asked.table.name, n)? {
            Some(row) => Ok(Some(row)),
            None => Err(replay::broken(&stream, &format!("its row in a list: {reason}"))),
        }
    }

    pub(in crate::engine) fn page(
        &mut self,
        asked: &Asked,
        descending: bool,
        after: Option<&str>,
        limit: u32,
    ) -> Result<(Vec<Found>, Option<String>), Error> {
        let after = after.map(|after| cursor::read(asked, descending, after)).transpose()?;
        // One more row than asked for tells whether there is a next page.
        let mut found = self.tx.select(&Select {
            table: asked.table,
            company: self.question.company,
            conds: asked.conds.clone(),
            order: asked.order(descending),
            after,
            limit: limit + 1,
        })?;
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let next =
            found.last().filter(|_| more).map(|last| cursor::write(asked, descending, &last.place));
        Ok((found, next))
    }

    pub(in crate::engine) fn record(&mut self, find: &FindRecord) -> Result<FoundRecord, Error> {
        self.reach("record.read")?;
        by_name(&find.noun, Find { asking: self, find })
    }
}

/// The verbs of a noun that a role may ask.
struct Allowed(Vec<&'static str>);

impl Allowed {
    fn of<N: Noun>(company: &company::State, role: &str) -> Allowed {
        let may = |verb: &&str| company.reach(role, &format!("{}.{verb}", N::NAME)) > Reach::No;
        Allowed(N::Verb::VARIANTS.iter().map(|verb| (*verb).into()).filter(may).collect())
    }

    fn cut(&self, verbs: Vec<&'static str>) -> Vec<String> {
        verbs.into_iter().filter(|verb| self.0.contains(verb)).map(str::to_owned).collect()
    }
}

struct Find<'r, 'a> {
    asking: &'r mut Asking<'a>,
    find: &'r FindRecord,
}

impl ForNoun for Find<'_, '_> {
    type Out = FoundRecord;
    fn run<N: Fetch>(self) -> Result<FoundRecord, Error> {
        let company = self.asking.question.company;
        let verb = format!("{}.read", N::NAME);
        let reach = self.asking.reach(&verb)?;
        let tx = &mut *self.asking.tx;
        let found = tx.external(company, N::NAME, &self.find.system, &self.find.value)?;
        let noun = N::NAME.to_owned();
        // The ids of other systems can be guessed: what is hidden answers as what is not there.
        if reach == Reach::Own {
            let actor = &self.asking.question.actor;
            let id = found.unwrap_or_default();
            let loaded = replay::load::<N>(tx, &Stream { company, noun: N::NAME, id })?;
            let state = loaded.as_ref().map(|loaded| &loaded.record.state);
            own::may_read::<N>(tx, company, actor, id, state)?;
        }
        let id = found.ok_or_else(|| {
            let id = format!("{} {}", self.find.system, self.find.value);
            Error::from(Door::NotFound { noun: noun.clone(), id })
        })?;
        Ok(FoundRecord { noun, id, read_at: self.asking.now })
    }
}

pub(in crate::engine) fn no_such(noun: &str, id: Uuid) -> Error {
    Door::NotFound { noun: noun.to_owned(), id: id.to_string() }.into()
}
