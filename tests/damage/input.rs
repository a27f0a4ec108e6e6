//! Input of which nothing can be made: its code, its place, and nothing half-written. The readers
//! themselves are tested where they stand; here is what reaches the engine.

use crate::support::{TestClock, engine_on, id_of, sqlite, stores, work, world};
use callout::adapters::mail::eml;
use callout::customer::{Address, RegistryFault};
use callout::error::Error;
use callout::port::registry::{CompanyRegistry, CompanyStatus, RegistryEntry};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

fn clock() -> TestClock {
    TestClock::at("2026-10-14T08:00:00+02:00")
}

/// Request, code, and the path where one is told.
type Bad = (Value, &'static str, Option<&'static str>);

fn asked(target: Option<Uuid>, expected: Option<u64>, command: Value) -> Value {
    let actor = world::manager();
    json!({"id": Uuid::now_v7(), "company": world::company(), "actor": actor,
        "target": target, "expected": expected, "command": command})
}

fn bad(activity: Uuid) -> Vec<Bad> {
    let job = Some(activity);
    let draft = |field: &str, value: Value| {
        let mut draft = json!({"kind": "one_off", "customer": world::customer(), "title": "x"});
        draft[field] = value;
        asked(None, None, json!({"activity": {"create": draft}}))
    };
    let line = |quantity: Value| {
        let content = json!({"kind": "part", "code": "x", "name": "x", "unit": "piece"});
        asked(
            job,
            None,
            json!({"report": {"plan_line":
            {"content": content, "quantity": quantity}}}),
        )
    };
    let price = |price: Value| {
        let items = json!({"x": {"name": "x", "unit": "piece", "price": price}});
        asked(
            None,
            None,
            json!({"price_list": {"publish": {"name": "x", "currency": "CZK",
            "valid_from": "2026-01-01", "items": items}}}),
        )
    };
    let visit = |starts: Value| {
        let ends = json!({"local": "2026-10-15T11:00:00", "zone": "Europe/Prague"});
        asked(
            None,
            None,
            json!({"visit": {"plan": {"activity": activity,
            "technician": work::technician(), "starts": starts, "ends": ends}}}),
        )
    };
    let customer = |body: Value| asked(None, None, json!({"customer": {"create": body}}));
    vec![
        (draft("colour", json!("red")), "REQUEST-FIELD-01", Some("command.activity.create.colour")),
        (
            draft("reported_at", json!("2026-10-14T08:00:00")),
            "REQUEST-TIME-01",
            Some("command.activity.create.reported_at"),
        ),
        (draft("title", json!(null)), "REQUEST-KIND-01", Some("command.activity.create.title")),
        (draft("customer", json!(id_of("nobody"))), "ACTIVITY-CREATE-02", None),
        (line(json!(1.5)), "REQUEST-AMOUNT-01", Some("command.report.plan_line.quantity")),
        (line(json!(2)), "REQUEST-AMOUNT-01", Some("command.report.plan_line.quantity")),
        (line(json!("1,5")), "REQUEST-AMOUNT-02", Some("command.report.plan_line.quantity")),
        (line(json!("-1")), "REPORT-LINE-02", None),
        (
            price(json!(1249.9)),
            "REQUEST-AMOUNT-01",
            Some("command.price_list.publish.items.x.price"),
        ),
        (
            visit(json!({"local": "2026-10-15T09:00:00", "zone": "Europe/Brno"})),
            "REQUEST-TIME-02",
            Some("command.visit.plan.starts.zone"),
        ),
        (
            draft("reported_at", json!("0000-01-01T00:00:00+01:00")),
            "REQUEST-TIME-03",
            Some("command.activity.create.reported_at"),
        ),
        (
            visit(json!({"local": "+12026-10-14T08:00:00", "zone": "Europe/Prague"})),
            "REQUEST-TIME-03",
            Some("command.visit.plan.starts.local"),
        ),
        (
            customer(json!({"name": "X", "registration_number": "59610001"})),
            "REGISTRY-NUMBER-02",
            None,
        ),
        (customer(json!({"name": "X", "registration_number": "IČO"})), "REGISTRY-NUMBER-01", None),
        (asked(job, Some(1), json!({"activity": {"complete": {}}})), "RECORD-VERSION-01", None),
        (asked(job, Some(99), json!({"activity": {"complete": {}}})), "RECORD-VERSION-01", None),
        (asked(job, None, json!({"activity": {"complete": {}}})), "REQUEST-VERSION-01", None),
    ]
}

