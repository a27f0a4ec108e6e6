//! What a visit answers.

use super::{
    Cancel, Command, Decline, Event, Finish, FinishPartial, LIFECYCLE, Move, Obstacle, Pause, Plan,
    RecordNoAccess, Refusal, Resolve, Resume, Start, State, Status, Step, Suggest, Suggestion,
    Travel, Wish,
};
use crate::activity;
use crate::journal::{FreeText, is_blank};
use crate::noun::{self, Given, verbs};
use crate::schedule::{Instant, Planned, WallTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A visit takes so many days at most: what clashes with it is looked for no further back.
pub const MAX_DAYS: i64 = 14;

/// An activity has so many visits at most, cancelled ones too: prices, tax and its job sheet read
/// all of them.
pub const MAX_VISITS: u32 = 500;

/// What stands in the way of a time, in words for the manager.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clash {
    /// The id of the other visit; nothing where it is an absence, or a visit that the actor may not
    /// see.
    pub visit: Option<Uuid>,
    /// Number and title of the activity, or the reason of the absence; empty where the actor may
    /// not see it.
    pub what: String,
    /// The moment at which it begins.
    pub starts: Instant,
    /// The moment at which it ends.
    pub ends: Instant,
}

/// The activity, as far as a visit needs it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnActivity {
    /// The status in which the activity is.
    pub state: activity::Status,
    /// The id of the customer whose activity it is.
    pub customer: Uuid,
    /// The id of the equipment that it is on; nothing where it names none.
    pub equipment: Option<Uuid>,
    /// Who is on it.
    pub technicians: BTreeSet<Uuid>,
}

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// The activity that the command or the state names.
    pub activity: Option<OnActivity>,
    /// Whether the actor sees only his own.
    pub only_own: bool,
    /// How many visits the activity has, where one more is planned; none past the bound is counted.
    pub visits: u32,
    /// The technician is there and has not left.
    pub active: bool,
    /// The time lies within his working hours, but for breaks.
    pub within_hours: bool,
    /// His other visits at that time.
    pub booked: Vec<Clash>,
    /// His absences at that time.
    pub absences: Vec<Clash>,
    /// When other calendars say that he is busy at that time.
    pub outside: Vec<Clash>,
    /// The skills that the activity asks for and he lacks then.
    pub lacking: Vec<String>,
    /// The customer can then, and the site is open.
    pub customer_can: bool,
    /// The actor may put somebody on the activity.
    pub may_assign: bool,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    let verb: &'static str = command.into();
    let event = match command {
        Command::Plan(plan) => planned(plan, facts)?,
        Command::Confirm(_) => {
            to(state, verb)?;
            Event::Confirmed {}
        }
        Command::Move(Move { starts, ends, technician, despite, assign }) => {
            to(state, verb)?;
            let on = facts.activity.clone().unwrap_or_default();
            let technician = technician.unwrap_or(state.technician);
            let (starts, ends) = time(starts, ends)?;
            let joins = free(technician, &on, (despite, *assign), facts)?;
            let joins = joins.then_some(state.activity);
            Event::Moved { technician, starts, ends, joins, despite: despite.clone() }
        }
        Command::Accept(_) => {
            to(state, verb)?;
            Event::Accepted {}
        }
        Command::Decline(Decline { note, calendar }) => {
            suggested(state, verb, Wish::Decline {}, (note, calendar), facts)?
        }
        Command::Suggest(Suggest { starts, ends, note, calendar }) => {
            let (starts, ends) = time(starts, ends)?;
            let wish = Wish::Move { starts, ends };
            suggested(state, verb, wish, (note, calendar), facts)?
        }
        Command::Dismiss(_) => {
            if state.suggestion.is_none() {
                return Err(Refusal::NothingSuggested {});
            }
            Event::Dismissed {}
        }
        Command::Travel(Travel { at })
        | Command::Start(Start { at })
        | Command::Pause(Pause { at })
        | Command::Resume(Resume { at }) => stepped(state, verb, *at, None, facts)?,
        Command::Finish(Finish { at, note }) => {
            let note = note.as_deref().map(FreeText::from);
            stepped(state, verb, *at, note, facts)?
        }
        Command::FinishPartial(FinishPartial { at, note })
        | Command::RecordNoAccess(RecordNoAccess { at, note }) => {
            let note = Some(noted(note, verb)?);
            stepped(state, verb, *at, note, facts)?
        }
        Command::Resolve(Resolve { resolution }) => {
            Event::Resolved { resolution: resolved(state, resolution)? }
        }
        Command::Cancel(Cancel { reason }) => {
            to(state, verb)?;
            Event::Cancelled { reason: noted(reason, verb)? }
        }
        Command::Follow(_) => {
            let on = facts.activity.clone().unwrap_or_default();
            Event::Followed { customer: on.customer, equipment: on.equipment }
        }
    };
    Ok(vec![event])
}

fn planned(plan: &Plan, facts: &Facts) -> Result<Event, Refusal> {
    let Plan { activity, technician, starts, ends, proposed, despite, assign } = plan;
    let Some(on) = &facts.activity else {
        return Err(Refusal::NoActivity { activity: activity.to_string() });
    };
    if on.state != activity::Status::Open {
        let (activity, state) = (activity.to_string(), on.state);
        return Err(Refusal::ActivityNotOpen { activity, status: state });
    }
    if facts.visits >= MAX_VISITS {
        return Err(Refusal::TooMany { most: MAX_VISITS });
    }
    let (starts, ends) = time(starts, ends)?;
    let joins = free(*technician, on, (despite, *assign), facts)?.then_some(*activity);
    Ok(Event::Planned {
        activity: *activity,
        customer: on.customer,
        equipment: on.equipment,
        technician: *technician,
        starts,
        ends,
        proposed: *proposed,
        joins,
        despite: despite.clone(),
    })
}

