//! Journals of releases, kept as they were written: they must replay to the same states for ever
//! (E94, E97), and every kind of event that a release knew is in its journal.
//!
//! `tests/golden/journal/<release>.jsonl` holds events and the values about persons beside them;
//! `<release>.states.jsonl` what they fold to. Before a release its journal is written anew with
//! `CALLOUT_REWRITE=1 cargo test --test journal`; after it the journal is never touched again, and
//! only the states are, where a fold was changed on purpose.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

mod journal {
    pub mod bare;
    pub mod file;
    pub mod story;
    pub mod teller;
}

use callout::adapters::store::memory::MemoryStore;
use callout::engine::Engine;
use callout::journal::{Event, Hash};
use callout::port::store::{Store, Stored};
use journal::file::{Kept, Kind};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Once};
use support::{TestClock, engine_on, stores, world};

/// The release that is being made: its journal may still be rewritten.
const OPEN: &str = "0.1";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/journal")
}

/// The releases whose journals are kept; the open one's is written first where that is asked for.
fn releases() -> Vec<String> {
    static WRITTEN: Once = Once::new();
    WRITTEN.call_once(|| {
        if rewriting() {
            rewrite();
        }
    });
    let files = std::fs::read_dir(folder()).expect("journals").flatten();
    let names = files.filter_map(|file| file.file_name().into_string().ok());
    let names = names.filter_map(|name| Some(name.strip_suffix(".jsonl")?.to_owned()));
    let mut names: Vec<String> = names.filter(|name| !name.ends_with(".states")).collect();
    names.sort();
    assert!(!names.is_empty());
    names
}

fn rewriting() -> bool {
    std::env::var_os("CALLOUT_REWRITE").is_some()
}

/// Puts a journal into an empty store, with no state and no row: those must follow from it.
fn loaded(store: Arc<dyn Store>, kept: &Kept) -> Engine {
    let mut tx = store.write().unwrap();
    let mut head = tx.head(kept.company()).unwrap();
    for event in &kept.events {
        head = head.after(event.hash);
        tx.append(event, &head).unwrap();
    }
    for (stream, slot) in &kept.slots {
        tx.put_slot(stream, slot).unwrap();
    }
    for (stream, version, last) in kept.streams() {
        // No form that was ever written: the state is read from the journal.
        let of_stream = |event: &&Event| (&*event.noun, event.stream) == (stream.noun, stream.id);
        let sequence = kept.events.iter().rfind(of_stream).unwrap().sequence;
        let (fold, body) = (0, Vec::new());
        let stored = Stored { version, fold, rows: 0, sequence, body, last };
        tx.put_state(&stream, &stored).unwrap();
    }
    for blob in &kept.blobs {
        tx.put_blob(kept.company(), &Hash::of(blob), blob).unwrap();
    }
    tx.put_secret(kept.company(), &kept.secret).unwrap();
    // Receipts are not kept with a journal: they have ended, and their time is over.
    tx.put_ended(kept.company(), head.count).unwrap();
    tx.commit().unwrap();
    let engine = engine_on(store, &TestClock::at("2039-01-04T08:00:00+01:00"));
    let report = engine.session(kept.company(), world::manager()).verify(None).unwrap();
    assert!(!report.clean, "nothing of it is there yet");
    engine
}

/// Builds anew what is read, a few streams at a time.
fn renew(engine: &Engine, kept: &Kept) {
    let mut streams = 0;
    loop {
        let renewed = engine.renew(kept.company(), &world::manager(), 7).unwrap();
        streams += renewed.renewed;
        if !renewed.more {
            break;
        }
    }
    assert!(streams > 0);
    world::assert_clean(engine);
}

/// What each stream folds to, a line a stream.
fn states(engine: &Engine, kept: &Kept) -> String {
    let lines = kept.streams().into_iter().map(|(stream, ..)| {
        let view = world::get(engine, &world::manager(), stream.noun, stream.id).unwrap();
        let of = |name: &str| view[name].clone();
        let line = json!({"noun": stream.noun, "id": stream.id, "version": of("version"),
            "state": of("state"), "external_ids": of("external_ids"), "ext": of("ext")});
        format!("{line}\n")
    });
    lines.collect()
}

fn rewrite() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    journal::story::tell(Arc::clone(&store));
    let kept = Kept::of(store.as_ref());
    std::fs::write(folder().join(format!("{OPEN}.jsonl")), kept.text()).unwrap();
}

#[test]
fn every_kept_journal_replays_to_the_states_it_had() {
    for release in releases() {
        let text = std::fs::read_to_string(folder().join(format!("{release}.jsonl"))).unwrap();
        let kept = Kept::read(&text);
        assert_eq!(kept.text(), text, "read and written, {release} is the same");
        let path = folder().join(format!("{release}.states.jsonl"));
        for (name, store, _folder) in stores() {
            let engine = loaded(store, &kept);
            let now = states(&engine, &kept);
            // The hashes hold, so the bytes are those of that day.
            renew(&engine, &kept);
            assert_eq!(states(&engine, &kept), now, "{release} on {name}");
            if rewriting() {
                std::fs::write(&path, &now).unwrap();
            }
            let then = std::fs::read_to_string(&path).unwrap();
            for (then, now) in then.lines().zip(now.lines()) {
                assert_eq!(now, then, "{release} on {name}");
            }
            assert_eq!(now, then, "{release} on {name}");
        }
    }
}

