//! What may be asked of a visit.

use super::Obstacle;
use crate::schedule::{Instant, WallTime};
use std::collections::BTreeSet;
use uuid::Uuid;

crate::noun::commands! {
    /// What may be asked of a visit.
    Command

    /// Put it into the technician's calendar (S25, S29). It is refused where he is on another visit
    /// (`VISIT-CLASH-01`) or absent (`-02`) then, and where the hours, another calendar, a skill or
    /// the customer's times stand against it that `despite` does not name. A break is spanned.
    ///
    /// ```
    /// # use callout_core::{engine::Session, schedule::{WallTime, Zone}, visit};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, activity: Uuid, technician: Uuid) -> Done {
    /// let prague = Zone::new(chrono_tz::Europe::Prague);
    /// let starts = WallTime::first("2026-10-16T08:00:00".parse()?, prague);
    /// let ends = WallTime::first("2026-10-16T10:30:00".parse()?, prague);
    /// let plan = visit::Plan {
    ///     activity,
    ///     technician,
    ///     starts,
    ///     ends,
    ///     proposed: false,
    ///     despite: [].into(),
    ///     assign: false,
    /// };
    /// let visit = manager.create(plan)?.target;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.assigned().0, w.vrana).unwrap();
    /// ```
    creates Plan: whole {
        /// The id of the activity on which it is; it must be open (`VISIT-PLAN-02`).
        activity: Uuid,
        /// The id of the technician, who must be on the activity or be put on it (`assign`), and
        /// work here (`VISIT-PLAN-04`).
        technician: Uuid,
        /// When it begins, as the clock at the site shows, with its zone.
        starts: WallTime,
        /// When it ends, as the clock at the site shows, with its zone: after it begins
        /// (`VISIT-TIME-01`) and at most 14 days later (`-02`).
        ends: WallTime,
        /// Whether it is only offered to the customer so far; `false` where it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        proposed: bool,
        /// What may stand against it all the same: `hours` (`VISIT-CLASH-03` otherwise), `calendar`
        /// (`-04`), `skill` (`-05`), `window` (`-06`). Other visits and absences are never passed
        /// over. Nothing where it is missing.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        despite: BTreeSet<Obstacle>,
        /// Whether a technician who is not on the activity is put on it, which takes the right
        /// `activity.assign` too (`VISIT-PLAN-03` otherwise); `false` where it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        assign: bool,
    }

    /// Say that the customer agrees to what was proposed: it is planned.
    ///
    /// ```
    /// # use callout_core::{engine::Session, visit};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, visit: Uuid, version: u64) -> Done {
    /// manager.change(visit, version, visit::Confirm {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (visit, v) = w.visit(true);
    /// # ask(w.manager(), visit, v).unwrap();
    /// ```
    changes Confirm {}

    /// Move it to another time, or to another technician of the activity. It is refused where he is
    /// not free, as planning it is.
    ///
    /// ```
    /// # use callout_core::{engine::Session, schedule::{WallTime, Zone}, visit};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, visit: Uuid, version: u64) -> Done {
    /// let prague = Zone::new(chrono_tz::Europe::Prague);
    /// let starts = WallTime::first("2026-10-19T16:00:00".parse()?, prague);
    /// let ends = WallTime::first("2026-10-19T18:00:00".parse()?, prague);
    /// // He agreed to stay longer that day.
    /// let (technician, despite) = (None, [visit::Obstacle::Hours].into());
    /// let later = visit::Move { starts, ends, technician, despite, assign: false };
    /// manager.change(visit, version, later)?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (visit, v) = w.visit(false);
    /// # ask(w.manager(), visit, v).unwrap();
    /// ```
    changes Move: whole {
        /// When it begins from now on, as the clock at the site shows, with its zone.
        starts: WallTime,
        /// When it ends from now on, as the clock at the site shows, with its zone: after it begins
        /// (`VISIT-TIME-01`) and at most 14 days later (`-02`).
        ends: WallTime,
        /// The id of the technician whose it is from now on, who must be on the activity or be put
        /// on it (`assign`); the same one where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        technician: Option<Uuid>,
        /// What may stand against it all the same: `hours` (`VISIT-CLASH-03` otherwise), `calendar`
        /// (`-04`), `skill` (`-05`), `window` (`-06`). Other visits and absences are never passed
        /// over. Nothing where it is missing.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        despite: BTreeSet<Obstacle>,
        /// Whether a technician who is not on the activity is put on it, which takes the right
        /// `activity.assign` too (`VISIT-PLAN-03` otherwise); `false` where it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        assign: bool,
    }

    /// The technician has taken notice of it.
    ///
    /// ```
    /// # use callout_core::{engine::Session, visit};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, visit: Uuid, version: u64) -> Done {
    /// technician.change(visit, version, visit::Accept {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (visit, v) = w.visit(false);
    /// # ask(w.technician(), visit, v).unwrap();
    /// ```
    changes Accept {}

    /// The technician would rather not go: it stays as it is until a manager decides (`clashes`
    /// tells it). Who is on it no more has nothing to decline (`VISIT-SUGGEST-02`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, visit};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, visit: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let note = Some("I have the training that day".into());
    /// technician.add(visit, visit::Decline { note, ..Default::default() })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.visit(false).0).unwrap();
    /// ```
    adds Decline {
        /// Why, in words; nothing where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The short name of the system in whose calendar it was done by hand, such as `caldav`; it
        /// was said to Callout where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        calendar: Option<String>,
    }

    /// The technician would rather come at another time: it stays as it is until a manager moves it
    /// there or decides otherwise (`clashes` tells it). Who is on it no more has nothing to suggest
    /// (`VISIT-SUGGEST-02`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, schedule::{WallTime, Zone}, visit};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, visit: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let prague = Zone::new(chrono_tz::Europe::Prague);
    /// let starts = WallTime::first("2026-10-19T10:00:00".parse()?, prague);
    /// let ends = WallTime::first("2026-10-19T12:00:00".parse()?, prague);
    /// technician.add(visit, visit::Suggest { starts, ends, note: None, calendar: None })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.visit(false).0).unwrap();
    /// ```
    adds Suggest: whole {
        /// When it would begin, as the clock at the site shows, with its zone.
        starts: WallTime,
        /// When it would end, as the clock at the site shows, with its zone: after it begins
        /// (`VISIT-TIME-01`) and at most 14 days later (`-02`).
        ends: WallTime,
        /// Why, in words; nothing where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The short name of the system in whose calendar it was done by hand, such as `caldav`; it
        /// was said to Callout where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        calendar: Option<String>,
    }

    /// Leave the visit as it is: what the technician would rather is not done. Its entry in the
    /// technician's calendar is written again as it is planned.
    ///
    /// ```
    /// # use callout_core::{engine::Session, visit};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, visit: Uuid, version: u64) -> Done {
    /// manager.change(visit, version, visit::Dismiss {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (visit, v) = w.visit(false);
    /// # let declined = w.technician().add(visit, visit::Decline::default()).unwrap();
    /// # ask(w.manager(), visit, declined.version).unwrap();
    /// ```
    changes Dismiss {}

    /// The technician is on the way.
    ///
    /// ```
    /// # use callout_core::{engine::Session, visit};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, visit: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// technician.add(visit, visit::Travel { at: None })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.visit(false).0).unwrap();
    /// ```
    adds Travel {
        /// The moment at which it happened, not still to come and not before the last step
        /// (`VISIT-STEP-01`, `-02`); now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
    }

    /// The technician is at work.
    ///
    /// ```
    /// # use callout_core::{engine::Session, schedule::Instant, visit};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, visit: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// // It was noted without a network, and is told when there is one.
    /// let at = Instant::new("2026-10-16T06:05:00Z".parse()?);
    /// technician.add(visit, visit::Start { at: Some(at) })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.visit(false).0).unwrap();
    /// ```
    adds Start {
        /// The moment at which it happened, not still to come and not before the last step
        /// (`VISIT-STEP-01`, `-02`); now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
    }

    /// The work is interrupted.
    ///
    /// ```
    /// # use callout_core::{engine::Session, visit};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, visit: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// technician.add(visit, visit::Pause { at: None })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.begun(false)).unwrap();
    /// ```
    adds Pause {
        /// The moment at which it happened, not still to come and not before the last step
        /// (`VISIT-STEP-01`, `-02`); now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
    }

    /// The technician is at work again.
    ///
    /// ```
    /// # use callout_core::{engine::Session, visit};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, visit: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// technician.add(visit, visit::Resume { at: None })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.begun(true)).unwrap();
    /// ```
    adds Resume {
        /// The moment at which it happened, not still to come and not before the last step
        /// (`VISIT-STEP-01`, `-02`); now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
    }

    /// Everything is done.
    ///
    /// ```
    /// # use callout_core::{engine::Session, visit};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, visit: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let note = Some("Done and tried out".into());
    /// technician.add(visit, visit::Finish { at: None, note })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.begun(false)).unwrap();
    /// ```
    adds Finish {
        /// The moment at which it happened, not still to come and not before the last step
        /// (`VISIT-STEP-01`, `-02`); now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
        /// What there is to say about it, in words; nothing where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    }

    /// The visit ends, and some work is left to do.
    ///
    /// ```
    /// # use callout_core::{engine::Session, visit};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, visit: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let note = "The seal of the lid is to be replaced, it is on order".into();
    /// technician.add(visit, visit::FinishPartial { at: None, note })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.begun(false)).unwrap();
    /// ```
    adds FinishPartial {
        /// The moment at which it happened, not still to come and not before the last step
        /// (`VISIT-STEP-01`, `-02`); now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
        /// What is left to do, in words; not empty (`VISIT-NOTE-01`).
        note: String,
    }

    /// Nobody let the technician in (E56).
    ///
    /// ```
    /// # use callout_core::{engine::Session, visit};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, visit: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let note = "The gate is locked and nobody answers the telephone".into();
    /// technician.add(visit, visit::RecordNoAccess { at: None, note })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.visit(false).0).unwrap();
    /// ```
    adds RecordNoAccess {
        /// The moment at which it happened, not still to come and not before the last step
        /// (`VISIT-STEP-01`, `-02`); now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
        /// What was found, in words; not empty (`VISIT-NOTE-01`).
        note: String,
    }

    /// A manager has seen what came late and says what becomes of it (R3); `VISIT-RESOLVE-01` where
    /// nothing did.
    ///
    /// ```
    /// # use callout_core::{engine::Session, visit};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, visit: Uuid, version: u64) -> Done {
    /// let resolution = "The way is paid for, the other visit is not needed".into();
    /// manager.change(visit, version, visit::Resolve { resolution })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (visit, v) = w.called_off();
    /// # ask(w.manager(), visit, v).unwrap();
    /// ```
    changes Resolve {
        /// What becomes of it, in words: who is paid for the way, whether the other visit is still
        /// needed. Not empty (`VISIT-RESOLVE-02`).
        resolution: String,
    }

    /// Say that it will not take place.
    ///
    /// ```
    /// # use callout_core::{engine::Session, visit};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, visit: Uuid, version: u64) -> Done {
    /// let reason = "The compressor runs again by itself".into();
    /// manager.change(visit, version, visit::Cancel { reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (visit, v) = w.visit(false);
    /// # ask(w.manager(), visit, v).unwrap();
    /// ```
    changes Cancel {
        /// Why it will not, in words; not empty (`VISIT-NOTE-01`).
        reason: String,
    }

    /// Be of the customer and equipment that its activity names now. Callout itself asks it.
    adds(inside) Follow {}
}
