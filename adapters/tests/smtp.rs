//! Delivery over a real SMTP conversation on this machine.
#![cfg(feature = "smtp")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

use callout_adapters::mail::smtp::SmtpMailer;
use callout_core::letter::{Mailbox, OutgoingMail};
use callout_core::port::mailer::{Credentials, Delivery, Mailer, Security, SmtpSettings};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};

fn letter() -> OutgoingMail {
    OutgoingMail {
        message_id: "42@modry-klic.example".into(),
        date: "2026-10-22T07:30:00Z".parse().unwrap(),
        from: Mailbox::new("Servis", "servis@modry-klic.example"),
        reply_to: None,
        to: vec![Mailbox::new("Jana", "jana@kovo-hruska.example")],
        cc: Vec::new(),
        bcc: vec![Mailbox { name: None, address: "archiv@modry-klic.example".into() }],
        subject: "Termín".into(),
        text: "První řádek\n.\n..tečky\nkonec".into(),
        html: None,
        in_reply_to: None,
        references: Vec::new(),
        attachments: Vec::new(),
        automatic: false,
    }
}

/// How the server of a test behaves: the step at which it speaks or leaves, and its words.
#[derive(Clone, Copy)]
struct Mood {
    step: &'static str,
    says: Option<&'static str>,
}

/// A server for one connection. It gives back the commands it heard, then the text.
fn serve(mood: Mood) -> (u16, Receiver<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (heard_to, heard) = channel();
    std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
        let mut stream = stream;
        let mut log = Vec::new();
        let mut answer = |step: &str, usual: &str| {
            let says = if step == mood.step { mood.says } else { Some(usual) };
            says.is_some_and(|says| stream.write_all(format!("{says}\r\n").as_bytes()).is_ok())
        };
        let mut open = answer("greeting", "220 mail.example ESMTP");
        while open {
            let Some(Ok(line)) = lines.next() else { break };
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            log.push(line);
            open = match verb.as_str() {
                "EHLO" => answer("EHLO", "250-mail.example\r\n250 8BITMIME"),
                "MAIL" => answer("MAIL", "250 ok"),
                "RCPT" => answer("RCPT", "250 ok"),
                "DATA" if answer("DATA", "354 go on") && mood.step != "DATA" => {
                    for line in lines.by_ref().map_while(Result::ok) {
                        if line == "." {
                            break;
                        }
                        log.push(line);
                    }
                    answer("end", "250 2.0.0 queued as 4TfG2k")
                }
                "DATA" => mood.says.is_some(),
                "QUIT" => {
                    let _ = answer("QUIT", "221 bye");
                    false
                }
                _ => answer("other", "502 no"),
            };
        }
        let _ = heard_to.send(log);
    });
    (port, heard)
}

fn settings(port: u16) -> SmtpSettings {
    SmtpSettings {
        host: "127.0.0.1".into(),
        port,
        security: Security::None,
        credentials: None,
        hello: "modry-klic.example".into(),
        timeout_ms: 2_000,
        answer_timeout_ms: 2_000,
    }
}

#[test]
fn a_message_goes_through() {
    let (port, heard) = serve(Mood { step: "", says: None });
    let delivery = SmtpMailer::new(settings(port)).unwrap().send(&letter()).unwrap();
    let Delivery::Sent { detail } = delivery else { panic!("{delivery:?}") };
    assert!(detail.contains("4TfG2k"), "{detail}");
    let heard = heard.recv().unwrap();
    assert_eq!(heard[0], "EHLO modry-klic.example");
    assert!(heard[1].starts_with("MAIL FROM:<servis@modry-klic.example>"), "{}", heard[1]);
    assert_eq!(heard[2], "RCPT TO:<jana@kovo-hruska.example>");
    assert_eq!(heard[3], "RCPT TO:<archiv@modry-klic.example>");
    assert!(!heard[5..].iter().any(|line| line.contains("archiv@")));
    assert_eq!(heard.last().map(String::as_str), Some("QUIT"));
    // Undo the dots as a server does, then read the text.
    let text: Vec<&str> = heard[5..heard.len() - 1]
        .iter()
        .map(|line| line.strip_prefix('.').unwrap_or(line))
        .collect();
    let mail = callout_adapters::mail::eml::read(text.join("\r\n").as_bytes()).unwrap();
    assert_eq!(mail.text.trim_end(), letter().text);
}

