//! A calendar of a thousand events is filled and followed over a line on which one request in five
//! goes wrong, while somebody changes it by hand: nothing is lost, nothing is there twice, and each
//! change by hand is seen once.

use super::proxy::{Fault, Proxy};
use super::servers::{Kind, Server, event, summary};
use callout_core::port::calendar::{CalendarServer, Put, Removed};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

/// How often a request is sent again before the test gives up.
const TRIES: usize = 40;

/// Writes until it is known what stands there. What somebody else wrote would stay.
fn write(client: &dyn CalendarServer, at: &str, name: &str, file: &[u8], known: Option<&str>) {
    let mut unsure = false;
    for _ in 0..TRIES {
        match client.put(at, name, file, known) {
            Ok(Put::Written { .. }) => return,
            Ok(Put::Changed) => unsure = true,
            Err(fault) => match fault.code() {
                "CALENDAR-SERVER-10" => unsure = true,
                "CALENDAR-SERVER-06" | "CALENDAR-SERVER-07" | "CALENDAR-SERVER-09" => {}
                _ => panic!("{name}: {fault}"),
            },
        }
        if unsure {
            let there = patient(|| client.read(at, name));
            match (there, known) {
                (Some(there), _) if summary(&there.file) == summary(file) => return,
                (None, None) => {}
                // The version that was known is still there: it was not written.
                (Some(there), Some(known)) if there.tag.as_deref() == Some(known) => {}
                (there, _) => panic!("{name}: somebody else wrote {there:?}"),
            }
        }
    }
    panic!("{name}: not written in {TRIES} tries");
}

/// A question, until it is answered.
fn patient<T>(ask: impl Fn() -> Result<T, callout_core::error::Error>) -> T {
    for _ in 0..TRIES {
        match ask() {
            Ok(answer) => return answer,
            Err(fault) => {
                let later = ["CALENDAR-SERVER-06", "CALENDAR-SERVER-09", "CALENDAR-SERVER-11"];
                assert!(later.contains(&fault.code()), "{fault}");
            }
        }
    }
    panic!("not answered in {TRIES} tries");
}

/// Who follows the calendar, with all that is known of it.
#[derive(Default)]
struct Mirror {
    token: Option<String>,
    /// Tag and name of each entry.
    entries: BTreeMap<String, (Option<String>, String)>,
    /// How often each version was seen as new, and each entry as gone.
    seen: BTreeMap<String, usize>,
    gone: BTreeMap<String, usize>,
    wholes: usize,
}

impl Mirror {
    fn follow(&mut self, client: &dyn CalendarServer, at: &str) {
        let mut kept: Option<BTreeSet<String>> = None;
        loop {
            let changes = patient(|| client.changes(at, self.token.as_deref()));
            if changes.whole {
                self.wholes += 1;
                kept = Some(BTreeSet::new());
            }
            for entry in changes.changed {
                let called = summary(&entry.file);
                if let Some(kept) = &mut kept {
                    kept.insert(entry.name.clone());
                }
                let known = self.entries.get(&entry.name);
                if known.is_none_or(|(tag, _)| *tag != entry.tag) {
                    *self.seen.entry(called.clone()).or_default() += 1;
                    self.entries.insert(entry.name, (entry.tag, called));
                }
            }
            for name in changes.gone {
                if self.entries.remove(&name).is_some() {
                    *self.gone.entry(name).or_default() += 1;
                }
            }
            assert!(changes.too_large.is_empty());
            self.token = Some(changes.token);
            if !changes.more {
                break;
            }
        }
        if let Some(kept) = kept {
            self.entries.retain(|name, _| kept.contains(name));
        }
    }
}

/// Fills a calendar in one request, as an import does. Names are the server's choice.
fn fill(server: &Server, count: usize) -> BTreeMap<String, ()> {
    let called = |number: usize| format!("filled {number}");
    if count > 0 {
        let one = String::from_utf8(event("x", "x")).unwrap();
        let begins = one.find("BEGIN:VEVENT").unwrap();
        let ends = one.find("END:VCALENDAR").unwrap();
        let events = (0..count).map(|number| {
            let file = String::from_utf8(event(&format!("f{number}"), &called(number))).unwrap();
            file[begins..file.find("END:VCALENDAR").unwrap()].to_owned()
        });
        let whole = format!("{}{}{}", &one[..begins], events.collect::<String>(), &one[ends..]);
        let headers = "Content-Type: text/calendar\r\n";
        let said = server.raw("PUT", server.calendar, headers, whole.as_bytes());
        assert!(said.contains(" 201 "), "{said}");
    }
    (0..count).map(|number| (called(number), ())).collect()
}

