//! Calendars in folders, as other programs share them.

use super::servers::{event, summary};
use callout_adapters::calendar::folder::FolderCalendars;
use callout_core::port::calendar::{CalendarServer, Put, Removed};

#[test]
fn an_entry_is_written_replaced_followed_and_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let calendars = FolderCalendars::new(folder.path());
    let nothing = calendars.changes("vrana", None).unwrap();
    assert!(nothing.whole && nothing.changed.is_empty());
    let one = event("a", "one");
    let Put::Written { tag } = calendars.put("vrana", "a b-ř.ics", &one, None).unwrap() else {
        panic!("written")
    };
    assert!(tag.is_some());
    // What is there is not written over by who does not know it, and not by who knows another.
    for known in [None, Some("another")] {
        let put = calendars.put("vrana", "a b-ř.ics", &event("a", "two"), known).unwrap();
        assert_eq!(put, Put::Changed);
    }
    // Somebody else's program writes there, and what is no entry is none.
    let at = folder.path().join("vrana");
    std::fs::write(at.join("own.ICS"), event("b", "own")).unwrap();
    std::fs::write(at.join("color"), "#ff0000").unwrap();
    std::fs::write(at.join(".own.ics.tmp"), "half").unwrap();
    let second = calendars.changes("vrana", Some(&nothing.token)).unwrap();
    let names: Vec<(&str, String)> =
        second.changed.iter().map(|it| (it.name.as_str(), summary(&it.file))).collect();
    assert_eq!(names, [("a b-ř.ics", "one".to_owned()), ("own.ICS", "own".to_owned())]);
    assert!(!second.whole && second.gone.is_empty());
    let quiet = calendars.changes("vrana", Some(&second.token)).unwrap();
    assert!(quiet.changed.is_empty() && quiet.gone.is_empty());
    std::fs::remove_file(at.join("own.ICS")).unwrap();
    let third = calendars.changes("vrana", Some(&second.token)).unwrap();
    assert_eq!((third.gone, third.changed.len()), (vec!["own.ICS".to_owned()], 0));
    let there = calendars.read("vrana", "a b-ř.ics").unwrap().unwrap();
    assert_eq!((there.tag.clone(), there.file), (tag.clone(), one));
    assert_eq!(calendars.remove("vrana", "a b-ř.ics", Some("another")).unwrap(), Removed::Changed);
    assert_eq!(calendars.remove("vrana", "a b-ř.ics", tag.as_deref()).unwrap(), Removed::Gone);
    assert_eq!(calendars.remove("vrana", "a b-ř.ics", None).unwrap(), Removed::WasGone);
    assert_eq!(calendars.read("vrana", "a b-ř.ics").unwrap(), None);
    let all = calendars.calendars().unwrap();
    assert_eq!(all.iter().map(|it| it.calendar.as_str()).collect::<Vec<_>>(), ["vrana"]);
    // A token that is none is one of the beginning.
    assert!(calendars.changes("vrana", Some("what is this")).unwrap().whole);
}

#[test]
fn nothing_leads_out_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("inside");
    std::fs::create_dir(&inside).unwrap();
    let calendars = FolderCalendars::new(&inside);
    for name in ["..", ".", "", "../x", "a/b", "a\\b", "/etc", "c:x", ".hidden", "a\nb"] {
        let (file, known) = (event("a", "a"), None);
        for refused in [
            calendars.put(name, "a.ics", &file, known).map(drop),
            calendars.put("vrana", name, &file, known).map(drop),
            calendars.read("vrana", name).map(drop),
            calendars.remove("vrana", name, known).map(drop),
            calendars.changes(name, known).map(drop),
        ] {
            assert_eq!(refused.unwrap_err().code(), "CALENDAR-SERVER-15", "{name:?}");
        }
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_is_not_there_is_no_empty_one() {
    let folder = tempfile::tempdir().unwrap();
    let away = FolderCalendars::new(folder.path().join("not mounted"));
    assert_eq!(away.changes("vrana", Some("{}")).unwrap_err().code(), "CALENDAR-SERVER-11");
    assert_eq!(away.calendars().unwrap_err().code(), "CALENDAR-SERVER-11");
    // Where a file stands in the way, nothing is written.
    std::fs::write(folder.path().join("vrana"), "a file").unwrap();
    let calendars = FolderCalendars::new(folder.path());
    let put = calendars.put("vrana", "a.ics", &event("a", "a"), None);
    assert!(["CALENDAR-SERVER-09", "CALENDAR-SERVER-11"].contains(&put.unwrap_err().code()));
    // One that is too large keeps nobody from the others.
    std::fs::create_dir(folder.path().join("kolar")).unwrap();
    let large = std::fs::File::create(folder.path().join("kolar/large.ics")).unwrap();
    large.set_len(11 << 20).unwrap();
    std::fs::write(folder.path().join("kolar/small.ics"), event("s", "small")).unwrap();
    // An empty one is no large one.
    std::fs::write(folder.path().join("kolar/empty.ics"), "").unwrap();
    let changes = calendars.changes("kolar", None).unwrap();
    assert_eq!((changes.too_large, changes.changed.len()), (vec!["large.ics".to_owned()], 2));
    let large = calendars.read("kolar", "large.ics");
    assert_eq!(large.unwrap_err().code(), "CALENDAR-SERVER-12");
    let put = calendars.put("kolar", "large.ics", &event("l", "l"), None).unwrap();
    assert_eq!(put, Put::Changed, "what nobody read is not written over");
}
