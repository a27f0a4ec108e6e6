//! Events, heads, states, first answers.

use super::{company, nth, on_each, stream};
use callout::journal::{Device, Event, Hash, Head};
use callout::port::store::{Answered, Print, Stored, Stream, Tx};
use callout::schedule::Instant;
use uuid::Uuid;

/// Positions that a caller may ask for and no store reaches.
pub(super) const BEYOND: [u64; 3] = [i64::MAX as u64, i64::MAX as u64 + 1, u64::MAX];

pub(super) fn event(sequence: u64, stream: &Stream, version: u64) -> Event {
    let mut event = Event {
        company: stream.company,
        sequence,
        noun: stream.noun.to_owned(),
        stream: stream.id,
        version,
        kind: "note_added".to_owned(),
        format: u16::MAX,
        at: Instant::from_micros(-1).expect("a time"),
        actor: Uuid::max(),
        role: "manažer".to_owned(),
        command: nth(99),
        device: Some(Device { id: nth(98), sequence, clock: Instant::from_micros(1).expect("") }),
        cause: (version > 1).then(|| nth(97)),
        receipt: (version > 2).then(|| Hash::of(b"receipt")),
        body: vec![0, 255, b'{'],
        previous: Hash::of(b"before"),
        hash: Hash::default(),
    };
    event.hash = event.computed_hash();
    event
}

/// Appends events 1, 2, … of the streams in this order.
pub(super) fn append(tx: &mut dyn Tx, streams: &[&Stream]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for stream in streams {
        let mut head = tx.head(stream.company).expect("a head");
        let version = 1 + events.iter().filter(|event| event.stream == stream.id).count() as u64;
        let event = event(head.count + 1, stream, version);
        head = head.after(event.hash);
        tx.append(&event, &head).expect("appended");
        events.push(event);
    }
    events
}

#[test]
fn a_company_without_events_has_the_zero_head() {
    on_each(|place| {
        assert_eq!(place.read().head(company()).unwrap(), Head::default());
        assert!(place.read().companies().unwrap().is_empty());
    });
}

#[test]
fn events_come_back_as_they_were_written() {
    on_each(|place| {
        let (first, second) = (stream(7), stream(8));
        let mut tx = place.write();
        let written = append(tx.as_mut(), &[&first, &second, &first]);
        tx.commit().unwrap();
        let mut tx = place.read();
        assert_eq!(tx.feed(company(), 0, 100).unwrap(), written);
        assert_eq!(tx.feed(company(), 1, 1).unwrap(), written[1..2]);
        assert_eq!(tx.feed(company(), 3, 100).unwrap(), []);
        for beyond in BEYOND {
            assert_eq!(tx.feed(company(), beyond, 100).unwrap(), []);
            assert_eq!(tx.stream(&first, beyond, 100).unwrap(), []);
        }
        assert_eq!(tx.feed(nth(2), 0, 100).unwrap(), []);
        let of_first = [written[0].clone(), written[2].clone()];
        assert_eq!(tx.stream(&first, 0, 100).unwrap(), of_first);
        assert_eq!(tx.stream(&first, 1, 100).unwrap(), of_first[1..]);
        assert_eq!(tx.stream(&first, 0, 1).unwrap(), of_first[..1]);
        let elsewhere = Stream { noun: "visit", ..first.clone() };
        assert_eq!(tx.stream(&elsewhere, 0, 100).unwrap(), []);
        let head = Head::default().after(written[0].hash).after(written[1].hash);
        assert_eq!(tx.head(company()).unwrap(), head.after(written[2].hash));
    });
}

#[test]
fn companies_do_not_see_each_other() {
    on_each(|place| {
        let (ours, theirs) = (stream(7), Stream { company: nth(2), ..stream(7) });
        let mut tx = place.write();
        append(tx.as_mut(), &[&ours]);
        append(tx.as_mut(), &[&theirs]);
        tx.put_state(&theirs, &stored(1)).unwrap();
        tx.commit().unwrap();
        let mut tx = place.read();
        assert_eq!(tx.feed(nth(2), 0, 9).unwrap().len(), 1);
        assert_eq!(tx.companies().unwrap(), [company(), nth(2)]);
        assert_eq!(tx.state(&ours).unwrap(), None);
        assert!(tx.streams(company(), "activity", None, 9).unwrap().is_empty());
    });
}

