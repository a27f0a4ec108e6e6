//! What may be read of activities: the overview of S26 to S28.

use super::{Kind, Priority, State, Status};
use crate::noun::{Asked, row};
use crate::port::index::{
    Cell, Cond, Entry, Link, Repeats, Table, Told, among, flag, fold, id, int, is, one_of, text,
};
use crate::port::{by_day_of, sought, spanned, spelled};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::VariantNames;
use uuid::Uuid;

/// One row an activity.
pub const TABLE: Table = Table {
    name: "activity",
    columns: &[
        one_of("status", Status::VARIANTS),
        text("number"),
        int("reported_at"),
        id("customer"),
        id("equipment"),
        id("lead"),
        id("plan"),
        flag("unresolved"),
        flag("assigned"),
        flag("planned"),
        one_of("kind", Kind::VARIANTS),
        one_of("priority", Priority::VARIANTS),
        text("region"),
        int("due"),
    ],
    indexes: &[
        &["number"],
        &["reported_at"],
        &["status", "planned", "assigned", "unresolved", "number"],
        &["status", "planned", "assigned", "unresolved", "reported_at"],
        &["status", "planned", "assigned", "unresolved", "due"],
        &["customer", "status", "number"],
        &["customer", "status", "reported_at"],
        &["customer", "status", "due"],
        &["region", "status", "number"],
        &["region", "status", "reported_at"],
        &["region", "status", "due"],
        // Few values each: one walk for each combination of those that are not asked for.
        &["kind", "priority", "status", "number"],
        &["kind", "priority", "status", "reported_at"],
        &["kind", "priority", "status", "due"],
        &["equipment", "number"],
        &["equipment", "reported_at"],
        &["plan", "number"],
        &["plan", "reported_at"],
    ],
    told: &[PLANNED],
    ..Table::BARE
};

/// When what is never due is due: after all others.
const NEVER: i64 = i64::MAX;

/// Whether there is a visit that is planned, under way or done (E46): what a visit decides, in
/// the activity's row all the same, because no index finds what is not there (S28).
const PLANNED: Told = Told {
    column: "planned",
    by: "visit",
    names: "activity",
    only: ("cancelled", false),
    ordered: "starts",
};

/// One row for each technician on an activity. A technician's own list is read along it.
pub const TECHNICIANS: Table = Table {
    name: "activity_technician",
    columns: &[
        id("technician"),
        one_of("status", Status::VARIANTS),
        flag("planned"),
        text("number"),
        int("reported_at"),
        id("customer"),
        id("equipment"),
        int("due"),
    ],
    indexes: &[
        &["technician", "status", "planned", "number"],
        &["technician", "status", "planned", "reported_at"],
        &["technician", "status", "planned", "due"],
        &["customer", "technician"],
        &["equipment", "technician"],
    ],
    repeats: Repeats {
        of: "activity",
        columns: &["status", "planned", "number", "reported_at", "due"],
        which: None,
    },
    told: &[PLANNED],
    ..Table::BARE
};

/// One row for each beginning of a word that an activity is found by.
pub const WORDS: Table = Table {
    name: "activity_word",
    columns: &[text("word"), text("number"), int("reported_at"), int("due")],
    indexes: &[&["word", "number"], &["word", "reported_at"], &["word", "due"]],
    repeats: Repeats { of: "activity", columns: &["number", "reported_at", "due"], which: None },
    ..Table::BARE
};

/// The days and greater spans of days in which an activity is due whose work is not over, for lists
/// in another order.
pub const DUE: Table = Table {
    name: "activity_due",
    columns: &[int("span"), text("number"), int("reported_at")],
    indexes: &[&["span", "number"], &["span", "reported_at"]],
    repeats: Repeats { of: "activity", columns: &["number", "reported_at"], which: None },
    apart: true,
    ..Table::BARE
};

