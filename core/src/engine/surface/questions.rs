//! What an actor of a company asks.

use crate::engine::{
    Answer, BlobQuery, CalendarEntryQuery, Changes, ChangesQuery, HeadQuery, KeptPage, KeptQuery,
    Persons, PersonsQuery, Query, Readable, Session, Timeline, TimelineQuery, Tree, TreeQuery,
    Verification, VerifyQuery,
};
use crate::error::{Door, Error};
use crate::journal::{Hash, Head};
use crate::noun::{self, List, Page, View};
use crate::port::store::Progress;
use crate::visit::calendar_entry::CalendarEntry;
use uuid::Uuid;

impl Session<'_> {
    /// Asks a question.
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query).
    ///
    /// ```
    /// # use callout_core::engine::{Answer, FindRecord, Query, Session};
    /// # fn ask(session: Session<'_>) -> Result<(), Box<dyn std::error::Error>> {
    /// let (noun, system) = ("customer".to_owned(), "sap".to_owned());
    /// let find = FindRecord { noun, system, value: "104711".to_owned() };
    /// if let Answer::Record(found) = session.ask(Query::Record(find))? {
    ///     println!("it is {}", found.id);
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world(); w.linked();
    /// # ask(w.manager()).unwrap();
    /// ```
    pub fn ask(&self, query: Query) -> Result<Answer, Error> {
        self.engine().query(&self.question(query))
    }

    /// One of a noun, as it is now.
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query).
    ///
    /// ```
    /// # fn shown(session: callout_core::engine::Session<'_>, job: uuid::Uuid)
    /// #     -> Result<(), callout_core::error::Error> {
    /// use callout_core::activity::Activity;
    /// let view = session.get::<Activity>(job)?;
    /// println!("{} in version {}", view.state.title.words(), view.version);
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # shown(w.manager(), w.opened().0).unwrap();
    /// ```
    pub fn get<N: Readable>(&self, id: Uuid) -> Result<View<N::State>, Error> {
        match N::told(self.ask(N::question(noun::Query::Get { id }))?) {
            Some(noun::Answer::One(view)) => Ok(view),
            _ => Err(about_another(N::NAME)),
        }
    }

    /// A page of a noun.
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query).
    ///
    /// ```
    /// # use callout_core::{activity::{Activity, Filter}, engine::Session, noun::List};
    /// # use uuid::Uuid;
    /// # fn ask(session: Session<'_>, customer: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let filter = Filter { customer: Some(customer), ..Default::default() };
    /// let mut list = List { filter, limit: 50, ..Default::default() };
    /// loop {
    ///     let page = session.list::<Activity>(list.clone())?;
    ///     page.rows.iter().for_each(|row| println!("{} {}", row.number, row.title));
    ///     let Some(next) = page.next else { break };
    ///     list.after = Some(next);
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.customer).unwrap();
    /// ```
    pub fn list<N: Readable>(
        &self,
        list: List<N::Filter, N::Order>,
    ) -> Result<Page<N::Row>, Error> {
        match N::told(self.ask(N::question(noun::Query::List(list)))?) {
            Some(noun::Answer::Page(page)) => Ok(page),
            _ => Err(about_another(N::NAME)),
        }
    }

    /// What happened around a customer, a piece of equipment or an activity.
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query).
    ///
    /// ```
    /// # fn shown(session: callout_core::engine::Session<'_>, job: uuid::Uuid)
    /// #     -> Result<(), callout_core::error::Error> {
    /// use callout_core::engine::TimelineQuery;
    /// let newest = TimelineQuery { descending: true, limit: 20, ..TimelineQuery::of(job) };
    /// println!("{} events", session.timeline(newest)?.events.len());
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # shown(w.manager(), w.assigned().0).unwrap();
    /// ```
    pub fn timeline(&self, query: TimelineQuery) -> Result<Timeline, Error> {
        match self.ask(Query::Timeline(query))? {
            Answer::Timeline(timeline) => Ok(timeline),
            _ => Err(about_another("the timeline")),
        }
    }

    /// A customer with his equipment and its activities.
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query).
    ///
    /// ```
    /// # use callout_core::engine::Session;
    /// # use uuid::Uuid;
    /// # fn ask(session: Session<'_>, customer: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let tree = session.tree(customer)?;
    /// for branch in tree.equipment {
    ///     println!("{}: {} activities", branch.equipment.name, branch.activities.len());
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.customer).unwrap();
    /// ```
    pub fn tree(&self, customer: Uuid) -> Result<Tree, Error> {
        match self.ask(Query::Tree(TreeQuery { customer }))? {
            Answer::Tree(tree) => Ok(*tree),
            _ => Err(about_another("the tree")),
        }
    }

    /// About whom something is kept that holds these words, this address or this number.
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query).
    ///
    /// ```
    /// # use callout_core::engine::Session;
    /// # fn ask(session: Session<'_>) -> Result<(), Box<dyn std::error::Error>> {
    /// for found in session.persons("Hrušková")?.persons {
    ///     println!("{} in {} records", found.person, found.places.len());
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager()).unwrap();
    /// ```
    pub fn persons(&self, search: &str) -> Result<Persons, Error> {
        let ask = PersonsQuery { search: search.to_owned(), limit: 1_000 };
        match self.ask(Query::Persons(ask))? {
            Answer::Persons(persons) => Ok(persons),
            _ => Err(about_another("persons")),
        }
    }

    /// What the law keeps of persons who were forgotten, and until when.
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query), `REQUEST-PAGE-02`.
    ///
    /// ```
    /// # use callout_core::engine::{KeptQuery, Session};
    /// # fn ask(session: Session<'_>) -> Result<(), Box<dyn std::error::Error>> {
    /// let all = KeptQuery { person: None, after: None, limit: 100 };
    /// for kept in session.kept(all)?.kept {
    ///     println!("{} {} until {}", kept.noun, kept.id, kept.until);
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager()).unwrap();
    /// ```
    pub fn kept(&self, ask: KeptQuery) -> Result<KeptPage, Error> {
        match self.ask(Query::Kept(ask))? {
            Answer::Kept(page) => Ok(page),
            _ => Err(about_another("what is kept")),
        }
    }

    /// Reads bytes back.
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query); `BLOB-FIND-01` where there are none that
    /// the actor may read.
    ///
    /// ```
    /// # use callout_core::{engine::Session, journal::Hash};
    /// # fn ask(session: Session<'_>, hash: Hash) -> Result<(), Box<dyn std::error::Error>> {
    /// let bytes = session.blob(&hash)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # let hash = w.office().put_blob(callout_world::PNG).unwrap();
    /// # ask(w.office(), hash).unwrap();
    /// ```
    pub fn blob(&self, hash: &Hash) -> Result<Vec<u8>, Error> {
        match self.ask(Query::Blob(BlobQuery { hash: *hash }))? {
            Answer::Blob(bytes) => Ok(bytes),
            _ => Err(about_another("bytes")),
        }
    }

    /// A visit as an entry for the calendar of the one whose visit it is, or of the technician who
    /// is named; see [`CalendarEntryQuery`].
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query).
    ///
    /// ```
    /// # use callout_core::engine::Session;
    /// # use uuid::Uuid;
    /// # fn ask(session: Session<'_>, visit: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let entry = session.calendar_entry(visit, None)?;
    /// println!("{} from {}", entry.summary, entry.start);
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.visit(false).0).unwrap();
    /// ```
    pub fn calendar_entry(
        &self,
        visit: Uuid,
        technician: Option<Uuid>,
    ) -> Result<CalendarEntry, Error> {
        match self.ask(Query::CalendarEntry(CalendarEntryQuery { visit, technician }))? {
            Answer::CalendarEntry(entry) => Ok(*entry),
            _ => Err(about_another("a visit")),
        }
    }

    /// What happened after a sequence number.
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query); `REQUEST-PAGE-02` for a limit of 0
    /// or more than 1,000.
    ///
    /// ```
    /// # use callout_core::engine::Session;
    /// # fn ask(session: Session<'_>, mut seen: u64) -> Result<(), Box<dyn std::error::Error>> {
    /// let news = session.changes(seen, 500)?;
    /// for change in &news.changes {
    ///     println!("{} {}.{}", change.at, change.noun, change.event);
    /// }
    /// // To be kept with what was made of them.
    /// seen = news.next;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), 0).unwrap();
    /// ```
    pub fn changes(&self, after: u64, limit: u32) -> Result<Changes, Error> {
        match self.ask(Query::Changes(ChangesQuery { after, limit, language: None }))? {
            Answer::Changes(changes) => Ok(changes),
            _ => Err(about_another("changes")),
        }
    }

    /// The company's head, to be kept elsewhere.
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query).
    ///
    /// ```
    /// # use callout_core::engine::Session;
    /// # fn ask(session: Session<'_>) -> Result<(), Box<dyn std::error::Error>> {
    /// let head = session.head()?;
    /// println!("{} events, chained to {}", head.count, head.hash);
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager()).unwrap();
    /// ```
    pub fn head(&self) -> Result<Head, Error> {
        match self.ask(Query::Head(HeadQuery {}))? {
            Answer::Head(head) => Ok(head),
            _ => Err(about_another("the head")),
        }
    }

    /// Whether what is stored is what happened. `kept` is a head that was kept elsewhere: a journal
    /// that is shorter, or another one, shows. What is wrong stands in the answer and is no error.
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query).
    ///
    /// ```
    /// # use callout_core::{engine::Session, journal::Head};
    /// # fn ask(session: Session<'_>, kept: Head) -> Result<(), Box<dyn std::error::Error>> {
    /// let found = session.verify(Some(kept))?;
    /// for problem in &found.problems {
    ///     eprintln!("{} {}: {}", problem.noun, problem.id, problem.what);
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world(); let head = w.manager().head().unwrap();
    /// # ask(w.manager(), head).unwrap();
    /// ```
    pub fn verify(&self, kept: Option<Head>) -> Result<Verification, Error> {
        self.verify_with_progress(VerifyQuery { head: kept, since: None }, &mut |_| true)
    }

    /// The same, or only what came after a head that was kept; told all the while how far it has
    /// come. Where that answers `false`, the answer holds what was found so far.
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query).
    ///
    /// ```
    /// # use callout_core::{engine::{Session, VerifyQuery}, journal::Head};
    /// # fn ask(session: Session<'_>, kept: Head) -> Result<(), Box<dyn std::error::Error>> {
    /// let news = VerifyQuery { head: Some(kept), since: Some(kept) };
    /// let found = session.verify_with_progress(news, &mut |so_far| {
    ///     println!("{} of {}", so_far.done, so_far.total);
    ///     true
    /// })?;
    /// assert!(found.clean);
    /// # Ok(()) }
    /// # let w = callout_world::world(); let head = w.manager().head().unwrap();
    /// # ask(w.manager(), head).unwrap();
    /// ```
    pub fn verify_with_progress(
        &self,
        query: VerifyQuery,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Verification, Error> {
        let question = self.question(Query::Verify(query));
        match self.engine().query_with_progress(&question, progress)? {
            Answer::Verification(found) => Ok(found),
            _ => Err(about_another("a proof")),
        }
    }
}

/// What the engine answers is about what was asked: anything else is a fault of its own.
pub(super) fn about_another(what: &str) -> Error {
    Door::Panicked { what: format!("the answer is not about {what}") }.into()
}
