//! Settings that cannot be used, names that are none, and secrets that nobody sees.

use super::fake::{Fake, Said, answer, client, found, multi};
use callout_adapters::calendar::caldav::CalDav;
use callout_core::port::calendar::{CalDavSettings, CalendarCredentials, CalendarServer};
use callout_core::port::mailer::Credentials;

fn settings(url: &str) -> CalDavSettings {
    let known = Credentials { user: "servis".into(), password: "tajne heslo".into() };
    let credentials = Some(CalendarCredentials::Basic(known));
    CalDavSettings { url: url.into(), credentials, timeout_ms: 900 }
}

#[test]
fn settings_that_cannot_be_used() {
    for url in [
        "",
        "dav.example",
        "ftp://dav.example",
        "/calendars/",
        "http://dav.example",
        "http://127.0.0.1.evil.example",
        "https://servis:heslo@dav.example",
        "https://dav.example/%2e%2e/x",
        "https://dav.example/\r\nX: y",
    ] {
        let fault = CalDav::new(settings(url)).unwrap_err();
        assert_eq!(fault.code(), "CALENDAR-SERVER-01", "{url}");
        assert!(!format!("{fault:?}").contains("heslo"), "{fault:?}");
    }
    for url in ["https://dav.example", "https://dav.example:8443/a b/", "http://localhost:5232/"] {
        assert_eq!(CalDav::new(settings(url)).is_ok(), !url.contains(' '), "{url}");
    }
    assert!(
        CalDav::new(CalDavSettings { credentials: None, ..settings("http://dav.example") }).is_ok()
    );
    let token = Some(CalendarCredentials::Bearer { token: "a\r\nX: y".into() });
    let fault = CalDav::new(CalDavSettings { credentials: token, ..settings("https://a.example") });
    assert_eq!(fault.unwrap_err().code(), "CALENDAR-SERVER-01");
    // As a host writes them.
    let json = r#"{"url": "https://a.example", "credentials": {"bearer": {"token": "x"}}}"#;
    let read: CalDavSettings = serde_json::from_str(json).unwrap();
    assert_eq!(read.timeout_ms, 30_000);
    assert!(!format!("{read:?}").contains("\"x\""), "{read:?}");
}

#[test]
fn names_that_are_none_ask_nobody() {
    let client = client(9);
    for name in ["", ".", "..", "a/b.ics", "a\r\nb", "a\0", &"x".repeat(256)] {
        for fault in [
            client.put("/c/", name, b"x", None).map(|_| ()),
            client.remove("/c/", name, None).map(|_| ()),
            client.read("/c/", name).map(|_| ()),
        ] {
            assert_eq!(fault.unwrap_err().code(), "CALENDAR-SERVER-15", "{name:?}");
        }
    }
    for calendar in ["", "c/", "/a/../b/", "https://other.example/c/", "/a\nb/"] {
        let fault = client.changes(calendar, None).unwrap_err();
        assert_eq!(fault.code(), "CALENDAR-SERVER-15", "{calendar:?}");
    }
}

#[test]
fn the_secret_goes_to_no_other_server_and_into_no_error() {
    let other = Fake::always(multi(""));
    let to = format!("Location: http://127.0.0.1:{}/c/\r\n", other.port);
    for status in [301, 302, 307, 308] {
        let server = Fake::always(answer(status, &to, ""));
        let client = server.client();
        for fault in [
            client.put("/c/", "a.ics", b"x", None).map(|_| ()),
            client.remove("/c/", "a.ics", None).map(|_| ()),
            client.read("/c/", "a.ics").map(|_| ()),
            client.changes("/c/", None).map(|_| ()),
            client.calendars().map(|_| ()),
        ] {
            let fault = fault.unwrap_err();
            assert_eq!(fault.code(), "CALENDAR-SERVER-08", "{status}: {fault}");
            assert!(!format!("{fault:?}").contains("heslo"), "{fault:?}");
        }
        assert!(server.heard().iter().all(|it| it.head.contains("authorization: basic ")));
    }
    assert!(other.heard().is_empty());
    assert!(!format!("{:?}", client(1)).contains("heslo"));
    let token = Some(CalendarCredentials::Bearer { token: "zeton".into() });
    let server = Fake::always(answer(404, "", ""));
    let url = format!("http://127.0.0.1:{}", server.port);
    let client = CalDav::new(CalDavSettings { url, credentials: token, timeout_ms: 900 }).unwrap();
    assert_eq!(client.read("/c/", "a.ics").unwrap(), None);
    assert!(server.heard()[0].head.contains("authorization: bearer zeton"));
}

/// From the well-known place to the principal, to the home, to the calendars.
#[test]
fn calendars_are_discovered() {
    let server = Fake::serve(|heard, _| {
        match heard.path.as_str() {
        "/.well-known/caldav" => answer(301, "Location: /dav/\r\n", ""),
        "/dav/" => {
            let who = "<D:current-user-principal><D:href>/p/servis/</D:href></D:current-user-principal>";
            multi(&found("/dav/", who))
        }
        "/p/servis/" => {
            multi(&found("/p/servis/", "<C:calendar-home-set><D:href>/homes/s%20s/</D:href></C:calendar-home-set>"))
        }
        "/homes/s%20s/" => multi(&[
            found("/homes/s%20s/", "<D:resourcetype><D:collection/></D:resourcetype>"),
            found(
                "/homes/s%20s/visits/",
                "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>\
                 <D:displayname>Výjezdy &amp; jiné</D:displayname>\
                 <C:supported-calendar-component-set><C:comp name=\"VEVENT\"/></C:supported-calendar-component-set>\
                 <D:current-user-privilege-set><D:privilege><D:read/></D:privilege></D:current-user-privilege-set>",
            ),
            found("/homes/s%20s/book/", "<D:resourcetype><D:collection/></D:resourcetype>"),
        ].concat()),
        _ => answer(404, "", ""),
    }
    });
    let calendars = server.client().calendars().unwrap();
    assert_eq!(calendars.len(), 1);
    let ours = &calendars[0];
    assert_eq!(
        (ours.calendar.as_str(), ours.name.as_str()),
        ("/homes/s s/visits/", "Výjezdy & jiné")
    );
    assert_eq!((&ours.takes[..], ours.writable), (&["VEVENT".to_owned()][..], Some(false)));
    // A home on another server, as some have it, has to be said.
    let away =
        "<C:calendar-home-set><D:href>https://p7.dav.example/homes/</D:href></C:calendar-home-set>";
    let server = Fake::serve(move |heard, _| multi(&found(&heard.path, away)));
    let fault = server.client().calendars().unwrap_err();
    assert_eq!(fault.code(), "CALENDAR-SERVER-08", "{fault}");
    assert_eq!(fault.details()["to"], "https://p7.dav.example/homes/");
    // What is no CalDAV server.
    for said in [
        answer(200, "", "<html>"),
        answer(404, "", ""),
        multi(&found("/", "")),
        Said::Bytes(b"220 mail.example ESMTP\r\n".to_vec()),
    ] {
        let fault = Fake::always(said).client().calendars().unwrap_err();
        assert!(["CALENDAR-SERVER-13", "CALENDAR-SERVER-04"].contains(&fault.code()), "{fault}");
    }
}
