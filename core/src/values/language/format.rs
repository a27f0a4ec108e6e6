//! Amounts, quantities and dates as people write them, in Czech and English.
//!
//! Parts of one value are joined by U+00A0, so that no renderer breaks a line inside them. Numbers
//! are rounded half away from zero, as on an invoice.

use super::Language;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeZone, Timelike};
use rust_decimal::{Decimal, RoundingStrategy};

/// The space that does not break a line.
pub const NO_BREAK: char = '\u{a0}';

/// A number with exactly so many decimals, thousands apart.
///
/// ```
/// use callout_core::document::{Language, format};
/// let amount = "1234.505".parse().unwrap();
/// assert_eq!(format::decimal(amount, 2, Language::Cs), "1\u{a0}234,51");
/// assert_eq!(format::decimal(amount, 2, Language::En), "1,234.51");
/// ```
pub fn decimal(value: Decimal, places: u32, language: Language) -> String {
    let rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let plain = rounded.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (thousands, point) = match language {
        Language::Cs => (NO_BREAK, ','),
        Language::En => (',', '.'),
    };
    let mut out = String::with_capacity(plain.len() + 8);
    if rounded.is_sign_negative() && !rounded.is_zero() {
        out.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(thousands);
        }
        out.push(digit);
    }
    if places > 0 {
        out.push(point);
        out.push_str(fraction);
        // The number may have fewer decimals than asked for.
        out.extend(std::iter::repeat_n('0', (places as usize).saturating_sub(fraction.len())));
    }
    out
}

/// A number with the decimals that it has, without zeros at the end.
///
/// ```
/// use callout_core::document::{Language, format};
/// assert_eq!(format::number("2.500".parse().unwrap(), Language::Cs), "2,5");
/// assert_eq!(format::number("1500".parse().unwrap(), Language::En), "1,500");
/// ```
pub fn number(value: Decimal, language: Language) -> String {
    let value = value.normalize();
    decimal(value, value.scale(), language)
}

/// A quantity with its unit; the unit may be empty.
///
/// ```
/// use callout_core::document::{Language, format};
/// assert_eq!(format::quantity("1.50".parse().unwrap(), "h", Language::Cs), "1,5\u{a0}h");
/// ```
pub fn quantity(value: Decimal, unit: &str, language: Language) -> String {
    let number = number(value, language);
    if unit.is_empty() { number } else { format!("{number}{NO_BREAK}{unit}") }
}

/// Hours with their unit; those that are whole minutes and no short decimal number by the clock.
///
/// ```
/// use callout_core::document::{Language, format};
/// assert_eq!(format::hours("0.833333333333".parse().unwrap(), "h", Language::Cs), "0:50\u{a0}h");
/// assert_eq!(format::hours("1.75".parse().unwrap(), "h", Language::Cs), "1,75\u{a0}h");
/// ```
pub fn hours(value: Decimal, unit: &str, language: Language) -> String {
    const SHORT: u32 = 4;
    let minutes = value.checked_mul(Decimal::from(60)).map(|it| it.round_dp(8).normalize());
    match minutes.filter(|it| it.scale() == 0 && value.normalize().scale() > SHORT) {
        Some(minutes) => {
            let (hours, rest) = (minutes / Decimal::from(60), minutes % Decimal::from(60));
            format!("{}:{rest:02}{NO_BREAK}{unit}", hours.trunc())
        }
        None => quantity(value, unit, language),
    }
}

/// A rate in percent: `21 %` in Czech, `21%` in English.
pub fn percent(value: Decimal, language: Language) -> String {
    match language {
        Language::Cs => format!("{}{NO_BREAK}%", number(value, language)),
        Language::En => format!("{}%", number(value, language)),
    }
}

/// An amount with its currency (ISO 4217), rounded to the decimals of that currency.
///
/// ```
/// use callout_core::document::{Language, format};
/// let amount = "1234.5".parse().unwrap();
/// assert_eq!(format::money(amount, "CZK", Language::Cs), "1\u{a0}234,50\u{a0}Kč");
/// assert_eq!(format::money(amount, "CZK", Language::En), "CZK\u{a0}1,234.50");
/// assert_eq!(format::money(amount, "JPY", Language::En), "JPY\u{a0}1,235");
/// ```
pub fn money(amount: Decimal, currency: &str, language: Language) -> String {
    let digits = decimal(amount, currency_decimals(currency), language);
    match language {
        Language::Cs => {
            let sign = match currency {
                "CZK" => "Kč",
                "EUR" => "€",
                other => other,
            };
            format!("{digits}{NO_BREAK}{sign}")
        }
        Language::En => format!("{currency}{NO_BREAK}{digits}"),
    }
}

/// An amount without its currency, for columns whose heading names it.
pub fn amount(amount: Decimal, currency: &str, language: Language) -> String {
    decimal(amount, currency_decimals(currency), language)
}