#[test]
fn work_goes_on_upon_a_kept_journal() {
    for release in releases() {
        let text = std::fs::read_to_string(folder().join(format!("{release}.jsonl"))).unwrap();
        let kept = Kept::read(&text);
        for (name, store, _folder) in stores() {
            let engine = loaded(store, &kept);
            let before = engine.session(kept.company(), world::manager()).head().unwrap();
            let note = world::note(support::id_of("refused"), "Po letech.");
            engine.execute(&note).unwrap_or_else(|error| panic!("{release} on {name}: {error}"));
            let after = engine.session(kept.company(), world::manager()).head().unwrap();
            assert_eq!(after.count, before.count + 1);
            renew(&engine, &kept);
            let report =
                engine.session(kept.company(), world::manager()).verify(Some(before)).unwrap();
            assert!(report.clean, "{:?}", report.problems);
            // Its rows were written with its state, and it is found again.
            let list = json!({"activity": {"list": {"filter": {"search": "sušička"}}}});
            let page = world::ask(&engine, &world::manager(), &list).unwrap();
            assert_eq!(page["rows"].as_array().unwrap().len(), 1);
        }
    }
}

/// Kinds that this Callout can write, by their schemas.
fn known() -> BTreeSet<Kind> {
    let mut known = BTreeSet::new();
    for (room, schemas) in callout::engine::SCHEMAS {
        let Some((_, schema)) = schemas().into_iter().find(|(name, _)| *name == "event") else {
            continue;
        };
        for variant in schema.as_value()["oneOf"].as_array().into_iter().flatten() {
            let names = variant["properties"].as_object().into_iter().flatten();
            known.extend(names.map(|(name, _)| ((*room).to_owned(), name.clone())));
            // Events without values are listed by their bare names.
            let bare = variant["enum"].as_array().into_iter().flatten();
            known.extend(
                bare.filter_map(Value::as_str).map(|name| ((*room).to_owned(), name.to_owned())),
            );
        }
    }
    known
}

#[test]
fn every_kind_of_event_is_in_the_journal_of_its_release() {
    assert!(releases().iter().any(|release| release == OPEN));
    let text = std::fs::read_to_string(folder().join(format!("{OPEN}.jsonl"))).unwrap();
    let told = Kept::read(&text).kinds();
    let known = known();
    assert!(known.len() > 90, "{}", known.len());
    let untold: Vec<&Kind> = known.difference(&told).collect();
    assert!(untold.is_empty(), "tell them in tests/journal/story.rs: {untold:?}");
}

/// How people are told each kind of event: what the record is called, who did it where that was a
/// technician, and the sentence, in English and in Czech.
#[test]
fn every_kind_of_event_is_told_in_a_sentence() {
    let teller = journal::story::tell(Arc::new(MemoryStore::new()));
    let heard = teller.heard.borrow();
    let mut page = String::new();
    for (kind, [en, cs]) in heard.iter() {
        for told in [en, cs] {
            let sentence = told.rsplit(" | ").next().unwrap_or_default();
            assert!(!sentence.is_empty(), "{kind} has no sentence");
            assert!(!sentence.contains(['{', '[', '…']), "{kind}: {sentence}");
        }
        page.push_str(&format!("{kind}\n    {en}\n    {cs}\n"));
    }
    let known: BTreeSet<String> =
        known().into_iter().map(|(noun, event)| format!("{noun}.{event}")).collect();
    let told: BTreeSet<String> = heard.keys().cloned().collect();
    let untold: Vec<&String> = known.difference(&told).collect();
    assert!(untold.is_empty(), "nobody heard of {untold:?}");
    let path = folder().join("../told.txt");
    if rewriting() {
        std::fs::write(&path, &page).unwrap();
    }
    let then = std::fs::read_to_string(&path).unwrap();
    assert_eq!(page, then, "tests/golden/told.txt: rewrite it with CALLOUT_REWRITE=1 and read it");
}

/// What people wrote stands apart, under the id of the record: a new field of text must too, or say
/// why not (E93).
#[test]
fn no_words_of_people_stand_bare_in_a_journal() {
    for release in releases() {
        let text = std::fs::read_to_string(folder().join(format!("{release}.jsonl"))).unwrap();
        let kept = Kept::read(&text);
        let texts = journal::bare::texts(&kept);
        assert!(texts.len() > 20, "{texts:?}");
        let bare: Vec<_> =
            texts.iter().filter(|path| !journal::bare::may_stand_bare(path)).collect();
        assert!(bare.is_empty(), "{release}: {bare:#?}");
    }
}
