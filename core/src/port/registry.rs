//! Registers of companies: what is known about the firm with this number.

use crate::customer::Address;
use crate::error::Error;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A register of companies.
///
/// `Ok(None)` is an answer (there is no such company), an error is none: a caller who cannot
/// reach the register goes on without it and never reads the silence as "does not exist".
pub trait CompanyRegistry: Send + Sync {
    /// Short stable name of the register, such as `ares`.
    fn id(&self) -> &str;

    /// What the register knows about a company number, written as people write it.
    ///
    /// # Errors
    /// `REGISTRY-ICO-*` when the number itself is wrong (nothing is asked then), the other
    /// `REGISTRY-*` codes when there is no answer to read.
    fn look_up(&self, company_id: &str) -> Result<Option<RegistryEntry>, Error>;
}

/// Whether the company can be dealt with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CompanyStatus {
    /// Registered and alive.
    Active,
    /// Being wound up: it says so in its name.
    InLiquidation,
    /// Gone.
    Dissolved,
    /// The register does not say in words known here.
    Unknown,
}

/// One company, as a register describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RegistryEntry {
    /// Which register said so; the engine fills it in.
    #[serde(default)]
    pub registry: String,
    /// The company number, eight digits for a Czech one. Text: old numbers may fail the check.
    pub company_id: String,
    /// Name with legal form, as registered.
    pub name: String,
    /// The VAT id while it is valid. A number that outlived its registration is left out.
    pub vat_id: Option<String>,
    /// The id of the VAT group that the company belongs to; invoices then bear this one.
    pub vat_group_id: Option<String>,
    /// Whether it pays VAT, alone or in a group; `None`: the register does not say.
    pub vat_payer: Option<bool>,
    /// Whether it lives.
    pub status: CompanyStatus,
    /// The register's code of the legal form, such as `112`.
    pub legal_form: Option<String>,
    /// Where it is entered, such as `C 912345/MSPH`.
    pub register_entry: Option<String>,
    /// Registered seat.
    pub seat: Address,
    /// Day of establishment.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub established: Option<NaiveDate>,
    /// Day on which it ceased to exist.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub dissolved: Option<NaiveDate>,
    /// When the register last changed the entry.
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
        /// Where it is, without the slash at its end; its public address where this is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        base_url: Option<String>,
        /// For a whole look-up, in milliseconds; ten seconds where this is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        timeout_ms: Option<u32>,
    },
    /// ARES as it answered once: for tests, demonstrations and work without a network.
    Recorded {
        /// Recorded exchanges, each a JSON text.
        exchanges: Vec<String>,
    },
}
