//! Forgetting persons, and what the law keeps of them for a time (R13).

use super::{Event, Facts, Refusal, State};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The tax period of a company (act 235/2004, § 99 and § 99a): its end begins the years for which
/// an invoice is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaxPeriod {
    /// A calendar month.
    #[default]
    Month,
    /// A calendar quarter.
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

/// The last day on which a tax document is kept: so many years after the end of the period in which
/// the supply took place (act 235/2004, § 35).
///
/// ```
/// let ends = "2028-02-29".parse().unwrap();
/// assert_eq!(callout_core::company::kept_until(ends, 10).to_string(), "2038-02-28");
/// ```
pub fn kept_until(period_ends: NaiveDate, years: u16) -> NaiveDate {
    // The last day of a February may be another one.
    let later = period_ends.checked_add_months(Months::new(12 * u32::from(years)));
    later.and_then(last_of_month).unwrap_or(NaiveDate::MAX)
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
    /// The person, or the paper whose bytes and paintings went along.
    pub of: Uuid,
    /// How many.
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
    /// What was kept of others on the papers that go.
    pub ended: Vec<Kept>,
}

pub(super) fn erase(
    persons: &[Uuid],
    ground: &str,
    facts: &Facts,
) -> Result<Option<Event>, Refusal> {
    if ground.trim().is_empty() {
        return Err(Refusal::GroundMissing {});
    }
    let Quoted { persons: erased, papers, kept, ended } = facts.quoted.clone();
    let known = |person: &&Uuid| {
        let quoted = erased.iter().any(|it| it.of == **person && it.values > 0);
        quoted || kept.iter().any(|kept| kept.person == **person)
    };
    match persons.iter().find(|person| !known(person)) {
        Some(person) => Err(Refusal::NobodyThere { person: person.to_string() }),
        None if persons.is_empty() => Err(Refusal::NobodyNamed {}),
        None => {
            let ground = ground.into();
            Ok(Some(Event::PersonsErased { persons: erased, papers, kept, ended, ground }))
        }
    }
}

/// What was kept and need not be any more.
pub(super) fn expired(state: &State, facts: &Facts) -> Option<Event> {
    let Quoted { persons, papers, kept, .. } = facts.quoted.clone();
    let is = |one: &Kept, other: &Kept| {
        (one.person, &one.noun, one.id) == (other.person, &other.noun, other.id)
    };
    // What is to be kept for longer than was said when its person was forgotten, stays.
    let mut ended = ended(state, facts.today);
    ended.retain(|it| !kept.iter().any(|kept| is(kept, it)));
    if ended.is_empty() {
        return None;
    }
    Some(Event::RetentionEnded { ended, persons, papers })
}

/// What of the kept is past its term on a day.
pub(crate) fn ended(state: &State, today: NaiveDate) -> Vec<Kept> {
    state.kept.iter().filter(|kept| kept.until < today).cloned().collect()
}
