//! Who the company is on documents, and what it has decided once for all.

use super::TaxPeriod;
use crate::customer::Address;
use crate::document::Language;
use crate::money::Currency;
use crate::schedule::Zone;
use serde::{Deserialize, Serialize};

/// Who the company is on documents (EN 16931 BG-4; Czech act 235/2004, § 29).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Business name (BT-27).
    pub name: String,
    /// IČO (BT-30).
    pub company_id: String,
    /// DIČ (BT-31); missing for one who pays no VAT.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_id: Option<String>,
    /// Entry in the public register (BT-33; civil code § 435).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub register_entry: String,
    /// Seat.
    pub address: Address,
    /// Where invoices are paid to (BT-84).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub iban: String,
    /// From where mails go.
    pub email: String,
    /// For questions.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
}

/// What a company has decided once for all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Where its clocks hang: days, years of series and document dates are local (R2).
    pub zone: Zone,
    /// Of documents and mails, unless the customer wants another.
    pub language: Language,
    /// Of invoices.
    pub currency: Currency,
    /// Send the job sheet by itself once it is signed and confirmed (S44).
    pub send_job_sheet: bool,
    /// Show prices on job sheets (A10).
    pub job_sheet_prices: bool,
    /// Nobody approves what they reported (E68).
    pub four_eyes: bool,
    /// Days from issue to due date.
    pub payment_days: u16,
    /// For so many days a command's request is remembered, so that the same id with other content
    /// is refused. After them the same id still gives its receipt and runs no second time.
    pub receipt_days: u16,
    /// For so many years after its period an invoice is kept, with the signed job sheets behind it,
    /// although a person in them is forgotten (R13): at least as many as the law asks for, see
    /// [`Retention`](super::Retention).
    pub retention_years: u16,
    /// How long a tax period is.
    pub tax_period: TaxPeriod,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            zone: Zone::default(),
            language: Language::Cs,
            currency: Currency::Czk,
            send_job_sheet: true,
            job_sheet_prices: false,
            four_eyes: true,
            payment_days: 14,
            receipt_days: 366,
            retention_years: 10,
            tax_period: TaxPeriod::Month,
        }
    }
}

/// The settings to change; what is missing stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SettingsChange {
    /// See [`Settings::language`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// See [`Settings::send_job_sheet`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_job_sheet: Option<bool>,
    /// See [`Settings::job_sheet_prices`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_sheet_prices: Option<bool>,
    /// See [`Settings::four_eyes`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub four_eyes: Option<bool>,
    /// See [`Settings::payment_days`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_days: Option<u16>,
    /// See [`Settings::receipt_days`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt_days: Option<u16>,
    /// See [`Settings::retention_years`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention_years: Option<u16>,
    /// See [`Settings::tax_period`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_period: Option<TaxPeriod>,
}

impl SettingsChange {
    /// The settings with the changes in.
    pub fn put_into(&self, settings: &Settings) -> Settings {
        Settings {
            language: self.language.unwrap_or(settings.language),
            send_job_sheet: self.send_job_sheet.unwrap_or(settings.send_job_sheet),
            job_sheet_prices: self.job_sheet_prices.unwrap_or(settings.job_sheet_prices),
            four_eyes: self.four_eyes.unwrap_or(settings.four_eyes),
            payment_days: self.payment_days.unwrap_or(settings.payment_days),
            receipt_days: self.receipt_days.unwrap_or(settings.receipt_days),
            retention_years: self.retention_years.unwrap_or(settings.retention_years),
            tax_period: self.tax_period.unwrap_or(settings.tax_period),
            ..settings.clone()
        }
    }
}
