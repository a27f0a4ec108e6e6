//! Forgetting somebody who is everywhere (E93, R13): a marker stands in every field that can hold
//! something about a person, from the mail to the bounce of the invoice. After she is forgotten,
//! each marker stands in what the law keeps and nowhere else; after its term nowhere: not in the
//! raw bytes of the file or of what waits beside it, as it is, folded, in UTF-16 or in Base64, not
//! unpacked from the papers, and not behind any hash that could be guessed.

mod file;
pub mod life;
mod look;
mod written;

use super::clock;
use super::support::{engine_on, id_of, sqlite, world};
use callout::engine::Forgotten;
use life::Life;
use look::Look;
use serde_json::{Value, json};

/// What the law keeps: an issued invoice and the signed sheet behind it.
fn kept_by_law(forgotten: &Forgotten) -> Vec<(&str, String)> {
    let kept = forgotten.kept.iter();
    let mut all: Vec<_> = kept.map(|kept| (&*kept.noun, kept.until.to_string())).collect();
    all.sort();
    all.dedup();
    all
}

#[test]
fn a_forgotten_person_is_in_what_the_law_keeps_and_then_nowhere() {
    let life = Life::lived();
    let marks = life.marks();
    let look = Look::at(&life);
    let missing: Vec<&&str> = marks.iter().filter(|mark| !look.holds(mark)).collect();
    assert!(missing.is_empty(), "each marker stood somewhere: {missing:?}");

    let persons = life.persons();
    let forgotten = life.erase(&persons);
    world::assert_clean(&life.engine);
    assert_eq!(forgotten.waiting, None, "the log was emptied while the engine runs");
    assert!(forgotten.values > 20, "{forgotten:?}");
    let until = "2036-12-31".to_owned();
    assert_eq!(kept_by_law(&forgotten), [("invoice", until.clone()), ("job_sheet", until)]);

    // What is left, record by record, is what the law keeps.
    let places = life.quoting(&marks);
    assert!(!places.is_empty());
    for place in &places {
        // The pages of a paper are the paper's.
        let lawful =
            ["invoice ", "job_sheet ", "rendering "].iter().any(|it| place.starts_with(it));
        assert!(lawful, "{place} still tells of her");
    }
    let look = Look::at(&life);
    for mark in marks.iter().filter(|mark| !life.lawful().contains(mark)) {
        assert!(!look.holds(mark), "{mark} is left although no law keeps it: {}", look.says(mark));
    }
    // The papers that the law keeps are the same to the byte, and the evidence checks.
    assert_eq!(life.papers(), life.painted, "invoice and signed sheet");

    // Before the term nothing more goes; after it everything does.
    life.clock.set("2036-12-31T12:00:00+01:00");
    assert_eq!(life.expire(), None);
    life.clock.set("2037-01-01T00:30:00+01:00");
    let expired = life.expire().expect("the term is over");
    assert!(expired.values > 3 && expired.kept.is_empty(), "{expired:?}");
    world::assert_clean(&life.engine);
    let left = |look: &Look| -> Vec<String> {
        marks.iter().filter(|mark| look.holds(mark)).map(|mark| look.says(mark)).collect()
    };
    assert_eq!(left(&Look::at(&life)), Vec::<String>::new(), "while the engine runs");
    let look = life.close_and_look();
    assert_eq!(left(&look), Vec::<String>::new(), "after it was closed");
    println!("{} markers, none left; persons: {}", marks.len(), persons.len());
}

#[test]
fn no_hash_that_is_left_can_be_guessed() {
    let life = Life::lived();
    life.erase(&life.persons());
    life.clock.set("2037-01-02T00:30:00+01:00");
    life.expire();
    let look = Look::at(&life);
    let guessed: Vec<String> = life
        .guesses()
        .into_iter()
        .filter(|(_, bytes)| look.has_hash(bytes))
        .map(|it| it.0)
        .collect();
    assert!(guessed.is_empty(), "found again by trying: {guessed:?}");
}

#[test]
fn a_mail_that_was_forgotten_does_not_come_back_by_being_received_again() {
    let life = Life::lived();
    life.erase(&life.persons());
    let before = life.engine.session(world::company(), world::manager()).head().unwrap();
    life.receive_again();
    assert_eq!(life.engine.session(world::company(), world::manager()).head().unwrap(), before);
    let look = Look::at(&life);
    assert!(!look.holds(life::MAIL_WORDS), "the mail did not bring her back");
}

