//! Why a customer says no.

crate::codes! {
    /// Why a customer says no.
    pub enum Refusal {
        /// A name is what people find it by.
        NameMissing {} => Invalid "CUSTOMER-NAME-01"
            en "The customer has no name. Give one, or the register's entry."
            cs "Zákazník nemá název. Uveďte jej, nebo přiložte záznam z registru.",
        /// The register speaks of another company.
        OtherNumber { registration_number: String, registry_says: String } => Invalid "CUSTOMER-NUMBER-01"
            en "You typed {registration_number}, but the register's entry is of {registry_says}. Look up the company again."
            cs "Zadali jste {registration_number}, ale záznam z registru patří {registry_says}. Vyhledejte firmu znovu.",
        /// Nobody is served twice under two numbers.
        NumberTaken { registration_number: String, customer: String } => Refused "CUSTOMER-NUMBER-02"
            en "The company number {registration_number} belongs to the customer {customer} already. Use that customer."
            cs "IČO {registration_number} již patří zákazníkovi {customer}. Použijte jeho.",
        /// Nobody is served twice under one VAT id, unless it is meant so.
        VatIdTaken { vat_id: String, customer: String } => Refused "CUSTOMER-NUMBER-04"
            en "The VAT id {vat_id} belongs to the customer {customer} already. Use that customer, or say vat_id_shared where both have it."
            cs "DIČ {vat_id} již patří zákazníkovi {customer}. Použijte jej, nebo uveďte vat_id_shared, mají-li je oba.",
        /// The same number, where its customer is kept from who asks.
        NumberHeld { registration_number: String } => Refused "CUSTOMER-NUMBER-05"
            en "The company number {registration_number} belongs to another customer already. Mend the number, or ask a manager to look."
            cs "IČO {registration_number} již má jiný zákazník. Číslo opravte, nebo požádejte vedoucího, ať se podívá.",
        /// The same VAT id, where its customer is kept from who asks.
        VatIdHeld { vat_id: String } => Refused "CUSTOMER-NUMBER-06"
            en "The VAT id {vat_id} belongs to another customer already. Mend it, ask a manager to look, or say vat_id_shared where both have it."
            cs "DIČ {vat_id} již má jiný zákazník. Opravte je, požádejte vedoucího, ať se podívá, nebo uveďte vat_id_shared, mají-li je oba.",
        /// A private person is in no register of companies.
        PersonWithNumber { registration_number: String } => Invalid "CUSTOMER-NUMBER-03"
            en "A private person has no company number, but {registration_number} is given. Leave it out, or create a company: a sole trader is one."
            cs "Soukromá osoba nemá IČO, ale uvedeno je {registration_number}. Vynechte je, nebo založte firmu: živnostník je firma.",
        /// A company that is gone pays nothing.
        Dissolved { registration_number: String, name: String } => Refused "CUSTOMER-REGISTER-01"
            en "{name} ({registration_number}) was dissolved. Ask the customer who took over."
            cs "{name} ({registration_number}) zanikla. Zeptejte se zákazníka, kdo je nástupcem.",
        /// Tax rules hang on the country.
        CountryForm { country: String } => Invalid "CUSTOMER-ADDRESS-01"
            en "{country} is no country code. Write two capital letters, such as CZ."
            cs "{country} není kód země. Napište dvě velká písmena, například CZ.",
        /// Nothing can be sent there.
        BadEmail { value: String } => Invalid "CUSTOMER-EMAIL-01"
            en "{value} is no e-mail address. Mend it or leave it out."
            cs "{value} není e-mailová adresa. Opravte ji, nebo ji vynechte.",
        /// A site without a name.
        SiteNameMissing {} => Invalid "CUSTOMER-SITE-01"
            en "The site has no name. Say how people call it."
            cs "Místo nemá název. Uveďte, jak se mu říká.",
        /// A site that is not there.
        NoSite { site: String } => NotFound "CUSTOMER-SITE-02"
            en "The customer has no site {site}. Add it first."
            cs "Zákazník nemá místo {site}. Nejprve je přidejte.",
        /// Opening hours that are none: `backwards`, `overlap`, `cycle`, `week`, `days` or
        /// `holidays` says what of them.
        BadOpening { fault: &'static str } => Invalid "CUSTOMER-SITE-03"
            en "The opening hours end before they begin, overlap, or name a week, a day twice or a country that is not known ({fault}). Mend them."
            cs "Otevírací doba končí před začátkem, překrývá se, nebo uvádí neznámý týden, den dvakrát či neznámou zemi ({fault}). Opravte ji.",
        /// A contact without a name.
        ContactNameMissing {} => Invalid "CUSTOMER-CONTACT-01"
            en "The contact has no name. Say whom to ask for."
            cs "Kontakt nemá jméno. Uveďte, na koho se ptát.",
        /// A contact that is not there.
        NoContact { contact: String } => NotFound "CUSTOMER-CONTACT-02"
            en "The customer has no contact {contact}. Add it first."
            cs "Zákazník nemá kontakt {contact}. Nejprve jej přidejte.",
        /// A contact who is to receive papers and has no address.
        ContactUnreached {} => Refused "CUSTOMER-CONTACT-03"
            en "The contact receives papers and has no e-mail address. Give one, or let it receive none."
            cs "Kontakt má dostávat doklady a nemá e-mailovou adresu. Uveďte ji, nebo mu doklady neposílejte.",
    }
}