fn storm(kind: Kind, filled: usize, count: usize, seed: u64) {
    let Some(server) = Server::start(kind, "a_thousand_events") else { return };
    let begun = Instant::now();
    let at = server.calendar;
    let proxy = Proxy::to(server.port, seed, 20);
    let (ours, hand) = (server.client(proxy.port), server.client(server.port));
    let mut mirror = Mirror::default();
    let mut expected = fill(&server, filled);
    mirror.follow(&ours, at);
    expected.retain(|called, _| mirror.entries.values().any(|(_, known)| known == called));
    assert_eq!((expected.len(), mirror.entries.len()), (filled, filled));
    let mut expected: BTreeMap<String, String> =
        mirror.entries.iter().map(|(name, (_, called))| (name.clone(), called.clone())).collect();
    let name = |number: usize| format!("visit-{number}.ics");
    let mut by_hand = Vec::new();
    let mut taken = Vec::new();
    for number in 0..count {
        let called = format!("visit {number}");
        write(&ours, at, &name(number), &event(&format!("v{number}"), &called), None);
        expected.insert(name(number), called);
        // Somebody changes one in ten by hand, takes one away, and writes one of his own.
        let old = number.saturating_sub(5);
        if number % 10 == 9 {
            let there = hand.read(at, &name(old)).unwrap().unwrap();
            let called = format!("by hand {old}");
            let put =
                hand.put(at, &name(old), &event(&format!("v{old}"), &called), there.tag.as_deref());
            assert!(matches!(put, Ok(Put::Written { .. })), "{put:?}");
            expected.insert(name(old), called.clone());
            by_hand.push(called);
        }
        if number % 20 == 10 {
            assert_eq!(hand.remove(at, &name(old), None).unwrap(), Removed::Gone);
            expected.remove(&name(old));
            taken.push(name(old));
            let own = format!("own-{number}.ics");
            let called = format!("own {number}");
            hand.put(at, &own, &event(&format!("o{number}"), &called), None).unwrap();
            expected.insert(own, called.clone());
            by_hand.push(called);
        }
        if number % (count / 8) == count / 16 {
            mirror.follow(&ours, at);
        }
        // And we replace what we know.
        if number % 50 == 49
            && let Some((tag, _)) = mirror.entries.get(&name(number - 40))
            && expected.get(&name(number - 40)).is_some_and(|it| it.starts_with("visit"))
        {
            let (tag, called) = (tag.clone(), format!("again {number}"));
            let file = event(&format!("v{}", number - 40), &called);
            write(&ours, at, &name(number - 40), &file, tag.as_deref());
            expected.insert(name(number - 40), called);
        }
    }
    mirror.follow(&ours, at);
    let known: BTreeMap<String, String> =
        mirror.entries.iter().map(|(name, (_, called))| (name.clone(), called.clone())).collect();
    assert_eq!(known, expected, "{kind:?}: what we know is what there should be");
    proxy.calm();
    let mut fresh = Mirror::default();
    fresh.follow(&hand, at);
    let there: BTreeMap<String, String> =
        fresh.entries.iter().map(|(name, (_, called))| (name.clone(), called.clone())).collect();
    assert_eq!(there, expected, "{kind:?}: and it is what there is");
    let twice: Vec<_> = mirror.seen.iter().filter(|(_, count)| **count > 1).collect();
    assert!(twice.is_empty(), "{kind:?}: seen twice: {twice:?}");
    for change in &by_hand {
        assert!(mirror.seen.contains_key(change), "{kind:?}: {change} was not seen");
    }
    let unseen: Vec<_> = taken.iter().filter(|name| mirror.entries.contains_key(*name)).collect();
    assert!(unseen.is_empty() && mirror.gone.values().all(|count| *count == 1));
    let counts = proxy.counts();
    assert_eq!(counts.len(), 6, "every fault came: {counts:?}");
    assert!(counts[&Fault::AnswerLost] > 0);
    println!(
        "{kind:?}: {filled} and {count} events, {} by hand, {} taken away, faults {counts:?}, {} from the beginning, {:?}",
        by_hand.len(),
        taken.len(),
        mirror.wholes,
        begun.elapsed()
    );
}

#[test]
fn a_thousand_events_over_a_line_on_which_things_go_wrong() {
    storm(Kind::Radicale, 850, 150, 7);
}

#[test]
fn events_of_another_server_over_such_a_line() {
    storm(Kind::Xandikos, 0, 240, 11);
}
