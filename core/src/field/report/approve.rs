//! The manager's decisions, line by line (S46 to S51).

use super::decide::{Facts, OnActivity, found, sound, with_status};
use super::{
    Approve, Command, Event, LIFECYCLE, Line, Listed, Refusal, Reject, Release, Resolve, Return,
    State, Status, Value, Withdraw,
};
use crate::coverage::{self, Bearer, Coverage, Payer, ShareFault};
use crate::journal::{FreeText, is_blank};
use crate::money::Exact;
use crate::noun::{step, verbs};
use crate::reason::Reason;
use std::collections::BTreeSet;
use uuid::Uuid;

pub(super) fn decide(
    state: &State,
    command: &Command,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Vec<Event>, Refusal> {
    Ok(vec![match command {
        Command::Approve(Approve { line, quantity, shares, unpriced, reason }) => {
            let line = resolved(with_status(state, *line, "approve")?)?;
            let approved = approve(line, *quantity, shares, reason.as_deref(), on, facts)?;
            if *unpriced { approved } else { billable(line, approved)? }
        }
        Command::Reject(Reject { line, reason }) => {
            let line = resolved(with_status(state, *line, "reject")?)?;
            Event::LineRejected { line: line.id, reason: said(line, reason)? }
        }
        Command::Return(Return { line, reason }) => {
            let line = with_status(state, *line, "return")?;
            Event::LineReturned { line: line.id, reason: said(line, reason)? }
        }
        Command::Withdraw(Withdraw { line, reason }) => {
            let line = with_status(state, *line, "withdraw")?;
            let quantity = line.reported.as_ref().map_or(Exact::ZERO, |value| value.quantity);
            let net = facts.net(on, &line.content, quantity);
            let (line, status, reason) = (line.id, line.status, said(line, reason)?);
            match status {
                Status::Rejected => Event::RejectionWithdrawn { line, reason, net },
                Status::Released => Event::ReleaseWithdrawn { line, reason, net },
                _ => Event::ApprovalWithdrawn { line, reason, net },
            }
        }
        Command::Resolve(Resolve { line, conflict, accept, resolution }) => {
            resolve(state, (*line, *conflict, *accept), resolution, on, facts)?
        }
        Command::Release(Release { lines }) => return release(state, lines.as_deref()),
        _ => return Ok(Vec::new()),
    }])
}

/// What may be asked about a line next: nothing is decided unseen.
pub(super) fn verbs_of(status: Status, unresolved: bool) -> Vec<&'static str> {
    let fits = |verb: &&str| match *verb {
        "resolve" => unresolved,
        "approve" | "reject" | "release" => !unresolved,
        _ => true,
    };
    verbs(LIFECYCLE, status).into_iter().filter(fits).collect()
}

/// Nothing is decided unseen.
fn resolved(line: &Line) -> Result<&Line, Refusal> {
    if line.unresolved().next().is_some() {
        return Err(Refusal::Unresolved { line: line.id.to_string() });
    }
    Ok(line)
}

fn resolve(
    state: &State,
    (line, conflict, accepted): (Uuid, Uuid, bool),
    resolution: &str,
    on: &OnActivity,
    facts: &Facts,
) -> Result<Event, Refusal> {
    let line = found(state, line)?;
    let name = line.id.to_string();
    let Some(late) = line.unresolved().find(|known| known.id == conflict) else {
        return Err(Refusal::NoConflict { line: name, conflict: conflict.to_string() });
    };
    let taken_over = step(line.status, "resolve", Status::Reported);
    if accepted && !LIFECYCLE.contains(&taken_over) {
        return Err(Refusal::Decided { line: name, status: line.status });
    }
    Ok(Event::ConflictResolved {
        line: line.id,
        conflict,
        accepted,
        resolution: said(line, resolution)?,
        net: match accepted {
            true => facts.net(on, &late.content, late.value.quantity),
            false => line.net,
        },
    })
}

fn said(line: &Line, reason: &str) -> Result<FreeText, Refusal> {
    if is_blank(reason) {
        return Err(Refusal::ReasonMissing { line: line.id.to_string() });
    }
    Ok(reason.into())
}

fn approve(
    line: &Line,
    quantity: Option<Exact>,
    shares: &[Bearer],
    reason: Option<&str>,
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
    let reason = match reason {
        Some(reason) => Some(said(line, reason)?),
        None if quantity != reported || wanted.is_some() => {
            return Err(Refusal::ReasonMissing { line: line.id.to_string() });
        }
        None => None,
    };
    let coverage = match wanted {
        Some(wanted) => overruled(by_rule, wanted, reason.clone().unwrap_or_default()),
        None => by_rule,
    };
    let value = Value { quantity, by: facts.given.actor, at: facts.given.now, reason };
    // What the customer does not pay for needs no price.
    let paid = coverage.payer() == Some(Payer::Customer);
    let listed = facts.listed.as_ref().filter(|_| paid);
    let unpriced = listed.and_then(|listed| listed.unpriced(&line.content));
    let net = |listed: &Listed| listed.net(&line.content, quantity, &coverage);
    let net = facts.listed.as_ref().and_then(net);
    Ok(Event::LineApproved { line: line.id, value, coverage, unpriced, net })
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

fn overruled(by_rule: Coverage, wanted: Bearer, reason: FreeText) -> Coverage {
    let by_rule = by_rule.shares.into_iter().flat_map(|share| share.reasons);
    let reasons = by_rule.chain([Reason::Overruled { reason }]).collect();
    Coverage::whole(wanted.payer, reasons)
}

fn release(state: &State, lines: Option<&[Uuid]>) -> Result<Vec<Event>, Refusal> {
    let approved: Vec<&Line> = if let Some(lines) = lines {
        let approved = |line| with_status(state, line, "release");
        let one = |line: &Uuid| approved(*line).and_then(resolved);
        lines.iter().map(one).collect::<Result<_, _>>()?
    } else {
        let approved = state.lines.iter().filter(|line| line.status == Status::Approved);
        let (ready, waiting): (Vec<_>, Vec<_>) = approved.partition(|line| resolved(line).is_ok());
        if let ([], Some(line)) = (&ready[..], waiting.first()) {
            resolved(line)?;
        }
        ready
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
