//! Units in which meters show the same thing: what was read in one is compared in another.

use crate::money::Exact;
use rust_decimal::Decimal;

/// Units of one kind, each with how many of the first one it is.
type Kind = &'static [(&'static [&'static str], i64)];

/// Each kind of unit.
const KINDS: &[Kind] = &[
    &[
        (&["s"], 1),
        (&["min"], 60),
        (&["h", "hod", "Mh", "mth", "motohodin"], 3_600),
        (&["d"], 86_400),
    ],
    &[(&["mm"], 1), (&["cm"], 10), (&["m"], 1_000), (&["km"], 1_000_000)],
    &[
        (&["Pa"], 1),
        (&["mbar", "hPa"], 100),
        (&["kPa"], 1_000),
        (&["bar"], 100_000),
        (&["MPa"], 1_000_000),
    ],
    &[
        (&["J"], 1),
        (&["Wh"], 3_600),
        (&["kWh"], 3_600_000),
        (&["MJ"], 1_000_000),
        (&["GJ"], 1_000_000_000),
        (&["MWh"], 3_600_000_000),
    ],
    &[(&["W"], 1), (&["kW"], 1_000), (&["MW"], 1_000_000)],
    &[(&["ml"], 1), (&["l"], 1_000), (&["m3", "m³"], 1_000_000)],
    &[(&["g"], 1), (&["kg"], 1_000), (&["t"], 1_000_000)],
    &[(&["mA"], 1), (&["A"], 1_000)],
    &[(&["mV"], 1), (&["V"], 1_000), (&["kV"], 1_000_000)],
];

/// What two values are in a unit that both can be told in; nothing where there is none.
pub(super) fn alike(one: (Exact, &str), other: (Exact, &str)) -> Option<(Exact, Exact)> {
    let (a, b) = (one.1.trim(), other.1.trim());
    if a == b {
        return Some((one.0, other.0));
    }
    let factor = |kind: Kind, unit: &str| {
        let known = kind.iter().find(|(names, _)| names.contains(&unit));
        known.map(|(_, factor)| Exact::new(Decimal::from(*factor)))
    };
    let both = |kind: &Kind| Some((factor(kind, a)?, factor(kind, b)?));
    let (by, other_by) = KINDS.iter().find_map(both)?;
    Some((one.0.times(by)?, other.0.times(other_by)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_in_two_units_are_told_in_one() {
        let read = |value: &str| value.parse::<Exact>().unwrap();
        for (one, other, order) in [
            (("40", "h"), ("2460", "min"), Some(std::cmp::Ordering::Less)),
            (("41", "h"), ("2460", "min"), Some(std::cmp::Ordering::Equal)),
            (("5.2", "bar"), ("480", "kPa"), Some(std::cmp::Ordering::Greater)),
            (("1", "m³"), ("1000", "l"), Some(std::cmp::Ordering::Equal)),
            (("1", "ks"), ("2", "ks "), Some(std::cmp::Ordering::Less)),
            (("1", "h"), ("1", "km"), None),
            (("20", "°C"), ("293", "K"), None),
        ] {
            let told = alike((read(one.0), one.1), (read(other.0), other.1));
            assert_eq!(told.map(|(one, other)| one.cmp(&other)), order, "{one:?} {other:?}");
        }
    }
}
