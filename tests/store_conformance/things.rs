//! Values about persons, outside ids, timelines, blobs.

use super::journal::{BEYOND, append};
use super::{company, nth, on_each, stream};
use callout::journal::{Hash, Slot};
use callout::port::store::{Cursor, Quote, Stream, TimelinePage};
use uuid::Uuid;

fn slot(version: u64, n: u32, person: u128) -> Slot {
    let value = format!("\"{person} {n}\"").into_bytes();
    Slot { version, n, person: nth(person), salt: [7; 16], value }
}

#[test]
fn a_connector_remembers_until_it_forgets() {
    on_each(|place| {
        let mut tx = place.write();
        let at = |connector, key| Cursor { company: company(), connector, key };
        let elsewhere = Cursor { company: nth(77), ..at("calendar", "token") };
        tx.remember(&at("calendar", "token"), Some(b"1")).unwrap();
        tx.remember(&at("calendar", "entry"), Some(b"a")).unwrap();
        tx.remember(&at("calendars", "token"), Some(b"another")).unwrap();
        tx.remember(&elsewhere, Some(b"elsewhere")).unwrap();
        tx.remember(&at("calendar", "token"), Some(b"2")).unwrap();
        let known = tx.remembered(company(), "calendar").unwrap();
        let known: Vec<(&str, &[u8])> = known.iter().map(|(key, it)| (&key[..], &it[..])).collect();
        assert_eq!(known, [("entry", &b"a"[..]), ("token", b"2")]);
        tx.remember(&at("calendar", "token"), None).unwrap();
        tx.remember(&at("calendar", "never"), None).unwrap();
        assert_eq!(tx.remembered(company(), "calendar").unwrap().len(), 1);
        assert_eq!(tx.remembered(company(), "calendars").unwrap().len(), 1);
        assert_eq!(tx.remembered(company(), "mail").unwrap(), []);
    });
}

#[test]
fn values_about_a_person_are_found_counted_and_erased() {
    on_each(|place| {
        let visit = Stream { noun: "visit", ..stream(7) };
        let theirs = Stream { company: nth(2), ..stream(7) };
        let mut tx = place.write();
        for (stream, slot) in [
            (&stream(7), slot(1, 0, 50)),
            (&stream(7), slot(1, 1, 51)),
            (&stream(7), slot(2, 0, 50)),
            (&visit, slot(1, 0, 50)),
            (&theirs, slot(1, 0, 50)),
        ] {
            tx.put_slot(stream, &slot).unwrap();
        }
        let all = [slot(1, 0, 50), slot(1, 1, 51), slot(2, 0, 50)];
        for (from, to, slots) in [
            (0, u64::MAX, &all[..]),
            (1, 1, &all[..2]),
            (2, 2, &all[2..]),
            (3, 9, &[]),
            (2, 1, &[]),
        ] {
            assert_eq!(tx.slots(&stream(7), from, to).unwrap(), slots, "{from} to {to}");
        }
        let quote =
            |noun: &str, version| Quote { noun: noun.to_owned(), stream: nth(7), version, n: 0 };
        let quotes = [quote("activity", 1), quote("activity", 2), quote("visit", 1)];
        assert_eq!(tx.quotes(company(), nth(50)).unwrap(), quotes);
        assert_eq!(tx.erase(&stream(7), nth(50)).unwrap(), 2);
        assert_eq!(tx.quotes(company(), nth(50)).unwrap(), quotes[2..]);
        assert_eq!(tx.erase(&visit, nth(50)).unwrap(), 1);
        assert_eq!(tx.slots(&stream(7), 0, u64::MAX).unwrap(), [slot(1, 1, 51)]);
        assert_eq!(tx.quotes(nth(2), nth(50)).unwrap().len(), 1, "another company's stay");
        assert_eq!(tx.erase(&stream(7), nth(50)).unwrap(), 0);
    });
}

#[test]
fn an_outside_id_names_one_record_and_a_record_has_one_a_system() {
    on_each(|place| {
        let mut tx = place.write();
        let visit = Stream { noun: "visit", ..stream(8) };
        tx.put_external(&stream(7), "sap", "4711").unwrap();
        tx.put_external(&visit, "sap", "4711").unwrap();
        let mut find = |noun, system, value| tx.external(company(), noun, system, value).unwrap();
        assert_eq!(find("activity", "sap", "4711"), Some(nth(7)));
        assert_eq!(find("visit", "sap", "4711"), Some(nth(8)));
        assert_eq!(find("activity", "crm", "4711"), None);
        assert_eq!(find("activity", "sap", "4712"), None);
        tx.put_external(&stream(7), "sap", "4712").unwrap();
        let mut find = |noun, system, value| tx.external(company(), noun, system, value).unwrap();
        assert_eq!(find("activity", "sap", "4711"), None, "the one before is replaced");
        assert_eq!(find("activity", "sap", "4712"), Some(nth(7)));
        tx.drop_external(&stream(9), "sap").unwrap();
        assert_eq!(tx.external(company(), "activity", "sap", "4712").unwrap(), Some(nth(7)));
        tx.drop_external(&stream(7), "sap").unwrap();
        assert_eq!(tx.external(company(), "activity", "sap", "4712").unwrap(), None);
        assert_eq!(tx.external(company(), "visit", "sap", "4711").unwrap(), Some(nth(8)));
    });
}

