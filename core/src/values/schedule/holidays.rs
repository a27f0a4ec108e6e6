//! Public holidays: the days on which a country does not work, by its law.

use chrono::{Days, NaiveDate};
use serde::Serialize;

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holiday {
    /// The day on which nobody works by law.
    pub date: NaiveDate,
    /// What it is called in the language of its country.
    pub name: &'static str,
    /// What it is called in English.
    pub english: &'static str,
}

/// The countries whose public holidays are known, ISO 3166-1 alpha-2. Of Germany it is those that
/// are free in all its states.
pub const COUNTRIES: &[&str] = &["AT", "CZ", "DE", "PL", "SK"];

/// The years for which they are known: for those to come, by the law of today.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2199;

/// When in a year a holiday is.
enum On {
    /// Month and day.
    Day(u32, u32),
    /// So many days after Easter Sunday.
    Easter(i64),
}
use On::{Day, Easter};

/// A line of a country's law: when, what it is called there and in English, the first year and the
/// last. A year with a hole in it is two lines.
type Line = (On, &'static str, &'static str, i32, i32);

const EVER: i32 = i32::MAX;

const fn always(on: On, name: &'static str, english: &'static str) -> Line {
    (on, name, english, 0, EVER)
}

/// Federal law: Feiertagsruhegesetz 1957, Arbeitsruhegesetz § 7.
const AT: &[Line] = &[
    always(Day(1, 1), "Neujahr", "New Year's Day"),
    always(Day(1, 6), "Heilige Drei Könige", "Epiphany"),
    always(Easter(1), "Ostermontag", "Easter Monday"),
    always(Day(5, 1), "Staatsfeiertag", "Labour Day"),
    always(Easter(39), "Christi Himmelfahrt", "Ascension Day"),
    always(Easter(50), "Pfingstmontag", "Whit Monday"),
    always(Easter(60), "Fronleichnam", "Corpus Christi"),
    always(Day(8, 15), "Mariä Himmelfahrt", "Assumption Day"),
    always(Day(10, 26), "Nationalfeiertag", "National Day"),
    always(Day(11, 1), "Allerheiligen", "All Saints' Day"),
    always(Day(12, 8), "Mariä Empfängnis", "Immaculate Conception"),
    always(Day(12, 25), "Christtag", "Christmas Day"),
    always(Day(12, 26), "Stefanitag", "St Stephen's Day"),
];

/// Act 245/2000; Good Friday by act 359/2015.
const CZ: &[Line] = &[
    always(Day(1, 1), "Den obnovy samostatného českého státu", "New Year's Day"),
    (Easter(-2), "Velký pátek", "Good Friday", 2016, EVER),
    always(Easter(1), "Velikonoční pondělí", "Easter Monday"),
    always(Day(5, 1), "Svátek práce", "Labour Day"),
    always(Day(5, 8), "Den vítězství", "Victory Day"),
    always(Day(7, 5), "Den slovanských věrozvěstů Cyrila a Metoděje", "Saints Cyril and Methodius"),
    always(Day(7, 6), "Den upálení mistra Jana Husa", "Jan Hus Day"),
    always(Day(9, 28), "Den české státnosti", "Czech Statehood Day"),
    always(Day(10, 28), "Den vzniku samostatného československého státu", "Independence Day"),
    always(Day(11, 17), "Den boje za svobodu a demokracii", "Freedom and Democracy Day"),
    always(Day(12, 24), "Štědrý den", "Christmas Eve"),
    always(Day(12, 25), "1. svátek vánoční", "Christmas Day"),
    always(Day(12, 26), "2. svátek vánoční", "St Stephen's Day"),
];

/// What is free in all the states; the Reformation's 500th anniversary was.
const DE: &[Line] = &[
    always(Day(1, 1), "Neujahr", "New Year's Day"),
    always(Easter(-2), "Karfreitag", "Good Friday"),
    always(Easter(1), "Ostermontag", "Easter Monday"),
    always(Day(5, 1), "Tag der Arbeit", "Labour Day"),
    always(Easter(39), "Christi Himmelfahrt", "Ascension Day"),
    always(Easter(50), "Pfingstmontag", "Whit Monday"),
    always(Day(10, 3), "Tag der Deutschen Einheit", "German Unity Day"),
    (Day(10, 31), "Reformationstag", "Reformation Day", 2017, 2017),
    always(Day(12, 25), "1. Weihnachtstag", "Christmas Day"),
    always(Day(12, 26), "2. Weihnachtstag", "St Stephen's Day"),
];