/// By what a list of activities is narrowed: all that is said must hold, and nothing said is all.
///
/// ```
/// use callout_core::activity::{Filter, Status};
/// // What nobody has yet.
/// let statuses = vec![Status::Open];
/// let waiting = Filter { statuses, assigned: Some(false), ..Default::default() };
/// let found = Filter { search: Some("compressor hall".into()), ..Default::default() };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Activities in one of these states; in any where the list is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// Activities of the customer with this id; of all customers where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// Activities on the equipment with this id; on any or none where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Uuid>,
    /// Activities that the plan with this id created; also those of no plan where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<Uuid>,
    /// Activities on which the technician with this id works; of anybody where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub technician: Option<Uuid>,
    /// `true` for activities with a technician, `false` for those without one (S27); both where it
    /// is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assigned: Option<bool>,
    /// `true` for activities with a visit that is planned, under way or done, `false` for those
    /// without one (S26, S28); both where it is missing. A cancelled visit does not count (E46).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<bool>,
    /// `true` for activities to which notes or faults came late that no manager has resolved,
    /// `false` for those without (R3); both where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unresolved: Option<bool>,
    /// Activities of one of these sorts; of any where the list is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Kind>,
    /// Activities that are urgent in one of these ways; in any where the list is empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<Priority>,
    /// Activities in this region, as the card of the customer or of the site names it; marks and
    /// case do not matter. In all regions and in none where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Activities whose work is not over and that are due before this moment, not at it: now for
    /// those that are overdue, tomorrow for those that soon will be (S26). Also those that are due
    /// later or never where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_before: Option<Instant>,
    /// Activities with these words in number or title. Each may be the beginning of one; marks and
    /// case do not matter, nor words after the 64th.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

/// By what a list of activities is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the number as text, `SA-2026-00017`.
    #[default]
    Number,
    /// By the moment at which the customer reported it.
    ReportedAt,
    /// By the moment at which it is due. Those that never are come last, and so do those whose work
    /// is over.
    Due,
}

/// What a list shows of one activity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The id of the activity, by which commands and other records name it.
    pub id: Uuid,
    /// The number by which people know it, `SA-2026-00017`.
    pub number: String,
    /// The state in which it is, from draft to closed or cancelled.
    pub status: Status,
    /// What sort of work it is: one-off, recurring or under warranty.
    pub kind: Kind,
    /// The id of the customer for whom the work is done.
    pub customer: Uuid,
    /// The name of that customer; empty where the actor may not read it, or once it was forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer_name: String,
    /// The region in which the work takes place; empty where nobody said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub region: String,
    /// The id of the equipment that is worked on; nothing where none was named.
    pub equipment: Option<Uuid>,
    /// The name of that equipment; empty where there is none, the actor may not read it, or it was
    /// forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub equipment_name: String,
    /// The id of the customer's site where the work takes place; nothing where none was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Uuid>,
    /// The name of that site; empty where the actor may not read it, or once it was forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub site_name: String,
    /// What it is about, in one line; empty once it was forgotten.
    pub title: String,
    /// The moment at which the customer reported it.
    pub reported_at: Instant,
    /// The ids of the technicians who are on it; empty where nobody is.
    pub technicians: Vec<Uuid>,
    /// Their names, in the order of the ids; empty for whom the actor may not read, or who was
    /// forgotten.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub technician_names: Vec<String>,
    /// The id of the technician of them who leads; nothing where nobody is on it.
    pub lead: Option<Uuid>,
    /// Whether there is a visit that is planned, under way or done (S26). A cancelled one does not
    /// count (E46).
    #[serde(default)]
    pub planned: bool,
    /// How urgent it is.
    #[serde(default)]
    pub priority: Priority,
    /// The moment by which the work is to be over: the deadline, or what the customer wants,
    /// whichever is sooner. Nothing where neither is said, or the work is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// How long the work is expected to take on site, in minutes; nothing where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// Whether notes or faults came late that no manager has resolved yet (R3).
    #[serde(default)]
    pub unresolved: bool,
    /// The version of the activity when the page was read, from 1: a command that changes it gives
    /// it in `expected`.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    #[cfg_attr(feature = "schema", schemars(!default, !skip_serializing_if))]
    pub version: u64,
    /// The commands that may be asked of it next: what its own state allows, as far as the actor's
    /// role may. Missing where nothing may be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available_verbs: Vec<String>,
}

