//! What happened, for hosts that follow and people who look back.

use super::on_each;
use super::support::{TestClock, engine_on, id_of, sqlite, world};
use callout::engine::Engine;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, Ordering};
use uuid::Uuid;

#[test]
fn the_feed_is_complete_and_in_order_while_three_write() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("service.db");
    let engine = engine_on(sqlite(&path), &TestClock::at("2026-10-14T08:00:00Z"));
    world::founded(&engine);
    let (engine, done) = (&engine, &AtomicBool::new(false));
    let followed = std::thread::scope(|threads| {
        let follower = threads.spawn(move || {
            let (mut seen, mut after) = (Vec::<(u64, Uuid)>::new(), 0);
            loop {
                let last = done.load(Ordering::SeqCst);
                let page =
                    engine.session(world::company(), world::manager()).changes(after, 7).unwrap();
                seen.extend(page.changes.iter().map(|change| (change.sequence, change.command)));
                after = page.next;
                if last && page.changes.is_empty() {
                    return seen;
                }
            }
        });
        let writers: Vec<_> = (0..3)
            .map(|_| {
                threads.spawn(move || {
                    let drafts: Vec<_> = (0..20).map(|n| world::draft(&format!("{n}"))).collect();
                    drafts.iter().for_each(|draft| drop(engine.execute(draft).unwrap()));
                    drafts.iter().map(|draft| draft.id).collect::<Vec<Uuid>>()
                })
            })
            .collect();
        let mut sent: Vec<Uuid> = writers.into_iter().flat_map(|w| w.join().unwrap()).collect();
        done.store(true, Ordering::SeqCst);
        let followed = follower.join().unwrap();
        let mut commands: Vec<Uuid> = followed.iter().map(|(_, command)| *command).collect();
        commands.sort();
        commands.dedup();
        // What set the company up comes first in the feed.
        let set_up = followed.iter().filter(|(sequence, _)| *sequence <= world::FOUNDED);
        sent.extend(set_up.map(|(_, command)| *command));
        sent.sort();
        sent.dedup();
        assert_eq!(commands, sent, "every command, and the setting-up");
        followed
    });
    let sequences: Vec<u64> = followed.iter().map(|(sequence, _)| *sequence).collect();
    assert_eq!(sequences, (1..=world::FOUNDED + 120).collect::<Vec<u64>>());
    world::assert_clean(engine);
}

#[test]
fn a_change_says_who_did_what_why_and_with_which_values() {
    on_each(|engine| {
        let draft = world::draft("Kompresor");
        let target = engine.execute(&draft).unwrap().target;
        let page =
            engine.session(world::company(), world::manager()).changes(world::FOUNDED, 10).unwrap();
        assert_eq!(page.head, engine.session(world::company(), world::manager()).head().unwrap());
        let [drafted, taken] = &page.changes[..] else { panic!("{page:?}") };
        assert_eq!(
            (drafted.sequence, drafted.event.as_str(), drafted.id),
            (world::FOUNDED + 1, "created", target)
        );
        assert_eq!(drafted.body["created"]["title"], "Kompresor");
        assert_eq!((drafted.actor, drafted.role.as_str()), (id_of("manager"), "manager"));
        assert_eq!((taken.noun.as_str(), taken.role.as_str()), ("series", "workflow"));
        assert_eq!((taken.command, drafted.command), (draft.id, draft.id));
    });
}

fn timeline(engine: &Engine, context: Uuid, after: u64, limit: u32) -> Value {
    let ask = json!({"timeline": {"context": context, "after": after, "limit": limit}});
    world::ask(engine, &world::manager(), &ask).unwrap()
}

fn names(page: &Value) -> Vec<&str> {
    page["events"].as_array().unwrap().iter().map(|e| e["event"].as_str().unwrap()).collect()
}

