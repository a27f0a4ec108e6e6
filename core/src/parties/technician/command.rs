//! What may be asked of a technician.

use super::Skill;
use crate::Patch;
use crate::patch::given;
use crate::schedule::{Cycle, Hours, Period, TimesOfDay, Zone, on_a_calendar};
use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

crate::noun::commands! {
    /// What may be asked of a technician.
    Command

    /// Take somebody on; the target is the id that the person acts under.
    ///
    /// ```
    /// # use callout_core::{engine::Session, technician};
    /// # use uuid::Uuid;
    /// # fn ask(manager: Session<'_>, vrana: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let create = technician::Create {
    ///     name: "Karel Vrána".into(),
    ///     email: Some("vrana@modry-klic.example".into()),
    ///     ..Default::default()
    /// };
    /// // The id under which he acts from then on.
    /// manager.create_as(vrana, create)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), callout_world::id()).unwrap();
    /// ```
    creates Create {
        /// What the person is called; not empty (`TECHNICIAN-NAME-01`).
        name: String,
        /// The address to which mails and calendar entries go (`TECHNICIAN-EMAIL-01` where none can
        /// go to it); none where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        email: Option<String>,
        /// The telephone number, as people write it; none where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<String>,
        /// The zone of the clock by which working hours and absences are meant; the company's where
        /// it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<Zone>,
        /// The country whose public holidays are free of work, ISO 3166-1 alpha-2: `SK`
        /// (`TECHNICIAN-HOLIDAYS-01` where they are not known). `null` for work on holidays; the
        /// company's country where it is missing, if its holidays are known.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        holidays: Patch<String>,
    }

    /// Say better who it is; what is missing stays, `null` takes away.
    ///
    /// ```
    /// # use callout_core::{Patch, engine::Session, technician};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, vrana: Uuid, version: u64) -> Done {
    /// let phone = Patch::Set("+420 700 000 201".into());
    /// manager.change(vrana, version, technician::Update { phone, ..Default::default() })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (vrana, v) = w.vrana();
    /// # ask(w.manager(), vrana, v).unwrap();
    /// ```
    changes Update {
        /// What the person is called; not empty (`TECHNICIAN-NAME-01`), and the old name stays
        /// where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<String>"))]
        name: Option<String>,
        /// The address to which mails and calendar entries go (`TECHNICIAN-EMAIL-01` where none can
        /// go to it); `null` takes it away, and the old one stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        email: Patch<String>,
        /// The telephone number; `null` takes it away, and the old one stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        phone: Patch<String>,
        /// The zone of the clock by which working hours and absences are meant; the one before
        /// stays where it is missing.
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::patch::Given<Zone>"))]
        zone: Option<Zone>,
        /// The country whose public holidays are free of work, ISO 3166-1 alpha-2: `SK`
        /// (`TECHNICIAN-HOLIDAYS-01` where they are not known). `null` for work on holidays; the
        /// one before stays where it is missing.
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        holidays: Patch<String>,
    }

    /// Say when the technician works in a common week: all hours anew (E40). Shifts that rotate
    /// have a cycle, and hours of its weeks.
    ///
    /// ```
    /// # use callout_core::{engine::Session, schedule::{Hours, Weekday}, technician};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, vrana: Uuid, version: u64) -> Done {
    /// let (from, to) = ("07:00:00".parse()?, "15:30:00".parse()?);
    /// let hours = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday];
    /// let hours = hours.map(|weekday| Hours { weekday, from, to, week: None }).into();
    /// manager.change(vrana, version, technician::SetHours { hours, cycle: None })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (vrana, v) = w.vrana();
    /// # ask(w.manager(), vrana, v).unwrap();
    /// ```
    changes SetHours {
        /// All working hours of a week, in any order, none over another (`TECHNICIAN-HOURS-01`,
        /// `-02`); a night shift is two, up to midnight and from it. What lies between two of them
        /// for three hours at the most is a break, which a visit may span.
        hours: Vec<Hours>,
        /// The weeks that come round, where shifts rotate: `week` of an hour says in which of them
        /// it holds (`TECHNICIAN-HOURS-03`, `-04`). Each week is alike where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cycle: Option<Cycle>,
    }

    /// Say when the technician works on one day, whatever the week and the public holidays say
    /// (E40): an extra Saturday, a short day, a holiday on duty.
    ///
    /// ```
    /// # use callout_core::{engine::Session, schedule::TimesOfDay, technician};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, vrana: Uuid, version: u64) -> Done {
    /// let until_noon = TimesOfDay { from: "08:00:00".parse()?, to: "12:00:00".parse()? };
    /// let date = "2026-12-19".parse()?;
    /// let saturday = technician::SetDay { date, hours: Some(vec![until_noon]) };
    /// manager.change(vrana, version, saturday)?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (vrana, v) = w.vrana();
    /// # ask(w.manager(), vrana, v).unwrap();
    /// ```
    changes SetDay: whole {
        /// The local day. A technician has 400 days of his own at the most (`TECHNICIAN-DAY-01`);
        /// those that are over for a year make room.
        date: NaiveDate,
        /// Its hours in any order, none over another (`TECHNICIAN-HOURS-01`, `-02`); empty for a
        /// day without work. The day is again as its week says where they are missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hours: Option<Vec<TimesOfDay>>,
    }

    /// Say what the technician is able and allowed to do: all skills anew.
    ///
    /// ```
    /// # use callout_core::{engine::Session, technician::{self, Skill}};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, vrana: Uuid, version: u64) -> Done {
    /// let chillers = Skill { name: "f-gases".into(), until: Some("2028-03-31".parse()?) };
    /// let welding = Skill { name: "welding".into(), until: None };
    /// let skills = vec![chillers, welding];
    /// manager.change(vrana, version, technician::SetSkills { skills })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (vrana, v) = w.vrana();
    /// # ask(w.manager(), vrana, v).unwrap();
    /// ```
    changes SetSkills {
        /// All skills, in any order, each once and with a name (`TECHNICIAN-SKILL-01`, `-02`); 100
        /// at the most (`-03`).
        skills: Vec<Skill>,
    }

    /// Say when the technician is busy by a calendar outside of Callout: all that is known from
    /// that calendar anew. Only the times are kept. Nobody is planned over them unless it is said.
    ///
    /// ```
    /// # use callout_core::{engine::Session, schedule::Period, technician};
    /// # use uuid::Uuid;
    /// # fn ask(vrana: Session<'_>, id: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let dentist: Period = serde_json::from_str(
    ///     r#"{"from": "2026-10-19T14:00:00+02:00", "to": "2026-10-19T15:30:00+02:00"}"#)?;
    /// vrana.add(id, technician::SetBusy { calendar: "private".into(), busy: vec![dentist] })?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.technician(), w.vrana).unwrap();
    /// ```
    adds SetBusy {
        /// Which calendar, by a name that the host gives it; not empty, and 10 at the most
        /// (`TECHNICIAN-BUSY-01`).
        calendar: String,
        /// The periods at which he is busy, in any order, each with a length
        /// (`TECHNICIAN-BUSY-02`); 2,000 at the most (`-01`), those that touch counted as one.
        /// Empty where he is not, and the calendar is known no more.
        busy: Vec<Period>,
    }

    /// Add a time away, by the technician's clock (S24); it ends after it begins
    /// (`TECHNICIAN-ABSENCE-01`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, technician};
    /// # use uuid::Uuid;
    /// # fn ask(manager: Session<'_>, vrana: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let absence = technician::AddAbsence {
    ///     from: "2026-12-23T00:00:00".parse()?,
    ///     from_later: false,
    ///     to: "2027-01-02T00:00:00".parse()?,
    ///     to_later: false,
    ///     reason: "Leave".into(),
    /// };
    /// let absence = manager.add(vrana, absence)?.part;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.manager(), w.vrana).unwrap();
    /// ```
    adds AddAbsence: whole {
        /// The local time at which it begins, by the technician's clock: `2026-10-16T08:00:00`.
        #[serde(deserialize_with = "on_a_calendar")]
        from: NaiveDateTime,
        /// Whether `from` is the second of two equal times of an autumn night; the first where it
        /// is missing. For any other time it is refused (`TECHNICIAN-ABSENCE-03`).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        from_later: bool,
        /// The local time at which it ends, not included, by the technician's clock.
        #[serde(deserialize_with = "on_a_calendar")]
        to: NaiveDateTime,
        /// Whether `to` is the second of two equal times of an autumn night; the first where it is
        /// missing. For any other time it is refused (`TECHNICIAN-ABSENCE-03`).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        to_later: bool,
        /// Why the technician is away, in words; the technician's own affair. Unsaid where it is
        /// missing.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    }

    /// Take a time away back.
    ///
    /// ```
    /// # use callout_core::{engine::Session, technician};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, vrana: Uuid, absence: Uuid, version: u64) -> Done {
    /// manager.change(vrana, version, technician::RemoveAbsence { absence })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (absence, v) = w.absent();
    /// # ask(w.manager(), w.vrana, absence, v).unwrap();
    /// ```
    changes RemoveAbsence {
        /// The id of the absence (`TECHNICIAN-ABSENCE-02` where the technician has none such).
        absence: Uuid,
    }

    /// Say that the technician works here no more; past work stays (E38). Visits that are planned
    /// or under way are moved or ended first (`TECHNICIAN-DEACTIVATE-01`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, technician};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, vrana: Uuid, version: u64) -> Done {
    /// manager.change(vrana, version, technician::Deactivate {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (vrana, v) = w.vrana();
    /// # ask(w.manager(), vrana, v).unwrap();
    /// ```
    changes Deactivate {}

    /// Say that the technician works here again.
    ///
    /// ```
    /// # use callout_core::{engine::Session, technician};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(manager: Session<'_>, vrana: Uuid, version: u64) -> Done {
    /// manager.change(vrana, version, technician::Reactivate {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (vrana, v) = w.gone();
    /// # ask(w.manager(), vrana, v).unwrap();
    /// ```
    changes Reactivate {}
}
