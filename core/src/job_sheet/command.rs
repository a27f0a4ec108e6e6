//! What may be asked of a job sheet.

use crate::journal::Hash;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What may be asked of a job sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
pub enum Command {
    /// Generate it from the activity as it stands (S41).
    Generate {
        /// Of which activity.
        activity: Uuid,
    },
    /// Generate it anew after a correction: another version, unsigned (S61).
    Regenerate {},
    /// The customer signs (S42).
    Sign {
        /// Who, as printed.
        name: String,
        /// Who signs: the id of one of the customer's contacts, or one under which values about the
        /// signer are kept already; a new one where it is left out. What is kept under one id is
        /// forgotten together. One that another record has is refused (`RECORD-NEW-02`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<Uuid>,
        /// Hash of the picture of the signature; store the picture first.
        picture: Hash,
        /// Hash of what the signer saw.
        content_hash: Hash,
        /// What the signer does not agree with (E59).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reservation: Option<String>,
        /// When; now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
    },
    /// The customer would not sign.
    Refuse {
        /// Why.
        reason: String,
    },
    /// Nobody was there to sign.
    Absent {
        /// Who should have been.
        reason: String,
    },
    /// Confirm it, as an act apart from the signature (S43). It is sent by itself afterwards
    /// where the company's setting says so (S44).
    Confirm {},
}
