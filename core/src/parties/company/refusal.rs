//! Why a company says no.

crate::codes! {
    /// Why a company says no.
    pub enum Refusal {
        /// A command for a company that was never created.
        NotCreated { company: String } => NotFound "COMPANY-CREATE-01"
            en "There is no company {company} here. Create it first with company.create."
            cs "Firma {company} zde není. Nejprve ji založte příkazem company.create.",
        /// A company that is not its own target.
        OtherId { company: String } => Invalid "COMPANY-CREATE-02"
            en "A company is created under its own id: give {company} as target too."
            cs "Firma se zakládá pod vlastním identifikátorem: uveďte {company} i jako cíl.",
        /// Without a name nothing can be issued.
        NameMissing {} => Invalid "COMPANY-CREATE-03"
            en "The profile has no name. Give the business name."
            cs "V profilu chybí název. Uveďte obchodní firmu.",
        /// An address from which nothing can be sent.
        BadEmail { value: String } => Invalid "COMPANY-CREATE-04"
            en "{value} is no e-mail address. Mend it: all mails go from there."
            cs "{value} není e-mailová adresa. Opravte ji: odesílá se z ní veškerá pošta.",
        /// Days and dates of documents would be another country's.
        ZoneMissing { country: String } => Invalid "COMPANY-CREATE-06"
            en "The zone does not follow from the country {country}. Give it in settings.zone, such as Europe/Prague."
            cs "Ze země {country} časové pásmo neplyne. Uveďte je v settings.zone, například Europe/Prague.",
        /// Amounts without a currency say nothing.
        CurrencyMissing { country: String } => Invalid "COMPANY-CREATE-07"
            en "The currency does not follow from the country {country}. Give it in settings.currency, such as EUR."
            cs "Ze země {country} měna neplyne. Uveďte ji v settings.currency, například EUR.",
        /// A company number that is no IČO.
        RegistrationNumberForm { registration_number: String } => Invalid "COMPANY-NUMBER-01"
            en "{registration_number} is no company number: it has up to eight digits. Mend it, or leave it empty."
            cs "{registration_number} není IČO: to má nejvýše osm číslic. Opravte je, nebo je nechte prázdné.",
        /// An IČO that was mistyped, or one of the few that break the rule.
        RegistrationNumberCheck { registration_number: String } => Invalid "COMPANY-NUMBER-02"
            en "The company number {registration_number} fails its check digit. Mend it; if a register has it so, say number_checked."
            cs "IČO {registration_number} neodpovídá kontrolní číslici. Opravte je; má-li je tak rejstřík, uveďte number_checked.",
        /// A VAT id that is none.
        VatIdWrong { vat_id: String, fault: String } => Invalid "COMPANY-NUMBER-03"
            en "{vat_id} is no VAT id ({fault}): two letters of the state and its number. Mend it; if only its check digit is at fault and a register has it so, say number_checked."
            cs "{vat_id} není DIČ ({fault}): dvě písmena státu a číslo. Opravte je; nesouhlasí-li jen kontrolní číslice a rejstřík je tak má, uveďte number_checked.",
        /// An account that nobody can pay to.
        IbanWrong { iban: String } => Invalid "COMPANY-NUMBER-04"
            en "{iban} is no IBAN: its length or its check digits are wrong. Copy it from the bank's papers."
            cs "{iban} není IBAN: nesouhlasí délka nebo kontrolní číslice. Opište jej z bankovních dokladů.",
        /// Whose law would hold?
        CountryForm { country: String } => Invalid "COMPANY-NUMBER-05"
            en "{country} is no country code. Write two capital letters, such as CZ: tax and terms follow from it."
            cs "{country} není kód země. Uveďte dvě velká písmena, například CZ: plynou z něj daň i lhůty.",
        /// A VAT id, and no word about since when tax is charged.
        VatUnsaid { vat_id: String } => Invalid "COMPANY-VAT-01"
            en "The company has the VAT id {vat_id}: say in settings.vat_since whether it is a payer, an identified person or neither, and from which day."
            cs "Firma má DIČ {vat_id}: uveďte v settings.vat_since, zda je plátcem, identifikovanou osobou, nebo ani jedním, a od kterého dne.",
        /// A payer without a VAT id.
        VatIdMissing {} => Invalid "COMPANY-VAT-02"
            en "Who pays VAT or is an identified person has a VAT id. Give it in the profile."
            cs "Plátce i identifikovaná osoba mají DIČ. Uveďte je v profilu.",
        /// Two statements from one day, or not in order.
        VatDisorder {} => Invalid "COMPANY-VAT-03"
            en "The days of settings.vat_since do not follow one another. Put them in order, each once."
            cs "Dny v settings.vat_since nejdou po sobě. Seřaďte je, každý jednou.",
        /// A term that is shorter than the law of the company's country has it.
        RetentionShort { years: u16, least: u16 } => Refused "COMPANY-RETENTION-01"
            en "{years} years are too few: the law has this company keep its invoices for {least} at least. Give retention_years {least} or more."
            cs "{years} let je málo: zákon této firmě ukládá uchovávat faktury nejméně {least} let. Nastavte retention_years na {least} nebo více.",
        /// Tries at once, after too long, or without end.
        RetryOdd {} => Invalid "COMPANY-RETRY-01"
            en "A message is tried again at most 20 times, each after 1 to 10080 minutes. Give settings.retry_after so, or empty for never."
            cs "Zpráva se zkouší odeslat znovu nejvýše dvacetkrát, vždy po 1 až 10080 minutách. Uveďte tak settings.retry_after, nebo prázdný seznam pro nikdy.",
        /// Built-in roles are the same everywhere.
        RoleBuiltIn { role: String } => Refused "COMPANY-ROLE-01"
            en "The role {role} is built in. Give your own role another name."
            cs "Role {role} je vestavěná. Vlastní roli nazvěte jinak.",
        /// A grant for something that is no verb.
        NoSuchVerb { permission: String } => Invalid "COMPANY-ROLE-02"
            en "There is no permission {permission}. See the table of permissions."
            cs "Oprávnění {permission} neexistuje. Viz tabulku oprávnění.",
        /// A role that is not there.
        NoSuchRole { role: String } => NotFound "COMPANY-ROLE-03"
            en "This company has no role {role}. Read its roles, and name one of them."
            cs "Tato firma nemá roli {role}. Načtěte její role a uveďte některou z nich.",
        /// A role that nobody could name.
        RoleUnnamed {} => Invalid "COMPANY-ROLE-04"
            en "The role has no name. Give it one, as actors will say it."
            cs "Role nemá název. Uveďte jej tak, jak jej budou uvádět uživatelé.",
        /// A right that is had for everything or not at all.
        RoleWhole { permission: String } => Invalid "COMPANY-ROLE-05"
            en "{permission} has no `own`: nothing of what it is about is anybody's own. Give `all` or `no`."
            cs "Oprávnění {permission} nelze omezit na vlastní záznamy (`own`): netýká se ničeho, co by někomu patřilo. Zadejte `all`, nebo `no`.",
        /// Who reads invoices sees amounts.
        RoleBlind { permission: String } => Invalid "COMPANY-ROLE-06"
            en "{permission} shows amounts. Give the role prices.read too."
            cs "Oprávnění {permission} ukazuje částky. Přidejte roli také prices.read.",
        /// The role in which reactions of Callout are written down.
        RoleReserved { role: String } => Refused "COMPANY-ROLE-07"
            en "The role {role} is Callout's own. Give your role another name."
            cs "Role {role} patří Calloutu. Vlastní roli nazvěte jinak.",
        /// Forgotten without saying why.
        GroundMissing {} => Invalid "COMPANY-ERASE-02"
            en "Say why the person is forgotten: only the record of it stays."
            cs "Uveďte důvod, proč má být osoba zapomenuta: zůstane jen záznam o tom.",
        /// A person about whom nothing is kept.
        NobodyThere { person: String } => NotFound "COMPANY-ERASE-01"
            en "Nothing is kept about the person {person}, or not any more. The question persons finds the ids."
            cs "O osobě {person} se nic neuchovává, nebo už ne. Identifikátory najde dotaz persons.",
        /// A request that names nobody.
        NobodyNamed {} => Invalid "COMPANY-ERASE-03"
            en "Name at least one person who is to be forgotten; the question `persons` finds the ids."
            cs "Uveďte alespoň jednu osobu, která má být zapomenuta; identifikátory najde dotaz `persons`.",
    }
}
