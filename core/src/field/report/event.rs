//! What happened to a report.

use super::{ConflictingReport, Content, Correction, Line, Reading, State, Status, Value, Worked};
use crate::coverage::{Coverage, Payer};
use crate::journal::FreeText;
use crate::money::Exact;
use crate::reason::Reason;
use crate::schedule::Instant;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::mem::swap;
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    /// The first line of an activity came, or the activity has come to another customer or machine
    /// since.
    Begun {
        customer: Uuid,
        equipment: Option<Uuid>,
    },
    LinePlanned {
        line: Uuid,
        content: Content,
        value: Value,
    },
    LineReported {
        line: Uuid,
        content: Content,
        value: Value,
        visit: Option<Uuid>,
        worked: Option<Worked>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        done_on: Option<NaiveDate>,
        /// When the work was done: what its price and tax are chosen by (R1).
        #[serde(default)]
        done_at: Option<Instant>,
        /// Why the price list of its day gives no price for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unpriced: Option<Reason>,
        late: bool,
    },
    /// The same, when somebody else had changed or decided the line: it changes nothing yet.
    ConflictReported {
        line: Uuid,
        conflict: ConflictingReport,
    },
    ConflictResolved {
        line: Uuid,
        conflict: Uuid,
        /// It is the reported value now.
        accepted: bool,
        resolution: FreeText,
    },
    LineRemoved {
        line: Uuid,
    },
    ReadingRecorded {
        reading: Reading,
    },
    /// With what it said before.
    ReadingCorrected {
        reading: Uuid,
        value: Exact,
        unit: String,
        out_of_sequence: bool,
        correction: Correction,
    },
    LineSubmitted {
        line: Uuid,
    },
    LineApproved {
        line: Uuid,
        value: Value,
        coverage: Coverage,
        /// Why the price list of its day gives no price for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unpriced: Option<Reason>,
    },
    LineRejected {
        line: Uuid,
        reason: FreeText,
    },
    LineReturned {
        line: Uuid,
        reason: FreeText,
    },
    ApprovalWithdrawn {
        line: Uuid,
        reason: FreeText,
    },
    RejectionWithdrawn {
        line: Uuid,
        reason: FreeText,
    },
    /// The ledger closes the line's accounts: nobody has reserved anything of it.
    ReleaseWithdrawn {
        line: Uuid,
        reason: FreeText,
    },
    /// The ledger opens an account for the line and this payer of it.
    LineReleased {
        line: Uuid,
        payer: Payer,
        quantity: Exact,
    },
}

impl Event {
    /// The line that it changes or decides, so that a report by one who did not know contradicts
    /// it. A line that is returned or handed over waits for more reports.
    pub fn overtakes(&self) -> Option<Uuid> {
        match self {
            Event::LineReported { line, .. }
            | Event::ConflictReported { line, .. }
            | Event::ConflictResolved { line, .. }
            | Event::LineApproved { line, .. }
            | Event::LineRejected { line, .. }
            | Event::LineReleased { line, .. } => Some(*line),
            Event::Begun { .. }
            | Event::LinePlanned { .. }
            | Event::LineRemoved { .. }
            | Event::ReadingRecorded { .. }
            | Event::ReadingCorrected { .. }
            | Event::LineSubmitted { .. }
            | Event::LineReturned { .. }
            | Event::ApprovalWithdrawn { .. }
            | Event::RejectionWithdrawn { .. }
            | Event::ReleaseWithdrawn { .. } => None,
        }
    }
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Begun { customer, equipment } => {
            // What was read at the wrong customer's was read on the right one's machine.
            if !state.customer.is_nil() && state.customer != customer {
                let old = state.equipment;
                let his = |reading: &&mut Reading| reading.equipment == old;
                state.readings.iter_mut().filter(his).for_each(|it| it.equipment = equipment);
            }
            return State { customer, equipment, ..state };
        }
        Event::LinePlanned { line, content, value } => {
            state.lines.push(Line { id: line, content, planned: Some(value), ..Line::default() });
        }
        Event::LineReported {
            line,
            content,
            value,
            visit,
            worked,
            done_on,
            done_at,
            unpriced,
            late,
        } => {
            known_again(&mut state, line);
            with(&mut state, line, |known| {
                known.status = Status::Reported;
                known.content = content;
                known.by_several |= known.reported.as_ref().is_some_and(|it| it.by != value.by);
                known.reported = Some(value);
                known.visit = visit.or(known.visit);
                known.worked = worked.or(known.worked);
                known.done_on = done_on.or(known.done_on);
                known.done_at = done_at.or(known.done_at);
                known.unpriced = unpriced;
                known.late |= late;
            });
        }
        Event::ConflictReported { line, conflict } => with(&mut state, line, |known| {
            known.conflicts.push(conflict);
            known.late = true;
        }),
        Event::ConflictResolved { line, conflict, accepted, resolution } => {
            with(&mut state, line, |known| resolve(known, conflict, accepted, resolution))
        }
        Event::LineRemoved { line } => {
            let removed = state.lines.iter().position(|known| known.id == line);
            state.removed.extend(removed.map(|n| state.lines.remove(n)));
        }
        Event::ReadingRecorded { reading } => state.readings.push(reading),
        Event::ReadingCorrected { reading, value, unit, out_of_sequence, correction } => {
            let known = state.readings.iter_mut().find(|known| known.id == reading);
            if let Some(known) = known {
                (known.value, known.unit) = (value, unit);
                (known.out_of_sequence, known.corrected) = (out_of_sequence, Some(correction));
            }
        }
        Event::LineSubmitted { line }
        | Event::LineApproved { line, .. }
        | Event::LineRejected { line, .. }
        | Event::LineReturned { line, .. }
        | Event::ApprovalWithdrawn { line, .. }
        | Event::RejectionWithdrawn { line, .. }
        | Event::ReleaseWithdrawn { line, .. }
        | Event::LineReleased { line, .. } => with(&mut state, line, |known| decided(known, event)),
    }
    state
}

