//! Why a piece of equipment says no.

use super::Status;

crate::codes! {
    /// Why a piece of equipment says no.
    pub enum Refusal {
        /// Its status allows no such step.
        WrongStatus { status: Status, verb: &'static str, allowed: Vec<&'static str> }
            => Refused "EQUIPMENT-STATUS-01"
            en "The equipment is {status} and cannot be asked to {verb}. It can be asked to: {allowed}."
            cs "Technika je ve stavu {status} a nelze na ní provést {verb}. Lze provést: {allowed}.",
        /// A name is what people find it by.
        NameMissing {} => Invalid "EQUIPMENT-CARD-01"
            en "The card has no name. Say how people call the equipment."
            cs "Na kartě chybí název. Uveďte, jak se stroji říká.",
        /// Nobody to put it under.
        NoCustomer { customer: String } => NotFound "EQUIPMENT-CARD-02"
            en "There is no customer {customer}. Create the customer first."
            cs "Zákazník {customer} neexistuje. Nejprve jej založte.",
        /// A site that the customer does not have.
        NoSite { site: String, customer: String } => NotFound "EQUIPMENT-CARD-03"
            en "The customer {customer} has no site {site}. Add the site first."
            cs "Zákazník {customer} nemá místo {site}. Nejprve je přidejte.",
        /// A type that nobody defined.
        NoType { equipment_type: String } => NotFound "EQUIPMENT-CARD-04"
            en "There is no equipment type {equipment_type}. Create it first or leave it out."
            cs "Typ techniky {equipment_type} neexistuje. Nejprve jej definujte, nebo jej vynechte.",
        /// One manufacturer gives a serial once (E16).
        SerialTwice { manufacturer: String, serial: String, equipment: String }
            => Refused "EQUIPMENT-CARD-05"
            en "The serial {serial} of {manufacturer} is on the card of the equipment {equipment} already. Use that card or mend the serial."
            cs "Výrobní číslo {serial} výrobce {manufacturer} má již technika {equipment}. Použijte její kartu, nebo číslo opravte.",
        /// The same, where the other equipment is kept from who asks.
        SerialTaken { manufacturer: String, serial: String }
            => Refused "EQUIPMENT-CARD-06"
            en "The serial {serial} of {manufacturer} is on another card already. Mend the serial, or ask a manager to look."
            cs "Výrobní číslo {serial} výrobce {manufacturer} má již jiná karta. Číslo opravte, nebo požádejte vedoucího, ať se podívá.",
        /// A whole that is not there.
        NoParent { parent: String } => NotFound "EQUIPMENT-PARENT-01"
            en "There is no equipment {parent} to be a component of. Create it first."
            cs "Technika {parent}, jejíž součástí to má být, neexistuje. Nejprve ji založte.",
        /// A component of its own component (E15).
        PartOfItself { parent: String } => Refused "EQUIPMENT-PARENT-02"
            en "The equipment {parent} is itself, or a component of this one. Choose another whole."
            cs "Technika {parent} je ona sama, nebo její součást. Zvolte jiný celek.",
        /// A whole of somebody else.
        ParentElsewhere { parent: String, customer: String } => Refused "EQUIPMENT-PARENT-03"
            en "The equipment {parent} does not belong to the customer {customer}. Choose another whole."
            cs "Technika {parent} nepatří zákazníkovi {customer}. Zvolte jiný celek.",
        /// A chain of parts that nobody builds.
        TooDeep { parent: String, most: u64 } => Refused "EQUIPMENT-PARENT-04"
            en "Above {parent} there are more than {most} pieces of equipment, each a component of the next. Make it a component of one further up."
            cs "Nad {parent} je více než {most} zařízení, každé součástí dalšího. Zařaďte je pod některé výše položené.",
        /// Fields without a type.
        TypeMissing {} => Refused "EQUIPMENT-FIELD-01"
            en "The card names no type, so it has no fields. Set the type first."
            cs "Na kartě není typ, takže nemá žádná pole. Nejprve nastavte typ.",
        /// A field that the type does not have.
        NoField { key: String } => NotFound "EQUIPMENT-FIELD-02"
            en "The type has no field {key}. Add it to the type, or leave it out."
            cs "Typ nemá pole {key}. Přidejte je k typu, nebo je vynechte.",
        /// A value of another kind.
        ValueForm { label: String, value: String, kind: &'static str }
            => Invalid "EQUIPMENT-FIELD-03"
            en "{value} does not fit the field {label}, which is a {kind}. Write 12.5 for a number, 2026-10-16 for a date, true or false for a flag, or one of the choices."
            cs "{value} se nehodí do pole {label} druhu {kind}. Číslo pište 12.5, datum 2026-10-16, ano a ne true a false, u výběru jednu z možností.",
        /// A required field without a value.
        FieldsMissing { missing: Vec<String> } => Invalid "EQUIPMENT-FIELD-04"
            en "The card still lacks: {missing}. Fill them in."
            cs "Na kartě ještě chybí: {missing}. Doplňte to.",
        /// Sold before it was made.
        MadeLater { manufactured: String, other: String } => Invalid "EQUIPMENT-DATES-01"
            en "It was made on {manufactured}, but sold or put into service on {other} already. Mend the dates."
            cs "Datum výroby je {manufactured}, ale prodej nebo uvedení do provozu už {other}. Opravte data.",
        /// Neither months nor a day, or both.
        WarrantyForm {} => Invalid "EQUIPMENT-WARRANTY-01"
            en "Say how long the warranty is: months, or until a day, not both."
            cs "Uveďte délku záruky: měsíce, nebo den konce, ne obojí.",
        /// No months, or more than anyone gives.
        MonthsForm { months: u32, most: u32 } => Invalid "EQUIPMENT-WARRANTY-02"
            en "{months} months is no warranty. Give 1 to {most}, or leave the warranty out."
            cs "Záruka na {months} měsíců není možná. Uveďte 1 až {most}, nebo záruku vynechte.",
        /// It would end before it starts.
        EndsBefore { starts: String, until: String } => Invalid "EQUIPMENT-WARRANTY-03"
            en "The warranty would end on {until}, before it starts on {starts}. Mend the day."
            cs "Záruka by skončila {until}, dříve než začne {starts}. Opravte den.",
        /// A photograph that was not put.
        BlobMissing { content: String } => NotFound "EQUIPMENT-PHOTO-01"
            en "There is no blob {content}. Put the picture first."
            cs "Obsah {content} zde není. Nejprve obrázek vložte.",
        /// A kind of file that is no picture, or none that is shown safely.
        NoPicture { media_type: String, known: Vec<&'static str> } => Invalid "EQUIPMENT-PHOTO-02"
            en "{media_type} is no picture that is taken. Add one of {known}."
            cs "{media_type} není obrázek, jaký lze přidat. Přidejte jeden z těchto: {known}.",
        /// Bytes of something else.
        OtherBytes { media_type: String } => Invalid "EQUIPMENT-PHOTO-03"
            en "The bytes are no picture of the kind {media_type}. Give the kind that it is, or the right file."
            cs "Obsah není obrázek druhu {media_type}. Uveďte skutečný druh, nebo správný soubor.",
        /// A name that leads elsewhere, or that no file can have.
        BadName { name: String, plain: String } => Invalid "EQUIPMENT-PHOTO-04"
            en "{name} is no plain name of a file. Write {plain}."
            cs "{name} není prostý název souboru. Napište {plain}.",
        /// Scrapped, or taken back into use, without saying why.
        ReasonMissing {} => Invalid "EQUIPMENT-SCRAP-01"
            en "Say why the equipment is scrapped, or used again."
            cs "Uveďte, proč se technika vyřazuje, nebo proč se znovu používá.",
    }
}
