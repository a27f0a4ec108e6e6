//! Finding what lies before a moment, in another order than that of moments: no index has two
//! orders. So a moment has a row for its day and for each greater span of days that it lies in, and
//! all days before another moment are a few such spans, whose rows each come in the order.

use super::index::{Cell, Cond, Entry, Link, Table};

const DAY: i64 = 86_400_000_000;
/// A span is eight of the next smaller ones.
const BITS: u32 = 3;
/// The greatest are 89 years long.
const LEVELS: u32 = 6;

/// The day since 1970; what lies outside of seven centuries counts to the first or last one.
fn day(micros: i64) -> i64 {
    micros.div_euclid(DAY).clamp(0, (1 << (BITS * LEVELS)) - 1)
}

fn span(level: u32, nth: i64) -> Cell {
    Cell::Int((i64::from(level) << 32) | nth)
}

/// The spans in which a moment lies.
fn around(micros: i64) -> impl Iterator<Item = Cell> {
    let day = day(micros);
    (0..LEVELS).map(move |level| span(level, day >> (BITS * level)))
}

/// The spans that together are all days up to that of a moment, each day in one of them.
fn up_to(micros: i64) -> Vec<Cell> {
    let end = day(micros) + 1;
    let at = |level: u32| {
        let last = end >> (BITS * level);
        let first = if level + 1 < LEVELS { last >> BITS << BITS } else { 0 };
        (first..last).map(move |nth| span(level, nth))
    };
    (0..LEVELS).flat_map(at).collect()
}

/// The rows of a moment: they repeat of the aggregate's own row what the table says.
pub(crate) fn spanned(
    table: &'static Table,
    micros: i64,
    own: &Entry,
) -> impl Iterator<Item = Entry> + use<> {
    let repeated = own.repeated(table);
    (0..).zip(around(micros)).map(move |(n, span)| {
        let cells = std::iter::once(span).chain(repeated.iter().cloned()).collect();
        Entry { table, n, cells, row: Vec::new() }
    })
}

/// That the moment lies on the day of this one or before; whether before it, the caller still asks.
pub(crate) fn by_day_of(table: &'static Table, micros: i64) -> Cond {
    Cond::Has(table, Link::SameOwner, vec![Cond::In("span", up_to(micros))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_day_before_is_in_one_span() {
        for end in [0, 1, 7, 8, 63, 64, 511, 3_000, 262_142, 262_143, 300_000] {
            let spans = up_to(end * DAY + 5);
            assert!(spans.len() < 64, "{end}: as many walks are merged");
            let days = (0..300).chain(2_900..3_100).chain([262_142, 262_143, 300_000]);
            for day in days {
                let found = around(day * DAY).filter(|span| spans.contains(span)).count();
                let last = end.min(262_143);
                assert_eq!(found, usize::from(day.min(262_143) <= last), "{day} up to {end}");
            }
        }
        assert_eq!(around(-1).next(), around(0).next());
    }
}