/// The bytes of a mail hold all who stand in it: they go with each, what its sender wrote stays.
#[test]
fn another_keeps_his_words_where_she_only_got_a_copy() {
    let life = Life::lived();
    life.erase(&life.persons());
    let mail = world::get(&life.engine, &world::manager(), "mail", life.anothers).unwrap();
    let state = &mail["state"];
    assert_eq!(state["from"][0]["value"]["address"], "petr@jiny.example");
    assert_eq!(state["text"]["value"].as_str().unwrap().trim(), life::ANOTHERS_WORDS);
    for gone in ["/content", "/attachments/0/content", "/cc/0", "/others/0", "/others/1"] {
        let value = state.pointer(&format!("{gone}/value"));
        assert_eq!(value, Some(&Value::Null), "{gone}");
    }
}

#[test]
fn who_is_named_in_a_forwarded_mail_keeps_his_evidence() {
    let life = Life::lived();
    let persons = life.persons();
    let forwarded = life.forwarded_by_another();
    life.erase(&persons);
    world::assert_clean(&life.engine);
    let mail = world::get(&life.engine, &world::manager(), "mail", forwarded).unwrap();
    let file = &mail["state"]["attachments"][0]["content"]["value"];
    let hash = serde_json::from_value(file.clone()).unwrap();
    let bytes = life.engine.session(world::company(), world::manager()).blob(&hash).unwrap();
    assert!(!bytes.is_empty(), "what another sent along is his");
}

#[test]
fn a_page_that_went_with_a_person_is_not_painted_again() {
    let life = Life::without_invoice();
    let forgotten = life.erase(&life.persons());
    assert_eq!(forgotten.kept, [], "a sheet that proves nothing to be billed is kept by nobody");
    let refused = life.render(life.sheet).unwrap_err();
    assert_eq!(refused.code(), "DOCUMENT-GONE-01");
    world::assert_clean(&life.engine);
}

#[test]
fn persons_are_found_by_words_address_and_number() {
    let life = Life::lived();
    let find = |words: &str| -> Vec<Value> {
        let ask = json!({"persons": {"search": words}});
        let found = world::ask(&life.engine, &world::manager(), &ask).unwrap();
        found["persons"].as_array().unwrap().clone()
    };
    for words in ["nezapomenutelna xantipa", "XANTIPA@POSTBOX.EXAMPLE", "777 123 987", "777123987"]
    {
        let found = find(words);
        assert!(!found.is_empty(), "{words}");
        let all = json!(found).to_string();
        assert!(all.contains(&id_of("xantipa").to_string()), "{words}: {all}");
    }
    assert_eq!(find("nikdo takový"), Vec::<Value>::new());
    let nouns = json!(find("xantipa@postbox.example")).to_string();
    for noun in ["customer", "mail", "message", "invoice"] {
        assert!(nouns.contains(&format!("\"{noun}\"")), "{noun} in {nouns}");
    }
    let short = world::ask(&life.engine, &world::manager(), &json!({"persons": {"search": "x"}}));
    assert_eq!(short.unwrap_err().code(), "REQUEST-READ-01");
    let back_office = callout::access::Actor { id: id_of("b"), role: "back_office".to_owned() };
    let asked = world::ask(&life.engine, &back_office, &json!({"persons": {"search": "xantipa"}}));
    assert_eq!(asked.unwrap_err().code(), "ACCESS-ROLE-01");
}

/// The sender of the mail is the contact with that address, and so is who signs by that id.
#[test]
fn one_human_is_one_person() {
    let life = Life::lived();
    let mail = world::get(&life.engine, &world::manager(), "mail", life.mail).unwrap();
    assert_eq!(mail["state"]["from"][0]["person"], json!(id_of("xantipa")));
    let sheet = world::get(&life.engine, &world::manager(), "job_sheet", life.sheet).unwrap();
    let signer = &sheet["state"]["signature"]["signed_with_reservation"]["name"]["person"];
    assert_eq!(*signer, json!(id_of("xantipa")));
}

