//! What of what is planned stands no more: visits over an absence, of who left, without a skill, at
//! a time when the customer cannot (E38, E40, E42). Nothing of it is silently kept.

use crate::activity::{self, Activity};
use crate::engine::answer::Asking;
use crate::engine::availability::{Chosen, planned};
use crate::engine::replay;
use crate::error::Error;
use crate::noun::Noun;
use crate::port::store::Stream;
use crate::schedule::Period;
use crate::visit::{self, Obstacle, Status, Visit};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which visits that are still to come need a decision?
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ClashesQuery {
    /// From when until when they are planned (`AVAILABILITY-ASK-01`); days times technicians are
    /// 20,000 at the most (`-02`), and visits of one of them 2,000 (`-03`).
    pub within: Period,
    /// The ids of the technicians whose visits are looked at; `RECORD-FIND-01` where there is none
    /// such. Those of all who work here where the list is empty; who reads his own only, his own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub technicians: Vec<Uuid>,
}

/// A visit that needs a decision: to be moved, given to somebody else, cancelled, or left as it is.
/// Where the technician would rather do something else, the visit's `wish` says what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clashing {
    /// The visit, as lists show it, with names and what may be asked of it.
    pub visit: visit::Row,
    /// What stands against it now, but for what it was planned despite of.
    pub against: Vec<Obstacle>,
}

/// The visits that need a decision.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clashes {
    /// The visits, those of one technician after those of another, in the order of their
    /// beginnings. Only those that the actor may read.
    pub visits: Vec<Clashing>,
}

impl Asking<'_> {
    pub(in crate::engine) fn clashes(&mut self, ask: &ClashesQuery) -> Result<Clashes, Error> {
        let chosen = self.chosen(&ask.technicians, ask.within)?;
        let mut visits = Vec::new();
        for chosen in chosen {
            let rows = self.visits_of(chosen.id, ask.within)?;
            visits.extend(self.clashing(&chosen, &rows)?);
        }
        Ok(Clashes { visits })
    }

    /// Those of a technician's visits that need a decision, as far as they may be read.
    pub(in crate::engine) fn clashing(
        &mut self,
        chosen: &Chosen,
        rows: &[visit::Row],
    ) -> Result<Vec<Clashing>, Error> {
        let mut visits = Vec::new();
        if !self.reads_visits(chosen.id) {
            return Ok(visits);
        }
        let to_come = [Status::Proposed, Status::Planned, Status::Accepted];
        for row in rows.iter().filter(|row| to_come.contains(&row.status)) {
            let against = self.against(chosen, row, rows)?;
            if !against.is_empty() {
                visits.push(Clashing { visit: row.clone(), against });
            }
        }
        Ok(visits)
    }

    /// What stands against a visit now.
    fn against(
        &mut self,
        chosen: &Chosen,
        visit: &visit::Row,
        others: &[visit::Row],
    ) -> Result<Vec<Obstacle>, Error> {
        let (state, period) = (&chosen.state, planned(visit));
        let company = self.question.company;
        let stream = Stream { company, noun: Activity::NAME, id: visit.activity };
        let on = replay::load::<Activity>(self.tx, &stream)?;
        let on = on.map(|loaded| loaded.record.state).unwrap_or_default();
        let its = Stream { company, noun: Visit::NAME, id: visit.id };
        let its = replay::load::<Visit>(self.tx, &its)?;
        let despite = its.map(|loaded| loaded.record.state.despite).unwrap_or_default();
        let outside = || state.busy_outside().any(|(_, busy)| busy.overlaps(period));
        let away = || state.absences.iter().any(|it| it.period().overlaps(period));
        let other = |it: &visit::Row| {
            it.id != visit.id && it.status.is_running() && planned(it).overlaps(period)
        };
        let met = [
            (Obstacle::Inactive, !state.is_active()),
            (Obstacle::Suggestion, visit.wish.is_some()),
            (Obstacle::Visit, others.iter().any(other)),
            (Obstacle::Absence, away()),
            (Obstacle::Hours, !state.working_time.works_during(period)),
            (Obstacle::Calendar, outside()),
            (Obstacle::Skill, !state.lacks(&on.requirements.skills, period.from).is_empty()),
            (Obstacle::Window, !self.customer_can(&on, period)?),
        ];
        let met = met.into_iter().filter(|(it, met)| *met && !despite.contains(it));
        Ok(met.map(|(obstacle, _)| obstacle).collect())
    }

    /// Whether the customer can then, and the site is open.
    fn customer_can(&mut self, on: &activity::State, period: Period) -> Result<bool, Error> {
        if !on.requirements.allow(period) {
            return Ok(false);
        }
        let opening = self.opening(on)?;
        Ok(opening.is_none_or(|opening| opening.works_during(period)))
    }
}
