//! A command is executed once (R12).

use super::support::{engine_on, sqlite, world};
use super::{clock, code, on_each};
use serde_json::json;

#[test]
fn the_same_command_gives_the_first_receipt_again() {
    on_each(|engine| {
        let draft = world::draft("Kompresor");
        let receipt = engine.execute(&draft).unwrap();
        assert_eq!(engine.execute(&draft).unwrap(), receipt);
        assert_eq!(
            engine.head(world::company(), &world::manager()).unwrap().count,
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

#[test]
fn a_refused_command_may_be_sent_again_with_its_id() {
    on_each(|engine| {
        let mut draft = world::draft(" ");
        assert_eq!(code(engine.execute(&draft)), "ACTIVITY-DRAFT-01");
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
        let change = json!({"company": {"change": {"settings": {"payment_days": 14}}}});
        let change = world::request(Some(world::company()), Some(1), &change);
        let receipt = engine.execute(&change).unwrap();
        assert_eq!((receipt.version, receipt.events.len()), (1, 0));
        assert_eq!(engine.execute(&change).unwrap(), receipt);
    });
}