fn stored(version: u64) -> Stored {
    let (body, last) = (br#"{"a":1}"#.to_vec(), Hash::of(b"last"));
    Stored { version, fold: 3, rows: 2, sequence: 40 + version, body, last }
}

#[test]
fn a_state_is_replaced_by_the_next() {
    on_each(|place| {
        let mut tx = place.write();
        assert_eq!(tx.state(&stream(7)).unwrap(), None);
        tx.put_state(&stream(7), &stored(1)).unwrap();
        tx.put_state(&stream(7), &stored(2)).unwrap();
        assert_eq!(tx.state(&stream(7)).unwrap(), Some(stored(2)));
    });
}

#[test]
fn versions_are_told_of_what_is_there() {
    on_each(|place| {
        let mut tx = place.write();
        tx.put_state(&stream(7), &stored(2)).unwrap();
        tx.put_state(&stream(9), &stored(5)).unwrap();
        tx.put_state(&Stream { noun: "visit", ..stream(8) }, &stored(1)).unwrap();
        tx.put_state(&Stream { company: nth(2), ..stream(8) }, &stored(1)).unwrap();
        let mut told = Vec::new();
        let ids = [nth(9), nth(8), nth(7)];
        tx.versions(company(), "activity", &ids, &mut |id, n| told.push((id, n))).unwrap();
        assert_eq!(told, [(nth(9), 5), (nth(7), 2)]);
    });
}

#[test]
fn streams_of_a_noun_come_in_order_of_ids_page_by_page() {
    on_each(|place| {
        let mut tx = place.write();
        for n in [9, 7, 8] {
            tx.put_state(&stream(n), &stored(1)).unwrap();
        }
        tx.put_state(&Stream { noun: "visit", ..stream(5) }, &stored(1)).unwrap();
        assert_eq!(tx.streams(company(), "activity", None, 2).unwrap(), [nth(7), nth(8)]);
        assert_eq!(tx.streams(company(), "activity", Some(nth(8)), 2).unwrap(), [nth(9)]);
    });
}

#[test]
fn streams_of_another_form_are_found_and_no_longer_when_they_are_written_anew() {
    on_each(|place| {
        let mut tx = place.write();
        let today = stored(1);
        for (n, fold, rows) in [(1, 3, 2), (2, 2, 9), (3, 3, 1), (4, 3, 3), (5, 4, 0)] {
            tx.put_state(&stream(n), &Stored { fold, rows, ..today.clone() }).unwrap();
        }
        let visit = Stream { noun: "visit", ..stream(6) };
        tx.put_state(&visit, &Stored { fold: 1, ..today.clone() }).unwrap();
        let theirs = Stream { company: nth(2), ..stream(7) };
        tx.put_state(&theirs, &Stored { fold: 1, ..today.clone() }).unwrap();
        let mut others = tx.stale(company(), "activity", (3, 2), 9).unwrap();
        others.sort();
        assert_eq!(others, [nth(2), nth(3), nth(4), nth(5)]);
        assert_eq!(tx.stale(company(), "activity", (3, 2), 2).unwrap().len(), 2);
        for n in [2, 3, 5] {
            tx.put_state(&stream(n), &today).unwrap();
        }
        assert_eq!(tx.stale(company(), "activity", (3, 2), 9).unwrap(), [nth(4)]);
        assert!(tx.stale(company(), "visit", (1, 2), 9).unwrap().is_empty());
    });
}

#[test]
fn a_first_answer_is_kept_for_its_company_and_command() {
    on_each(|place| {
        let print = Some(Print { form: 1, salt: [7; 16], hash: Hash::of(b"q") });
        let answered = Answered { print, target: nth(7), version: 3, events: 2 };
        let idle = Answered { events: 0, ..answered.clone() };
        let mut tx = place.write();
        for (whose, command, answered) in
            [(company(), 5, &answered), (company(), 6, &idle), (nth(2), 6, &idle)]
        {
            tx.put_answered(whose, nth(command), answered).unwrap();
        }
        assert_eq!(tx.answered(company(), nth(5)).unwrap(), Some(answered.clone()));
        assert_eq!(tx.answered(nth(2), nth(5)).unwrap(), None);
        // A fingerprint that may tell of a person goes; what was answered stays.
        tx.unprint_idle(company()).unwrap();
        assert_eq!(tx.answered(company(), nth(5)).unwrap(), Some(answered));
        let unprinted = Answered { print: None, ..idle.clone() };
        assert_eq!(tx.answered(company(), nth(6)).unwrap(), Some(unprinted));
        assert_eq!(tx.answered(nth(2), nth(6)).unwrap(), Some(idle));
        tx.drop_answered(company(), nth(5)).unwrap();
        assert_eq!(tx.answered(company(), nth(5)).unwrap(), None);
    });
}

#[test]
fn the_events_of_a_command_are_found_and_receipts_end_up_to_one() {
    on_each(|place| {
        let mut tx = place.write();
        let written = append(tx.as_mut(), &[&stream(7), &stream(8), &stream(7)]);
        assert_eq!(tx.caused(company(), nth(99)).unwrap(), written);
        assert_eq!(tx.caused(company(), nth(98)).unwrap(), []);
        assert_eq!(tx.caused(nth(2), nth(99)).unwrap(), []);
        assert_eq!(tx.ended(company()).unwrap(), 0);
        tx.put_ended(company(), 2).unwrap();
        // The head goes on and leaves it.
        append(tx.as_mut(), &[&stream(9)]);
        assert_eq!(tx.ended(company()).unwrap(), 2);
    });
}
