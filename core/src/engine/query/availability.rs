//! When technicians are free, and why not: the shared calendar (S23, S24).

use crate::access::Reach;
use crate::availability::{Busy, Refusal, Why, Worker};
use crate::engine::answer::{Asking, no_such};
use crate::engine::replay;
use crate::error::{Door, Error};
use crate::noun::{Asked, Noun};
use crate::port::index::{Cell, Found, Order, Select, is};
use crate::port::store::Stream;
use crate::schedule::{Period, Zone};
use crate::technician::{self, Technician};
use crate::visit::{self, Visit};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Technicians whose times are told at once, where none are named.
const MAX_TECHNICIANS: u32 = 200;

/// Days of technicians in one answer at the most: days times technicians.
const MAX_DAYS: u64 = 20_000;

/// Visits of one technician in one answer at the most.
const MAX_VISITS: u32 = 2_000;

/// When are technicians free, and what have they in hand?
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AvailabilityQuery {
    /// From when until when (`AVAILABILITY-ASK-01`); days times technicians are 20,000 at the most
    /// (`-02`), and visits of one of them 2,000 (`-03`).
    pub within: Period,
    /// The ids of the technicians, in the order in which they come; `RECORD-FIND-01` where there is
    /// none such. All who work here where the list is empty, by their names, 200 at the most
    /// (`AVAILABILITY-ASK-04`); who reads his own only, himself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub technicians: Vec<Uuid>,
}

/// A time at which a technician is not free.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BusyTime {
    /// From when until when, cut to the period that was asked for.
    pub period: Period,
    /// Why the technician is not free then.
    pub why: Why,
    /// In words: the holiday's name, the reason of an absence, the name of a calendar. Missing
    /// where there are none, or the actor may not know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
    /// The visit, as lists show it, with names and what may be asked of it; one that is over is
    /// told and takes no time any more. Nothing where it is for another reason, or the actor may
    /// not read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<visit::Row>,
}

/// The times of one technician.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TechnicianTimes {
    /// The id of the technician whose times they are.
    pub technician: Uuid,
    /// What the person is called; empty where the actor may not read it, or once it was forgotten.
    pub name: String,
    /// The zone of the technician's clock.
    pub zone: Zone,
    /// The free periods, in order.
    pub free: Vec<Period>,
    /// All other times with their reasons, in order of their beginnings; some overlap.
    pub busy: Vec<BusyTime>,
}

/// When technicians are free, and what they have in hand.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Availability {
    /// The technicians, in the order in which they were named, or by their names.
    pub technicians: Vec<TechnicianTimes>,
}

/// Whose times they are.
pub(in crate::engine) struct Chosen {
    pub(in crate::engine) id: Uuid,
    pub(in crate::engine) state: technician::State,
    /// The actor may read the technician: name, and why he is away.
    pub(in crate::engine) read: bool,
}

