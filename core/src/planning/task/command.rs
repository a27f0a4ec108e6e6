//! What may be asked of a task.

use super::About;
use crate::Patch;
use crate::patch::given;
use crate::schedule::Instant;

crate::noun::commands! {
    /// What may be asked of a task.
    Command

    /// Create one for oneself (S39).
    ///
    /// ```
    /// # use callout_core::{engine::Session, schedule::Instant, task};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let create = task::Create {
    ///     title: "Order a filter of class F7".into(),
    ///     due: Some(Instant::new("2026-10-15T10:00:00Z".parse()?)),
    ///     about: task::About { activity: Some(job), ..Default::default() },
    ///     ..Default::default()
    /// };
    /// let task = technician.create(create)?.target;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.assigned().0).unwrap();
    /// ```
    creates Create {
        /// What is to be done, in one line; not empty (`TASK-TITLE-01`).
        title: String,
        /// What is to be done at length; empty where the title says all.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
        /// The moment until which it is to be done; no due time where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Instant>,
        /// The customer, equipment or activity that it is about; nothing where it is missing. An
        /// activity brings its customer and equipment along, equipment its customer; two customers
        /// are refused (`TASK-ABOUT-04`).
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        about: About,
    }

    /// Say it better; what is missing stays, `null` takes away.
    ///
    /// ```
    /// # use callout_core::{Patch, engine::Session, task};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, task: Uuid, version: u64) -> Done {
    /// let note = Patch::Set("The wholesaler has none before Friday".into());
    /// let update = task::Update { note, due: Patch::Clear, ..Default::default() };
    /// technician.change(task, version, update)?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (task, v) = w.task();
    /// # ask(w.technician(), task, v).unwrap();
    /// ```
    changes Update {
        /// The new title, in one line; not empty (`TASK-TITLE-01`), and the old one stays where it
        /// is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<String>"))]
        title: Option<String>,
        /// The new text at length; `null` takes it away, and the old one stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        note: Patch<String>,
        /// The moment until which it is to be done; `null` for no due time, and the one before
        /// stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        due: Patch<Instant>,
        /// What it is about, whole, with what follows from it; `null` for nothing, and what was
        /// said before stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        about: Patch<About>,
    }

    /// Say that it is done.
    ///
    /// ```
    /// # use callout_core::{engine::Session, task};
    /// # use uuid::Uuid;
    /// # fn ask(technician: Session<'_>, task: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// technician.add(task, task::Complete {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.task().0).unwrap();
    /// ```
    adds Complete {}

    /// Say that it is to be done after all, where it was done or cancelled.
    ///
    /// ```
    /// # use callout_core::{engine::Session, task};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, task: Uuid, version: u64) -> Done {
    /// technician.change(task, version, task::Reopen {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (task, v) = w.done();
    /// # ask(w.technician(), task, v).unwrap();
    /// ```
    changes Reopen {}

    /// Say that it need not be done.
    ///
    /// ```
    /// # use callout_core::{engine::Session, task};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, task: Uuid, version: u64) -> Done {
    /// technician.change(task, version, task::Cancel {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (task, v) = w.task();
    /// # ask(w.technician(), task, v).unwrap();
    /// ```
    changes Cancel {}
}
