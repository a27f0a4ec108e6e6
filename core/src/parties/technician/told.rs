//! How what happened to a technician is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told("created", "Created[: {person.name}]", "Založeno[: {person.name}]"),
    told("updated", "Details updated[: {person.name}]", "Údaje upraveny[: {person.name}]"),
    told("hours_set", "Working hours set", "Nastavena pracovní doba"),
    told("day_set", "Hours of {date:day} set", "Nastavena pracovní doba dne {date:day}"),
    told("skills_set", "Skills set", "Nastaveny kvalifikace"),
    told(
        "busy_set",
        "Busy times read from a calendar[: {calendar.name}]",
        "Načteny obsazené časy z kalendáře[: {calendar.name}]",
    ),
    told(
        "absence_added",
        "Absent: {absence.from..absence.to:span}[ ({absence.reason})]",
        "Nepřítomnost: {absence.from..absence.to:span}[ ({absence.reason})]",
    ),
    told("absence_removed", "Absence removed", "Nepřítomnost zrušena"),
    told("deactivated", "Works here no more", "Už zde nepracuje"),
    told("reactivated", "Works here again", "Opět zde pracuje"),
];
