//! What goes wrong with the calendars of others.

crate::codes! {
    /// Faults of calendar files that came.
    pub enum ReadFault {
        /// No bytes at all.
        Empty {} => Invalid "CALENDAR-READ-01"
            en "The calendar file is empty. Fetch it again."
            cs "Soubor kalendáře je prázdný. Načtěte jej znovu.",
        /// More bytes than are read.
        TooLarge { bytes: u64, most: u64 } => Invalid "CALENDAR-READ-02"
            en "The calendar file has {bytes} bytes, at most {most} are read. Ask for a shorter time of it, or for single events."
            cs "Soubor kalendáře má {bytes} bajtů, čte se nejvýše {most}. Vyžádejte si kratší období, nebo jednotlivé události.",
        /// Bytes in which no component of a calendar begins.
        NotACalendar { reason: String } => Data "CALENDAR-READ-03"
            en "These bytes are no calendar file: {reason}. Hand in the file as the calendar gives it (.ics)."
            cs "Tato data nejsou soubor kalendáře: {reason}. Předejte soubor tak, jak jej kalendář vydává (.ics).",
    }
}

crate::codes! {
    /// Faults of what is shown to calendars: feeds and busy times.
    pub enum ShownFault {
        /// Two entries of one id: a calendar would show one of them.
        TwiceInFeed { uid: String } => Invalid "CALENDAR-FEED-01"
            en "The calendar has two entries with the id {uid}. Give each visit once, in its last version."
            cs "Kalendář obsahuje dva záznamy s identifikátorem {uid}. Uveďte každou návštěvu jednou, v poslední verzi.",
        /// It would be fetched without a pause.
        NoPause { name: String } => Invalid "CALENDAR-FEED-02"
            en "The calendar {name} is to be fetched again after 0 minutes. Say 1 or more, or leave it to the calendar."
            cs "Kalendář {name} se má načítat znovu po 0 minutách. Uveďte 1 nebo více, nebo to nechte na kalendáři.",
        /// An answer that does not say to which question.
        BusyWithoutId {} => Invalid "CALENDAR-BUSY-01"
            en "The busy times have no uid. Give them one; an answer has that of the question."
            cs "Obsazené časy nemají uid. Dejte jim je; odpověď má uid dotazu.",
        /// A time that ends before it starts, or lies outside of what is spoken of.
        BusyTime { start: String, end: String } => Invalid "CALENDAR-BUSY-02"
            en "The time from {start} to {end} does not end after its start, or lies outside the whole. Mend or cut it."
            cs "Čas od {start} do {end} nekončí po svém začátku, nebo leží mimo celek. Opravte jej, nebo zkraťte.",
        /// An answer that does not say whose times it has.
        BusyOfNobody {} => Invalid "CALENDAR-BUSY-03"
            en "An answer about busy times says whose they are. Fill in `whose`."
            cs "Odpověď o obsazených časech uvádí, čí jsou. Vyplňte `whose`.",
        /// An address that would break out of its line.
        BusyAddress { value: String } => Invalid "CALENDAR-BUSY-04"
            en "{value} is no e-mail address. Mend it."
            cs "{value} není e-mailová adresa. Opravte ji.",
    }
}