fn page(company: Uuid, context: Uuid, after: u64, limit: u32) -> TimelinePage<'static> {
    TimelinePage { company, context, after, descending: false, nouns: &[], limit }
}

#[test]
fn a_timeline_holds_events_in_order_and_loses_a_stream_that_leaves() {
    on_each(|place| {
        let (first, second) = (stream(7), stream(8));
        let mut tx = place.write();
        let events = append(tx.as_mut(), &[&first, &second, &first]);
        let context = nth(60);
        for (stream, sequence) in [(&first, 3), (&second, 2), (&first, 1), (&first, 1)] {
            tx.put_context(context, stream, sequence).unwrap();
        }
        assert_eq!(tx.timeline(&page(company(), context, 0, 9)).unwrap(), events);
        assert_eq!(tx.timeline(&page(company(), context, 1, 1)).unwrap(), events[1..2]);
        for beyond in BEYOND {
            assert_eq!(tx.timeline(&page(company(), context, beyond, 9)).unwrap(), []);
        }
        assert_eq!(tx.timeline(&page(nth(2), context, 0, 9)).unwrap(), []);
        assert_eq!(tx.timeline(&page(company(), nth(61), 0, 9)).unwrap(), []);
        let newest = TimelinePage { descending: true, ..page(company(), context, 0, 2) };
        assert_eq!(tx.timeline(&newest).unwrap(), [events[2].clone(), events[1].clone()]);
        let before = TimelinePage { after: 2, ..newest };
        assert_eq!(tx.timeline(&before).unwrap(), events[..1]);
        for (nouns, wanted) in [("activity", &events[..]), ("visit", &[])] {
            let nouns = [nouns.to_owned()];
            let of = TimelinePage { nouns: &nouns, ..page(company(), context, 0, 9) };
            assert_eq!(tx.timeline(&of).unwrap(), wanted);
        }
        tx.drop_context(context, &first).unwrap();
        assert_eq!(tx.timeline(&page(company(), context, 0, 9)).unwrap(), events[1..2]);
    });
}

#[test]
fn bytes_are_kept_once_under_their_hash() {
    on_each(|place| {
        let (bytes, hash) = (vec![0_u8; 100_000], Hash::of(&[0; 100_000]));
        let mut tx = place.write();
        tx.put_blob(company(), &hash, &bytes).unwrap();
        tx.put_blob(company(), &hash, &bytes).unwrap();
        tx.put_blob(company(), &Hash::of(b""), b"").unwrap();
        assert_eq!(tx.blob(company(), &hash).unwrap(), Some(bytes));
        assert_eq!(tx.blob(company(), &Hash::of(b"")).unwrap(), Some(Vec::new()));
        assert_eq!(tx.blob(nth(2), &hash).unwrap(), None);
        tx.drop_blob(nth(2), &hash).unwrap();
        assert!(tx.blob(company(), &hash).unwrap().is_some(), "another company's stay");
        tx.drop_blob(company(), &hash).unwrap();
        tx.drop_blob(company(), &hash).unwrap();
        assert_eq!(tx.blob(company(), &hash).unwrap(), None);
    });
}

#[test]
fn who_names_which_bytes_is_known_both_ways() {
    on_each(|place| {
        let (one, other) = (Hash::of(b"1"), Hash::of(b"2"));
        let visit = Stream { noun: "visit", ..stream(7) };
        let theirs = Stream { company: nth(2), ..stream(7) };
        let mut tx = place.write();
        let uses = [(&stream(7), one), (&stream(7), other), (&visit, one), (&theirs, one)];
        for (stream, hash) in uses.iter().chain(&uses[..1]) {
            tx.put_use(stream, hash).unwrap();
        }
        let mut both = vec![one, other];
        both.sort();
        assert_eq!(tx.used(&stream(7)).unwrap(), both);
        let named = |noun: &str| (noun.to_owned(), nth(7));
        assert_eq!(tx.uses(company(), &one).unwrap(), [named("activity"), named("visit")]);
        let all = tx.all_uses(company(), None, 9).unwrap();
        assert_eq!(all.len(), 3);
        assert_eq!(tx.all_uses(company(), Some(&all[0]), 9).unwrap(), all[1..]);
        tx.drop_use(&stream(7), &one).unwrap();
        assert_eq!(tx.uses(company(), &one).unwrap(), [named("visit")]);
        assert_eq!(tx.uses(nth(2), &one).unwrap().len(), 1);
    });
}

#[test]
fn a_company_keeps_its_secret_to_itself() {
    on_each(|place| {
        let mut tx = place.write();
        append(tx.as_mut(), &[&stream(7)]);
        assert_eq!(tx.secret(company()).unwrap(), Hash::default());
        tx.put_secret(company(), &Hash::of(b"secret")).unwrap();
        append(tx.as_mut(), &[&stream(8)]);
        assert_eq!(tx.secret(company()).unwrap(), Hash::of(b"secret"));
        assert_eq!(tx.secret(nth(2)).unwrap(), Hash::default());
    });
}
