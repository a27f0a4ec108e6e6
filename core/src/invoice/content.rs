//! What an invoice says.

use crate::company::Profile;
use crate::coverage::Payer;
use crate::customer::Address;
use crate::document::Language;
use crate::journal::Personal;
use crate::money::{Currency, Exact, Rounding};
use crate::reason::Reason;
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
    /// Net price of one unit (BT-146), in the invoice's currency; zero where another than the
    /// customer bears the line.
    pub unit_price: Exact,
    /// Net amount (BT-131), in the invoice's currency, rounded as `rounding` says.
    pub net: Exact,
    /// Who bears the line. One that the customer does not bear is shown at price nothing.
    pub payer: Payer,
    /// Which VAT rate.
    pub vat: VatClass,
    /// Percent (BT-152); missing for one who pays no VAT.
    pub percent: Option<Exact>,
    /// The day of the work, local to the company: its price is chosen by it.
    pub worked_on: NaiveDate,
    /// How the amount came about: the price, the rounding, and who bears it and why, in this
    /// order.
    pub reasons: Vec<Reason>,
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
    /// The citation of the law that sets the rate, such as `235/2004 Sb., § 47`; missing where no
    /// rate applies.
    pub law: Option<String>,
    /// Why no tax is charged (BT-120); missing where a rate applies.
    pub exempt: Option<Reason>,
}

/// Whether a party was a payer of VAT, and when that held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VatStatus {
    /// Whether it was one. The seller is one who has a VAT id; of the buyer it is what the
    /// customer's profile said on the day of the draft, nothing where nobody said.
    pub payer: Option<bool>,
    /// The day as of which that holds: the tax point.
    pub as_of: NaiveDate,
}

/// What an invoice says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Content {
    /// Who supplies, as it was on the day of the draft.
    pub seller: Profile,
    /// Whether the seller was a payer of VAT at the tax point: it decides whether tax is charged.
    pub seller_vat: VatStatus,
    /// To whom.
    pub buyer: Personal<Buyer>,
    /// Whether the buyer was a payer of VAT at the tax point; it names nobody, and stays when the
    /// buyer is forgotten.
    pub buyer_vat: VatStatus,
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
    /// How its amounts were rounded (R11).
    pub rounding: Rounding,
}
