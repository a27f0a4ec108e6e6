//! Why a technician says no.

use super::Status;
use crate::schedule::{Instant, Zone};
use chrono::NaiveDateTime;

crate::codes! {
    /// Why a technician says no.
    pub enum Refusal {
        /// Its status allows no such step.
        WrongStatus { status: Status, verb: &'static str, allowed: Vec<&'static str> }
            => Refused "TECHNICIAN-STATUS-01"
            en "The technician is {status} and cannot be asked to {verb}. It can be asked to: {allowed}."
            cs "Technik je ve stavu {status} a nelze na něm provést {verb}. Lze provést: {allowed}.",
        /// Visits that nobody would come to.
        VisitsAhead { visits: u32 } => Refused "TECHNICIAN-DEACTIVATE-01"
            en "{visits} visits of the technician are planned or under way. Move, finish or cancel them first."
            cs "Technik má naplánované nebo probíhající návštěvy ({visits}). Nejprve je přesuňte, dokončete nebo zrušte.",
        /// A name is what people find them by.
        NameMissing {} => Invalid "TECHNICIAN-NAME-01"
            en "The technician has no name. Give one."
            cs "Technik nemá jméno. Uveďte je.",
        /// Nothing can be sent there.
        BadEmail { value: String } => Invalid "TECHNICIAN-EMAIL-01"
            en "{value} is no e-mail address. Mend it or leave it out."
            cs "{value} není e-mailová adresa. Opravte ji, nebo ji vynechte.",
        /// Hours without a length.
        HoursBackwards { weekday: &'static str, from: String, to: String }
            => Invalid "TECHNICIAN-HOURS-01"
            en "The hours of {weekday} end at {to}, not after {from}. Mend them; a night shift is two, up to midnight and from it."
            cs "Pracovní doba ({weekday}) končí {to}, tedy ne po {from}. Opravte ji; noční směna jsou dvě, do půlnoci a od ní.",
        /// Working hours that lie over others of the same day.
        HoursOverlap { weekday: &'static str } => Invalid "TECHNICIAN-HOURS-02"
            en "The hours of {weekday} overlap. Join them."
            cs "Pracovní doby ({weekday}) se překrývají. Spojte je.",
        /// A cycle that does not come round.
        NoCycle { weeks: u32 } => Invalid "TECHNICIAN-HOURS-03"
            en "A cycle has 2 to 53 weeks, not {weeks}. Mend it, or leave it out where each week is alike."
            cs "Cyklus má 2 až 53 týdnů, ne {weeks}. Opravte jej, nebo jej vynechte, je-li každý týden stejný.",
        /// Hours of a week that does not come.
        NoWeek { week: u32, weeks: u32 } => Invalid "TECHNICIAN-HOURS-04"
            en "Hours name week {week} of {weeks}. Count weeks from 1, give a cycle that has so many, or leave `week` out."
            cs "Pracovní doba uvádí týden {week} z {weeks}. Počítejte týdny od 1, uveďte cyklus s tolika týdny, nebo `week` vynechte.",
        /// More days of their own than anybody has.
        TooManyDays { most: u32 } => Refused "TECHNICIAN-DAY-01"
            en "The technician has {most} days with hours of their own, and takes no more. Give days back to their week, or set the hours of the week."
            cs "Technik má {most} dní s vlastní pracovní dobou a další nepřijme. Vraťte některé dny jejich týdnu, nebo nastavte pracovní dobu týdne.",
        /// A country whose holidays nobody told us.
        UnknownHolidays { country: String, known: Vec<&'static str> } => Invalid "TECHNICIAN-HOLIDAYS-01"
            en "The public holidays of {country} are not known. Known are: {known}. Leave `holidays` out, and set the days that are free."
            cs "Svátky země {country} nejsou známy. Známy jsou: {known}. Vynechte `holidays` a volné dny nastavte jednotlivě.",
        /// A skill without a name.
        SkillUnnamed {} => Invalid "TECHNICIAN-SKILL-01"
            en "A skill has no name. Give one."
            cs "Kvalifikace nemá název. Uveďte jej.",
        /// A skill that is said twice.
        SkillTwice { skill: String } => Invalid "TECHNICIAN-SKILL-02"
            en "The skill {skill} is named twice. Name it once, with the day until which it holds."
            cs "Kvalifikace {skill} je uvedena dvakrát. Uveďte ji jednou, se dnem, do kterého platí.",
        /// More skills than anybody has.
        TooManySkills { most: u32 } => Invalid "TECHNICIAN-SKILL-03"
            en "A technician has {most} skills at the most. Leave out those that no activity asks for."
            cs "Technik má nejvýše {most} kvalifikací. Vynechte ty, které žádná aktivita nežádá.",
        /// More than a calendar has, or more calendars.
        TooBusy { most: u32, calendars: u32 } => Invalid "TECHNICIAN-BUSY-01"
            en "Name the calendar; there are {calendars} with {most} periods each at the most. Read a shorter time of it."
            cs "Pojmenujte kalendář; je jich nejvýše {calendars}, každý s nejvýše {most} úseky. Načtěte z něj kratší dobu.",
        /// A period without a length.
        BusyBackwards { from: Instant, to: Instant } => Invalid "TECHNICIAN-BUSY-02"
            en "A busy time ends at {to}, not after {from}. Mend it or leave it out."
            cs "Obsazený čas končí {to}, tedy ne po {from}. Opravte jej, nebo jej vynechte.",
        /// An absence without a length.
        AbsenceBackwards { from: String, to: String } => Invalid "TECHNICIAN-ABSENCE-01"
            en "The absence ends at {to}, not after {from}. Mend the times."
            cs "Nepřítomnost končí {to}, tedy ne po {from}. Opravte časy.",
        /// The second of two moments, of a time that comes once (R2).
        OnceOnly { path: &'static str, local: NaiveDateTime, zone: Zone }
            => Invalid "TECHNICIAN-ABSENCE-03"
            en "At {path} the clock of {zone} shows {local} once only, so there is no later one. Leave out `{path}_later`."
            cs "V místě {path} ukazují hodiny pásma {zone} čas {local} jen jednou, pozdější tedy není. Vynechte `{path}_later`.",
        /// An absence that is not there.
        NoAbsence { absence: String } => NotFound "TECHNICIAN-ABSENCE-02"
            en "The technician has no absence {absence}. Read the technician anew, and name one of the absences."
            cs "Technik nemá nepřítomnost {absence}. Načtěte technika znovu a uveďte některou z nich.",
    }
}
