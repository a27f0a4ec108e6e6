//! Bad answers: each has its code, and what was written is never guessed.

use super::fake::{Fake, Said, answer, client, found, multi, status};
use super::servers::event;
use callout_core::error::{Error, Status};
use callout_core::port::calendar::{CalendarServer, Put, Removed};
use std::net::TcpListener;
use std::time::{Duration, Instant};

fn condition(name: &str) -> String {
    format!(
        "<D:error xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><{name}/></D:error>"
    )
}

fn put(said: Said) -> Result<Put, Error> {
    Fake::always(said).client().put("/c/", "a.ics", &event("a", "a"), None)
}

#[test]
fn what_becomes_of_a_write() {
    let full = "HTTP/1.1 201 Created\r\nETag: \"1\"\r\nContent-Length: 500\r\n\r\nx";
    for (case, said, code) in [
        ("who?", answer(401, "WWW-Authenticate: Basic\r\n", ""), "CALENDAR-SERVER-02"),
        ("may not", answer(403, "", "no"), "CALENDAR-SERVER-03"),
        ("may not write", answer(403, "", &condition("D:need-privileges")), "CALENDAR-SERVER-03"),
        (
            "not this file",
            answer(403, "", &condition("C:valid-calendar-data")),
            "CALENDAR-SERVER-14",
        ),
        ("it says 412", answer(412, "", &condition("C:valid-calendar-data")), "CALENDAR-SERVER-14"),
        ("its id is there", answer(409, "", &condition("C:no-uid-conflict")), "CALENDAR-SERVER-14"),
        ("no folder", answer(409, "", ""), "CALENDAR-SERVER-04"),
        ("no calendar", answer(404, "", ""), "CALENDAR-SERVER-04"),
        ("too large", answer(413, "", ""), "CALENDAR-SERVER-14"),
        ("of another kind", answer(415, "", ""), "CALENDAR-SERVER-14"),
        ("locked", answer(423, "", ""), "CALENDAR-SERVER-05"),
        ("too many", answer(429, "Retry-After: 7\r\n", ""), "CALENDAR-SERVER-06"),
        ("out of order", answer(503, "", ""), "CALENDAR-SERVER-06"),
        ("full", answer(507, "", ""), "CALENDAR-SERVER-07"),
        ("a fault", answer(500, "", ""), "CALENDAR-SERVER-10"),
        ("a fault between", answer(502, "", ""), "CALENDAR-SERVER-10"),
        ("later, perhaps", answer(202, "", ""), "CALENDAR-SERVER-10"),
        ("hangs up", Said::Bytes(Vec::new()), "CALENDAR-SERVER-10"),
        ("no HTTP", Said::Bytes(b"220 mail.example\r\n".to_vec()), "CALENDAR-SERVER-10"),
        ("half a head", Said::Bytes(b"HTTP/1.1 201 Cre".to_vec()), "CALENDAR-SERVER-10"),
        ("silence", Said::Silence(Vec::new()), "CALENDAR-SERVER-10"),
        ("in circles", answer(302, "Location: /c/a.ics\r\n", ""), "CALENDAR-SERVER-13"),
        ("nowhere", answer(302, "", ""), "CALENDAR-SERVER-13"),
        // What became of it is said by then.
        ("half a body", Said::Bytes(full.into()), ""),
        ("a slow body", Said::Silence(full.into()), ""),
    ] {
        let begun = Instant::now();
        match put(said) {
            Ok(put) => {
                assert_eq!((put, code), (Put::Written { tag: Some("\"1\"".into()) }, ""), "{case}");
            }
            Err(fault) => {
                assert_eq!(fault.code(), code, "{case}: {fault}");
                assert!(!fault.message().contains('{') && !fault.message_cs().contains('{'));
            }
        }
        assert!(begun.elapsed() < Duration::from_secs(3), "{case}");
    }
    assert_eq!(put(answer(412, "", "")).unwrap(), Put::Changed);
    assert_eq!(put(answer(204, "", "")).unwrap(), Put::Written { tag: None });
}

