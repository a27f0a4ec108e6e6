//! What is refused at the door, before any noun is asked, and what the house itself reports.

crate::codes! {
    /// Faults of requests, records and the store.
    pub enum Door {
        /// The JSON is no request of any known form.
        Unreadable { path: String, reason: String } => Invalid "REQUEST-READ-01"
            en "The request cannot be read at {path}: {reason}. See its schema."
            cs "Požadavek nelze přečíst v místě {path}: {reason}. Řiďte se schématem.",
        /// Bytes that are no JSON.
        NotJson { line: u64, column: u64 } => Invalid "REQUEST-JSON-01"
            en "The request is no JSON: it goes wrong in line {line} at column {column}. Mend it there."
            cs "Požadavek není JSON: chyba je na řádku {line} ve sloupci {column}. Opravte ji tam.",
        /// A field that no schema knows.
        UnknownField { path: String, known: Vec<String> } => Invalid "REQUEST-FIELD-01"
            en "Nobody knows the field {path}. Leave it out, or take one of these: {known}."
            cs "Pole {path} nikdo nezná. Vynechte je, nebo použijte některé z těchto: {known}.",
        /// A field that must be there.
        FieldMissing { path: String } => Invalid "REQUEST-FIELD-02"
            en "The field {path} is missing. Give it a value."
            cs "Chybí pole {path}. Uveďte jeho hodnotu.",
        /// One field with two values.
        FieldTwice { path: String } => Invalid "REQUEST-FIELD-03"
            en "The field {path} stands there twice. Give it once."
            cs "Pole {path} je uvedeno dvakrát. Uveďte je jednou.",
        /// A value of another kind than its place takes.
        WrongKind { path: String, wanted: String, found: String } => Invalid "REQUEST-KIND-01"
            en "At {path} stands {found}; give {wanted}."
            cs "V místě {path} je {found}; uveďte {wanted}.",
        /// A word that is none of those which its place takes.
        NoChoice { path: String, value: String, known: Vec<String> } => Invalid "REQUEST-CHOICE-01"
            en "{value} cannot stand at {path}. Take one of these: {known}."
            cs "{value} v místě {path} být nemůže. Použijte některou z těchto hodnot: {known}.",
        /// Text that does not have the form which its place asks for.
        WrongForm { path: String, value: String, wanted: String } => Invalid "REQUEST-FORM-01"
            en "{value} at {path} does not have the form that is asked for. Give {wanted}."
            cs "{value} v místě {path} nemá požadovaný tvar. Uveďte {wanted}.",
        /// A time without zone or offset.
        NaiveTime { path: String, value: String } => Invalid "REQUEST-TIME-01"
            en "The time {value} at {path} has no offset. Write it with Z or +02:00."
            cs "Čas {value} v místě {path} nemá časové pásmo. Zapište jej se Z nebo +02:00.",
        /// A local time that names no known zone.
        UnknownZone { path: String, value: String } => Invalid "REQUEST-TIME-02"
            en "{value} at {path} is no zone of the IANA database. Write a name such as Europe/Prague."
            cs "{value} v místě {path} není pásmo databáze IANA. Zapište například Europe/Prague.",
        /// A time that no calendar of people reaches.
        FarTime { path: String, value: String } => Invalid "REQUEST-TIME-03"
            en "The time {value} at {path} is not within the years 1 to 9999 of UTC. Write a day that can come."
            cs "Čas {value} v místě {path} není v letech 1 až 9999 světového času. Zapište den, který může nastat.",
        /// An amount as a JSON number, which may have lost digits on the way.
        AmountNumber { path: String, value: String } => Invalid "REQUEST-AMOUNT-01"
            en "The amount {value} at {path} is a JSON number. Write amounts and quantities as text: \"12.50\"."
            cs "Částka {value} v místě {path} je číslo JSON. Částky a množství pište jako text: \"12.50\".",
        /// Text that is no decimal number, or one with too many digits.
        AmountText { path: String, value: String } => Invalid "REQUEST-AMOUNT-02"
            en "{value} at {path} is no decimal number of at most 28 digits. Write it with a point and no blanks: \"12.50\"."
            cs "{value} v místě {path} není desetinné číslo s nejvýše 28 číslicemi. Pište je s tečkou a bez mezer: \"12.50\".",
        /// A command that changes something must say which version it saw.
        VersionMissing { noun: String } => Invalid "REQUEST-VERSION-01"
            en "This command changes the {noun}: give in `expected` the version that you saw."
            cs "Příkaz mění záznam ({noun}): uveďte v `expected` verzi, kterou jste viděli.",
        /// What begins has no version that anybody saw.
        VersionTooEarly { noun: String } => Invalid "REQUEST-VERSION-02"
            en "This command begins a new {noun}, which nobody has seen yet: leave `expected` out."
            cs "Příkaz zakládá nový záznam ({noun}), který ještě nikdo neviděl: `expected` vynechte.",
        /// A command that changes something must say what.
        TargetMissing { noun: String } => Invalid "REQUEST-TARGET-01"
            en "Give in `target` the id of the {noun}."
            cs "Uveďte v `target` identifikátor záznamu ({noun}).",
        /// A page's cursor that was not given by this query.
        BadCursor { after: String } => Invalid "REQUEST-PAGE-01"
            en "{after} is no cursor of this query with this order. Take `next` of the page before."
            cs "{after} není kurzor tohoto dotazu s tímto řazením. Použijte `next` předchozí stránky.",
        /// A page too long.
        PageTooLong { limit: u32, most: u32 } => Invalid "REQUEST-PAGE-02"
            en "One call gives 1 to {most} at once, not {limit}. Mend `limit`, and go on from where a page ends."
            cs "Jedno volání dá 1 až {most} položek, ne {limit}. Opravte `limit` a pokračujte tam, kde stránka končí.",
        /// A list that is to be counted farther than anybody looks.
        CountTooFar { count_up_to: u32, most: u32 } => Invalid "REQUEST-PAGE-03"
            en "A list is counted up to {most} rows, not {count_up_to}. Give less, or narrow the list."
            cs "Seznam se počítá nejvýše do {most} řádků, ne do {count_up_to}. Zadejte méně, nebo seznam zužte.",
        /// A batch of nothing, or of more than fits.
        BatchSize { commands: u64, most: u64 } => Invalid "REQUEST-BATCH-01"
            en "The batch has {commands} commands. Give at least one, and at most {most}; more in several batches."
            cs "Dávka má {commands} příkazů. Zadejte alespoň jeden a nejvýše {most}; více v několika dávkách.",
        /// A place in a batch that no earlier command fills.
        BatchReference { reference: String } => Invalid "REQUEST-BATCH-02"
            en "{reference} names nothing that an earlier command of the batch made. Name its place, from 0, and target, version or part."
            cs "{reference} neoznačuje nic, co dřívější příkaz dávky vytvořil. Uveďte jeho pořadí od 0 a target, version nebo part.",
        /// Too many bytes for one request.
        TooLarge { bytes: u64, most: u64 } => Invalid "REQUEST-SIZE-01"
            en "The request has {bytes} bytes, at most {most} are taken. Give pictures and documents as blobs."
            cs "Požadavek má {bytes} bajtů, přijímá se nejvýše {most}. Obrázky a dokumenty předejte jako bloby.",
        /// A text that is longer than anybody reads.
        LongText { path: String, characters: u64, most: u64 } => Invalid "REQUEST-TEXT-01"
            en "The text at {path} has {characters} characters, at most {most} are taken. Shorten it, or keep a long one as a file."
            cs "Text v místě {path} má {characters} znaků, přijímá se nejvýše {most}. Zkraťte jej, nebo dlouhý text uložte jako soubor.",
        /// A line break where one line is meant.
        SeveralLines { path: String } => Invalid "REQUEST-TEXT-02"
            en "The text at {path} has a line break. Write it on one line."
            cs "Text v místě {path} obsahuje konec řádku. Zapište jej na jeden řádek.",
        /// A control character, or one that turns the direction of a line.
        HiddenSign { path: String, sign: String } => Invalid "REQUEST-TEXT-03"
            en "The text at {path} has the character {sign}, which nobody sees. Take it out."
            cs "Text v místě {path} obsahuje znak {sign}, který není vidět. Odstraňte jej.",
        /// The version that the caller saw is not the newest any more.
        Stale { noun: String, expected: u64, actual: u64 } => Conflict "RECORD-VERSION-01"
            en "The {noun} has changed since you saw it: it is at version {actual}, you saw {expected}. Look at it again, then decide."
            cs "Záznam ({noun}) se od té doby změnil: má verzi {actual}, viděli jste {expected}. Podívejte se na něj znovu a rozhodněte.",
        /// A record of this id was created already.
        Exists { noun: String, id: String } => Conflict "RECORD-NEW-01"
            en "The {noun} {id} is there already. Change it, or create one with another id."
            cs "Záznam ({noun}) {id} již existuje. Změňte jej, nebo založte nový s jiným identifikátorem.",
        /// One id would stand for two: forgetting the one would take from the other (E93).
        OtherHasId { id: String } => Conflict "RECORD-NEW-02"
            en "{id} is the id of something else already. Give another id: each names one thing."
            cs "{id} je již identifikátor něčeho jiného. Uveďte jiný: každý označuje jedinou věc.",
        /// An id of the version that Callout derives.
        DerivedId { id: String } => Invalid "RECORD-NEW-03"
            en "{id} is of version 8, which Callout derives itself. Give an id of version 4 or 7, or none."
            cs "{id} má verzi 8, kterou Callout odvozuje sám. Uveďte identifikátor verze 4 nebo 7, nebo žádný.",
        /// The command's id was used for something else.
        OtherBody { command: String } => Conflict "COMMAND-ID-01"
            en "Command {command} was executed before, with another content or by somebody else. If it is the same work sent again, ask for what was done; only a new command gets a new id."
            cs "Příkaz {command} byl již proveden s jiným obsahem nebo někým jiným. Jde-li o tutéž práci poslanou znovu, zjistěte, co bylo provedeno; nový identifikátor patří jen novému příkazu.",
        /// No record of this id is there.
        NotFound { noun: String, id: String } => NotFound "RECORD-FIND-01"
            en "There is no {noun} {id} in this company. Check the id and the company."
            cs "Záznam ({noun}) {id} v této firmě není. Zkontrolujte identifikátor a firmu.",
        /// A report or a ledger of an activity that has none yet.
        NotBegun { noun: String, activity: String, verb: &'static str } => NotFound "RECORD-FIND-02"
            en "The activity {activity} has no {noun} yet. First ask to {verb}."
            cs "Aktivita {activity} tento záznam ({noun}) ještě nemá. Nejprve proveďte {verb}.",
        /// The role has no right to the verb.
        Forbidden { role: String, verb: String } => Refused "ACCESS-ROLE-01"
            en "The role {role} may not do this: {verb}. Ask somebody who may, or have the role changed."
            cs "Role {role} nesmí provést {verb}. Požádejte někoho, kdo smí, nebo nechte roli změnit.",
        /// Not one of the actor's own.
        NotOwn { role: String, verb: String } => Refused "ACCESS-OWN-01"
            en "The role {role} may do this only with what is assigned to it: {verb}."
            cs "Role {role} smí provést {verb} jen u toho, co jí je přiděleno.",
        /// An outside id that names another record.
        ExternalTaken { system: String, value: String, holder: String } => Conflict "RECORD-EXTERNAL-01"
            en "{system} {value} names {holder} already. Unlink it there first."
            cs "{system} {value} již označuje {holder}. Nejprve vazbu zrušte tam.",
        /// The same, where that record is kept from who asks.
        ExternalHeld { system: String, value: String } => Conflict "RECORD-EXTERNAL-02"
            en "{system} {value} names another record already. Ask somebody who may see it to unlink it there."
            cs "{system} {value} již označuje jiný záznam. Požádejte někoho, kdo na něj vidí, ať tam vazbu zruší.",
        /// Nothing, or more of the host's own data than fits.
        BadExtension { namespace: String, bytes: u64, most: u64 } => Invalid "RECORD-EXT-01"
            en "What is kept under {namespace} would have {bytes} bytes. Give at least one, and at most {most}."
            cs "Pod {namespace} by bylo {bytes} bajtů. Uveďte alespoň jeden a nejvýše {most}.",
        /// A system or a namespace of the host that is no plain name.
        BadName { name: String } => Invalid "RECORD-EXT-02"
            en "{name} is no name of a system or of the host's own data. Take 1 to 64 lower case letters, digits, `_`, `-` and `.`."
            cs "{name} není jméno systému ani vlastních dat hostitele. Použijte 1 až 64 malých písmen, číslic, `_`, `-` a `.`.",
        /// A record that has grown too large to take more in.
        RecordTooLarge { noun: String, bytes: u64, most: u64 } => Refused "RECORD-SIZE-01"
            en "The {noun} would have {bytes} bytes, at most {most} are taken here. Begin another for what comes, or keep long texts as files; what is there can still be decided about and ended."
            cs "Záznam ({noun}) by měl {bytes} bajtů, zde lze nejvýše {most}. Pro další založte nový, nebo dlouhé texty uložte jako soubory; o tom, co v něm je, lze dál rozhodnout a ukončit to.",
        /// Reactions that call each other without end.
        TooDeep { depth: u32 } => Internal "ENGINE-DEPTH-01"
            en "A command caused {depth} rounds of reactions and was stopped. Report this as a fault."
            cs "Příkaz vyvolal {depth} kol reakcí a byl zastaven. Nahlaste to jako chybu.",
        /// Not enough memory; for how many bytes, where that is known.
        NoMemory { bytes: Option<u64> } => Unavailable "ENGINE-MEMORY-01"
            en "There is not enough memory for this. Nothing was changed; free some, or give less at once."
            cs "Na toto není dost paměti. Nic se nezměnilo; uvolněte ji, nebo předejte méně najednou.",
        /// A panic that was caught.
        Panicked { what: String } => Internal "ENGINE-PANIC-01"
            en "Callout met a fault of its own: {what}. Nothing was changed; report this."
            cs "Callout narazil na vlastní chybu: {what}. Nic se nezměnilo; nahlaste to.",
        /// An event written by a newer Callout.
        NewerEvent { noun: String, event: String, version: u32 } => Unsupported "JOURNAL-EVENT-01"
            en "The {noun} has an event {event} of version {version} that this Callout does not know. Update Callout."
            cs "Záznam ({noun}) má událost {event} verze {version}, kterou tento Callout nezná. Aktualizujte Callout.",
        /// Stored bytes that are no event or state.
        BrokenRecord { noun: String, id: String, reason: String } => Data "JOURNAL-READ-01"
            en "The stored {noun} {id} cannot be read: {reason}. Run verify, then restore a copy."
            cs "Uložený záznam ({noun}) {id} nelze přečíst: {reason}. Spusťte verify a obnovte zálohu.",
        /// A blob whose bytes do not belong to its hash.
        BlobMissing { hash: String } => NotFound "BLOB-FIND-01"
            en "There is no file {hash}. Store its bytes before you name it; what was forgotten is gone."
            cs "Soubor {hash} není uložen. Nejprve uložte jeho obsah; co bylo zapomenuto, už není.",
        /// A page that went with somebody who was forgotten.
        PageGone { document: String } => Refused "DOCUMENT-GONE-01"
            en "The page of {document} went with a person who was forgotten. No law keeps it, or none does any more; there is nothing to be sent or shown."
            cs "Stránka dokumentu {document} byla smazána se zapomenutou osobou. Zákon ji uchovat neukládá, nebo již neukládá; není co odeslat ani zobrazit.",
        /// Too many bytes for one blob.
        BlobTooLarge { bytes: u64, most: u64 } => Invalid "BLOB-SIZE-01"
            en "The blob has {bytes} bytes, at most {most} are kept. Make the picture smaller."
            cs "Blob má {bytes} bajtů, ukládá se nejvýše {most}. Zmenšete obrázek.",
        /// Another writer has the store.
        Busy { store: String } => Busy "STORE-BUSY-01"
            en "{store} is being written by somebody else. Try again."
            cs "Do {store} právě zapisuje někdo jiný. Zkuste to znovu.",
        /// The thread that would wait is the one that is waited for.
        Within { store: String } => Refused "STORE-BUSY-02"
            en "This thread is in a transaction on {store}, for which this call would wait, or of which it would see nothing. Give the transaction to execute_in, query_in, put_blob_in or receive_in, or call when it has ended."
            cs "Toto vlákno je v transakci nad {store}, na kterou by volání čekalo nebo z níž by nic nevidělo. Předejte transakci do execute_in, query_in, put_blob_in nebo receive_in, nebo volejte až po jejím konci.",
        /// The store has no room left.
        Full { store: String } => Unavailable "STORE-FULL-01"
            en "{store} has no room left. Make room; nothing was half-written."
            cs "{store} je plné. Uvolněte místo; nic nezůstalo zapsané napůl.",
        /// Not a database, or cut short.
        BrokenStore { store: String, reason: String } => Data "STORE-OPEN-01"
            en "{store} is no sound Callout store: {reason}. Restore a copy."
            cs "{store} není neporušené úložiště Calloutu: {reason}. Obnovte zálohu.",
        /// Written by a newer Callout.
        NewerStore { store: String, found: u32, known: u32 } => Unsupported "STORE-OPEN-02"
            en "{store} has schema {found}, this Callout knows {known}. Update Callout."
            cs "{store} má schéma {found}, tento Callout zná {known}. Aktualizujte Callout.",
        /// The file cannot be opened.
        CannotOpen { store: String, reason: String } => Unavailable "STORE-OPEN-03"
            en "{store} cannot be opened: {reason}. Check the path and its rights."
            cs "{store} nelze otevřít: {reason}. Zkontrolujte cestu a oprávnění.",
        /// The store failed in a way of its own.
        StoreFault { store: String, reason: String } => Unavailable "STORE-FAULT-01"
            en "{store} failed: {reason}. Nothing was half-written; check the disk, then try again."
            cs "{store} selhalo: {reason}. Nic nezůstalo zapsané napůl; zkontrolujte disk a zkuste to znovu.",
        /// A database of another program.
        NotOurs { store: String, found: String } => Refused "STORE-OPEN-04"
            en "{store} is another program's database ({found}) and was left as it is. Give a new file; your own database is entered by install and your transaction."
            cs "{store} je databáze jiného programu ({found}) a zůstala beze změny. Uveďte nový soubor; do vlastní databáze vede install a vaše transakce.",
        /// Another copy of SQLite in the same process works on the file.
        OtherCopy { store: String } => Refused "STORE-COPY-01"
            en "Another copy of SQLite in this process has {store} open, and each drops the other's locks. Close that connection, then open the engine anew; read the file in another process, or a backup of it."
            cs "Jiná kopie SQLite v tomto procesu má {store} otevřené a obě si navzájem ruší zámky. Zavřete ono spojení a engine otevřete znovu; soubor čtěte v jiném procesu, nebo čtěte jeho zálohu.",
        /// Another copy came while a command was written.
        Disturbed { store: String } => Unavailable "STORE-COPY-02"
            en "Another copy of SQLite in this process, or something that closed {store}, came while this was written: it may be there or not. Keep it away, run verify, then send the same command again with the same id."
            cs "Během zápisu přistoupila k {store} jiná kopie SQLite v tomto procesu, nebo je něco zavřelo: zápis tam být může i nemusí. Zamezte tomu, spusťte verify a pošlete týž příkaz znovu se stejným identifikátorem.",
        /// The file, or its log, is not the one any more that was opened.
        Moved { file: String } => Unavailable "STORE-MOVED-01"
            en "{file} was deleted, replaced or changed by something other than SQLite while it was open: do not rely on anything of this call. Close every engine on it, see what became of the file, then open it again."
            cs "{file} byl za běhu smazán, nahrazen nebo změněn mimo SQLite: na nic z tohoto volání nespoléhejte. Zavřete nad ním všechny enginy, zjistěte, co se se souborem stalo, a otevřete jej znovu.",
        /// The log cannot be emptied, as somebody reads an old state.
        LongLog { store: String, bytes: u64, most: u64 } => Unavailable "STORE-FULL-02"
            en "The log of {store} has {bytes} bytes, at most {most} are allowed, and somebody goes on reading an old state. End that reading, then try again; nothing was written."
            cs "Žurnál {store} má {bytes} bajtů, povoleno je nejvýše {most}, a někdo stále čte starý stav. Ukončete toto čtení a zkuste to znovu; nic se nezapsalo.",
        /// A command on a store that was opened to be read.
        OnlyRead { store: String } => Refused "STORE-READ-01"
            en "{store} was opened with read_only. Open it without, where it may be written."
            cs "{store} bylo otevřeno s read_only. Chcete-li zapisovat, otevřete je bez něj.",
        /// A log waits that cannot be read where it is.
        UnreadableLog { store: String } => Unavailable "STORE-READ-02"
            en "The newest changes of {store} stand in the -wal file beside it, which can only be read where files may be made. Copy both into a folder that may be written, and open the copy."
            cs "Poslední změny {store} jsou v souboru -wal vedle něj, který lze číst jen tam, kde se smí zakládat soubory. Zkopírujte oba do složky, kam se smí zapisovat, a otevřete kopii.",
        /// A change that a killed process left half, which only who may write can undo.
        HalfWritten { store: String } => Unavailable "STORE-READ-03"
            en "A process was killed while it wrote {store}, and half a change has to be undone from the -journal file beside it, which read_only may not do. Open it once without read_only, or copy both files and open the copy so."
            cs "Proces byl ukončen při zápisu do {store} a napůl zapsanou změnu je třeba vrátit ze souboru -journal vedle něj, což read_only nesmí. Otevřete je jednou bez read_only, nebo zkopírujte oba soubory a otevřete tak kopii.",
        /// A file under more than one name.
        SecondName { store: String, names: u64 } => Refused "STORE-LINK-01"
            en "{store} has {names} names (hard links), and SQLite keeps a log for each, which is not seen under the others. Delete the other names, and make a second file by a backup or a copy; nothing was written."
            cs "{store} má více jmen (pevných odkazů: {names}) a SQLite vede pro každé vlastní žurnál, který pod ostatními není vidět. Ostatní jména smažte a druhý soubor vytvořte zálohou nebo kopií; nic se nezapsalo.",
        /// A file that is mounted by itself.
        Mounted { store: String } => Refused "STORE-LINK-02"
            en "{store} is mounted by itself, and SQLite keeps its log beside it, which is another folder here than there. Mount the folder that it lies in; nothing was written."
            cs "{store} je připojen samostatně a SQLite vede svůj žurnál vedle něj, což je zde jiná složka než tam. Připojte celou složku, ve které leží; nic se nezapsalo.",
        /// A child of the process that opened the store.
        Forked { store: String } => Refused "STORE-FORK-01"
            en "This process was forked while {store} was open, and has none of its locks. Open it after forking, in each process, or start the child as a program of its own."
            cs "Tento proces vznikl rozvětvením (fork) ve chvíli, kdy bylo {store} otevřené, a nemá jeho zámky. Otevřete je až po rozvětvení v každém procesu, nebo spusťte potomka jako samostatný program.",
        /// The name of a backup is taken.
        BackupExists { target: String } => Conflict "STORE-BACKUP-01"
            en "There is something at {target} already. A backup is written over nothing: give another name."
            cs "Na místě {target} již něco je. Záloha nic nepřepisuje: zvolte jiný název.",
        /// The host did not want it any more.
        BackupCancelled { target: String } => Refused "STORE-BACKUP-02"
            en "The backup {target} was cancelled and left nothing. Begin it again when you like."
            cs "Záloha {target} byla zrušena a nic po ní nezůstalo. Můžete ji kdykoli spustit znovu.",
        /// The copy, or what was copied, is not sound.
        BackupSpoilt { target: String, reason: String } => Data "STORE-BACKUP-03"
            en "The backup {target} was not kept, it is not sound: {reason}. Run verify on the store, and check both disks."
            cs "Záloha {target} nebyla uložena, není v pořádku: {reason}. Spusťte verify nad úložištěm a zkontrolujte oba disky.",
        /// The clock that the host plugged in cannot say what time it is.
        ClockDown { reason: String } => Unavailable "ENGINE-CLOCK-01"
            en "The clock that was plugged in shows no time: {reason}. No other is taken in its place: mend it and try again."
            cs "Připojené hodiny neukázaly čas: {reason}. Jiný se místo něj nepoužije: opravte je a zkuste to znovu.",
        /// Asked for something that this build does not hold.
        NotBuilt { what: String } => Unsupported "BUILD-FEATURE-01"
            en "This build of Callout has no {what}. Enable it or register one."
            cs "Toto sestavení Calloutu neumí: {what}. Zapněte to, nebo to zaregistrujte.",
    }
}
