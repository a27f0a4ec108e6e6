//! What happened to an invoice.

use super::{Content, Issued, LeftOut, State, Status};
use crate::journal::Personal;
use crate::language::Language;
use crate::ledger::Portion;
use crate::reason::Reason;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to an invoice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    Drafted {
        customer: Uuid,
        content: Content,
        /// What the ledgers reserve: activity to portions.
        portions: BTreeMap<Uuid, Vec<Portion>>,
        /// What nothing says the price of.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        left_out: Vec<LeftOut>,
        /// What somebody ought to look at before it is issued.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        warnings: Vec<Reason>,
    },
    DraftDeleted {
        activities: Vec<Uuid>,
    },
    Issued {
        issue: Issued,
        activities: Vec<Uuid>,
        language: Language,
        /// Where it is mailed to at once.
        send_to: Vec<Personal<String>>,
    },
}

/// Folds an event.
pub fn apply(state: State, event: &Event) -> State {
    match event.clone() {
        Event::Drafted { customer, content, portions, left_out, warnings } => State {
            status: Status::Draft,
            customer,
            activities: portions.into_keys().collect(),
            content,
            left_out,
            warnings,
            issue: None,
        },
        Event::DraftDeleted { .. } => State { status: Status::Void, ..state },
        Event::Issued { issue, .. } => {
            State { status: Status::Issued, issue: Some(issue), ..state }
        }
    }
}
