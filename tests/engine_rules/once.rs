//! A command is executed once (R12).

use super::support::{engine_on, sqlite, world};
use super::{clock, code, on_each, on_each_store};
use callout::engine::{Engine, Receipt, Request, read};
use callout::error::Error;
use callout::journal::Device;
use callout::port::clock::Clock;
use serde_json::json;
use uuid::Uuid;

#[test]
fn the_same_command_gives_the_first_receipt_again() {
    on_each(|engine| {
        let draft = world::draft("Kompresor");
        let receipt = engine.execute(&draft).unwrap();
        assert_eq!(engine.execute(&draft).unwrap(), receipt);
        assert_eq!(
            engine.session(world::company(), world::manager()).head().unwrap().count,
            world::FOUNDED + 2
        );
        // Also when the aggregate has moved on since.
        let open = world::open(receipt.target);
        let opened = engine.execute(&open).unwrap();
        engine.execute(&world::note(receipt.target, "x")).unwrap();
        assert_eq!(engine.execute(&open).unwrap(), opened);
    });
}

#[test]
fn the_same_id_with_another_body_is_refused() {
    on_each(|engine| {
        let draft = world::draft("Kompresor");
        engine.execute(&draft).unwrap();
        let mut other = world::draft("Jiný");
        other.id = draft.id;
        assert_eq!(code(engine.execute(&other)), "COMMAND-ID-01");
        let mut other = draft.clone();
        other.actor.id = world::company();
        assert_eq!(code(engine.execute(&other)), "COMMAND-ID-01");
    });
}

/// Who became something else while his command waited does not do it twice.
#[test]
fn in_which_role_it_is_sent_again_does_not_count() {
    on_each(|engine| {
        let draft = world::draft("Kompresor");
        let receipt = engine.execute(&draft).unwrap();
        let mut again = draft;
        again.actor.role = "reader".to_owned();
        assert_eq!(engine.execute(&again).unwrap(), receipt);
    });
}

#[test]
fn a_refused_command_may_be_sent_again_with_its_id() {
    on_each(|engine| {
        let mut draft = world::draft(" ");
        assert_eq!(code(engine.execute(&draft)), "ACTIVITY-CREATE-01");
        let named = world::draft("Kompresor");
        draft.command = named.command;
        let receipt = engine.execute(&draft).unwrap();
        assert_eq!(world::number(engine, receipt.target), 1, "the refused one took no number");
    });
}

#[test]
fn first_receipts_outlive_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let draft = world::draft("Kompresor");
    let receipt = {
        let engine = engine_on(sqlite(&path), &clock());
        world::founded(&engine);
        engine.execute(&draft).unwrap()
    };
    let engine = engine_on(sqlite(&path), &clock());
    assert_eq!(engine.execute(&draft).unwrap(), receipt);
    let mut other = draft;
    other.command = world::note(receipt.target, "x").command;
    assert_eq!(code(engine.execute(&other)), "COMMAND-ID-01");
}

#[test]
fn a_command_that_changes_nothing_is_answered_again_too() {
    on_each(|engine| {
        let change = json!({"company": {"update": {"settings": {"payment_days": 14}}}});
        let change = world::request(Some(world::company()), Some(1), &change);
        let receipt = engine.execute(&change).unwrap();
        assert_eq!((receipt.version, receipt.events.len()), (1, 0));
        assert_eq!(engine.execute(&change).unwrap(), receipt);
        // What would change something by now is answered all the same, and never done.
        let before = engine.session(world::company(), world::manager()).head().unwrap().count;
        let other = json!({"company": {"update": {"settings": {"payment_days": 30}}}});
        engine.execute(&world::request(Some(world::company()), Some(1), &other)).unwrap();
        assert_eq!(engine.execute(&change).unwrap(), receipt);
        assert_eq!(
            engine.session(world::company(), world::manager()).head().unwrap().count,
            before + 1
        );
    });
}

/// What is kept of a command is found where Rust, C and Python hosts say the same in other words.
#[test]
fn a_request_is_known_again_however_it_was_written() {
    on_each(|engine| {
        let customer = world::customer();
        let mut bare = json!({"id": Uuid::now_v7(), "company": world::company(),
            "actor": world::manager(),
            "command": {"activity": {"create": {"kind": "one_off", "customer": customer,
                "title": "Kompresor"}}}});
        let receipt = ask(engine, &bare).unwrap();
        // Defaults that are said, members in another order, a time in another zone: all the same.
        for (pointer, said) in [
            ("/external_ids", json!({})),
            ("/expected", json!(null)),
            ("/command/activity/create/description", json!("")),
            ("/command/activity/create/equipment", json!(null)),
        ] {
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            bare.pointer_mut(parent).unwrap()[name] = said;
            assert_eq!(ask(engine, &bare).unwrap(), receipt, "{pointer}");
        }
        for (pointer, said) in [
            ("/cause", json!(Uuid::now_v7())),
            ("/command/activity/create/description", json!("Hučí")),
        ] {
            let mut other = bare.clone();
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            other.pointer_mut(parent).unwrap()[name] = said;
            assert_eq!(code(ask(engine, &other)), "COMMAND-ID-01", "{pointer}");
        }
    });
}

fn ask(engine: &Engine, request: &serde_json::Value) -> Result<Receipt, Error> {
    engine.execute(&read(request.to_string().as_bytes()).unwrap())
}