#[test]
fn a_timeline_comes_page_by_page_and_names_its_end() {
    on_each(|engine| {
        let activity = world::open_activity(engine);
        engine.execute(&world::note(activity, "x")).unwrap();
        let first = timeline(engine, activity, 0, 2);
        assert_eq!(names(&first), ["created", "opened"]);
        let rest = timeline(engine, activity, first["next"].as_u64().unwrap(), 2);
        assert_eq!(names(&rest), ["note_added"]);
        assert_eq!(rest.get("next"), None);
        assert_eq!(names(&timeline(engine, world::customer(), 0, 9)).len(), 4);
    });
}

/// Equipment moves between timelines through `describe`; with customers it must be theirs.
#[test]
fn what_comes_under_another_context_takes_its_past_along() {
    on_each(|engine| {
        let activity = world::open_activity(engine);
        let (before, after) = (id_of("press"), id_of("pump"));
        let mut version = 2;
        for equipment in [before, after] {
            let describe = json!({"activity": {"update": {"equipment": equipment}}});
            let request = world::request(Some(activity), Some(version), &describe);
            match engine.execute(&request) {
                Ok(receipt) => version = receipt.version,
                // Until equipment can be set up here, nobody owns any.
                Err(error) => return assert!(error.code().starts_with("ACTIVITY-"), "{error}"),
            }
        }
        assert_eq!(names(&timeline(engine, before, 0, 9)), ["updated"]);
        let moved = timeline(engine, after, 0, 9);
        assert_eq!(names(&moved), ["created", "opened", "updated", "updated"]);
    });
}

/// What is cut from a price list's state is cut from its events too (A10).
#[test]
fn who_sees_no_prices_follows_without_them() {
    on_each(|engine| {
        let items = json!({"A": {"name": "A", "unit": "piece", "price": "1234.50"}});
        let list = json!({"price_list": {"publish": {"name": "Ceník", "currency": "CZK",
            "valid_from": "2026-01-01", "items": items}}});
        let set = json!({"price_list": {"set_items": {"items": {"A": {"name": "A",
            "unit": "piece", "price": "1234.51"}}}}});
        let role = json!({"company": {"define_role": {"role": "sklad",
            "permissions": {"company.feed": "all", "price_list.read": "all"}}}});
        let id = id_of("ceník");
        let told = [(id, None, list), (id, Some(1), set), (world::company(), Some(1), role)];
        for (target, seen, command) in told {
            engine.execute(&world::request(Some(target), seen, &command)).unwrap();
        }
        let clerk = callout::access::Actor { id: id_of("eva"), role: "sklad".to_owned() };
        let seen = engine.session(world::company(), clerk.clone()).changes(0, 1_000).unwrap();
        let bodies: Vec<_> = seen.changes.iter().filter(|change| change.id == id).collect();
        assert_eq!(bodies.len(), 2);
        assert!(bodies.iter().all(|change| !change.body.to_string().contains("1234.5")));
    });
}

/// A feed is read by the rights of its nouns: what is left out is passed all the same.
#[test]
fn who_follows_reads_no_more_than_he_may() {
    on_each(|engine| {
        let add = json!({"task": {"create": {"title": "Narozeniny"}}});
        let (own, other) = (id_of("own task"), id_of("other task"));
        let clerk = callout::access::Actor::back_office(id_of("eva"));
        engine.execute(&world::request(Some(other), None, &add)).unwrap();
        engine.execute(&world::request_of(&clerk, Some(own), None, &add)).unwrap();
        let page =
            engine.session(world::company(), clerk.clone()).changes(world::FOUNDED, 1).unwrap();
        assert_eq!((page.changes.len(), page.next), (0, world::FOUNDED + 1));
        let page = engine.session(world::company(), clerk.clone()).changes(page.next, 9).unwrap();
        let ids: Vec<Uuid> = page.changes.iter().map(|change| change.id).collect();
        assert_eq!((ids, page.next), (vec![own], page.head.count));
        let page = engine.session(world::company(), clerk.clone()).changes(page.next, 9).unwrap();
        assert_eq!((page.changes.len(), page.next), (0, page.head.count));
        let all = engine.session(world::company(), world::manager()).changes(0, 99).unwrap();
        assert_eq!(all.changes.len() as u64, all.head.count);
    });
}
