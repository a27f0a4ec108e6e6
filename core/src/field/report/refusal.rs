//! Why a report says no.

use super::Status;
use crate::coverage::Payer;
use crate::money::Exact;
use crate::schedule::Instant;
use chrono::NaiveDate;

crate::codes! {
    /// Why a report says no.
    pub enum Refusal {
        /// Nothing to report on.
        NoActivity { activity: String } => NotFound "REPORT-ACTIVITY-01"
            en "There is no activity {activity}. A report stands under its activity's id."
            cs "Aktivita {activity} neexistuje. Výkaz patří pod identifikátor aktivity.",
        /// Planning for work that is over.
        NotPlannable { status: crate::activity::Status } => Refused "REPORT-PLAN-01"
            en "The activity is {status}: lines are planned only before its work is done."
            cs "Aktivita je ve stavu {status}: řádky se plánují jen před dokončením práce.",
        /// A line without name or code.
        Unnamed {} => Invalid "REPORT-LINE-01"
            en "The line has no name or no code. Say what it is."
            cs "Řádek nemá název nebo kód. Uveďte, co to je.",
        /// A quantity that is less than nothing.
        Negative { quantity: Exact } => Invalid "REPORT-LINE-02"
            en "The quantity {quantity} is negative. Report how much was used in the end, or zero."
            cs "Množství {quantity} je záporné. Vykažte, kolik se nakonec spotřebovalo, nebo nulu.",
        /// A new line of nothing.
        Nothing {} => Invalid "REPORT-LINE-03"
            en "A new line needs a quantity above zero. Report how much it was."
            cs "Nový řádek potřebuje množství větší než nula. Vykažte, kolik to bylo.",
        /// How much is said nowhere, or twice.
        QuantityUnsaid {} => Invalid "REPORT-LINE-09"
            en "Say how much it was once: as quantity, or for a line in hours as minutes, or by worked."
            cs "Uveďte jednou, kolik toho bylo: jako quantity, u řádku v hodinách též jako minutes nebo pomocí worked.",
        /// A line that is not there.
        NoLine { line: String } => NotFound "REPORT-LINE-04"
            en "The report has no line {line}. Read the report anew, and name one of its lines."
            cs "Výkaz nemá řádek {line}. Načtěte výkaz znovu a uveďte některý z jeho řádků.",
        /// A new line must say what it is.
        ContentMissing {} => Invalid "REPORT-LINE-05"
            en "A new line needs its content: kind, code, name and unit."
            cs "Nový řádek potřebuje obsah: druh, kód, název a jednotku.",
        /// More digits than a quantity has.
        OutOfRange { quantity: Exact } => Invalid "REPORT-LINE-06"
            en "The quantity {quantity} has more than 12 digits before or after the point. Check the unit."
            cs "Množství {quantity} má více než 12 číslic před nebo za desetinnou čárkou. Zkontrolujte jednotku.",
        /// A visit of another activity.
        NoVisit { visit: String } => NotFound "REPORT-LINE-07"
            en "The activity has no visit {visit}. Name one of its own, or none."
            cs "Aktivita nemá návštěvu {visit}. Uveďte některou z jejích, nebo žádnou.",
        /// A line that somebody else planned or reported.
        NotOwnLine { line: String } => Refused "REPORT-LINE-08"
            en "The line {line} was planned, or reported by somebody else, and is not taken out. Report zero of it, or have it rejected."
            cs "Řádek {line} byl naplánován, nebo jej vykázal někdo jiný, a proto se nevyjímá. Vykažte z něj nulu, nebo jej nechte zamítnout.",
        /// A line whose status does not allow it.
        WrongStatus { line: String, status: Status, verb: &'static str, allowed: Vec<&'static str> }
            => Refused "REPORT-STATUS-01"
            en "The line {line} is {status} and cannot be asked to {verb}. It can be asked to: {allowed}."
            cs "Řádek {line} je ve stavu {status} a nelze na něm provést {verb}. Lze provést: {allowed}.",
        /// Reporting on a line that is decided, by one who does not say that he could not know.
        DecidedBefore { line: String, status: Status } => Refused "REPORT-STATUS-02"
            en "The line {line} is {status}. If the work was done before that, send the version that was seen as `expected`; what is new is a line of its own."
            cs "Řádek {line} je ve stavu {status}. Byla-li práce hotova dříve, pošlete v `expected` verzi, kterou jste viděli; nové je řádek zvlášť.",
        /// Work that ends before it begins.
        WorkedBackwards {} => Invalid "REPORT-WORK-01"
            en "The work ends before it begins. Mend the times."
            cs "Práce končí dříve, než začíná. Opravte časy.",
        /// Work that is still to come.
        WorkedLater {} => Invalid "REPORT-WORK-02"
            en "The work ends in the future. Report it when it is done."
            cs "Práce končí v budoucnosti. Vykažte ji, až bude hotova.",
        /// A day beside the hours that are said with it.
        OtherDay { day: NaiveDate } => Invalid "REPORT-WORK-04"
            en "{day} is not a day of the hours that are given. Give one of them, or none."
            cs "{day} není dnem uvedených hodin. Uveďte některý z nich, nebo žádný.",
        /// A timer that was left running.
        WorkedTooLong { hours: i64 } => Invalid "REPORT-WORK-03"
            en "{hours} hours without a break: was a timer left running? Report each day by itself."
            cs "{hours} hodin bez přestávky: nezůstal běžet časovač? Vykažte každý den zvlášť.",
        /// A meter that runs backwards.
        LowerReading { parameter: String, last: Exact, value: Exact } => Refused "REPORT-READING-01"
            en "{parameter} was {last} and is {value} now. If the meter was replaced, say out_of_sequence."
            cs "{parameter}: minule {last}, nyní {value}. Byl-li měřič vyměněn, uveďte out_of_sequence.",
        /// A late reading above the one after it.
        HigherReading { parameter: String, next: Exact, value: Exact } => Refused "REPORT-READING-05"
            en "{parameter} was {value} then and only {next} later. If the meter was replaced, say out_of_sequence."
            cs "{parameter}: tehdy {value}, ale později jen {next}. Byl-li měřič vyměněn, uveďte out_of_sequence.",
        /// A unit in which the parameter cannot be told.
        OtherMeasure { parameter: String, said: String, unit: String } => Invalid "REPORT-READING-06"
            en "{parameter} is read in {unit}, and {said} cannot be told in it. Give the value in {unit}."
            cs "{parameter} se odečítá v {unit} a {said} na ně nelze převést. Uveďte hodnotu v {unit}.",
        /// A reading that is not there.
        NoReading { reading: String } => NotFound "REPORT-READING-07"
            en "The report has no reading {reading}. Read the report anew, and name one of its readings."
            cs "Výkaz nemá odečet {reading}. Načtěte výkaz znovu a uveďte některý z jeho odečtů.",
        /// A reading that somebody else recorded, or corrected since.
        NotOwnReading { reading: String } => Refused "REPORT-READING-08"
            en "The reading {reading} was taken or corrected by somebody else. Ask the manager to correct it."
            cs "Odečet {reading} provedl nebo opravil někdo jiný. Požádejte o opravu manažera.",
        /// Another value without a word.
        CorrectionUnsaid { reading: String } => Invalid "REPORT-READING-09"
            en "To correct the reading {reading}, say why."
            cs "Pro opravu odečtu {reading} uveďte důvod.",
        /// A counter below zero.
        BelowNothing { parameter: String, value: Exact } => Invalid "REPORT-READING-10"
            en "{parameter} is a counter and cannot show {value}. Read it again."
            cs "{parameter} je počitadlo a nemůže ukazovat {value}. Odečtěte je znovu.",
        /// Equipment that is not there, or somebody else's.
        NoEquipment { equipment: String } => NotFound "REPORT-READING-04"
            en "The customer has no equipment {equipment}. Name one of the customer's, or none."
            cs "Zákazník nemá zařízení {equipment}. Uveďte některé z jeho, nebo žádné.",
        /// A reading of nothing.
        NoParameter {} => Invalid "REPORT-READING-02"
            en "The reading names no parameter. Say what was read."
            cs "Odečet neuvádí parametr. Uveďte, co se odečetlo.",
        /// A reading from the future.
        ReadLater { at: Instant } => Invalid "REPORT-READING-03"
            en "{at} is still to come. Give the time at which the meter was read."
            cs "{at} teprve nastane. Uveďte, kdy byl měřič odečten.",
        /// Resolving what is not there, or no more.
        NoConflict { line: String, conflict: String } => NotFound "REPORT-RESOLVE-01"
            en "{conflict} is no conflict of the line {line}, or is resolved already. Look at the line again."
            cs "Řádek {line} žádný rozpor {conflict} nemá, nebo už je vyřešen. Podívejte se na řádek znovu.",
        /// Taking over into what is decided.
        Decided { line: String, status: Status } => Refused "REPORT-RESOLVE-02"
            en "The line {line} is {status} and takes nothing over. An approval can be withdrawn first; of a released line, resolve it without `accept` and report the difference as a new line, with its visit or hours."
            cs "Řádek {line} je ve stavu {status} a nic nepřevezme. Schválení lze nejprve odvolat; u předaného řádku nic nepřebírejte a rozdíl vykažte jako nový řádek s jeho návštěvou nebo hodinami.",
        /// Deciding without having seen what came late.
        Unresolved { line: String } => Refused "APPROVAL-LATE-01"
            en "Something else was reported of the line {line} meanwhile. Look at it and resolve it first."
            cs "K řádku {line} bylo mezitím vykázáno něco jiného. Podívejte se na to a nejprve to vyřešte.",
        /// Nothing there to hand over.
        NothingReported {} => Refused "REPORT-SUBMIT-01"
            en "There are no reported lines to submit. Report what was done first."
            cs "Nejsou žádné vykázané řádky k předání. Nejprve vykažte, co se udělalo.",
        /// One who approves what he reported (E68).
        SamePerson { line: String } => Refused "APPROVAL-EYES-01"
            en "You reported the line {line} yourself. Another manager must approve it."
            cs "Řádek {line} jste vykázali sami. Schválit jej musí jiný manažer.",
        /// More or less than reported, or against the rules, without saying why.
        ReasonMissing { line: String } => Invalid "APPROVAL-REASON-01"
            en "The decision about the line {line} needs a reason. Say why, so that the technician knows."
            cs "Rozhodnutí o řádku {line} vyžaduje důvod. Uveďte jej, aby technik věděl proč.",
        /// Approving nothing is rejecting.
        ApprovesNothing { line: String } => Invalid "APPROVAL-QUANTITY-01"
            en "Approving nothing of the line {line} is rejecting it. Reject it with a reason."
            cs "Schválit z řádku {line} nulu znamená zamítnout jej. Zamítněte jej s důvodem.",
        /// A share of nothing, of less, or of more than all.
        ShareOutOfRange { line: String, payer: Payer, percent: Exact } => Invalid "APPROVAL-SHARE-01"
            en "{percent} percent of the line {line} for {payer} is no share. Give more than 0 and at most 100."
            cs "{percent} procent řádku {line} pro {payer} není podíl. Uveďte více než 0 a nejvýše 100.",
        /// A payer with two shares.
        ShareTwice { line: String, payer: Payer } => Invalid "APPROVAL-SHARE-02"
            en "{payer} has two shares of the line {line}. Put them together."
            cs "{payer} má na řádku {line} dva podíly. Sečtěte je.",
        /// Less or more than the line.
        SharesNotAll { line: String, sum: Option<Exact> } => Invalid "APPROVAL-SHARE-03"
            en "The shares of the line {line} make {sum} percent together. They must make exactly 100."
            cs "Podíly na řádku {line} dávají dohromady {sum} procent. Musí dát přesně 100.",
        /// Several payers of one line: not built.
        SharedLine { line: String } => Unsupported "APPROVAL-SHARE-04"
            en "The line {line} cannot be shared: a line that several pay cannot be billed yet. Give it to one payer, or have it reported as one line for each."
            cs "Řádek {line} nelze rozdělit: řádek, který platí více stran, zatím nelze fakturovat. Určete jednoho plátce, nebo jej nechte vykázat jako řádek pro každého.",
        /// A code that the list of its day has not.
        NotListed { line: String, item: String, day: NaiveDate } => Refused "APPROVAL-PRICE-01"
            en "No price list that holds on {day} has a price for {item} of the line {line}. Put it into the list, have the line mended, or approve with `unpriced` where it is billed elsewhere."
            cs "Žádný ceník platný {day} nemá cenu pro {item} z řádku {line}. Doplňte ji, nechte řádek opravit, nebo schvalte s `unpriced`, účtuje-li se jinde.",
        /// A code that the list prices by another unit.
        OtherUnit { line: String, item: String, list: String } => Refused "APPROVAL-PRICE-02"
            en "{list} prices {item} of the line {line} by another unit. Have it reported or priced alike, or approve with `unpriced` where it is billed elsewhere."
            cs "{list} oceňuje {item} z řádku {line} v jiné jednotce. Nechte vykázat nebo oceňte stejně, nebo schvalte s `unpriced`, účtuje-li se jinde.",
        /// No line is approved that could be released.
        NothingApproved {} => Refused "APPROVAL-RELEASE-01"
            en "There are no approved lines to release. Approve some first."
            cs "Nejsou žádné schválené řádky k předání. Nejprve některé schvalte.",
    }
}