/// A company's address of mail is a person's of its own, and her contact's where it is his too.
#[test]
fn a_contact_is_forgotten_with_the_address_that_the_company_had_first() {
    const EMAILS: [&str; 3] = ["jana@firma.example", "petr@firma.example", "info@firma.example"];
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let engine = engine_on(sqlite(&path), &clock());
    world::founded(&engine);
    let told = |target, command: &Value| {
        let noun = command.as_object().unwrap().keys().next().unwrap();
        let seen = world::get(&engine, &world::manager(), noun, target).ok();
        let version = seen.and_then(|seen| seen["version"].as_u64());
        engine.execute(&world::request(Some(target), version, command)).unwrap()
    };
    let company = id_of("firma");
    let address = json!({"street": "Zapomenutá 41", "city": "Brno", "postal_code": "602 00",
        "country": "CZ"});
    told(
        company,
        &json!({"customer": {"create": {"name": "Firma", "address": address,
        "emails": EMAILS}}}),
    );
    // One has the address from the beginning, the other gets it after he was entered.
    let add = |name: &str, email: &str| {
        json!({"customer": {"add_contact":
        {"name": name, "email": email, "phone": "", "role": ""}}})
    };
    told(company, &add("Jana Nová", EMAILS[0]));
    told(company, &add("Petr Starý", "soukroma@firma.example"));
    let state = || world::get(&engine, &world::manager(), "customer", company).unwrap();
    let contacts = state()["state"]["contacts"].clone();
    told(
        company,
        &json!({"customer": {"update_contact":
        {"contact": contacts[1]["id"], "email": EMAILS[1]}}}),
    );
    // What an address was is found as well as what it is.
    told(company, &json!({"customer": {"update": {"emails": EMAILS[1..]}}}));

    for (n, name) in ["Jana Nová", "Petr Starý"].into_iter().enumerate() {
        told(
            world::company(),
            &json!({"company": {"erase_persons":
            {"persons": [contacts[n]["name"]["person"]], "reason": "žádost osoby"}}}),
        );
        world::assert_clean(&engine);
        let look = Look::in_file(&path);
        for gone in [name, EMAILS[n]] {
            assert!(!look.holds(gone), "{gone}: {}", look.says(gone));
        }
        assert!(look.holds("Firma") && look.holds(EMAILS[2]), "the company stays");
    }
    // What is left of a company's addresses goes with it.
    told(
        world::company(),
        &json!({"company": {"erase_persons":
        {"persons": [company], "reason": "žádost osoby"}}}),
    );
    world::assert_clean(&engine);
    let look = Look::in_file(&path);
    for gone in ["Firma", "Zapomenutá 41", EMAILS[2]] {
        assert!(!look.holds(gone), "{gone}: {}", look.says(gone));
    }
}

/// Rows that moved from page to page leave copies behind, which SQLite does not blank.
#[test]
fn nothing_is_left_in_gaps_of_pages() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let engine = engine_on(sqlite(&path), &clock());
    world::founded(&engine);
    // Letters that no other word has.
    let word =
        |n: u32| format!("zq{}", format!("{:010}", u64::from(n) * 2_654_435).replace('0', "x"));
    let told = |id, version, command: Value| {
        engine.execute(&world::request(Some(id), version, &command)).unwrap()
    };
    let mut gone = Vec::new();
    for n in 0..1_200_u32 {
        let (id, pad) = (uuid::Uuid::new_v4(), "zz ".repeat(n as usize * 7_919 % 60));
        let title = format!("{} {pad}", word(n));
        told(id, None, json!({"task": {"create": {"title": title, "note": format!("{pad} w")}}}));
        if n % 4 != 0 {
            gone.push((word(n), id));
        }
    }
    for (n, (word, id)) in gone.iter().enumerate().filter(|(n, _)| n % 3 == 0) {
        let title = format!("{word} {}", "w".repeat(n * 17 % 480));
        told(*id, Some(1), json!({"task": {"update": {"title": title}}}));
    }
    let all: Vec<_> = gone.iter().map(|(_, id)| *id).collect();
    let company = world::get(&engine, &world::manager(), "company", world::company()).unwrap();
    let erase = json!({"company": {"erase_persons": {"persons": all, "reason": "žádost"}}});
    let receipt = told(world::company(), company["version"].as_u64(), erase);
    assert_eq!(receipt.forgotten.unwrap().waiting, None);
    let look = Look::in_file(&path);
    let left: Vec<_> = gone.iter().filter(|(word, _)| look.has(word)).collect();
    assert!(left.is_empty(), "{} of {}: {left:?}", left.len(), gone.len());
    assert!(look.has(&word(4)), "who was not forgotten");
    world::assert_clean(&engine);
}

/// The company itself is nobody: why others were forgotten stays, and proof and backup go on.
#[test]
fn a_companys_own_words_are_not_forgotten() {
    let life = Life::without_invoice();
    life.erase(&life.persons());
    let erase = json!({"company": {"erase_persons":
        {"persons": [world::company()], "reason": "omyl"}}});
    let company = world::get(&life.engine, &world::manager(), "company", world::company()).unwrap();
    let asked = world::request(Some(world::company()), company["version"].as_u64(), &erase);
    assert_eq!(life.engine.execute(&asked).unwrap_err().code(), "COMPANY-ERASE-01");
    // Nor through somebody who was given its id.
    let contact = json!({"customer": {"add_contact": {"name": "Petr Sám", "email": "", "phone": "",
        "role": "", "person": world::company()}}});
    let asked = world::request(Some(id_of("xantipa")), None, &contact);
    assert_eq!(life.engine.execute(&asked).unwrap_err().code(), "RECORD-NEW-02");
    assert!(Look::at(&life).holds("žádost osoby"));
    life.engine.backup(life.path.with_file_name("copy.db"), |_| true).unwrap();
}

