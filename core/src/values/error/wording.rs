//! What verbs, states and nouns are called in sentences for people. In the details they stay as
//! programs know them.

use crate::language::{Language, format};
use std::borrow::Cow;

/// The language of a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    En,
    Cs,
}

/// A value of one of the parameters that have words; another parameter's value as it is.
pub(super) fn said<'v>(parameter: &str, value: &'v str, tongue: Tongue) -> Cow<'v, str> {
    if let Some(time) = time(parameter, value, tongue) {
        return Cow::Owned(time);
    }
    match parameter {
        "allowed" if value.is_empty() => Cow::Borrowed(match tongue {
            Tongue::En => "nothing any more",
            Tongue::Cs => "už nic",
        }),
        "verb" | "allowed" => verb(value, tongue),
        "status" => plain(STATUSES, value, tongue),
        "noun" => plain(NOUNS, value, tongue),
        "choice" => plain(CHOICES, value, tongue),
        "wanted" | "found" => plain(KINDS, value, tongue),
        _ => Cow::Borrowed(value),
    }
}

/// A day, the time on a clock, or a moment, as people write it. What they wrote themselves is
/// repeated as it is.
fn time(parameter: &str, value: &str, tongue: Tongue) -> Option<String> {
    let language = if tongue == Tongue::En { Language::En } else { Language::Cs };
    if parameter == "value" || value.as_bytes().get(DAY).is_some_and(|byte| *byte != b'T') {
        return None;
    }
    if let Some(moment) = value.strip_suffix('Z') {
        let local = moment.parse().ok()?;
        return Some(format!("{} UTC", format::date_time(local, language)));
    }
    if let Ok(local) = value.parse() {
        return Some(format::date_time(local, language));
    }
    let day = value.parse().ok().filter(|_| value.len() == DAY)?;
    Some(format::date(day, language))
}

/// So long is a day in ISO 8601.
const DAY: usize = "2026-10-14".len();

/// What a status is called in English and in Czech; as it stands where it has no words.
pub(crate) fn status(value: &str) -> (&str, &str) {
    STATUSES.iter().find(|word| word.0 == value).map_or((value, value), |word| (word.1, word.2))
}

/// All words, as labels: a kind, the name for programs, in English and in Czech.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Word)> {
    let nouns = NOUNS.iter().map(|word| ("noun", *word));
    let bare = |en: &'static str| en.strip_prefix("a ").unwrap_or(en);
    let statuses = STATUSES.iter().map(move |(name, en, cs)| ("status", (*name, bare(en), *cs)));
    let verbs = VERBS.iter().map(|(name, en, _, label)| ("verb", (*name, *en, *label)));
    let choices = CHOICES.iter().map(|word| ("choice", *word));
    nouns.chain(statuses).chain(verbs).chain(choices)
}

/// What a choice is called in English and in Czech; as it stands where it has no words.
pub(crate) fn choice(value: &str) -> (&str, &str) {
    CHOICES.iter().find(|word| word.0 == value).map_or((value, value), |word| (word.1, word.2))
}

/// A verb, with its noun where that stands before it: `cancel (activity)`.
fn verb(value: &str, tongue: Tongue) -> Cow<'_, str> {
    let asked = |value| match VERBS.iter().find(|verb| verb.0 == value) {
        Some((_, en, _, _)) if tongue == Tongue::En => *en,
        Some((_, _, cs, _)) => *cs,
        None => value,
    };
    let Some((noun, verb)) = value.split_once('.') else { return Cow::Borrowed(asked(value)) };
    Cow::Owned(format!("{} ({})", asked(verb), plain(NOUNS, noun, tongue)))
}

fn plain<'v>(words: &[Word], value: &'v str, tongue: Tongue) -> Cow<'v, str> {
    match words.iter().find(|word| word.0 == value) {
        Some((_, en, _)) if tongue == Tongue::En => Cow::Borrowed(*en),
        Some((_, _, cs)) => Cow::Borrowed(*cs),
        None => Cow::Borrowed(value),
    }
}