pub(super) fn entries(owner: Uuid, state: &State) -> Vec<Entry> {
    let number = state.number.text();
    let ahead = matches!(state.status, Status::Draft | Status::Open);
    let due = state.requirements.due().filter(|_| ahead);
    let shown = Row {
        id: owner,
        number: number.clone(),
        status: state.status,
        kind: state.kind,
        customer: state.customer,
        equipment: state.equipment,
        site: state.site,
        title: state.title.words().to_owned(),
        reported_at: state.reported_at,
        technicians: state.technicians.clone(),
        lead: state.lead,
        region: state.region.clone(),
        priority: state.requirements.priority,
        due,
        minutes: state.requirements.minutes,
        unresolved: state.unresolved,
        ..Row::default()
    };
    let words = format!("{number} {}", state.title.words());
    let cells = vec![
        Cell::text(<&str>::from(state.status)),
        Cell::Text(number),
        Cell::Int(state.reported_at.micros()),
        Cell::Id(state.customer),
        Cell::id(state.equipment),
        Cell::id(state.lead),
        Cell::id(state.occurrence.map(|occurrence| occurrence.plan)),
        Cell::flag(state.unresolved),
        Cell::flag(!state.technicians.is_empty()),
        Cell::flag(false),
        Cell::text(<&str>::from(state.kind)),
        Cell::text(<&str>::from(state.requirements.priority)),
        Cell::Text(fold(&state.region)),
        Cell::Int(due.map_or(NEVER, Instant::micros)),
    ];
    let also = [&cells[0], &cells[9], &cells[1], &cells[2], &cells[3], &cells[4], &cells[13]];
    let also = also.map(Cell::clone);
    let mut entries = vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }];
    entries.extend((0..).zip(&state.technicians).map(|(n, technician)| Entry {
        table: &TECHNICIANS,
        n,
        cells: std::iter::once(Cell::Id(*technician)).chain(also.clone()).collect(),
        row: Vec::new(),
    }));
    let spans = due.map(|due| spanned(&DUE, due.micros(), &entries[0]));
    entries.extend(spans.into_iter().flatten().collect::<Vec<_>>());
    entries.extend(spelled(&WORDS, &words, &entries[0]).collect::<Vec<_>>());
    entries
}

pub(super) fn ask(filter: &Filter, order: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(filter.unresolved.map(|unresolved| is("unresolved", Cell::flag(unresolved))));
    conds.extend(among("status", &filter.statuses));
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.equipment.map(|equipment| is("equipment", Cell::Id(equipment))));
    conds.extend(filter.plan.map(|plan| is("plan", Cell::Id(plan))));
    conds.extend(filter.technician.map(|technician| {
        Cond::Has(&TECHNICIANS, Link::SameOwner, vec![is("technician", Cell::Id(technician))])
    }));
    conds.extend(filter.assigned.map(|assigned| is("assigned", Cell::flag(assigned))));
    conds.extend(filter.planned.map(|planned| is("planned", Cell::flag(planned))));
    conds.extend(among("kind", &filter.kinds));
    conds.extend(among("priority", &filter.priorities));
    conds.extend(filter.region.iter().map(|region| is("region", Cell::Text(fold(region.trim())))));
    conds.extend(filter.due_before.map(|due| Cond::Below("due", Cell::Int(due.micros()))));
    if let (Some(due), Order::Number | Order::ReportedAt) = (filter.due_before, order) {
        conds.push(by_day_of(&DUE, due.micros()));
    }
    conds.extend(filter.search.iter().flat_map(|words| sought(&WORDS, words)));
    let column = match order {
        Order::Number => "number",
        Order::ReportedAt => "reported_at",
        Order::Due => "due",
    };
    Asked { table: &TABLE, conds, column }
}
