//! Facts for a report's decisions.

use crate::access::Reach;
use crate::activity::{self, Activity};
use crate::coverage::Case;
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::Equipment;
use crate::error::Error;
use crate::port::index::{Cell, Cond, is};
use crate::report::{self, Command, Event, Facts, OnActivity, Reading, Report, State};
use crate::schedule::Instant;
use crate::visit::{self, Lifecycle, Row, Visit};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

impl Fetch for Report {
    fn fetch(desk: &mut Desk<'_>, _: &State, command: &Command) -> Result<Facts, Error> {
        let activity = on_activity(desk)?;
        let overtaken = match command {
            Command::ReportLine { line: Some(_), .. } => {
                desk.by_others_since::<Report>()?.iter().filter_map(Event::overtakes).collect()
            }
            _ => BTreeSet::new(),
        };
        let equipment = activity.as_ref().and_then(|on| on.equipment);
        let last_reading = match (command, equipment) {
            (Command::TakeReading { parameter, at, .. }, Some(equipment)) => {
                let at = at.unwrap_or(desk.given.now);
                reading_before(desk, equipment, parameter.trim(), at)?
            }
            _ => None,
        };
        Ok(Facts {
            given: desk.given(),
            only_own: desk.reach == Reach::Own,
            four_eyes: desk.company.settings.four_eyes,
            overtaken,
            activity,
            last_reading,
        })
    }
}

/// What a machine's parameter showed before, on whatever activity it was read (E55).
fn reading_before(
    desk: &mut Desk<'_>,
    equipment: Uuid,
    parameter: &str,
    at: Instant,
) -> Result<Option<Reading>, Error> {
    let conds = vec![
        is("equipment", Cell::Id(equipment)),
        is("parameter", Cell::text(parameter)),
        Cond::Below("at", Cell::Int(at.micros().saturating_add(1))),
    ];
    let found = desk.newest(&report::READINGS, conds, "at")?;
    found.map(|found| desk.row(&found)).transpose()
}

fn on_activity(desk: &mut Desk<'_>) -> Result<Option<OnActivity>, Error> {
    let id = desk.given.id;
    let Some(found) = desk.state::<Activity>(id)? else { return Ok(None) };
    let case = case(desk, &found)?;
    let now: BTreeSet<Uuid> = found.technicians.iter().copied().collect();
    // Who was on it reports what was done there, also after being taken off (R3).
    let mut technicians: BTreeSet<Uuid> = now.union(&found.former).copied().collect();
    let mut visits = BTreeMap::new();
    for visit in desk.rows(&visit::TABLE, vec![is("activity", Cell::Id(id))], "starts", 200)? {
        let row: Row = desk.row(&visit)?;
        technicians.insert(row.technician);
        visits.insert(row.id, begun(desk, &row)?);
    }
    let former = technicians.difference(&now).copied().collect();
    Ok(Some(OnActivity {
        state: found.lifecycle,
        customer: found.customer,
        equipment: found.equipment,
        technicians,
        former,
        visits,
        case,
    }))
}

/// What the coverage of an activity's lines is decided by.
pub(super) fn case(desk: &mut Desk<'_>, activity: &activity::State) -> Result<Case, Error> {
    let warranty = match activity.equipment {
        Some(equipment) => desk.state::<Equipment>(equipment)?.and_then(|it| it.warranty),
        None => None,
    };
    Ok(Case {
        kind: activity.kind,
        reported_on: desk.company.settings.zone.wall(activity.reported_at).date(),
        warranty_until: warranty.and_then(|warranty| warranty.ends),
    })
}

/// When work on a visit began; when it was to begin, where nothing more is known.
fn begun(desk: &mut Desk<'_>, row: &Row) -> Result<Instant, Error> {
    let steps = desk.state::<Visit>(row.id)?.map(|visit| visit.steps).unwrap_or_default();
    let first = steps.iter().find(|step| step.to == Lifecycle::Working);
    Ok(first.map_or(row.starts.instant, |step| step.at))
}
