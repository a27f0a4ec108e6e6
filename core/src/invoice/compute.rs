//! From lines and prices to totals: EN 16931, with VAT rounded once for each rate.

use super::{Line, RateTotal, Refusal};
use crate::catalogue::Item;
use crate::coverage::Coverage;
use crate::money::Exact;
use crate::pricing;
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
    /// Of which activity.
    pub activity: Uuid,
    /// Which reported line.
    pub report_line: Uuid,
    /// What it is made of.
    pub content: Content,
    /// How much is left to bill.
    pub quantity: Exact,
    /// Who pays for it.
    pub coverage: Coverage,
    /// The local day on which the work began: its price is chosen by it (R1).
    pub worked_on: NaiveDate,
    /// The local day on which it ended: its tax is (E78).
    pub ended_on: NaiveDate,
    /// The price list that held on that day, and the item of the line's code in it.
    pub list: Option<String>,
    /// The item, if the list has it.
    pub item: Option<Item>,
}

/// The lines, their sums by rate, and the totals.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Computed {
    /// What is billed.
    pub lines: Vec<Line>,
    /// Sums by rate.
    pub rates: Vec<RateTotal>,
    /// Sum without tax.
    pub net: Exact,
    /// Tax.
    pub tax: Exact,
    /// Both.
    pub total: Exact,
    /// The last day of the work.
    pub tax_point: NaiveDate,
}

/// Computes an invoice. Pure: no engine is needed.
///
/// # Errors
/// `INVOICE-PRICE-01` where the list of the day has no price, `INVOICE-PRICE-02` where it prices
/// another unit, `INVOICE-AMOUNT-01` past 28 digits, `INVOICE-TAX-01` before the first known rate,
/// `INVOICE-TAX-02` where activities ended on both sides of a change of rates.
pub fn compute(basis: &[Basis], payer: bool) -> Result<Computed, Refusal> {
    let tax_point = basis.iter().map(|line| line.ended_on).max().unwrap_or_default();
    let lines =
        basis.iter().map(|line| priced(line, payer, tax_point)).collect::<Result<Vec<_>, _>>()?;
    if payer {
        one_side(basis, &lines, tax_point)?;
    }
    let rates = by_rate(&lines, payer, tax_point)?;
    let sum = |of: fn(&RateTotal) -> Exact| {
        let start = Exact::ZERO.round(2);
        rates.iter().map(of).try_fold(start, Exact::plus).ok_or(Refusal::TooLarge {})
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
    let priced = pricing::price(basis.quantity, item, list, &basis.coverage);
    let priced = priced.ok_or(Refusal::TooLarge {})?;
    let percent = if payer { Some(percent(item.vat, tax_point)?.0) } else { None };
    Ok(Line {
        activity: basis.activity,
        report_line: basis.report_line,
        kind: basis.content.kind,
        name: basis.content.name.clone(),
        quantity: basis.quantity,
        unit: basis.content.unit,
        unit_price: priced.unit_price,
        net: priced.net,
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

fn percent(vat: VatClass, tax_point: NaiveDate) -> Result<(Exact, String), Refusal> {
    let rate = tax::rate(vat, tax_point).ok_or(Refusal::NoRate { tax_point })?;
    Ok((rate.percent, rate.law))
}

fn by_rate(lines: &[Line], payer: bool, tax_point: NaiveDate) -> Result<Vec<RateTotal>, Refusal> {
    let mut bases: BTreeMap<VatClass, Exact> = BTreeMap::new();
    for line in lines {
        let base = bases.entry(line.vat).or_insert(Exact::ZERO.round(2));
        *base = base.plus(line.net).ok_or(Refusal::TooLarge {})?;
    }
    if !payer {
        let base = bases.values().copied().try_fold(Exact::ZERO.round(2), Exact::plus);
        let base = base.ok_or(Refusal::TooLarge {})?;
        let law = "neplátce DPH".to_owned();
        let tax = Exact::ZERO.round(2);
        return Ok(vec![RateTotal { vat: VatClass::Standard, percent: None, base, tax, law }]);
    }
    let total = |(vat, base): (VatClass, Exact)| {
        let (percent, law) = percent(vat, tax_point)?;
        let hundredth = Exact::new(Decimal::new(1, 2));
        let tax = base.times(percent).and_then(|tax| tax.times(hundredth));
        let tax = tax.ok_or(Refusal::TooLarge {})?.round(2);
        Ok(RateTotal { vat, percent: Some(percent), base, tax, law })
    };
    bases.into_iter().map(total).collect()
}
