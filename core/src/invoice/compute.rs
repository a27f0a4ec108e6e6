//! From lines and prices to totals: EN 16931, with VAT rounded once for each rate.

use super::{Line, RateTotal, Refusal};
use crate::catalogue::Item;
use crate::coverage::Share;
use crate::money::{Exact, Rounding};
use crate::pricing;
use crate::reason::Reason;
use crate::report::Content;
use crate::tax::{self, VatClass};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// One released line that is to be billed, with all that its amount follows from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// The id of the activity that has the line.
    pub activity: Uuid,
    /// The id of the reported line.
    pub report_line: Uuid,
    /// What was used or done: kind, code, name and unit.
    pub content: Content,
    /// The quantity that is left to bill, in the unit of the line.
    pub quantity: Exact,
    /// Who pays for it and why: all of the line, so far.
    pub share: Share,
    /// The local day on which the work began: its price is chosen by it (R1).
    pub worked_on: NaiveDate,
    /// The local day on which the work ended: its tax is chosen by it (E78).
    pub ended_on: NaiveDate,
    /// The name of the price list that held on the day on which the work began; nothing where none
    /// did.
    pub list: Option<String>,
    /// The item of the line's code in that list; nothing where the list has none.
    pub item: Option<Item>,
}

/// The lines, their sums by rate, and the totals.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Computed {
    /// The lines that are billed, each with its price, amount and reasons.
    pub lines: Vec<Line>,
    /// The sums of each VAT rate (BG-23).
    pub rates: Vec<RateTotal>,
    /// The sum of all lines without tax (BT-109).
    pub net: Exact,
    /// The tax of all rates (BT-110).
    pub tax: Exact,
    /// The amount to be paid, tax included (BT-112).
    pub total: Exact,
    /// The last day of the work, which is the tax point (BT-7).
    pub tax_point: NaiveDate,
}

/// Computes an invoice. Pure: no engine is needed.
///
/// # Errors
/// `INVOICE-PRICE-01` where the list of the day has no price, `INVOICE-PRICE-02` where it prices
/// another unit, `INVOICE-AMOUNT-01` past 28 digits, `INVOICE-TAX-01` before the first known rate,
/// `INVOICE-TAX-02` where activities ended on both sides of a change of rates,
/// `INVOICE-SHARE-01` where a line is shared by several payers, which is not built.
pub fn compute(basis: &[Basis], payer: bool) -> Result<Computed, Refusal> {
    let tax_point = basis.iter().map(|line| line.ended_on).max().unwrap_or_default();
    let lines =
        basis.iter().map(|line| priced(line, payer, tax_point)).collect::<Result<Vec<_>, _>>()?;
    if payer {
        one_side(basis, &lines, tax_point)?;
    }
    let rates = by_rate(&lines, payer, tax_point)?;
    let sum = |of: fn(&RateTotal) -> Exact| {
        rates.iter().map(of).try_fold(nothing(), Exact::plus).ok_or(Refusal::TooLarge {})
    };
    let (net, tax) = (sum(|rate| rate.base)?, sum(|rate| rate.tax)?);
    let total = net.plus(tax).ok_or(Refusal::TooLarge {})?;
    Ok(Computed { lines, rates, net, tax, total, tax_point })
}

fn priced(basis: &Basis, payer: bool, tax_point: NaiveDate) -> Result<Line, Refusal> {
    let code = || basis.content.code.clone();
    let (Some(list), Some(item)) = (&basis.list, &basis.item) else {
        return Err(Refusal::NoPrice { code: code(), day: basis.worked_on });
    };
    if item.unit != basis.content.unit {
        return Err(Refusal::OtherUnit { code: code(), list: list.clone() });
    }
    if !basis.share.is_whole() {
        return Err(Refusal::Shared { line: basis.report_line.to_string() });
    }
    let priced = pricing::price(basis.quantity, item, list, &basis.share);
    let priced = priced.ok_or(Refusal::TooLarge {})?;
    let percent = if payer { Some(percent(item.vat, tax_point)?.0) } else { None };
    Ok(Line {
        activity: basis.activity,
        report_line: basis.report_line,
        kind: basis.content.kind,
        name: basis.content.printed(),
        quantity: basis.quantity,
        unit: basis.content.unit,
        unit_price: priced.unit_price,
        net: priced.net,
        payer: basis.share.payer,
        vat: item.vat,
        percent,
        worked_on: basis.worked_on,
        reasons: priced.reasons,
    })
}

