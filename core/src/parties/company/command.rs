//! What may be asked of a company.

use super::{Profile, ProfileChange, SettingsChange};
use crate::access::Reach;
use std::collections::BTreeMap;
use uuid::Uuid;

crate::noun::commands! {
    /// What may be asked of a company.
    Command

    /// Begin: the id of the company is the target.
    ///
    /// ```
    /// # use callout_core::{company::{self, Profile, SettingsChange}, customer::Address};
    /// # use callout_core::engine::Session;
    /// # fn ask(manager: Session<'_>, address: Address) -> Result<(), Box<dyn std::error::Error>> {
    /// let profile = Profile {
    ///     name: "Servis Modrý Klíč s.r.o.".into(),
    ///     registration_number: "58100075".into(),
    ///     address,
    ///     email: "servis@modry-klic.example".into(),
    ///     ..Default::default()
    /// };
    /// let settings = SettingsChange { payment_days: Some(30), ..Default::default() };
    /// let create = company::Create { profile, settings, ..Default::default() };
    /// manager.create_as(manager.company(), create)?;
    /// # Ok(()) }
    /// # let engine = callout_world::engine();
    /// # let actor = callout_core::access::Actor::manager(callout_world::id());
    /// # let manager = engine.session(callout_world::id(), actor);
    /// # ask(manager, callout_world::address()).unwrap();
    /// ```
    creates Create {
        /// Who it is on documents: a name at least, and an address for its mails where it sends
        /// any.
        profile: Profile,
        /// What it has decided; what is left out is as [`Settings`](super::Settings) says.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        settings: SettingsChange,
        /// Whether the numbers were checked elsewhere: a company number or VAT id that fails its
        /// check digit is taken then, as some real ones do. `false` where it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        number_checked: bool,
    }

    /// Change who it is or what it has decided. Documents issued before keep what they say.
    ///
    /// ```
    /// # use callout_core::{Patch, company::{self, ProfileChange}, engine::Session};
    /// # fn ask(manager: Session<'_>, version: u64) -> Result<(), Box<dyn std::error::Error>> {
    /// let phone = Patch::Set("+420 555 000 100".into());
    /// let profile = ProfileChange { phone, ..Default::default() };
    /// let update = company::Update { profile, ..Default::default() };
    /// manager.change(manager.company(), version, update)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.version()).unwrap();
    /// ```
    changes Update {
        /// What of its profile is to change; what is missing stays.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        profile: ProfileChange,
        /// The settings that are to change; those that are missing stay.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        settings: SettingsChange,
        /// Whether the numbers of the profile were checked elsewhere, as in `create`; `false` where
        /// it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        number_checked: bool,
    }

    /// Define a role of its own, or define it anew.
    ///
    /// ```
    /// # use callout_core::{access::Reach, company, engine::Session};
    /// # fn ask(manager: Session<'_>, version: u64) -> Result<(), Box<dyn std::error::Error>> {
    /// let may = |verb: &str, reach| (verb.to_owned(), reach);
    /// let permissions = [
    ///     may("activity.read", Reach::All),
    ///     may("visit.read", Reach::All),
    ///     may("visit.plan", Reach::All),
    /// ];
    /// let define = company::DefineRole { role: "planner".into(), permissions: permissions.into() };
    /// manager.change(manager.company(), version, define)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.version()).unwrap();
    /// ```
    changes DefineRole {
        /// The name of the role, as actors say it; not empty, and not that of a built-in one
        /// (`COMPANY-ROLE-01`).
        role: String,
        /// Each verb that it may, `activity.assign`, to how far; a verb that is not here is closed.
        /// An unknown one is refused (`COMPANY-ROLE-02`), and so is `own` for one that is about the
        /// company as a whole (`-05`) and `invoice.read` without `prices.read` (`-06`).
        permissions: BTreeMap<String, Reach>,
    }

    /// Take a role away; who has it may do nothing from then on.
    ///
    /// ```
    /// # use callout_core::{company, engine::Session};
    /// # fn ask(manager: Session<'_>, version: u64) -> Result<(), Box<dyn std::error::Error>> {
    /// let drop = company::DropRole { role: "planner".into() };
    /// manager.change(manager.company(), version, drop)?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); w.planner();
    /// # ask(w.manager(), w.version()).unwrap();
    /// ```
    changes DropRole {
        /// The name of the role; `COMPANY-ROLE-03` where the company has none such.
        role: String,
    }

    /// Forget natural persons: the values about them are deleted, the record of it stays (E93).
    /// What the law keeps stays until its term: the receipt lists it.
    ///
    /// ```
    /// # use callout_core::{company, engine::Session};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, contact: Uuid, version: u64) -> Done {
    /// let reason = "She asked for it on 12 October".into();
    /// let erase = company::ErasePersons { persons: vec![contact], reason };
    /// let done = manager.change(manager.company(), version, erase)?;
    /// if let Some(forgotten) = done.forgotten {
    ///     println!("the law keeps {} values for now", forgotten.kept.len());
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.contact, w.version()).unwrap();
    /// ```
    changes ErasePersons {
        /// The ids that stand as `person` with the values; one human may have several. The id of a
        /// record takes what staff wrote in it in their own words, and the photographs of
        /// equipment. The question `persons` finds both.
        persons: Vec<Uuid>,
        /// Why they are forgotten, for the record, which keeps it: name nobody in it. Not empty
        /// (`COMPANY-ERASE-02`).
        reason: String,
    }

    /// Delete what was kept of forgotten persons and is past its term. Ask it once a day; nothing
    /// happens where nothing is.
    ///
    /// ```
    /// # use callout_core::{company, engine::Session};
    /// # fn ask(manager: Session<'_>) -> Result<(), Box<dyn std::error::Error>> {
    /// manager.add(manager.company(), company::EraseExpired {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager()).unwrap();
    /// ```
    adds EraseExpired {}
}
