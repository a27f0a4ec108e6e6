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
pub enum Event {
    /// The job sheet was generated from its activity as it stood (S41).
    Generated {
        /// The number by which people know it, `ZL-2026-00017`; the same for all versions.
        number: Number,
        /// The id of the activity of which it was made.
        activity: Uuid,
        /// The id of the customer for whom the work was done.
        customer: Uuid,
        /// The id of the equipment that was worked on; nothing where the activity named none.
        equipment: Option<Uuid>,
        /// What the first version says, frozen when it was generated.
        content: Content,
        /// The hash of the bytes that say what the version says: what the customer signs, and the
        /// name under which the bytes are kept.
        evidence: Evidence,
        /// The moment at which the first version was generated.
        at: Instant,
    },
    /// The job sheet was generated anew after a correction: another version, unsigned (S61).
    Regenerated {
        /// The number of the new version, from 2.
        version: u32,
        /// The id of the customer whose activity it is by then.
        customer: Uuid,
        /// The id of the equipment that the activity names by then; nothing where it names none.
        equipment: Option<Uuid>,
        /// What the new version says, frozen when it was generated.
        content: Content,
        /// The hash of the bytes that say what the version says: what the customer signs, and the
        /// name under which the bytes are kept.
        evidence: Evidence,
        /// The moment at which the new version was generated.
        at: Instant,
    },
    /// The customer signed the newest version (S42).
    Signed {
        /// The signature, without or with a reservation: who signed, when, and the hash of its
        /// picture.
        signature: Signature,
    },
    /// The customer would not sign the newest version (E59).
    SignatureRefused {
        /// Why not, in words; it is kept as a value about the customer.
        reason: Personal<String>,
        /// The moment at which the refusal was recorded.
        at: Instant,
    },
    /// Nobody was there to sign the newest version (E59).
    SignerAbsent {
        /// Why nobody signed and who should have, in words; it is kept as a value about the
        /// customer.
        reason: Personal<String>,
        /// The moment at which the absence was recorded.
        at: Instant,
    },
    /// The newest version was confirmed, as an act apart from the signature (S43).
    Confirmed {
        /// Who confirmed the newest version, and when.
        confirmed: Confirmed,
        /// The id of the activity of which it was made.
        activity: Uuid,
        /// The number of the version that was confirmed, from 1.
        version: u32,
        /// The number by which people know the job sheet, `ZL-2026-00017`.
        number: String,
        /// The language in which the job sheet is written, and that of the mail that brings it.
        language: Language,
        /// The addresses to which it is mailed by itself (S44), each the person's who has it; empty
        /// where the company's setting says no, and where the customer has none.
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
