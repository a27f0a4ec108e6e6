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
        "verb" | "allowed" => accusative(verb(value, tongue), tongue),
        "status" => plain(STATUSES, value, tongue),
        "noun" => plain(NOUNS, value, tongue),
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

/// A Czech verb as sentences ask for it, after "na" or "lze": its first word is a noun, and of
/// these only those that end in -a change.
fn accusative(verb: Cow<'_, str>, tongue: Tongue) -> Cow<'_, str> {
    let first = verb.split(' ').next().unwrap_or_default();
    match first.strip_suffix('a').filter(|_| tongue == Tongue::Cs) {
        Some(stem) => Cow::Owned(format!("{stem}u{}", &verb[first.len()..])),
        None => verb,
    }
}

/// All words, as labels: a kind, the name for programs, in English and in Czech.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Word)> {
    let of = |kind: &'static str, words: &'static [Word]| words.iter().map(move |it| (kind, *it));
    let bare =
        |(kind, (name, en, cs)): (_, Word)| (kind, (name, en.strip_prefix("a ").unwrap_or(en), cs));
    of("noun", NOUNS).chain(of("status", STATUSES).map(bare)).chain(of("verb", VERBS))
}

/// A verb, with its noun where that stands before it: `cancel (activity)`.
fn verb(value: &str, tongue: Tongue) -> Cow<'_, str> {
    let Some((noun, verb)) = value.split_once('.') else { return plain(VERBS, value, tongue) };
    let (verb, noun) = (plain(VERBS, verb, tongue), plain(NOUNS, noun, tongue));
    Cow::Owned(format!("{verb} ({noun})"))
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

/// In English what follows "to"; in Czech a noun, which any sentence can take.
const VERBS: &[Word] = &[
    ("accept", "accept", "přijetí"),
    ("add_absence", "add an absence", "přidání nepřítomnosti"),
    ("add_contact", "add a contact", "přidání kontaktu"),
    ("add_fault", "add a fault", "přidání závady"),
    ("add_note", "add a note", "přidání poznámky"),
    ("add_photo", "add a photograph", "přidání fotografie"),
    ("add_site", "add a site", "přidání místa"),
    ("approve", "approve", "schválení"),
    ("assign", "assign technicians", "přidělení techniků"),
    ("cancel", "cancel", "zrušení"),
    ("close", "close", "uzavření"),
    ("complete", "complete", "dokončení"),
    ("confirm", "confirm", "potvrzení"),
    ("correct_customer", "correct the customer", "oprava zákazníka"),
    ("correct_reading", "correct a reading", "oprava odečtu"),
    ("correct_reported_at", "correct when it was reported", "oprava času nahlášení"),
    ("create", "create", "založení"),
    ("deactivate", "deactivate", "vyřazení z práce"),
    ("define_role", "define a role", "určení role"),
    ("delete_draft", "delete the draft", "zahození konceptu"),
    ("deliver", "send what is queued", "odeslání zpráv"),
    ("draft", "draft", "založení konceptu"),
    ("drop_role", "drop a role", "zrušení role"),
    ("end", "end", "ukončení"),
    ("erase_expired", "erase what is past its term", "výmaz po uplynutí lhůty"),
    ("erase_persons", "erase persons", "výmaz osob"),
    ("extend", "keep data of the host", "uložení dat hostitele"),
    ("feed", "follow what happens", "sledování událostí"),
    ("file", "file", "zařazení"),
    ("finish", "finish", "ukončení práce"),
    ("finish_partial", "finish in part", "ukončení části práce"),
    ("generate", "generate", "vytvoření"),
    ("generate_due", "generate what is due", "vytvoření splatných aktivit"),
    ("hand_over", "hand over", "předání k fakturaci"),
    ("issue", "issue", "vystavení"),
    ("link", "link an outside id", "připojení vnějšího čísla"),
    ("move", "move", "přesunutí"),
    ("open", "open", "otevření"),
    ("pause", "pause", "přerušení"),
    ("plan", "plan", "naplánování"),
    ("plan_line", "plan a line", "naplánování řádku"),
    ("publish", "publish", "zveřejnění"),
    ("put", "keep", "uložení"),
    ("queue", "queue", "zařazení k odeslání"),
    ("reactivate", "reactivate", "návrat do práce"),
    ("read", "read", "čtení"),
    ("receive", "take in", "příjem"),
    ("record_absence", "record that nobody was there to sign", "záznam nepřítomnosti zákazníka"),
    ("record_bounce", "record that it came back", "záznam nedoručení"),
    ("record_no_access", "record that there was no access", "záznam o nemožnosti vstupu"),
    ("record_payment", "record a payment", "záznam platby"),
    ("record_reading", "record a reading", "záznam odečtu"),
    ("record_refusal", "record that the customer refuses", "záznam odmítnutí"),
    ("regenerate", "generate a new version", "vytvoření nové verze"),
    ("reject", "reject", "zamítnutí"),
    ("release", "release to invoicing", "uvolnění k fakturaci"),
    ("remove_absence", "remove an absence", "odebrání nepřítomnosti"),
    ("remove_line", "remove a line", "odebrání řádku"),
    ("remove_payment", "remove a payment", "odebrání platby"),
    ("renew", "renew what is stored", "obnova uloženého"),
    ("reopen", "reopen", "znovuotevření"),
    ("report_line", "report a line", "vykázání řádku"),
    ("resolve", "resolve", "vyřešení"),
    ("restore", "restore", "vrácení do provozu"),
    ("resume", "resume", "pokračování"),
    ("retry", "send again", "opakování odeslání"),
    ("return", "return", "vrácení k opravě"),
    ("scrap", "scrap", "vyřazení z provozu"),
    ("set_dates", "set its dates", "nastavení dat"),
    ("set_fields", "set its fields", "nastavení polí"),
    ("set_hours", "set working hours", "nastavení pracovní doby"),
    ("set_items", "set items", "nastavení položek"),
    ("set_warranty", "set the warranty", "nastavení záruky"),
    ("sign", "sign", "podpis"),
    ("skip", "skip", "vynechání"),
    ("start", "start", "zahájení"),
    ("submit", "submit", "předání"),
    ("travel", "set out", "vyjetí"),
    ("unfile", "take out of its case", "vyřazení ze složky"),
    ("unlink", "unlink an outside id", "odpojení vnějšího čísla"),
    ("unskip", "take up again", "zrušení vynechání"),
    ("update", "update", "úprava"),
    ("update_card", "update the card", "úprava karty"),
    ("update_contact", "update a contact", "úprava kontaktu"),
    ("update_fault", "update a fault", "úprava závady"),
    ("update_site", "update a site", "úprava místa"),
    ("verify", "verify", "ověření"),
    ("withdraw", "withdraw", "odvolání"),
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

/// What a record is called.
const NOUNS: &[Word] = &[
    ("activity", "activity", "aktivita"),
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
    ("visit", "visit", "návštěva"),
];
