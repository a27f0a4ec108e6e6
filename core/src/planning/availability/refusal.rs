//! Why nobody's times are told.

use crate::schedule::Instant;

crate::codes! {
    /// Why nobody's times are told.
    pub enum Refusal {
        /// A period without a length.
        Backwards { from: Instant, to: Instant } => Invalid "AVAILABILITY-ASK-01"
            en "The period ends at {to}, not after {from}. Mend the times."
            cs "Období končí {to}, tedy ne po {from}. Opravte časy.",
        /// More days of technicians than one answer holds.
        TooMuch { days: u64, most: u64 } => Invalid "AVAILABILITY-ASK-02"
            en "That asks for {days} days of technicians, {most} come at the most. Name a shorter period or fewer technicians."
            cs "Žádáte {days} dní techniků, najednou jich je nejvýše {most}. Uveďte kratší období, nebo méně techniků.",
        /// More visits than one answer holds.
        TooMany { most: u32 } => Refused "AVAILABILITY-ASK-03"
            en "A technician has more than {most} visits in that period. Name a shorter one."
            cs "Některý technik má v tomto období více než {most} návštěv. Uveďte kratší období.",
        /// More technicians than are looked at without being named.
        TooManyTechnicians { most: u32 } => Refused "AVAILABILITY-ASK-04"
            en "More than {most} technicians work here. Name those that are meant."
            cs "Pracuje zde více než {most} techniků. Uveďte ty, o které jde.",
    }
}
