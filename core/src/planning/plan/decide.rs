//! What a plan answers.

use super::{
    Command, Create, End, Event, GenerateDue, Pause, Refusal, Reopen, Resume, SetRule, Skip, State,
    Template, Unskip,
};
use crate::activity::Requirements;
use crate::journal::{FreeText, is_blank};
use crate::noun::Given;
use crate::schedule::{HOLIDAY_COUNTRIES, Instant, Recurrence, RuleFault, ShortMonths, WallTime};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// One command creates so many occurrences at most; the next one goes on from there.
pub const MAX_OCCURRENCES: usize = 100;

/// A plan has so many times beside its rule at the most.
pub const MAX_BESIDE: usize = 500;

/// By what a plan recurs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern<'p> {
    pub(crate) rule: &'p str,
    pub(crate) starts: WallTime,
    pub(crate) also: &'p [NaiveDateTime],
}

impl Pattern<'_> {
    /// When it falls after a day and up to another, once a day, `most` times at the most.
    pub(crate) fn falls(
        &self,
        after: Option<NaiveDate>,
        until: NaiveDate,
        most: usize,
    ) -> Result<Vec<NaiveDateTime>, Refusal> {
        let recurrence = Recurrence {
            rule: Some(self.rule),
            anchor: self.starts,
            also: self.also,
            except: &[],
            short_months: ShortMonths::LastDay,
            several_a_day: false,
        };
        let first = match after {
            Some(after) => after.succ_opt().map(|day| day.and_time(NaiveTime::MIN)),
            None => Some(NaiveDateTime::MIN),
        };
        let last = until.and_hms_opt(23, 59, 59).unwrap_or(NaiveDateTime::MAX);
        // After the last day of all there is none.
        let Some(first) = first else { return Ok(Vec::new()) };
        let mut found = recurrence.within((first, last), most).map_err(bad(self.rule))?;
        found.dedup_by_key(|local| local.date());
        Ok(found)
    }

    /// Refuses what is no pattern, and one by which nothing is to come after a day.
    fn check(&self, after: Option<NaiveDate>) -> Result<(), Refusal> {
        if self.also.len() > MAX_BESIDE {
            return Err(Refusal::TooManyBeside { most: MAX_BESIDE as u32 });
        }
        if self.starts.later {
            return Err(Refusal::LaterStart { local: self.starts.local });
        }
        if self.falls(after, NaiveDate::MAX, 1)?.is_empty() {
            return Err(Refusal::NeverFalls { rule: self.rule.to_owned() });
        }
        Ok(())
    }
}

impl State {
    /// By what it recurs; nothing before it was begun.
    pub(crate) fn pattern(&self) -> Option<Pattern<'_>> {
        Some(Pattern { rule: &self.rule, starts: self.starts?, also: &self.also })
    }
}

/// One occurrence whose activity is created.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Due {
    /// The original local date of the occurrence (R7).
    pub date: NaiveDate,
    /// The local time that the rule gives, as the clock at the site shows.
    pub local: NaiveDateTime,
    /// The id of the activity; it follows from plan and date.
    pub activity: Uuid,
    /// The moment before which it does not begin; nothing where the template names no days before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Instant>,
    /// The moment by which it is to be over; nothing where the template names no days after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wanted_by: Option<Instant>,
}

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// The company, from which the ids of occurrences follow.
    pub company: Uuid,
    /// The template's customer, if there is one: with its sites.
    pub customer: Option<BTreeSet<Uuid>>,
    /// Who owns the template's equipment.
    pub equipment_owner: Option<Uuid>,
    /// Whether the template's equipment is gone.
    pub scrapped: bool,
    /// Those of the template's technicians who work here.
    pub technicians: BTreeSet<Uuid>,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Reopen(_) if !state.ended => return Err(Refusal::NotEnded {}),
        Command::Reopen(Reopen { reason }) => {
            return Ok(vec![Event::Reopened { reason: reasoned(reason)? }]);
        }
        _ if state.ended => return Err(Refusal::HasEnded {}),
        _ => {}
    }
    Ok(vec![match command {
        Command::Create(ask) => create(ask, facts)?,
        Command::GenerateDue(GenerateDue { until }) => {
            if state.paused {
                return Err(Refusal::IsPaused {});
            }
            if state.template.title.is_empty() {
                return Err(Refusal::Forgotten {});
            }
            in_use(&state.template, facts)?;
            let due = due(state, *until, facts)?;
            let mut template = state.template.clone();
            // Who has left comes no more (E36).
            template.technicians.retain(|id| facts.technicians.contains(id));
            let created = |due| Event::OccurrenceGenerated { due, template: template.clone() };
            return Ok(due.into_iter().map(created).collect());
        }
        Command::SetRule(SetRule { rule, starts, also, reason }) => {
            let reason = reasoned(reason)?;
            Pattern { rule, starts: *starts, also }.check(state.generated_until)?;
            let (rule, starts, also) = (rule.clone(), *starts, also.clone());
            Event::RuleSet { rule, starts, also, reason }
        }
        Command::Skip(Skip { date, reason }) => {
            if !falls_on(state, *date)? {
                return Err(Refusal::NoOccurrence { date: *date });
            }
            Event::Skipped { date: *date, reason: reasoned(reason)? }
        }
        Command::Unskip(Unskip { date, reason }) => {
            let late = state.generated_until.is_some_and(|until| *date <= until);
            if late || !state.skipped.contains(date) {
                return Err(Refusal::NotSkipped { date: *date });
            }
            Event::Unskipped { date: *date, reason: reasoned(reason)? }
        }
        Command::Pause(Pause {}) if state.paused => return Err(Refusal::IsPaused {}),
        Command::Pause(_) => Event::Paused {},
        Command::Resume(Resume {}) if !state.paused => return Err(Refusal::NotPaused {}),
        Command::Resume(_) => Event::Resumed {},
        // Reopening is answered above, whether the plan has ended or not.
        Command::End(End { reason }) | Command::Reopen(Reopen { reason }) => {
            Event::Ended { reason: reasoned(reason)? }
        }
    }])
}

