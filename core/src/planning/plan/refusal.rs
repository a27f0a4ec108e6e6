//! Why a plan says no.

use chrono::{NaiveDate, NaiveDateTime};

crate::codes! {
    /// Why a plan says no.
    pub enum Refusal {
        /// No rule at all, or a part of it that is none.
        BadRule { rule: String, part: String } => Invalid "PLAN-RULE-01"
            en "{rule} is no recurrence rule: \"{part}\" says nothing there. Write one as RFC 5545 does: FREQ=MONTHLY;INTERVAL=6."
            cs "{rule} není pravidlo opakování: \"{part}\" v něm nic neříká. Zapište je podle RFC 5545: FREQ=MONTHLY;INTERVAL=6.",
        /// A start in the second of two hours: a rule knows what the clock shows, and no more.
        LaterStart { local: NaiveDateTime } => Invalid "PLAN-RULE-02"
            en "A plan begins at what the clock shows, {local}, and a rule tells no first time from a later one. Leave out `later`."
            cs "Plán začíná časem, který ukazují hodiny, {local}, a pravidlo nerozliší první a pozdější. Vynechte `later`.",
        /// More than one occurrence on a day, by which each is known.
        TwiceADay { rule: String } => Invalid "PLAN-RULE-03"
            en "{rule} falls on a day more than once. Set up a plan for each time of the day."
            cs "{rule} připadá na jeden den vícekrát. Založte plán pro každou denní dobu zvlášť.",
        /// Days that some months or years do not have, and for which no last day can stand.
        LosesDays { rule: String } => Invalid "PLAN-RULE-04"
            en "{rule} would lose the days that a short month or year does not have. Set up a plan for each day, or say SKIP=OMIT in the rule."
            cs "{rule} by vynechalo dny, které krátký měsíc nebo rok nemá. Založte plán pro každý den zvlášť, nebo v pravidle uveďte SKIP=OMIT.",
        /// A rule without a day.
        NeverFalls { rule: String } => Invalid "PLAN-RULE-05"
            en "{rule} falls on no day from the plan's start on. Check its days and its end."
            cs "{rule} od začátku plánu nepřipadá na žádný den. Zkontrolujte jeho dny a konec.",
        /// Another calendar, or days that are put off to the next month.
        RuleNotBuilt { part: String } => Refused "PLAN-RULE-06"
            en "{part} is not there yet. In a short month the last day is taken, or none with SKIP=OMIT."
            cs "{part} zatím není podporováno. V krátkém měsíci se bere poslední den, nebo žádný se SKIP=OMIT.",
        /// More times beside the rule than a plan keeps.
        TooManyBeside { most: u32 } => Invalid "PLAN-RULE-07"
            en "A plan has {most} times beside its rule at the most. Write a rule, or set up another plan."
            cs "Plán má vedle pravidla nejvýše {most} časů. Napište pravidlo, nebo založte další plán.",
        /// A plan without a name for what it creates.
        TitleMissing {} => Invalid "PLAN-CREATE-01"
            en "The template has no title. Say what the activities are about."
            cs "Šablona nemá název. Uveďte, čeho se aktivity týkají.",
        /// Nobody to do it for.
        NoCustomer { customer: String } => NotFound "PLAN-CREATE-02"
            en "There is no customer {customer}. Create it first, or mend the id."
            cs "Zákazník {customer} neexistuje. Nejprve jej založte, nebo opravte identifikátor.",
        /// Somebody else's equipment: no activity could be drafted for it.
        NotTheirs { equipment: String, customer: String } => Refused "PLAN-CREATE-03"
            en "The equipment {equipment} does not belong to {customer}. Choose another, or none."
            cs "Technika {equipment} nepatří zákazníkovi {customer}. Zvolte jinou, nebo žádnou.",
        /// A site that the customer does not have.
        NoSite { site: String, customer: String } => NotFound "PLAN-CREATE-04"
            en "The customer {customer} has no site {site}. Add it first, or leave it out."
            cs "Zákazník {customer} nemá místo {site}. Nejprve je přidejte, nebo je vynechte.",
        /// Someone who is no technician, or left.
        NoTechnician { technician: String } => Refused "PLAN-CREATE-05"
            en "{technician} is no active technician. Choose another, or none."
            cs "{technician} není činný technik. Zvolte jiného, nebo žádného.",
        /// What a template cannot ask of every activity.
        BadRequirements {} => Invalid "PLAN-CREATE-06"
            en "The requirements name a moment, which each activity has for itself, or are not sound as those of an activity. Leave windows, black-outs and moments out, say days_before and days_after, and mend minutes and skills."
            cs "Požadavky uvádějí okamžik, který má každá aktivita svůj, nebo nejsou v pořádku jako u aktivity. Vynechte okna a okamžiky, uveďte days_before a days_after a opravte délku a kvalifikace.",
        /// Twice in the list.
        TechnicianTwice {} => Invalid "PLAN-CREATE-07"
            en "A technician is in the list twice. Name each once, the one who leads first."
            cs "Některý technik je v seznamu dvakrát. Uveďte každého jednou, vedoucího prvního.",
        /// A country whose holidays nobody told us.
        UnknownHolidays { country: String, known: Vec<&'static str> } => Invalid "PLAN-HOLIDAY-01"
            en "The public holidays of {country} are not known. Known are: {known}. Leave `on_holiday` out."
            cs "Svátky země {country} nejsou známy. Známy jsou: {known}. Vynechte `on_holiday`.",
        /// The plan is paused at this time.
        IsPaused {} => Refused "PLAN-STATUS-01"
            en "The plan is paused. Resume it first."
            cs "Plán je pozastaven. Nejprve jej obnovte.",
        /// It is not paused.
        NotPaused {} => Refused "PLAN-STATUS-02"
            en "The plan is not paused. It goes on as it is."
            cs "Plán není pozastaven. Běží dál, jak je.",
        /// The plan has ended before.
        HasEnded {} => Refused "PLAN-STATUS-03"
            en "The plan has ended. Reopen it, or set up another one."
            cs "Plán skončil. Obnovte jej, nebo založte jiný.",
        /// What its activities are about was erased, as it told of somebody.
        Forgotten {} => Refused "PLAN-STATUS-04"
            en "What the plan's activities are about was forgotten. End it and set up another one."
            cs "To, čeho se aktivity plánu týkají, bylo zapomenuto. Ukončete jej a založte jiný.",
        /// What it takes care of is gone.
        IsScrapped { equipment: String } => Refused "PLAN-STATUS-05"
            en "The equipment {equipment} is scrapped: nothing is planned for it. End the plan, or restore the equipment."
            cs "Technika {equipment} je vyřazena: nic se pro ni neplánuje. Ukončete plán, nebo techniku obnovte.",
        /// The plan goes on: it has not ended.
        NotEnded {} => Refused "PLAN-STATUS-06"
            en "The plan has not ended. It needs no reopening."
            cs "Plán neskončil. Není co obnovovat.",
        /// Not left out, or too late to be made.
        NotSkipped { date: NaiveDate } => NotFound "PLAN-SKIP-02"
            en "The occurrence of {date} was not skipped, or later ones have their activities already. Create an activity for it by hand."
            cs "Výskyt dne {date} nebyl vynechán, nebo pozdější už mají své aktivity. Založte pro něj aktivitu ručně.",
        /// A day on which the rule has no occurrence, or none that could be left out.
        NoOccurrence { date: NaiveDate } => NotFound "PLAN-SKIP-01"
            en "The rule has no occurrence on {date}, or its activity is there already."
            cs "Pravidlo nemá výskyt dne {date}, nebo jeho aktivita již existuje.",
        /// Something that needs a reason was asked without one.
        ReasonMissing {} => Invalid "PLAN-REASON-01"
            en "There is no reason. Say why, for who reads it later."
            cs "Chybí důvod. Uveďte jej pro toho, kdo to bude číst později.",
    }
}
