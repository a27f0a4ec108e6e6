//! Forgetting persons, and what the law keeps of them for a time (R13).

use super::{Event, Facts, Profile, Refusal, Settings};
use crate::company::{VatRegistration, registration};
use crate::journal::is_blank;
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The tax period of a company (act 235/2004, § 99 and § 99a): its end begins the years for which
/// an invoice is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaxPeriod {
    /// The tax period is a calendar month.
    #[default]
    Month,
    /// The tax period is a calendar quarter.
    Quarter,
}

impl TaxPeriod {
    /// The last day of the period in which a supply took place.
    ///
    /// ```
    /// use callout_core::company::TaxPeriod;
    /// let tax_point = "2026-10-14".parse().unwrap();
    /// assert_eq!(TaxPeriod::Month.ends(tax_point).to_string(), "2026-10-31");
    /// assert_eq!(TaxPeriod::Quarter.ends(tax_point).to_string(), "2026-12-31");
    /// ```
    pub fn ends(self, tax_point: NaiveDate) -> NaiveDate {
        let month = match self {
            TaxPeriod::Month => tax_point.month(),
            TaxPeriod::Quarter => tax_point.month().div_ceil(3) * 3,
        };
        let first = NaiveDate::from_ymd_opt(tax_point.year(), month, 1);
        first.and_then(last_of_month).unwrap_or(NaiveDate::MAX)
    }
}

/// From when and for how long the law has a paper kept, as it was when the paper was made: what
/// the company becomes later shortens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Retention {
    /// The last day of the period in which the supply took place: the tax period of a payer of VAT
    /// (act 235/2004, § 35), and of everybody else the year (act 563/1991, § 31, where the
    /// accounting year is the calendar's).
    pub from: NaiveDate,
    /// The least number of years, nothing where that is the host's to know; the setting
    /// [`retention_years`](super::Settings::retention_years) may ask for more.
    pub years: u16,
}

impl Retention {
    /// Of a supply on a day: where the supplier sits, and what it was on that day.
    pub(crate) fn of(profile: &Profile, settings: &Settings, day: NaiveDate) -> Retention {
        let payer = registration(&settings.vat_since, day) == VatRegistration::Payer;
        let year = NaiveDate::from_ymd_opt(day.year(), 12, 31).unwrap_or(day);
        let from = if payer { settings.tax_period.ends(day) } else { year };
        Retention { from, years: least_years(&profile.address.country, payer) }
    }

    /// The last day on which the paper is kept, where so many years are set.
    ///
    /// ```
    /// use callout_core::company::Retention;
    /// let retention = Retention { from: "2028-02-29".parse().unwrap(), years: 10 };
    /// assert_eq!(retention.until(10).to_string(), "2038-02-28");
    /// assert_eq!(retention.until(5).to_string(), "2038-02-28");
    /// assert_eq!(retention.until(12).to_string(), "2040-02-29");
    /// ```
    pub fn until(&self, years: u16) -> NaiveDate {
        // The last day of a February may be another one.
        let months = Months::new(12 * u32::from(years.max(self.years)));
        self.from.checked_add_months(months).and_then(last_of_month).unwrap_or(NaiveDate::MAX)
    }
}

/// Tax documents of a Czech payer of VAT are kept for ten years (act 235/2004, § 35), accounting
/// documents for five (act 563/1991, § 31).
pub(super) fn least_years(country: &str, payer: bool) -> u16 {
    match country {
        "CZ" if payer => 10,
        "CZ" => 5,
        _ => 0,
    }
}

fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    let next = day.with_day(1)?.checked_add_months(Months::new(1))?;
    next.checked_sub_days(Days::new(1))
}

/// Something about a person that the law keeps although the person is forgotten.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Kept {
    /// The id of the person whom it tells of: a customer, contact, technician, sender or signer; or
    /// that of the kept record itself, for what staff wrote in it.
    pub person: Uuid,
    /// The noun of the record that is kept: an issued `invoice`, or a `job_sheet` that stands
    /// behind one or is the evidence of a customer who is not forgotten.
    pub noun: String,
    /// The id of the record that is kept.
    pub id: Uuid,
    /// The last day on which the law keeps it, local to the company; the day after, it may go.
    pub until: NaiveDate,
}

impl Kept {
    /// Whether it is what a paper holds under its own id: its words, bytes and pages.
    pub(crate) fn is_own(&self) -> bool {
        self.person == self.id
    }
}

/// So many values about one person, or held by one paper, were deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Erased {
    /// The id of the person, or of the paper or mail whose bytes and rendered files went along.
    pub id: Uuid,
    /// How many values were deleted.
    pub values: u32,
}

/// What is there about the persons that are to be forgotten.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quoted {
    /// About each person, and how many values: what is kept by law is not counted.
    pub persons: Vec<Erased>,
    /// The papers that name one of them and that no law keeps, with what they hold.
    pub papers: Vec<Erased>,
    /// What the law keeps.
    pub kept: Vec<Kept>,
    /// What was kept and goes: of others, on the papers that go; or what is past its term.
    pub ended: Vec<Kept>,
}

pub(super) fn erase(
    persons: &[Uuid],
    reason: &str,
    facts: &Facts,
) -> Result<Option<Event>, Refusal> {
    if is_blank(reason) {
        return Err(Refusal::GroundMissing {});
    }
    let Quoted { persons: erased, papers, kept, ended } = facts.quoted.clone();
    let known = |person: &&Uuid| {
        let quoted = erased.iter().any(|it| it.id == **person && it.values > 0);
        quoted || kept.iter().any(|kept| kept.person == **person)
    };
    match persons.iter().find(|person| !known(person)) {
        Some(person) => Err(Refusal::NobodyThere { person: person.to_string() }),
        None if persons.is_empty() => Err(Refusal::NobodyNamed {}),
        None => {
            let reason = reason.into();
            Ok(Some(Event::PersonsErased { persons: erased, papers, kept, ended, reason }))
        }
    }
}

/// What was kept and need not be any more.
pub(super) fn expired(facts: &Facts) -> Option<Event> {
    let Quoted { persons, papers, kept, mut ended } = facts.quoted.clone();
    let is = |one: &Kept, other: &Kept| {
        (one.person, &one.noun, one.id) == (other.person, &other.noun, other.id)
    };
    // What is to be kept for longer than was said when its person was forgotten, stays.
    ended.retain(|it| !kept.iter().any(|kept| is(kept, it)));
    if ended.is_empty() {
        return None;
    }
    Some(Event::RetentionEnded { ended, persons, papers })
}

/// What is kept of the forgotten after an event, where so much was before.
pub(crate) fn kept(mut so_far: Vec<Kept>, event: &Event) -> Vec<Kept> {
    match event {
        Event::PersonsErased { persons, kept, ended, .. } => {
            let persons: BTreeSet<Uuid> = persons.iter().map(|erased| erased.id).collect();
            let ended: BTreeSet<&Kept> = ended.iter().collect();
            so_far.retain(|known| !ended.contains(known) && !persons.contains(&known.person));
            so_far.extend(kept.iter().cloned());
        }
        Event::RetentionEnded { ended, .. } => {
            let ended: BTreeSet<&Kept> = ended.iter().collect();
            so_far.retain(|known| !ended.contains(known));
        }
        _ => {}
    }
    so_far
}
