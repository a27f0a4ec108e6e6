//! Why a mail says no.

crate::codes! {
    /// Why a mail says no.
    pub enum Refusal {
        /// More than can be looked for one by one.
        TooManyNamed { named: u64, most: u64 } => Invalid "MAIL-RECEIVE-01"
            en "The headers of the mail name {named} persons, at most {most} can be kept apart. Keep the message outside, or leave out whom it was sent to."
            cs "Hlavičky zprávy jmenují {named} osob, oddělit jich lze nejvýše {most}. Uložte zprávu jinde, nebo vynechte, komu byla poslána.",
        /// A customer that is not there.
        NoCustomer { customer: String } => NotFound "MAIL-FILE-01"
            en "There is no customer {customer} to file the mail under. Create the customer first."
            cs "Zákazník {customer}, pod kterého se má zpráva zařadit, neexistuje. Nejprve jej založte.",
        /// Equipment that is not there.
        NoEquipment { equipment: String } => NotFound "MAIL-FILE-02"
            en "There is no equipment {equipment} to file the mail under. Create it first."
            cs "Technika {equipment}, pod kterou se má zpráva zařadit, neexistuje. Nejprve ji založte.",
        /// An activity that is not there.
        NoActivity { activity: String } => NotFound "MAIL-FILE-03"
            en "There is no activity {activity} to file the mail under. Create it first."
            cs "Aktivita {activity}, pod kterou se má zpráva zařadit, neexistuje. Nejprve ji založte.",
    }
}