fn to(state: &State, verb: &'static str) -> Result<Status, Refusal> {
    noun::Step::next(LIFECYCLE, state.status, verb).ok_or_else(|| Refusal::WrongStatus {
        status: state.status,
        verb,
        allowed: verbs(LIFECYCLE, state.status),
    })
}

/// What whoever goes would rather, for a manager to decide about.
fn suggested(
    state: &State,
    verb: &'static str,
    wish: Wish,
    (note, calendar): (&Option<String>, &Option<String>),
    facts: &Facts,
) -> Result<Event, Refusal> {
    to(state, verb)?;
    let by = facts.given.actor;
    if facts.only_own && by != state.technician {
        return Err(Refusal::NotTheirs {});
    }
    let note = note.as_deref().filter(|note| !is_blank(note)).map(FreeText::from);
    let (at, calendar) = (facts.given.now, calendar.clone());
    Ok(Event::Suggested { suggestion: Suggestion { wish, by, at, calendar, note } })
}

/// What the manager says of what came late.
fn resolved(state: &State, resolution: &str) -> Result<FreeText, Refusal> {
    if !state.unresolved {
        return Err(Refusal::NothingLate {});
    }
    if is_blank(resolution) {
        return Err(Refusal::OutcomeMissing {});
    }
    Ok(resolution.into())
}

fn noted(text: &str, verb: &'static str) -> Result<FreeText, Refusal> {
    if is_blank(text) {
        return Err(Refusal::NoteMissing { verb });
    }
    Ok(text.into())
}

fn time(starts: &WallTime, ends: &WallTime) -> Result<(Planned, Planned), Refusal> {
    for (path, wall) in [("starts", starts), ("ends", ends)] {
        if wall.is_never_later() {
            let (local, zone) = (wall.local, wall.zone);
            return Err(Refusal::OnceOnly { path, local, zone });
        }
    }
    let said = (starts.local, ends.local);
    let (starts, ends) = (starts.resolve(), ends.resolve());
    if ends.instant <= starts.instant {
        return Err(Refusal::EndsFirst { starts: said.0, ends: said.1 });
    }
    let length = ends.instant.utc() - starts.instant.utc();
    if length > chrono::TimeDelta::days(MAX_DAYS) {
        // One that has begun is a day too.
        let days = length.num_days() + i64::from(length.num_seconds() % 86_400 > 0);
        return Err(Refusal::TooLong { days, most: MAX_DAYS });
    }
    Ok((starts, ends))
}

/// Whether the technician is put on the activity for it, where nothing else is in the way.
fn free(
    technician: Uuid,
    on: &OnActivity,
    (despite, assign): (&BTreeSet<Obstacle>, bool),
    facts: &Facts,
) -> Result<bool, Refusal> {
    let name = technician.to_string();
    let assigned = !on.technicians.contains(&technician);
    // Only an open one takes somebody on.
    let joins = assign && facts.may_assign && on.state == activity::Status::Open;
    if assigned && !joins {
        return Err(Refusal::NotAssigned { technician: name });
    }
    if !facts.active {
        return Err(Refusal::Inactive { technician: name });
    }
    if !facts.booked.is_empty() {
        return Err(Refusal::Booked { clashes: facts.booked.clone() });
    }
    if !facts.absences.is_empty() {
        return Err(Refusal::Absent { clashes: facts.absences.clone() });
    }
    let against = |obstacle, met: bool| met && !despite.contains(&obstacle);
    if against(Obstacle::Hours, !facts.within_hours) {
        return Err(Refusal::OutsideHours { technician: name });
    }
    if against(Obstacle::Calendar, !facts.outside.is_empty()) {
        return Err(Refusal::BusyOutside { clashes: facts.outside.clone() });
    }
    if against(Obstacle::Skill, !facts.lacking.is_empty()) {
        return Err(Refusal::Unskilled { technician: name, skills: facts.lacking.clone() });
    }
    if against(Obstacle::Window, !facts.customer_can) {
        return Err(Refusal::CustomerCannot {});
    }
    Ok(assigned)
}

fn stepped(
    state: &State,
    verb: &'static str,
    at: Option<Instant>,
    note: Option<FreeText>,
    facts: &Facts,
) -> Result<Event, Refusal> {
    let at = at.unwrap_or(facts.given.now);
    if at > facts.given.now {
        return Err(Refusal::NotYet { at });
    }
    let recorded_at = facts.given.now;
    let by = facts.given.actor;
    let behind = facts.given.is_behind();
    let was_his =
        state.technician != by && (facts.only_own || behind && state.former.contains(&by));
    let fitting = fits(state, verb, at);
    let excused = was_his || (behind && fitting.is_err());
    if let (true, Some(to)) = (excused, Status::led_to(verb)) {
        // He could not know: what he did is kept apart from what was decided (R3).
        return Ok(Event::StepConflicted { step: Step { to, at, recorded_at }, note, by });
    }
    let to = fitting?;
    // Done is not over: who finishes his visit after reporting the work done is in time.
    let over = facts.activity.as_ref().is_none_or(|on| {
        matches!(on.state, activity::Status::Closed | activity::Status::Cancelled)
    });
    let late = over || state.status == Status::Cancelled;
    Ok(Event::Stepped { step: Step { to, at, recorded_at }, note, late })
}

/// Where the step leads, if the state has it and it comes after the last one.
fn fits(state: &State, verb: &'static str, at: Instant) -> Result<Status, Refusal> {
    let to = to(state, verb)?;
    match state.steps.last().map(|step| step.at) {
        Some(last) if at < last => Err(Refusal::BeforeLast { at, last }),
        _ => Ok(to),
    }
}
