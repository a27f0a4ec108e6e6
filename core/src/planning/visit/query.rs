//! What may be read of visits: calendars and lists.

use super::{State, Status, Wish};
use crate::noun::{Asked, row};
use crate::port::index::{Cell, Cond, Entry, Table, among, flag, id, int, is, one_of};
use crate::schedule::{Instant, Planned};
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row a visit.
pub const TABLE: Table = Table {
    name: "visit",
    columns: &[
        one_of("status", Status::VARIANTS),
        id("activity"),
        id("customer"),
        id("technician"),
        int("starts"),
        int("ends"),
        flag("cancelled"),
        flag("running"),
        flag("unresolved"),
        flag("suggested"),
    ],
    indexes: &[
        &["starts"],
        &["status", "unresolved", "starts"],
        &["technician", "status", "starts"],
        &["customer", "status", "starts"],
        &["activity", "starts"],
        &["suggested", "starts"],
    ],
    ..Table::BARE
};

/// By what a list of visits is narrowed: all that is said must hold, and nothing said is all.
///
/// ```
/// use callout_core::{schedule::Instant, visit::Filter};
/// # let karel = uuid::Uuid::from_u128(1);
/// // Karel's week.
/// let week = Filter {
///     technician: Some(karel),
///     ends_after: Some(Instant::new("2026-10-11T22:00:00Z".parse()?)),
///     starts_before: Some(Instant::new("2026-10-18T22:00:00Z".parse()?)),
///     ..Default::default()
/// };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Visits in one of these states; in any where the list is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// Visits on the activity with this id; on all activities where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Uuid>,
    /// Visits at the customer with this id; at all customers where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// Visits in the calendar of the technician with this id (S23, S37), whose they are now; of all
    /// technicians where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub technician: Option<Uuid>,
    /// `true` for visits to which something came late that no manager has resolved, `false` for
    /// those without (R3); both where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unresolved: Option<bool>,
    /// `true` for visits that somebody declined or would rather make at another time, as long as
    /// nobody has decided about that, `false` for those without; both where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggested: Option<bool>,
    /// Visits that are planned to end after this moment, not at it; all where it is missing.
    /// Together with `starts_before` it gives what lies in a span of a calendar, wholly or in
    /// part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_after: Option<Instant>,
    /// Visits that are planned to begin before this moment, not at it; all where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_before: Option<Instant>,
}

/// By what a list of visits is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the moment at which it is planned to begin.
    #[default]
    Starts,
}

/// What a list shows of a visit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The id of the visit, by which commands and reported lines name it.
    pub id: Uuid,
    /// The state in which it is, from proposed to done, partial, without access or cancelled.
    pub status: Status,
    /// The id of the activity on which it is.
    pub activity: Uuid,
    /// The number of that activity, `SA-2026-00017`; empty where the actor may not read it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub activity_number: String,
    /// What that activity is about; empty where the actor may not read it, or once it was
    /// forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub activity_title: String,
    /// The id of the customer whose activity that is.
    pub customer: Uuid,
    /// The name of that customer; empty where the actor may not read it, or once it was forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer_name: String,
    /// The id of the technician whose visit it is now.
    pub technician: Uuid,
    /// The name of that technician; empty where the actor may not read it, or once it was
    /// forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub technician_name: String,
    /// When it is planned to begin: local time with its zone, and the instant that it means.
    pub starts: Planned,
    /// When it is planned to end: local time with its zone, and the instant that it means.
    pub ends: Planned,
    /// What whoever goes would rather, as long as nobody has decided about it; nothing where nobody
    /// said anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wish: Option<Wish>,
    /// Whether something about it was reported after the activity was closed or cancelled, or after
    /// the visit was cancelled, changed or given to somebody else (R3).
    #[serde(default)]
    pub late: bool,
    /// Whether something came late that no manager has resolved yet (R3).
    #[serde(default)]
    pub unresolved: bool,
    /// The version of the visit when the page was read, from 1: a command that changes it gives it
    /// in `expected`.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(!default, !skip_serializing_if))]
    pub version: u64,
    /// The commands that may be asked of it next: what its own state allows, as far as the actor's
    /// role may. Missing where nothing may be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available_verbs: Vec<String>,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let shown = Row {
        id: owner,
        status: state.status,
        activity: state.activity,
        customer: state.customer,
        technician: state.technician,
        starts: state.starts,
        ends: state.ends,
        wish: state.suggestion.as_ref().map(|it| it.wish),
        late: state.late,
        unresolved: state.unresolved,
        ..Row::default()
    };
    let cells = vec![
        Cell::text(<&str>::from(state.status)),
        Cell::Id(state.activity),
        Cell::Id(state.customer),
        Cell::Id(state.technician),
        Cell::Int(state.starts.instant.micros()),
        Cell::Int(state.ends.instant.micros()),
        Cell::flag(state.status == Status::Cancelled),
        Cell::flag(state.status.is_running()),
        Cell::flag(state.unresolved),
        Cell::flag(state.suggestion.is_some()),
    ];
    vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }]
}

pub(super) fn ask(filter: &Filter, _: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(among("status", &filter.statuses));
    conds.extend(filter.activity.map(|activity| is("activity", Cell::Id(activity))));
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.technician.map(|technician| is("technician", Cell::Id(technician))));
    conds.extend(filter.suggested.map(|suggested| is("suggested", Cell::flag(suggested))));
    conds.extend(filter.unresolved.map(|unresolved| is("unresolved", Cell::flag(unresolved))));
    conds.extend(
        filter.ends_after.map(|after| Cond::AtLeast("ends", Cell::Int(after.micros() + 1))),
    );
    conds.extend(
        filter.starts_before.map(|before| Cond::Below("starts", Cell::Int(before.micros()))),
    );
    // A visit is so long at most: the index need not be read from its beginning.
    let most = super::MAX_DAYS * 86_400_000_000;
    let first = filter.ends_after.map(|after| Cell::Int(after.micros() - most));
    conds.extend(first.map(|first| Cond::AtLeast("starts", first)));
    Asked { table: &TABLE, conds, column: "starts" }
}
