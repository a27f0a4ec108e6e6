//! Events and states of other Callouts: newer ones are refused, older folds are rebuilt.

use super::support::{engine_on, sqlite, world};
use super::{clock, code};
use callout::access::Actor;
use callout::engine::Engine;
use rusqlite::Connection;
use serde_json::json;
use uuid::Uuid;

struct Patched {
    file: Connection,
    engine: Engine,
    activity: Uuid,
    _folder: tempfile::TempDir,
}

fn patched(sql: &str) -> Patched {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let engine = engine_on(sqlite(&path), &clock());
    world::founded(&engine);
    let activity = world::open_activity(&engine);
    let file = Connection::open(&path).unwrap();
    file.execute_batch(sql).unwrap();
    Patched { file, engine, activity, _folder: folder }
}

/// As an older Callout left it.
const OLDER: &str = "UPDATE callout_state SET fold = fold - 1 WHERE noun = 'activity'";
const OTHER_FOLD: &str =
    "UPDATE callout_state SET fold = fold - 1, body = X'00' WHERE noun = 'activity'";

#[test]
fn a_state_of_another_fold_is_read_from_the_journal() {
    let patched = patched(OTHER_FOLD);
    let engine = &patched.engine;
    let read = world::get(engine, &world::manager(), "activity", patched.activity).unwrap();
    assert_eq!((&read["version"], &read["state"]["status"]), (&json!(2), &json!("open")));
    let report = engine.session(world::company(), world::manager()).verify(None).unwrap();
    assert_eq!((report.stale, &report.problems[..]), (1, &[][..]), "not proven, and not wrong");
    assert!(!report.clean);
    let renewed = engine.renew(world::company(), &world::manager(), 10).unwrap();
    assert_eq!((renewed.renewed, renewed.more), (1, false));
    world::assert_clean(engine);
}

#[test]
fn the_next_command_writes_state_and_rows_of_todays_fold() {
    let stale = "UPDATE callout_activity SET \"row\" = X'7b7d', number = 'old';
        INSERT INTO callout_activity SELECT company, owner, 7, status, number, reported_at,
            customer, equipment, lead, plan, unresolved, assigned, planned, kind, priority,
            region, due, \"row\"
            FROM callout_activity;
        INSERT INTO callout_activity_technician SELECT company, owner, 0, owner, status, planned,
            number, reported_at, NULL, NULL, due, X'' FROM callout_activity WHERE n = 0;";
    let patched = patched(&format!("{OTHER_FOLD}; {stale}"));
    patched.engine.execute(&world::note(patched.activity, "x")).unwrap();
    world::assert_clean(&patched.engine);
    let fold = "SELECT fold FROM callout_state WHERE noun = 'activity'";
    let fold: u32 = patched.file.query_row(fold, [], |row| row.get(0)).unwrap();
    assert_eq!(fold, <callout::activity::Activity as callout::noun::Noun>::FOLD);
    let list = json!({"activity": {"list": {}}});
    let rows = world::ask(&patched.engine, &world::manager(), &list).unwrap()["rows"].clone();
    assert_eq!(rows[0]["number"], "SA-2026-00001");
    assert_eq!(rows.as_array().unwrap().len(), 1);
}

/// A row of an older form that today's cannot be read from, or a damaged one, breaks no list.
#[test]
fn a_row_that_cannot_be_read_is_answered_from_the_journal_and_renewed() {
    let older = "UPDATE callout_activity SET \"row\" = X'7b7d';
        UPDATE callout_state SET fold = fold - 1 WHERE noun = 'activity'";
    let patched = patched(older);
    let list = json!({"activity": {"list": {}}});
    let rows = || world::ask(&patched.engine, &world::manager(), &list).unwrap()["rows"].clone();
    assert_eq!(rows()[0]["number"], "SA-2026-00001");
    let reader = Actor { id: world::company(), role: "reader".to_owned() };
    assert_eq!(code(patched.engine.renew(world::company(), &reader, 1)), "ACCESS-ROLE-01");
    let renewed = patched.engine.renew(world::company(), &world::manager(), 1).unwrap();
    assert_eq!((renewed.renewed, renewed.more), (1, true));
    let renewed = patched.engine.renew(world::company(), &world::manager(), 1).unwrap();
    assert_eq!((renewed.renewed, renewed.more), (0, false));
    assert_eq!(rows()[0]["number"], "SA-2026-00001");
    world::assert_clean(&patched.engine);
}