/// A price of one: every decimal that it has, and at least those of its currency. Rounded, it
/// would not give the amount of its line.
///
/// ```
/// use callout_core::document::{Language, format};
/// let price = |text: &str| format::price(text.parse().unwrap(), "CZK", Language::Cs);
/// assert_eq!([price("0.3335"), price("14.5")], ["0,3335", "14,50"]);
/// ```
pub fn price(price: Decimal, currency: &str, language: Language) -> String {
    let price = price.normalize();
    decimal(price, price.scale().max(currency_decimals(currency)), language)
}

/// Decimals of a currency (ISO 4217); two where it is unknown.
pub fn currency_decimals(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX"
        | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}

/// A date: `15. 10. 2026` in Czech, `15 October 2026` in English.
///
/// ```
/// use callout_core::document::{Language, format};
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 10, 15).unwrap();
/// assert_eq!(format::date(day, Language::Cs), "15.\u{a0}10.\u{a0}2026");
/// assert_eq!(format::date(day, Language::En), "15\u{a0}October\u{a0}2026");
/// ```
pub fn date(day: NaiveDate, language: Language) -> String {
    let (d, m, y) = (day.day(), day.month(), day.year());
    match language {
        Language::Cs => format!("{d}.{NO_BREAK}{m}.{NO_BREAK}{y}"),
        Language::En => format!("{d}{NO_BREAK}{}{NO_BREAK}{y}", month(m)),
    }
}

/// A local date and time to the minute: `15. 10. 2026 8:05`, `15 October 2026, 08:05`.
pub fn date_time(local: NaiveDateTime, language: Language) -> String {
    let (day, time) = (date(local.date(), language), time(local, language));
    match language {
        Language::Cs => format!("{day}{NO_BREAK}{time}"),
        Language::En => format!("{day},{NO_BREAK}{time}"),
    }
}

/// The time of a local date and time, to the minute: `8:05` in Czech, `08:05` in English.
pub fn time(local: NaiveDateTime, language: Language) -> String {
    let (hour, minute) = (local.hour(), local.minute());
    match language {
        Language::Cs => format!("{hour}:{minute:02}"),
        Language::En => format!("{hour:02}:{minute:02}"),
    }
}

/// An instant as the clock on the wall shows it in its zone; see [`date_time`].
///
/// ```
/// use callout_core::document::{Language, format};
/// use chrono::{TimeZone, Utc};
/// let signed = Utc.with_ymd_and_hms(2026, 10, 15, 6, 5, 0).unwrap();
/// let local = signed.with_timezone(&chrono_tz::Europe::Prague);
/// assert_eq!(format::instant(&local, Language::Cs), "15.\u{a0}10.\u{a0}2026\u{a0}8:05");
/// ```
pub fn instant<Z: TimeZone>(at: &DateTime<Z>, language: Language) -> String {
    date_time(at.naive_local(), language)
}

fn month(number: u32) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(number.saturating_sub(1) as usize).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written below `value` in Czech and English.
    #[test]
    fn amounts_are_written_as_people_write_them() {
        let table = [
            // amount        currency  Czech              English
            ("0", "CZK", "0,00 Kč", "CZK 0.00"),
            ("0.005", "CZK", "0,01 Kč", "CZK 0.01"),
            ("-0.005", "CZK", "-0,01 Kč", "CZK -0.01"),
            ("-0.004", "CZK", "0,00 Kč", "CZK 0.00"),
            ("2.5", "JPY", "3 JPY", "JPY 3"),
            ("999.995", "EUR", "1 000,00 €", "EUR 1,000.00"),
            ("-1234567.1", "CZK", "-1 234 567,10 Kč", "CZK -1,234,567.10"),
            ("123456", "USD", "123 456,00 USD", "USD 123,456.00"),
            ("1.23456", "KWD", "1,235 KWD", "KWD 1.235"),
            (
                "79228162514264337593543950335",
                "CZK",
                "79 228 162 514 264 337 593 543 950 335,00 Kč",
                "CZK 79,228,162,514,264,337,593,543,950,335.00",
            ),
        ];
        for (value, currency, cs, en) in table {
            let value: Decimal = value.parse().unwrap();
            let plain = |text: String| text.replace(NO_BREAK, " ");
            assert_eq!(plain(money(value, currency, Language::Cs)), cs);
            assert_eq!(plain(money(value, currency, Language::En)), en);
        }
    }

    #[test]
    fn quantities_and_rates_lose_their_zeros() {
        let of = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(number(of("100"), Language::Cs), "100");
        assert_eq!(number(of("0.125"), Language::Cs), "0,125");
        assert_eq!(number(of("-3.10"), Language::En), "-3.1");
        assert_eq!(quantity(of("2"), "", Language::Cs), "2");
        assert_eq!(percent(of("21.00"), Language::Cs), "21\u{a0}%");
        assert_eq!(percent(of("4.9"), Language::En), "4.9%");
    }

    #[test]
    fn no_value_has_a_place_to_break() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        let time = day.and_hms_opt(7, 5, 59).unwrap();
        for language in [Language::Cs, Language::En] {
            let all = [date(day, language), date_time(time, language)];
            assert!(all.iter().all(|text| !text.contains(' ')), "{all:?}");
        }
        assert_eq!(date_time(time, Language::En), "5\u{a0}January\u{a0}2026,\u{a0}07:05");
    }
}
