//! What an invoice says.

use crate::company::Profile;
use crate::customer::Address;
use crate::document::Language;
use crate::journal::Personal;
use crate::money::{Currency, Exact};
use crate::report::{LineKind, Unit};
use crate::tax::VatClass;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// To whom an invoice is made out (EN 16931 BG-7), as it was on the day of the draft (E4).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Buyer {
    /// Name (BT-44).
    pub name: String,
    /// IČO (BT-47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company_id: Option<String>,
    /// DIČ (BT-48).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_id: Option<String>,
    /// Address (BG-8).
    pub address: Address,
}

/// One line (BG-25).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// Of which activity.
    pub activity: Uuid,
    /// Which reported line it bills.
    pub report_line: Uuid,
    /// What it is about.
    pub kind: LineKind,
    /// As it is printed (BT-153).
    pub name: String,
    /// How much (BT-129).
    pub quantity: Exact,
    /// Of what (BT-130).
    pub unit: Unit,
    /// Net price of one (BT-146).
    pub unit_price: Exact,
    /// Net amount (BT-131).
    pub net: Exact,
    /// Which VAT rate.
    pub vat: VatClass,
    /// Percent (BT-152); missing for one who pays no VAT.
    pub percent: Option<Exact>,
    /// The day of the work, local to the company: its price is chosen by it.
    pub worked_on: NaiveDate,
    /// How the amount came about (decision 20).
    pub reasons: Vec<String>,
}

/// The sum of one VAT rate (BG-23).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RateTotal {
    /// Which rate.
    pub vat: VatClass,
    /// Percent (BT-119); missing for one who pays no VAT.
    pub percent: Option<Exact>,
    /// Taxable amount (BT-116).
    pub base: Exact,
    /// Tax (BT-117), rounded once for the rate.
    pub tax: Exact,
    /// Where the rate stands.
    pub law: String,
}

/// What an invoice says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Content {
    /// Who supplies, as it was on the day of the draft.
    pub seller: Profile,
    /// To whom.
    pub buyer: Personal<Buyer>,
    /// Of all amounts (BT-5).
    pub currency: Currency,
    /// Of the document.
    pub language: Language,
    /// Numbers of the activities, for people.
    pub references: Vec<String>,
    /// What is billed.
    pub lines: Vec<Line>,
    /// Sums by rate.
    pub rates: Vec<RateTotal>,
    /// Sum without tax (BT-109).
    pub net: Exact,
    /// Tax (BT-110).
    pub tax: Exact,
    /// To be paid (BT-112, BT-115).
    pub total: Exact,
    /// The tax point (BT-7, DUZP): the last day of the work.
    pub tax_point: NaiveDate,
    /// How amounts are rounded (R11): half away from zero, once a line and once a rate.
    pub rounding: String,
}
