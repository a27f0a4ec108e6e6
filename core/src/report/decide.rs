//! What a report answers.

use super::{
    Beside, Command, Content, Event, Line, Reading, Refusal, State, Status, Value, Worked, approve,
};
use crate::activity::Lifecycle;
use crate::coverage::Case;
use crate::money::Exact;
use crate::noun::Given;
use crate::schedule::Instant;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The activity, as far as its report needs it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnActivity {
    /// Where it stands.
    pub state: Lifecycle,
    /// Whose.
    pub customer: Uuid,
    /// On what.
    pub equipment: Option<Uuid>,
    /// Who is or was on it or on one of its visits.
    pub technicians: BTreeSet<Uuid>,
    /// Those of them who are not any more: what they report is late (R3).
    pub former: BTreeSet<Uuid>,
    /// Its visits, with when work began or was to begin.
    pub visits: BTreeMap<Uuid, Instant>,
    /// What coverage is decided by.
    pub case: Case,
}

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Now, who, which.
    pub given: Given,
    /// Whether the actor sees only his own.
    pub only_own: bool,
    /// Nobody approves what they reported.
    pub four_eyes: bool,
    /// The lines that others changed or decided since the actor saw the report.
    pub overtaken: BTreeSet<Uuid>,
    /// The activity, if there is one.
    pub activity: Option<OnActivity>,
    /// What the parameter showed before on the machine, on whatever activity.
    pub last_reading: Option<Reading>,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    let Some(on) = &facts.activity else {
        return Err(Refusal::NoActivity { activity: facts.given.id.to_string() });
    };
    let actor = facts.given.actor;
    if facts.only_own && !on.technicians.contains(&actor) {
        return Err(Refusal::NotOnIt { technician: actor.to_string() });
    }
    let mut events = Vec::new();
    // Also when the activity turned out to be on another machine since (E56).
    if state.customer.is_nil() || state.equipment != on.equipment {
        events.push(Event::Begun { customer: on.customer, equipment: on.equipment });
    }
    match command {
        Command::PlanLine { content, quantity } => {
            events.push(plan(content, *quantity, on, facts)?);
        }
        Command::ReportLine { .. } => events.push(report(state, command, on, facts)?),
        Command::RemoveLine { line } => {
            with_status(state, *line, "remove_line", &[Status::Planned])?;
            events.push(Event::LineRemoved { line: *line });
        }
        Command::TakeReading { parameter, value, unit, lower, at } => {
            let at = at.unwrap_or(facts.given.now);
            if at > facts.given.now {
                return Err(Refusal::ReadLater { at });
            }
            let reading = Reading {
                parameter: parameter.trim().to_owned(),
                value: *value,
                unit: unit.clone(),
                lower: *lower,
                equipment: on.equipment,
                by: actor,
                at,
            };
            events.push(read(state, reading, facts)?);
        }
        Command::Submit {} => {
            let ready = state.lines.iter().filter(|line| line.status == Status::Reported);
            let submitted: Vec<_> =
                ready.map(|line| Event::LineSubmitted { line: line.id }).collect();
            if submitted.is_empty() {
                return Err(Refusal::NothingReported {});
            }
            events.extend(submitted);
        }
        _ => events.extend(approve::decide(state, command, on, facts)?),
    }
    Ok(events)
}

pub(super) fn found(state: &State, line: Uuid) -> Result<&Line, Refusal> {
    state.line(line).ok_or_else(|| Refusal::NoLine { line: line.to_string() })
}

/// The line, if its status is one of these.
pub(super) fn with_status<'s>(
    state: &'s State,
    line: Uuid,
    verb: &'static str,
    statuses: &[Status],
) -> Result<&'s Line, Refusal> {
    let found = found(state, line)?;
    if statuses.contains(&found.status) {
        return Ok(found);
    }
    Err(Refusal::WrongStatus { line: line.to_string(), status: found.status, verb })
}

fn named(content: &Content) -> Result<(), Refusal> {
    let unnamed = content.name.trim().is_empty() || content.code.trim().is_empty();
    if unnamed { Err(Refusal::Unnamed {}) } else { Ok(()) }
}

pub(super) fn sound(quantity: Exact, new: bool) -> Result<(), Refusal> {
    if quantity.is_negative() {
        return Err(Refusal::Negative { quantity });
    }
    // Quantities of this size can be added and taken away without losing a digit.
    if !quantity.fits(12, 12) {
        return Err(Refusal::OutOfRange { quantity });
    }
    if new && quantity.is_zero() {
        return Err(Refusal::Nothing {});
    }
    Ok(())
}