/// Nobody can say whether its form made it so or somebody's hand: what is shown is proven.
#[test]
fn a_row_of_an_older_form_is_not_shown_as_it_stands() {
    let list = json!({"activity": {"list": {}}});
    let shown = |engine: &Engine| world::ask(engine, &world::manager(), &list).unwrap();
    let truth = shown(&patched("").engine)["rows"][0]["title"].clone();
    for (forged, rows) in [
        (
            "UPDATE callout_activity SET \"row\" =
             CAST(replace(CAST(\"row\" AS TEXT), 'Kompresor', 'Nic') AS BLOB)",
            1,
        ),
        (
            "INSERT INTO callout_activity SELECT company, owner, 7, status, number, reported_at,
             customer, equipment, lead, plan, unresolved, assigned, planned, kind, priority,
            region, due, \"row\"
             FROM callout_activity",
            1,
        ),
    ] {
        let patched = patched(&format!("{OLDER}; {forged}"));
        let page = shown(&patched.engine);
        assert_eq!(page["rows"].as_array().unwrap().len(), rows, "{forged}");
        assert_eq!(page["rows"][0]["title"], truth, "{forged}");
        patched.engine.renew(world::company(), &world::manager(), 10).unwrap();
        world::assert_clean(&patched.engine);
    }
}

/// An update that changes no row leaves none unproven: then what was forged stands out.
#[test]
fn rows_of_an_older_form_are_compared_with_what_would_be_written_today() {
    let none: &[(&str, u64)] = &[];
    for (changed, unproven, problems) in [
        ("", none, none),
        ("UPDATE callout_activity SET number = 'SA-2026-00002'", &[("activity", 1)], none),
        ("UPDATE callout_activity SET \"row\" = X'7b7d'", &[("activity", 1)], none),
        ("DELETE FROM callout_activity", &[("activity", 1)], none),
        (
            "INSERT INTO callout_activity_technician SELECT company, owner, 0, owner, status,
             planned, number, reported_at, NULL, NULL, due, X'' FROM callout_activity",
            &[("activity_technician", 1)],
            none,
        ),
        // What follows from the journal alone is wrong in any form.
        (
            "UPDATE callout_state SET version = version + 1 WHERE noun = 'activity'",
            none,
            &[("the state is not what its events say", 1)],
        ),
        (
            "UPDATE callout_state SET rows = 0 WHERE noun = 'activity'",
            none,
            &[("the state is of a form that no Callout has ever written", 1)],
        ),
        (
            "UPDATE callout_state SET fold = 0 WHERE noun = 'customer'",
            none,
            &[("the state is of a form that no Callout has ever written", 1)],
        ),
    ] {
        let patched = patched(&format!("{OLDER}; {changed}"));
        let report =
            patched.engine.session(world::company(), world::manager()).verify(None).unwrap();
        let told: Vec<(&str, u64)> =
            report.unproven.iter().map(|(table, rows)| (table.as_str(), *rows)).collect();
        assert_eq!(told, unproven, "{changed}");
        let what: Vec<(&str, u64)> =
            report.problems.iter().map(|problem| (problem.what.as_str(), 1)).collect();
        assert_eq!(what, problems, "{changed}");
        assert!(!report.clean, "{changed}");
    }
}

/// What is sorted for another language is no older form: nothing of it stays unproven.
#[test]
fn rows_that_wait_for_another_language_are_proven_as_they_stand() {
    for (forged, problem) in [
        ("", None),
        ("UPDATE callout_customer SET name = 'a'", Some("an index row is not what its state says")),
        (
            "UPDATE callout_state SET rows = 511 WHERE noun = 'customer'",
            Some("the state is of a form that this Callout does not know"),
        ),
    ] {
        let patched = patched(forged);
        let english = json!({"company": {"update": {"settings": {"language": "en"}}}});
        let english = world::request(Some(world::company()), Some(1), &english);
        patched.engine.execute(&english).unwrap();
        let report =
            patched.engine.session(world::company(), world::manager()).verify(None).unwrap();
        let told = report.problems.iter().map(|problem| problem.what.as_str()).next();
        assert_eq!(told, problem, "{forged}");
        assert!(report.unproven.is_empty() && !report.clean, "{forged}");
    }
}

#[test]
fn verify_finds_rows_that_no_state_says() {
    let patched = patched(
        "INSERT INTO callout_activity_technician SELECT company, owner, 0, owner, status, planned,
            number, reported_at, NULL, NULL, due, X'' FROM callout_activity;",
    );
    let report = patched.engine.session(world::company(), world::manager()).verify(None).unwrap();
    assert_eq!(report.problems.len(), 1, "{report:?}");
    assert_eq!(report.problems[0].id, patched.activity);
}

#[test]
fn an_event_of_a_newer_callout_is_unsupported() {
    for newer in ["format = 2", "kind = 'teleported'"] {
        let patched = patched(&format!(
            "UPDATE callout_event SET {newer} WHERE kind = 'opened'; {OTHER_FOLD};"
        ));
        let (engine, manager) = (&patched.engine, world::manager());
        let read = world::get(engine, &manager, "activity", patched.activity);
        let error = read.unwrap_err();
        assert_eq!(error.code(), "JOURNAL-EVENT-01", "{newer}");
        assert_eq!(error.status(), callout::error::Status::Unsupported);
        assert_eq!(code(engine.execute(&world::note(patched.activity, "x"))), "JOURNAL-EVENT-01");
        assert_eq!(
            code(engine.session(world::company(), manager.clone()).changes(0, 9)),
            "JOURNAL-EVENT-01"
        );
    }
}

#[test]
fn an_event_of_a_noun_that_nobody_knows_is_unsupported_in_the_feed() {
    let patched = patched("UPDATE callout_event SET noun = 'drone' WHERE kind = 'opened'");
    let feed = patched.engine.session(world::company(), world::manager()).changes(0, 9);
    assert_eq!(code(feed), "JOURNAL-EVENT-01");
}

#[test]
fn what_is_stored_and_cannot_be_read_is_named() {
    let state = "UPDATE callout_state SET body = X'7b' WHERE noun = 'activity'".to_owned();
    let event = "UPDATE callout_event SET body = X'7b' WHERE kind = 'opened'";
    for broken in [state, format!("{event}; {OTHER_FOLD}")] {
        let patched = patched(&broken);
        let read = world::get(&patched.engine, &world::manager(), "activity", patched.activity);
        let error = read.unwrap_err();
        assert_eq!(error.code(), "JOURNAL-READ-01", "{broken}");
        assert_eq!(error.status(), callout::error::Status::Data);
        assert_eq!(error.details()["noun"], "activity");
        assert_eq!(error.details()["id"], patched.activity.to_string());
        let note = patched.engine.execute(&world::note(patched.activity, "x"));
        assert_eq!(code(note), "JOURNAL-READ-01");
    }
}

#[test]
fn a_store_that_fails_in_a_way_of_its_own_says_so_and_is_tried_again() {
    let patched = patched("ALTER TABLE callout_activity RENAME TO away");
    let engine = &patched.engine;
    let error = engine.execute(&world::draft("x")).unwrap_err();
    assert_eq!(error.code(), "STORE-FAULT-01");
    assert_eq!(error.status(), callout::error::Status::Unavailable);
    patched.file.execute_batch("ALTER TABLE away RENAME TO callout_activity").unwrap();
    let drafted = engine.execute(&world::draft("x")).unwrap();
    assert_eq!(world::number(engine, drafted.target), 2, "the refused one took no number");
    world::assert_clean(engine);
}

#[test]
fn verify_names_the_first_wrong_event() {
    for (change, sequence) in [
        ("UPDATE callout_event SET body = CAST(body || ' ' AS BLOB) WHERE sequence = 2", 2),
        ("UPDATE callout_event SET actor = zeroblob(16) WHERE sequence = 4", 4),
        ("DELETE FROM callout_event WHERE sequence = 2", 3),
    ] {
        let patched = patched(change);
        let report =
            patched.engine.session(world::company(), world::manager()).verify(None).unwrap();
        assert!(!report.clean);
        assert_eq!(report.problems[0].sequence, Some(sequence), "{change}: {report:?}");
    }
}

#[test]
fn a_cut_tail_shows_by_a_head_that_was_kept() {
    let patched = patched("");
    let (engine, manager) = (&patched.engine, world::manager());
    let kept = engine.session(world::company(), world::manager()).head().unwrap();
    engine.execute(&world::note(patched.activity, "x")).unwrap();
    assert!(engine.session(world::company(), manager.clone()).verify(Some(kept)).unwrap().clean);
    let later = engine.session(world::company(), world::manager()).head().unwrap();
    let cut = "DELETE FROM callout_event WHERE sequence = 5;
        UPDATE callout_head SET count = 4, hash = ?1";
    let (delete, update) = cut.split_once(';').unwrap();
    patched.file.execute(delete, []).unwrap();
    patched.file.execute(update, [kept.hash.0]).unwrap();
    let report = engine.session(world::company(), manager.clone()).verify(Some(later)).unwrap();
    let told = report.problems.iter().any(|p| p.what.contains("the head that was kept"));
    assert!(told, "{report:?}");
}
