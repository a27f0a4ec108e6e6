//! On which days the work of an activity was done: prices and tax follow them, and not the day on
//! which somebody typed it (R1).

use crate::engine::desk::Desk;
use crate::error::Error;
use crate::port::index::{Cell, is};
use crate::report::{Line, State, Status};
use crate::schedule::{Instant, Zone};
use crate::visit::{self, MAX_VISITS, Visit};
use chrono::{NaiveDate, TimeDelta};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The local days on which a line's work began and ended: its price is chosen by the first, its
/// tax by the last (R1, E78).
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) began: NaiveDate,
    pub(super) ended: NaiveDate,
}

/// The days of all lines of a report.
pub(super) struct WorkDays {
    lines: BTreeMap<Uuid, Span>,
    /// The last days of all dated work.
    dated: BTreeSet<NaiveDate>,
    zone: Zone,
    now: Instant,
}

impl WorkDays {
    /// The days of a line. One that says neither hours, day nor visit belongs to the last dated
    /// work before it was reported: a service is provided when it is done.
    pub(super) fn of(&self, line: &Line) -> Span {
        if let Some(known) = self.lines.get(&line.id) {
            return *known;
        }
        let said = self.zone.wall(line.work_instant().unwrap_or(self.now)).date();
        let last = self.dated.range(..=said).next_back().copied().unwrap_or(said);
        Span { began: last, ended: last }
    }
}

/// The visits of an activity, as far as they say days.
struct Visited {
    states: BTreeMap<Uuid, visit::State>,
    /// The days of the hours that were written down for a visit: they say it better than a button
    /// that was pressed late.
    hours: BTreeMap<Uuid, Span>,
    zone: Zone,
}

pub(super) fn work_days(
    desk: &mut Desk<'_>,
    activity: Uuid,
    report: &State,
) -> Result<WorkDays, Error> {
    let zone = desk.company.settings.zone;
    let counts = |line: &&Line| {
        let reported = line.reported.as_ref().is_some_and(|value| value.quantity.is_positive());
        reported && line.status != Status::Rejected
    };
    let lines: Vec<&Line> = report.lines.iter().filter(counts).collect();
    let mut visited = Visited { states: BTreeMap::new(), hours: BTreeMap::new(), zone };
    let conds = vec![is("activity", Cell::Id(activity)), is("cancelled", Cell::flag(false))];
    for row in desk.rows(&visit::TABLE, conds, "starts", MAX_VISITS)? {
        let id = row.place.owner;
        visited.states.extend(desk.state::<Visit>(id)?.map(|found| (id, found)));
    }
    for line in &lines {
        if let (Some(worked), Some(visit)) = (line.worked, line.visit) {
            let began = zone.wall(worked.from).date();
            let ended = last_day(zone, worked.to).max(began);
            let hours = visited.hours.entry(visit).or_insert(Span { began, ended });
            hours.began = began.min(hours.began);
            hours.ended = ended.max(hours.ended);
        }
    }
    let spans = lines.iter().filter_map(|line| Some((line.id, visited.span(line)?)));
    let spans: BTreeMap<Uuid, Span> = spans.collect();
    let mut dated: BTreeSet<NaiveDate> = spans.values().map(|span| span.ended).collect();
    dated.extend(visited.states.iter().filter_map(|(id, visit)| {
        let hours = visited.hours.get(id).map(|hours| hours.ended);
        hours.or_else(|| {
            let began = zone.wall(visit.began()?).date();
            Some(visited.pressed(visit).unwrap_or(began).max(began))
        })
    }));
    Ok(WorkDays { lines: spans, dated, zone, now: desk.given.now })
}

impl Visited {
    /// What a line itself says, or its visit; nothing where neither does.
    fn span(&self, line: &Line) -> Option<Span> {
        let day = |at: Instant| self.zone.wall(at).date();
        if let Some(worked) = line.worked {
            let began = day(worked.from);
            return Some(Span { began, ended: last_day(self.zone, worked.to).max(began) });
        }
        if let Some(day) = line.done_on {
            return Some(Span { began: day, ended: day });
        }
        let visit = line.visit?;
        if let Some(hours) = self.hours.get(&visit) {
            return Some(*hours);
        }
        let began = day(line.work_instant()?);
        let state = self.states.get(&visit);
        // One that was ended by somebody else says nothing of his work.
        let by = line.reported.as_ref().map(|value| value.by);
        let own = state.filter(|visit| !by.is_some_and(|by| visit.former.contains(&by)));
        let ended = own.and_then(|state| self.pressed(state)).unwrap_or(began);
        Some(Span { began, ended: ended.max(began) })
    }

    /// The day on which somebody said that a visit was over.
    fn pressed(&self, visit: &visit::State) -> Option<NaiveDate> {
        visit.ended().map(|at| last_day(self.zone, at))
    }
}

/// What ends at midnight has ended with the day.
fn last_day(zone: Zone, ended: Instant) -> NaiveDate {
    zone.wall(Instant::new(ended.utc() - TimeDelta::microseconds(1))).date()
}