/// Act of 18 January 1951 on days free of work.
const PL: &[Line] = &[
    always(Day(1, 1), "Nowy Rok", "New Year's Day"),
    (Day(1, 6), "Święto Trzech Króli", "Epiphany", 2011, EVER),
    always(Easter(0), "Wielkanoc", "Easter Sunday"),
    always(Easter(1), "Poniedziałek Wielkanocny", "Easter Monday"),
    always(Day(5, 1), "Święto Państwowe", "Labour Day"),
    always(Day(5, 3), "Święto Narodowe Trzeciego Maja", "Constitution Day"),
    always(Easter(49), "Zielone Świątki", "Whit Sunday"),
    always(Easter(60), "Boże Ciało", "Corpus Christi"),
    always(Day(8, 15), "Wniebowzięcie Najświętszej Maryi Panny", "Assumption Day"),
    always(Day(11, 1), "Wszystkich Świętych", "All Saints' Day"),
    always(Day(11, 11), "Narodowe Święto Niepodległości", "Independence Day"),
    (Day(11, 12), "Narodowe Święto Niepodległości", "Independence Day, centenary", 2018, 2018),
    (Day(12, 24), "Wigilia Bożego Narodzenia", "Christmas Eve", 2025, EVER),
    always(Day(12, 25), "Boże Narodzenie", "Christmas Day"),
    always(Day(12, 26), "drugi dzień Bożego Narodzenia", "St Stephen's Day"),
];

/// Act 241/1993, as the acts that save public money changed it: some are holidays and days of work.
const SK: &[Line] = &[
    always(Day(1, 1), "Deň vzniku Slovenskej republiky", "New Year's Day"),
    always(Day(1, 6), "Zjavenie Pána", "Epiphany"),
    always(Easter(-2), "Veľký piatok", "Good Friday"),
    always(Easter(1), "Veľkonočný pondelok", "Easter Monday"),
    always(Day(5, 1), "Sviatok práce", "Labour Day"),
    (Day(5, 8), "Deň víťazstva nad fašizmom", "Victory Day", 0, 2025),
    (Day(5, 8), "Deň víťazstva nad fašizmom", "Victory Day", 2027, EVER),
    always(Day(7, 5), "Sviatok svätého Cyrila a Metoda", "Saints Cyril and Methodius"),
    always(Day(8, 29), "Výročie SNP", "National Uprising"),
    (Day(9, 1), "Deň Ústavy Slovenskej republiky", "Constitution Day", 0, 2023),
    (Day(9, 15), "Sedembolestná Panna Mária", "Our Lady of Sorrows", 0, 2025),
    (Day(9, 15), "Sedembolestná Panna Mária", "Our Lady of Sorrows", 2027, EVER),
    (Day(10, 30), "Výročie Deklarácie slovenského národa", "Declaration, centenary", 2018, 2018),
    always(Day(11, 1), "Sviatok Všetkých svätých", "All Saints' Day"),
    (Day(11, 17), "Deň boja za slobodu a demokraciu", "Freedom and Democracy Day", 2001, 2024),
    always(Day(12, 24), "Štedrý deň", "Christmas Eve"),
    always(Day(12, 25), "Prvý sviatok vianočný", "Christmas Day"),
    always(Day(12, 26), "Druhý sviatok vianočný", "St Stephen's Day"),
];

/// The public holidays of a country in a year, in order: the days on which nobody works there by
/// law. Nothing where the country is none of [`COUNTRIES`], or the year is before 2000 or after
/// 2199.
///
/// ```
/// use callout_core::schedule::holidays;
/// let days = holidays("CZ", 2027).unwrap();
/// assert_eq!(days.len(), 13);
/// assert_eq!(days[1].english, "Good Friday");
/// assert_eq!(days[1].date.to_string(), "2027-03-26");
/// assert!(holidays("XX", 2027).is_none());
/// ```
pub fn holidays(country: &str, year: i32) -> Option<Vec<Holiday>> {
    let lines = match country {
        "AT" => AT,
        "CZ" => CZ,
        "DE" => DE,
        "PL" => PL,
        "SK" => SK,
        _ => return None,
    };
    if !YEARS.contains(&year) {
        return None;
    }
    let sunday = easter(year)?;
    let mut found = Vec::with_capacity(lines.len());
    for (on, name, english, first, last) in lines {
        if !(*first..=*last).contains(&year) {
            continue;
        }
        let date = match on {
            Day(month, day) => NaiveDate::from_ymd_opt(year, *month, *day)?,
            Easter(days) if *days < 0 => sunday.checked_sub_days(Days::new(days.unsigned_abs()))?,
            Easter(days) => sunday.checked_add_days(Days::new(days.unsigned_abs()))?,
        };
        found.push(Holiday { date, name, english });
    }
    found.sort_by_key(|holiday| holiday.date);
    // Two may meet on a day, as in 2008 the first of May and Ascension.
    found.dedup_by_key(|holiday| holiday.date);
    Some(found)
}