#[test]
fn bad_requests_are_refused_with_their_place_and_leave_nothing() {
    for (name, store, _folder) in stores() {
        let engine = engine_on(store, &clock());
        work::begin(&engine);
        let activity = work::assigned(&engine);
        let head = engine.session(world::company(), world::manager()).head().unwrap();
        for (request, code, path) in bad(activity) {
            let error = engine.execute_json(request.to_string().as_bytes()).unwrap_err();
            assert_eq!(error.code(), code, "{name}: {request}");
            if let Some(path) = path {
                assert_eq!(error.details()["path"], path, "{name}: {request}");
            }
            assert_eq!(
                engine.session(world::company(), world::manager()).head().unwrap(),
                head,
                "{name}: {request}"
            );
        }
        world::assert_clean(&engine);
        // No refused one took a number.
        assert_eq!(world::number(&engine, world::open_activity(&engine)), 2);
    }
}

#[test]
fn a_used_id_gives_the_first_receipt_or_a_conflict_and_leaves_nothing() {
    for (name, store, _folder) in stores() {
        let engine = engine_on(store, &clock());
        world::founded(&engine);
        let draft = world::draft("Kompresor");
        let receipt = engine.execute(&draft).unwrap();
        let head = engine.session(world::company(), world::manager()).head().unwrap();
        assert_eq!(engine.execute(&draft).unwrap(), receipt, "{name}");
        let mut other = world::draft("Sušička");
        other.id = draft.id;
        assert_eq!(engine.execute(&other).unwrap_err().code(), "COMMAND-ID-01", "{name}");
        assert_eq!(
            engine.session(world::company(), world::manager()).head().unwrap(),
            head,
            "{name}"
        );
        world::assert_clean(&engine);
    }
}

/// A register that answers as it is told.
struct Says(Result<Option<RegistryEntry>, RegistryFault>);

impl CompanyRegistry for Says {
    fn id(&self) -> &str {
        "says"
    }

    fn look_up(&self, _: &str) -> Result<Option<RegistryEntry>, Error> {
        self.0.clone().map_err(Error::from)
    }
}

fn entry(registration_number: &str, name: &str, status: CompanyStatus) -> RegistryEntry {
    let seat = Address { country: "CZ".into(), city: "Beroun".into(), ..Address::default() };
    RegistryEntry {
        registry: String::new(),
        registration_number: registration_number.into(),
        name: name.into(),
        vat_id: None,
        vat_group_id: None,
        vat_payer: None,
        status,
        legal_form: None,
        register_entry: None,
        seat,
        established: None,
        dissolved: None,
        updated: None,
    }
}

/// By an engine that has this register alone.
fn looked_up(path: &Path, says: Says) -> Result<Option<RegistryEntry>, &'static str> {
    let engine = engine_on(sqlite(path), &clock());
    engine.register_registry(Arc::new(says));
    engine.look_up_company("59610018", false).map_err(|error| error.code())
}

#[test]
fn of_several_registers_that_fail_the_first_one_asked_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let engine = engine_on(sqlite(&folder.path().join("service.db")), &clock());
    let registry = || "says".to_owned();
    let slow = RegistryFault::TimedOut { registry: registry(), seconds: 5 };
    let down = RegistryFault::Down { registry: registry(), reason: "503".into() };
    engine.register_registry(Arc::new(Says(Err(slow))));
    // The last one plugged in is asked first.
    engine.register_registry(Arc::new(Says(Err(down))));
    assert_eq!(engine.look_up_company("59610018", false).unwrap_err().code(), "REGISTRY-DOWN-01");
}