/// What becomes of a line between the technician who reported it and the bill.
fn decided(line: &mut Line, event: &Event) {
    match event.clone() {
        Event::LineSubmitted { .. } => line.status = Status::Submitted,
        Event::LineApproved { value, coverage, unpriced, .. } => {
            line.status = Status::Approved;
            line.approved = Some(value);
            line.coverage = Some(coverage);
            line.unpriced = unpriced;
            line.reason = None;
        }
        Event::LineRejected { reason, .. } => {
            line.status = Status::Rejected;
            line.reason = Some(reason);
        }
        Event::LineReturned { reason, .. } => {
            line.status = Status::Returned;
            line.reason = Some(reason);
        }
        Event::ApprovalWithdrawn { reason, .. }
        | Event::RejectionWithdrawn { reason, .. }
        | Event::ReleaseWithdrawn { reason, .. } => {
            line.status = Status::Submitted;
            line.approved = None;
            line.coverage = None;
            line.reason = Some(reason);
        }
        Event::LineReleased { .. } => line.status = Status::Released,
        _ => {}
    }
}

/// A line that is new, or was taken out of the plan.
fn known_again(state: &mut State, line: Uuid) {
    if state.line(line).is_none() {
        let removed = state.removed.iter().position(|known| known.id == line);
        let again = removed.map(|n| state.removed.remove(n));
        state.lines.push(again.unwrap_or(Line { id: line, ..Line::default() }));
    }
}

fn resolve(line: &mut Line, conflict: Uuid, accepted: bool, resolution: FreeText) {
    let found = line.conflicts.iter_mut().find(|known| known.id == conflict);
    let Some(conflict) = found else { return };
    conflict.resolution = Some(resolution);
    if accepted {
        line.status = Status::Reported;
        line.by_several = true;
        // Of what it says now nobody has asked a list yet.
        line.unpriced = line.unpriced.take().filter(|_| line.content == conflict.content);
        swap(&mut line.content, &mut conflict.content);
        match &mut line.reported {
            Some(reported) => swap(reported, &mut conflict.value),
            None => line.reported = Some(conflict.value.clone()),
        }
        swap(&mut line.visit, &mut conflict.visit);
        swap(&mut line.worked, &mut conflict.worked);
        swap(&mut line.done_on, &mut conflict.done_on);
        swap(&mut line.done_at, &mut conflict.done_at);
    }
}

fn with(state: &mut State, line: Uuid, change: impl FnOnce(&mut Line)) {
    if let Some(known) = state.lines.iter_mut().find(|known| known.id == line) {
        change(known);
    }
}