/// Each activity is a supply of its own, done on its last day of work: all of an invoice must
/// fall under the rates of the one tax point that it states (E78).
fn one_side(basis: &[Basis], lines: &[Line], tax_point: NaiveDate) -> Result<(), Refusal> {
    let mut ends: BTreeMap<Uuid, NaiveDate> = BTreeMap::new();
    for line in basis {
        let end = ends.entry(line.activity).or_insert(line.ended_on);
        *end = line.ended_on.max(*end);
    }
    for line in lines {
        let done_on = ends.get(&line.activity).copied().unwrap_or(tax_point);
        let (percent, _) = percent(line.vat, done_on)?;
        if line.percent != Some(percent) {
            let activity = line.activity.to_string();
            return Err(Refusal::OtherRate { activity, done_on, percent, tax_point });
        }
    }
    Ok(())
}

/// No money, with the decimals of an amount.
fn nothing() -> Exact {
    Rounding::default().rate(Exact::ZERO)
}

fn percent(vat: VatClass, tax_point: NaiveDate) -> Result<(Exact, String), Refusal> {
    let rate = tax::rate(vat, tax_point).ok_or(Refusal::NoRate { tax_point })?;
    Ok((rate.percent, rate.law))
}

fn by_rate(lines: &[Line], payer: bool, tax_point: NaiveDate) -> Result<Vec<RateTotal>, Refusal> {
    let mut bases: BTreeMap<VatClass, Exact> = BTreeMap::new();
    for line in lines {
        let base = bases.entry(line.vat).or_insert(nothing());
        *base = base.plus(line.net).ok_or(Refusal::TooLarge {})?;
    }
    if !payer {
        let base = bases.values().copied().try_fold(nothing(), Exact::plus);
        let base = base.ok_or(Refusal::TooLarge {})?;
        let (vat, tax) = (VatClass::Standard, nothing());
        let exempt = Some(Reason::NoPayer {});
        return Ok(vec![RateTotal { vat, percent: None, base, tax, law: None, exempt }]);
    }
    let total = |(vat, base): (VatClass, Exact)| {
        let (percent, law) = percent(vat, tax_point)?;
        let hundredth = Exact::new(Decimal::new(1, 2));
        let tax = base.times(percent).and_then(|tax| tax.times(hundredth));
        let tax = Rounding::default().rate(tax.ok_or(Refusal::TooLarge {})?);
        let (percent, law) = (Some(percent), Some(law));
        Ok(RateTotal { vat, percent, base, tax, law, exempt: None })
    };
    bases.into_iter().map(total).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::Payer;
    use crate::error::Error;
    use crate::report::Unit;

    fn basis(payer: Payer, percent: &str) -> Basis {
        let share = Share { payer, percent: percent.parse().unwrap(), reasons: Vec::new() };
        let (name, price) = ("Hodina".to_owned(), "500.00".parse().unwrap());
        let day = "2026-10-14".parse().unwrap();
        Basis {
            activity: Uuid::nil(),
            report_line: Uuid::nil(),
            content: Content { unit: Unit::Hour, ..Content::default() },
            quantity: "2".parse().unwrap(),
            share,
            worked_on: day,
            ended_on: day,
            list: Some("Ceník".to_owned()),
            item: Some(Item { name, unit: Unit::Hour, price, vat: VatClass::Standard }),
        }
    }

    #[test]
    fn a_part_of_a_line_is_refused_and_not_billed_as_all_of_it() {
        for payer in [Payer::Customer, Payer::Warranty] {
            assert!(compute(&[basis(payer, "100.0")], true).is_ok());
            let refused = compute(&[basis(payer, "50")], true).unwrap_err();
            assert_eq!(Error::from(refused).code(), "INVOICE-SHARE-01");
        }
    }

    #[test]
    fn a_seller_that_pays_no_vat_gives_the_reason_and_no_law() {
        let lines = [basis(Payer::Customer, "100")];
        let rate = |payer| compute(&lines, payer).unwrap().rates.remove(0);
        let (with, without) = (rate(true), rate(false));
        assert_eq!((with.exempt, with.law.as_deref()), (None, Some("235/2004 Sb., § 47")));
        assert_eq!((without.exempt, without.law), (Some(Reason::NoPayer {}), None));
    }
}
