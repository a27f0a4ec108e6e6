//! What may be asked of a plan, and what it answers.

use super::{Event, State, Template};
use crate::journal::FreeText;
use crate::noun::Given;
use crate::schedule::{RuleFault, WallTime, occurrences};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// One command creates so many occurrences at most; the next one goes on from there.
pub const MAX_OCCURRENCES: usize = 100;

crate::noun::commands! {
    /// What may be asked of a plan.
    Command

    /// Begin a plan. Nothing is created yet.
    ///
    /// ```
    /// # use callout_core::{engine::Session, plan::{self, Template}, schedule::{WallTime, Zone}};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, customer: Uuid, machine: Uuid) -> Done {
    /// let template = Template {
    ///     title: "Service of the compressor".into(),
    ///     customer,
    ///     equipment: Some(machine),
    ///     ..Default::default()
    /// };
    /// let prague = Zone::new(chrono_tz::Europe::Prague);
    /// let starts = WallTime::first("2027-01-15T08:00:00".parse()?, prague);
    /// let rule = "FREQ=MONTHLY;INTERVAL=6".into();
    /// let plan = manager.create(plan::Create { template, rule, starts })?.target;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.customer, w.machine).unwrap();
    /// ```
    creates Create: whole {
        /// What its activities are about: title, customer, machine.
        template: Template,
        /// The rule by which it recurs (RFC 5545, 3.3.10), `FREQ=MONTHLY;INTERVAL=6`; its UNTIL, if
        /// any, is an instant in UTC. `PLAN-RULE-01` where it is none, or gives no day.
        rule: String,
        /// The local time, with its zone, from which the rule counts; without `later`
        /// (`PLAN-RULE-02`).
        starts: WallTime,
    }

    /// Create the activities of all occurrences up to a day, those that are not there yet, a
    /// hundred of them at most: where there are more, the next command goes on from there. Late,
    /// twice or at the same moment, the outcome is the same (E33).
    ///
    /// ```
    /// # use callout_core::{engine::Session, plan};
    /// # use uuid::Uuid;
    /// # fn ask(manager: Session<'_>, plan: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let done = manager.add(plan, plan::GenerateDue { until: "2027-12-31".parse()? })?;
    /// let jobs = done.events.iter().filter(|it| it.noun == "activity" && it.event == "created");
    /// println!("{} activities", jobs.count());
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.plan().0).unwrap();
    /// ```
    adds GenerateDue: whole {
        /// The last original local date (R7) for which an activity is created.
        until: NaiveDate,
    }

    /// Leave an occurrence out that has no activity yet.
    ///
    /// ```
    /// # use callout_core::{engine::Session, plan};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, plan: Uuid, version: u64) -> Done {
    /// let (date, reason) = ("2027-07-15".parse()?, "The works stand still in July".into());
    /// manager.change(plan, version, plan::Skip { date, reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (plan, v) = w.plan();
    /// # ask(w.manager(), plan, v).unwrap();
    /// ```
    changes Skip: whole {
        /// The original local date of the occurrence (`PLAN-SKIP-01` where the rule has none then,
        /// or its activity is there).
        date: NaiveDate,
        /// Why it is left out, in words; not empty (`PLAN-REASON-01`).
        reason: String,
    }

    /// Take back that an occurrence is left out: the next `generate_due` makes it. One that lies
    /// before what is created already is refused (`PLAN-SKIP-02`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, plan};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, plan: Uuid, version: u64) -> Done {
    /// let (date, reason) = ("2027-07-15".parse()?, "They work through".into());
    /// manager.change(plan, version, plan::Unskip { date, reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (plan, v) = w.skipped();
    /// # ask(w.manager(), plan, v).unwrap();
    /// ```
    changes Unskip: whole {
        /// The original local date of the occurrence that was skipped (`PLAN-SKIP-02` where it was
        /// not).
        date: NaiveDate,
        /// Why it is to happen after all, in words; not empty (`PLAN-REASON-01`).
        reason: String,
    }

    /// Create nothing until the plan is resumed; until then `generate_due` is refused
    /// (`PLAN-STATUS-01`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, plan};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, plan: Uuid, version: u64) -> Done {
    /// manager.change(plan, version, plan::Pause {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (plan, v) = w.plan();
    /// # ask(w.manager(), plan, v).unwrap();
    /// ```
    changes Pause {}

    /// Take up a paused plan; the next `generate_due` makes up for what fell due meanwhile.
    ///
    /// ```
    /// # use callout_core::{engine::Session, plan};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, plan: Uuid, version: u64) -> Done {
    /// manager.change(plan, version, plan::Resume {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (plan, v) = w.plan_after(plan::Pause {});
    /// # ask(w.manager(), plan, v).unwrap();
    /// ```
    changes Resume {}

    /// Create nothing any more. All else but `reopen` is refused then (`PLAN-STATUS-03`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, plan};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, plan: Uuid, version: u64) -> Done {
    /// manager.change(plan, version, plan::End { reason: "The contract has ended".into() })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (plan, v) = w.plan();
    /// # ask(w.manager(), plan, v).unwrap();
    /// ```
    changes End {
        /// Why it ends, in words; not empty (`PLAN-REASON-01`).
        reason: String,
    }

    /// Take up a plan that was ended by mistake; `PLAN-STATUS-06` where it has not ended.
    ///
    /// ```
    /// # use callout_core::{engine::Session, plan};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, plan: Uuid, version: u64) -> Done {
    /// manager.change(plan, version, plan::Reopen { reason: "The contract goes on".into() })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # let (plan, v) = w.plan_after(plan::End { reason: "It ended".into() });
    /// # ask(w.manager(), plan, v).unwrap();
    /// ```
    changes Reopen {
        /// Why it goes on, in words; not empty (`PLAN-REASON-01`).
        reason: String,
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
}

