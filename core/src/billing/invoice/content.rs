//! What an invoice says.

use crate::company::Profile;
use crate::coverage::Payer;
use crate::customer::Buyer;
use crate::journal::{FreeText, Personal};
use crate::language::Language;
use crate::money::{Currency, Exact, Rounding};
use crate::reason::Reason;
use crate::report::{LineKind, Unit};
use crate::tax::VatClass;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One line of an invoice (BG-25).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// The id of the activity whose work it bills.
    pub activity: Uuid,
    /// The id of the reported line that it bills.
    pub report_line: Uuid,
    /// What sort of line it is: part, material, labour, travel, kilometres or fee.
    pub kind: LineKind,
    /// The name as it is printed (BT-153).
    pub name: FreeText,
    /// The quantity that is billed (BT-129), in the unit of the line.
    pub quantity: Exact,
    /// The unit of the quantity (BT-130).
    pub unit: Unit,
    /// Net price of one unit (BT-146), in the invoice's currency; zero where another than the
    /// customer bears the line.
    pub unit_price: Exact,
    /// Net amount (BT-131), in the invoice's currency, rounded as `rounding` says.
    pub net: Exact,
    /// Who bears the line. One that the customer does not bear is shown at price nothing.
    pub payer: Payer,
    /// The VAT class under which it falls.
    pub vat: VatClass,
    /// The VAT rate in percent (BT-152); missing where the seller pays no VAT.
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
    /// The VAT class that is summed up.
    pub vat: VatClass,
    /// The VAT rate in percent (BT-119); missing where the seller pays no VAT.
    pub percent: Option<Exact>,
    /// The taxable amount (BT-116), in the invoice's currency.
    pub base: Exact,
    /// The tax (BT-117), in the invoice's currency, rounded once for the rate.
    pub tax: Exact,
    /// The citation of the law that sets the rate, such as `235/2004 Sb., § 47`; missing where no
    /// rate applies.
    pub law: Option<String>,
    /// Why no tax is charged (BT-120); missing where a rate applies.
    pub exempt: Option<Reason>,
}

/// One activity that an invoice bills, as a supply of its own (act 235/2004, § 31b).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Supply {
    /// The id of the activity.
    pub activity: Uuid,
    /// Its number as people know it, `SA-2026-00017`.
    pub number: String,
    /// The day on which its work was done, local to the company: its own tax point.
    pub done_on: NaiveDate,
    /// Its part of the sums of each VAT rate; nothing where the seller pays no VAT.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<SupplyRate>,
}

/// What one supply has of the sums of one VAT rate. Over all supplies of an invoice, bases and
/// taxes add up to those of the rate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupplyRate {
    /// The VAT class of the lines that are summed up.
    pub vat: VatClass,
    /// The VAT rate in percent.
    pub percent: Exact,
    /// The taxable amount of the supply, in the invoice's currency.
    pub base: Exact,
    /// Its tax, in the invoice's currency: what base and percent give, to the whole hundredth below
    /// or above it. The tax of a rate is rounded once for the invoice (R11); what the hundredths
    /// below leave over of it goes to the supplies of which they cut off most.
    pub tax: Exact,
}

/// Whether a party was a payer of VAT, and when that held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VatStatus {
    /// Whether it was one. Of the seller it is what the company's setting `vat_since` says of the
    /// tax point; of the buyer what the customer's profile said on the day of the draft, nothing
    /// where nobody said.
    pub payer: Option<bool>,
    /// The day as of which that holds: the tax point.
    pub as_of: NaiveDate,
}

/// What an invoice says; it is frozen when it is issued.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Content {
    /// Who supplies, as it was on the day of the draft.
    pub seller: Profile,
    /// Whether the seller was a payer of VAT at the tax point: it decides whether tax is charged.
    pub seller_vat: VatStatus,
    /// To whom it is made out, as on the day of the draft; erased once the law does not keep it any
    /// more and the buyer was forgotten.
    pub buyer: Personal<Buyer>,
    /// Whether the buyer was a payer of VAT at the tax point; it names nobody, and stays when the
    /// buyer is forgotten.
    pub buyer_vat: VatStatus,
    /// The currency of all amounts (BT-5).
    pub currency: Currency,
    /// The language in which it is written.
    pub language: Language,
    /// The activities that it bills, each with the day on which its work was done, in the order in
    /// which they were named.
    pub supplies: Vec<Supply>,
    /// The lines that are billed, in the order of the activities and their reports.
    pub lines: Vec<Line>,
    /// The sums of each VAT rate (BG-23).
    pub rates: Vec<RateTotal>,
    /// The sum of all lines without tax (BT-109).
    pub net: Exact,
    /// The tax of all rates (BT-110).
    pub tax: Exact,
    /// The amount to be paid, tax included (BT-112, BT-115).
    pub total: Exact,
    /// The tax point (BT-7, DUZP): the last day of the work.
    pub tax_point: NaiveDate,
    /// How its amounts were rounded (R11).
    pub rounding: Rounding,
}
