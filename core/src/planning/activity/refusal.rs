//! Why an activity says no.

use super::Status;
use crate::schedule::Instant;

crate::codes! {
    /// Why an activity says no.
    pub enum Refusal {
        /// Its status allows no such step.
        WrongStatus { status: Status, verb: &'static str, allowed: Vec<&'static str> }
            => Refused "ACTIVITY-STATUS-01"
            en "The activity is {status} and cannot be asked to {verb}. It can be asked to: {allowed}."
            cs "Aktivita je ve stavu {status} a nelze na ní provést {verb}. Lze provést: {allowed}.",
        /// A title is what people find it by.
        TitleMissing {} => Invalid "ACTIVITY-CREATE-01"
            en "The title is empty. Say in a line what the activity is about."
            cs "Název je prázdný. Napište jedním řádkem, čeho se aktivita týká.",
        /// Nobody to do it for.
        NoCustomer { customer: String } => NotFound "ACTIVITY-CREATE-02"
            en "There is no customer {customer}. Create the customer first."
            cs "Zákazník {customer} neexistuje. Nejprve jej založte.",
        /// Equipment that is somebody else's.
        NotTheirs { equipment: String, customer: String } => Refused "ACTIVITY-CREATE-03"
            en "The equipment {equipment} does not belong to the customer {customer}. Choose another or transfer it."
            cs "Technika {equipment} nepatří zákazníkovi {customer}. Zvolte jinou, nebo ji převeďte.",
        /// A site that the customer does not have.
        NoSite { site: String, customer: String } => NotFound "ACTIVITY-CREATE-04"
            en "The customer {customer} has no site {site}. Add the site first."
            cs "Zákazník {customer} nemá místo {site}. Nejprve je přidejte.",
        /// A report from the future.
        ReportedLater { reported_at: Instant } => Invalid "ACTIVITY-CREATE-05"
            en "Reported at {reported_at}, which is still to come. Give the time at which the customer reported it."
            cs "Nahlášeno {reported_at}, což teprve nastane. Uveďte, kdy zákazník závadu nahlásil.",
        /// What was decided was decided for another customer and other equipment.
        ApprovedForHim { lines: u32 } => Refused "ACTIVITY-CUSTOMER-01"
            en "{lines} of its lines are approved for this customer. Withdraw them (report.withdraw), give the activity to the right customer, and approve them anew."
            cs "Pro tohoto zákazníka jsou schváleny její řádky ({lines}). Schválení odvolejte (report.withdraw), aktivitu převeďte správnému zákazníkovi a řádky schvalte znovu.",
        /// Whose an occurrence is, its plan says.
        OfPlan {} => Refused "ACTIVITY-CUSTOMER-02"
            en "The activity is an occurrence of a plan, which says whose it is. Cancel it, end the plan and set one up for the right customer."
            cs "Aktivita je výskytem plánu, který určuje zákazníka. Zrušte ji, ukončete plán a založte nový pro správného zákazníka.",
        /// Work that takes no time, or weeks.
        BadMinutes { minutes: u32, most: u32 } => Invalid "ACTIVITY-REQUIRE-01"
            en "The work is expected to take {minutes} minutes. Give 1 to {most}, or leave it out."
            cs "Předpokládaná délka práce je {minutes} minut. Uveďte 1 až {most}, nebo ji vynechte.",
        /// Skills without a name, twice, or too many.
        BadSkills { most: u32 } => Invalid "ACTIVITY-REQUIRE-02"
            en "A skill has no name or stands twice, or there are more than {most}. Name each once."
            cs "Některá kvalifikace nemá název, je uvedena dvakrát, nebo je jich více než {most}. Uveďte každou jednou.",
        /// More windows than planning looks at.
        TooManyWindows { path: &'static str, most: u32 } => Invalid "ACTIVITY-REQUIRE-03"
            en "There are more than {most} periods. Name those of the time in which it is planned."
            cs "Úseků je více než {most}. Uveďte ty z doby, ve které se plánuje.",
        /// A window without a length.
        WindowBackwards { path: &'static str, from: Instant, to: Instant }
            => Invalid "ACTIVITY-REQUIRE-04"
            en "A period ends at {to}, not after {from}. Mend the times."
            cs "Úsek končí {to}, tedy ne po {from}. Opravte časy.",
        /// It must be over before it may begin.
        DueBeforeEarliest { due: Instant, earliest: Instant } => Invalid "ACTIVITY-REQUIRE-05"
            en "It is to be over by {due}, and does not begin before {earliest}. Mend one of them."
            cs "Má být hotovo do {due}, a nezačne dříve než {earliest}. Opravte jeden z časů.",
        /// Someone who is no technician, or left.
        NoTechnician { technician: String } => Refused "ACTIVITY-ASSIGN-01"
            en "{technician} is no active technician. Choose another."
            cs "{technician} není činný technik. Zvolte jiného.",
        /// A lead must be one of the crew.
        LeadNotAmong { lead: String } => Invalid "ACTIVITY-ASSIGN-02"
            en "{lead} leads but is not among the technicians. Add the lead to them."
            cs "{lead} má vést, ale není mezi techniky. Přidejte vedoucího mezi ně.",
        /// Several technicians without a lead.
        LeadMissing {} => Invalid "ACTIVITY-ASSIGN-03"
            en "There are several technicians and nobody leads. Say who leads."
            cs "Techniků je více a nikdo nevede. Určete vedoucího.",
        /// Twice in the list.
        TechnicianTwice { technician: String } => Invalid "ACTIVITY-ASSIGN-04"
            en "{technician} is in the list twice. Name each technician once."
            cs "{technician} je v seznamu dvakrát. Uveďte každého technika jednou.",
        /// A visit that nobody would come to.
        StillExpected { technician: String } => Refused "ACTIVITY-ASSIGN-05"
            en "{technician} has a visit on this activity that is planned or under way. Move, finish or cancel it first."
            cs "{technician} má na této aktivitě naplánovanou nebo probíhající návštěvu. Nejprve ji přesuňte, dokončete nebo zrušte.",
        /// A note or fault without text.
        TextMissing {} => Invalid "ACTIVITY-TEXT-01"
            en "The text is empty. Write what is to be known."
            cs "Text je prázdný. Napište, co se má vědět.",
        /// A fault that is not there.
        NoFault { fault: String } => NotFound "ACTIVITY-FAULT-01"
            en "The activity has no fault {fault}. Read its faults anew, and name one of them."
            cs "Aktivita nemá závadu {fault}. Načtěte znovu její závady a uveďte některou z nich.",
        /// Giving up or reopening needs a reason.
        ReasonMissing { verb: &'static str } => Invalid "ACTIVITY-REASON-01"
            en "To {verb} this activity, give a reason."
            cs "Pro {verb} této aktivity uveďte důvod.",
        /// Something was reported already.
        Reported { lines: u32 } => Refused "ACTIVITY-CANCEL-01"
            en "{lines} lines are reported. Close the activity with a reason and decide its lines one by one."
            cs "Je vykázáno řádků: {lines}. Aktivitu uzavřete s důvodem a o řádcích rozhodněte jednotlivě.",
        /// Lines wait for a decision.
        Undecided { lines: u32 } => Refused "ACTIVITY-CLOSE-01"
            en "{lines} reported lines wait for a decision. Approve or reject them, or resolve what conflicts with them first."
            cs "Na rozhodnutí čeká řádků: {lines}. Nejprve je schvalte, zamítněte nebo vyřešte, co s nimi je v rozporu.",
        /// Somebody is on the way or at work.
        VisitRunning { visits: u32 } => Refused "ACTIVITY-CLOSE-02"
            en "{visits} visits are planned or under way. Finish or cancel them first."
            cs "Naplánovaných nebo probíhajících návštěv: {visits}. Nejprve je dokončete nebo zrušte.",
        /// Notes or faults came late that nobody has looked at (R3).
        Unresolved {} => Refused "ACTIVITY-CLOSE-04"
            en "Notes or faults came late. Look at them and resolve them first."
            cs "Pozdě dorazily poznámky nebo závady. Podívejte se na ně a nejprve je vyřešte.",
        /// Nothing came late that could be resolved.
        NothingLate {} => Refused "ACTIVITY-RESOLVE-01"
            en "No note and no fault came late that is not resolved already. There is nothing left to do."
            cs "Žádná poznámka ani závada nedorazila pozdě tak, aby nebyla vyřešena. Není už co řešit.",
        /// Something came late to a visit that nobody has looked at (R3).
        VisitUnresolved { visits: u32 } => Refused "ACTIVITY-CLOSE-03"
            en "To {visits} visits something came late. Look at it and resolve it first."
            cs "K návštěvám ({visits}) něco dorazilo pozdě. Podívejte se na to a nejprve to vyřešte.",
    }
}
