//! On which days a plan falls that have no activity yet, and what another rule would change of that
//! (R7).

use crate::access::Reach;
use crate::engine::answer::{Asking, no_such, within_page};
use crate::engine::{own, replay};
use crate::error::Error;
use crate::noun::Noun;
use crate::plan::{self, Pattern, Plan};
use crate::port::store::Stream;
use crate::schedule::WallTime;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A rule that a plan might go by, as `set_rule` takes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OtherRule {
    /// The rule (RFC 5545, 3.3.10); `PLAN-RULE-*` where it is none.
    pub rule: String,
    /// The local time, with its zone, from which the rule counts.
    pub starts: WallTime,
    /// The times beside those of the rule, by the same clock; none where the list is empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<NaiveDateTime>,
}

/// When does a plan fall due next?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastQuery {
    /// The id of the plan; `RECORD-FIND-01` where there is none such.
    pub plan: Uuid,
    /// How many days come at most, 1 to 1,000 (`REQUEST-PAGE-02` otherwise); 100 where it is
    /// missing.
    #[serde(default = "crate::noun::page_limit")]
    pub limit: u32,
    /// The last day that is looked at; as far as `limit` reaches where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The rule that the plan might go by in place of its own; only its own is told where it is
    /// missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<OtherRule>,
}

/// What becomes of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DayFate {
    /// The plan falls on it, by either rule where two are compared.
    #[default]
    Stays,
    /// Only by the other rule.
    Comes,
    /// Only by the rule that there is: it would fall there no more.
    Goes,
}

/// A day on which a plan falls.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ForecastDay {
    /// The original local date (R7), by which `skip` knows it.
    pub date: NaiveDate,
    /// When it is done, as the clock at the site shows: on a working day near by where the date is
    /// a holiday and the plan says so. Nothing where it is left out then.
    pub local: Option<NaiveDateTime>,
    /// Whether it was left out on purpose.
    pub skipped: bool,
    /// Whether it stays, comes or goes with the other rule.
    pub fate: DayFate,
}

/// The days on which a plan falls that have no activity yet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Forecast {
    /// The days in their order, those that come and go with the other rule among them.
    pub days: Vec<ForecastDay>,
}

impl Asking<'_> {
    pub(in crate::engine) fn forecast(&mut self, ask: &ForecastQuery) -> Result<Forecast, Error> {
        within_page(ask.limit)?;
        let reach = self.reach("plan.read")?;
        let (company, actor) = (self.question.company, self.question.actor.clone());
        let stream = Stream { company, noun: Plan::NAME, id: ask.plan };
        let state = replay::load::<Plan>(self.tx, &stream)?.map(|loaded| loaded.record.state);
        if reach == Reach::Own {
            own::may_read::<Plan>(self.tx, company, &actor, ask.plan, state.as_ref())?;
        }
        let state = state.ok_or_else(|| no_such(Plan::NAME, ask.plan))?;
        let own = state.pattern().map(|pattern| falls(&state, pattern, ask)).transpose()?;
        let own = own.unwrap_or_default();
        let mut days: BTreeMap<NaiveDate, ForecastDay> = BTreeMap::new();
        let alone = if ask.instead.is_some() { DayFate::Goes } else { DayFate::Stays };
        days.extend(own.iter().map(|local| (local.date(), day(&state, *local, alone))));
        if let Some(OtherRule { rule, starts, also }) = &ask.instead {
            let other = falls(&state, Pattern { rule, starts: *starts, also }, ask)?;
            for local in &other {
                let known = days.contains_key(&local.date());
                let fate = if known { DayFate::Stays } else { DayFate::Comes };
                days.insert(local.date(), day(&state, *local, fate));
            }
            // Beyond where one of them was cut, nobody knows what the other would do.
            let cut = |found: &Vec<NaiveDateTime>| {
                found.last().filter(|_| found.len() >= ask.limit as usize).map(|last| last.date())
            };
            let end = [cut(&own), cut(&other)].into_iter().flatten().min();
            days.retain(|date, _| end.is_none_or(|end| *date <= end));
        }
        let days = days.into_values().take(ask.limit as usize).collect();
        Ok(Forecast { days })
    }
}

/// The days by a pattern that have no activity yet; none of a plan that has ended.
fn falls(
    state: &plan::State,
    pattern: Pattern<'_>,
    ask: &ForecastQuery,
) -> Result<Vec<NaiveDateTime>, Error> {
    if state.ended {
        return Ok(Vec::new());
    }
    let until = ask.until.unwrap_or(NaiveDate::MAX);
    Ok(pattern.falls(state.generated_until, until, ask.limit as usize)?)
}

fn day(state: &plan::State, local: NaiveDateTime, fate: DayFate) -> ForecastDay {
    let date = local.date();
    let moved = match &state.on_holiday {
        Some(shift) => shift.day(date),
        None => Some(date),
    };
    let skipped = state.skipped.contains(&date);
    ForecastDay { date, local: moved.map(|day| day.and_time(local.time())), skipped, fate }
}
