//! Several commands in one transaction: all or nothing, or each with its outcome.

use super::support::world;
use super::{code, on_each};
use callout::activity::{self, Activity, Status};
use callout::engine::{
    Answer, BatchMode, BatchOutcome, BatchRequest, BlobQuery, CalendarEntryQuery, ChangesQuery,
    Engine, HeadQuery, MAX_BATCH, Query, VerifyQuery, read,
};
use callout::error::Error;
use serde_json::{Value, json};
use uuid::Uuid;

fn batch(mode: &str, commands: &[Value]) -> BatchRequest {
    let commands: Vec<Value> = commands
        .iter()
        .map(|command| {
            let mut command = command.clone();
            command["id"] = json!(Uuid::now_v7());
            command
        })
        .collect();
    let whole = json!({"company": world::company(), "actor": world::manager(), "mode": mode,
        "commands": commands});
    read(whole.to_string().as_bytes()).unwrap()
}

fn create(title: &str) -> Value {
    json!({"command": {"task": {"create": {"title": title}}}})
}

/// What one command made, for a later one.
fn of(place: u64, take: &str) -> Value {
    json!({"$receipt": place, "take": take})
}

fn count(engine: &Engine) -> u64 {
    engine.session(world::company(), world::manager()).head().unwrap().count
}

fn targets(outcomes: &[BatchOutcome]) -> Vec<Option<Uuid>> {
    let target = |outcome: &BatchOutcome| match outcome {
        BatchOutcome::Done(receipt) => Some(receipt.target),
        BatchOutcome::Refused(_) => None,
    };
    outcomes.iter().map(target).collect()
}

#[test]
fn a_later_command_uses_what_an_earlier_one_made() {
    on_each(|engine| {
        let address = json!({"street": "A", "city": "B", "postal_code": "1", "country": "CZ"});
        let done = engine
            .batch(&batch(
                "all_or_nothing",
                &[
                    json!({"command": {"customer": {"create": {"name": "Kovo"}}}}),
                    json!({"target": of(0, "target"),
                        "command": {"customer": {"add_site": {"name": "Hala", "address": address}}}}),
                    json!({"command": {"activity": {"create": {"kind": "one_off", "title": "A",
                        "customer": of(0, "target"), "site": of(1, "part")}}}}),
                    json!({"target": of(2, "target"), "expected": of(2, "version"),
                        "command": {"activity": {"open": {}}}}),
                ],
            ))
            .unwrap();
        let job = targets(&done.outcomes)[2].unwrap();
        let manager = engine.session(world::company(), world::manager());
        let state = manager.get::<Activity>(job).unwrap().state;
        assert_eq!(state.status, Status::Open);
        assert_eq!(Some(state.customer), targets(&done.outcomes)[0]);
        assert!(state.site.is_some());
    });
}

#[test]
fn all_or_nothing_does_nothing_where_one_is_refused_and_says_which() {
    on_each(|engine| {
        let before = count(engine);
        let commands = [create("A"), create(" "), create("C")];
        let asked = batch("all_or_nothing", &commands);
        let error = engine.batch(&asked).unwrap_err();
        assert_eq!(error.code(), "TASK-TITLE-01");
        assert_eq!(error.details()["batch"]["index"], 1);
        assert_eq!(error.details()["batch"]["command"], json!(asked.commands[1].id));
        assert_eq!(count(engine), before);
        // Nothing of it was taken: the same ids may be used again.
        let mended =
            BatchRequest { commands: asked.commands.iter().step_by(2).cloned().collect(), ..asked };
        assert_eq!(engine.batch(&mended).unwrap().outcomes.len(), 2);
        assert_eq!(count(engine), before + 2);
    });
}