/// Where the term was made longer since, the longer one counts.
#[test]
fn what_is_to_be_kept_for_longer_stays() {
    let life = Life::lived();
    life.erase(&life.persons());
    let company = world::get(&life.engine, &world::manager(), "company", world::company()).unwrap();
    let longer = json!({"company": {"update": {"settings":
        {"four_eyes": false, "retention_years": 15}}}});
    life.told(world::company(), company["version"].as_u64(), &longer);
    life.clock.set("2037-01-01T00:30:00+01:00");
    assert_eq!(life.expire(), None);
    assert_eq!(life.papers(), life.painted);
    life.clock.set("2042-01-01T00:30:00+01:00");
    assert!(life.expire().expect("the longer term is over").values > 3);
    world::assert_clean(&life.engine);
}

/// Each value is there or not as the erasure said: one that came back is not made up for by one
/// that is missing.
#[test]
fn what_the_law_keeps_cannot_be_exchanged_for_what_was_forgotten() {
    let life = Life::lived();
    let file = rusqlite::Connection::open(&life.path).unwrap();
    file.execute_batch("CREATE TEMP TABLE before AS SELECT * FROM callout_slot").unwrap();
    life.erase(&life.persons());
    let slots = |sql: &str| file.execute(sql, []).unwrap();
    let gone = "noun = 'customer' AND (stream, version, n) NOT IN \
        (SELECT stream, version, n FROM callout_slot WHERE noun = 'customer')";
    let back = slots(&format!(
        "INSERT INTO callout_slot SELECT * FROM before WHERE {gone} ORDER BY version, n LIMIT 1"
    ));
    let taken = slots(
        "DELETE FROM callout_slot WHERE noun = 'invoice' AND (version, n) = \
         (SELECT version, n FROM callout_slot WHERE noun = 'invoice' AND version = 1 LIMIT 1)",
    );
    assert_eq!((back, taken), (1, 1));
    let report = life.engine.session(world::company(), world::manager()).verify(None).unwrap();
    let told = |what: &str| report.problems.iter().any(|problem| problem.what.contains(what));
    assert!(told("who was forgotten is there"), "{report:?}");
    assert!(told("is not what was recorded"), "{report:?}");
}

/// Somebody reads an older state while she is forgotten: what was deleted leaves the log with the
/// first command after he has gone, or with the next opening where the process was killed before.
#[test]
fn what_could_not_leave_the_log_at_once_leaves_it_later() {
    let life = Life::lived();
    let gone = life.marks().into_iter().filter(|mark| !life.lawful().contains(mark));
    let gone: Vec<&str> = gone.collect();
    let slow = rusqlite::Connection::open(&life.path).unwrap();
    slow.execute_batch("BEGIN; SELECT count(*) FROM callout_event").unwrap();
    let forgotten = life.erase(&life.persons());
    assert!(forgotten.waiting.is_some(), "{forgotten:?}");
    let left = |look: &Look| gone.iter().filter(|mark| look.holds(mark)).count();
    assert!(left(&Look::at(&life)) > 0);
    let killed = tempfile::tempdir().unwrap();
    for name in ["service.db", "service.db-wal"] {
        // By the system: a descriptor of this process would take SQLite's locks away.
        let copied = std::process::Command::new("cp")
            .args([life.path.with_file_name(name), killed.path().join(name)])
            .status();
        assert!(copied.unwrap().success());
    }
    slow.execute_batch("COMMIT").unwrap();
    life.engine.execute(&world::draft("Lis")).unwrap();
    assert_eq!(left(&Look::at(&life)), 0, "after a command");
    let path = killed.path().join("service.db");
    assert!(left(&Look::in_file(&path)) > 0);
    let engine = engine_on(sqlite(&path), &clock());
    assert_eq!(left(&Look::in_file(&path)), 0, "after the next opening");
    world::assert_clean(&engine);
}

/// A host's own JSON may write letters as numbers, and names as keys.
#[test]
fn persons_are_found_in_what_the_host_hangs_on_a_record() {
    let life = Life::lived();
    let ext = "{\"volal\": \"Hru\\u0161kov\\u00e1\", \"Dvo\\u0159\\u00e1k\": [1]}";
    let extend = json!({"record": {"extend":
        {"noun": "customer", "namespace": "erp", "json": ext}}});
    life.told(id_of("xantipa"), None, &extend);
    for words in ["hruškova", "Dvořák"] {
        let ask = json!({"persons": {"search": words}});
        let found = world::ask(&life.engine, &world::manager(), &ask).unwrap();
        assert_eq!(found["persons"].as_array().unwrap().len(), 1, "{words}");
    }
}
