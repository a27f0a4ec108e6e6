//! Why a task says no.

use super::Status;

crate::codes! {
    /// Why a task says no.
    pub enum Refusal {
        /// Its status allows no such step.
        WrongStatus { status: Status, verb: &'static str, allowed: Vec<&'static str> }
            => Refused "TASK-STATUS-01"
            en "The task is {status} and cannot be asked to {verb}. It can be asked to: {allowed}."
            cs "Úkol je ve stavu {status} a nelze na něm provést {verb}. Lze provést: {allowed}.",
        /// A title is what people find it by.
        TitleMissing {} => Invalid "TASK-TITLE-01"
            en "The title is empty. Say in a line what is to be done."
            cs "Název je prázdný. Napište jedním řádkem, co je třeba udělat.",
        /// A customer that is not there.
        NoCustomer { customer: String } => NotFound "TASK-ABOUT-01"
            en "There is no customer {customer}. Choose another or leave it out."
            cs "Zákazník {customer} neexistuje. Zvolte jiného, nebo jej vynechte.",
        /// Equipment that is not there.
        NoEquipment { equipment: String } => NotFound "TASK-ABOUT-02"
            en "There is no equipment {equipment}. Choose another or leave it out."
            cs "Technika {equipment} neexistuje. Zvolte jinou, nebo ji vynechte.",
        /// An activity that is not there.
        NoActivity { activity: String } => NotFound "TASK-ABOUT-03"
            en "There is no activity {activity}. Choose another or leave it out."
            cs "Aktivita {activity} neexistuje. Zvolte jinou, nebo ji vynechte.",
        /// What it is about belongs to two customers.
        TwoCustomers { customer: String, other: String } => Refused "TASK-ABOUT-04"
            en "The task would be about {customer} and {other} at once. Leave one of them out."
            cs "Úkol by se týkal {customer} i {other} zároveň. Jednoho z nich vynechte.",
    }
}
