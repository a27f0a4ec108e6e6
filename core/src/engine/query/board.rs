//! All that a board of plans shows, in one answer: who is busy with what, what waits for a visit,
//! what is late, what needs a decision (S23, S26 to S28).

use crate::access::Reach;
use crate::activity::{self, Activity};
use crate::engine::answer::{Asking, within_page};
use crate::engine::availability::TechnicianTimes;
use crate::error::Error;
use crate::noun::{Asked, Counted, Noun};
use crate::port::index::{Cell, Cond, Select};
use crate::schedule::{Instant, Period};
use crate::visit::Obstacle;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// So far the activities are counted.
const MAX_COUNTED: u32 = 10_000;

/// What does a board of plans show?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BoardQuery {
    /// From when until when (`AVAILABILITY-ASK-01`); days times technicians are 20,000 at the most
    /// (`-02`), and visits of one of them 2,000 (`-03`).
    pub within: Period,
    /// The ids of the technicians, in the order in which they come; `RECORD-FIND-01` where there is
    /// none such. All who work here where the list is empty, by their names, 200 at the most
    /// (`AVAILABILITY-ASK-04`); who reads his own only, himself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub technicians: Vec<Uuid>,
    /// Which activities the board is about, beside those that visits of the period are on: those of
    /// a region, a customer, a kind. All that are open where it is missing, and where it names no
    /// states.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    pub filter: activity::Filter,
    /// Until when what is due counts as due soon; the end of the period where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_soon: Option<Instant>,
    /// How many activities come at most of those that wait for a visit, 1 to 1,000
    /// (`REQUEST-PAGE-02` otherwise); 100 where it is missing.
    #[serde(default = "crate::noun::page_limit")]
    pub limit: u32,
}

impl BoardQuery {
    /// All technicians, and all that is open.
    ///
    /// ```
    /// use callout_core::{engine::BoardQuery, schedule::Period};
    /// let week: Period = serde_json::from_str(
    ///     r#"{"from": "2026-10-12T00:00:00+02:00", "to": "2026-10-19T00:00:00+02:00"}"#)?;
    /// assert_eq!(BoardQuery::of(week).limit, 100);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn of(within: Period) -> BoardQuery {
        BoardQuery {
            within,
            technicians: Vec::new(),
            filter: activity::Filter::default(),
            due_soon: None,
            limit: crate::noun::page_limit(),
        }
    }
}

/// A visit that needs a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BoardClash {
    /// The id of the visit, which is among those of its technician.
    pub visit: Uuid,
    /// What stands against it now, but for what it was planned despite of.
    pub against: Vec<Obstacle>,
}

/// How many activities there are of those that the board is about, each counted up to 10,000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BoardCounts {
    /// All that the board is about, whether they wait for something or not.
    pub all: Counted,
    /// Those without a visit that is planned, under way or done (S28).
    pub unplanned: Counted,
    /// Those on which nobody is (S27).
    pub unassigned: Counted,
    /// Those that were due before now.
    pub overdue: Counted,
    /// Those that are due from now until what counts as soon.
    pub due_soon: Counted,
    /// Those to which notes or faults came late that no manager has resolved (R3).
    pub unresolved: Counted,
}

/// All that a board of plans shows. Nothing of it is there that the actor may not read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Board {
    /// The technicians with their free times and their visits, in the order in which they were
    /// named, or by their names.
    pub technicians: Vec<TechnicianTimes>,
    /// The activities on which those visits are, each once, in the order of their numbers.
    pub activities: Vec<activity::Row>,
    /// The activities that wait for a visit: of those that the board is about, those without one
    /// that is planned, under way or done. Those that are due first come first.
    pub waiting: Vec<activity::Row>,
    /// The visits of the period that need a decision, since something stands against them now.
    pub clashes: Vec<BoardClash>,
    /// How many activities there are, and how many wait for something.
    pub counts: BoardCounts,
    /// The moment at which it was read: what is overdue was due before it.
    pub read_at: Instant,
}