#[test]
fn each_has_its_outcome_and_what_builds_on_a_refused_one_is_refused() {
    on_each(|engine| {
        let before = count(engine);
        let complete = |place| {
            json!({"target": of(place, "target"),
            "command": {"task": {"complete": {}}}})
        };
        let commands = [create(" "), create("B"), complete(0), complete(1)];
        let done = engine.batch(&batch("each", &commands)).unwrap();
        let codes: Vec<Option<&str>> = done
            .outcomes
            .iter()
            .map(|outcome| match outcome {
                BatchOutcome::Done(_) => None,
                BatchOutcome::Refused(refused) => Some(refused.code.as_str()),
            })
            .collect();
        assert_eq!(codes, [Some("TASK-TITLE-01"), None, Some("REQUEST-BATCH-02"), None]);
        assert_eq!(count(engine), before + 2);
    });
}

/// Sent again after its answer was lost, each command gives its first receipt, and the places that
/// later ones name are filled alike.
#[test]
fn a_batch_is_executed_once() {
    on_each(|engine| {
        let complete = json!({"target": of(0, "target"), "command": {"task": {"complete": {}}}});
        for mode in ["all_or_nothing", "each"] {
            let asked = batch(mode, &[create("A"), complete.clone()]);
            let first = engine.batch(&asked).unwrap();
            let after = count(engine);
            assert_eq!(engine.batch(&asked).unwrap(), first);
            assert_eq!(count(engine), after);
        }
    });
}

#[test]
fn what_is_no_batch_is_refused() {
    on_each(|engine| {
        let before = count(engine);
        let many = vec![create("A"); MAX_BATCH as usize + 1];
        for (commands, wanted) in [
            (&[][..], "REQUEST-BATCH-01"),
            (&many[..], "REQUEST-BATCH-01"),
            (
                &[json!({"target": of(0, "target"), "command": {"task": {"complete": {}}}})],
                "REQUEST-BATCH-02",
            ),
            (
                &[
                    create("A"),
                    json!({"target": of(0, "part"),
                "command": {"task": {"complete": {}}}}),
                ],
                "REQUEST-BATCH-02",
            ),
            (
                &[
                    create("A"),
                    json!({"target": of(0, "actor"),
                "command": {"task": {"complete": {}}}}),
                ],
                "REQUEST-BATCH-02",
            ),
            (
                &[
                    create("A"),
                    json!({"target": {"$receipt": -1, "take": "target"},
                "command": {"task": {"complete": {}}}}),
                ],
                "REQUEST-BATCH-02",
            ),
            (&[json!({"command": {"task": {"found": {}}}})], "REQUEST-CHOICE-01"),
        ] {
            let mut asked = batch("all_or_nothing", commands);
            assert_eq!(code(engine.batch(&asked)), wanted);
            // A batch that has no command or too many is none; each other is refused by itself.
            asked.mode = BatchMode::Each;
            let each = engine.batch(&asked).map(|done| targets(&done.outcomes).pop().flatten());
            assert!(matches!(each, Ok(None)) || code(each) == wanted);
        }
        let tasks = count(engine) - before;
        assert_eq!(tasks, 3, "each alone, what is well said is done");
    });
}

