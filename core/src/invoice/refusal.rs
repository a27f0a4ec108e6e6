//! Why an invoice says no.

use super::Lifecycle;
use crate::money::Exact;
use chrono::NaiveDate;

crate::codes! {
    /// Why an invoice says no.
    pub enum Refusal {
        /// The lifecycle's table has no such step.
        WrongState { state: Lifecycle, verb: &'static str, allowed: Vec<&'static str> }
            => Refused "INVOICE-STATE-01"
            en "The invoice is {state} and cannot be asked to {verb}. It can be asked to: {allowed}."
            cs "Faktura je ve stavu {state} a nelze na ní provést {verb}. Lze: {allowed}.",
        /// Nothing to bill.
        NothingToBill {} => Refused "INVOICE-DRAFT-01"
            en "Nothing is left to bill of these activities. Approve and release lines first."
            cs "Z těchto aktivit nezbývá nic k fakturaci. Nejprve schvalte a předejte řádky.",
        /// Two customers on one invoice.
        SeveralCustomers {} => Refused "INVOICE-DRAFT-02"
            en "The activities belong to several customers. Draft an invoice for each."
            cs "Aktivity patří více zákazníkům. Každému vystavte vlastní fakturu.",
        /// An activity that is not there.
        NoActivity { activity: String } => NotFound "INVOICE-DRAFT-03"
            en "There is no activity {activity}."
            cs "Aktivita {activity} neexistuje.",
        /// All is borne by the warranty (E83).
        NothingToPay {} => Refused "INVOICE-DRAFT-04"
            en "The total is nothing, as all is covered. Hand the lines over, or close the activity."
            cs "Celkem je nula, vše je kryto. Řádky předejte jinak, nebo aktivitu uzavřete.",
        /// Nobody to make it out to (E93).
        BuyerForgotten { customer: String } => Refused "INVOICE-DRAFT-05"
            en "The customer {customer} was forgotten: an invoice to nobody is none. Delete a draft that is there; then say who it is again and draft anew, or hand the lines over."
            cs "Údaje zákazníka {customer} byly vymazány: faktura nikomu není fakturou. Případný návrh smažte; pak uveďte znovu, kdo to je, a vytvořte nový, nebo řádky předejte jinak.",
        /// No price for a code.
        NoPrice { code: String, day: NaiveDate } => Refused "INVOICE-PRICE-01"
            en "The price list that held on {day} has no price for {code}. Put it into the list."
            cs "Ceník platný {day} nemá cenu pro {code}. Doplňte ji do ceníku.",
        /// Priced by another unit.
        OtherUnit { code: String, list: String } => Refused "INVOICE-PRICE-02"
            en "{list} prices {code} by another unit. Report or price it alike."
            cs "{list} oceňuje {code} v jiné jednotce. Vykažte nebo oceňte stejně.",
        /// A part of a line's amount: not built.
        Shared { line: String } => Unsupported "INVOICE-SHARE-01"
            en "The line {line} is shared by several payers, which cannot be billed yet. Have it reported as one line for each."
            cs "Řádek {line} platí více stran, což zatím nelze fakturovat. Nechte jej vykázat jako řádek pro každou.",
        /// More digits than money has.
        TooLarge {} => Refused "INVOICE-AMOUNT-01"
            en "An amount has too many digits. Check quantities and prices."
            cs "Některá částka má příliš mnoho číslic. Zkontrolujte množství a ceny.",
        /// Before the first rate.
        NoRate { tax_point: NaiveDate } => Refused "INVOICE-TAX-01"
            en "No VAT rate is known for {tax_point}. Check the days of the work."
            cs "Pro {tax_point} není známa sazba DPH. Zkontrolujte dny práce.",
        /// One invoice has one tax point: work from before a change of rates has its own.
        OtherRate { activity: String, done_on: NaiveDate, percent: Exact, tax_point: NaiveDate }
            => Refused "INVOICE-TAX-02"
            en "The activity {activity} was done by {done_on}, when the rate was {percent} %; by {tax_point} it is another. Draft an invoice for each side of the change."
            cs "Aktivita {activity} skončila {done_on} se sazbou {percent} %; ke dni {tax_point} platí jiná. Fakturujte práci před změnou a po změně sazby zvlášť.",
        /// The draft says something else than what holds today.
        Outdated { customer: String } => Refused "INVOICE-ISSUE-01"
            en "The data of the customer {customer} or of the company have changed since the draft. Delete it and draft anew: no number is lost."
            cs "Údaje zákazníka {customer} nebo firmy se od návrhu změnily. Návrh smažte a vytvořte znovu: žádné číslo se neztratí.",
        /// The words of the draft were forgotten, and a tax document says what was supplied.
        NamesForgotten {} => Refused "INVOICE-ISSUE-02"
            en "The draft does not say any more what is billed: its words were forgotten. Delete it and draft anew: the work is told by its code then."
            cs "Návrh už neříká, co se fakturuje: jeho slova byla zapomenuta. Smažte jej a vytvořte znovu: práce pak bude uvedena kódem.",
        /// Nobody to mail it to.
        NoAddress { customer: String } => Refused "INVOICE-SEND-01"
            en "The customer {customer} has no e-mail address for invoices. Add one, or issue without sending."
            cs "Zákazník {customer} nemá e-mail pro faktury. Doplňte jej, nebo vystavte bez odeslání.",
    }
}
