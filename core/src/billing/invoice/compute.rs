//! From lines and prices to totals: EN 16931, with VAT rounded once for each rate.

use super::{Line, RateTotal, Refusal, SupplyRate, supply};
use crate::coverage::{Payer, Share};
use crate::money::{Exact, Rounding};
use crate::price_list::Item;
use crate::pricing;
use crate::reason::Reason;
use crate::report::{Content, unpriced as unpriced_by};
use crate::tax::{self, VatClass, VatSince};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
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

/// A released line that an invoice does not bill, as nothing says what it costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeftOut {
    /// The id of the activity that has the line.
    pub activity: Uuid,
    /// The id of the reported line. It stays free for the next invoice.
    pub report_line: Uuid,
    /// Why it could not be priced.
    pub reason: Reason,
}

/// The lines, their sums by rate, and the totals.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Computed {
    /// The lines that are billed, each with its price, amount and reasons.
    pub lines: Vec<Line>,
    /// The lines that could not be priced: one of them holds up no other.
    pub left_out: Vec<LeftOut>,
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
    /// Whether the seller was a payer of VAT at the tax point, so that tax is charged.
    pub payer: bool,
    /// The id of each activity that is billed to the day on which its work was done.
    pub done_on: BTreeMap<Uuid, NaiveDate>,
    /// What each activity has of the sums of each VAT rate, by its id; empty where no tax is
    /// charged.
    pub by_supply: BTreeMap<Uuid, Vec<SupplyRate>>,
}

/// Computes an invoice. Pure: no engine is needed. Of each activity it is given on which day its
/// work was done, also the work that this invoice does not bill; who pays VAT since when is the
/// seller's.
///
/// # Errors
/// `INVOICE-PRICE-01` where the list of the day has no price for any of the customer's lines,
/// `INVOICE-PRICE-02` where it prices them by other units, `INVOICE-AMOUNT-01` past 28 digits,
/// `INVOICE-TAX-01` before the first known rate, `INVOICE-TAX-02` where a payer's activities ended
/// in several months, `INVOICE-TAX-03` where the seller was a payer on some of their days only,
/// `INVOICE-SHARE-01` where a line is shared by several payers, which is not built.
pub fn compute(
    basis: &[Basis],
    done_on: &BTreeMap<Uuid, NaiveDate>,
    since: &[VatSince],
) -> Result<Computed, Refusal> {
    let (mut priced, mut left_out) = (Vec::new(), Vec::new());
    for line in basis {
        match unpriced(line) {
            Some(reason) => {
                let Basis { activity, report_line, .. } = *line;
                left_out.push((line, LeftOut { activity, report_line, reason }));
            }
            None => priced.push(line.clone()),
        }
    }
    let paid = |line: &Basis| line.share.payer == Payer::Customer;
    if let Some((line, first)) = left_out.first()
        && !priced.iter().any(paid)
    {
        return Err(refused(line, &first.reason));
    }
    let mut done_on = done_on.clone();
    done_on.retain(|activity, _| priced.iter().any(|line| line.activity == *activity));
    let (tax_point, payer) = supply::taxed(&priced, &done_on, since)?;
    let mut lines = Vec::new();
    for basis in &priced {
        lines.push(line(basis, payer, tax_point)?);
    }
    classed_alike(&mut lines, payer, tax_point)?;
    let rates = by_rate(&lines, payer, tax_point)?;
    let sum = |of: fn(&RateTotal) -> Exact| {
        rates.iter().map(of).try_fold(nothing(), Exact::plus).ok_or(Refusal::TooLarge {})
    };
    let (net, tax) = (sum(|rate| rate.base)?, sum(|rate| rate.tax)?);
    let total = net.plus(tax).ok_or(Refusal::TooLarge {})?;
    let left_out = left_out.into_iter().map(|(_, left)| left).collect();
    let by_supply = supply::by_supply(&lines, &rates).ok_or(Refusal::TooLarge {})?;
    Ok(Computed { lines, left_out, rates, net, tax, total, tax_point, payer, done_on, by_supply })
}