/// The holidays of a country in a year; none where they are not known.
pub(super) fn free_days(country: &str, year: i32) -> Vec<Holiday> {
    holidays(country, year).unwrap_or_default()
}

/// Easter Sunday by the Gregorian calendar: the rule of Meeus, Jones and Butcher.
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let h = (19 * a + b - d - (b - f + 1) / 3 + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::{COUNTRIES, holidays};

    /// How many there are, and a number over all their days: as the package `holidays` of Python
    /// has them (0.109), of which those stand here that its law makes free.
    #[test]
    fn twenty_years_are_as_another_list_has_them() {
        let table = [
            ("AT", 2008, "01-01 01-06 03-24 05-01 05-12 05-22 08-15 10-26 11-01 12-08 12-25 12-26"),
            (
                "AT",
                2018,
                "01-01 01-06 04-02 05-01 05-10 05-21 05-31 08-15 10-26 11-01 12-08 12-25 12-26",
            ),
            (
                "AT",
                2025,
                "01-01 01-06 04-21 05-01 05-29 06-09 06-19 08-15 10-26 11-01 12-08 12-25 12-26",
            ),
            (
                "AT",
                2026,
                "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26",
            ),
            (
                "AT",
                2027,
                "01-01 01-06 03-29 05-01 05-06 05-17 05-27 08-15 10-26 11-01 12-08 12-25 12-26",
            ),
            ("CZ", 2008, "01-01 03-24 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26"),
            (
                "CZ",
                2018,
                "01-01 03-30 04-02 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26",
            ),
            (
                "CZ",
                2025,
                "01-01 04-18 04-21 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26",
            ),
            (
                "CZ",
                2026,
                "01-01 04-03 04-06 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26",
            ),
            (
                "CZ",
                2027,
                "01-01 03-26 03-29 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26",
            ),
            ("DE", 2008, "01-01 03-21 03-24 05-01 05-12 10-03 12-25 12-26"),
            ("DE", 2018, "01-01 03-30 04-02 05-01 05-10 05-21 10-03 12-25 12-26"),
            ("DE", 2025, "01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25 12-26"),
            ("DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26"),
            ("DE", 2027, "01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26"),
            ("PL", 2008, "01-01 03-23 03-24 05-01 05-03 05-11 05-22 08-15 11-01 11-11 12-25 12-26"),
            (
                "PL",
                2018,
                "01-01 01-06 04-01 04-02 05-01 05-03 05-20 05-31 08-15 11-01 11-11 11-12 12-25 12-26",
            ),
            (
                "PL",
                2025,
                "01-01 01-06 04-20 04-21 05-01 05-03 06-08 06-19 08-15 11-01 11-11 12-24 12-25 12-26",
            ),
            (
                "PL",
                2026,
                "01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 12-24 12-25 12-26",
            ),
            (
                "PL",
                2027,
                "01-01 01-06 03-28 03-29 05-01 05-03 05-16 05-27 08-15 11-01 11-11 12-24 12-25 12-26",
            ),
            (
                "SK",
                2008,
                "01-01 01-06 03-21 03-24 05-01 05-08 07-05 08-29 09-01 09-15 11-01 11-17 12-24 12-25 12-26",
            ),
            (
                "SK",
                2018,
                "01-01 01-06 03-30 04-02 05-01 05-08 07-05 08-29 09-01 09-15 10-30 11-01 11-17 12-24 12-25 12-26",
            ),
            (
                "SK",
                2025,
                "01-01 01-06 04-18 04-21 05-01 05-08 07-05 08-29 09-15 11-01 12-24 12-25 12-26",
            ),
            ("SK", 2026, "01-01 01-06 04-03 04-06 05-01 07-05 08-29 11-01 12-24 12-25 12-26"),
            (
                "SK",
                2027,
                "01-01 01-06 03-26 03-29 05-01 05-08 07-05 08-29 09-15 11-01 12-24 12-25 12-26",
            ),
        ];
        for (country, year, days) in table {
            let found = holidays(country, year).unwrap();
            let days: Vec<String> = days.split(' ').map(|day| format!("{year}-{day}")).collect();
            let found: Vec<String> = found.iter().map(|day| day.date.to_string()).collect();
            assert_eq!(found, days, "{country} {year}");
        }
        assert_eq!(table.len(), 5 * COUNTRIES.len());
    }

    #[test]
    fn a_year_or_country_that_is_not_known_has_none() {
        for (country, year) in [("CZ", 1999), ("CZ", 2200), ("US", 2026), ("cz", 2026), ("", 0)] {
            assert!(holidays(country, year).is_none(), "{country} {year}");
        }
        for country in COUNTRIES {
            for year in 2000..=2199 {
                assert!(holidays(country, year).unwrap().len() >= 8, "{country} {year}");
            }
        }
    }
}
