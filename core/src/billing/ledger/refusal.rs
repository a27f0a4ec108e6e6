//! Why a ledger says no.

use crate::coverage::Payer;
use crate::money::Exact;

crate::codes! {
    /// Why a ledger says no.
    pub enum Refusal {
        /// A line that was never released.
        NotReleased { line: String } => Refused "LEDGER-RESERVE-01"
            en "The line {line} is not released to invoicing. Approve and release it first."
            cs "Řádek {line} není předán k fakturaci. Nejprve jej schvalte a předejte.",
        /// More than there is (R5).
        Overdrawn { line: String, wanted: Exact, free: Exact } => Refused "LEDGER-RESERVE-02"
            en "Of the line {line} {free} is left to bill, {wanted} was asked for. Bill the rest only."
            cs "Z řádku {line} zbývá fakturovat {free}, požadováno {wanted}. Fakturujte jen zbytek.",
        /// A quantity of zero, or below it.
        NotPositive { line: String } => Invalid "LEDGER-RESERVE-03"
            en "The quantity of the line {line} must be above zero. Leave the line out where nothing of it is billed."
            cs "Množství řádku {line} musí být větší než nula. Neúčtuje-li se z něj nic, řádek vynechte.",
        /// More digits than a quantity has: what is left could not be told exactly.
        OutOfRange { line: String, quantity: Exact } => Invalid "LEDGER-RESERVE-05"
            en "The quantity {quantity} of the line {line} has more than 12 digits before or after the point. Round it."
            cs "Množství {quantity} řádku {line} má více než 12 číslic před nebo za desetinnou čárkou. Zaokrouhlete je.",
        /// An invoice that reserved nothing has nothing to consume or to free.
        NothingReserved { invoice: String } => Refused "LEDGER-RESERVE-06"
            en "The invoice {invoice} has reserved nothing of this activity. Draft it first."
            cs "Faktura {invoice} z této aktivity nic nerezervovala. Nejprve ji navrhněte.",
        /// An invoice is drafted once.
        ReservedBefore { line: String, invoice: String } => Refused "LEDGER-RESERVE-07"
            en "The invoice {invoice} has reserved the line {line} already. Draft another one."
            cs "Faktura {invoice} si řádek {line} již rezervovala. Navrhněte jinou.",
        /// A release is taken back only while nobody has any of it.
        Taken { line: String } => Refused "LEDGER-RESERVE-08"
            en "An invoice or a hand-over has some of the line {line}. Delete the draft first; what is issued or handed over is corrected by a document of its own."
            cs "Část řádku {line} již má faktura nebo předání. Nejprve smažte koncept; co je vystaveno nebo předáno, se opravuje vlastním dokladem.",
        /// A list of portions with nothing in it.
        NothingNamed {} => Invalid "LEDGER-HAND-05"
            en "The list of portions is empty. Name what is handed over, or leave the list out for all that is free."
            cs "Seznam částí je prázdný. Uveďte, co se předává, nebo seznam vynechte a předejte vše volné.",
        /// Nothing is left that could be handed over.
        NothingFree {} => Refused "LEDGER-HAND-01"
            en "Nothing is left to hand over. Release more of the report first, or read what was handed over already."
            cs "K předání nic nezbývá. Nejprve uvolněte další řádky výkazu, nebo zjistěte, co již bylo předáno.",
        /// A hand-over is found again by the reference of the host's own.
        ReferenceMissing {} => Invalid "LEDGER-HAND-02"
            en "The reference is empty. Give the number of your document or batch."
            cs "Reference je prázdná. Uveďte číslo svého dokladu nebo dávky.",
        /// A reference that another hand-over of the ledger has.
        ReferenceUsed { reference: String } => Conflict "LEDGER-HAND-04"
            en "The reference {reference} was used for another hand-over. Read what was handed over under it; a new one gets its own."
            cs "Reference {reference} již patří jinému předání. Zjistěte, co pod ní bylo předáno; nové dostane vlastní.",
        /// Several pay for the line.
        WhosePart { line: String, payers: Vec<Payer> } => Invalid "LEDGER-HAND-03"
            en "The line {line} is paid by several: {payers}. Name the payer."
            cs "Řádek {line} platí více stran: {payers}. Uveďte plátce.",
        /// A line twice in one reservation, or released twice.
        Twice { line: String } => Invalid "LEDGER-RESERVE-04"
            en "The line {line} is there twice. Put its portions together."
            cs "Řádek {line} je uveden dvakrát. Sečtěte jeho části.",
    }
}
