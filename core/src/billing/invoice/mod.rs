//! The invoice (S52 to S56): from released lines, priced, taxed, numbered at issue and never
//! changed afterwards (R6). What is paid of it stands beside it.

mod command;
mod compute;
mod content;
mod decide;
mod event;
mod guard;
mod lifecycle;
mod payment;
mod query;
mod refusal;
mod supply;
mod told;

pub use crate::customer::Buyer;
pub use command::{Command, DeleteDraft, Draft, Issue, RecordPayment, RemovePayment, Verb};
pub use compute::{Basis, Computed, LeftOut, compute};
pub use content::{Content, Line, RateTotal, Supply, SupplyRate, VatStatus};
pub use decide::{Facts, MAX_ACTIVITIES, decide};
pub use event::{Event, apply};
pub use lifecycle::{Status, TABLE as LIFECYCLE};
pub use payment::{MAX_PAYMENTS, Payment};
pub use query::{Filter, Order, Row, TABLE};
pub use refusal::Refusal;
pub use supply::done_on;

use crate::company::Retention;
use crate::journal::{Evidence, Hash};
use crate::money::Exact;
use crate::noun::Number;
use crate::noun::{Links, Named, Noun, Offered, doors, verbs};
use crate::port::renderer::Format;
use crate::reason::Reason;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The invoice as a noun.
pub struct Invoice;

/// What is known from the issue on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Issued {
    /// Its number (BT-1), without gaps in its series.
    pub number: Number,
    /// The day of issue (BT-2), local to the company.
    pub issued_on: NaiveDate,
    /// The day until which it is to be paid (BT-9).
    pub due_on: NaiveDate,
    /// From when and for how long the law has it kept.
    pub retention: Retention,
    /// SHA-256 over the content with its number and dates, and the bytes that it is over: canonical
    /// JSON, kept as a blob.
    pub evidence: Evidence,
    /// The file that the customer gets, PDF or Word, as the user decided (S54).
    pub format: Format,
}

/// An invoice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// The state in which it is: draft, issued or void.
    pub status: Status,
    /// The id of the customer to whom it is made out.
    pub customer: Uuid,
    /// The ids of the activities whose work it bills.
    pub activities: Vec<Uuid>,
    /// What it says: the parties, lines, taxes and totals, as on the day of the draft.
    pub content: Content,
    /// The released lines that it does not bill, as nothing says what they cost; they stay free
    /// for the next invoice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// What somebody ought to look at before it is issued, as it was when it was drafted: nothing
    /// of it is refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Reason>,
    /// What is known from the issue on: number, dates, evidence. Nothing before it.
    pub issue: Option<Issued>,
    /// What was paid of it, in the order in which it was recorded; removed payments are not among
    /// them. They stand beside what was issued and change nothing of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// What was paid of it until now, the sum of its payments, in its currency; nothing before it
    /// is issued, and past 28 digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<Exact>,
    /// What is still owed, the total less what was paid, in its currency; below zero where more
    /// was paid. Nothing before it is issued, since nobody owes a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outstanding: Option<Exact>,
}

/// What may be asked next; only what was paid can be removed.
fn next(status: Status, paid: bool) -> Vec<&'static str> {
    let all = verbs(LIFECYCLE, status).into_iter();
    all.filter(|verb| *verb != "remove_payment" || paid).collect()
}

impl Noun for Invoice {
    doors!("invoice", fold 3, tables [TABLE]);

    const PARTS: &'static [(&'static str, &'static str)] =
        &[("payment_recorded", "/payment/id"), ("payment_removed", "/payment")];

    fn blobs(state: &State) -> Vec<Hash> {
        let evidence = state.issue.iter().filter_map(|issue| issue.evidence.kept.reveal());
        evidence.copied().collect()
    }

    fn evidence(event: &Event) -> Option<&Evidence> {
        match event {
            Event::Issued { issue, .. } => Some(&issue.evidence),
            _ => None,
        }
    }

    fn number(state: &State) -> Option<&Number> {
        state.issue.as_ref().map(|issue| &issue.number)
    }

    fn offered(row: &mut Row) -> Option<Offered<'_>> {
        let verbs = next(row.status, row.paid.is_some_and(Exact::is_positive));
        Some(Offered::of(verbs, &mut row.available_verbs, &mut row.version))
    }

    fn named(row: &mut Row) -> Vec<Named<'_>> {
        let customer = Named::name("customer", row.customer, &mut row.customer_name);
        let numbers = Named::numbers("activity", &row.activities, &mut row.activity_numbers);
        numbers.chain([customer]).collect()
    }

    fn measure(state: &State, _: Uuid) -> Option<String> {
        Some(state.content.currency.code().to_owned())
    }

    fn links(_: Uuid, state: &State) -> Links {
        let activities = state.activities.iter().copied().map(Some);
        Links::to(activities.chain([Some(state.customer)]))
    }

    fn available_verbs(state: &State) -> Vec<&'static str> {
        next(state.status, !state.payments.is_empty())
    }
}
