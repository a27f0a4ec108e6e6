//! Why no slots are looked for.

crate::codes! {
    /// Why no slots are looked for.
    pub enum SlotFault {
        /// A period that ends before it begins, or more days of technicians than are looked at.
        TooMuch { days: u64, most: u64 } => Invalid "SLOT-ASK-01"
            en "Slots are looked for among {days} days of technicians, 1 to {most} can be. Name a shorter time or fewer technicians."
            cs "Termíny se hledají v {days} dnech techniků, lze v 1 až {most}. Uveďte kratší dobu, nebo méně techniků.",
        /// A number that is none of those that can be asked for.
        OutOfRange { path: &'static str, number: u32, most: u32 } => Invalid "SLOT-ASK-02"
            en "{number} at {path} cannot be asked for. Give 1 to {most}; of a step, a divisor of 60."
            cs "{number} v místě {path} nelze žádat. Uveďte 1 až {most}; u kroku dělitele 60.",
        /// A place without travel times.
        NoPlace { places: u32 } => Invalid "SLOT-ASK-03"
            en "The matrix of travel times has {places} rows, and a place has none, or a row is not as long. Give each place a row and a column."
            cs "Matice dojezdových časů má {places} řádků, některé místo v ní chybí, nebo řádek nemá tolik hodnot. Dejte každému místu řádek i sloupec.",
        /// Nobody said how long it takes.
        NoLength {} => Invalid "SLOT-ASK-04"
            en "Nobody said how long the work takes. Give `minutes`, or set them on the activity."
            cs "Není uvedeno, jak dlouho práce trvá. Uveďte `minutes`, nebo je nastavte u aktivity.",
    }
}
