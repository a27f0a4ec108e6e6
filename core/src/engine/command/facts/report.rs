//! Facts for a report's decisions.

use super::equipment::fields_of;
use super::price_list::{any, holding_on};
use super::work_days::work_days;
use crate::access::Reach;
use crate::activity::{self, Activity};
use crate::coverage::Case;
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::Equipment;
use crate::error::Error;
use crate::port::index::{Cell, Cond, is};
use crate::report::{
    self, Approve, Command, CorrectReading, Event, Facts, Line, Listed, OnActivity, OnVisit,
    PlanLine, RecordReading, Report, ReportLine, Resolve, State, Withdraw,
};
use crate::schedule::Instant;
use crate::visit::{self, Row, Status, Visit};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

impl Fetch for Report {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let activity = on_activity(desk)?;
        let actor = desk.given.actor;
        let own = activity.as_ref().is_some_and(|on| on.is_own(actor, command));
        if desk.reach == Reach::Own && !own {
            return Err(desk.not_own(&format!("report.{}", <&str>::from(command))));
        }
        let overtaken = match command {
            Command::ReportLine(ReportLine { line: Some(_), .. }) if desk.given.is_behind() => {
                desk.by_others_since::<Report>()?.iter().filter_map(Event::overtakes).collect()
            }
            _ => BTreeSet::new(),
        };
        let mut facts = Facts {
            given: desk.given(),
            only_own: desk.reach == Reach::Own,
            zone: desk.company.settings.zone,
            four_eyes: desk.company.settings.four_eyes,
            overtaken,
            activity,
            ..Facts::default()
        };
        if let Some(on) = &facts.activity {
            facts.listed = listed(desk, state, command, &on.visits)?;
        }
        if let Command::RecordReading(RecordReading { parameter, equipment, at, .. }) = command {
            if let Some(named) = equipment {
                facts.equipment_of = desk.state::<Equipment>(*named)?.map(|it| it.customer);
            }
            let (on, owner) = (facts.activity.as_ref(), facts.equipment_of);
            // Nothing is asked about equipment of another customer.
            let theirs = equipment.filter(|_| on.map(|on| on.customer) == owner);
            let machine = match equipment {
                Some(_) => theirs,
                None => on.and_then(|on| on.equipment),
            };
            if let Some(machine) = machine {
                let at = at.unwrap_or(desk.given.now);
                readings(desk, &mut facts, machine, parameter.trim(), (at, None))?;
            }
        }
        if let Command::CorrectReading(CorrectReading { reading, .. }) = command
            && let Some(known) = state.readings.iter().find(|known| known.id == *reading)
            && let Some(machine) = known.equipment.or(state.equipment)
        {
            let read = (known.at, Some(known.id));
            readings(desk, &mut facts, machine, &known.parameter, read)?;
        }
        Ok(facts)
    }
}

/// What a parameter of the equipment showed before and after, on whatever activity it was read
/// (E55).
fn readings(
    desk: &mut Desk<'_>,
    facts: &mut Facts,
    machine: Uuid,
    parameter: &str,
    (at, corrected): (Instant, Option<Uuid>),
) -> Result<(), Error> {
    let fields = fields_of(desk, machine)?;
    facts.parameter = fields.into_iter().find(|field| field.key == parameter);
    let of =
        |at| vec![is("equipment", Cell::Id(machine)), is("parameter", Cell::text(parameter)), at];
    let later = at.micros().saturating_add(1);
    // What is corrected is not its own neighbour.
    let mut before = of(Cond::Below("at", Cell::Int(later)));
    if corrected.is_some() {
        before = of(Cond::Below("at", Cell::Int(at.micros())));
    }
    let before = desk.newest(&report::READINGS, before, "at")?;
    facts.before = before.map(|found| desk.row(&found)).transpose()?;
    let after = of(Cond::AtLeast("at", Cell::Int(later)));
    let after = desk.rows(&report::READINGS, after, "at", 1)?.pop();
    facts.after = after.map(|found| desk.row(&found)).transpose()?;
    Ok(())
}