#[test]
fn what_becomes_of_a_message() {
    for (step, says, outcome) in [
        ("greeting", Some("421 later"), "unreached"),
        ("greeting", Some("554 never"), "unreached"),
        ("greeting", Some("354 go on"), "unreached"),
        ("greeting", None, "unreached"),
        ("greeting", Some("220"), "sent"),
        ("EHLO", Some("550 not you"), "unreached"),
        ("EHLO", Some("250-a\r\n250- \r\n250 ok"), "sent"),
        ("EHLO", Some("250-\r\n250-\r\n250"), "sent"),
        ("EHLO", Some("250-\u{fffd}\r\n250"), "sent"),
        ("MAIL", Some("250"), "sent"),
        ("MAIL", Some("299"), "sent"),
        ("MAIL", Some("350 go on"), "failed for now"),
        ("MAIL", Some("553 no such sender"), "failed for good"),
        ("MAIL", Some("571 no"), "failed for good"),
        ("MAIL", Some("451 try later"), "failed for now"),
        ("MAIL", Some("530 5.7.0 log in first"), "unreached"),
        ("MAIL", Some("535 5.7.8 log in first"), "unreached"),
        ("MAIL", Some("550 5.7.1 not you"), "failed for now"),
        ("RCPT", Some("450 mailbox busy"), "failed for now"),
        ("RCPT", Some("354 go on"), "failed for now"),
        ("RCPT", Some("550 no such user"), "failed for good"),
        ("RCPT", Some("550"), "failed for good"),
        ("RCPT", Some("550-5.7.1 no relaying\r\n550 5.7.1 for you"), "failed for now"),
        ("RCPT", Some("550 5.7.13 no such user"), "failed for good"),
        ("RCPT", None, "failed for now"),
        ("DATA", Some("452 no room"), "failed for now"),
        ("DATA", Some("554 no"), "failed for good"),
        ("DATA", Some("554 5.7.1 not you"), "failed for now"),
        ("DATA", Some("250 ok"), "failed for now"),
        ("DATA", Some("355 go on"), "failed for now"),
        ("DATA", None, "failed for now"),
        ("end", Some("250"), "sent"),
        ("end", Some("451 greylisted"), "failed for now"),
        ("end", Some("552 too big"), "failed for good"),
        ("end", Some("550"), "failed for good"),
        ("end", Some("571 spam"), "failed for good"),
        ("end", Some("554 5.7.1 spam"), "failed for good"),
        ("end", Some("354 go on"), "unknown"),
        ("end", Some("250-ok\r\n550 no"), "unknown"),
        ("end", None, "unknown"),
        ("end", Some("what?"), "unknown"),
        ("end", Some("150 wait"), "unknown"),
        ("QUIT", None, "sent"),
        ("QUIT", Some("500"), "sent"),
    ] {
        let (port, _heard) = serve(Mood { step, says });
        let delivery = SmtpMailer::new(settings(port)).unwrap().send(&letter()).unwrap();
        let became = match &delivery {
            Delivery::Sent { .. } => "sent",
            Delivery::Failed { permanent: true, .. } => "failed for good",
            Delivery::Failed { permanent: false, .. } => "failed for now",
            Delivery::Unreached { .. } => "unreached",
            Delivery::Unknown { .. } => "unknown",
        };
        assert_eq!(became, outcome, "{step} {says:?}: {delivery:?}");
    }
}

#[test]
fn an_answer_of_a_server_has_so_many_bytes() {
    for (bytes, outcome) in [(64 * 1024, "sent"), (64 * 1024 + 1, "without end")] {
        let lines = "220-mail.example\r\n".repeat(3_000);
        let says = format!("{lines}220 {}", "a".repeat(bytes - lines.len() - "220 \r\n".len()));
        let (port, _heard) = serve(Mood { step: "greeting", says: Some(says.leak()) });
        let delivery = SmtpMailer::new(settings(port)).unwrap().send(&letter()).unwrap();
        let told = match delivery {
            Delivery::Sent { .. } => "sent".to_owned(),
            Delivery::Unreached { reason } => reason,
            other => panic!("{other:?}"),
        };
        assert!(told.contains(outcome), "{bytes}: {told}");
    }
}

/// A server that says this at each step up to one, from which on it talks for ever: a flood
/// without a line end, or one letter every tenth of a second.
fn endless(steps: usize, flood: bool) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
        let usual = ["220 a", "250 a", "250 ok", "250 ok", "250 ok", "354 go on", "250 ok"];
        for said in &usual[..steps] {
            stream.write_all(format!("{said}\r\n").as_bytes()).unwrap();
            // The next command, or the text with its end.
            let ends = |line: &String| !said.starts_with("354") || line == ".";
            if !lines.by_ref().map_while(Result::ok).any(|line| ends(&line)) {
                return;
            }
        }
        let (piece, pause) = if flood { (vec![b'2'; 65_536], 0) } else { (vec![b'2'], 100) };
        while stream.write_all(&piece).is_ok() {
            std::thread::sleep(std::time::Duration::from_millis(pause));
        }
    });
    port
}