impl Asking<'_> {
    pub(in crate::engine) fn board(&mut self, ask: &BoardQuery) -> Result<Board, Error> {
        within_page(ask.limit)?;
        let reach = self.reach("activity.read")?;
        let (mut times, mut clashes) = (Vec::new(), Vec::new());
        for chosen in self.chosen(&ask.technicians, ask.within)? {
            // Read once: who is busy, and what stands against it.
            let visits = self.visits_of(chosen.id, ask.within)?;
            times.push(self.times_of(&chosen, &visits, ask.within));
            let found = self.clashing(&chosen, &visits)?.into_iter();
            clashes.extend(found.map(|it| BoardClash { visit: it.visit.id, against: it.against }));
        }
        let activities = self.on_board(&times, reach)?;
        let waiting = self.about(ask, reach, |filter| filter.planned = Some(false))?;
        let (found_waiting, _) = self.page(&waiting, false, None, ask.limit)?;
        Ok(Board {
            technicians: times,
            activities,
            waiting: self.rows::<Activity>(&waiting, &found_waiting, true)?,
            clashes,
            counts: self.counts(ask, reach)?,
            read_at: self.now,
        })
    }

    /// The activities that visits are on, as far as they may be read.
    fn on_board(
        &mut self,
        times: &[TechnicianTimes],
        reach: Reach,
    ) -> Result<Vec<activity::Row>, Error> {
        let visits = times.iter().flat_map(|of| of.busy.iter().filter_map(|it| it.visit.as_ref()));
        let ids: BTreeSet<Uuid> = visits.map(|visit| visit.activity).collect();
        let asked = self.its_own(Activity::ask(&Default::default(), &Default::default())?, reach);
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let conds = asked.conds.iter().cloned().chain([Cond::Owner(id)]).collect();
            found.extend(self.tx.select(&Select {
                table: asked.table,
                company: self.question.company,
                conds,
                order: asked.order(false),
                after: None,
                limit: 1,
            })?);
        }
        let mut rows = self.rows::<Activity>(&asked, &found, true)?;
        rows.sort_by(|one, other| one.number.cmp(&other.number));
        Ok(rows)
    }

    /// The question for activities that the board is about, narrowed further.
    fn about(
        &self,
        ask: &BoardQuery,
        reach: Reach,
        narrow: impl Fn(&mut activity::Filter),
    ) -> Result<Asked, Error> {
        let mut filter = ask.filter.clone();
        if filter.statuses.is_empty() {
            filter.statuses = vec![activity::Status::Open];
        }
        narrow(&mut filter);
        Ok(self.its_own(Activity::ask(&filter, &activity::Order::Due)?, reach))
    }

    fn its_own(&self, mut asked: Asked, reach: Reach) -> Asked {
        if reach == Reach::Own {
            asked.conds.extend(Activity::own(self.question.actor.id));
        }
        asked
    }

    fn counts(&mut self, ask: &BoardQuery, reach: Reach) -> Result<BoardCounts, Error> {
        let (now, soon) = (self.now, ask.due_soon.unwrap_or(ask.within.to));
        let mut count = |narrow: &dyn Fn(&mut activity::Filter), from: Option<Instant>| {
            let mut asked = self.about(ask, reach, narrow)?;
            asked.conds.extend(from.map(|from| Cond::AtLeast("due", Cell::Int(from.micros()))));
            self.counted(&asked, MAX_COUNTED)
        };
        let before = |moment: Instant| {
            move |filter: &mut activity::Filter| {
                filter.due_before =
                    Some(filter.due_before.map_or(moment, |known| known.min(moment)));
            }
        };
        Ok(BoardCounts {
            all: count(&|_| {}, None)?,
            unplanned: count(&|filter| filter.planned = Some(false), None)?,
            unassigned: count(&|filter| filter.assigned = Some(false), None)?,
            overdue: count(&before(now), None)?,
            due_soon: count(&before(soon), Some(now))?,
            unresolved: count(&|filter| filter.unresolved = Some(true), None)?,
        })
    }
}
