//! Registers of companies: what is known about the firm with this number.

use crate::address::Address;
use crate::error::Error;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A register of companies.
///
/// `Ok(None)` is an answer (there is no such company), an error is none: a caller who cannot
/// reach the register goes on without it and never reads the silence as "does not exist".
///
/// ```
/// use callout_core::{error::Error, port::registry::{CompanyRegistry, RegistryEntry}};
///
/// /// What the host's own system knows of its customers.
/// struct Known(Vec<RegistryEntry>);
///
/// impl CompanyRegistry for Known {
///     fn id(&self) -> &str {
///         "known"
///     }
///
///     fn look_up(&self, registration_number: &str) -> Result<Option<RegistryEntry>, Error> {
///         let asked = |entry: &&RegistryEntry| entry.registration_number == registration_number;
///         Ok(self.0.iter().find(asked).cloned())
///     }
/// }
/// ```
pub trait CompanyRegistry: Send + Sync {
    /// Short stable name of the register, such as `ares`.
    fn id(&self) -> &str;

    /// What the register knows about a company number, written as people write it. Its check digit
    /// was looked at before, or somebody said that the number is right as it is: it is asked about
    /// all the same.
    ///
    /// # Errors
    /// `REGISTRY-NUMBER-*` when the number itself is wrong (nothing is asked then), the other
    /// `REGISTRY-*` codes when there is no answer to read.
    fn look_up(&self, registration_number: &str) -> Result<Option<RegistryEntry>, Error>;
}

/// Whether a company can be dealt with, as its register says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CompanyStatus {
    /// It is registered and alive.
    Active,
    /// It is being wound up: it says so in its name.
    InLiquidation,
    /// It is gone; no customer is made of it (`CUSTOMER-REGISTER-01`).
    Dissolved,
    /// The register does not say, or not in words known here.
    Unknown,
}

/// One company, as a register describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RegistryEntry {
    /// The short name of the register that said so, such as `ares`; the engine fills it in.
    #[serde(default)]
    pub registry: String,
    /// The company number, eight digits for a Czech one. Text: old numbers may fail the check.
    pub registration_number: String,
    /// Name with legal form, as registered.
    pub name: String,
    /// The VAT id (DIČ) while it is valid; nothing where there is none. A number that outlived its
    /// registration is left out.
    pub vat_id: Option<String>,
    /// The VAT id of the group that the company belongs to, which invoices then bear (E1); nothing
    /// where it belongs to none.
    pub vat_group_id: Option<String>,
    /// Whether it pays VAT, alone or in a group; nothing where the register does not say.
    pub vat_payer: Option<bool>,
    /// Whether it can be dealt with: active, in liquidation, dissolved or unknown.
    pub status: CompanyStatus,
    /// The register's code of the legal form, such as `112`; nothing where it does not say.
    pub legal_form: Option<String>,
    /// Where it is entered, such as `C 912345/MSPH`; nothing where the register does not say.
    pub register_entry: Option<String>,
    /// The address of the registered seat.
    pub seat: Address,
    /// The day on which it was established; nothing where the register does not say.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub established: Option<NaiveDate>,
    /// The day on which it ceased to exist; nothing as long as it has not.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub dissolved: Option<NaiveDate>,
    /// The day on which the register last changed the entry; nothing where it does not say.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub updated: Option<NaiveDate>,
}

/// One of the registers that Callout brings, as a host names it in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RegistrySettings {
    /// The Czech register ARES, over HTTP.
    Ares {
        /// The address of the service, without the slash at its end; its public address where this
        /// is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        base_url: Option<String>,
        /// How long a whole look-up is waited for, in milliseconds; 10,000 where this is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        timeout_ms: Option<u32>,
    },
    /// ARES as it answered once: for tests, demonstrations and work without a network.
    Recorded {
        /// Recorded exchanges, each a JSON text.
        exchanges: Vec<String>,
    },
}
