//! What a report answers.

use super::{
    Command, ConflictingReport, Content, Event, LIFECYCLE, Line, Listed, PlanLine, Reading,
    Refusal, RemoveLine, ReportLine, State, Status, Submit, Unit, Value, Worked, approve, reading,
};
use crate::activity;
use crate::coverage::{self, Case};
use crate::equipment_type::Field;
use crate::journal::{FreeText, is_blank};
use crate::money::Exact;
use crate::noun::{Given, Seen, Step};
use crate::patch::Patch;
use crate::schedule::{Instant, Zone};
use chrono::{NaiveDate, NaiveTime};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The activity, as far as its report needs it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnActivity {
    /// The status in which the activity is.
    pub status: activity::Status,
    /// The id of the customer whose activity it is.
    pub customer: Uuid,
    /// The id of the equipment that it is on; nothing where it names none.
    pub equipment: Option<Uuid>,
    /// Who is or was on it or on one of its visits.
    pub technicians: BTreeSet<Uuid>,
    /// Those of them who are not any more: what they report is late (R3).
    pub former: BTreeSet<Uuid>,
    /// The ids of its visits, each to what a report needs of it.
    pub visits: BTreeMap<Uuid, OnVisit>,
    /// What coverage is decided by.
    pub case: Case,
}

impl OnActivity {
    /// Whether it is somebody's own: who was taken off reports what he did (R3), and plans and
    /// decides nothing any more.
    pub(crate) fn is_own(&self, technician: Uuid, command: &Command) -> bool {
        let reports = matches!(
            command,
            Command::ReportLine(_)
                | Command::RemoveLine(_)
                | Command::RecordReading(_)
                | Command::CorrectReading(_)
                | Command::Submit(Submit {})
        );
        self.technicians.contains(&technician) && (reports || !self.former.contains(&technician))
    }
}

/// A visit, as far as a report needs it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OnVisit {
    /// When the actor's work began there, or the visit's, or when it was to begin.
    pub begun: Instant,
    /// Cancelled, or given to somebody else since (R3).
    pub over: bool,
}

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// Whether the actor sees only his own.
    pub only_own: bool,
    /// Nobody approves what they reported.
    pub four_eyes: bool,
    /// The lines that others changed or decided since the actor saw the report.
    pub overtaken: BTreeSet<Uuid>,
    /// The activity, if there is one.
    pub activity: Option<OnActivity>,
    /// The field of the equipment's type that the parameter is, if there is one.
    pub parameter: Option<Field>,
    /// What the parameter showed before on the equipment, on whatever activity.
    pub before: Option<Reading>,
    /// What it showed next, where the reading comes late.
    pub after: Option<Reading>,
    /// The zone of the company's clocks.
    pub zone: Zone,
    /// The price list that holds on the day of the line, if one does.
    pub listed: Option<Listed>,
    /// Whose the equipment is that the command names, if there is one.
    pub equipment_of: Option<Uuid>,
}

impl Facts {
    /// What the customer would pay for so much by the list of its day, where the rules decide who
    /// bears it.
    pub(super) fn net(&self, on: &OnActivity, content: &Content, quantity: Exact) -> Option<Exact> {
        let by_rule = coverage::decide(&on.case, content.kind);
        self.listed.as_ref()?.net(content, quantity, &by_rule)
    }
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    let Some(on) = &facts.activity else {
        return Err(Refusal::NoActivity { activity: facts.given.id.to_string() });
    };
    let actor = facts.given.actor;
    let mut events = Vec::new();
    // Also when the activity turned out to be another customer's, or on other equipment (E56).
    if (state.customer, state.equipment) != (on.customer, on.equipment) {
        events.push(Event::Begun { customer: on.customer, equipment: on.equipment });
    }
    match command {
        Command::PlanLine(PlanLine { content, quantity }) => {
            events.push(plan(content, *quantity, on, facts)?);
        }
        Command::ReportLine(said) => events.push(report(state, said, on, facts)?),
        Command::RemoveLine(RemoveLine { line }) => {
            events.push(remove(state, *line, facts)?);
        }
        Command::RecordReading(said) => events.push(reading::decide(state, said, on, facts)?),
        Command::CorrectReading(said) => events.push(reading::correct(state, said, facts)?),
        Command::Follow(_) => {}
        Command::Submit(_) => {
            // Who was taken off the activity hands over what is his.
            let former = facts.only_own && on.former.contains(&actor);
            let his = |line: &&Line| {
                !former || line.reported.as_ref().is_some_and(|value| value.by == actor)
            };
            let of = |status| state.lines.iter().filter(his).filter(move |it| it.status == status);
            let is = |status| of(status).next().is_some();
            // A colleague's submit was for all who reported; what was returned is not mended yet.
            let before = is(Status::Submitted) && !is(Status::Returned);
            if !is(Status::Reported) && !before {
                return Err(Refusal::NothingReported {});
            }
            let ready = of(Status::Reported);
            events.extend(ready.map(|line| Event::LineSubmitted { line: line.id }));
        }
        _ => events.extend(approve::decide(state, command, on, facts)?),
    }
    Ok(events)
}

