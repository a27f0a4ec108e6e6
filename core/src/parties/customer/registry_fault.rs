//! What goes wrong with business ids and with the registers that are asked about them.

crate::codes! {
    /// Faults of business ids and of company registers.
    pub enum RegistryFault {
        /// Not of the form of an IČO.
        RegistrationNumberForm { value: String } => Invalid "REGISTRY-NUMBER-01"
            en "{value} is no IČO: write its eight digits, such as 59610000."
            cs "{value} není IČO: zapište jeho osm číslic, například 59610000.",
        /// The eighth digit does not follow from the seven before it.
        RegistrationNumberCheck { value: String } => Invalid "REGISTRY-NUMBER-02"
            en "The IČO {value} fails its check digit: a digit may be mistyped. Compare it with the document; where it stands there so, say `number_checked`."
            cs "IČO {value} nemá správnou kontrolní číslici: některá číslice může být chybně. Porovnejte je s dokladem; stojí-li tam tak, uveďte `number_checked`.",
        /// Not of the form of a VAT id.
        VatIdForm { value: String } => Invalid "REGISTRY-VAT-01"
            en "{value} is no VAT id: write the two letters of the state and the number, such as CZ59610000."
            cs "{value} není DIČ: zapište dvě písmena státu a číslo, například CZ59610000.",
        /// The number breaks the rule of its state.
        VatIdCheck { value: String, state: String } => Invalid "REGISTRY-VAT-02"
            en "The VAT id {value} breaks the rule of {state}: a digit was mistyped. Compare it with the document."
            cs "DIČ {value} neodpovídá pravidlu státu {state}: některá číslice je chybně. Porovnejte je s dokladem.",
        /// The host has registered no register to ask.
        NoRegister {} => Unsupported "REGISTRY-NONE-01"
            en "No register of companies is plugged in. Register one, such as the one of ARES, or enter the company by hand."
            cs "Není připojen žádný registr firem. Zaregistrujte jej, například ARES, nebo zadejte firmu ručně.",
        /// The register says that the question is malformed.
        Refused { registry: String, reason: String } => Invalid "REGISTRY-ASK-01"
            en "{registry} refused the question: {reason}. Check the number."
            cs "Registr {registry} dotaz odmítl: {reason}. Zkontrolujte číslo.",
        /// The address of the register leads elsewhere.
        WrongAddress { registry: String, url: String } => Invalid "REGISTRY-ASK-02"
            en "{registry} has nothing at {url}. Check the base address in the settings."
            cs "Registr {registry} na adrese {url} není. Zkontrolujte základní adresu v nastavení.",
        /// The register does not answer us: it wants somebody known, or has shut us out.
        NotLetIn { registry: String, status: u16 } => Unavailable "REGISTRY-ASK-03"
            en "{registry} does not let us ask (HTTP {status}). Do not go on asking; go on without it and see its terms."
            cs "Registr {registry} dotaz nepovolil (HTTP {status}). Neptejte se dál; pokračujte bez něj a ověřte jeho podmínky.",
        /// Too many questions in a while.
        TooManyQuestions { registry: String, seconds: u64 } => Unavailable "REGISTRY-LIMIT-01"
            en "{registry} takes no more questions for now. Wait {seconds} seconds, then ask again."
            cs "Registr {registry} teď další dotazy nepřijímá. Počkejte {seconds} sekund a zeptejte se znovu.",
        /// No answer, or one that says the register is out of order.
        Down { registry: String, reason: String } => Unavailable "REGISTRY-DOWN-01"
            en "{registry} does not answer: {reason}. Go on without it and ask again later."
            cs "Registr {registry} neodpovídá: {reason}. Pokračujte bez něj a zeptejte se později.",
        /// The answer did not come in time.
        TimedOut { registry: String, seconds: u64 } => Unavailable "REGISTRY-TIME-01"
            en "{registry} did not answer within {seconds} seconds. Go on without it and ask again later."
            cs "Registr {registry} neodpověděl do {seconds} sekund. Pokračujte bez něj a zeptejte se později.",
        /// An answer in a form that nobody expects.
        Unreadable { registry: String, reason: String } => Data "REGISTRY-READ-01"
            en "The answer of {registry} cannot be read: {reason}. Go on without it; if it stays so, report it."
            cs "Odpověď registru {registry} nelze přečíst: {reason}. Pokračujte bez ní; trvá-li to, nahlaste to.",
        /// An answer without end.
        TooLarge { registry: String, most: u64 } => Data "REGISTRY-READ-02"
            en "The answer of {registry} has more than {most} bytes and was not read. Check the base address."
            cs "Odpověď registru {registry} má přes {most} bajtů a nebyla přečtena. Zkontrolujte základní adresu.",
        /// A recording without an answer to this question.
        NotRecorded { registry: String, registration_number: String } => NotFound "REGISTRY-RECORD-01"
            en "The recording of {registry} has no answer for {registration_number}. Record it, or ask the register itself."
            cs "Záznam registru {registry} nemá odpověď pro {registration_number}. Nahrajte ji, nebo se zeptejte registru."
    }
}
