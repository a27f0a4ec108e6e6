//! What may be asked of an invoice.

use crate::document::Language;
use crate::port::renderer::Format;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What may be asked of an invoice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
pub enum Command {
    /// Draft it from all that is left to bill of these activities (S53); it reserves them.
    Draft {
        /// Of one customer.
        activities: Vec<Uuid>,
        /// The customer's or the company's where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<Language>,
    },
    /// Throw a draft away: its lines are free again, and no number was used (E73).
    DeleteDraft {},
    /// Issue it: it takes its number and is never changed again.
    Issue {
        /// PDF or Word (S54).
        format: Format,
        /// Mail it to the customer at once (S55).
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        send: bool,
    },
}
