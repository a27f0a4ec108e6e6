//! The manager's decisions, line by line (S46 to S51).

use super::decide::{Facts, OnActivity, found, sound, with_status};
use super::{Command, Event, Line, Refusal, State, Status, Value};
use crate::coverage::{self, Coverage};
use crate::money::Exact;
use uuid::Uuid;

/// What waits for a decision: also what was reported and never handed over.
const PENDING: &[Status] = &[Status::Reported, Status::Submitted];

/// A returned line may be decided all the same: its technician may never answer.
const UNDECIDED: &[Status] = &[Status::Reported, Status::Submitted, Status::Returned];

pub(super) fn decide(
    state: &State,
    command: &Command,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Vec<Event>, Refusal> {
    Ok(vec![match command {
        Command::Approve { line, quantity, covered, why } => {
            let line = settled(with_status(state, *line, "approve", UNDECIDED)?)?;
            approve(line, *quantity, *covered, why.as_deref(), on, facts)?
        }
        Command::Reject { line, why } => {
            let line = settled(with_status(state, *line, "reject", UNDECIDED)?)?;
            Event::LineRejected { line: line.id, why: said(line, why)? }
        }
        Command::Return { line, why } => {
            let line = with_status(state, *line, "return", PENDING)?;
            Event::LineReturned { line: line.id, why: said(line, why)? }
        }
        Command::Withdraw { line, why } => {
            let line = with_status(state, *line, "withdraw", &[Status::Approved])?;
            Event::ApprovalWithdrawn { line: line.id, why: said(line, why)? }
        }
        Command::Settle { line, beside, take, why } => settle(state, *line, *beside, *take, why)?,
        Command::Release { lines } => return release(state, lines),
        _ => return Ok(Vec::new()),
    }])
}

/// Nothing is decided unseen.
fn settled(line: &Line) -> Result<&Line, Refusal> {
    if line.unsettled().next().is_some() {
        return Err(Refusal::Unsettled { line: line.id.to_string() });
    }
    Ok(line)
}

fn settle(
    state: &State,
    line: Uuid,
    beside: Uuid,
    taken: bool,
    why: &str,
) -> Result<Event, Refusal> {
    let line = found(state, line)?;
    let name = line.id.to_string();
    if !line.unsettled().any(|known| known.id == beside) {
        return Err(Refusal::NotBeside { line: name, beside: beside.to_string() });
    }
    if taken && matches!(line.status, Status::Approved | Status::Released) {
        return Err(Refusal::Decided { line: name, status: line.status });
    }
    Ok(Event::LineSettled { line: line.id, beside, taken, why: said(line, why)? })
}

fn said(line: &Line, why: &str) -> Result<String, Refusal> {
    if why.trim().is_empty() {
        return Err(Refusal::WhyMissing { line: line.id.to_string() });
    }
    Ok(why.to_owned())
}

fn approve(
    line: &Line,
    quantity: Option<Exact>,
    covered: Option<bool>,
    why: Option<&str>,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Event, Refusal> {
    let reported = line.reported.as_ref();
    if facts.four_eyes && reported.is_some_and(|reported| reported.by == facts.given.actor) {
        return Err(Refusal::SamePerson { line: line.id.to_string() });
    }
    let reported = reported.map_or(Exact::ZERO, |reported| reported.quantity);
    let quantity = quantity.unwrap_or(reported);
    sound(quantity, false)?;
    if quantity.is_zero() {
        return Err(Refusal::ApprovesNothing { line: line.id.to_string() });
    }
    let by_rule = coverage::decide(&on.case, line.content.kind);
    let against = covered.is_some_and(|covered| covered != by_rule.covered);
    let why = match why {
        Some(why) => Some(said(line, why)?),
        None if quantity != reported || against => {
            return Err(Refusal::WhyMissing { line: line.id.to_string() });
        }
        None => None,
    };
    let coverage = if against { overruled(by_rule, why.as_deref()) } else { by_rule };
    let value = Value { quantity, by: facts.given.actor, at: facts.given.now, why };
    Ok(Event::LineApproved { line: line.id, value, coverage })
}

fn overruled(by_rule: Coverage, why: Option<&str>) -> Coverage {
    let mut reasons = by_rule.reasons;
    reasons.push(format!("overruled by the manager: {}", why.unwrap_or_default()));
    Coverage { covered: !by_rule.covered, reasons }
}

fn release(state: &State, lines: &[Uuid]) -> Result<Vec<Event>, Refusal> {
    let approved: Vec<&Line> = if lines.is_empty() {
        let approved = state.lines.iter().filter(|line| line.status == Status::Approved);
        let (ready, waiting): (Vec<_>, Vec<_>) = approved.partition(|line| settled(line).is_ok());
        if let ([], Some(line)) = (&ready[..], waiting.first()) {
            settled(line)?;
        }
        ready
    } else {
        let approved = |line| with_status(state, line, "release", &[Status::Approved]);
        let one = |line: &Uuid| approved(*line).and_then(settled);
        lines.iter().map(one).collect::<Result<_, _>>()?
    };
    if approved.is_empty() {
        return Err(Refusal::NothingApproved {});
    }
    let mut events = Vec::new();
    for line in approved {
        // A line that was named twice is released once.
        let event = Event::LineReleased { line: line.id, quantity: line.quantity() };
        if !events.contains(&event) {
            events.push(event);
        }
    }
    Ok(events)
}
