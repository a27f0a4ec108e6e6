//! What may be asked of a job sheet.

use crate::journal::Hash;
use crate::schedule::Instant;
use uuid::Uuid;

crate::noun::commands! {
    /// What may be asked of a job sheet.
    Command

    /// Generate it from the activity as it stands (S41). Something must be reported
    /// (`JOBSHEET-GENERATE-02`), and no other sheet of the activity say the same (`-03`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, job_sheet};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, activity: Uuid) -> Done {
    /// let sheet = technician.create(job_sheet::Generate { activity })?.target;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.reported().0).unwrap();
    /// ```
    creates Generate {
        /// The id of the activity; `JOBSHEET-GENERATE-01` where there is none such.
        activity: Uuid,
    }

    /// Generate it anew after a correction: another version, unsigned (S61).
    ///
    /// ```
    /// # use callout_core::{engine::Session, job_sheet};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, sheet: Uuid, version: u64) -> Done {
    /// technician.change(sheet, version, job_sheet::Regenerate {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (sheet, v) = w.outdated();
    /// # ask(w.technician(), sheet, v).unwrap();
    /// ```
    changes Regenerate {}

    /// The customer signs (S42).
    ///
    /// ```
    /// # use callout_core::{engine::Session, job_sheet};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, sheet: Uuid, png: &[u8]) -> Done {
    /// let shown = technician.get::<job_sheet::JobSheet>(sheet)?;
    /// let sign = job_sheet::Sign {
    ///     name: "Jana Hrušková".into(),
    ///     picture: technician.put_blob(png)?,
    ///     content_hash: shown.state.content_hash,
    ///     ..Default::default()
    /// };
    /// technician.change(sheet, shown.version, sign)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.sheet().0, callout_world::PNG).unwrap();
    /// ```
    changes Sign {
        /// The signer's name, as printed below the signature; not empty (`JOBSHEET-SIGN-04`).
        name: String,
        /// Who signs: the id of one of the customer's contacts, or one under which values about the
        /// signer are kept already; a new one where it is left out. What is kept under one id is
        /// forgotten together. One that another record has is refused (`RECORD-NEW-02`).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<Uuid>,
        /// Hash of the picture of the signature, whose bytes have been put as a blob
        /// (`JOBSHEET-SIGN-05` otherwise): a PNG or JPEG that can be printed and
        /// stands upright (`-08`), and shows something (`-09`).
        picture: Hash,
        /// Hash of what the signer saw: the state's `content_hash` when the sheet was shown.
        /// Another one is a conflict (`JOBSHEET-SIGN-02`).
        content_hash: Hash,
        /// What the signer does not agree with, in the signer's words (E59); no reservation where
        /// it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reservation: Option<String>,
        /// The moment at which it was signed: after the version was generated and not still to come
        /// (`JOBSHEET-SIGN-06`). Now where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Instant>,
    }

    /// The customer would not sign (E59).
    ///
    /// ```
    /// # use callout_core::{engine::Session, job_sheet};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, sheet: Uuid, version: u64) -> Done {
    /// let reason = "He says that the hours are too many".into();
    /// technician.change(sheet, version, job_sheet::RecordRefusal { reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (sheet, v) = w.sheet();
    /// # ask(w.technician(), sheet, v).unwrap();
    /// ```
    changes RecordRefusal {
        /// Why not, in words; not empty (`JOBSHEET-SIGN-07`).
        reason: String,
    }

    /// Nobody was there to sign (E59).
    ///
    /// ```
    /// # use callout_core::{engine::Session, job_sheet};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, sheet: Uuid, version: u64) -> Done {
    /// let reason = "Mrs Hrušková had left already".into();
    /// technician.change(sheet, version, job_sheet::RecordAbsence { reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (sheet, v) = w.sheet();
    /// # ask(w.technician(), sheet, v).unwrap();
    /// ```
    changes RecordAbsence {
        /// Why nobody signed and who should have, in words; not empty (`JOBSHEET-SIGN-07`).
        reason: String,
    }

    /// Confirm it, as an act apart from the signature (S43). It is sent by itself afterwards
    /// where the company's setting says so (S44).
    ///
    /// ```
    /// # use callout_core::{engine::Session, job_sheet};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(technician: Session<'_>, sheet: Uuid, version: u64) -> Done {
    /// technician.change(sheet, version, job_sheet::Confirm {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (sheet, v) = w.signed();
    /// # ask(w.technician(), sheet, v).unwrap();
    /// ```
    changes Confirm {}
}
