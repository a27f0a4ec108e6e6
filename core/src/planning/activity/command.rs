//! What may be asked of an activity.

use super::{Deadline, Kind, Occurrence, Priority, Requirements};
use crate::Patch;
use crate::patch::given;
use crate::schedule::{Instant, Period};
use uuid::Uuid;

crate::noun::commands! {
    /// What may be asked of an activity.
    Command

    /// Begin one (S13, S14). It takes the next number of its year.
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, customer: Uuid, equipment: Option<Uuid>) -> Done {
    /// let title = "The compressor stops after ten minutes".into();
    /// let call = activity::Create { customer, equipment, title, ..Default::default() };
    /// let begun = manager.create(call)?;
    /// println!("{} is in version {}", begun.target, begun.version);
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.customer, Some(w.equipment)).unwrap();
    /// ```
    creates Create {
        /// What sort of work it is: one-off, recurring, under warranty.
        kind: Kind,
        /// The customer who called; `ACTIVITY-CREATE-02` where there is none such.
        customer: Uuid,
        /// Where the work is done: one of the customer's sites; at his own address where it is
        /// missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<Uuid>,
        /// The equipment that the work is on, which is the customer's. None where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        equipment: Option<Uuid>,
        /// Whether its work is construction or assembly work (CZ-CPA 41 to 43), which is billed to
        /// a payer of VAT without tax (act 235/2004, § 92e); as the card of the equipment says
        /// where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        construction: Option<bool>,
        /// What it is about, in one line, for lists and papers; not empty.
        title: String,
        /// What it is about at length, as the customer told it; empty where the title says all.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        description: String,
        /// The moment at which the customer reported it, with its zone; now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reported_at: Option<Instant>,
        /// The occurrence of a plan that it is, by plan and day; none for a call of its own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        occurrence: Option<Occurrence>,
        /// What it asks of who plans it: how urgent it is, by when, who can do it, when the
        /// customer can. Nothing where it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        requirements: Requirements,
    }

    /// Say better what it is about; what is missing stays, `null` takes away.
    ///
    /// ```
    /// # use callout_core::{Patch, activity, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, version: u64) -> Done {
    /// let update = activity::Update {
    ///     title: Some("Compressor in hall 2 stops".into()),
    ///     equipment: Patch::Clear,
    ///     ..Default::default()
    /// };
    /// manager.change(job, version, update)?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, v) = w.opened();
    /// # ask(w.manager(), job, v).unwrap();
    /// ```
    changes Update {
        /// The new title, in one line; not empty (`ACTIVITY-CREATE-01`), and the old one stays
        /// where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<String>"))]
        title: Option<String>,
        /// The new description; `null` takes it away, and the old one stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        description: Patch<String>,
        /// The equipment that the work is on, which is the customer's (`ACTIVITY-CREATE-03`);
        /// `null` for none, and what was named stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        equipment: Patch<Uuid>,
        /// The customer's site where the work is done (`ACTIVITY-CREATE-04`); `null` for his own
        /// address, and the one that was named stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        site: Patch<Uuid>,
        /// Whether its work is construction or assembly work (CZ-CPA 41 to 43), which is billed to
        /// a payer of VAT without tax (act 235/2004, § 92e); `null` leaves it to the card of the
        /// equipment, and what was said stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        construction: Patch<bool>,
    }

    /// Say what it asks of who plans it (S29); what is missing stays, `null` takes away.
    ///
    /// ```
    /// # use callout_core::{Patch, activity::{self, Deadline, Priority}, engine::Session};
    /// # use callout_core::schedule::Instant;
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, version: u64) -> Done {
    /// let at = Instant::new("2026-10-17T12:30:00Z".parse()?);
    /// let rule = "Contract 4/2026: repaired in 48 hours".into();
    /// let require = activity::Require {
    ///     priority: Some(Priority::High),
    ///     minutes: Patch::Set(90),
    ///     skills: Some(vec!["f-gases".into()]),
    ///     deadline: Patch::Set(Deadline { at, rule }),
    ///     ..Default::default()
    /// };
    /// manager.change(job, version, require)?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, v) = w.opened();
    /// # ask(w.manager(), job, v).unwrap();
    /// ```
    changes Require {
        /// How urgent it is; as before where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Priority>"))]
        priority: Option<Priority>,
        /// How long the work is expected to take on site, in minutes, 1 to 20,160
        /// (`ACTIVITY-REQUIRE-01`); `null` where nobody knows, as before where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        minutes: Patch<u32>,
        /// The skills that who does it must have, all of them anew (`ACTIVITY-REQUIRE-02`); as
        /// before where they are missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Vec<String>>"))]
        skills: Option<Vec<String>>,
        /// The moment before which it does not begin; `null` for at once, as before where it is
        /// missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        earliest: Patch<Instant>,
        /// The moment by which the customer would like it to be over, after `earliest`
        /// (`ACTIVITY-REQUIRE-05`); `null` where he does not mind, as before where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        wanted_by: Patch<Instant>,
        /// The moment by which it must be over, and the rule that says so, after `earliest`
        /// (`ACTIVITY-REQUIRE-05`); `null` for none, as before where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        deadline: Patch<Deadline>,
        /// The periods at which the customer can, all of them anew, empty for any time
        /// (`ACTIVITY-REQUIRE-03`, `-04`); as before where they are missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Vec<Period>>"))]
        windows: Option<Vec<Period>>,
        /// The periods at which the customer cannot, all of them anew (`ACTIVITY-REQUIRE-03`,
        /// `-04`); as before where they are missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Vec<Period>>"))]
        blackouts: Option<Vec<Period>>,
    }

    /// A technician is put on it, as a visit of his is planned there.
    changes(inside) Join {
        /// The id of the technician.
        technician: Uuid,
    }

    /// Say at which moment the customer reported it, where it was put down wrongly. Coverage is
    /// judged by its day (R1); lines that are approved keep theirs until they are withdrawn.
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session, schedule::Instant};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, version: u64) -> Done {
    /// let reported_at = Instant::new("2026-10-15T14:30:00Z".parse()?);
    /// let reason = "He called the day before".into();
    /// manager.change(job, version, activity::CorrectReportedAt { reported_at, reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, v) = w.opened();
    /// # ask(w.manager(), job, v).unwrap();
    /// ```
    changes CorrectReportedAt: whole {
        /// The moment at which the customer reported it, with its zone; not still to come
        /// (`ACTIVITY-CREATE-05`).
        reported_at: Instant,
        /// Why it is another, in words; not empty (`ACTIVITY-REASON-01`).
        reason: String,
    }

    /// Say whose it is, where it was begun for the wrong customer: its visits, its report, the
    /// mails filed under it and the open tasks about it come along. Not once a line of it is
    /// approved (`ACTIVITY-CUSTOMER-01`), and not what a plan created (`-02`). A job sheet names
    /// the right customer in its next version.
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, customer: Uuid, version: u64) -> Done {
    /// let reason = "The branch in Brno called, and not the one in Kolín".into();
    /// let correct = activity::CorrectCustomer { customer, reason, ..Default::default() };
    /// manager.change(job, version, correct)?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, v) = w.opened();
    /// # ask(w.manager(), job, w.other, v).unwrap();
    /// ```
    changes CorrectCustomer {
        /// The customer whose it is; `ACTIVITY-CREATE-02` where there is none such. With the site
        /// and equipment that are named already nothing changes.
        customer: Uuid,
        /// Where the work is done: one of his sites; at his own address where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<Uuid>,
        /// The equipment that the work is on, which is his. None where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        equipment: Option<Uuid>,
        /// Why it is another's, in words; not empty (`ACTIVITY-REASON-01`).
        reason: String,
    }

    /// Let the technicians see it.
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, version: u64) -> Done {
    /// manager.change(job, version, activity::Open {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, v) = w.drafted();
    /// # ask(w.manager(), job, v).unwrap();
    /// ```
    changes Open {}

    /// Say who works on it, and who of them leads (S15, S27); an empty list takes all off.
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, vrana: Uuid, hora: Uuid, version: u64) -> Done {
    /// let assign = activity::Assign { technicians: vec![vrana, hora], lead: Some(vrana) };
    /// manager.change(job, version, assign)?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, v) = w.opened();
    /// # ask(w.manager(), job, w.vrana, w.hora, v).unwrap();
    /// ```
    changes Assign {
        /// The ids of all technicians who work on it from now on, in place of those before.
        technicians: Vec<Uuid>,
        /// The technician of them who leads; needed where there are several, a single one leads.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lead: Option<Uuid>,
    }

    /// Add a technical note (S18).
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # fn ask(manager: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let text = "Enter from the side street and ask for the foreman".into();
    /// manager.add(job, activity::AddNote { text, internal: true })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.opened().0).unwrap();
    /// ```
    adds AddNote {
        /// The note's text; not empty.
        text: String,
        /// Whether it is kept from every paper that the customer sees; `false` where it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        internal: bool,
    }

    /// Add a fault (S19, S33).
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let symptom = "It stops after ten minutes".into();
    /// let added = technician.add(job, activity::AddFault { symptom, ..Default::default() })?;
    /// // By this id it is refined later.
    /// let fault = added.part;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.assigned().0).unwrap();
    /// ```
    adds AddFault {
        /// What the customer saw; not empty (`ACTIVITY-TEXT-01`).
        symptom: String,
        /// What caused it; unknown so far where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<String>,
        /// What was done about it; nothing so far where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        remedy: Option<String>,
    }

    /// Say better what a fault was; what is missing stays, `null` takes away. What comes late, or
    /// contradicts what another said since, is kept as an internal note (R3).
    ///
    /// ```
    /// # use callout_core::{Patch, activity, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, job: Uuid, fault: Uuid) -> Done {
    /// let update = activity::UpdateFault {
    ///     fault,
    ///     cause: Patch::Set("The filter is clogged".into()),
    ///     remedy: Patch::Set("The filter was replaced".into()),
    ///     ..Default::default()
    /// };
    /// technician.add(job, update)?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, fault) = w.faulty();
    /// # ask(w.technician(), job, fault).unwrap();
    /// ```
    adds UpdateFault {
        /// The id of the fault, as the activity's state names it (`ACTIVITY-FAULT-01` where there
        /// is none such).
        fault: Uuid,
        /// What the customer saw, in better words; not empty (`ACTIVITY-TEXT-01`), and what was
        /// said before stays where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<String>"))]
        symptom: Option<String>,
        /// What caused it; `null` where nobody knows after all, and what was said before stays
        /// where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        cause: Patch<String>,
        /// What was done about it; `null` for nothing after all, and what was said before stays
        /// where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        remedy: Patch<String>,
    }

    /// A manager has seen the notes and faults that came late (R3); `ACTIVITY-RESOLVE-01` where
    /// none did.
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, version: u64) -> Done {
    /// let note = "Both technicians mean the same fault".into();
    /// manager.change(job, version, activity::Resolve { note })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, v) = w.late();
    /// # ask(w.manager(), job, v).unwrap();
    /// ```
    changes Resolve {
        /// What the manager made of them, in words; not empty. It is kept as an internal note.
        note: String,
    }

    /// Say that the work is done: approval and billing follow.
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, version: u64) -> Done {
    /// manager.change(job, version, activity::Complete {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, v) = w.assigned();
    /// # ask(w.manager(), job, v).unwrap();
    /// ```
    changes Complete {}

    /// Say that there is more to do after all, or that it was given up by mistake: it is open
    /// again. Visits that were cancelled stay so.
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, version: u64) -> Done {
    /// manager.change(job, version, activity::Reopen { reason: "It leaks again".into() })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, v) = w.completed();
    /// # ask(w.manager(), job, v).unwrap();
    /// ```
    changes Reopen {
        /// Why the work goes on, in words; not empty.
        reason: String,
    }

    /// Say that nothing more follows. All visits are over, every reported line is decided and all
    /// that came late is resolved (`ACTIVITY-CLOSE-01` to `-04`); before the work is done this
    /// needs a reason as well (R10).
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, version: u64) -> Done {
    /// manager.change(job, version, activity::Close { reason: None })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, v) = w.completed();
    /// # ask(w.manager(), job, v).unwrap();
    /// ```
    changes Close {
        /// Why it is closed before the work is done, in words; only then it is needed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    }

    /// Give it up: only while nothing is reported (`ACTIVITY-CANCEL-01`) and no visit is planned or
    /// under way (R10).
    ///
    /// ```
    /// # use callout_core::{activity, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, job: Uuid, version: u64) -> Done {
    /// manager.change(job, version, activity::Cancel { reason: "The customer withdrew".into() })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (job, v) = w.opened();
    /// # ask(w.manager(), job, v).unwrap();
    /// ```
    changes Cancel {
        /// Why it is given up, in words; not empty.
        reason: String,
    }
}
