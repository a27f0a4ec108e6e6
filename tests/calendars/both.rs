//! What a client does, at each of the servers.

use super::servers::{Kind, Server, event, summary};
use callout_core::calendar::NoteKind;
use callout_core::port::calendar::{CalendarServer, Changes, Put, Removed};

fn each(test: &str, run: impl Fn(&Server, &dyn CalendarServer, &str)) {
    for kind in [Kind::Radicale, Kind::Xandikos] {
        let Some(server) = Server::start(kind, test) else { return };
        run(&server, &server.client(server.port), server.calendar);
    }
}

fn names(changes: &Changes) -> Vec<&str> {
    let mut names: Vec<&str> = changes.changed.iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    names
}

#[test]
fn calendars_are_found_by_the_address_of_the_server() {
    each("calendars_are_found", |server, client, at| {
        let found = client.calendars().unwrap();
        let ours = found.iter().find(|it| it.calendar == at);
        let ours = ours.unwrap_or_else(|| panic!("{:?}: {found:?}", server.kind));
        assert!(ours.takes.is_empty() || ours.takes.contains(&"VEVENT".to_owned()), "{ours:?}");
        assert_ne!(ours.writable, Some(false));
    });
}

#[test]
fn an_entry_is_written_replaced_read_and_taken_away() {
    each("an_entry_is_written", |server, client, at| {
        let kind = server.kind;
        let Put::Written { tag } = client.put(at, "a b-ř.ics", &event("a", "one"), None).unwrap()
        else {
            panic!("{kind:?}")
        };
        let there = client.read(at, "a b-ř.ics").unwrap().unwrap();
        assert_eq!(summary(&there.file), "one");
        assert!(there.tag.is_some() && (tag.is_none() || tag == there.tag), "{tag:?} {there:?}");
        // What is there is not written over by who does not know it.
        let again = client.put(at, "a b-ř.ics", &event("a", "two"), None).unwrap();
        assert_eq!(again, Put::Changed, "{kind:?}");
        let tag = there.tag.as_deref();
        assert!(matches!(
            client.put(at, "a b-ř.ics", &event("a", "two"), tag),
            Ok(Put::Written { .. })
        ));
        let stale = client.put(at, "a b-ř.ics", &event("a", "three"), tag).unwrap();
        assert_eq!(stale, Put::Changed, "{kind:?}");
        assert_eq!(client.remove(at, "a b-ř.ics", tag).unwrap(), Removed::Changed, "{kind:?}");
        let there = client.read(at, "a b-ř.ics").unwrap().unwrap();
        assert_eq!(summary(&there.file), "two");
        let gone = client.remove(at, "a b-ř.ics", there.tag.as_deref()).unwrap();
        assert_eq!(gone, Removed::Gone, "{kind:?}");
        assert_eq!(client.read(at, "a b-ř.ics").unwrap(), None);
        assert_eq!(client.remove(at, "a b-ř.ics", None).unwrap(), Removed::WasGone, "{kind:?}");
        // What was known and is gone is not written anew.
        let gone = client.put(at, "a b-ř.ics", &event("a", "four"), there.tag.as_deref()).unwrap();
        assert_eq!(gone, Put::Changed, "{kind:?}");
    });
}

#[test]
fn changes_are_followed_from_token_to_token() {
    each("changes_are_followed", |server, client, at| {
        let kind = server.kind;
        let nothing = client.changes(at, None).unwrap();
        assert!(nothing.whole && !nothing.more && nothing.changed.is_empty(), "{kind:?}");
        for name in ["a", "b", "c"] {
            client.put(at, &format!("{name}.ics"), &event(name, name), None).unwrap();
        }
        let first = client.changes(at, Some(&nothing.token)).unwrap();
        assert_eq!(names(&first), ["a.ics", "b.ics", "c.ics"], "{kind:?}");
        assert!(!first.whole && first.gone.is_empty());
        let a = &first.changed.iter().find(|it| it.name == "a.ics").unwrap();
        assert_eq!(client.read(at, "a.ics").unwrap().as_ref(), Some(*a), "{kind:?}");
        let quiet = client.changes(at, Some(&first.token)).unwrap();
        assert!(quiet.changed.is_empty() && quiet.gone.is_empty(), "{kind:?}: {quiet:?}");
        client.remove(at, "b.ics", None).unwrap();
        client.put(at, "a.ics", &event("a", "other"), a.tag.as_deref()).unwrap();
        let second = client.changes(at, Some(&quiet.token)).unwrap();
        assert_eq!((names(&second), &second.gone[..]), (vec!["a.ics"], &["b.ics".to_owned()][..]));
        assert_eq!(summary(&second.changed[0].file), "other");
        // From the beginning, and with a token that is none, or too old, all comes anew.
        let old = "{\"sync\":\"http://radicale.org/ns/sync/0000\"}";
        for token in [None, Some("what is this"), Some(old)] {
            let whole = client.changes(at, token).unwrap();
            assert_eq!((names(&whole), whole.whole), (vec!["a.ics", "c.ics"], true), "{kind:?}");
        }
    });
}

