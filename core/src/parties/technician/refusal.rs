//! Why a technician says no.

use super::Status;
use crate::schedule::Zone;
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
