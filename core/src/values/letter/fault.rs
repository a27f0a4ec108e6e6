//! What goes wrong with messages.

crate::codes! {
    /// Faults of messages that came and of messages that go.
    pub enum MailFault {
        /// No bytes at all.
        Empty {} => Invalid "MAIL-READ-01"
            en "The message is empty. Fetch it from the mailbox again."
            cs "Zpráva je prázdná. Načtěte ji ze schránky znovu.",
        /// More bytes than are read.
        TooLarge { bytes: u64, most: u64 } => Invalid "MAIL-READ-02"
            en "The message has {bytes} bytes, at most {most} are read. Ask the sender to put the files elsewhere."
            cs "Zpráva má {bytes} bajtů, čte se nejvýše {most}. Požádejte odesílatele, ať soubory uloží jinam.",
        /// Bytes without any header of a message.
        NotAMessage { reason: String } => Data "MAIL-READ-03"
            en "These bytes are no e-mail message: {reason}. Hand in the file as the mail server keeps it (.eml)."
            cs "Tato data nejsou e-mailová zpráva: {reason}. Předejte soubor tak, jak jej uchovává poštovní server (.eml).",
        /// A shape made to exhaust the reader.
        TooComplex { what: String, count: u64, most: u64 } => Data "MAIL-READ-04"
            en "The message has {count} {what}, at most {most} are read. Open it in a mail program, with care."
            cs "Zpráva má {count} položek ({what}), čte se nejvýše {most}. Otevřete ji opatrně v poštovním programu.",
        /// Something that would start a new header line.
        HeaderInjection { field: String } => Invalid "MAIL-COMPOSE-01"
            en "The field {field} has a line break or another control character. Take it out."
            cs "Pole {field} obsahuje konec řádku nebo jiný řídicí znak. Odstraňte jej.",
        /// Nobody to send to.
        NoRecipient { subject: String } => Invalid "MAIL-COMPOSE-02"
            en "The message {subject} has no recipient. Fill in to, cc or bcc."
            cs "Zpráva {subject} nemá příjemce. Vyplňte to, cc nebo bcc.",
        /// An address of no deliverable form.
        BadAddress { field: String, value: String } => Invalid "MAIL-COMPOSE-03"
            en "{value} in {field} is no e-mail address that can be sent to. Write it as name@domain, the name without accents."
            cs "{value} v poli {field} není e-mailová adresa, na kterou lze poslat. Zapište ji jako jmeno@domena, jméno bez diakritiky.",
        /// A Message-ID, Content-Type or file name of the wrong form.
        BadField { field: String, value: String } => Invalid "MAIL-COMPOSE-04"
            en "{value} does not fit the field {field}. Give it the form that the reference shows."
            cs "{value} nevyhovuje poli {field}. Dejte mu tvar podle dokumentace.",
        /// More bytes than are sent.
        TooHeavy { bytes: u64, most: u64 } => Invalid "MAIL-COMPOSE-05"
            en "The attachments have {bytes} bytes, at most {most} are sent. Send a link instead."
            cs "Přílohy mají {bytes} bajtů, posílá se nejvýše {most}. Pošlete místo nich odkaz.",
        /// The mail server's settings cannot be used.
        BadServer { server: String, reason: String } => Invalid "MAIL-SERVER-01"
            en "The settings of the mail server {server} cannot be used: {reason}. Mend the settings."
            cs "Nastavení poštovního serveru {server} nelze použít: {reason}. Opravte nastavení."
    }
}
