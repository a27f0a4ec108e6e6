//! What may be read of mails: the inbox, a case's mails, a thread.

use super::{Filing, State, address};
use crate::journal::Personal;
use crate::letter::Mailbox;
use crate::noun::{Asked, row};
use crate::port::index::{
    Cell, Cond, Entry, Link, Repeats, Shared, Table, Whose, flag, id, int, is, text,
};
use crate::port::{sought, spelled};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// One row a mail.
pub const TABLE: Table = Table {
    name: "mail",
    columns: &[
        int("received_at"),
        flag("filed"),
        flag("automatic"),
        text("message_id"),
        id("customer"),
        id("equipment"),
        id("activity"),
    ],
    indexes: &[
        &["filed", "received_at"],
        &["automatic", "filed", "received_at"],
        &["automatic", "received_at"],
        &["message_id", "received_at"],
        &["customer", "received_at"],
        &["equipment", "received_at"],
        &["activity", "received_at"],
    ],
    ..Table::BARE
};

/// One row for each address in a mail that is not the company's own, and under whose id it is kept;
/// a sender's is one that the mail came from or wants its answer at.
pub const ADDRESSES: Table = Table {
    name: "mail_address",
    columns: &[text("address"), id("person"), flag("sender"), int("received_at")],
    indexes: &[&["address", "sender", "received_at"], &["address", "person"]],
    repeats: Repeats { of: "mail", columns: &["received_at"], which: None },
    ..Table::BARE
};

/// One row for each message of a mail's thread, itself among them.
pub const REFERENCES: Table = Table {
    name: "mail_reference",
    columns: &[text("message_id")],
    indexes: &[&["message_id"]],
    ..Table::BARE
};

/// One row for each technician on the activity under which a mail is filed.
pub const TECHNICIANS: Table = Table {
    name: "mail_technician",
    columns: &[id("technician"), flag("filed"), int("received_at")],
    indexes: &[&["technician", "filed", "received_at"]],
    repeats: Repeats { of: "mail", columns: &["filed", "received_at"], which: None },
    shared: Some(Shared { by: "activity_technician", whose: Whose::Named("activity") }),
    ..Table::BARE
};

/// One row for each beginning of a word that a mail is found by.
pub const WORDS: Table = Table {
    name: "mail_word",
    columns: &[text("word"), int("received_at")],
    indexes: &[&["word", "received_at"]],
    repeats: Repeats { of: "mail", columns: &["received_at"], which: None },
    ..Table::BARE
};

/// By what a list of received mails is narrowed: all that is said must hold, and nothing said is
/// all.
///
/// ```
/// use callout_core::mail::Filter;
/// let inbox = Filter { filed: Some(false), automatic: Some(false), ..Default::default() };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// `true` for mails that are filed under a case, `false` for those that are not yet, which is
    /// the inbox (S16); both where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filed: Option<bool>,
    /// `true` for mails that a machine wrote (answers in somebody's absence, reports on delivery or
    /// reading), `false` for all others, which a person has to read; both where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub automatic: Option<bool>,
    /// Mails that came from this address or want their answer at it; compared as a whole, and case
    /// does not matter. All where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender: Option<String>,
    /// Mails with this Message-ID, without its angle brackets; several, where the same message came
    /// to two mailboxes (E8). All where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// The mails with this Message-ID, without its angle brackets, and all that answer or refer to
    /// it (E7, S58). All mails where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thread: Option<String>,
    /// Mails that are filed under a case of the customer with this id; all where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Uuid>,
    /// Mails that are filed under a case about the equipment with this id; all where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Uuid>,
    /// Mails that are filed under the activity with this id; all where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Uuid>,
    /// Mails with these words in subject, sender's name or sender's address. Each may be the
    /// beginning of one; marks and case do not matter, nor words after the 64th.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

/// By what a list of received mails is ordered; equal ones by their ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// By the moment at which it came.
    #[default]
    ReceivedAt,
}

