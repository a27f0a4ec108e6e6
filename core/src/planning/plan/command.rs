//! What may be asked of a plan.

use super::{HolidayShift, Template};
use crate::schedule::WallTime;
use chrono::{NaiveDate, NaiveDateTime};

crate::noun::commands! {
    /// What may be asked of a plan.
    Command

    /// Begin a plan. Nothing is created yet.
    ///
    /// ```
    /// # use callout_core::{engine::Session, plan::{self, Template}, schedule::{WallTime, Zone}};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, customer: Uuid, equipment: Uuid) -> Done {
    /// let template = Template {
    ///     title: "Service of the compressor".into(),
    ///     customer,
    ///     equipment: Some(equipment),
    ///     ..Default::default()
    /// };
    /// let prague = Zone::new(chrono_tz::Europe::Prague);
    /// let starts = WallTime::first("2027-01-15T08:00:00".parse()?, prague);
    /// let rule = "FREQ=MONTHLY;INTERVAL=6".into();
    /// let create = plan::Create { template, rule, starts, also: vec![], on_holiday: None };
    /// let plan = manager.create(create)?.target;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.customer, w.equipment).unwrap();
    /// ```
    creates Create: whole {
        /// What its activities are about: title, customer, equipment.
        template: Template,
        /// The rule by which it recurs (RFC 5545, 3.3.10), `FREQ=MONTHLY;INTERVAL=6`; its UNTIL, if
        /// any, is an instant in UTC. `PLAN-RULE-01` where it is none, or gives no day.
        rule: String,
        /// The local time, with its zone, from which the rule counts; without `later`
        /// (`PLAN-RULE-02`).
        starts: WallTime,
        /// Times beside those of the rule, as the clock of `starts` shows (RDATE), 500 at the most
        /// (`PLAN-RULE-07`); a day on which the rule falls too is one occurrence. None where the
        /// list is empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        also: Vec<NaiveDateTime>,
        /// What becomes of an occurrence on a public holiday (`PLAN-HOLIDAY-01`): it is done on a
        /// working day before or after, or left out, and the days after it stay what they are. It
        /// stays where it is where this is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on_holiday: Option<HolidayShift>,
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

    /// Go by another rule from now on: what has an activity already keeps it, and no day up to the
    /// newest of those gets one anew. The query `forecast` shows beforehand which days come and go.
    ///
    /// ```
    /// # use callout_core::{engine::Session, plan, schedule::{WallTime, Zone}};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, plan: Uuid, version: u64) -> Done {
    /// let prague = Zone::new(chrono_tz::Europe::Prague);
    /// let starts = WallTime::first("2027-04-15T08:00:00".parse()?, prague);
    /// let (rule, reason) = ("FREQ=MONTHLY;INTERVAL=3".into(), "It runs in three shifts".into());
    /// manager.change(plan, version, plan::SetRule { rule, starts, also: vec![], reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (plan, v) = w.plan();
    /// # ask(w.manager(), plan, v).unwrap();
    /// ```
    changes SetRule: whole {
        /// The rule by which it recurs from then on (RFC 5545, 3.3.10). `PLAN-RULE-01` where it is
        /// none, `-05` where nothing is left to come by it.
        rule: String,
        /// The local time, with its zone, from which the rule counts; without `later`
        /// (`PLAN-RULE-02`).
        starts: WallTime,
        /// Times beside those of the rule, as the clock of `starts` shows (RDATE), 500 at the most
        /// (`PLAN-RULE-07`); a day on which the rule falls too is one occurrence. None where the
        /// list is empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        also: Vec<NaiveDateTime>,
        /// Why it is another, in words; not empty (`PLAN-REASON-01`).
        reason: String,
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
