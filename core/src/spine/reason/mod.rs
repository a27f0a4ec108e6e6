//! Why a result is what it is: a code with typed parameters, said in the reader's language.
//!
//! Events hold for decades, and prose does not: it is written in one language, it is reworded, and
//! whoever compares it decides by a sentence. So an event, a state and a row hold a [`Reason`],
//! on the wire `{"code": "COVERAGE-WARRANTY-02", "reported_on": "2026-10-14", "until": …}`, and
//! [`Reason::text`] says it when it is read. A code is never reused and its parameters never
//! change; `include/schema/reasons.json` is written from the declarations, for hosts that say
//! reasons themselves.

mod macros;
mod said;

pub use said::Said;

use crate::journal::FreeText;
use crate::money::Exact;
use chrono::NaiveDate;
use serde::Serialize;

/// A declared reason: one line of the registry.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Declared {
    /// Stable, for programs: `COVERAGE-WARRANTY-01`. Never reused.
    pub code: &'static str,
    /// English sentence with `{parameter}` places.
    pub en: &'static str,
    /// The same in Czech.
    pub cs: &'static str,
    /// Names of the parameters, in order. They never change: events hold them.
    pub parameters: &'static [&'static str],
}

macros::reasons! {
    /// Why a result is what it is. On the wire the variant is its stable code under `code`, with
    /// the parameters beside it.
    pub enum Reason {
        /// The fault was reported before the first day of the warranty.
        WarrantyLater {
            /// The local day on which the fault was reported.
            reported_on: NaiveDate,
            /// The first day of the warranty.
            from: NaiveDate,
        } => "COVERAGE-WARRANTY-01"
            en "Reported on {reported_on}, before the warranty starts on {from}."
            cs "Nahlášeno {reported_on}, záruka začíná až {from}.",
        /// The fault was reported within the warranty, the last day of which counts.
        InWarranty {
            /// The local day on which the fault was reported.
            reported_on: NaiveDate,
            /// The last day of the warranty, which counts.
            until: NaiveDate,
        } => "COVERAGE-WARRANTY-02"
            en "Reported on {reported_on}, within the warranty, which lasts until {until} inclusive."
            cs "Nahlášeno {reported_on}, v záruce, která trvá do {until} včetně.",
        /// The fault was reported after the last day of the warranty.
        WarrantyOver {
            /// The local day on which the fault was reported.
            reported_on: NaiveDate,
            /// The last day of the warranty.
            until: NaiveDate,
        } => "COVERAGE-WARRANTY-03"
            en "Reported on {reported_on}, after the warranty ended on {until}."
            cs "Nahlášeno {reported_on}, záruka skončila {until}.",
        /// Warranty service on what is not known to be under warranty: its kind decides.
        WarrantyService {} => "COVERAGE-WARRANTY-04"
            en "It is warranty service, and the equipment's warranty is not known."
            cs "Jde o záruční servis a záruka zařízení není známa.",
        /// Nothing says that there is a warranty.
        NoWarranty {} => "COVERAGE-WARRANTY-05"
            en "No warranty is known."
            cs "Žádná záruka není známa.",
        /// A warranty does not bear consumable material.
        Consumable {} => "COVERAGE-WARRANTY-06"
            en "Consumables are not under warranty."
            cs "Na spotřební materiál se záruka nevztahuje.",
        /// A warranty answers for defects, and not for care that was planned.
        PlannedCare {} => "COVERAGE-PLANNED-01"
            en "It is planned care, and a warranty answers for defects only."
            cs "Jde o plánovanou péči, záruka se vztahuje jen na vady.",
        /// A manager decided against the rules, whose reasons stand before this one.
        Overruled {
            /// What the manager gave as the reason, in the manager's own words.
            reason: FreeText,
        } => "COVERAGE-MANAGER-01"
            en "A manager decided otherwise: {reason}."
            cs "Manažer rozhodl jinak: {reason}.",
        /// The price list of the day gave the price of one unit.
        Listed {
            /// Name of the price list.
            list: String,
            /// How much was priced, in the unit of the line.
            quantity: Exact,
            /// Net price of one unit, in the currency of the list.
            price: Exact,
            /// Their product without tax, before it is rounded.
            amount: Exact,
        } => "PRICE-LIST-01"
            en "{list}: {quantity} × {price} = {amount}."
            cs "{list}: {quantity} × {price} = {amount}.",
        /// The price list of the day gave the price of an hour, for minutes that are no short part
        /// of one.
        ListedMinutes {
            /// Name of the price list.
            list: String,
            /// How many whole minutes were priced.
            minutes: Exact,
            /// Net price of an hour, in the currency of the list.
            price: Exact,
            /// A sixtieth of their product without tax, before it is rounded.
            amount: Exact,
        } => "PRICE-LIST-02"
            en "{list}: {minutes} min at {price} an hour = {amount}."
            cs "{list}: {minutes} min po {price} za hodinu = {amount}.",
        /// An amount had more decimals than its currency, and was rounded once for the line.
        Rounded {
            /// The amount before it was rounded.
            amount: Exact,
            /// The amount afterwards, rounded half away from zero.
            rounded: Exact,
        } => "PRICE-ROUND-01"
            en "{amount} is rounded to {rounded}, half away from zero."
            cs "{amount} se zaokrouhluje na {rounded}, polovina směrem od nuly.",
        /// A Czech seller names no entry in a register (civil code, § 435).
        SellerUnregistered {} => "INVOICE-WARNING-01"
            en "The company's own entry in a register is not said: papers of a business name where it is registered (civil code, § 435)."
            cs "U firmy není uveden zápis v rejstříku: na listinách podnikatele stojí údaj o zápisu v rejstříku (občanský zákoník, § 435).",
        /// Of a business nobody said whether it pays VAT, nor whether the work is construction.
        PayerUnsaid {
            /// The id of the customer.
            customer: String,
        } => "INVOICE-WARNING-02"
            en "Nobody has said whether the customer {customer} pays VAT, nor whether the work is construction or assembly: to a payer such work is billed without tax (act 235/2004, § 92e)."
            cs "U zákazníka {customer} není uvedeno, zda je plátcem DPH, ani zda jde o stavební nebo montážní práce: plátci se účtují bez daně (zákon 235/2004, § 92e).",
        /// No price list of the day has the code.
        NotListed {
            /// The code of the line.
            item: String,
            /// The local day by which the price is chosen.
            day: NaiveDate,
        } => "PRICE-MISSING-01"
            en "No price list that holds on {day} has a price for {item}."
            cs "Žádný ceník platný {day} nemá cenu pro {item}.",
        /// The price list has the code by another unit.
        OtherUnit {
            /// The code of the line.
            item: String,
            /// Name of the price list.
            list: String,
        } => "PRICE-MISSING-02"
            en "{list} prices {item} by another unit."
            cs "{list} oceňuje {item} v jiné jednotce.",
        /// The customer pays nothing of it, as the warranty bears it.
        BorneByWarranty {} => "PRICE-BORNE-01"
            en "Borne by the warranty: the customer pays nothing."
            cs "Hradí záruka: zákazník neplatí nic.",
        /// No tax is charged, as the seller is no payer of VAT.
        NoPayer {} => "TAX-EXEMPT-01"
            en "The supplier pays no VAT."
            cs "Dodavatel není plátcem DPH.",
    }
}

/// Every reason of Callout, sorted by its code. What the committed `include/schema/reasons.json`
/// is written from.
pub fn registry() -> Vec<&'static Declared> {
    let mut declared: Vec<&'static Declared> = Reason::DECLARED.iter().collect();
    declared.sort_by_key(|reason| reason.code);
    declared
}
