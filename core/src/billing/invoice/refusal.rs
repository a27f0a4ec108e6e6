//! Why an invoice says no.

use super::Status;
use crate::money::Exact;
use chrono::NaiveDate;

crate::codes! {
    /// Why an invoice says no.
    pub enum Refusal {
        /// Its status allows no such step.
        WrongStatus { status: Status, verb: &'static str, allowed: Vec<&'static str> }
            => Refused "INVOICE-STATUS-01"
            en "The invoice is {status} and cannot be asked to {verb}. It can be asked to: {allowed}."
            cs "Faktura je ve stavu {status} a nelze na ní provést {verb}. Lze provést: {allowed}.",
        /// Nothing is left to bill of these activities.
        NothingToBill {} => Refused "INVOICE-DRAFT-01"
            en "Nothing is left to bill of these activities. Approve and release lines first."
            cs "Z těchto aktivit nezbývá nic k fakturaci. Nejprve schvalte a předejte řádky.",
        /// Two customers on one invoice.
        SeveralCustomers {} => Refused "INVOICE-DRAFT-02"
            en "The activities belong to several customers. Draft an invoice for each."
            cs "Aktivity patří více zákazníkům. Každému vystavte vlastní fakturu.",
        /// An activity that is not there.
        NoActivity { activity: String } => NotFound "INVOICE-DRAFT-03"
            en "There is no activity {activity}. Create it first, or mend the id."
            cs "Aktivita {activity} neexistuje. Nejprve ji založte, nebo opravte identifikátor.",
        /// All is borne by the warranty (E83).
        NothingToPay {} => Refused "INVOICE-DRAFT-04"
            en "The total is nothing, as all is covered. Hand the lines over, or close the activity."
            cs "Celkem je nula, vše je kryto. Řádky předejte jinak, nebo aktivitu uzavřete.",
        /// Nobody to make it out to (E93).
        BuyerForgotten { customer: String } => Refused "INVOICE-DRAFT-05"
            en "The customer {customer} was forgotten: an invoice to nobody is none. Delete a draft that is there; then say who it is again and draft anew, or hand the lines over."
            cs "Údaje zákazníka {customer} byly vymazány: faktura nikomu není fakturou. Případný návrh smažte; pak uveďte znovu, kdo to je, a vytvořte nový, nebo řádky předejte jinak.",
        /// More than anybody checks, and more ledgers than one command writes.
        TooMany { activities: u64, most: u64 } => Invalid "INVOICE-DRAFT-06"
            en "{activities} activities are too many for one invoice, at most {most} can be billed together. Draft several."
            cs "{activities} aktivit je na jednu fakturu příliš, společně lze fakturovat nejvýše {most}. Vytvořte jich více.",
        /// No price for a code.
        NoPrice { code: String, day: NaiveDate } => Refused "INVOICE-PRICE-01"
            en "No price list that holds on {day} has a price for {code}. Put it into the list, or publish one that holds then."
            cs "Žádný ceník platný {day} nemá cenu pro {code}. Doplňte ji, nebo vydejte ceník, který tehdy platí.",
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
        /// A payer's supplies of several months have several tax points.
        SeveralMonths { activity: String, done_on: NaiveDate, tax_point: NaiveDate }
            => Refused "INVOICE-TAX-02"
            en "The activity {activity} was done by {done_on}, another by {tax_point}: a payer of VAT bills the supplies of one calendar month together. Draft an invoice for each month."
            cs "Aktivita {activity} skončila {done_on}, jiná {tax_point}: plátce DPH fakturuje společně plnění jednoho kalendářního měsíce. Fakturujte každý měsíc zvlášť.",
        /// The seller became a payer, or ceased to be one, between the supplies.
        OtherRegistration { activity: String, done_on: NaiveDate, tax_point: NaiveDate }
            => Refused "INVOICE-TAX-03"
            en "The activity {activity} was done by {done_on}, when the company was registered for VAT otherwise than on {tax_point}. Draft an invoice for each side."
            cs "Aktivita {activity} skončila {done_on}, kdy byla registrace firmy k DPH jiná než ke dni {tax_point}. Fakturujte každou část zvlášť.",
        /// Another country's tax: not built.
        ForeignSeller { country: String } => Unsupported "INVOICE-TAX-04"
            en "The VAT of {country} is not there yet: only Czech rates are known. Hand the lines over and bill them elsewhere."
            cs "DPH země {country} zatím není podporována: známé jsou jen české sazby. Řádky předejte a vyúčtujte jinde.",
        /// Reverse charge across a border: not built.
        ForeignBuyer { customer: String, country: String } => Unsupported "INVOICE-TAX-05"
            en "The customer {customer} is a business in {country}, where the supply is taxed: invoices without tax across a border are not there yet. Hand the lines over and bill them elsewhere."
            cs "Zákazník {customer} podniká v zemi {country}, kde se plnění daní: faktury bez daně přes hranice zatím nejsou podporovány. Řádky předejte a vyúčtujte jinde.",
        /// Work on something that stands abroad: its place decides.
        WorkAbroad { activity: String, country: String } => Unsupported "INVOICE-TAX-06"
            en "The work of the activity {activity} was done in {country}, whose VAT is not there yet. Hand the lines over and bill them elsewhere."
            cs "Práce aktivity {activity} proběhla v zemi {country}, jejíž DPH zatím není podporována. Řádky předejte a vyúčtujte jinde.",
        /// Whether it is construction or assembly work decides who pays the tax (§ 92e).
        ConstructionUnsaid { activity: String } => Refused "INVOICE-TAX-07"
            en "The customer pays VAT: say of the activity {activity} whether its work is construction or assembly work (CZ-CPA 41 to 43), with `construction` on it or on the card of its equipment."
            cs "Zákazník je plátcem DPH: u aktivity {activity} uveďte, zda jde o stavební nebo montážní práce (CZ-CPA 41 až 43), údajem `construction` u ní nebo na kartě její techniky.",
        /// The customer pays the tax: not built.
        ReverseCharge { activity: String } => Unsupported "INVOICE-TAX-08"
            en "The work of the activity {activity} is construction or assembly work for a payer, who pays its tax (§ 92e): that is not there yet. Hand the lines over and bill them elsewhere."
            cs "Práce aktivity {activity} jsou stavební nebo montážní pro plátce, který z nich daň odvádí (§ 92e): to zatím není podporováno. Řádky předejte a vyúčtujte jinde.",
        /// A VAT id, and no word about whether its owner pays VAT.
        BuyerUnsaid { customer: String } => Refused "INVOICE-TAX-09"
            en "The customer {customer} has a VAT id: say with `vat_payer` whether the customer pays VAT, or with `construction` that the work is neither construction nor assembly."
            cs "Zákazník {customer} má DIČ: údajem `vat_payer` uveďte, zda je plátcem DPH, nebo údajem `construction`, že práce nejsou stavební ani montážní.",
        /// A tax document without the seat of the supplier (§ 29 (1) a).
        SellerSeatMissing {} => Refused "INVOICE-SEAT-01"
            en "A tax document names the seat of the supplier: give the company an address with city and country."
            cs "Daňový doklad uvádí sídlo dodavatele: doplňte firmě adresu s městem a zemí.",
        /// A tax document without the seat of the customer (§ 29 (1) c).
        BuyerSeatMissing { customer: String } => Refused "INVOICE-SEAT-02"
            en "A tax document names the seat of the customer: give {customer} an address with city and country. The simplified one, without it (§ 30), is not there yet."
            cs "Daňový doklad uvádí sídlo odběratele: doplňte zákazníkovi {customer} adresu s městem a zemí. Zjednodušený doklad bez ní (§ 30) zatím není podporován.",
        /// The draft says something else than what holds today.
        Outdated { customer: String, changed: Vec<String> } => Refused "INVOICE-ISSUE-01"
            en "Since the draft for the customer {customer} this has changed: {changed}. Delete it and draft anew: no number is lost."
            cs "Od návrhu pro zákazníka {customer} se změnilo: {changed}. Návrh smažte a vytvořte znovu: žádné číslo se neztratí.",
        /// The words of the draft were forgotten, and a tax document says what was supplied.
        NamesForgotten {} => Refused "INVOICE-ISSUE-02"
            en "The draft does not say any more what is billed: its words were forgotten. Delete it and draft anew: the work is told by its code then."
            cs "Návrh už neříká, co se fakturuje: jeho slova byla zapomenuta. Smažte jej a vytvořte znovu: práce pak bude uvedena kódem.",
        /// Nobody to mail it to.
        NoAddress { customer: String } => Refused "INVOICE-SEND-01"
            en "The customer {customer} has no e-mail address for invoices. Add one, or issue without sending."
            cs "Zákazník {customer} nemá e-mail pro faktury. Doplňte jej, nebo vystavte bez odeslání.",
        /// Nothing, less than nothing, finer than the currency, or of too many digits.
        NoAmount { amount: Exact, places: u32 } => Invalid "INVOICE-PAYMENT-01"
            en "{amount} is no amount of a payment. Give one above zero, with at most 12 digits before the point and {places} after it; a payment that went back is removed."
            cs "{amount} není částka platby. Uveďte částku větší než nula, nejvýše s 12 číslicemi před desetinnou čárkou a {places} za ní; platbu, která se vrátila, odeberte.",
        /// Money that is still to come.
        PaidAhead { paid_on: NaiveDate } => Invalid "INVOICE-PAYMENT-02"
            en "{paid_on} is still to come. Record the payment on the day on which it is made, or mend the day."
            cs "{paid_on} teprve bude. Platbu zaznamenejte v den, kdy proběhne, nebo den opravte.",
        /// A reference that nobody could look for.
        ReferenceBlank {} => Invalid "INVOICE-PAYMENT-03"
            en "The reference is empty. Give the bank's or your system's, or leave it out."
            cs "Reference je prázdná. Uveďte referenci banky nebo svého systému, nebo ji vynechte.",
        /// The same payment once more: a bank statement that was read twice counts once.
        ReferenceUsed { reference: String, payment: String } => Conflict "INVOICE-PAYMENT-04"
            en "The payment with the reference {reference} is recorded already, as {payment}. Read the invoice; another payment has another reference."
            cs "Platba s referencí {reference} je již zaznamenána jako {payment}. Načtěte fakturu; jiná platba má jinou referenci.",
        /// More payments than an invoice keeps.
        TooManyPayments { most: u64 } => Refused "INVOICE-PAYMENT-05"
            en "The invoice has {most} payments, and no more are kept. Remove some, and record them together as one."
            cs "Faktura má {most} plateb a více se jich neuchovává. Některé odeberte a zaznamenejte je společně jako jednu.",
        /// A payment that is not there.
        NoPayment { payment: String } => NotFound "INVOICE-PAYMENT-06"
            en "The invoice has no payment {payment}. Read its payments anew, and name one of them."
            cs "Faktura nemá platbu {payment}. Načtěte znovu její platby a uveďte některou z nich.",
        /// Removing a payment needs a reason.
        ReasonMissing {} => Invalid "INVOICE-REASON-01"
            en "There is no reason. Say why, for who reads it later."
            cs "Chybí důvod. Uveďte jej pro toho, kdo to bude číst později.",
    }
}