crate::codes! {
    /// Why a plan says no.
    pub enum Refusal {
        /// No rule at all, or a part of it that is none.
        BadRule { rule: String, part: String } => Invalid "PLAN-RULE-01"
            en "{rule} is no recurrence rule: \"{part}\" says nothing there. Write one as RFC 5545 does: FREQ=MONTHLY;INTERVAL=6."
            cs "{rule} není pravidlo opakování: \"{part}\" v něm nic neříká. Zapište je podle RFC 5545: FREQ=MONTHLY;INTERVAL=6.",
        /// A start in the second of two hours: a rule knows what the clock shows, and no more.
        LaterStart { local: NaiveDateTime } => Invalid "PLAN-RULE-02"
            en "A plan begins at what the clock shows, {local}, and a rule tells no first time from a later one. Leave out `later`."
            cs "Plán začíná časem, který ukazují hodiny, {local}, a pravidlo nerozliší první a pozdější. Vynechte `later`.",
        /// More than one occurrence on a day, by which each is known.
        TwiceADay { rule: String } => Invalid "PLAN-RULE-03"
            en "{rule} falls on a day more than once. Set up a plan for each time of the day."
            cs "{rule} připadá na jeden den vícekrát. Založte plán pro každou denní dobu zvlášť.",
        /// Days that some months or years do not have, and for which no last day can stand.
        LosesDays { rule: String } => Invalid "PLAN-RULE-04"
            en "{rule} would lose the days that a short month or year does not have. Set up a plan for each day, or say SKIP=OMIT in the rule."
            cs "{rule} by vynechalo dny, které krátký měsíc nebo rok nemá. Založte plán pro každý den zvlášť, nebo v pravidle uveďte SKIP=OMIT.",
        /// A rule without a day.
        NeverFalls { rule: String } => Invalid "PLAN-RULE-05"
            en "{rule} falls on no day from the plan's start on. Check its days and its end."
            cs "{rule} od začátku plánu nepřipadá na žádný den. Zkontrolujte jeho dny a konec.",
        /// Another calendar, or days that are put off to the next month.
        RuleNotBuilt { part: String } => Refused "PLAN-RULE-06"
            en "{part} is not there yet. In a short month the last day is taken, or none with SKIP=OMIT."
            cs "{part} zatím není podporováno. V krátkém měsíci se bere poslední den, nebo žádný se SKIP=OMIT.",
        /// A plan without a name for what it creates.
        TitleMissing {} => Invalid "PLAN-CREATE-01"
            en "The template has no title. Say what the activities are about."
            cs "Šablona nemá název. Uveďte, čeho se aktivity týkají.",
        /// Nobody to do it for.
        NoCustomer { customer: String } => NotFound "PLAN-CREATE-02"
            en "There is no customer {customer}."
            cs "Zákazník {customer} neexistuje.",
        /// Somebody else's machine: no activity could be drafted for it.
        NotTheirs { equipment: String, customer: String } => Refused "PLAN-CREATE-03"
            en "The equipment {equipment} does not belong to {customer}. Choose another, or none."
            cs "Technika {equipment} nepatří zákazníkovi {customer}. Zvolte jinou, nebo žádnou.",
        /// A site that the customer does not have.
        NoSite { site: String, customer: String } => NotFound "PLAN-CREATE-04"
            en "The customer {customer} has no site {site}. Add it first, or leave it out."
            cs "Zákazník {customer} nemá místo {site}. Nejprve je přidejte, nebo je vynechte.",
        /// The plan is paused at this time.
        IsPaused {} => Refused "PLAN-STATUS-01"
            en "The plan is paused. Resume it first."
            cs "Plán je pozastaven. Nejprve jej obnovte.",
        /// It is not paused.
        NotPaused {} => Refused "PLAN-STATUS-02"
            en "The plan is not paused."
            cs "Plán není pozastaven.",
        /// The plan has ended before.
        HasEnded {} => Refused "PLAN-STATUS-03"
            en "The plan has ended. Reopen it, or set up another one."
            cs "Plán skončil. Obnovte jej, nebo založte jiný.",
        /// What its activities are about was erased, as it told of somebody.
        Forgotten {} => Refused "PLAN-STATUS-04"
            en "What the plan's activities are about was forgotten. End it and set up another one."
            cs "To, čeho se aktivity plánu týkají, bylo zapomenuto. Ukončete jej a založte jiný.",
        /// What it takes care of is gone.
        IsScrapped { equipment: String } => Refused "PLAN-STATUS-05"
            en "The equipment {equipment} is scrapped: nothing is planned for it. End the plan, or restore the equipment."
            cs "Technika {equipment} je vyřazena: nic se pro ni neplánuje. Ukončete plán, nebo techniku obnovte.",
        /// The plan goes on: it has not ended.
        NotEnded {} => Refused "PLAN-STATUS-06"
            en "The plan has not ended. It needs no reopening."
            cs "Plán neskončil. Není co obnovovat.",
        /// Not left out, or too late to be made.
        NotSkipped { date: NaiveDate } => NotFound "PLAN-SKIP-02"
            en "The occurrence of {date} was not skipped, or later ones have their activities already. Create an activity for it by hand."
            cs "Výskyt dne {date} nebyl vynechán, nebo pozdější už mají své aktivity. Založte pro něj aktivitu ručně.",
        /// A day on which the rule has no occurrence, or none that could be left out.
        NoOccurrence { date: NaiveDate } => NotFound "PLAN-SKIP-01"
            en "The rule has no occurrence on {date}, or its activity is there already."
            cs "Pravidlo nemá výskyt dne {date}, nebo jeho aktivita již existuje.",
        /// Something that needs a reason was asked without one.
        ReasonMissing {} => Invalid "PLAN-REASON-01"
            en "Give a reason."
            cs "Uveďte důvod.",
    }
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
        Command::Create(Create { template, rule, starts }) => {
            create(template, rule, *starts, facts)?
        }
        Command::GenerateDue(GenerateDue { until }) => {
            if state.paused {
                return Err(Refusal::IsPaused {});
            }
            if state.template.title.is_empty() {
                return Err(Refusal::Forgotten {});
            }
            in_use(&state.template, facts)?;
            let due = due(state, *until, facts)?;
            let template = &state.template;
            let created = |due| Event::OccurrenceGenerated { due, template: template.clone() };
            return Ok(due.into_iter().map(created).collect());
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
    if reason.trim().is_empty() { Err(Refusal::ReasonMissing {}) } else { Ok(reason.into()) }
}

fn bad(rule: &str) -> impl FnOnce(RuleFault) -> Refusal + use<'_> {
    |fault| {
        let rule = rule.to_owned();
        match fault {
            RuleFault::Unreadable(part) => Refusal::BadRule { rule, part },
            RuleFault::TwiceADay => Refusal::TwiceADay { rule },
            RuleFault::LosesDays => Refusal::LosesDays { rule },
            RuleFault::NotBuilt(part) => Refusal::RuleNotBuilt { part },
        }
    }
}

