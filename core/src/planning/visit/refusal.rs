//! Why a visit says no.

use super::{Clash, Status};
use crate::schedule::{Instant, Zone};
use chrono::NaiveDateTime;

crate::codes! {
    /// Why a visit says no.
    pub enum Refusal {
        /// Its status allows no such step.
        WrongStatus { status: Status, verb: &'static str, allowed: Vec<&'static str> }
            => Refused "VISIT-STATUS-01"
            en "The visit is {status} and cannot be asked to {verb}. It can be asked to: {allowed}. If that was done before the visit changed, send the version that was seen as `expected`."
            cs "Návštěva je ve stavu {status} a nelze na ní provést {verb}. Lze provést: {allowed}. Stalo-li se to před změnou návštěvy, pošlete v `expected` verzi, kterou jste viděli.",
        /// Nothing to do there.
        NoActivity { activity: String } => NotFound "VISIT-PLAN-01"
            en "There is no activity {activity}. Create and open it first."
            cs "Aktivita {activity} neexistuje. Nejprve ji založte a otevřete.",
        /// The activity is not open.
        ActivityNotOpen { activity: String, status: crate::activity::Status }
            => Refused "VISIT-PLAN-02"
            en "The activity {activity} is {status}: only on an open one can a visit be planned."
            cs "Aktivita {activity} je ve stavu {status}: návštěvu lze plánovat jen na otevřené.",
        /// Somebody who is not on the activity.
        NotAssigned { technician: String } => Refused "VISIT-PLAN-03"
            en "{technician} is not on the activity. Assign the technician first, or say `assign`, if you may."
            cs "{technician} není k aktivitě přiřazen. Nejprve technika přiřaďte, nebo uveďte `assign`, smíte-li.",
        /// A technician who works here no more.
        Inactive { technician: String } => Refused "VISIT-PLAN-04"
            en "{technician} is no active technician. Choose another."
            cs "{technician} není činný technik. Zvolte jiného.",
        /// More visits than any activity needs.
        TooMany { most: u32 } => Refused "VISIT-PLAN-05"
            en "The activity has {most} visits, and takes no more. Plan further ones on an activity of their own."
            cs "Aktivita má {most} návštěv a další nepřijme. Další naplánujte na samostatné aktivitě.",
        /// An end that is not after the start.
        EndsFirst { starts: NaiveDateTime, ends: NaiveDateTime } => Invalid "VISIT-TIME-01"
            en "The visit ends on {ends}, which is not after its start on {starts}. Mend the times."
            cs "Návštěva končí {ends}, což není po jejím začátku {starts}. Opravte časy.",
        /// Longer than any visit.
        TooLong { days: i64, most: i64 } => Invalid "VISIT-TIME-02"
            en "The visit takes {days} days, at most {most} can be planned. Plan several visits."
            cs "Návštěva trvá {days} dní, naplánovat lze nejvýše {most}. Naplánujte více návštěv.",
        /// The second of two moments, of a time that comes once.
        OnceOnly { path: &'static str, local: NaiveDateTime, zone: Zone } => Invalid "VISIT-TIME-03"
            en "At {path} the clock of {zone} shows {local} once only, so there is no later one. Leave out `later`."
            cs "V místě {path} ukazují hodiny pásma {zone} čas {local} jen jednou, pozdější tedy není. Vynechte `later`.",
        /// The technician is booked already (E39).
        Booked { clashes: Vec<Clash> } => Refused "VISIT-CLASH-01"
            en "The technician is on another visit then. Choose another time or technician."
            cs "Technik je v té době na jiné návštěvě. Zvolte jiný čas, nebo jiného technika.",
        /// Ill or on leave (E40).
        Absent { clashes: Vec<Clash> } => Refused "VISIT-CLASH-02"
            en "The technician is absent then. Choose another time or technician."
            cs "Technik je v té době nepřítomen. Zvolte jiný čas, nebo jiného technika.",
        /// A time outside the technician's working hours.
        OutsideHours { technician: String } => Refused "VISIT-CLASH-03"
            en "That is outside the working hours of {technician}. Choose another time, or plan it despite the hours."
            cs "To je mimo pracovní dobu ({technician}). Zvolte jiný čas, nebo návštěvu naplánujte i přes pracovní dobu.",
        /// Another calendar says that the technician is busy.
        BusyOutside { clashes: Vec<Clash> } => Refused "VISIT-CLASH-04"
            en "Another calendar of the technician says busy then. Choose another time, or plan it despite the calendar."
            cs "Podle jiného kalendáře je technik v té době zaneprázdněn. Zvolte jiný čas, nebo návštěvu naplánujte i přes kalendář.",
        /// A technician who lacks a skill, or has it no more then.
        Unskilled { technician: String, skills: Vec<String> } => Refused "VISIT-CLASH-05"
            en "{technician} lacks {skills} then. Choose another technician, or plan it despite the skill."
            cs "Technikovi ({technician}) v té době chybí {skills}. Zvolte jiného technika, nebo návštěvu naplánujte i přes kvalifikaci.",
        /// The customer cannot then, or the site is closed (E42).
        CustomerCannot {} => Refused "VISIT-CLASH-06"
            en "The customer cannot then, or the site is closed. Choose another time, or plan it despite the window."
            cs "Zákazník v té době nemůže, nebo je místo zavřené. Zvolte jiný čas, nebo návštěvu naplánujte i přes možnosti zákazníka.",
        /// A step from the future.
        NotYet { at: Instant } => Invalid "VISIT-STEP-01"
            en "{at} is still to come. Give the time at which it happened."
            cs "{at} teprve nastane. Uveďte, kdy se to stalo.",
        /// A step before the one before it.
        BeforeLast { at: Instant, last: Instant } => Invalid "VISIT-STEP-02"
            en "{at} is before the last step at {last}. Mend the time."
            cs "{at} je dříve než předchozí krok {last}. Opravte čas.",
        /// Nothing came late that could be resolved.
        NothingLate {} => Refused "VISIT-RESOLVE-01"
            en "Nothing came late to this visit that is not resolved already. There is nothing left to do."
            cs "K této návštěvě nedorazilo pozdě nic, co by nebylo vyřešeno. Není už co řešit.",
        /// Resolving without saying what becomes of it.
        OutcomeMissing {} => Invalid "VISIT-RESOLVE-02"
            en "Say what becomes of what came late: it stays with the visit for whoever asks."
            cs "Uveďte, co s opožděným hlášením bude: zůstane u návštěvy pro každého, kdo se zeptá.",
        /// Nothing was suggested that could be left undone.
        NothingSuggested {} => Refused "VISIT-SUGGEST-01"
            en "Nobody has declined this visit or suggested another time, or that is decided already. There is nothing left to do."
            cs "Tuto návštěvu nikdo neodmítl a nikdo k ní nenavrhl jiný čas, nebo je o tom už rozhodnuto. Není už co řešit.",
        /// Somebody else goes by now.
        NotTheirs {} => Refused "VISIT-SUGGEST-02"
            en "Somebody else goes by now, so there is nothing to decline and no time to suggest. Look at your visits again."
            cs "Na návštěvu už jede někdo jiný, není tedy co odmítnout ani na kdy ji přesunout. Podívejte se znovu na své návštěvy.",
        /// Something that must be said.
        NoteMissing { verb: &'static str } => Invalid "VISIT-NOTE-01"
            en "To {verb} a visit, say why: what was found, what is left, or the reason."
            cs "Pro {verb} návštěvy napište proč: co bylo zjištěno, co zbývá, nebo důvod.",
    }
}