#[test]
fn nobody_there_means_that_nothing_was_written() {
    let unused = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let client = client(unused);
    for fault in [
        client.put("/c/", "a.ics", b"x", None).map(|_| ()),
        client.remove("/c/", "a.ics", None).map(|_| ()),
        client.changes("/c/", None).map(|_| ()),
    ] {
        let fault = fault.unwrap_err();
        assert_eq!((fault.code(), fault.status()), ("CALENDAR-SERVER-09", Status::Unavailable));
    }
}

#[test]
fn taking_away() {
    let remove =
        |said, known: Option<&str>| Fake::always(said).client().remove("/c/", "a.ics", known);
    assert_eq!(remove(answer(204, "", ""), None).unwrap(), Removed::Gone);
    assert_eq!(remove(answer(404, "", ""), None).unwrap(), Removed::WasGone);
    assert_eq!(remove(answer(410, "", ""), Some("\"1\"")).unwrap(), Removed::WasGone);
    assert_eq!(remove(answer(412, "", ""), Some("\"1\"")).unwrap(), Removed::Changed);
    let fault = remove(Said::Bytes(Vec::new()), None).unwrap_err();
    assert_eq!(fault.code(), "CALENDAR-SERVER-10");
}

/// A write is sent once, whatever became of it; a question once more where a connection broke.
#[test]
fn nothing_that_writes_is_repeated() {
    let server = Fake::always(Said::Bytes(Vec::new()));
    let client = server.client();
    assert!(client.put("/c/", "a.ics", b"x", Some("\"7\"")).is_err());
    assert!(client.remove("/c/", "a.ics", Some("\"7\"")).is_err());
    let heard = server.heard();
    assert_eq!(heard.len(), 2);
    assert!(heard.iter().all(|it| it.head.contains("if-match: \"7\"")), "{heard:?}");
    let fault = client.read("/c/", "a.ics").unwrap_err();
    assert_eq!((fault.code(), server.heard().len()), ("CALENDAR-SERVER-11", 4), "{fault}");
    assert!(client.put("/c/", "b.ics", b"x", None).is_err());
    assert!(server.heard()[4].head.contains("if-none-match: *"));
}

#[test]
fn the_wait_that_a_server_asks_for() {
    let date =
        "Retry-After: Fri, 01 Jan 2027 00:02:00 GMT\r\nDate: Fri, 01 Jan 2027 00:00:30 GMT\r\n";
    for (headers, seconds) in [
        ("Retry-After: 7\r\n", 7),
        ("", 60),
        ("Retry-After: soon\r\n", 60),
        ("Retry-After: 99999999\r\n", 86_400),
        (date, 90),
    ] {
        for status in [429, 503] {
            let fault = put(answer(status, headers, "")).unwrap_err();
            assert_eq!(fault.code(), "CALENDAR-SERVER-06");
            assert_eq!(fault.details()["seconds"], seconds, "{headers}");
        }
    }
}

/// A moved place on the same server is followed, with the same request.
#[test]
fn a_place_that_moved_is_followed() {
    let server = Fake::serve(|heard, _| match heard.path.as_str() {
        "/c/a.ics" => answer(308, "Location: /d/a.ics\r\n", ""),
        _ => answer(201, "ETag: W/\"2\"\r\n", ""),
    });
    let put = server.client().put("/c/", "a.ics", b"x", Some("\"1\"")).unwrap();
    // A mark of a proxy in between is taken off the tag.
    assert_eq!(put, Put::Written { tag: Some("\"2\"".into()) });
    let last = server.heard().pop().unwrap();
    assert_eq!(
        (last.method.as_str(), last.path.as_str(), last.body.as_str()),
        ("PUT", "/d/a.ics", "x")
    );
    assert!(last.head.contains("if-match: \"1\""));
}

const SYNC: &str = "<D:supported-report-set><D:supported-report><D:report><D:sync-collection/>\
                    </D:report></D:supported-report></D:supported-report-set>";