pub(super) fn found(state: &State, line: Uuid) -> Result<&Line, Refusal> {
    state.line(line).ok_or_else(|| Refusal::NoLine { line: line.to_string() })
}

/// The line, if its status allows the verb.
pub(super) fn with_status<'s>(
    state: &'s State,
    line: Uuid,
    verb: &'static str,
) -> Result<&'s Line, Refusal> {
    let found = found(state, line)?;
    if Step::next(LIFECYCLE, found.status, verb).is_some() {
        return Ok(found);
    }
    let (line, allowed) = (line.to_string(), super::next(found));
    Err(Refusal::WrongStatus { line, status: found.status, verb, allowed })
}

fn named(content: &Content) -> Result<(), Refusal> {
    let unnamed = content.name.is_blank() || is_blank(&content.code);
    if unnamed { Err(Refusal::Unnamed {}) } else { Ok(()) }
}

/// What was planned is taken out by who plans, and what was reported by who reported it: another
/// says more by rejecting it.
fn remove(state: &State, line: Uuid, facts: &Facts) -> Result<Event, Refusal> {
    let known = with_status(state, line, "remove_line")?;
    let own = known.planned.is_none()
        && !known.by_several
        && known.conflicts.is_empty()
        && known.reported.as_ref().is_some_and(|value| value.by == facts.given.actor);
    let plans = known.status == Status::Planned && !facts.only_own;
    if own || plans {
        Ok(Event::LineRemoved { line })
    } else {
        Err(Refusal::NotOwnLine { line: line.to_string() })
    }
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

/// How much it is, in the unit of the line. A part of an hour that has no end as a decimal number
/// is told to the twelfth digit.
fn said(
    quantity: Option<Exact>,
    minutes: Option<u32>,
    worked: Option<&Worked>,
    unit: Unit,
) -> Result<Exact, Refusal> {
    const PLACES: u32 = 12;
    let part = |of: i64, all: i64| {
        let part = Decimal::from(of).checked_div(Decimal::from(all));
        let told = |part: Decimal| Exact::new(Exact::new(part).round(PLACES).decimal().normalize());
        part.map(told).ok_or(Refusal::QuantityUnsaid {})
    };
    let hours = unit == Unit::Hour;
    match (quantity, minutes, worked) {
        (Some(quantity), None, _) => Ok(quantity),
        (None, Some(minutes), _) if hours => part(minutes.into(), 60),
        (None, None, Some(worked)) if hours => {
            part(worked.to.micros() - worked.from.micros(), 3_600_000_000)
        }
        _ => Err(Refusal::QuantityUnsaid {}),
    }
}

fn value(quantity: Exact, reason: Option<FreeText>, facts: &Facts) -> Value {
    Value { quantity, by: facts.given.actor, at: facts.given.now, reason }
}

fn plan(
    content: &Content,
    quantity: Exact,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Event, Refusal> {
    if !matches!(on.status, activity::Status::Draft | activity::Status::Open) {
        return Err(Refusal::NotPlannable { status: on.status });
    }
    named(content)?;
    sound(quantity, true)?;
    Ok(Event::LinePlanned {
        line: facts.given.fresh.id(0),
        content: content.clone(),
        value: value(quantity, None, facts),
        net: facts.net(on, content, quantity),
    })
}

fn report(
    state: &State,
    command: &ReportLine,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Event, Refusal> {
    let ReportLine { line, content, quantity, minutes, visit, worked, done_on, reason } = command;
    let (known, place) = place(state, *line, facts)?;
    // A name that was forgotten is no reason to refuse another quantity.
    content.as_ref().map_or(Ok(()), named)?;
    let content = content.clone().or_else(|| known.map(|known| known.content.clone()));
    let content = content.ok_or(Refusal::ContentMissing {})?;
    if let Patch::Set(worked) = worked {
        hours(worked, facts)?;
    }
    let quantity = said(*quantity, *minutes, worked.set(), content.unit)?;
    sound(quantity, known.is_none())?;
    // What the line says already holds besides what is said now.
    let day = done_on.onto(known.and_then(|known| known.done_on));
    if let Some(day) = day.filter(|_| done_on.set().is_some() || worked.set().is_some()) {
        on_day(day, worked.onto(known.and_then(|known| known.worked)), facts)?;
    }
    let value = value(quantity, reason.as_deref().map(FreeText::from), facts);
    // What conflicts with a line is one person's: it leans on his own evidence only.
    let own = known.filter(|known| {
        place != Place::Conflicting
            || known.reported.as_ref().is_some_and(|said| said.by == value.by)
    });
    let done_at = Some(done_at(own, command, on, facts)?);
    let named = visit.set().and_then(|visit| on.visits.get(visit));
    let visit = visit.onto(own.and_then(|own| own.visit));
    let worked = worked.onto(own.and_then(|own| own.worked));
    let done_on = done_on.onto(own.and_then(|own| own.done_on));
    let id = facts.given.fresh.id(0);
    if let (Place::Conflicting, Some(line)) = (place, *line) {
        let resolution = None;
        let conflict =
            ConflictingReport { id, content, value, visit, worked, done_on, done_at, resolution };
        return Ok(Event::ConflictReported { line, conflict });
    }
    let over = matches!(on.status, activity::Status::Closed | activity::Status::Cancelled);
    let visit_over = named.is_some_and(|visit| visit.over);
    let former = on.former.contains(&facts.given.actor);
    let late = over || visit_over || former || place == Place::Again;
    let line = line.unwrap_or(id);
    let listed = facts.listed.as_ref();
    let unpriced = listed.and_then(|listed| listed.unpriced(&content));
    let net = facts.net(on, &content, quantity);
    Ok(Event::LineReported {
        line,
        content,
        value,
        visit,
        worked,
        done_on,
        done_at,
        unpriced,
        net,
        late,
    })
}

/// Where a report belongs (R3).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Into its line, or into a new one.
    Line,
    /// Into a planned line that was taken out meanwhile.
    Again,
    /// In conflict with a line that somebody else changed, or that was decided.
    Conflicting,
}

fn place<'s>(
    state: &'s State,
    line: Option<Uuid>,
    facts: &Facts,
) -> Result<(Option<&'s Line>, Place), Refusal> {
    let given = &facts.given;
    let Some(line) = line else { return Ok((None, Place::Line)) };
    let Some(known) = state.line(line) else {
        // Who saw that it was taken out means something else.
        let removed = || state.removed.iter().find(|known| known.id == line);
        let again = removed().filter(|_| given.seen != Seen::Newest);
        let again = again.ok_or_else(|| Refusal::NoLine { line: line.to_string() })?;
        return Ok((Some(again), Place::Again));
    };
    if !known.is_open() && !given.is_behind() {
        let status = known.status;
        return Err(Refusal::DecidedBefore { line: line.to_string(), status });
    }
    // A technician who does not say what he saw, or may not see it any more, writes over nobody's
    // report but his own.
    let others = known.reported.as_ref().is_some_and(|value| value.by != given.actor);
    let former = facts.activity.as_ref().is_some_and(|on| on.former.contains(&given.actor));
    let blind = facts.only_own && others && (former || given.seen == Seen::Unsaid);
    if blind || !known.is_open() || facts.overtaken.contains(&line) {
        return Ok((Some(known), Place::Conflicting));
    }
    Ok((Some(known), Place::Line))
}

/// When the work was done (R1): as said, else when its visit was, else when it was first
/// reported. A later correction of the line is no later work. On another day than the one that was
/// said, it is where that day begins.
fn done_at(
    known: Option<&Line>,
    command: &ReportLine,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Instant, Refusal> {
    let ReportLine { visit, worked, done_on, .. } = command;
    let now = facts.given.now;
    let begun = |visit: Uuid| {
        let found = on.visits.get(&visit).map(|visit| visit.begun);
        found.ok_or_else(|| Refusal::NoVisit { visit: visit.to_string() })
    };
    let visited = visit.set().map(|visit| begun(*visit)).transpose()?;
    // Hours that were written down say it better than a visit that is named afterwards.
    let said = worked.onto(known.and_then(|known| known.worked)).map(|worked| worked.from);
    // What was taken away says nothing of the time any more.
    let taken = visit.is_clear() || worked.is_clear() || done_on.is_clear();
    let before = known.and_then(|known| match taken {
        true => known.reported.as_ref().map(|value| value.at),
        false => known.done_at,
    });
    let at = said.or(visited).or(before).unwrap_or(now).min(now);
    let day = done_on.onto(known.and_then(|known| known.done_on));
    let other = day.filter(|day| *day != facts.zone.wall(at).date());
    Ok(other.map_or(at, |day| facts.zone.instant(day.and_time(NaiveTime::MIN))))
}

/// A day is a local day (R2).
fn on_day(day: NaiveDate, worked: Option<Worked>, facts: &Facts) -> Result<(), Refusal> {
    let local = |at: Instant| facts.zone.wall(at).date();
    if day > local(facts.given.now) {
        return Err(Refusal::WorkedLater {});
    }
    match worked {
        Some(worked) if day < local(worked.from) || day > local(worked.to) => {
            Err(Refusal::OtherDay { day })
        }
        _ => Ok(()),
    }
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