crate::codes! {
    /// Faults of servers that keep calendars.
    pub enum ServerFault {
        /// The settings cannot be used.
        BadSettings { server: String, reason: String } => Invalid "CALENDAR-SERVER-01"
            en "The settings of the calendar server {server} cannot be used: {reason}. Mend the settings."
            cs "Nastavení kalendářového serveru {server} nelze použít: {reason}. Opravte nastavení.",
        /// The server does not know who asks.
        NotLetIn { server: String, status: u16 } => Refused "CALENDAR-SERVER-02"
            en "{server} does not let us in (HTTP {status}). Do not go on asking; mend user and password."
            cs "Server {server} nás nevpustil (HTTP {status}). Neptejte se dál; opravte uživatele a heslo.",
        /// Who asks may not do that.
        Forbidden { server: String, calendar: String, reason: String } => Refused "CALENDAR-SERVER-03"
            en "{server} forbids it in the calendar {calendar}: {reason}. Do not go on asking; have the calendar shared for writing."
            cs "Server {server} to v kalendáři {calendar} zakázal: {reason}. Neptejte se dál; nechte si kalendář nasdílet i pro zápis.",
        /// There is no such calendar.
        CalendarMissing { server: String, calendar: String } => NotFound "CALENDAR-SERVER-04"
            en "{server} has no calendar {calendar}. Look for it anew among its calendars."
            cs "Server {server} nemá kalendář {calendar}. Vyhledejte jej znovu mezi jeho kalendáři.",
        /// Somebody holds a lock on it.
        Locked { server: String, name: String } => Busy "CALENDAR-SERVER-05"
            en "{server} keeps {name} locked for somebody. Try again in a while."
            cs "Server {server} má položku {name} pro někoho zamčenou. Zkuste to za chvíli.",
        /// Too many questions, or out of order for a while.
        TryLater { server: String, status: u16, seconds: u64 } => Unavailable "CALENDAR-SERVER-06"
            en "{server} takes nothing for now (HTTP {status}). Wait {seconds} seconds, then ask again."
            cs "Server {server} teď nic nepřijímá (HTTP {status}). Počkejte {seconds} sekund a zeptejte se znovu.",
        /// It has no space left.
        Full { server: String, name: String } => Refused "CALENDAR-SERVER-07"
            en "{server} has no space left for {name}. Free some there, or ask who runs it; then write again."
            cs "Server {server} už nemá pro položku {name} místo. Uvolněte je, nebo požádejte správce; pak zapište znovu.",
        /// It has moved to where the password is not sent.
        Moved { server: String, to: String } => Refused "CALENDAR-SERVER-08"
            en "{server} points to {to}, where the password is not sent unasked. If you trust it, put that address into the settings."
            cs "Server {server} odkazuje na {to}, kam se heslo samo neposílá. Důvěřujete-li mu, dejte tuto adresu do nastavení.",
        /// It was not reached: nothing was sent.
        NotReached { server: String, reason: String } => Unavailable "CALENDAR-SERVER-09"
            en "{server} was not reached: {reason}. Nothing was written; try again later."
            cs "Server {server} nebyl zastižen: {reason}. Nic se nezapsalo; zkuste to později.",
        /// Whether it wrote is not known: its answer did not come.
        Unknown { server: String, name: String, reason: String } => Unavailable "CALENDAR-SERVER-10"
            en "Whether {server} has written {name} is not known: {reason}. Read it before you write again."
            cs "Není známo, zda server {server} položku {name} zapsal: {reason}. Než zapíšete znovu, přečtěte ji.",
        /// Its answer to a question did not come whole.
        NoAnswer { server: String, reason: String } => Unavailable "CALENDAR-SERVER-11"
            en "{server} did not answer: {reason}. Ask again later."
            cs "Server {server} neodpověděl: {reason}. Zeptejte se později.",
        /// An answer without end.
        TooLarge { server: String, most: u64 } => Data "CALENDAR-SERVER-12"
            en "The answer of {server} has more than {most} bytes and was not read. Check the address, or choose a smaller calendar."
            cs "Odpověď serveru {server} má přes {most} bajtů a nebyla přečtena. Zkontrolujte adresu, nebo zvolte menší kalendář.",
        /// An answer in a form that nobody expects.
        Unreadable { server: String, reason: String } => Data "CALENDAR-SERVER-13"
            en "The answer of {server} cannot be read: {reason}. Check that the address is that of a CalDAV server; if it stays so, report it."
            cs "Odpověď serveru {server} nelze přečíst: {reason}. Ověřte, že adresa patří serveru CalDAV; trvá-li to, nahlaste to.",
        /// The server does not take this file.
        NotTaken { server: String, name: String, status: u16, reason: String } => Refused "CALENDAR-SERVER-14"
            en "{server} does not take {name} (HTTP {status}): {reason}. Writing it again as it is will not help; mend the entry."
            cs "Server {server} položku {name} nepřijal (HTTP {status}): {reason}. Zapsat ji znovu beze změny nepomůže; opravte ji.",
        /// Nobody writes the files.
        NoFiles {} => Unsupported "CALENDAR-SERVER-16"
            en "Nothing that writes calendar files is plugged in. Build with the feature ics, or plug one in."
            cs "Není zapojeno nic, co zapisuje soubory kalendáře. Sestavte s funkcí ics, nebo něco zapojte.",
        /// A name that cannot be part of an address.
        BadName { name: String } => Invalid "CALENDAR-SERVER-15"
            en "{name} is no name of an entry. Give one without slashes and control characters, such as visit.ics."
            cs "{name} není název položky. Zadejte jej bez lomítek a řídicích znaků, například navsteva.ics.",
    }
}