/// What is wrong with a command of a batch is told as of one by itself.
#[test]
fn a_command_of_a_batch_is_read_as_closely_as_one_by_itself() {
    on_each(|engine| {
        let before = count(engine);
        let asked = |command: &str| {
            let commands = format!(
                r#"{{"company": "{}", "actor": {}, "commands": [{{"id": "{}", "command": {command}}}]}}"#,
                world::company(),
                json!(world::manager()),
                Uuid::now_v7(),
            );
            engine.batch_json(commands.as_bytes()).unwrap_err()
        };
        for (command, wanted, path) in [
            (r#"{"task": {"create": {"title": "x", "title": "y"}}}"#, "REQUEST-FIELD-03", "title"),
            (
                r#"{"task": {"create": {"title": "x"}}, "task": {"create": {"title": "y"}}}"#,
                "REQUEST-FIELD-03",
                "task",
            ),
            (
                r#"{"record": {"extend": {"noun": "task", "json": "{}"}}, "a": {"b": 1, "b": 2}}"#,
                "REQUEST-FIELD-03",
                "b",
            ),
            (r#"{"task": {"create": {"titel": 1, "foo": 2}}}"#, "REQUEST-FIELD-01", "foo"),
        ] {
            let error = asked(command);
            assert_eq!(error.code(), wanted, "{command}");
            let told = error.details()["path"].as_str().unwrap();
            assert!(told.ends_with(path), "{told} {command}");
        }
        let error = asked(r#"{"task": {"create": {"titel": 1, "foo": 2}}}"#);
        assert_eq!(error.details()["faults"].as_array().unwrap().len(), 3);
        assert_eq!(error.details()["batch"]["index"], 0);
        assert_eq!(count(engine), before);
    });
}

/// In Rust a batch is written as it is done: what one command gave stands in a variable.
#[test]
fn a_session_does_several_things_together() {
    on_each(|engine| {
        let manager = engine.session(world::company(), world::manager());
        let customer = world::customer();
        let before = count(engine);
        let job = manager
            .batch(|batch| {
                let title = "A".to_owned();
                let job =
                    batch.create(activity::Create { customer, title, ..Default::default() })?;
                // A refusal changes nothing, and the work may go on.
                let blank = activity::Update { title: Some(" ".into()), ..Default::default() };
                let refused = batch.change(job.target, 1, blank).unwrap_err();
                assert_eq!(refused.code(), "ACTIVITY-CREATE-01");
                assert_eq!(refused.details()["batch"]["index"], 1);
                assert_eq!(batch.get::<Activity>(job.target)?.version, 1);
                batch.change(job.target, 1, activity::Open {})
            })
            .unwrap();
        assert_eq!(manager.get::<Activity>(job.target).unwrap().version, 2);
        let after = count(engine);
        assert!(after > before);
        let undone: Result<(), Error> = manager.batch(|batch| {
            batch.change(job.target, 2, activity::Complete {})?;
            batch.change(job.target, 2, activity::Complete {}).map(|_| ())
        });
        assert_eq!(code(undone), "RECORD-VERSION-01");
        assert_eq!(count(engine), after);
        assert!(manager.verify(None).unwrap().clean);
    });
}

/// Each question is a query, so it works wherever queries do: here, before anything is committed.
#[test]
fn questions_of_a_transaction_see_what_it_did() {
    on_each(|engine| {
        let manager = engine.session(world::company(), world::manager());
        let hash = manager.put_blob(b"a photograph").unwrap();
        let before = manager.head().unwrap();
        let undone: Result<(), Error> = manager.batch(|batch| {
            let (customer, title) = (world::customer(), "A".to_owned());
            batch.create(activity::Create { customer, title, ..Default::default() })?;
            let Answer::Head(head) = batch.ask(Query::Head(HeadQuery {}))? else { panic!() };
            assert!(head.count > before.count);
            let ask = ChangesQuery { after: before.count, limit: 10, language: None };
            let Answer::Changes(new) = batch.ask(Query::Changes(ask))? else { panic!() };
            assert_eq!((new.changes[0].event.as_str(), new.head), ("created", head));
            let ask = VerifyQuery { head: Some(before), since: Some(before) };
            let Answer::Verification(proof) = batch.ask(Query::Verify(ask))? else { panic!() };
            assert!(proof.clean && proof.events == head.count - before.count, "{proof:?}");
            let Answer::Blob(bytes) = batch.ask(Query::Blob(BlobQuery { hash }))? else { panic!() };
            assert_eq!(bytes, b"a photograph");
            let (visit, technician) = (Uuid::now_v7(), None);
            let ask = Query::CalendarEntry(CalendarEntryQuery { visit, technician });
            assert_eq!(code(batch.ask(ask)), "RECORD-FIND-01");
            batch.create(activity::Create::default()).map(|_| ())
        });
        assert_eq!(code(undone), "ACTIVITY-CREATE-01");
        assert_eq!(manager.head().unwrap(), before);
    });
}
