//! The reported lines of an activity (S17 to S22, S30 to S36, S46 to S51): parts, materials,
//! labour, travel, kilometres and fees are lines of one kind with different content, and every
//! line has three values: planned, reported and approved, each with who, when and why.
//!
//! An activity has one report, under the activity's own id.

mod approve;
mod command;
mod decide;
mod event;
mod lifecycle;
mod line;
mod measure;
mod price;
mod query;
mod reading;
mod refusal;
mod told;

pub use crate::price_list::{LineKind, Unit};
pub use command::{
    Approve, Command, CorrectReading, Follow, PlanLine, RecordReading, Reject, Release, RemoveLine,
    ReportLine, Resolve, Return, Submit, Verb, Withdraw,
};
pub use decide::{Facts, OnActivity, OnVisit, decide};
pub use event::{Event, apply};
pub use lifecycle::{Status, TABLE as LIFECYCLE};
pub use line::{ConflictingReport, Content, Line, Value, Worked};
pub use price::Listed;
pub(crate) use price::unpriced;
pub use query::{Filter, Order, READINGS, Row, TABLE, TECHNICIANS};
pub use refusal::Refusal;

use crate::journal::FreeText;
use crate::money::Exact;
use crate::noun::{Links, Named, Noun, Offered, doors};
use crate::port::index::{Cell, Cond, Link, is};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The report as a noun.
pub struct Report;

/// A reading of a parameter of a piece of equipment (S32).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reading {
    /// The id by which it is corrected.
    pub id: Uuid,
    /// The name of the parameter: `operating_hours`.
    pub parameter: String,
    /// What the meter showed, in the unit.
    pub value: Exact,
    /// The unit of the value, as it was said: `h`, `bar`, `°C`.
    pub unit: String,
    /// Whether it was reported although it is lower than the reading before or higher than the one
    /// after (E55): the meter was replaced.
    pub out_of_sequence: bool,
    /// The id of the equipment whose reading it is: it stays there when the activity comes to other
    /// equipment. The report's equipment where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Uuid>,
    /// The id of the person who recorded it.
    pub by: Uuid,
    /// The moment at which it was read.
    pub at: Instant,
    /// What was said before it was corrected last; nothing where it never was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<Correction>,
}

/// What a reading said before somebody corrected it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Correction {
    /// The value that was there.
    pub value: Exact,
    /// The unit in which it was said.
    pub unit: String,
    /// The id of the person who corrected it.
    pub by: Uuid,
    /// The moment at which it was corrected.
    pub at: Instant,
    /// Why the reading was corrected, in words.
    pub reason: FreeText,
}

/// The report of an activity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The id of the customer whose activity it is.
    pub customer: Uuid,
    /// The id of the equipment that the activity is on; nothing where it names none.
    pub equipment: Option<Uuid>,
    /// The lines, in the order in which they came.
    pub lines: Vec<Line>,
    /// The readings of equipment, in the order in which they came.
    pub readings: Vec<Reading>,
    /// The lines that were taken out, planned or reported. Who did not know that may report on them
    /// all the same, and the line is there again (R3).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Line>,
}

impl State {
    /// The line of an id.
    pub fn line(&self, id: Uuid) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }
}

/// What may be asked about a line next.
fn next(line: &Line) -> Vec<&'static str> {
    approve::verbs_of(line.status, line.unresolved().next().is_some())
}

impl Noun for Report {
    doors!("report", fold 6, tables [TABLE, READINGS, TECHNICIANS]);

    const PARTS: &'static [(&'static str, &'static str)] = &[
        ("line_planned", "/line"),
        ("line_reported", "/line"),
        ("conflict_reported", "/line"),
        ("conflict_resolved", "/line"),
        ("line_removed", "/line"),
        ("reading_recorded", "/reading/id"),
        ("reading_corrected", "/reading"),
        ("line_submitted", "/line"),
        ("line_approved", "/line"),
        ("line_rejected", "/line"),
        ("line_returned", "/line"),
        ("approval_withdrawn", "/line"),
        ("rejection_withdrawn", "/line"),
        ("release_withdrawn", "/line"),
        ("line_released", "/line"),
    ];

    fn available_verbs(state: &State) -> Vec<&'static str> {
        let of_lines = state.lines.iter().flat_map(next);
        let correct = (!state.readings.is_empty()).then_some("correct_reading");
        let lists = ["plan_line", "report_line", "record_reading"];
        let all: BTreeSet<&str> = lists.into_iter().chain(correct).chain(of_lines).collect();
        all.into_iter().collect()
    }

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = approve::verbs_of(row.status, !row.conflicts.is_empty());
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn offered_parts(state: &mut State) -> Vec<Offered<'_>> {
        let lines = state.lines.iter_mut();
        lines.map(|line| Offered::part(next(line), &mut line.available_verbs)).collect()
    }

    fn named(row: &mut Row) -> Vec<Named<'_>> {
        let by = row.reported_by.map(|id| Named::name("technician", id, &mut row.technician_name));
        let customer = Named::name("customer", row.customer, &mut row.customer_name);
        let activity = Named::number("activity", row.activity, &mut row.activity_number);
        by.into_iter().chain([customer, activity]).collect()
    }

    fn part(state: &State, part: Uuid) -> Option<String> {
        let line = state.lines.iter().chain(&state.removed).find(|line| line.id == part);
        let reading = || state.readings.iter().find(|reading| reading.id == part);
        let line = line.map(|line| line.content.printed().words().to_owned());
        line.or_else(|| reading().map(|reading| reading.parameter.clone()))
    }

    fn measure(state: &State, part: Uuid) -> Option<String> {
        let line = state.lines.iter().chain(&state.removed).find(|line| line.id == part)?;
        serde_json::to_value(line.content.unit).ok()?.as_str().map(str::to_owned)
    }

    fn links(id: Uuid, state: &State) -> Links {
        Links::to([Some(id), Some(state.customer), state.equipment])
    }

    fn hide_prices(state: &mut State) {
        let lines = state.lines.iter_mut().chain(&mut state.removed);
        lines.for_each(|line| line.net = None);
    }

    fn hide_event_prices(event: &mut Event) {
        match event {
            Event::LinePlanned { net, .. }
            | Event::LineReported { net, .. }
            | Event::LineApproved { net, .. }
            | Event::ConflictResolved { net, .. }
            | Event::ApprovalWithdrawn { net, .. }
            | Event::RejectionWithdrawn { net, .. }
            | Event::ReleaseWithdrawn { net, .. } => *net = None,
            _ => {}
        }
    }

    fn hide_row_prices(row: &mut Row) {
        row.net = None;
    }

    fn judged_by(id: Uuid) -> Option<Uuid> {
        Some(id)
    }

    fn own(technician: Uuid) -> Vec<Cond> {
        let mine = is("technician", Cell::Id(technician));
        vec![Cond::Has(&TECHNICIANS, Link::SameOwner, vec![mine])]
    }
}
