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
pub enum Event {
    /// The report of an activity was begun, or the activity has come to another customer or other
    /// equipment since.
    Begun {
        /// The id of the customer whose activity it is.
        customer: Uuid,
        /// The id of the equipment that the activity is on; nothing where it names none.
        equipment: Option<Uuid>,
    },
    /// A line was planned before the work (S20, S21), preliminary.
    LinePlanned {
        /// The id of the line that was planned; it is a new one.
        line: Uuid,
        /// What is expected to be used or done: kind, code, name and unit.
        content: Content,
        /// The quantity that was planned, with who planned it and when.
        value: Value,
        /// What the customer pays for it by the price list of its day, without tax, in the
        /// company's currency: 0 where a warranty bears it. Missing where no list prices it, and
        /// for who sees no prices.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        net: Option<Exact>,
    },
    /// It was reported what was done or used (S30 to S36): in a new line, or in place of what a
    /// line said before.
    LineReported {
        /// The id of the line that was reported; a new one where the report had none such.
        line: Uuid,
        /// What was used or done: kind, code, name and unit.
        content: Content,
        /// The quantity that was reported, with who reported it, when and why.
        value: Value,
        /// The id of the visit on which it was done; nothing where none is named.
        visit: Option<Uuid>,
        /// When the work was done, as evidence for its hours; nothing where that is not said.
        worked: Option<Worked>,
        /// The local day on which it was used or done, for what has no hours; missing where that is
        /// not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        done_on: Option<NaiveDate>,
        /// The moment at which the work was done: when its hours began, else when its visit did,
        /// else when it was first reported. Its day chooses price and tax (R1) where `worked` and
        /// `done_on` say none.
        #[serde(default)]
        done_at: Option<Instant>,
        /// Why the price list of its day gave no price for it: no list held then, it had not the
        /// code, or it priced another unit. Missing where it gave one, and for a company without
        /// any price list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unpriced: Option<Reason>,
        /// What the customer pays for it by the price list of its day, without tax, in the
        /// company's currency: 0 where a warranty bears it. Missing where no list prices it, and
        /// for who sees no prices.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        net: Option<Exact>,
        /// Whether it was reported after the activity was closed or cancelled, by one taken off it,
        /// on a visit that was cancelled or given to somebody else, or on a line that was taken out
        /// (R3).
        late: bool,
    },
    /// A line was reported on when somebody else had changed or decided it: what was reported is
    /// kept as a conflict, and the line says what it said until a manager resolves it (R3).
    ConflictReported {
        /// The id of the line that was reported on.
        line: Uuid,
        /// What was reported in conflict with the line, with who reported it, when and why.
        conflict: ConflictingReport,
    },
    /// A manager saw what was reported in conflict with a line and said what counts (R3).
    ConflictResolved {
        /// The id of the line that has the conflict.
        line: Uuid,
        /// The id of the conflict, as the `conflicts` of the line name it.
        conflict: Uuid,
        /// Whether it is the reported value from then on, and what the line said before is kept in
        /// the conflict.
        accepted: bool,
        /// Why the manager decided so, in words.
        resolution: FreeText,
        /// What the customer pays for it by the price list of its day, without tax, in the
        /// company's currency: 0 where a warranty bears it. Missing where no list prices it, and
        /// for who sees no prices.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        net: Option<Exact>,
    },
    /// A line was taken out that was only planned, or was reported by mistake.
    LineRemoved {
        /// The id of the line that was taken out. Who did not know that may report on it all the
        /// same, and the line is there again (R3).
        line: Uuid,
    },
    /// A reading of a parameter of a piece of equipment was recorded (S32).
    ReadingRecorded {
        /// The reading: parameter, value, unit and equipment, with who recorded it.
        reading: Reading,
    },
    /// A reading that was mistyped was corrected; what it said before is kept with it.
    ReadingCorrected {
        /// The id of the reading that was corrected.
        reading: Uuid,
        /// What the meter showed in truth, in the unit.
        value: Exact,
        /// The unit of the value, as it was said: `h`, `bar`, `°C`.
        unit: String,
        /// Whether it was to be taken also when it is lower than the reading before, or higher than
        /// the one after: the meter was replaced (E55).
        out_of_sequence: bool,
        /// What the reading said before, with who corrected it, when and why.
        correction: Correction,
    },
    /// A reported line was handed to the manager, who is to decide.
    LineSubmitted {
        /// The id of the line that was handed over.
        line: Uuid,
    },
    /// A line was approved (S47 to S49), wholly or with another quantity.
    LineApproved {
        /// The id of the line that was approved.
        line: Uuid,
        /// The quantity that was approved, with who approved it, when and why.
        value: Value,
        /// Who pays for the line and why, decided with the approval.
        coverage: Coverage,
        /// Why the price list of its day gave the customer no price for it. Missing where it gave
        /// one, where the customer does not pay for the line, and for a company without any price
        /// list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unpriced: Option<Reason>,
        /// What the customer pays for it by the price list of its day, without tax, in the
        /// company's currency: 0 where a warranty bears it. Missing where no list prices it, and
        /// for who sees no prices.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        net: Option<Exact>,
    },
    /// It was decided that a line will not be billed.
    LineRejected {
        /// The id of the line that was rejected.
        line: Uuid,
        /// Why it will not be billed, in words.
        reason: FreeText,
    },
    /// A line was given back to the technician, who is to mend it.
    LineReturned {
        /// The id of the line that was given back.
        line: Uuid,
        /// What is to be mended, in words.
        reason: FreeText,
    },
    /// The approval of a line was taken back (R4): the line is submitted again.
    ApprovalWithdrawn {
        /// The id of the line whose approval was taken back.
        line: Uuid,
        /// Why the approval was taken back, in words.
        reason: FreeText,
        /// What the customer pays for it by the price list of its day, without tax, in the
        /// company's currency: 0 where a warranty bears it. Missing where no list prices it, and
        /// for who sees no prices.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        net: Option<Exact>,
    },
    /// The rejection of a line was taken back (R4): the line is submitted again.
    RejectionWithdrawn {
        /// The id of the line whose rejection was taken back.
        line: Uuid,
        /// Why the rejection was taken back, in words.
        reason: FreeText,
        /// What the customer pays for it by the price list of its day, without tax, in the
        /// company's currency: 0 where a warranty bears it. Missing where no list prices it, and
        /// for who sees no prices.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        net: Option<Exact>,
    },
    /// The release of a line was taken back (R4): the line is submitted again, and the ledger
    /// closes its accounts, of which no invoice and no hand-over has any part.
    ReleaseWithdrawn {
        /// The id of the line whose release was taken back.
        line: Uuid,
        /// Why the release was taken back, in words.
        reason: FreeText,
        /// What the customer pays for it by the price list of its day, without tax, in the
        /// company's currency: 0 where a warranty bears it. Missing where no list prices it, and
        /// for who sees no prices.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        net: Option<Exact>,
    },
    /// An approved line was handed to invoicing (S51): the ledger opens an account for it and its
    /// payer.
    LineReleased {
        /// The id of the line that was handed to invoicing.
        line: Uuid,
        /// Who pays for the line: the customer, or the warranty.
        payer: Payer,
        /// The quantity that was handed to invoicing, in the unit of the line.
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
            // What was read at the wrong customer's was read on the right one's equipment.
            if !state.customer.is_nil() && state.customer != customer {
                let old = state.equipment;
                let his = |reading: &&mut Reading| reading.equipment == old;
                state.readings.iter_mut().filter(his).for_each(|it| it.equipment = equipment);
            }
            return State { customer, equipment, ..state };
        }
        Event::LinePlanned { line, content, value, net } => {
            let planned = Some(value);
            state.lines.push(Line { id: line, content, planned, net, ..Line::default() });
        }
        Event::LineReported { line, .. } => {
            known_again(&mut state, line);
            with(&mut state, line, |known| reported(known, event));
        }
        Event::ConflictReported { line, conflict } => with(&mut state, line, |known| {
            known.conflicts.push(conflict);
            known.late = true;
        }),
        Event::ConflictResolved { line, conflict, accepted, resolution, net } => {
            with(&mut state, line, |known| {
                resolve(known, conflict, accepted, resolution);
                known.net = net;
            });
        }
        Event::LineRemoved { line } => {
            let removed = state.lines.iter().position(|known| known.id == line);
            let removed = removed.map(|n| state.lines.remove(n));
            state.removed.extend(removed.map(|line| Line { status: Status::Removed, ..line }));
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

/// What was said in place of what a line said before.
fn reported(line: &mut Line, event: &Event) {
    let Event::LineReported {
        content,
        value,
        visit,
        worked,
        done_on,
        done_at,
        unpriced,
        net,
        late,
        ..
    } = event.clone()
    else {
        return;
    };
    line.status = Status::Reported;
    line.content = content;
    line.by_several |= line.reported.as_ref().is_some_and(|it| it.by != value.by);
    line.reported = Some(value);
    (line.visit, line.worked, line.done_on) = (visit, worked, done_on);
    line.done_at = done_at.or(line.done_at);
    (line.unpriced, line.net) = (unpriced, net);
    line.late |= late;
}

/// What becomes of a line between the technician who reported it and the bill.
fn decided(line: &mut Line, event: &Event) {
    match event.clone() {
        Event::LineSubmitted { .. } => line.status = Status::Submitted,
        Event::LineApproved { value, coverage, unpriced, net, .. } => {
            line.status = Status::Approved;
            line.approved = Some(value);
            line.coverage = Some(coverage);
            (line.unpriced, line.net) = (unpriced, net);
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
        Event::ApprovalWithdrawn { reason, net, .. }
        | Event::RejectionWithdrawn { reason, net, .. }
        | Event::ReleaseWithdrawn { reason, net, .. } => {
            line.status = Status::Submitted;
            (line.approved, line.coverage, line.net) = (None, None, net);
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