/// Kinds and forms of values: what stands somewhere, and what ought to.
const KINDS: &[Word] = &[
    ("text", "text", "text"),
    ("number", "a number", "číslo"),
    ("uint8", "a whole number from 0 to 255", "celé číslo od 0 do 255"),
    ("uint16", "a whole number from 0 to 65535", "celé číslo od 0 do 65535"),
    ("uint32", "a whole number from 0 to 4294967295", "celé číslo od 0 do 4294967295"),
    ("uint64", "a whole number that is not negative", "celé nezáporné číslo"),
    ("int32", "a whole number", "celé číslo"),
    ("int64", "a whole number", "celé číslo"),
    ("boolean", "true or false", "true nebo false"),
    ("list", "a list", "seznam"),
    ("object", "an object", "objekt"),
    ("fields", "an object with the fields of the schema", "objekt s poli podle schématu"),
    ("null", "null", "null"),
    (
        "choice",
        "one of the words of the schema, and only one",
        "jedno ze slov schématu, a jen jedno",
    ),
    ("other", "something else", "něco jiného"),
    ("schema", "what the schema says", "to, co říká schéma"),
    ("id", "an id (UUID)", "identifikátor (UUID)"),
    (
        "date",
        "a date such as 2026-10-14, or a time such as 2026-10-14T08:00:00",
        "datum, například 2026-10-14, nebo čas, například 2026-10-14T08:00:00",
    ),
    (
        "moment",
        "a moment with its offset such as 2026-10-14T08:00:00+02:00",
        "okamžik s posunem, například 2026-10-14T08:00:00+02:00",
    ),
    ("day", "a date such as 2026-10-14", "datum, například 2026-10-14"),
    (
        "wall_time",
        "a local time such as 2026-10-14T08:00:00",
        "místní čas, například 2026-10-14T08:00:00",
    ),
    ("time_of_day", "a time of day such as 07:30:00", "čas dne, například 07:30:00"),
    ("json", "JSON", "JSON"),
    ("base64", "bytes in base64", "bajty v base64"),
    ("hash", "a hash: 64 digits 0 to 9 and a to f", "otisk: 64 číslic 0 až 9 a a až f"),
];