fn create(
    template: &Template,
    rule: &str,
    starts: WallTime,
    facts: &Facts,
) -> Result<Event, Refusal> {
    if template.title.is_blank() {
        return Err(Refusal::TitleMissing {});
    }
    belongs(template, facts)?;
    in_use(template, facts)?;
    if starts.later {
        return Err(Refusal::LaterStart { local: starts.local });
    }
    let first = occurrences(rule, starts, None, NaiveDate::MAX, 1).map_err(bad(rule))?;
    if first.is_empty() {
        return Err(Refusal::NeverFalls { rule: rule.to_owned() });
    }
    Ok(Event::Created { template: template.clone(), rule: rule.to_owned(), starts })
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
    let Some(starts) = state.starts else { return Ok(false) };
    if state.generated_until.is_some_and(|until| date <= until) || state.skipped.contains(&date) {
        return Ok(false);
    }
    let found = occurrences(&state.rule, starts, date.pred_opt(), date, 1);
    Ok(!found.map_err(bad(&state.rule))?.is_empty())
}

fn due(state: &State, until: NaiveDate, facts: &Facts) -> Result<Vec<Due>, Refusal> {
    let Some(starts) = state.starts else { return Ok(Vec::new()) };
    let most = MAX_OCCURRENCES + state.skipped.len();
    let found = occurrences(&state.rule, starts, state.generated_until, until, most)
        .map_err(bad(&state.rule))?;
    let open = found.into_iter().filter(|local| !state.skipped.contains(&local.date()));
    let due = open.map(|local| {
        let date = local.date();
        let name = format!("occurrence:{}:{date}", facts.given.id);
        Due { date, local, activity: crate::port::ids::named(facts.company, &name) }
    });
    Ok(due.take(MAX_OCCURRENCES).collect())
}