#[test]
fn a_register_that_fails_or_talks_nonsense_makes_no_customer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let engine = engine_on(sqlite(&path), &clock());
    world::founded(&engine);
    let head = engine.session(world::company(), world::manager()).head().unwrap();
    assert_eq!(engine.look_up_company("59610001", false).unwrap_err().code(), "REGISTRY-NUMBER-02");
    assert_eq!(engine.look_up_company("59610001", true).unwrap_err().code(), "REGISTRY-NONE-01");
    assert_eq!(engine.look_up_company("59610018", false).unwrap_err().code(), "REGISTRY-NONE-01");
    let registry = || "says".to_owned();
    for (fault, code) in [
        (RegistryFault::Down { registry: registry(), reason: "503".into() }, "REGISTRY-DOWN-01"),
        (RegistryFault::TimedOut { registry: registry(), seconds: 5 }, "REGISTRY-TIME-01"),
    ] {
        assert_eq!(looked_up(&path, Says(Err(fault))), Err(code));
    }
    let active = CompanyStatus::Active;
    for (registration_number, name) in
        [("59610026", "Jiná s.r.o."), ("59610018", " "), ("", "Lípa")]
    {
        let says = Says(Ok(Some(entry(registration_number, name, active))));
        assert_eq!(looked_up(&path, says), Err("REGISTRY-READ-01"), "{registration_number} {name}");
    }
    assert_eq!(looked_up(&path, Says(Ok(None))), Ok(None));
    // It is told that the company is gone, and no customer comes of it.
    let says = Says(Ok(Some(entry("59610018", "Lípa", CompanyStatus::Dissolved))));
    let gone = looked_up(&path, says).unwrap().expect("an entry");
    let create = world::request(None, None, &json!({"customer": {"create": {"registry": gone}}}));
    assert_eq!(engine.execute(&create).unwrap_err().code(), "CUSTOMER-REGISTER-01");
    assert_eq!(engine.session(world::company(), world::manager()).head().unwrap(), head);
    world::assert_clean(&engine);
}

/// Each is read, and then taken in whole, or refused with a code, and then not even kept.
#[test]
fn broken_messages_are_taken_in_whole_or_not_at_all() {
    let whole = b"From: jana@kovo-hruska.example\r\nSubject: Kotel\r\n\
        Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nNetop\xc3\xad.\r\n--x\r\n\
        Content-Type: image/png; name=\"kotel.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\n\
        iVBORw0KGgo=\r\n--x--\r\n";
    let mut messages: Vec<Vec<u8>> =
        (0..whole.len()).step_by(7).map(|end| whole[..end].to_vec()).collect();
    let nested = b"Content-Type: message/rfc822\r\n\r\n";
    messages.extend([12, 300, 30_000].map(|depth| nested.repeat(depth)));
    messages.push((0..=255).cycle().take(20_000).collect());
    messages.push(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR".to_vec());
    let (mut taken, mut refused) = (0, 0);
    for (name, store, _folder) in stores() {
        let engine = engine_on(store, &clock());
        world::founded(&engine);
        for bytes in &messages {
            let before = engine.session(world::company(), world::manager()).head().unwrap().count;
            match eml::read(bytes) {
                Ok(read) => {
                    let received =
                        engine.receive(world::company(), &world::manager(), bytes, read).unwrap();
                    let id = received.receipt.target;
                    world::get(&engine, &world::manager(), "mail", id).unwrap();
                    taken += 1;
                }
                Err(error) => {
                    assert!(error.code().starts_with("MAIL-READ-"), "{name}: {error}");
                    assert_eq!(
                        engine.session(world::company(), world::manager()).head().unwrap().count,
                        before
                    );
                    let hash = callout::journal::Hash::of(bytes);
                    assert!(
                        engine.session(world::company(), world::manager()).blob(&hash).is_err()
                    );
                    refused += 1;
                }
            }
        }
        world::assert_clean(&engine);
    }
    assert!(taken > 20 && refused > 4, "{taken} taken, {refused} refused");
}
