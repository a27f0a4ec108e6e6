//! What is refused where another language calls in, before any JSON is read.

crate::codes! {
    /// Faults of the caller's pointers, texts and structs.
    pub enum Border {
        /// NULL where something must be.
        Null { argument: String } => Invalid "BORDER-POINTER-01"
            en "{argument} is NULL. Only what the header calls [nullable] may be."
            cs "{argument} je NULL. Smí být jen to, co hlavička označuje [nullable].",
        /// A length that no memory has.
        TooLong { argument: String } => Invalid "BORDER-POINTER-02"
            en "{argument} has a length that no memory has. Give its length in bytes."
            cs "{argument} má délku, jakou žádná paměť nemá. Uveďte délku v bajtech.",
        /// Bytes that are no text.
        NotUtf8 { argument: String, at: u64 } => Invalid "BORDER-TEXT-01"
            en "{argument} is not UTF-8 from byte {at} on. Encode texts as UTF-8."
            cs "{argument} není od bajtu {at} v UTF-8. Texty kódujte v UTF-8.",
        /// A struct without its size, or too small for any version of it.
        StructSize { argument: String, given: u64, least: u64 } => Invalid "BORDER-STRUCT-01"
            en "{argument} has struct_size {given}, at least {least} is needed. Set it to sizeof."
            cs "{argument} má struct_size {given}, je třeba nejméně {least}. Nastavte ji na sizeof.",
        /// A newer struct that uses what this library does not know.
        StructTail { argument: String, known: u64 } => Unsupported "BORDER-STRUCT-02"
            en "{argument} sets a field past byte {known} that this library does not know. Update Callout, or leave it zero."
            cs "{argument} nastavuje za bajtem {known} pole, které tato knihovna nezná. Aktualizujte Callout, nebo je ponechte nulové.",
        /// A number that stands for nothing.
        Number { argument: String, value: i64 } => Invalid "BORDER-NUMBER-01"
            en "{value} means nothing for {argument}. Use a constant of the header."
            cs "{value} nemá pro {argument} význam. Použijte konstantu z hlavičky.",
        /// Called from inside a callback that must not.
        InsideCallback { function: String } => Busy "BORDER-CALLBACK-01"
            en "{function} may not be called from inside this callback. Return first."
            cs "{function} se nesmí volat zevnitř tohoto zpětného volání. Nejprve se vraťte.",
        /// The engine met a fault before.
        Poisoned {} => Internal "ENGINE-POISON-01"
            en "This engine met a fault of its own and does nothing more. Free it, open it again, report the first error."
            cs "Tento engine narazil na vlastní chybu a dál nic nedělá. Uvolněte jej, otevřete znovu a nahlaste první chybu.",
        /// A name that no schemas have.
        NoSchema { name: String, known: Vec<String> } => NotFound "BORDER-SCHEMA-01"
            en "There are no schemas of {name}. There are those of: {known}."
            cs "Schémata {name} nejsou. Jsou tu: {known}.",
    }
}