impl Asking<'_> {
    pub(in crate::engine) fn availability(
        &mut self,
        ask: &AvailabilityQuery,
    ) -> Result<Availability, Error> {
        let chosen = self.chosen(&ask.technicians, ask.within)?;
        let mut technicians = Vec::with_capacity(chosen.len());
        for chosen in chosen {
            let visits = self.visits_of(chosen.id, ask.within)?;
            technicians.push(self.times_of(&chosen, &visits, ask.within));
        }
        Ok(Availability { technicians })
    }

    /// The times of one technician, with the visits that meet a period.
    pub(in crate::engine) fn times_of(
        &self,
        Chosen { id, state, read }: &Chosen,
        visits: &[visit::Row],
        within: Period,
    ) -> TechnicianTimes {
        let found = worker(state, visits, *read).free_busy(within);
        let others = found.busy.into_iter().filter(|busy| busy.why != Why::Visit);
        let others = others.map(|it| BusyTime {
            period: it.period,
            why: it.why,
            what: it.what,
            visit: None,
        });
        let mut busy: Vec<BusyTime> = others.collect();
        let reads = self.reads_visits(*id);
        busy.extend(visits.iter().filter_map(|row| {
            let (period, why) = (planned(row).cut(within)?, Why::Visit);
            let visit = reads.then(|| row.clone());
            Some(BusyTime { period, why, what: String::new(), visit })
        }));
        busy.sort_by_key(|busy| (busy.period, busy.why));
        let name = if *read { state.person.name.reveal_text() } else { "" };
        TechnicianTimes {
            technician: *id,
            name: name.to_owned(),
            zone: state.working_time.zone,
            busy,
            free: found.free,
        }
    }

    /// The technicians who are named, or all who work here; who may ask of himself only, himself.
    pub(in crate::engine) fn chosen(
        &mut self,
        named: &[Uuid],
        within: Period,
    ) -> Result<Vec<Chosen>, Error> {
        let verb = "availability.read";
        let reach = self.reach(verb)?;
        if within.is_empty() {
            return Err(Refusal::Backwards { from: within.from, to: within.to }.into());
        }
        let actor = self.question.actor.clone();
        let ids = match (named, reach) {
            ([], Reach::Own) => vec![actor.id],
            ([], _) => self.active()?,
            (named, Reach::Own) if named.iter().any(|id| *id != actor.id) => {
                let (role, verb) = (actor.role, verb.to_owned());
                return Err(Door::NotOwn { role, verb }.into());
            }
            (named, _) => {
                let first = |(n, id): &(usize, &Uuid)| !named.iter().take(*n).any(|it| it == *id);
                named.iter().enumerate().filter(first).map(|(_, id)| *id).collect()
            }
        };
        let days = within.seconds().unsigned_abs().div_ceil(86_400);
        let all = days.saturating_mul(ids.len().max(1) as u64);
        if all > MAX_DAYS {
            return Err(Refusal::TooMuch { days: all, most: MAX_DAYS }.into());
        }
        let company = self.question.company;
        let reads = self.company.reach(&actor.role, "technician.read");
        let mut chosen = Vec::with_capacity(ids.len());
        for id in ids {
            let stream = Stream { company, noun: Technician::NAME, id };
            let state = replay::load::<Technician>(self.tx, &stream)?;
            let state = state.ok_or_else(|| no_such(Technician::NAME, id))?.record.state;
            let read = reads == Reach::All || reads == Reach::Own && id == actor.id;
            chosen.push(Chosen { id, state, read });
        }
        Ok(chosen)
    }

    /// Who works here, by name.
    fn active(&mut self) -> Result<Vec<Uuid>, Error> {
        let active = <&str>::from(technician::Status::Active);
        let found = self.tx.select(&Select {
            table: &technician::TABLE,
            company: self.question.company,
            conds: vec![is("status", Cell::text(active))],
            order: Order { column: "name", descending: false },
            after: None,
            limit: MAX_TECHNICIANS + 1,
        })?;
        if found.len() > MAX_TECHNICIANS as usize {
            return Err(Refusal::TooManyTechnicians { most: MAX_TECHNICIANS }.into());
        }
        Ok(found.iter().map(|found| found.place.owner).collect())
    }

    /// The visits of a technician that meet a period and were not cancelled: their rows, as the
    /// actor sees them, with names where he may read them.
    pub(in crate::engine) fn visits_of(
        &mut self,
        technician: Uuid,
        within: Period,
    ) -> Result<Vec<visit::Row>, Error> {
        let (asked, found) = self.found(technician, within)?;
        let names = self.reads_visits(technician);
        self.rows::<Visit>(&asked, &found, names)
    }

    /// When the visits of a technician are planned that are still to come or under way.
    pub(in crate::engine) fn booked(
        &mut self,
        technician: Uuid,
        within: Period,
    ) -> Result<Vec<visit::Row>, Error> {
        let (asked, found) = self.found(technician, within)?;
        let (older, mut rows) = (self.older::<Visit>()?, Vec::with_capacity(found.len()));
        for found in &found {
            rows.extend(self.row::<Visit>(&asked, found, older)?);
        }
        rows.retain(|row| row.status.is_running());
        Ok(rows)
    }

    fn found(&mut self, technician: Uuid, within: Period) -> Result<(Asked, Vec<Found>), Error> {
        let filter = visit::Filter {
            technician: Some(technician),
            ends_after: Some(within.from),
            starts_before: Some(within.to),
            ..visit::Filter::default()
        };
        let mut asked = Visit::ask(&filter, &visit::Order::default())?;
        asked.conds.push(is("cancelled", Cell::flag(false)));
        let found = self.tx.select(&Select {
            table: asked.table,
            company: self.question.company,
            conds: asked.conds.clone(),
            order: asked.order(false),
            after: None,
            limit: MAX_VISITS + 1,
        })?;
        if found.len() > MAX_VISITS as usize {
            return Err(Refusal::TooMany { most: MAX_VISITS }.into());
        }
        Ok((asked, found))
    }

    /// Whether the actor may read what a technician's visits are about.
    pub(in crate::engine) fn reads_visits(&self, technician: Uuid) -> bool {
        let actor = &self.question.actor;
        let reach = self.company.reach(&actor.role, "visit.read");
        reach == Reach::All || reach == Reach::Own && technician == actor.id
    }
}

/// When a visit is planned.
pub(in crate::engine) fn planned(visit: &visit::Row) -> Period {
    Period { from: visit.starts.instant, to: visit.ends.instant }
}

/// A technician with all that keeps him from work; words where they may be read.
pub(in crate::engine) fn worker(
    state: &technician::State,
    visits: &[visit::Row],
    read: bool,
) -> Worker {
    let busy = |period, why, what: &str| Busy {
        period,
        why,
        what: if read { what.to_owned() } else { String::new() },
        place: None,
    };
    let absences = state.absences.iter();
    let absences = absences.map(|it| busy(it.period(), Why::Absent, it.reason.reveal_text()));
    let outside = state.busy_outside().map(|(name, at)| busy(at, Why::Outside, name));
    // What is over keeps nobody, also where it was to take longer.
    let running = visits.iter().filter(|visit| visit.status.is_running());
    let visits = running.map(|visit| busy(planned(visit), Why::Visit, ""));
    Worker {
        working_time: state.working_time.clone(),
        busy: absences.chain(outside).chain(visits).collect(),
    }
}