/// It costs the time of one delivery and little memory, and what became of the message is right.
#[test]
fn a_server_that_talks_for_ever() {
    let said = |steps: usize, flood: bool| {
        let settings = SmtpSettings {
            timeout_ms: 1_000,
            answer_timeout_ms: 1_000,
            ..settings(endless(steps, flood))
        };
        let begun = std::time::Instant::now();
        let delivery = SmtpMailer::new(settings).unwrap().send(&letter()).unwrap();
        let (taken, why) = match delivery {
            Delivery::Sent { detail } => ("sent", detail),
            Delivery::Failed { permanent, reason } => {
                assert!(!permanent, "{reason}");
                ("failed", reason)
            }
            Delivery::Unreached { reason } => ("unreached", reason),
            Delivery::Unknown { reason } => ("unknown", reason),
        };
        assert!(begun.elapsed().as_millis() < 3_000, "{steps} {flood}: {:?}", begun.elapsed());
        (taken, why)
    };
    // Greeting, EHLO, MAIL, two recipients, DATA; then the answer to the text; then the farewell.
    for steps in 0..=7 {
        let outcome = match steps {
            0..=1 => "unreached",
            2..=5 => "failed",
            6 => "unknown",
            _ => "sent",
        };
        let (taken, why) = said(steps, true);
        assert_eq!(taken, outcome, "{steps}: {why}");
        assert!(steps > 6 || why.contains("without end"), "{why}");
        if [0, 6].contains(&steps) {
            let (taken, why) = said(steps, false);
            assert_eq!((taken, why.as_str()), (outcome, "the server was not ready in time"));
        }
    }
}

/// A server that takes no more of a long text had certainly not heard its end.
#[test]
fn a_server_that_stops_listening() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
        for said in ["220 a", "250 a", "250 ok", "250 ok", "250 ok", "354 go on"] {
            stream.write_all(format!("{said}\r\n").as_bytes()).unwrap();
            let _ = lines.next();
        }
        std::thread::sleep(std::time::Duration::from_secs(5));
    });
    let mail = OutgoingMail { text: "Dlouhý text. ".repeat(1_000_000), ..letter() };
    let settings = SmtpSettings { timeout_ms: 1_000, ..settings(port) };
    let delivery = SmtpMailer::new(settings).unwrap().send(&mail).unwrap();
    assert!(matches!(delivery, Delivery::Failed { permanent: false, .. }), "{delivery:?}");
}

#[test]
fn nobody_listens() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let delivery = SmtpMailer::new(settings(port)).unwrap().send(&letter()).unwrap();
    assert!(matches!(delivery, Delivery::Unreached { .. }), "{delivery:?}");
}

/// A server has a long time for its last answer, and one that hangs up may have said why.
#[test]
fn what_comes_after_the_text() {
    for (pause, says, outcome) in [
        (0, "552 5.3.4 too big\r\n", "failed for good"),
        (0, "452 no room\r\n", "failed for now"),
        (0, "", "failed for now"),
        (1_500, "250 ok\r\n", "sent"),
        (4_000, "250 ok\r\n", "unknown"),
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            for said in ["220 a", "250 a", "250 ok", "250 ok", "250 ok", "354 go on"] {
                stream.write_all(format!("{said}\r\n").as_bytes()).unwrap();
                let _ = lines.next();
            }
            // The first line of the text was read: it reads the rest, or hangs up in the middle.
            if pause > 0 {
                let _ = lines.by_ref().map_while(Result::ok).find(|line| line == ".");
                std::thread::sleep(std::time::Duration::from_millis(pause));
            }
            let _ = stream.write_all(says.as_bytes());
        });
        let length = if pause > 0 { 1 } else { 1_000_000 };
        let mail = OutgoingMail { text: "Dlouhý text. ".repeat(length), ..letter() };
        let settings = SmtpSettings { timeout_ms: 1_000, ..settings(port) };
        let delivery = SmtpMailer::new(settings).unwrap().send(&mail).unwrap();
        let became = match &delivery {
            Delivery::Sent { .. } => "sent",
            Delivery::Failed { permanent: true, .. } => "failed for good",
            Delivery::Failed { permanent: false, .. } => "failed for now",
            Delivery::Unreached { .. } => "unreached",
            Delivery::Unknown { .. } => "unknown",
        };
        assert_eq!(became, outcome, "{pause} {says:?}: {delivery:?}");
    }
}

#[test]
fn tls_is_never_left_out() {
    for security in [Security::StartTls, Security::Tls] {
        let (port, heard) = serve(Mood { step: "", says: None });
        let settings = SmtpSettings {
            security,
            credentials: Some(Credentials { user: "servis".into(), password: "tajne".into() }),
            timeout_ms: 300,
            ..settings(port)
        };
        assert!(!format!("{settings:?}").contains("tajne"));
        let delivery = SmtpMailer::new(settings).unwrap().send(&letter()).unwrap();
        assert!(matches!(delivery, Delivery::Unreached { .. }), "{security:?} {delivery:?}");
        let heard = heard.recv().unwrap();
        assert!(!heard.iter().any(|line| line.starts_with("AUTH") || line.starts_with("MAIL")));
    }
}

#[test]
fn settings_that_cannot_be_used() {
    let password = Some(Credentials { user: "servis".into(), password: "tajne".into() });
    let no_host = SmtpSettings { host: String::new(), ..settings(25) };
    let in_the_clear = SmtpSettings { credentials: password, ..settings(25) };
    for settings in [no_host, in_the_clear] {
        assert_eq!(SmtpMailer::new(settings).unwrap_err().code(), "MAIL-SERVER-01");
    }
}
