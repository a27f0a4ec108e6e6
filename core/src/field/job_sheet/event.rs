//! What happened to a job sheet.

use super::{Confirmed, Content, Signature, State, Superseded};
use crate::journal::{Evidence, Personal};
use crate::language::Language;
use crate::noun::Number;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to a job sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    Generated {
        number: Number,
        activity: Uuid,
        customer: Uuid,
        equipment: Option<Uuid>,
        content: Content,
        evidence: Evidence,
        at: Instant,
    },
    Regenerated {
        version: u32,
        customer: Uuid,
        equipment: Option<Uuid>,
        content: Content,
        evidence: Evidence,
        at: Instant,
    },
    Signed {
        signature: Signature,
    },
    SignatureRefused {
        reason: Personal<String>,
        at: Instant,
    },
    SignerAbsent {
        reason: Personal<String>,
        at: Instant,
    },
    Confirmed {
        confirmed: Confirmed,
        activity: Uuid,
        version: u32,
        number: String,
        language: Language,
        /// Where it is mailed to by itself.
        send_to: Vec<Personal<String>>,
    },
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Generated { number, activity, customer, equipment, content, evidence, at } => {
            State {
                number,
                activity,
                customer,
                equipment,
                version: 1,
                generated_at: at,
                content,
                content_hash: evidence.hash,
                evidence: evidence.kept,
                ..State::default()
            }
        }
        Event::Regenerated { version, customer, equipment, content, evidence, at } => {
            state.superseded.push(Superseded {
                version: state.version,
                content_hash: state.content_hash,
                evidence: state.evidence,
                signature: state.signature,
            });
            State {
                version,
                customer,
                equipment,
                generated_at: at,
                content,
                content_hash: evidence.hash,
                evidence: evidence.kept,
                signature: Signature::Pending,
                confirmed: None,
                ..state
            }
        }
        Event::Signed { signature } => State { signature, ..state },
        Event::SignatureRefused { reason, at } => {
            State { signature: Signature::Refused { reason, at }, ..state }
        }
        Event::SignerAbsent { reason, at } => {
            State { signature: Signature::Absent { reason, at }, ..state }
        }
        Event::Confirmed { confirmed, .. } => State { confirmed: Some(confirmed), ..state },
    }
}