fn reasoned(reason: &str) -> Result<FreeText, Refusal> {
    if is_blank(reason) { Err(Refusal::ReasonMissing {}) } else { Ok(reason.into()) }
}

fn bad(rule: &str) -> impl FnOnce(RuleFault) -> Refusal + use<'_> {
    |fault| {
        let rule = rule.to_owned();
        match fault {
            RuleFault::Unreadable(part) => Refusal::BadRule { rule, part },
            // One that goes by hours falls on a day more than once.
            RuleFault::TwiceADay | RuleFault::TooFine => Refusal::TwiceADay { rule },
            RuleFault::LosesDays => Refusal::LosesDays { rule },
            RuleFault::NotBuilt(part) => Refusal::RuleNotBuilt { part },
        }
    }
}

fn create(ask: &Create, facts: &Facts) -> Result<Event, Refusal> {
    let Create { template, rule, starts, also, on_holiday } = ask;
    if template.title.is_blank() {
        return Err(Refusal::TitleMissing {});
    }
    belongs(template, facts)?;
    in_use(template, facts)?;
    let gone = |id: &&Uuid| !facts.technicians.contains(id);
    if let Some(technician) = template.technicians.iter().find(gone) {
        return Err(Refusal::NoTechnician { technician: technician.to_string() });
    }
    let twice = |(n, id): (usize, &Uuid)| template.technicians.iter().take(n).any(|it| it == id);
    if template.technicians.iter().enumerate().any(twice) {
        return Err(Refusal::TechnicianTwice {});
    }
    let timeless = Requirements {
        earliest: None,
        wanted_by: None,
        deadline: None,
        windows: Vec::new(),
        blackouts: Vec::new(),
        ..template.requirements.clone()
    };
    if timeless != template.requirements || timeless.checked().is_err() {
        return Err(Refusal::BadRequirements {});
    }
    if let Some(shift) = on_holiday
        && !HOLIDAY_COUNTRIES.contains(&shift.country.as_str())
    {
        let (country, known) = (shift.country.clone(), HOLIDAY_COUNTRIES.to_vec());
        return Err(Refusal::UnknownHolidays { country, known });
    }
    Pattern { rule, starts: *starts, also }.check(None)?;
    let (template, on_holiday) = (template.clone(), on_holiday.clone());
    let (rule, starts, also) = (rule.clone(), *starts, also.clone());
    Ok(Event::Created { template, rule, starts, also, on_holiday })
}

/// What the activity would refuse, each time, is refused here at once.
fn belongs(template: &Template, facts: &Facts) -> Result<(), Refusal> {
    let customer = template.customer.to_string();
    let Some(sites) = &facts.customer else { return Err(Refusal::NoCustomer { customer }) };
    if let Some(site) = template.site.filter(|site| !sites.contains(site)) {
        return Err(Refusal::NoSite { site: site.to_string(), customer });
    }
    match template.equipment {
        Some(equipment) if facts.equipment_owner != Some(template.customer) => {
            Err(Refusal::NotTheirs { equipment: equipment.to_string(), customer })
        }
        _ => Ok(()),
    }
}

fn in_use(template: &Template, facts: &Facts) -> Result<(), Refusal> {
    match template.equipment {
        Some(equipment) if facts.scrapped => {
            Err(Refusal::IsScrapped { equipment: equipment.to_string() })
        }
        _ => Ok(()),
    }
}

/// Whether the rule has an occurrence on a day that is neither created nor left out yet.
fn falls_on(state: &State, date: NaiveDate) -> Result<bool, Refusal> {
    let Some(pattern) = state.pattern() else { return Ok(false) };
    if state.generated_until.is_some_and(|until| date <= until) || state.skipped.contains(&date) {
        return Ok(false);
    }
    Ok(!pattern.falls(date.pred_opt(), date, 1)?.is_empty())
}

fn due(state: &State, until: NaiveDate, facts: &Facts) -> Result<Vec<Due>, Refusal> {
    let Some(pattern) = state.pattern() else { return Ok(Vec::new()) };
    let most = MAX_OCCURRENCES + state.skipped.len();
    // A day may have a time of the rule and one beside it.
    let found = pattern.falls(state.generated_until, until, most + state.also.len())?;
    let open = found.into_iter().filter(|local| !state.skipped.contains(&local.date()));
    let due = open.filter_map(|local| {
        let date = local.date();
        // The day moves, and the occurrence stays the one of its date (R7).
        let day = match &state.on_holiday {
            Some(shift) => shift.day(date)?,
            None => date,
        };
        let name = format!("occurrence:{}:{date}", facts.given.id);
        let activity = crate::port::ids::named(facts.company, &name);
        let midnight = |day: NaiveDate| pattern.starts.zone.instant(day.and_time(NaiveTime::MIN));
        let days = |days: u16| Days::new(u64::from(days));
        let template = &state.template;
        let before = template.days_before.and_then(|by| day.checked_sub_days(days(by)));
        let after = template.days_after.and_then(|by| day.checked_add_days(days(by)));
        Some(Due {
            date,
            local: day.and_time(local.time()),
            activity,
            earliest: before.map(midnight),
            wanted_by: after.and_then(|day| day.succ_opt()).map(midnight),
        })
    });
    Ok(due.take(MAX_OCCURRENCES).collect())
}