#[test]
fn a_command_whose_receipt_was_deleted_runs_no_second_time_and_verify_tells() {
    on_each_store(|store| {
        let engine = engine_on(store.clone(), &clock());
        world::founded(&engine);
        let activity = world::open_activity(&engine);
        let note = world::note(activity, "x");
        let receipt = engine.execute(&note).unwrap();
        let mut tx = store.write().unwrap();
        tx.drop_answered(world::company(), note.id).unwrap();
        tx.commit().unwrap();
        assert_eq!(engine.execute(&note).unwrap(), receipt);
        let report = engine.session(world::company(), world::manager()).verify(None).unwrap();
        let [problem] = &report.problems[..] else { panic!("{:?}", report.problems) };
        assert_eq!(problem.sequence, Some(receipt.events[0].sequence));
    });
}

#[test]
fn receipts_end_after_their_time_and_the_command_is_still_known() {
    on_each_store(|store| {
        let clock = clock();
        let engine = engine_on(store.clone(), &clock);
        world::founded(&engine);
        let days = json!({"company": {"update": {"settings": {"receipt_days": 30}}}});
        engine.execute(&world::request(Some(world::company()), Some(1), &days)).unwrap();
        let draft = world::draft("Kompresor");
        let receipt = engine.execute(&draft).unwrap();
        let kept = || store.read().unwrap().answered(world::company(), draft.id).unwrap();
        clock.set("2026-11-13T07:59:00+01:00");
        engine.execute(&world::note(receipt.target, "before")).unwrap();
        assert!(kept().is_some());
        clock.set("2026-11-13T08:01:00+01:00");
        for n in 0..8 {
            engine.execute(&world::note(receipt.target, &format!("{n}"))).unwrap();
        }
        assert_eq!(kept(), None);
        assert_eq!(engine.execute(&draft).unwrap(), receipt);
        world::assert_clean(&engine);
    });
}

/// What a clock that was ahead once ended is no damage when it is right again.
#[test]
fn a_clock_that_was_ahead_spoils_no_proof() {
    on_each_store(|store| {
        let clock = clock();
        let engine = engine_on(store.clone(), &clock);
        world::founded(&engine);
        let draft = world::draft("Kompresor");
        let receipt = engine.execute(&draft).unwrap();
        clock.set("2027-11-20T08:00:00+01:00");
        engine.execute(&draft).unwrap();
        world::assert_clean(&engine);
        engine.execute(&world::note(receipt.target, "ahead")).unwrap();
        clock.set("2026-10-14T08:00:10+02:00");
        assert_eq!(engine.execute(&draft).unwrap(), receipt);
        world::assert_clean(&engine);
    });
}

#[test]
fn a_device_and_a_cause_are_kept_with_the_events() {
    on_each(|engine| {
        let device = Device { id: Uuid::now_v7(), sequence: 7, clock: clock().now().unwrap() };
        let (device, cause) = (Some(device), Some(Uuid::now_v7()));
        let draft = Request { device, cause, ..world::draft("Kompresor") };
        let receipt = engine.execute(&draft).unwrap();
        let after = receipt.events[0].sequence - 1;
        let page = engine.session(world::company(), world::manager()).changes(after, 10).unwrap();
        assert_eq!(page.changes.len(), 2, "the number that was taken too");
        for change in page.changes {
            assert_eq!((change.device, change.cause), (device, cause));
        }
        world::assert_clean(engine);
    });
}

/// Who could end all receipts could have each command executed a second time with other words.
#[test]
fn receipts_that_have_ended_before_their_time_are_told() {
    on_each_store(|store| {
        let clock = clock();
        let engine = engine_on(store.clone(), &clock);
        world::founded(&engine);
        let draft = world::draft("Kompresor");
        let receipt = engine.execute(&draft).unwrap();
        let mut tx = store.write().unwrap();
        for sequence in 1..=receipt.events[1].sequence {
            let event = tx.feed(world::company(), sequence - 1, 1).unwrap().pop().unwrap();
            tx.drop_answered(world::company(), event.command).unwrap();
        }
        tx.put_ended(world::company(), receipt.events[1].sequence).unwrap();
        tx.commit().unwrap();
        let report = || engine.session(world::company(), world::manager()).verify(None).unwrap();
        let told = report().problems.into_iter().map(|problem| problem.what).collect::<Vec<_>>();
        assert_eq!(told, ["receipts have ended before their time"]);
        clock.set("2027-10-16T08:00:00+02:00");
        assert!(report().clean);
    });
}

/// Beside its key and its salt: at most 100 bytes, with SQLite's own header of the row.
#[test]
fn a_receipt_is_small_whatever_the_command_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let engine = engine_on(sqlite(&path), &clock());
    world::founded(&engine);
    let activity = world::open_activity(&engine);
    engine.execute(&world::note(activity, &"Vyměněno těsnění. ".repeat(200))).unwrap();
    let file = rusqlite::Connection::open(&path).unwrap();
    let most = "SELECT count(*), max(length(hash) + length(target)) FROM callout_answered";
    let (rows, bytes) =
        file.query_row(most, [], |row| Ok((row.get::<_, u64>(0)?, row.get::<_, u64>(1)?))).unwrap();
    // Three whole numbers of at most eight bytes, and a byte for the kind of each of six columns
    // and for the header's own length.
    let bytes = bytes + 3 * 8 + 7;
    assert!(rows > 2 && bytes <= 100, "{rows} receipts, {bytes} bytes");
}