fn value(quantity: Exact, why: Option<String>, facts: &Facts) -> Value {
    Value { quantity, by: facts.given.actor, at: facts.given.now, why }
}

fn plan(
    content: &Content,
    quantity: Exact,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Event, Refusal> {
    if !matches!(on.state, Lifecycle::Draft | Lifecycle::Open) {
        return Err(Refusal::NotPlannable { state: on.state });
    }
    named(content)?;
    sound(quantity, true)?;
    Ok(Event::LinePlanned {
        line: facts.given.fresh.id(0),
        content: content.clone(),
        value: value(quantity, None, facts),
    })
}

fn report(
    state: &State,
    command: &Command,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Event, Refusal> {
    let Command::ReportLine { line, content, quantity, visit, worked, why } = command else {
        return Err(Refusal::ContentMissing {});
    };
    const OPEN: &[Status] =
        &[Status::Planned, Status::Reported, Status::Returned, Status::Submitted];
    let removed = line.and_then(|line| state.removed.iter().find(|known| known.id == line));
    let overtaken = line.filter(|line| facts.overtaken.contains(line));
    let known = match (line, removed) {
        (Some(line), None) if overtaken.is_some() => Some(found(state, *line)?),
        (Some(line), None) => Some(with_status(state, *line, "report_line", OPEN)?),
        (_, removed) => removed,
    };
    let content = content.clone().or_else(|| known.map(|known| known.content.clone()));
    let content = content.ok_or(Refusal::ContentMissing {})?;
    named(&content)?;
    sound(*quantity, known.is_none())?;
    if let Some(worked) = worked {
        hours(worked, facts)?;
    }
    let (visit, worked, value) = (*visit, *worked, value(*quantity, why.clone(), facts));
    let done_at = Some(done_at(known, visit, worked, on, facts)?);
    let id = facts.given.fresh.id(0);
    if let Some(line) = overtaken {
        let beside = Beside { id, content, value, visit, worked, done_at };
        return Ok(Event::LineReportedBeside { line, beside });
    }
    let over = matches!(on.state, Lifecycle::Closed | Lifecycle::Cancelled);
    let late = over || removed.is_some() || on.former.contains(&facts.given.actor);
    let line = line.unwrap_or(id);
    Ok(Event::LineReported { line, content, value, visit, worked, done_at, late })
}

/// When the work was done (R1): as said, else when its visit was, else when it was first
/// reported. A later correction of the line is no later work.
fn done_at(
    known: Option<&Line>,
    visit: Option<Uuid>,
    worked: Option<Worked>,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Instant, Refusal> {
    let now = facts.given.now;
    let visited = match visit {
        Some(visit) => Some(
            on.visits
                .get(&visit)
                .copied()
                .ok_or_else(|| Refusal::NoVisit { visit: visit.to_string() })?,
        ),
        None => None,
    };
    // Hours that were written down say it better than a visit that is named afterwards.
    let worked = worked.or_else(|| known.and_then(|known| known.worked));
    let said = worked.map(|worked| worked.from).or(visited);
    Ok(said.or_else(|| known.and_then(|known| known.done_at)).unwrap_or(now).min(now))
}

fn hours(worked: &Worked, facts: &Facts) -> Result<(), Refusal> {
    if worked.to <= worked.from {
        return Err(Refusal::WorkedBackwards {});
    }
    if worked.to > facts.given.now {
        return Err(Refusal::WorkedLater {});
    }
    let hours = (worked.to.utc() - worked.from.utc()).num_hours();
    if hours >= 24 { Err(Refusal::WorkedTooLong { hours }) } else { Ok(()) }
}

fn read(state: &State, reading: Reading, facts: &Facts) -> Result<Event, Refusal> {
    if reading.parameter.is_empty() {
        return Err(Refusal::NoParameter {});
    }
    let before = |known: &&Reading| {
        let machine = known.equipment.or(state.equipment);
        let same = known.parameter == reading.parameter && machine == reading.equipment;
        same && known.at <= reading.at
    };
    let here = || state.readings.iter().filter(before).max_by_key(|known| known.at);
    if let Some(last) = facts.last_reading.as_ref().or_else(here).map(|last| last.value)
        && reading.value < last
        && !reading.lower
    {
        let (parameter, value) = (reading.parameter, reading.value);
        return Err(Refusal::LowerReading { parameter, last, value });
    }
    Ok(Event::ReadingTaken { reading })
}
