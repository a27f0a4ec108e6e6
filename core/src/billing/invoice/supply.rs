//! What is supplied, when, and what the supplier is to the VAT act on that day.

use super::{Basis, Line, RateTotal, Refusal, SupplyRate};
use crate::coverage::Payer;
use crate::money::{Exact, Rounding};
use crate::tax::{VatRegistration, VatSince, registration};
use chrono::{Datelike, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The day of a supply: each activity is one of its own, done on its last day of work (act
/// 235/2004, § 21), whichever of its lines an invoice takes up. What the customer does not pay for
/// moves no tax point, unless there is nothing else. Of each line it is given whether the customer
/// pays for it, and the day on which its work ended.
pub fn done_on(lines: impl Iterator<Item = (bool, NaiveDate)>) -> Option<NaiveDate> {
    lines.max().map(|(_, day)| day)
}

/// The tax point of all, and whether tax is charged. What an invoice says of its tax holds for
/// each of its supplies: one registration of the supplier, and of a payer's supplies one calendar
/// month (§ 31b), in which the rates are the same.
pub(super) fn taxed(
    basis: &[Basis],
    done_on: &BTreeMap<Uuid, NaiveDate>,
    since: &[VatSince],
) -> Result<(NaiveDate, bool), Refusal> {
    let paid = basis.iter().filter(|line| line.share.payer == Payer::Customer);
    let paid: BTreeSet<Uuid> = paid.map(|line| line.activity).collect();
    let counts = |activity: &Uuid| paid.is_empty() || paid.contains(activity);
    let done_on = || done_on.iter().filter(|(activity, _)| counts(activity));
    let tax_point = done_on().map(|(_, day)| *day).max().unwrap_or_default();
    let held = registration(since, tax_point);
    let payer = held == VatRegistration::Payer;
    let month = |day: NaiveDate| (day.year(), day.month());
    for (activity, day) in done_on() {
        let (activity, done_on) = (activity.to_string(), *day);
        if registration(since, *day) != held {
            return Err(Refusal::OtherRegistration { activity, done_on, tax_point });
        }
        if payer && month(*day) != month(tax_point) {
            return Err(Refusal::SeveralMonths { activity, done_on, tax_point });
        }
    }
    Ok((tax_point, payer))
}

/// The tax of a base, not rounded. `None` past 28 digits.
pub(super) fn tax(base: Exact, percent: Exact) -> Option<Exact> {
    base.times(percent)?.times(Exact::new(Decimal::new(1, 2)))
}

/// What each activity has of the sums of each rate (§ 31b): its base as its lines have it, and of
/// the tax, which is rounded once for all, whole hundredths that add up to it. `None` past 28
/// digits. Nothing where no rate applies.
pub(super) fn by_supply(
    lines: &[Line],
    rates: &[RateTotal],
) -> Option<BTreeMap<Uuid, Vec<SupplyRate>>> {
    let mut supplies: BTreeMap<Uuid, Vec<SupplyRate>> = BTreeMap::new();
    for rate in rates {
        let Some(percent) = rate.percent else { continue };
        let mut bases: BTreeMap<Uuid, Exact> = BTreeMap::new();
        // What the customer does not pay for is no supply to him.
        let paid = lines.iter().filter(|line| line.payer == Payer::Customer);
        for line in paid.filter(|line| line.vat == rate.vat) {
            let base = bases.entry(line.activity).or_insert(Rounding::default().rate(Exact::ZERO));
            *base = base.plus(line.net)?;
        }
        let exact: Vec<Exact> =
            bases.values().map(|base| tax(*base, percent)).collect::<Option<_>>()?;
        for ((activity, base), tax) in bases.into_iter().zip(apportioned(&exact, rate.tax)?) {
            let of = SupplyRate { vat: rate.vat, percent, base, tax };
            supplies.entry(activity).or_default().push(of);
        }
    }
    Some(supplies)
}

/// The amounts cut to whole hundredths, and what is left of their sum given by single hundredths to
/// those that lost most by it, the first first.
fn apportioned(exact: &[Exact], sum: Exact) -> Option<Vec<Exact>> {
    let places = Rounding::default().rate;
    let cut = |amount: &Exact| {
        let mut cut =
            amount.decimal().round_dp_with_strategy(places, RoundingStrategy::ToNegativeInfinity);
        cut.rescale(places);
        cut
    };
    let mut parts: Vec<Decimal> = exact.iter().map(cut).collect();
    let one = Decimal::new(1, places);
    let mut left = parts.iter().try_fold(sum.decimal(), |left, part| left.checked_sub(*part))?;
    let mut by_loss: Vec<usize> = (0..exact.len()).collect();
    by_loss.sort_by_key(|n| std::cmp::Reverse(exact[*n].decimal() - parts[*n]));
    for n in by_loss {
        if left < one {
            break;
        }
        parts[n] += one;
        left -= one;
    }
    Some(parts.into_iter().map(Exact::new).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_go_to_those_that_lost_most_and_add_up() {
        let table = [
            // Exact taxes of the supplies; the rounded tax of all; what each has of it.
            ("21.00", "21.00", "21.00"),
            ("10.0049 10.0049", "20.01", "10.01 10.00"),
            ("0.005 0.005", "0.01", "0.01 0.00"),
            ("0.0033 0.0066 0.0001", "0.01", "0.00 0.01 0.00"),
            ("0.004 0.004 0.004", "0.01", "0.01 0.00 0.00"),
            ("0.006 0.006 0.006", "0.02", "0.01 0.01 0.00"),
            ("0.00 100.906", "100.91", "0.00 100.91"),
        ];
        for (exact, sum, parts) in table {
            let exact: Vec<Exact> =
                exact.split(' ').map(|amount| amount.parse().unwrap()).collect();
            let shown = apportioned(&exact, sum.parse().unwrap()).unwrap();
            let shown: Vec<String> = shown.iter().map(Exact::to_string).collect();
            assert_eq!(shown.join(" "), parts);
        }
    }
}
