//! Why a tool says no.

crate::codes! {
    /// Why a tool says no.
    pub enum ToolFault {
        /// No tool of that name.
        NoTool { name: String, known: Vec<&'static str> } => NotFound "TOOL-NAME-01"
            en "There is no tool {name}. There are: {known}."
            cs "Nástroj {name} neexistuje. Jsou tu: {known}.",
        /// A country or a year without known holidays.
        NoHolidays { country: String, year: String, known: Vec<&'static str> }
            => Invalid "TOOL-HOLIDAYS-01"
            en "The public holidays of {country} in {year} are not known. Known are those of {known}, of the years 2000 to 2199."
            cs "Svátky země {country} v roce {year} nejsou známy. Známy jsou svátky zemí {known} v letech 2000 až 2199.",
        /// What is no rule.
        BadRule { part: String } => Invalid "TOOL-RULE-01"
            en "{part} is no part of a recurrence rule (RFC 5545). Write for example FREQ=MONTHLY;INTERVAL=6."
            cs "{part} není částí pravidla opakování (RFC 5545). Zapište například FREQ=MONTHLY;INTERVAL=6.",
        /// Days that are missing in some years or months, and for which no last day can stand.
        LosesDays {} => Invalid "TOOL-RULE-02"
            en "Some months or years lack a day of the rule, and no last day can stand for it. Leave `short_months` out to skip them, or name other days."
            cs "Některým měsícům nebo rokům chybí den pravidla a žádný poslední den jej nezastoupí. Vynechte `short_months`, aby se přeskočily, nebo uveďte jiné dny.",
        /// A calendar or a skip that is not built.
        RuleNotBuilt { part: String } => Unsupported "TOOL-RULE-03"
            en "{part} is not supported. Rules are of the Gregorian calendar, and a day that a month lacks is left out or its last."
            cs "{part} není podporováno. Pravidla platí v gregoriánském kalendáři a den, který měsíc nemá, se vynechá, nebo se vezme poslední.",
        /// More times than are told at once.
        TooManyTimes { most: u32, beside: u32 } => Invalid "TOOL-RULE-04"
            en "Ask for 1 to {most} times, with {beside} beside the rule and as many left out at the most. For more, ask again from the last one."
            cs "Žádejte 1 až {most} časů, nejvýše {beside} mimo pravidlo a tolik vynechaných. Další žádejte znovu od posledního.",
        /// A rule by hours, minutes or seconds that goes through too many of them.
        RuleTooFine {} => Invalid "TOOL-RULE-05"
            en "The rule goes through too many hours, minutes or seconds before one that is told. Begin nearer, or write FREQ=DAILY with BYHOUR, BYMINUTE and BYSECOND."
            cs "Pravidlo prochází příliš mnoho hodin, minut nebo sekund, než některá platí. Začněte blíže, nebo zapište FREQ=DAILY s BYHOUR, BYMINUTE a BYSECOND.",
        /// More days, visits, places or steps than are looked at.
        RoutesTooMany { fault: &'static str } => Invalid "TOOL-ROUTE-01"
            en "The problem is too large ({fault}). Plan fewer days, visits or places at once, or fewer steps."
            cs "Úloha je příliš velká ({fault}). Plánujte najednou méně dnů, návštěv nebo míst, nebo méně kroků.",
        /// Travel times or weights that are none.
        RoutesOdd { fault: &'static str } => Invalid "TOOL-ROUTE-02"
            en "The travel times are not one for each pair of places, or one of them or a weight is too large ({fault}). Mend them."
            cs "Dojezdové časy nejsou po jednom pro každou dvojici míst, nebo je některý z nich či váha příliš velká ({fault}). Opravte je.",
        /// A day that contradicts itself.
        RouteDay { day: u32, fault: &'static str } => Invalid "TOOL-ROUTE-03"
            en "The day {day}, counted from 0, names a place that is not there, or its spans or blocks are out of order or too far away ({fault}). Mend it."
            cs "Den {day}, počítáno od 0, uvádí místo, které není, nebo jeho úseky či bloky nejsou v pořadí nebo jsou příliš daleko ({fault}). Opravte jej.",
        /// A visit that contradicts itself.
        RouteVisit { visit: u32, fault: &'static str } => Invalid "TOOL-ROUTE-04"
            en "The visit {visit}, counted from 0, names a place or a day that is not there, or its duration or windows are too long, too far away or end first ({fault}). Mend it."
            cs "Návštěva {visit}, počítáno od 0, uvádí místo nebo den, který není, nebo její trvání či okna jsou příliš dlouhá, daleko, nebo končí před začátkem ({fault}). Opravte ji.",
        /// A period without a length, or of years.
        NoTime { days: u64, most: u64 } => Invalid "TOOL-TIME-01"
            en "The period has {days} days. It must end after it begins, and have {most} at the most. Mend the times."
            cs "Období má {days} dní. Musí skončit po svém začátku a mít jich nejvýše {most}. Opravte časy.",
    }
}
