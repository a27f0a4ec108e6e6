//! The manager's decisions, line by line (S46 to S51).

use super::decide::{Facts, OnActivity, found, sound, with_status};
use super::{Command, Event, Line, Refusal, State, Status, Value};
use crate::coverage::{self, Bearer, Coverage, Payer, ShareFault};
use crate::journal::FreeText;
use crate::money::Exact;
use crate::reason::Reason;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What waits for a decision: also what was reported and never handed over.
const PENDING: &[Status] = &[Status::Reported, Status::Submitted];

/// A returned line may be decided all the same: its technician may never answer.
const UNDECIDED: &[Status] = &[Status::Reported, Status::Submitted, Status::Returned];

/// A decision can be taken back; of what is released, the ledger has the last word.
const DECIDED: &[Status] = &[Status::Approved, Status::Rejected, Status::Released];

pub(super) fn decide(
    state: &State,
    command: &Command,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Vec<Event>, Refusal> {
    Ok(vec![match command {
        Command::Approve { line, quantity, shares, unpriced, why } => {
            let line = settled(with_status(state, *line, "approve", UNDECIDED)?)?;
            let approved = approve(line, *quantity, shares, why.as_deref(), on, facts)?;
            if *unpriced { approved } else { billable(line, approved)? }
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
            let line = with_status(state, *line, "withdraw", DECIDED)?;
            let (line, status, why) = (line.id, line.status, said(line, why)?);
            match status {
                Status::Rejected => Event::RejectionWithdrawn { line, why },
                Status::Released => Event::ReleaseWithdrawn { line, why },
                _ => Event::ApprovalWithdrawn { line, why },
            }
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

fn said(line: &Line, why: &str) -> Result<FreeText, Refusal> {
    if why.trim().is_empty() {
        return Err(Refusal::WhyMissing { line: line.id.to_string() });
    }
    Ok(why.into())
}

fn approve(
    line: &Line,
    quantity: Option<Exact>,
    shares: &[Bearer],
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
    let wanted = borne(line, shares)?.filter(|wanted| !by_rule.splits_like(&[*wanted]));
    let why = match why {
        Some(why) => Some(said(line, why)?),
        None if quantity != reported || wanted.is_some() => {
            return Err(Refusal::WhyMissing { line: line.id.to_string() });
        }
        None => None,
    };
    let coverage = match wanted {
        Some(wanted) => overruled(by_rule, wanted, why.clone().unwrap_or_default()),
        None => by_rule,
    };
    let value = Value { quantity, by: facts.given.actor, at: facts.given.now, why };
    // What the customer does not pay for needs no price.
    let paid = coverage.payer() == Some(Payer::Customer);
    let listed = facts.listed.as_ref().filter(|_| paid);
    let unpriced = listed.and_then(|listed| listed.unpriced(&line.content));
    Ok(Event::LineApproved { line: line.id, value, coverage, unpriced })
}

/// What no list prices is said now, and not when an invoice is drafted.
fn billable(line: &Line, approved: Event) -> Result<Event, Refusal> {
    let Event::LineApproved { unpriced: Some(reason), .. } = &approved else { return Ok(approved) };
    let line = line.id.to_string();
    Err(match reason.clone() {
        Reason::OtherUnit { item, list } => Refusal::OtherUnit { line, item, list },
        Reason::NotListed { item, day } => Refusal::NotListed { line, item, day },
        _ => return Ok(approved),
    })
}

/// Who is to bear all of the line, if the manager says so; nothing where the rules decide.
fn borne(line: &Line, shares: &[Bearer]) -> Result<Option<Bearer>, Refusal> {
    if shares.is_empty() {
        return Ok(None);
    }
    let name = line.id.to_string();
    match Bearer::check(shares) {
        Err(ShareFault::OutOfRange(Bearer { payer, percent })) => {
            Err(Refusal::ShareOutOfRange { line: name, payer, percent })
        }
        Err(ShareFault::Twice(payer)) => Err(Refusal::ShareTwice { line: name, payer }),
        Err(ShareFault::NotAll(sum)) => Err(Refusal::SharesNotAll { line: name, sum }),
        Ok(()) => match shares {
            [wanted] => Ok(Some(*wanted)),
            // Approved, it could neither be priced nor released: better said now.
            _ => Err(Refusal::SharedLine { line: name }),
        },
    }
}

fn overruled(by_rule: Coverage, wanted: Bearer, why: FreeText) -> Coverage {
    let by_rule = by_rule.shares.into_iter().flat_map(|share| share.reasons);
    let reasons = by_rule.chain([Reason::Overruled { why }]).collect();
    Coverage::whole(wanted.payer, reasons)
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
    let (mut events, mut released) = (Vec::new(), BTreeSet::new());
    // A line that was named twice is released once.
    for line in approved.into_iter().filter(|line| released.insert(line.id)) {
        let coverage = line.coverage.clone().unwrap_or_default();
        let payer = coverage.payer();
        let payer = payer.ok_or_else(|| Refusal::SharedLine { line: line.id.to_string() })?;
        events.push(Event::LineReleased { line: line.id, payer, quantity: line.quantity() });
    }
    Ok(events)
}
