//! What who plans asks: who is free, what needs a decision, which time is the best.

use crate::engine::questions::about_another;
use crate::engine::{
    Answer, Availability, AvailabilityQuery, Board, BoardQuery, CalendarFeedQuery, Clashes,
    ClashesQuery, Forecast, ForecastQuery, ProposedSlots, Query, Session, SlotsQuery,
};
use crate::error::Error;
use crate::schedule::Period;
use crate::visit::calendar_entry::CalendarFeed;
use uuid::Uuid;

impl Session<'_> {
    /// When technicians are free, and what they have in hand: of all who work here, where none is
    /// named (S23, S24).
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query), `AVAILABILITY-ASK-*`.
    ///
    /// ```
    /// # use callout_core::{engine::Session, schedule::Period};
    /// # fn ask(session: Session<'_>, week: Period) -> Result<(), Box<dyn std::error::Error>> {
    /// for of in session.availability(week, &[])?.technicians {
    ///     println!("{}: {} free times", of.name, of.free.len());
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # let week = serde_json::from_str(
    /// #     r#"{"from": "2026-10-12T00:00:00Z", "to": "2026-10-19T00:00:00Z"}"#).unwrap();
    /// # ask(w.manager(), week).unwrap();
    /// ```
    pub fn availability(
        &self,
        within: Period,
        technicians: &[Uuid],
    ) -> Result<Availability, Error> {
        let technicians = technicians.to_vec();
        match self.ask(Query::Availability(AvailabilityQuery { within, technicians }))? {
            Answer::Availability(times) => Ok(times),
            _ => Err(about_another("availability")),
        }
    }

    /// Which visits that are still to come need a decision, since something stands against them now
    /// (E38, E40, E42).
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query), `AVAILABILITY-ASK-*`.
    ///
    /// ```
    /// # use callout_core::{engine::Session, schedule::Period};
    /// # fn ask(session: Session<'_>, year: Period) -> Result<(), Box<dyn std::error::Error>> {
    /// for clash in session.clashes(year, &[])?.visits {
    ///     println!("{} on {}", clash.visit.technician_name, clash.visit.starts.local);
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # let year = serde_json::from_str(
    /// #     r#"{"from": "2026-10-12T00:00:00Z", "to": "2027-10-12T00:00:00Z"}"#).unwrap();
    /// # ask(w.manager(), year).unwrap();
    /// ```
    pub fn clashes(&self, within: Period, technicians: &[Uuid]) -> Result<Clashes, Error> {
        let technicians = technicians.to_vec();
        match self.ask(Query::Clashes(ClashesQuery { within, technicians }))? {
            Answer::Clashes(found) => Ok(found),
            _ => Err(about_another("clashes")),
        }
    }

    /// All that a board of plans shows, with names: who is busy with what, what waits for a visit,
    /// what is late, what needs a decision (S23, S26 to S28).
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query), `AVAILABILITY-ASK-*`.
    ///
    /// ```
    /// # use callout_core::{activity, engine::{BoardQuery, Session}, schedule::Period};
    /// # fn ask(session: Session<'_>, week: Period) -> Result<(), Box<dyn std::error::Error>> {
    /// let region = Some("Praha-východ".into());
    /// let filter = activity::Filter { region, ..Default::default() };
    /// let board = session.board(BoardQuery { filter, ..BoardQuery::of(week) })?;
    /// for activity in &board.waiting {
    ///     println!("{} {}", activity.number, activity.customer_name);
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # let week = serde_json::from_str(
    /// #     r#"{"from": "2026-10-12T00:00:00Z", "to": "2026-10-19T00:00:00Z"}"#).unwrap();
    /// # ask(w.manager(), week).unwrap();
    /// ```
    pub fn board(&self, ask: BoardQuery) -> Result<Board, Error> {
        match self.ask(Query::Board(ask))? {
            Answer::Board(board) => Ok(*board),
            _ => Err(about_another("board")),
        }
    }

    /// On which days a plan falls next that have no activity yet, and which of them would come and
    /// go with another rule (R7).
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query), `PLAN-RULE-*` for the other rule.
    ///
    /// ```
    /// # use callout_core::{engine::{DayFate, ForecastQuery, OtherRule, Session}};
    /// # use callout_core::schedule::{WallTime, Zone};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, plan: uuid::Uuid) -> Done {
    /// let prague = Zone::new(chrono_tz::Europe::Prague);
    /// let starts = WallTime::first("2027-04-15T08:00:00".parse()?, prague);
    /// let rule = "FREQ=MONTHLY;INTERVAL=3".into();
    /// let instead = Some(OtherRule { rule, starts, also: vec![] });
    /// let ask = ForecastQuery { plan, limit: 20, until: None, instead };
    /// for day in manager.forecast(ask)?.days {
    ///     println!("{}: {:?}", day.date, day.fate);
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.plan().0).unwrap();
    /// ```
    pub fn forecast(&self, ask: ForecastQuery) -> Result<Forecast, Error> {
        match self.ask(Query::Forecast(ask))? {
            Answer::Forecast(days) => Ok(days),
            _ => Err(about_another("forecast")),
        }
    }

    /// The best times for an activity, and for whom: never one that planning would refuse (S29).
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query), `SLOT-ASK-*`, `AVAILABILITY-ASK-*`.
    ///
    /// ```
    /// # use callout_core::{engine::{Session, SlotsQuery}, visit};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, activity: uuid::Uuid) -> Done {
    /// let within = serde_json::from_str(
    ///     r#"{"from": "2026-11-02T00:00:00+01:00", "to": "2026-11-16T00:00:00+01:00"}"#)?;
    /// let (activity, minutes) = (Some(activity), Some(90));
    /// let ask = SlotsQuery { activity, within, minutes, ..Default::default() };
    /// let best = manager.slots(ask)?.slots.swap_remove(0).visits.swap_remove(0);
    /// let visit = manager.create(visit::Plan {
    ///     activity: activity.unwrap(),
    ///     technician: best.technician,
    ///     starts: best.starts,
    ///     ends: best.ends,
    ///     proposed: false,
    ///     despite: [].into(),
    ///     assign: !best.on_activity,
    /// })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.assigned().0).unwrap();
    /// ```
    pub fn slots(&self, ask: SlotsQuery) -> Result<ProposedSlots, Error> {
        match self.ask(Query::Slots(ask))? {
            Answer::Slots(found) => Ok(found),
            _ => Err(about_another("slots")),
        }
    }

    /// A technician's visits as a feed to which a calendar subscribes: a calendar adapter writes it
    /// as a file (S23, S25).
    ///
    /// # Errors
    /// As [`Engine::query`](crate::engine::Engine::query), `AVAILABILITY-ASK-*`.
    ///
    /// ```
    /// # use callout_core::{engine::{CalendarFeedQuery, Session}, schedule::Period};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(session: Session<'_>, technician: uuid::Uuid, within: Period) -> Done {
    /// let ask = CalendarFeedQuery { technician, within, refresh_minutes: Some(15) };
    /// println!("{} visits", session.calendar_feed(ask)?.entries.len());
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # let year = serde_json::from_str(
    /// #     r#"{"from": "2026-10-12T00:00:00Z", "to": "2027-10-12T00:00:00Z"}"#).unwrap();
    /// # ask(w.manager(), w.vrana, year).unwrap();
    /// ```
    pub fn calendar_feed(&self, ask: CalendarFeedQuery) -> Result<CalendarFeed, Error> {
        match self.ask(Query::CalendarFeed(ask))? {
            Answer::CalendarFeed(feed) => Ok(*feed),
            _ => Err(about_another("a feed")),
        }
    }
}