#[test]
fn bad_answers_to_a_question() {
    let huge = format!("<a>{}</a>", "x".repeat(17 << 20));
    let bomb =
        "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><D:multistatus xmlns:D=\"DAV:\">&b;</D:multistatus>";
    let token = "<D:sync-token>t</D:sync-token>";
    for (case, said, code) in [
        ("who?", answer(401, "", ""), "CALENDAR-SERVER-02"),
        ("may not", answer(403, "", ""), "CALENDAR-SERVER-03"),
        ("no calendar", answer(404, "", ""), "CALENDAR-SERVER-04"),
        ("too many", answer(429, "", ""), "CALENDAR-SERVER-06"),
        ("a fault", answer(500, "", ""), "CALENDAR-SERVER-11"),
        ("hangs up", Said::Bytes(Vec::new()), "CALENDAR-SERVER-11"),
        ("silence", Said::Silence(b"HTTP/1.1 207 X\r\n".to_vec()), "CALENDAR-SERVER-11"),
        ("for ever", Said::Trickle(b"HTTP/1.1 207 X\r\n\r\n<a>".to_vec()), "CALENDAR-SERVER-11"),
        ("without end", answer(207, "", &huge), "CALENDAR-SERVER-12"),
        ("a page", answer(200, "", "<html>"), "CALENDAR-SERVER-13"),
        ("no HTTP", Said::Bytes(b"220 mail.example\r\n\r\n".to_vec()), "CALENDAR-SERVER-13"),
        ("no XML", answer(207, "", "x"), "CALENDAR-SERVER-13"),
        (
            "cut XML",
            answer(207, "", "<D:multistatus xmlns:D=\"DAV:\"><D:resp"),
            "CALENDAR-SERVER-13",
        ),
        ("a bomb", answer(207, "", bomb), "CALENDAR-SERVER-13"),
        ("other XML", answer(207, "", "<multistatus/>"), "CALENDAR-SERVER-13"),
        ("no token", multi(""), "CALENDAR-SERVER-13"),
        (
            "outside",
            multi(&[token, &status("/d/a.ics", "404 Not Found")].concat()),
            "CALENDAR-SERVER-13",
        ),
        (
            "another server",
            multi(&[token, &status("https://b.example/c/a.ics", "404 Not Found")].concat()),
            "CALENDAR-SERVER-13",
        ),
        (
            "above",
            multi(&[token, &status("/c/../x.ics", "404 Not Found")].concat()),
            "CALENDAR-SERVER-13",
        ),
        (
            "a slash in it",
            multi(&[token, &status("/c/a%2Fb.ics", "404 Not Found")].concat()),
            "CALENDAR-SERVER-13",
        ),
        ("no status", multi(&[token, &status("/c/a.ics", "x")].concat()), "CALENDAR-SERVER-13"),
        ("no place", multi(&format!("{token}<D:response/>")), "CALENDAR-SERVER-13"),
        ("the same token", multi(&[token, &status("/c/", "507 X")].concat()), "CALENDAR-SERVER-13"),
    ] {
        let begun = Instant::now();
        let fault =
            Fake::always(said).client().changes("/c/", Some("{\"sync\":\"t\"}")).unwrap_err();
        assert_eq!(fault.code(), code, "{case}: {fault}");
        assert!(begun.elapsed() < Duration::from_secs(4), "{case}: {:?}", begun.elapsed());
    }
}

/// A calendar that is not there is none without entries: what is known of it would go.
#[test]
fn a_calendar_that_is_not_there_is_not_empty() {
    for said in [multi(&status("/c/", "404 Not Found")), multi(""), answer(404, "", "")] {
        for since in [None, Some("{}"), Some("{\"mark\":\"m\",\"tags\":{\"a.ics\":\"1\"}}")] {
            let fault = Fake::always(said.clone()).client().changes("/c/", since).unwrap_err();
            assert_eq!(fault.code(), "CALENDAR-SERVER-04", "{fault}");
        }
    }
}

