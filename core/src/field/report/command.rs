//! What may be asked of a report.

use super::{Content, Worked};
use crate::coverage::Bearer;
use crate::money::Exact;
use crate::patch::{Patch, given};
use crate::schedule::Instant;
use chrono::NaiveDate;
use uuid::Uuid;

crate::noun::commands! {
    /// What may be asked of a report; the target is the activity's id.
    Command

    /// Plan a line before the work (S20, S21), preliminary; once the work is done it is refused
    /// (`REPORT-PLAN-01`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, report::{self, Content, LineKind, Unit}};
    /// # use uuid::Uuid;
    /// # fn ask(manager: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let name = "Work of the technician".into();
    /// let (kind, unit) = (LineKind::Labour, Unit::Hour);
    /// let content = Content { kind, code: "labour".into(), name, unit };
    /// let planned = manager.add(job, report::PlanLine { content, quantity: "2".parse()? })?;
    /// let line = planned.part;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.assigned().0).unwrap();
    /// ```
    joins PlanLine {
        /// What is expected to be used or done: kind, code, name and unit.
        content: Content,
        /// How much is expected, in the unit of the line; above zero (`REPORT-LINE-03`).
        quantity: Exact,
    }

    /// Report what was done or used (S30 to S36). Never refused for being late; whoever says which
    /// version he saw is not refused either when somebody else has changed or decided the line
    /// since: what he reports then is kept in its `conflicts` until a manager resolves it (R3).
    ///
    /// ```
    /// # use callout_core::{engine::Session, report::{self, Content, LineKind, Unit}};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, job: Uuid, planned: Uuid) -> Done {
    /// // An hour and three quarters of the work that was planned,
    /// let (line, minutes) = (Some(planned), Some(105));
    /// technician.add(job, report::ReportLine { line, minutes, ..Default::default() })?;
    /// // and a part that nobody had thought of.
    /// let (kind, unit, name) = (LineKind::Part, Unit::Piece, "Filter F7".into());
    /// let content = Some(Content { kind, unit, name, code: "filter".into() });
    /// let quantity = Some("1".parse()?);
    /// technician.add(job, report::ReportLine { content, quantity, ..Default::default() })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, line) = w.planned();
    /// # ask(w.technician(), job, line).unwrap();
    /// ```
    joins ReportLine {
        /// The id of the planned, reported, submitted or returned line that it says better; a new
        /// line where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        line: Option<Uuid>,
        /// What was used or done: kind, code, name and unit. A new line needs it
        /// (`REPORT-LINE-05`); what the line says stays where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Content>"))]
        content: Option<Content>,
        /// How much, in the unit of the line: not negative, at most 12 digits before and after the
        /// point (`REPORT-LINE-02`, `-06`). Zero for a planned line that was not needed; a new line
        /// needs more (`-03`). Of a line in hours it may be left out where `minutes` or `worked`
        /// say it (`-09`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantity: Option<Exact>,
        /// How long it took in whole minutes, in place of the quantity of a line in hours: 50
        /// minutes are five sixths of an hour, priced so and printed as 0:50.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// The id of the visit on which it was done, one of the activity (`REPORT-LINE-07`); that
        /// of the line stays where it is missing, `null` takes it away.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        visit: Patch<Uuid>,
        /// When the work was done, as evidence for its hours: less than 24 of them, not still to
        /// come (`REPORT-WORK-01` to `-03`). What the line says stays where it is missing, `null`
        /// takes it away.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        worked: Patch<Worked>,
        /// The local day on which it was used or done, for what has no hours: parts, fees,
        /// kilometres. Not still to come, and within the hours where both are said
        /// (`REPORT-WORK-02`, `-04`). Where neither hours, day nor visit is said, it counts to the
        /// last dated work of the activity. What the line says stays where it is missing, `null`
        /// takes it away.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        done_on: Patch<NaiveDate>,
        /// Why it is not what was planned or reported before, in words; nothing is said where it is
        /// missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    }

    /// Take out a line that was only planned, or one's own that was reported by mistake and is not
    /// handed over yet, or was returned (`REPORT-STATUS-01`, `REPORT-LINE-08`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, report};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, job: Uuid, line: Uuid) -> Done {
    /// technician.add(job, report::RemoveLine { line })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, line) = w.reported();
    /// # ask(w.technician(), job, line).unwrap();
    /// ```
    adds RemoveLine {
        /// The id of the line (`REPORT-LINE-04` where the report has none such).
        line: Uuid,
    }

    /// Record a reading of a parameter of a piece of equipment (S32).
    ///
    /// ```
    /// # use callout_core::{engine::Session, report};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let reading = report::RecordReading {
    ///     parameter: "operating_hours".into(),
    ///     value: "18420".parse()?,
    ///     unit: "h".into(),
    ///     ..Default::default()
    /// };
    /// let reading = technician.add(job, reading)?.part;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.assigned().0).unwrap();
    /// ```
    joins RecordReading {
        /// The name of the parameter: `operating_hours`; not empty (`REPORT-READING-02`).
        parameter: String,
        /// What the meter showed, in the unit. Where the equipment's type has a field of this key
        /// that is a counter, it is not below the reading before (`REPORT-READING-01`) nor above
        /// the one after (`-05`), unless `out_of_sequence` says so.
        value: Exact,
        /// The unit of the value, in words: `h`, `bar`, `°C`.
        unit: String,
        /// Whether it is taken also when it is lower than the reading before, or higher than the
        /// one after: the meter was replaced (E55). `false` where it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        out_of_sequence: bool,
        /// The id of the customer's equipment that was read (`REPORT-READING-04` where he has none
        /// such); the activity's equipment where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        equipment: Option<Uuid>,
        /// The moment at which it was read, not still to come (`REPORT-READING-03`); now where it
        /// is missing. That others were read since is no fault.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
    }

    /// Correct a reading that was mistyped: what it said before is kept with it. A technician
    /// corrects his own (`REPORT-READING-08`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, report};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, job: Uuid, reading: Uuid) -> Done {
    /// let correct = report::CorrectReading {
    ///     reading,
    ///     value: "18240".parse()?,
    ///     reason: "Two digits were swapped".into(),
    ///     ..Default::default()
    /// };
    /// technician.add(job, correct)?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, reading) = w.read();
    /// # ask(w.technician(), job, reading).unwrap();
    /// ```
    adds CorrectReading {
        /// The id of the reading (`REPORT-READING-07` where the report has none such).
        reading: Uuid,
        /// What the meter showed; as in `record_reading`.
        value: Exact,
        /// The unit in which it showed that; the reading's stays where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<String>"))]
        unit: Option<String>,
        /// Whether it is taken also when it is lower than the reading before, or higher than the
        /// one after: the meter was replaced (E55). `false` where it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        out_of_sequence: bool,
        /// Why it is another, in words; not empty (`REPORT-READING-09`).
        reason: String,
    }

    /// Hand all reported lines to the manager; a technician who was taken off the activity hands
    /// over those that he reported. `REPORT-SUBMIT-01` where there are none.
    ///
    /// ```
    /// # use callout_core::{engine::Session, report};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// technician.add(job, report::Submit {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.reported().0).unwrap();
    /// ```
    adds Submit {}

    /// Approve a line (S47 to S49), wholly or with another quantity.
    ///
    /// ```
    /// # use callout_core::{engine::Session, report};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, line: Uuid, other: Uuid) -> Done {
    /// manager.add(job, report::Approve { line, ..Default::default() })?;
    /// // Of another line less than was reported.
    /// let (line, quantity) = (other, Some("1.5".parse()?));
    /// let reason = Some("Half an hour was lunch".into());
    /// manager.add(job, report::Approve { line, quantity, reason, ..Default::default() })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, line) = w.reported();
    /// # ask(w.manager(), job, line, w.line(job)).unwrap();
    /// ```
    judges Approve {
        /// The id of the line: reported, submitted or returned, with no open conflict
        /// (`APPROVAL-LATE-01`).
        line: Uuid,
        /// How much is approved, in the unit of the line, above zero (`APPROVAL-QUANTITY-01`); all
        /// that is reported where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantity: Option<Exact>,
        /// Who bears how much of it, in percent that make 100 together; as the rules say where
        /// empty. One payer for all of a line, so far: a line that several share cannot be billed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        shares: Vec<Bearer>,
        /// Whether it is approved although the price list of its day gives the customer no price
        /// for it (`APPROVAL-PRICE-01`, `-02` otherwise): the host bills it, or the list follows.
        /// `false` where it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        unpriced: bool,
        /// Why it is not what was reported, or not paid for as the rules say, in words; needed in
        /// these cases only (`APPROVAL-REASON-01`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    }

    /// Say that a line will not be billed.
    ///
    /// ```
    /// # use callout_core::{engine::Session, report};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, line: Uuid) -> Done {
    /// let reason = "The customer brought the seal himself".into();
    /// manager.add(job, report::Reject { line, reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, line) = w.reported();
    /// # ask(w.manager(), job, line).unwrap();
    /// ```
    judges Reject {
        /// The id of the line: reported, submitted or returned, with no open conflict
        /// (`APPROVAL-LATE-01`).
        line: Uuid,
        /// Why it will not be billed, in words; not empty (`APPROVAL-REASON-01`).
        reason: String,
    }

    /// Give a line back to the technician, who is to mend it.
    ///
    /// ```
    /// # use callout_core::{engine::Session, report};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, line: Uuid) -> Done {
    /// let reason = "From when to when was it?".into();
    /// manager.add(job, report::Return { line, reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, line) = w.reported();
    /// # ask(w.manager(), job, line).unwrap();
    /// ```
    judges Return {
        /// The id of the line: a reported or submitted one.
        line: Uuid,
        /// What is to be mended, in words; not empty (`APPROVAL-REASON-01`).
        reason: String,
    }

    /// Take a decision back (R4): the line is submitted again. A released line comes back as long
    /// as no invoice and no hand-over has any of it (`LEDGER-RESERVE-08`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, report};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, line: Uuid) -> Done {
    /// let reason = "It is under warranty after all".into();
    /// manager.add(job, report::Withdraw { line, reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, line) = w.approved();
    /// # ask(w.manager(), job, line).unwrap();
    /// ```
    judges Withdraw {
        /// The id of the approved, rejected or released line.
        line: Uuid,
        /// Why the decision is taken back, in words; not empty (`APPROVAL-REASON-01`).
        reason: String,
    }

    /// A manager has seen what was reported in conflict with a line and says what counts (R3).
    ///
    /// ```
    /// # use callout_core::{engine::Session, report};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, line: Uuid, conflict: Uuid) -> Done {
    /// let resolution = "The two hours that were approved stand".into();
    /// manager.add(job, report::Resolve { line, conflict, accept: false, resolution })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, line, conflict) = w.conflicting();
    /// # ask(w.manager(), job, line, conflict).unwrap();
    /// ```
    judges Resolve {
        /// The id of the line that has the conflict.
        line: Uuid,
        /// The id of the conflict, as the `conflicts` of the line name it (`REPORT-RESOLVE-01`
        /// where they do not, or where it is resolved).
        conflict: Uuid,
        /// Whether it is the reported value from now on, and the one before is kept in the
        /// conflict; an approved or released line takes nothing over (`REPORT-RESOLVE-02`). `false`
        /// where it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        accept: bool,
        /// Why the manager decided so, in words; not empty (`APPROVAL-REASON-01`).
        resolution: String,
    }

    /// Hand approved lines to invoicing (S51); `APPROVAL-RELEASE-01` where there are none.
    ///
    /// ```
    /// # use callout_core::{engine::Session, report};
    /// # use uuid::Uuid;
    /// # fn ask(manager: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// // All that are approved.
    /// manager.add(job, report::Release::default())?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.approved().0).unwrap();
    /// ```
    judges Release {
        /// The ids of the lines to release; all approved ones that have no open conflict where it
        /// is missing. An empty list releases nothing, and is refused.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lines: Option<Vec<Uuid>>,
    }

    /// Be of the customer and equipment that its activity names now. Callout itself asks it.
    judges(inside) Follow {}
}
