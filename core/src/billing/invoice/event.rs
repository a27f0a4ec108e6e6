//! What happened to an invoice.

use super::{Content, Issued, LeftOut, Payment, State, Status};
use crate::journal::{FreeText, Personal};
use crate::language::Language;
use crate::ledger::Portion;
use crate::money::Exact;
use crate::reason::Reason;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to an invoice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The invoice was drafted from all that was left to bill of some activities (S53).
    Drafted {
        /// The id of the customer to whom the invoice is made out.
        customer: Uuid,
        /// What the draft says: the parties, lines, taxes and totals, as on the day of the draft.
        content: Content,
        /// What the draft reserves: the id of each activity that it bills to the portions of its
        /// lines.
        portions: BTreeMap<Uuid, Vec<Portion>>,
        /// The released lines that it does not bill, as nothing says what they cost; they stay free
        /// for the next invoice. Missing where there are none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        left_out: Vec<LeftOut>,
        /// What somebody ought to look at before it is issued; nothing of it is refused. Missing
        /// where there is nothing.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        warnings: Vec<Reason>,
    },
    /// The draft was thrown away: its lines are free again, and no number was used (E73).
    DraftDeleted {
        /// The ids of the activities whose lines are free again.
        activities: Vec<Uuid>,
    },
    /// The invoice was issued: it took its number and is never changed again.
    Issued {
        /// What is known from the issue on: number, dates, retention, evidence and format.
        issue: Issued,
        /// The ids of the activities whose work the invoice bills.
        activities: Vec<Uuid>,
        /// The language in which the invoice is written, and that of the mail that brings it.
        language: Language,
        /// The addresses to which it is mailed at once (S55), each the person's who has it; empty
        /// where nobody asked for that.
        send_to: Vec<Personal<String>>,
    },
    /// A payment of the issued invoice was recorded; nothing of the invoice itself was changed.
    PaymentRecorded {
        /// The payment: its id, day, amount and reference, and who recorded it when.
        payment: Payment,
    },
    /// A payment was taken out again: it was recorded by mistake.
    PaymentRemoved {
        /// The id of the payment that was taken out.
        payment: Uuid,
        /// The amount that it was of, in the invoice's currency.
        amount: Exact,
        /// The day on which it was said to be paid.
        paid_on: NaiveDate,
        /// Why it was taken out, in words; missing once it was forgotten.
        reason: FreeText,
    },
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Drafted { customer, content, portions, left_out, warnings } => State {
            status: Status::Draft,
            customer,
            activities: portions.into_keys().collect(),
            content,
            left_out,
            warnings,
            ..State::default()
        },
        Event::DraftDeleted { .. } => State { status: Status::Void, ..state },
        Event::Issued { issue, .. } => {
            State { status: Status::Issued, issue: Some(issue), ..state }.reckoned()
        }
        Event::PaymentRecorded { payment } => {
            state.payments.push(payment);
            state.reckoned()
        }
        Event::PaymentRemoved { payment, .. } => {
            state.payments.retain(|known| known.id != payment);
            state.reckoned()
        }
    }
}
