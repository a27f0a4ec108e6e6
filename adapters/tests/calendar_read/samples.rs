//! The shared samples of calendars.

use super::*;
use callout_core::calendar::{Answer, Clock};
use callout_core::schedule::{WallTime, occurrences};
use serde_json::Value;
use std::path::PathBuf;

fn samples() -> Option<PathBuf> {
    let shared = std::env::var_os("CALLOUT_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let folder = shared.join("samples/calendar");
    if !folder.is_dir() {
        skip::skipped("samples of calendars", "they are not there");
        return None;
    }
    Some(folder)
}

fn rows(folder: &std::path::Path) -> Vec<Value> {
    let index = std::fs::read_to_string(folder.join("index.json")).unwrap();
    serde_json::from_str::<Value>(&index).unwrap().as_array().unwrap().clone()
}

/// What a file has is counted by its lines, and each has a field or is told.
#[test]
fn every_sample_is_read() {
    let Some(folder) = samples() else { return };
    let mut count = 0;
    for row in rows(&folder) {
        let file = row["file"].as_str().unwrap();
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let read = ics::read(&bytes).unwrap_or_else(|fault| panic!("{file}: {fault}"));
        count += 1;
        assert_eq!(read.events.len() as u64, row["events"].as_u64().unwrap(), "{file}");
        let busy = row["components"].as_array().unwrap().contains(&"VFREEBUSY".into());
        assert_eq!(!read.busy.is_empty(), busy, "{file}");
        let changed = read.events.iter().filter(|event| event.recurrence_id.is_some()).count();
        assert_eq!(changed as u64, row["recurrence_id"].as_u64().unwrap(), "{file}");
        for component in row["components"].as_array().unwrap() {
            let name = component.as_str().unwrap().to_uppercase();
            let known = ["VCALENDAR", "VEVENT", "VFREEBUSY", "VTIMEZONE", "STANDARD", "DAYLIGHT"];
            let told = known.contains(&name.as_str()) || read.unread.contains(&name);
            assert!(told, "{file}: {name}");
        }
        // A time alone, which the standard does not have there.
        let broken = if file == "pyical_multiple_timezones.ics" { 3 } else { 0 };
        assert_eq!(read.lost.len(), broken, "{file}: {:?}", read.lost);
        for event in &read.events {
            assert!(event.start.is_some_and(|it| it.clock != Clock::Unknown), "{file}: {event:?}");
        }
    }
    assert!(count > 30, "{count}");
}

#[test]
fn our_own_samples_say_what_they_were_written_to_say() {
    let Some(folder) = samples() else { return };
    for row in rows(&folder) {
        let Some(expected) = row.get("expected") else { continue };
        let file = row["file"].as_str().unwrap();
        let read = ics::read(&std::fs::read(folder.join(file)).unwrap()).unwrap();
        assert_eq!((&read.notes[..], &read.lost[..]), (&[][..], &[][..]), "{file}");
        let text = |key: &str| expected[key].as_str().map(str::to_owned);
        if let Some(method) = text("method") {
            let said = serde_json::to_value(read.method).unwrap();
            assert_eq!(said.as_str().unwrap().to_uppercase(), method, "{file}");
        }
        let event = read.events.first();
        if let Some(uid) = text("uid") {
            assert_eq!(event.unwrap().uid.as_ref(), Some(&uid), "{file}");
        }
        if let Some(sequence) = expected["sequence"].as_u64() {
            assert_eq!(u64::from(event.unwrap().sequence), sequence, "{file}");
        }
        if let Some(start) = text("start_utc") {
            assert_eq!(moment(event.unwrap().start), start, "{file}");
        }
        if let Some(end) = text("end_utc") {
            assert_eq!(moment(event.unwrap().end), end, "{file}");
        }
        if let Some(attendee) = text("attendee") {
            let invited = &event.unwrap().invited[0];
            assert_eq!(invited.who.address, attendee);
            assert_eq!(invited.answer, Answer::Accepted);
        }
        if let Some(hours) = expected["window_hours"].as_i64() {
            let busy = &read.busy[0];
            let window = busy.end.unwrap().utc() - busy.start.unwrap().utc();
            assert_eq!(window.num_hours(), hours);
            for (at, period) in expected["busy"].as_array().unwrap().iter().enumerate() {
                let told = [busy.times[at].start.to_string(), busy.times[at].end.to_string()];
                assert_eq!(serde_json::to_value(told).unwrap(), *period);
            }
            assert_eq!(busy.times.len(), 5);
        }
        if let Some(starts) = expected["starts_utc"].as_array() {
            assert_eq!(
                serde_json::to_value(starts_of(&read)).unwrap(),
                Value::from(starts.clone())
            );
        }
    }
}

/// The starts of a recurring event with its changed occurrences, by the rules of the core.
fn starts_of(read: &ReadCalendar) -> Vec<String> {
    let (series, changed): (Vec<_>, Vec<_>) =
        read.events.iter().partition(|event| event.recurrence_id.is_none());
    let start = series[0].start.unwrap();
    let anchor = WallTime::first(start.local, start.zone.unwrap());
    let until = "2027-12-31".parse().unwrap();
    let locals = occurrences(&series[0].rules[0], anchor, None, until, 100).unwrap();
    let zone = start.zone.unwrap();
    let mut starts: Vec<_> = locals.into_iter().map(|local| zone.instant(local)).collect();
    starts.retain(|at| !series[0].except.iter().any(|except| except.instant == Some(*at)));
    starts.extend(series[0].more.iter().filter_map(|period| period.start.instant));
    for event in changed {
        let id = event.recurrence_id.unwrap().start.instant.unwrap();
        let place = starts.iter_mut().find(|at| **at == id).unwrap();
        *place = event.start.unwrap().instant.unwrap();
    }
    starts.sort();
    starts.iter().map(ToString::to_string).collect()
}