/// For programs, in English, in Czech.
pub(crate) type Word = (&'static str, &'static str, &'static str);

/// A verb: for programs; in English what follows "to"; in Czech a noun in the accusative, which any
/// sentence can take, and what stands on a button.
type Verb = (&'static str, &'static str, &'static str, &'static str);

const VERBS: &[Verb] = &[
    ("accept", "accept", "přijetí", "přijmout"),
    ("add_absence", "add an absence", "přidání nepřítomnosti", "přidat nepřítomnost"),
    ("add_contact", "add a contact", "přidání kontaktu", "přidat kontakt"),
    ("add_fault", "add a fault", "přidání závady", "přidat závadu"),
    ("add_note", "add a note", "přidání poznámky", "přidat poznámku"),
    ("add_photo", "add a photograph", "přidání fotografie", "přidat fotografii"),
    ("add_site", "add a site", "přidání místa", "přidat místo"),
    ("approve", "approve", "schválení", "schválit"),
    ("assign", "assign technicians", "přidělení techniků", "přidělit techniky"),
    ("cancel", "cancel", "zrušení", "zrušit"),
    ("close", "close", "uzavření", "uzavřít"),
    ("complete", "complete", "dokončení", "dokončit"),
    ("confirm", "confirm", "potvrzení", "potvrdit"),
    ("correct_customer", "correct the customer", "opravu zákazníka", "opravit zákazníka"),
    ("correct_reading", "correct a reading", "opravu odečtu", "opravit odečet"),
    (
        "correct_reported_at",
        "correct when it was reported",
        "opravu času nahlášení",
        "opravit čas nahlášení",
    ),
    ("create", "create", "založení", "založit"),
    ("deactivate", "deactivate", "vyřazení z práce", "vyřadit z práce"),
    ("define_role", "define a role", "určení role", "určit roli"),
    ("delete_draft", "delete the draft", "zahození konceptu", "zahodit koncept"),
    ("decline", "decline", "odmítnutí", "odmítnout"),
    ("deliver", "send what is queued", "odeslání zpráv", "odeslat zprávy"),
    ("dismiss", "leave as it is", "ponechání beze změny", "ponechat beze změny"),
    ("draft", "draft", "založení konceptu", "založit koncept"),
    ("drop_role", "drop a role", "zrušení role", "zrušit roli"),
    ("end", "end", "ukončení", "ukončit"),
    (
        "erase_expired",
        "erase what is past its term",
        "výmaz po uplynutí lhůty",
        "vymazat po uplynutí lhůty",
    ),
    ("erase_persons", "erase persons", "výmaz osob", "vymazat osoby"),
    ("extend", "keep data of the host", "uložení dat hostitele", "uložit data hostitele"),
    ("feed", "follow what happens", "sledování událostí", "sledovat události"),
    ("file", "file", "zařazení", "zařadit"),
    ("finish", "finish", "ukončení práce", "ukončit práci"),
    ("finish_partial", "finish in part", "ukončení části práce", "ukončit část práce"),
    ("generate", "generate", "vytvoření", "vytvořit"),
    (
        "generate_due",
        "generate what is due",
        "vytvoření splatných aktivit",
        "vytvořit splatné aktivity",
    ),
    ("hand_over", "hand over", "předání k fakturaci", "předat k fakturaci jinam"),
    ("issue", "issue", "vystavení", "vystavit"),
    ("link", "link an outside id", "připojení vnějšího čísla", "připojit vnější číslo"),
    ("move", "move", "přesunutí", "přesunout"),
    ("open", "open", "otevření", "otevřít"),
    ("pause", "pause", "přerušení", "přerušit"),
    ("plan", "plan", "naplánování", "naplánovat"),
    ("plan_line", "plan a line", "naplánování řádku", "naplánovat řádek"),
    ("publish", "publish", "zveřejnění", "zveřejnit"),
    ("put", "keep", "uložení", "uložit"),
    ("queue", "queue", "zařazení k odeslání", "zařadit k odeslání"),
    ("reactivate", "reactivate", "návrat do práce", "vrátit do práce"),
    ("read", "read", "čtení", "číst"),
    ("receive", "take in", "příjem", "převzít"),
    (
        "record_absence",
        "record that nobody was there to sign",
        "záznam nepřítomnosti zákazníka",
        "zaznamenat nepřítomnost zákazníka",
    ),
    ("record_bounce", "record that it came back", "záznam nedoručení", "zaznamenat nedoručení"),
    (
        "record_no_access",
        "record that there was no access",
        "záznam o nemožnosti vstupu",
        "zaznamenat nemožnost vstupu",
    ),
    ("record_payment", "record a payment", "záznam platby", "zaznamenat platbu"),
    ("record_reading", "record a reading", "záznam odečtu", "zaznamenat odečet"),
    (
        "record_refusal",
        "record that the customer refuses",
        "záznam odmítnutí",
        "zaznamenat odmítnutí",
    ),
    ("regenerate", "generate a new version", "vytvoření nové verze", "vytvořit novou verzi"),
    ("reject", "reject", "zamítnutí", "zamítnout"),
    ("release", "release to invoicing", "uvolnění k fakturaci", "uvolnit k fakturaci"),
    ("remove_absence", "remove an absence", "odebrání nepřítomnosti", "odebrat nepřítomnost"),
    ("remove_line", "remove a line", "odebrání řádku", "odebrat řádek"),
    ("remove_payment", "remove a payment", "odebrání platby", "odebrat platbu"),
    ("renew", "renew what is stored", "obnovu uloženého", "obnovit uložené"),
    ("reopen", "reopen", "znovuotevření", "znovu otevřít"),
    ("report_line", "report a line", "vykázání řádku", "vykázat řádek"),
    ("require", "set requirements", "nastavení požadavků", "nastavit požadavky"),
    ("resolve", "resolve", "vyřešení", "vyřešit"),
    ("restore", "restore", "vrácení do provozu", "vrátit do provozu"),
    ("resume", "resume", "pokračování", "pokračovat"),
    ("retry", "send again", "opakování odeslání", "odeslat znovu"),
    ("return", "return", "vrácení k opravě", "vrátit k opravě"),
    ("scrap", "scrap", "vyřazení z provozu", "vyřadit z provozu"),
    ("set_busy", "set busy times", "nastavení obsazených časů", "nastavit obsazené časy"),
    ("set_dates", "set its dates", "nastavení dat", "nastavit data"),
    ("set_fields", "set its fields", "nastavení polí", "nastavit pole"),
    (
        "set_day",
        "set the hours of a day",
        "nastavení pracovní doby dne",
        "nastavit pracovní dobu dne",
    ),
    ("set_hours", "set working hours", "nastavení pracovní doby", "nastavit pracovní dobu"),
    ("set_items", "set items", "nastavení položek", "nastavit položky"),
    ("set_rule", "set the rule", "nastavení pravidla", "nastavit pravidlo"),
    ("set_skills", "set skills", "nastavení kvalifikací", "nastavit kvalifikace"),
    ("set_warranty", "set the warranty", "nastavení záruky", "nastavit záruku"),
    ("sign", "sign", "podpis", "podepsat"),
    ("skip", "skip", "vynechání", "vynechat"),
    ("start", "start", "zahájení", "zahájit"),
    ("submit", "submit", "předání", "předat ke schválení"),
    ("suggest", "suggest another time", "návrh jiného času", "navrhnout jiný čas"),
    (
        "sync_calendar",
        "synchronise the calendar",
        "synchronizaci kalendáře",
        "synchronizovat kalendář",
    ),
    ("travel", "set out", "vyjetí", "vyjet"),
    ("unfile", "take out of its case", "vyřazení ze složky", "vyřadit ze složky"),
    ("unlink", "unlink an outside id", "odpojení vnějšího čísla", "odpojit vnější číslo"),
    ("unskip", "take up again", "zrušení vynechání", "zrušit vynechání"),
    ("update", "update", "úpravu", "upravit"),
    ("update_card", "update the card", "úpravu karty", "upravit kartu"),
    ("update_contact", "update a contact", "úpravu kontaktu", "upravit kontakt"),
    ("update_fault", "update a fault", "úpravu závady", "upravit závadu"),
    ("update_site", "update a site", "úpravu místa", "upravit místo"),
    ("verify", "verify", "ověření", "ověřit"),
    ("withdraw", "withdraw", "odvolání", "odvolat"),
];

/// In English after "is"; in Czech after "ve stavu".
const STATUSES: &[Word] = &[
    ("absent", "left without a customer", "bez zákazníka"),
    ("accepted", "accepted", "přijato"),
    ("active", "active", "aktivní"),
    ("approved", "approved", "schváleno"),
    ("bounced", "bounced", "nedoručeno"),
    ("cancelled", "cancelled", "zrušeno"),
    ("closed", "closed", "uzavřeno"),
    ("confirmed", "confirmed", "potvrzeno"),
    ("done", "done", "hotovo"),
    ("draft", "a draft", "koncept"),
    ("ended", "ended", "ukončeno"),
    ("failed", "failed", "neodesláno"),
    ("filed", "filed", "zařazeno"),
    ("in_use", "in use", "v provozu"),
    ("inactive", "inactive", "neaktivní"),
    ("issued", "issued", "vystaveno"),
    ("no_access", "without access", "bez přístupu"),
    ("open", "open", "otevřeno"),
    ("partial", "done in part", "hotovo zčásti"),
    ("paused", "paused", "přerušeno"),
    ("pending", "waiting to be signed", "čeká na podpis"),
    ("planned", "planned", "naplánováno"),
    ("proposed", "proposed", "navrženo"),
    ("queued", "queued", "ve frontě"),
    ("refused", "refused", "odmítnuto"),
    ("rejected", "rejected", "zamítnuto"),
    ("released", "released", "uvolněno k fakturaci"),
    ("removed", "taken out", "vyjmuto"),
    ("reported", "reported", "vykázáno"),
    ("returned", "returned", "vráceno k opravě"),
    ("scrapped", "scrapped", "vyřazeno"),
    ("sent", "sent", "odesláno"),
    ("signed", "signed", "podepsáno"),
    ("signed_with_reservation", "signed with a reservation", "podepsáno s výhradou"),
    ("submitted", "submitted", "předáno"),
    ("travelling", "on the way", "na cestě"),
    ("unfiled", "not filed", "nezařazeno"),
    ("unknown", "of unknown outcome", "výsledek neznámý"),
    ("void", "void", "zahozeno"),
    ("withdrawn", "withdrawn", "odvoláno"),
    ("working", "under way", "probíhá"),
];

/// Words of short lists that people choose from or are told: kinds of activities, priorities, why
/// somebody is not free, what stands against a time.
const CHOICES: &[Word] = &[
    ("absence", "absence", "nepřítomnost"),
    ("absent", "absent", "nepřítomen"),
    ("busy", "no room left", "není volno"),
    ("calendar", "another calendar", "jiný kalendář"),
    ("cost", "cost", "náklady"),
    ("crew", "not enough others", "chybí další technik"),
    ("fairness", "hours planned already", "již naplánované hodiny"),
    ("high", "high priority", "vysoká priorita"),
    ("holiday", "public holiday", "svátek"),
    ("hours", "working hours", "pracovní doba"),
    ("inactive", "works here no more", "už zde nepracuje"),
    ("low", "low priority", "nízká priorita"),
    ("normal", "normal priority", "běžná priorita"),
    ("off_hours", "outside working hours", "mimo pracovní dobu"),
    ("one_off", "one-off service", "jednorázový servis"),
    ("outside", "busy in another calendar", "obsazeno v jiném kalendáři"),
    ("recurring", "recurring service", "pravidelný servis"),
    ("skill", "missing skill", "chybějící kvalifikace"),
    ("suggestion", "the technician's own wish", "přání technika"),
    ("travel", "minutes of travel", "minuty na cestě"),
    ("urgent", "urgent", "naléhavé"),
    ("visit", "visit", "návštěva"),
    ("waiting", "hours until it begins", "hodiny do začátku"),
    ("warranty", "warranty service", "záruční servis"),
    ("window", "when the customer can", "možnosti zákazníka"),
];

/// What a record is called.
const NOUNS: &[Word] = &[
    ("activity", "activity", "aktivita"),
    ("availability", "free times", "volné časy"),
    ("blob", "file", "soubor"),
    ("company", "company", "firma"),
    ("customer", "customer", "zákazník"),
    ("document", "document", "dokument"),
    ("equipment", "piece of equipment", "technika"),
    ("equipment_type", "equipment type", "typ techniky"),
    ("invoice", "invoice", "faktura"),
    ("job_sheet", "job sheet", "zakázkový list"),
    ("kept", "what the law keeps", "zákonem uchované údaje"),
    ("ledger", "billing ledger", "evidence k fakturaci"),
    ("mail", "mail", "e-mail"),
    ("message", "message", "zpráva"),
    ("persons", "persons", "osoby"),
    ("plan", "maintenance plan", "plán údržby"),
    ("price_list", "price list", "ceník"),
    ("prices", "prices", "ceny"),
    ("record", "record", "záznam"),
    ("rendering", "rendered document", "vykreslený dokument"),
    ("report", "work report", "výkaz práce"),
    ("series", "number series", "číselná řada"),
    ("task", "task", "úkol"),
    ("technician", "technician", "technik"),
    ("timeline", "timeline", "časová osa"),
    ("tree", "tree", "strom"),
    ("visit", "visit", "návštěva"),
];
