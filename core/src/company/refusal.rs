//! Why a company says no.

crate::codes! {
    /// Why a company says no.
    pub enum Refusal {
        /// A command for a company that was never founded.
        NotFounded { company: String } => NotFound "COMPANY-FOUND-01"
            en "There is no company {company} here. Found it first with company.found."
            cs "Firma {company} zde není. Nejprve ji založte příkazem company.found.",
        /// A company that is not its own target.
        OtherId { company: String } => Invalid "COMPANY-FOUND-02"
            en "A company is founded under its own id: give {company} as target too."
            cs "Firma se zakládá pod vlastním identifikátorem: uveďte {company} i jako cíl.",
        /// Without a name nothing can be issued.
        NameMissing {} => Invalid "COMPANY-FOUND-03"
            en "The profile has no name. Give the business name."
            cs "V profilu chybí název. Uveďte obchodní firmu.",
        /// An address from which nothing can be sent.
        BadEmail { value: String } => Invalid "COMPANY-FOUND-04"
            en "{value} is no e-mail address. Mend it: all mails go from there."
            cs "{value} není e-mailová adresa. Opravte ji: odesílá se z ní veškerá pošta.",
        /// A name or address over several lines stands in no mail's head.
        SeveralLines { field: &'static str } => Invalid "COMPANY-FOUND-05"
            en "The profile's {field} has a line break or another control character. Write it on one line."
            cs "Údaj {field} v profilu obsahuje konec řádku nebo jiný řídicí znak. Zapište jej na jeden řádek.",
        /// A term that is shorter than the law of the company's country has it.
        RetentionShort { years: u16, least: u16 } => Refused "COMPANY-RETENTION-01"
            en "{years} years are too few: the law has this company keep its invoices for {least} at least. Give retention_years {least} or more."
            cs "{years} let je málo: zákon této firmě ukládá uchovávat faktury nejméně {least} let. Nastavte retention_years na {least} nebo více.",
        /// Built-in roles are the same everywhere.
        RoleBuiltIn { role: String } => Refused "COMPANY-ROLE-01"
            en "The role {role} is built in. Give your own role another name."
            cs "Role {role} je vestavěná. Vlastní roli nazvěte jinak.",
        /// A grant for something that is no verb.
        NoSuchVerb { verb: String } => Invalid "COMPANY-ROLE-02"
            en "There is no verb {verb}. See the table of verbs."
            cs "Oprávnění {verb} neexistuje. Viz tabulku oprávnění.",
        /// A role that is not there.
        NoSuchRole { role: String } => NotFound "COMPANY-ROLE-03"
            en "This company has no role {role}."
            cs "Tato firma nemá roli {role}.",
        /// A role that nobody could name.
        RoleUnnamed {} => Invalid "COMPANY-ROLE-04"
            en "The role has no name. Give it one, as actors will say it."
            cs "Role nemá název. Uveďte jej tak, jak jej budou uvádět uživatelé.",
        /// A right that is had for everything or not at all.
        RoleWhole { verb: String } => Invalid "COMPANY-ROLE-05"
            en "{verb} has no `own`: it is about the company as a whole. Give `all` or `no`."
            cs "Oprávnění {verb} nelze omezit na vlastní záznamy (`own`): týká se celé firmy. Zadejte `all`, nebo `no`.",
        /// Who reads invoices sees amounts.
        RoleBlind { verb: String } => Invalid "COMPANY-ROLE-06"
            en "{verb} shows amounts. Give the role prices.read too."
            cs "Oprávnění {verb} ukazuje částky. Přidejte roli také prices.read.",
        /// Forgotten without saying why.
        GroundMissing {} => Invalid "COMPANY-ERASE-02"
            en "Give the ground on which the person is forgotten: only the record of it stays."
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