/// More than fits into one answer of the server comes with the next question.
#[test]
fn a_server_that_tells_in_pages() {
    let entry = |name: &str| {
        found(&format!("/c/{name}.ics"), &format!("<D:getetag>\"{name}\"</D:getetag>"))
    };
    let server = Fake::serve(move |heard, _| {
        if heard.method == "PROPFIND" {
            return multi(&found("/c/", SYNC));
        }
        if heard.body.contains("multiget") {
            let name = if heard.body.contains("/c/a.ics") { "a" } else { "b" };
            let data =
                "<C:calendar-data>BEGIN:VCALENDAR&#13;\nEND:VCALENDAR&#13;\n</C:calendar-data>";
            return multi(&found(
                &format!("/c/{name}.ics"),
                &format!("<D:getetag>\"{name}\"</D:getetag>{data}"),
            ));
        }
        if heard.body.contains("<D:sync-token>1</D:sync-token>") {
            let gone = status("http://127.0.0.1:1/c/x.ics", "404 Not Found");
            let gone = gone.replace("http://127.0.0.1:1", "");
            return multi(&[&entry("b"), &gone, "<D:sync-token>2</D:sync-token>"].concat());
        }
        multi(
            &[
                &entry("a"),
                &status("/c/", "507 Insufficient Storage"),
                "<D:sync-token>1</D:sync-token>",
            ]
            .concat(),
        )
    });
    let client = server.client();
    let first = client.changes("/c/", None).unwrap();
    assert!(first.whole && first.more);
    assert_eq!(first.changed[0].name, "a.ics");
    assert_eq!(first.changed[0].file, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    let second = client.changes("/c/", Some(&first.token)).unwrap();
    assert!(!second.whole && !second.more);
    assert_eq!(
        (second.changed[0].tag.as_deref(), &second.gone[..]),
        (Some("\"b\""), &["x.ics".to_owned()][..])
    );
}

/// A token that the server does not know any more: all comes anew.
#[test]
fn a_token_that_is_too_old() {
    let old = condition("D:valid-sync-token");
    for refusal in
        [answer(403, "", &old), answer(409, "", &old), answer(507, "", ""), answer(410, "", "")]
    {
        let server = Fake::serve(move |heard, _| match heard.body.contains("<D:sync-token>t<") {
            true => refusal.clone(),
            false => multi("<D:sync-token>u</D:sync-token>"),
        });
        let changes = server.client().changes("/c/", Some("{\"sync\":\"t\"}")).unwrap();
        assert!(changes.whole && changes.changed.is_empty() && changes.token.contains("\"u\""));
    }
}

/// Without an account of changes, without answers for several, without tags: one by one.
#[test]
fn a_server_that_can_do_little() {
    let list = |mark: &str, all: &[(&str, &str)]| {
        let entries = all.iter().map(|(name, tag)| found(&format!("/c/{name}.ics"), tag));
        let itself = format!(
            "<D:resourcetype><D:collection/></D:resourcetype><S:getctag>{mark}</S:getctag>"
        );
        multi(&std::iter::once(found("/c/", &itself)).chain(entries).collect::<String>())
    };
    let server = Fake::serve(move |heard, _| match (heard.method.as_str(), heard.path.as_str()) {
        ("PROPFIND", _) if heard.head.contains("depth: 0") => list("m1", &[]),
        ("PROPFIND", _) => list(
            "m1",
            &[
                ("a", "<D:getetag>W/\"1\"</D:getetag>"),
                ("b", ""),
                ("big", "<D:getetag>\"3\"</D:getetag>"),
            ],
        ),
        ("REPORT", _) => answer(501, "", ""),
        ("GET", "/c/a.ics") => answer(200, "ETag: \"1\"\r\n", "A"),
        ("GET", "/c/b.ics") => answer(200, "", "B"),
        ("GET", "/c/big.ics") => answer(200, "", &"x".repeat(17 << 20)),
        _ => answer(404, "", ""),
    });
    let client = server.client();
    let first = client.changes("/c/", None).unwrap();
    assert!(first.whole && !first.more);
    let told: Vec<(&str, Option<&str>)> =
        first.changed.iter().map(|it| (it.name.as_str(), it.tag.as_deref())).collect();
    assert_eq!(told, [("a.ics", Some("\"1\"")), ("b.ics", None)]);
    assert_eq!(first.too_large, ["big.ics"]);
    // The mark of the calendar is the same: one question, and nothing has changed.
    let before = server.heard().len();
    let second = client.changes("/c/", Some(&first.token)).unwrap();
    assert_eq!((second.changed.len(), second.whole, server.heard().len()), (0, false, before + 1));
}