/// What a list shows of a received mail. What its sender said is missing once the sender was
/// forgotten.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// The mail's id; it follows from the bytes of the mail.
    pub id: Uuid,
    /// Who wrote it: the name, or the address where there is none. Empty where the mail names no
    /// sender, or once the sender was forgotten.
    pub from: String,
    /// The subject as the sender wrote it; empty where there is none, or once the sender was
    /// forgotten.
    pub subject: String,
    /// The moment at which it came.
    pub received_at: Instant,
    /// How many files it has.
    pub attachments: u32,
    /// Its Message-ID, without angle brackets; nothing where it has none, or once the sender was
    /// forgotten.
    pub message_id: Option<String>,
    /// Whether a machine wrote it.
    pub automatic: bool,
    /// Whether the sender marked it as important.
    pub important: bool,
    /// The case under which it is filed; nothing as long as it is under none.
    pub filed_under: Option<Filing>,
    /// The name of that customer; empty where the actor may not read it, or once it was forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer_name: String,
    /// The name of that equipment; empty where there is none, the actor may not read it, or it was
    /// forgotten.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub equipment_name: String,
    /// The number of that activity, `SA-2026-00017`; empty where the actor may not read it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub activity_number: String,
    /// The version of the mail when the page was read, from 1: a command that changes it gives it
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
    let boxes = || state.from.iter().chain(&state.reply_to).filter_map(|mailbox| mailbox.reveal());
    let from = boxes()
        .next()
        .map(|mailbox| mailbox.name.clone().unwrap_or_else(|| mailbox.address.clone()));
    let subject = state.subject.reveal_text().to_owned();
    let named = boxes()
        .map(|mailbox| format!("{} {}", mailbox.name.as_deref().unwrap_or(""), mailbox.address));
    let words = std::iter::once(subject.clone()).chain(named).collect::<Vec<_>>().join(" ");
    let filing = state.filed_under;
    let message_id = state.message_id.as_ref().and_then(|id| id.reveal().cloned());
    let cells = vec![
        Cell::Int(state.received_at.micros()),
        Cell::flag(filing.is_some()),
        Cell::flag(state.automatic),
        message_id.clone().map_or(Cell::Null, Cell::Text),
        Cell::id(filing.map(|filing| filing.customer)),
        Cell::id(filing.and_then(|filing| filing.equipment)),
        Cell::id(filing.and_then(|filing| filing.activity())),
    ];
    let shown = Row {
        id: owner,
        from: from.unwrap_or_default(),
        subject,
        received_at: state.received_at,
        attachments: u32::try_from(state.attachments.len()).unwrap_or(u32::MAX),
        message_id,
        automatic: state.automatic,
        important: state.important,
        filed_under: filing,
        ..Row::default()
    };
    let mut entries = vec![Entry { table: &TABLE, n: 0, cells, row: row(&shown) }];
    entries.extend(spelled(&WORDS, &words, &entries[0]).collect::<Vec<_>>());
    let received_at = || Cell::Int(state.received_at.micros());
    let addresses = addresses(owner, state).into_iter().map(|(text, person, sender)| {
        vec![Cell::Text(text), Cell::Id(person), Cell::flag(sender), received_at()]
    });
    entries.extend(listed(&ADDRESSES, addresses));
    let thread = state.message_id.iter().chain(&state.in_reply_to).chain(&state.references);
    let thread: BTreeSet<&String> = thread.filter_map(Personal::reveal).collect();
    entries.extend(listed(&REFERENCES, thread.into_iter().map(|id| vec![Cell::text(id)])));
    entries
}

/// Each address in a mail that is still known, whose it is, and whether it is a sender's.
fn addresses(owner: Uuid, state: &State) -> BTreeSet<(String, Uuid, bool)> {
    let senders = state.from.iter().chain(&state.reply_to).map(|it| (it, true));
    let inner = state.nested.iter().flat_map(|it| &it.from);
    let others = state.to.iter().chain(&state.cc).chain(&state.others).chain(inner);
    let others = others.map(|it| (it, false));
    let known = |(it, sender): (&Personal<Mailbox>, bool)| {
        it.reveal().map(|mailbox| (address(mailbox), it.person(), sender))
    };
    // What is kept under the mail's own id is the company's address, and nobody's.
    let somebodys = |it: &(String, Uuid, bool)| !it.0.is_empty() && it.1 != owner;
    senders.chain(others).filter_map(known).filter(somebodys).collect()
}

fn listed(
    table: &'static Table,
    rows: impl Iterator<Item = Vec<Cell>>,
) -> impl Iterator<Item = Entry> {
    (0..).zip(rows).map(move |(n, cells)| Entry { table, n, cells, row: Vec::new() })
}

pub(super) fn ask(filter: &Filter, order: &Order) -> Asked {
    let mut conds = Vec::new();
    conds.extend(filter.filed.map(|filed| is("filed", Cell::flag(filed))));
    conds.extend(filter.automatic.map(|automatic| is("automatic", Cell::flag(automatic))));
    conds.extend(filter.message_id.as_ref().map(|id| is("message_id", Cell::text(id))));
    conds.extend(filter.sender.as_ref().map(|sender| {
        let address = Cell::Text(sender.trim().to_lowercase());
        let conds = vec![is("address", address), is("sender", Cell::flag(true))];
        Cond::Has(&ADDRESSES, Link::SameOwner, conds)
    }));
    conds.extend(filter.thread.as_ref().map(|thread| {
        Cond::Has(&REFERENCES, Link::SameOwner, vec![is("message_id", Cell::text(thread))])
    }));
    conds.extend(filter.customer.map(|customer| is("customer", Cell::Id(customer))));
    conds.extend(filter.equipment.map(|equipment| is("equipment", Cell::Id(equipment))));
    conds.extend(filter.activity.map(|activity| is("activity", Cell::Id(activity))));
    conds.extend(filter.search.iter().flat_map(|words| sought(&WORDS, words)));
    let column = match order {
        Order::ReceivedAt => "received_at",
    };
    Asked { table: &TABLE, conds, column }
}
