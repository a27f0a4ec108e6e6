//! The few places where the engine must name all nouns.

use super::availability::{Availability, AvailabilityQuery};
use super::board::{Board, BoardQuery};
use super::bytes::BlobQuery;
use super::calendar::{CalendarEntryQuery, CalendarFeedQuery};
use super::changes::{Changes, ChangesQuery, HeadQuery};
use super::clashes::{Clashes, ClashesQuery};
use super::desk::Fetch;
use super::execute::{Origin, Run};
use super::forecast::{Forecast, ForecastQuery};
use super::kept::{KeptPage, KeptQuery};
use super::persons::{Persons, PersonsQuery};
#[cfg(feature = "schema")]
use super::schema;
use super::slots::{ProposedSlots, SlotsQuery};
use super::timeline::{Timeline, TimelineQuery};
use super::tree::{Tree, TreeQuery};
use super::verify::{Verification, VerifyQuery};
use crate::error::{Door, Error};
use crate::journal::Head;
use crate::noun::{self, Noun};
use crate::nouns::{Command, RecordCommand, nouns as list};
use crate::port::index::Table;
use crate::schedule::Instant;
use crate::visit::calendar_entry::{CalendarEntry, CalendarFeed};
use crate::{
    activity, company, customer, equipment, equipment_type, invoice, job_sheet, ledger, mail,
    message, plan, price_list, rendering, report, series, task, technician, visit,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Work that is done alike for any noun, once it is known which.
pub(super) trait ForNoun {
    /// What comes of it.
    type Out;
    /// Does it.
    fn run<N: Fetch>(self) -> Result<Self::Out, Error>;
}

/// A noun that is read by its type: `desk.get::<Activity>(id)`.
pub trait Readable: Noun {
    /// The question, with the noun it is about.
    fn question(query: noun::Query<Self::Filter, Self::Order>) -> Query;
    /// The answer, where it is about this noun.
    fn told(answer: Answer) -> Option<noun::Answer<Self::State, Self::Row>>;
}

macro_rules! dispatch {
    ($( $(#[$meta:meta])* $variant:ident => $room:ident :: $noun:ident ),* $(,)?) => {
        /// A question about any noun: `{"activity": {"get": {"id": "..."}}}`.
        #[derive(Clone, Debug, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Query {
            $( $(#[$meta])* $variant(noun::Query<$room::Filter, $room::Order>), )*
            /// By the id that a record has in an outside system.
            ///
            /// ```
            /// # use callout_core::engine::{Answer, FindRecord, Query, Session};
            /// # fn ask(session: Session<'_>) -> Result<(), callout_core::error::Error> {
            /// let (noun, system) = ("customer".to_owned(), "sap".to_owned());
            /// let find = FindRecord { noun, system, value: "104711".to_owned() };
            /// if let Answer::Record(found) = session.ask(Query::Record(find))? {
            ///     println!("it is {}", found.id);
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world(); w.linked();
            /// # ask(w.manager()).unwrap();
            /// ```
            Record(FindRecord),
            /// Everything that happened around a customer, equipment or activity (S5).
            ///
            /// ```
            /// # use callout_core::engine::{Answer, Query, Session, TimelineQuery};
            /// # type Done = Result<(), callout_core::error::Error>;
            /// # fn ask(session: Session<'_>, equipment: uuid::Uuid) -> Done {
            /// let ask = TimelineQuery::of(equipment);
            /// if let Answer::Timeline(page) = session.ask(Query::Timeline(ask))? {
            ///     println!("{} events", page.events.len());
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager(), w.equipment).unwrap();
            /// ```
            Timeline(TimelineQuery),
            /// Customer, equipment and activities as a tree (S13).
            ///
            /// ```
            /// # use callout_core::engine::{Answer, Query, Session, TreeQuery};
            /// # type Done = Result<(), callout_core::error::Error>;
            /// # fn ask(session: Session<'_>, customer: uuid::Uuid) -> Done {
            /// if let Answer::Tree(tree) = session.ask(Query::Tree(TreeQuery { customer }))? {
            ///     println!("{} pieces of equipment", tree.equipment.len());
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager(), w.customer).unwrap();
            /// ```
            Tree(TreeQuery),
            /// When technicians are free, and what they have in hand (S23, S24).
            ///
            /// ```
            /// # use callout_core::engine::{Answer, AvailabilityQuery, Query, Session};
            /// # type Done = Result<(), Box<dyn std::error::Error>>;
            /// # fn ask(session: Session<'_>, vrana: uuid::Uuid) -> Done {
            /// let week = serde_json::from_str(
            ///     r#"{"from": "2026-10-12T00:00:00+02:00", "to": "2026-10-19T00:00:00+02:00"}"#)?;
            /// let ask = AvailabilityQuery { within: week, technicians: vec![vrana] };
            /// if let Answer::Availability(times) = session.ask(Query::Availability(ask))? {
            ///     println!("free at {:?}", times.technicians[0].free);
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager(), w.vrana).unwrap();
            /// ```
            Availability(AvailabilityQuery),
            /// Which visits that are still to come need a decision (E38, E40, E42).
            ///
            /// ```
            /// # use callout_core::engine::{Answer, ClashesQuery, Query, Session};
            /// # type Done = Result<(), Box<dyn std::error::Error>>;
            /// # fn ask(session: Session<'_>) -> Done {
            /// let quarter = serde_json::from_str(
            ///     r#"{"from": "2026-10-01T00:00:00+02:00", "to": "2027-01-01T00:00:00+01:00"}"#)?;
            /// let ask = ClashesQuery { within: quarter, technicians: Vec::new() };
            /// if let Answer::Clashes(found) = session.ask(Query::Clashes(ask))? {
            ///     println!("{} visits to decide about", found.visits.len());
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager()).unwrap();
            /// ```
            Clashes(ClashesQuery),
            /// All that a board of plans shows: who is busy with what, what waits for a visit, what
            /// is late, what needs a decision (S23, S26 to S28).
            ///
            /// ```
            /// # use callout_core::engine::{Answer, BoardQuery, Query, Session};
            /// # type Done = Result<(), Box<dyn std::error::Error>>;
            /// # fn ask(session: Session<'_>) -> Done {
            /// let week = serde_json::from_str(
            ///     r#"{"from": "2026-10-12T00:00:00+02:00", "to": "2026-10-19T00:00:00+02:00"}"#)?;
            /// if let Answer::Board(board) = session.ask(Query::Board(BoardQuery::of(week)))? {
            ///     println!("{} activities wait", board.counts.unplanned.rows);
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager()).unwrap();
            /// ```
            Board(BoardQuery),
            /// On which days a plan falls next, and what another rule would change of that (R7).
            ///
            /// ```
            /// # use callout_core::engine::{Answer, ForecastQuery, Query, Session};
            /// # type Done = Result<(), Box<dyn std::error::Error>>;
            /// # fn ask(session: Session<'_>, plan: uuid::Uuid) -> Done {
            /// let ask = ForecastQuery { plan, limit: 1, until: None, instead: None };
            /// if let Answer::Forecast(next) = session.ask(Query::Forecast(ask))? {
            ///     println!("next on {}", next.days[0].date);
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager(), w.plan().0).unwrap();
            /// ```
            Forecast(ForecastQuery),
            /// The best times for an activity, and for whom (S24, S29).
            ///
            /// ```
            /// # use callout_core::engine::{Answer, Query, Session, SlotsQuery};
            /// # type Done = Result<(), Box<dyn std::error::Error>>;
            /// # fn ask(session: Session<'_>, activity: uuid::Uuid) -> Done {
            /// let within = serde_json::from_str(
            ///     r#"{"from": "2026-11-02T00:00:00+01:00", "to": "2026-11-16T00:00:00+01:00"}"#)?;
            /// let ask = SlotsQuery {
            ///     activity: Some(activity),
            ///     within,
            ///     minutes: Some(90),
            ///     ..Default::default()
            /// };
            /// if let Answer::Slots(found) = session.ask(Query::Slots(ask))? {
            ///     println!("the best is at {}", found.slots[0].visits[0].starts.local);
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager(), w.assigned().0).unwrap();
            /// ```
            Slots(SlotsQuery),
            /// About whom something is kept (E93).
            ///
            /// ```
            /// # use callout_core::engine::{Answer, PersonsQuery, Query, Session};
            /// # fn ask(session: Session<'_>) -> Result<(), callout_core::error::Error> {
            /// let ask = PersonsQuery { search: "Hrušková".to_owned(), limit: 100 };
            /// if let Answer::Persons(found) = session.ask(Query::Persons(ask))? {
            ///     println!("{} persons", found.persons.len());
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager()).unwrap();
            /// ```
            Persons(PersonsQuery),
            /// What the law keeps of persons who were forgotten (R13).
            ///
            /// ```
            /// # use callout_core::engine::{Answer, KeptQuery, Query, Session};
            /// # fn ask(session: Session<'_>) -> Result<(), callout_core::error::Error> {
            /// let ask = KeptQuery { person: None, after: None, limit: 100 };
            /// if let Answer::Kept(page) = session.ask(Query::Kept(ask))? {
            ///     println!("{} papers and persons", page.kept.len());
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager()).unwrap();
            /// ```
            Kept(KeptQuery),
            /// What happened after a sequence number, in commit order.
            ///
            /// ```
            /// # use callout_core::engine::{Answer, ChangesQuery, Query, Session};
            /// # fn ask(session: Session<'_>) -> Result<(), callout_core::error::Error> {
            /// let ask = ChangesQuery { after: 0, limit: 1_000, language: None };
            /// if let Answer::Changes(news) = session.ask(Query::Changes(ask))? {
            ///     println!("up to {} of {}", news.next, news.head.count);
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager()).unwrap();
            /// ```
            Changes(ChangesQuery),
            /// Where the company's journal ends: to be kept elsewhere.
            ///
            /// ```
            /// # use callout_core::engine::{Answer, HeadQuery, Query, Session};
            /// # fn ask(session: Session<'_>) -> Result<(), callout_core::error::Error> {
            /// if let Answer::Head(head) = session.ask(Query::Head(HeadQuery {}))? {
            ///     println!("{} {}", head.count, head.hash);
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager()).unwrap();
            /// ```
            Head(HeadQuery),
            /// Whether what is stored is what happened.
            ///
            /// ```
            /// # use callout_core::engine::{Answer, Query, Session, VerifyQuery};
            /// # fn ask(session: Session<'_>) -> Result<(), callout_core::error::Error> {
            /// let ask = VerifyQuery::default();
            /// if let Answer::Verification(found) = session.ask(Query::Verify(ask))? {
            ///     println!("{} events, {} problems", found.events, found.problems.len());
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager()).unwrap();
            /// ```
            Verify(VerifyQuery),
            /// The bytes under a hash.
            ///
            /// ```
            /// # use callout_core::{engine::{Answer, BlobQuery, Query, Session}, journal::Hash};
            /// # type Done = Result<(), callout_core::error::Error>;
            /// # fn ask(session: Session<'_>, hash: Hash) -> Done {
            /// if let Answer::Blob(bytes) = session.ask(Query::Blob(BlobQuery { hash }))? {
            ///     println!("{} bytes", bytes.len());
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # let png = w.office().put_blob(callout_world::PNG).unwrap();
            /// # ask(w.office(), png).unwrap();
            /// ```
            Blob(BlobQuery),
            /// A visit as an entry for a technician's calendar (S25).
            ///
            /// ```
            /// # use callout_core::engine::{Answer, CalendarEntryQuery, Query, Session};
            /// # type Done = Result<(), callout_core::error::Error>;
            /// # fn ask(session: Session<'_>, visit: uuid::Uuid) -> Done {
            /// let ask = CalendarEntryQuery { visit, technician: None };
            /// if let Answer::CalendarEntry(entry) = session.ask(Query::CalendarEntry(ask))? {
            ///     println!("{} from {}", entry.summary, entry.start);
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager(), w.visit(false).0).unwrap();
            /// ```
            CalendarEntry(CalendarEntryQuery),
            /// A technician's visits as a feed to which a calendar subscribes (S23, S25).
            ///
            /// ```
            /// # use callout_core::engine::{Answer, CalendarFeedQuery, Query, Session};
            /// # type Done = Result<(), Box<dyn std::error::Error>>;
            /// # fn ask(session: Session<'_>, technician: uuid::Uuid) -> Done {
            /// let within = serde_json::from_str(
            ///     r#"{"from": "2026-10-01T00:00:00Z", "to": "2027-01-01T00:00:00Z"}"#)?;
            /// let ask = CalendarFeedQuery { technician, within, refresh_minutes: Some(15) };
            /// if let Answer::CalendarFeed(feed) = session.ask(Query::CalendarFeed(ask))? {
            ///     println!("{} visits of {}", feed.entries.len(), feed.feed.name);
            /// }
            /// # Ok(()) }
            /// # let w = callout_world::world();
            /// # ask(w.manager(), w.vrana).unwrap();
            /// ```
            CalendarFeed(CalendarFeedQuery),
        }

        /// The answer to a [`Query`]: JSON, and for [`Query::Blob`] the bytes themselves.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        pub enum Answer {
            $( $(#[$meta])* $variant(noun::Answer<$room::State, $room::Row>), )*
            /// Which record it is.
            Record(FoundRecord),
            /// The events of a timeline, in their order.
            Timeline(Timeline),
            /// A customer with its equipment and activities.
            Tree(Box<Tree>),
            /// The times of technicians.
            Availability(Availability),
            /// The visits that need a decision.
            Clashes(Clashes),
            /// All that a board of plans shows.
            Board(Box<Board>),
            /// The days on which a plan falls.
            Forecast(Forecast),
            /// The best times.
            Slots(ProposedSlots),
            /// Persons, and where what is kept about them stands.
            Persons(Persons),
            /// What is kept of the forgotten, and until when.
            Kept(KeptPage),
            /// A page of changes.
            Changes(Changes),
            /// The head of the company's journal.
            Head(Head),
            /// What a proof found.
            Verification(Verification),
            /// The bytes; they are never written as JSON.
            #[serde(skip)]
            Blob(Vec<u8>),
            /// The entry; a calendar adapter writes it as a file.
            CalendarEntry(Box<CalendarEntry>),
            /// The entries of a feed; a calendar adapter writes them as a file.
            CalendarFeed(Box<CalendarFeed>),
        }

        impl Run<'_> {
            pub(super) fn ask(
                &mut self, target: Uuid, command: &Command, origin: Origin,
            ) -> Result<u64, Error> {
                match command {
                    $( Command::$variant(command) => {
                        self.ask_noun::<$room::$noun>(target, command, origin)
                    } )*
                    Command::Record(command) => {
                        by_name(command.noun(), record_command(self, target, command, origin))
                    }
                }
            }
        }

        /// Does some work for the noun of a name.
        pub(super) fn by_name<W: ForNoun>(name: &str, work: W) -> Result<W::Out, Error> {
            match name {
                $( <$room::$noun as Noun>::NAME => work.run::<$room::$noun>(), )*
                other => Err(Door::Unreadable {
                    path: "noun".to_owned(),
                    reason: format!("there is no noun {other}"),
                }.into()),
            }
        }

        /// Where in the JSON of an event of this noun and kind the id of a part stands.
        pub(super) fn part(noun: &str, kind: &str) -> Option<&'static str> {
            let parts = match noun {
                $( <$room::$noun as Noun>::NAME => <$room::$noun as Noun>::PARTS, )*
                _ => &[],
            };
            parts.iter().find(|(known, _)| *known == kind).map(|(_, place)| *place)
        }

        /// The names of all nouns.
        pub(super) const NAMES: &[&str] = &[ $( <$room::$noun as Noun>::NAME ),* ];


        pub(super) fn answer(
            asking: &mut super::answer::Asking<'_>, query: &Query,
        ) -> Result<Answer, Error> {
            Ok(match query {
                $( Query::$variant(query) => {
                    Answer::$variant(asking.noun::<$room::$noun>(query)?)
                } )*
                Query::Record(find) => Answer::Record(asking.record(find)?),
                Query::Timeline(ask) => Answer::Timeline(asking.timeline(ask)?),
                Query::Tree(ask) => Answer::Tree(Box::new(asking.tree(ask)?)),
                Query::Availability(ask) => Answer::Availability(asking.availability(ask)?),
                Query::Clashes(ask) => Answer::Clashes(asking.clashes(ask)?),
                Query::Forecast(ask) => Answer::Forecast(asking.forecast(ask)?),
                Query::Board(ask) => Answer::Board(Box::new(asking.board(ask)?)),
                Query::Slots(ask) => Answer::Slots(asking.slots(ask)?),
                Query::Persons(ask) => Answer::Persons(asking.persons(ask)?),
                Query::Kept(ask) => Answer::Kept(asking.kept(ask)?),
                Query::Changes(ask) => Answer::Changes(asking.changes(ask)?),
                Query::Head(HeadQuery {}) => Answer::Head(asking.head()?),
                Query::Verify(ask) => Answer::Verification(asking.verify(ask)?),
                Query::Blob(ask) => Answer::Blob(asking.blob(ask)?),
                Query::CalendarEntry(ask) => {
                    Answer::CalendarEntry(Box::new(asking.calendar_entry(ask)?))
                }
                Query::CalendarFeed(ask) => {
                    Answer::CalendarFeed(Box::new(asking.calendar_feed(ask)?))
                }
            })
        }

        $( impl Readable for $room::$noun {
            fn question(query: noun::Query<Self::Filter, Self::Order>) -> Query {
                Query::$variant(query)
            }
            fn told(answer: Answer) -> Option<noun::Answer<Self::State, Self::Row>> {
                match answer { Answer::$variant(answer) => Some(answer), _ => None }
            }
        } )*

        /// The index tables of all rooms: what a store keeps.
        pub fn tables() -> Vec<&'static Table> {
            let rooms: &[&[&'static Table]] = &[ $( <$room::$noun as Noun>::TABLES ),* ];
            rooms.concat()
        }

        /// The JSON Schemas of all rooms: commands, events, queries and what comes back.
        #[cfg(feature = "schema")]
        pub const SCHEMAS: &[schema::SchemaMaker] = &[
            $( (<$room::$noun as Noun>::NAME, schema::noun::<$room::$noun>), )*
            ("record", schema::record),
            ("timeline", schema::timeline),
            ("tree", schema::tree),
            ("availability", schema::availability),
            ("clashes", schema::clashes),
            ("board", schema::board),
            ("forecast", schema::forecast),
            ("slots", schema::slots),
            ("persons", schema::persons),
            ("kept", schema::kept),
            ("engine", schema::engine),
            ("toolbox", schema::toolbox),
        ];

        /// The contracts of all commands, those that only Callout's own reactions ask included.
        #[cfg(feature = "schema")]
        pub fn contracts() -> Vec<schema::Contract> {
            let nouns = [$( schema::of_noun::<$room::$noun>(), )* schema::of_record()];
            nouns.into_iter().flatten().collect()
        }
    };
}

list!(dispatch);

/// Which record has this id in an outside system?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FindRecord {
    /// The noun of the record: `activity`.
    pub noun: String,
    /// The name of the outside system: `sap`.
    pub system: String,
    /// The id that the record has there, compared as a whole. `RECORD-FIND-01` where no record has
    /// it.
    pub value: String,
}

/// The record that has an id in an outside system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundRecord {
    /// The noun of the record: `activity`.
    pub noun: String,
    /// The id that the record has in Callout.
    pub id: Uuid,
    /// The moment at which it was read.
    pub read_at: Instant,
}

struct RecordWork<'r, 'a> {
    run: &'r mut Run<'a>,
    target: Uuid,
    command: &'r RecordCommand,
    origin: Origin,
}

fn record_command<'r, 'a>(
    run: &'r mut Run<'a>,
    target: Uuid,
    command: &'r RecordCommand,
    origin: Origin,
) -> RecordWork<'r, 'a> {
    RecordWork { run, target, command, origin }
}

impl ForNoun for RecordWork<'_, '_> {
    type Out = u64;
    fn run<N: Fetch>(self) -> Result<u64, Error> {
        self.run.ask_record::<N>(self.target, self.command, self.origin)
    }
}