/// What the list of its day says of the line that is planned, reported or approved.
fn listed(
    desk: &mut Desk<'_>,
    state: &State,
    command: &Command,
    visits: &BTreeMap<Uuid, OnVisit>,
) -> Result<Option<Listed>, Error> {
    let known = |id: &Uuid| state.lines.iter().chain(&state.removed).find(|line| line.id == *id);
    let (line, content, said) = match command {
        Command::ReportLine(ReportLine { line, content, visit, worked, done_on, .. }) => {
            let zone = desk.company.settings.zone;
            let visited = visit.set().and_then(|visit| visits.get(visit)).map(|it| it.begun);
            let at = worked.set().map(|worked| worked.from).or(visited);
            let said = done_on.set().copied().filter(|_| worked.set().is_none());
            let said = said.or_else(|| at.map(|at| zone.wall(at).date()));
            // What was taken away says no day any more.
            let taken = visit.is_clear() || worked.is_clear() || done_on.is_clear();
            let line = line.as_ref().and_then(known).map(|line| match taken {
                true => Cow::Owned(Line {
                    visit: visit.onto(line.visit),
                    worked: worked.onto(line.worked),
                    done_on: done_on.onto(line.done_on),
                    done_at: None,
                    ..line.clone()
                }),
                false => Cow::Borrowed(line),
            });
            (line, content.as_ref(), said)
        }
        Command::PlanLine(PlanLine { content, .. }) => {
            let today = desk.company.settings.zone.wall(desk.given.now).date();
            (None, Some(content), Some(today))
        }
        Command::Approve(Approve { line, .. }) | Command::Withdraw(Withdraw { line, .. }) => {
            (known(line).map(Cow::Borrowed), None, None)
        }
        // By what was reported otherwise, where that is taken over.
        Command::Resolve(Resolve { line, conflict, accept: true, .. }) => {
            let late = known(line).and_then(|line| line.unresolved().find(|it| it.id == *conflict));
            let day = late.and_then(|late| {
                late.done_on.or_else(|| Some(desk.company.settings.zone.wall(late.done_at?).date()))
            });
            (known(line).map(Cow::Borrowed), late.map(|late| &late.content), day)
        }
        _ => return Ok(None),
    };
    let Some(content) = content.or(line.as_deref().map(|line| &line.content)) else {
        return Ok(None);
    };
    let days = work_days(desk, desk.given.id, state)?;
    let day = said.unwrap_or_else(|| days.of(line.as_deref().unwrap_or(&Line::default())).began);
    let currency = desk.company.settings.currency;
    match holding_on(desk, currency, day)? {
        Some(list) => {
            let item = list.items.get(&content.code).cloned();
            Ok(Some(Listed { day, list: Some(list.name), item }))
        }
        // Who has no list at all has his lines priced elsewhere.
        None if any(desk, currency)? => Ok(Some(Listed { day, list: None, item: None })),
        None => Ok(None),
    }
}

fn on_activity(desk: &mut Desk<'_>) -> Result<Option<OnActivity>, Error> {
    let id = desk.given.id;
    let Some(found) = desk.state::<Activity>(id)? else { return Ok(None) };
    let case = case(desk, &found)?;
    let now: BTreeSet<Uuid> = found.technicians.iter().copied().collect();
    // Who was on it reports what was done there, also after being taken off (R3).
    let mut technicians: BTreeSet<Uuid> = now.union(&found.former).copied().collect();
    let mut visits = BTreeMap::new();
    let of = vec![is("activity", Cell::Id(id))];
    for visit in desk.rows(&visit::TABLE, of, "starts", visit::MAX_VISITS)? {
        let row: Row = desk.row(&visit)?;
        technicians.insert(row.technician);
        visits.insert(row.id, on_visit(desk, &row)?);
    }
    let former = technicians.difference(&now).copied().collect();
    Ok(Some(OnActivity {
        status: found.status,
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
    // Nobody reports a planned service: what counts is its day, not the one of its creation.
    let planned = activity.occurrence.as_ref().map(|occurrence| occurrence.original_date);
    let reported = desk.company.settings.zone.wall(activity.reported_at).date();
    Ok(Case {
        kind: activity.kind,
        reported_on: planned.unwrap_or(reported),
        warranty_from: warranty.and_then(|warranty| warranty.starts),
        warranty_until: warranty.and_then(|warranty| warranty.ends),
    })
}

/// When work on a visit began: the actor's own, where it was given to somebody else since (R3);
/// when it was to begin, where nothing more is known.
fn on_visit(desk: &mut Desk<'_>, row: &Row) -> Result<OnVisit, Error> {
    let visit = desk.state::<Visit>(row.id)?.unwrap_or_default();
    let actor = desk.given.actor;
    let own = visit.conflicts.iter().filter(|it| it.by == actor).map(|it| &it.step);
    let given_away = visit.technician != actor && visit.former.contains(&actor);
    let others = visit.steps.iter().filter(|_| !given_away);
    let first = own.chain(others).find(|step| step.to == Status::Working);
    Ok(OnVisit {
        begun: first.map_or(row.starts.instant, |step| step.at),
        over: given_away || row.status == Status::Cancelled,
    })
}