/// Why the line has no price. What the customer does not pay for needs none.
fn unpriced(line: &Basis) -> Option<Reason> {
    if line.share.payer != Payer::Customer {
        return None;
    }
    let unit = line.item.as_ref().map(|item| item.unit);
    unpriced_by(&line.content, line.worked_on, line.list.as_deref(), unit)
}

fn refused(line: &Basis, reason: &Reason) -> Refusal {
    let code = line.content.code.clone();
    match (reason, &line.list) {
        (Reason::OtherUnit { .. }, Some(list)) => Refusal::OtherUnit { code, list: list.clone() },
        _ => Refusal::NoPrice { code, day: line.worked_on },
    }
}

fn line(basis: &Basis, payer: bool, tax_point: NaiveDate) -> Result<Line, Refusal> {
    if !basis.share.is_whole() {
        return Err(Refusal::Shared { line: basis.report_line.to_string() });
    }
    let known = basis.list.as_deref().zip(basis.item.as_ref());
    let known = known.filter(|(_, item)| item.unit == basis.content.unit);
    let priced = match known {
        Some((list, item)) => pricing::price(basis.quantity, item, list, &basis.share),
        None => Some(pricing::borne(&basis.share)),
    };
    let priced = priced.ok_or(Refusal::TooLarge {})?;
    let vat = known.map(|(_, item)| item.vat).unwrap_or_default();
    let percent = if payer { Some(percent(vat, tax_point)?.0) } else { None };
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
        vat,
        percent,
        worked_on: basis.worked_on,
        reasons: priced.reasons,
    })
}

/// What the customer does not pay for brings no rate of its own into the summary: at price nothing
/// it stands under one that is there.
fn classed_alike(lines: &mut [Line], payer: bool, tax_point: NaiveDate) -> Result<(), Refusal> {
    let paid = lines.iter().filter(|line| line.payer == Payer::Customer).map(|line| line.vat);
    let paid: BTreeSet<VatClass> = paid.collect();
    let Some(first) = paid.first().copied() else { return Ok(()) };
    for line in lines.iter_mut().filter(|line| !paid.contains(&line.vat)) {
        line.vat = first;
        line.percent = if payer { Some(percent(first, tax_point)?.0) } else { None };
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
        let tax = supply::tax(base, percent).ok_or(Refusal::TooLarge {})?;
        let tax = Rounding::default().rate(tax);
        let (percent, law) = (Some(percent), Some(law));
        Ok(RateTotal { vat, percent, base, tax, law, exempt: None })
    };
    bases.into_iter().map(total).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use crate::report::Unit;
    use crate::tax::VatRegistration;

    fn payer_since() -> [VatSince; 1] {
        let from = "2004-05-01".parse().unwrap();
        [VatSince { from, registration: VatRegistration::Payer }]
    }

    fn day() -> NaiveDate {
        "2026-10-14".parse().unwrap()
    }

    fn done_on() -> BTreeMap<Uuid, NaiveDate> {
        BTreeMap::from([(Uuid::nil(), day())])
    }

    fn basis(payer: Payer, percent: &str) -> Basis {
        let share = Share { payer, percent: percent.parse().unwrap(), reasons: Vec::new() };
        let (name, price) = ("Hodina".to_owned(), "500.00".parse().unwrap());
        let day = day();
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
            assert!(compute(&[basis(payer, "100.0")], &done_on(), &payer_since()).is_ok());
            let refused = compute(&[basis(payer, "50")], &done_on(), &payer_since()).unwrap_err();
            assert_eq!(Error::from(refused).code(), "INVOICE-SHARE-01");
        }
    }

    #[test]
    fn a_seller_that_pays_no_vat_gives_the_reason_and_no_law() {
        let lines = [basis(Payer::Customer, "100")];
        let rate = |since: &[VatSince]| compute(&lines, &done_on(), since).unwrap().rates.remove(0);
        let (with, without) = (rate(&payer_since()), rate(&[]));
        assert_eq!((with.exempt, with.law.as_deref()), (None, Some("235/2004 Sb., § 47")));
        assert_eq!((without.exempt, without.law), (Some(Reason::NoPayer {}), None));
    }
}