/// A server that keeps no account of changes: tags are compared.
#[test]
fn changes_are_followed_without_tokens_too() {
    each("changes_are_followed_without_tokens", |server, client, at| {
        let kind = server.kind;
        for name in ["a", "b", "c"] {
            client.put(at, &format!("{name}.ics"), &event(name, name), None).unwrap();
        }
        // A token of one that compares, which knows nothing yet.
        let first = client.changes(at, Some("{}")).unwrap();
        assert_eq!((names(&first).len(), first.whole), (3, false), "{kind:?}");
        let quiet = client.changes(at, Some(&first.token)).unwrap();
        assert!(quiet.changed.is_empty() && quiet.gone.is_empty(), "{kind:?}: {quiet:?}");
        client.remove(at, "b.ics", None).unwrap();
        client.put(at, "d.ics", &event("d", "d"), None).unwrap();
        let second = client.changes(at, Some(&quiet.token)).unwrap();
        assert_eq!((names(&second), &second.gone[..]), (vec!["d.ics"], &["b.ics".to_owned()][..]));
    });
}

#[test]
fn what_is_not_there_or_not_taken() {
    each("what_is_not_there", |server, client, at| {
        let kind = server.kind;
        let fault = client.changes("/servis/nowhere/", None).unwrap_err();
        assert_eq!(fault.code(), "CALENDAR-SERVER-04", "{kind:?}: {fault}");
        match client.put("/servis/nowhere/", "a.ics", &event("a", "a"), None) {
            Err(fault) => assert_eq!(fault.code(), "CALENDAR-SERVER-04", "{kind:?}: {fault}"),
            // Xandikos says that the condition is not met, and not why.
            Ok(put) => assert_eq!((kind, put), (Kind::Xandikos, Put::Changed)),
        }
        let fault = client.put(at, "a.ics", b"this is no calendar", None).unwrap_err();
        assert_eq!(fault.code(), "CALENDAR-SERVER-14", "{kind:?}: {fault}");
        assert_eq!(client.read(at, "a.ics").unwrap(), None, "{kind:?}");
    });
}

/// An event of our own writer comes back as it went.
#[test]
fn what_is_written_comes_back() {
    each("what_is_written_comes_back", |_, client, at| {
        let file = event("x", "Servis\\, pila – kůň");
        client.put(at, "x.ics", &file, None).unwrap();
        let there = client.changes(at, None).unwrap().changed.remove(0);
        let (sent, read) =
            [&file, &there.file].map(|it| callout_adapters::format::ics::read(it).unwrap()).into();
        assert_eq!(sent.events, read.events);
        let odd: Vec<NoteKind> = read.notes.iter().map(|note| note.kind).collect();
        assert_eq!(odd, []);
    });
}

/// Who gives a wrong password is told so, and not asked again.
#[test]
fn a_wrong_password_does_not_come_in() {
    let Some(server) = Server::start(Kind::Radicale, "a_wrong_password") else { return };
    let known =
        callout_core::port::mailer::Credentials { user: "servis".into(), password: "wrong".into() };
    let client = callout_adapters::calendar::caldav::CalDav::new(
        callout_core::port::calendar::CalDavSettings {
            url: format!("http://127.0.0.1:{}", server.port),
            credentials: Some(callout_core::port::calendar::CalendarCredentials::Basic(known)),
            timeout_ms: 5_000,
        },
    )
    .unwrap();
    let fault = client.changes(server.calendar, None).unwrap_err();
    assert_eq!(fault.code(), "CALENDAR-SERVER-02", "{fault}");
    // A calendar of somebody else.
    let fault = server.client(server.port).changes("/kolar/visits/", None).unwrap_err();
    assert_eq!(fault.code(), "CALENDAR-SERVER-03", "{fault}");
}
