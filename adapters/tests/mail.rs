//! Messages read and written, and what lies in a delivery folder.
#![cfg(feature = "eml")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

#[path = "mail/headers.rs"]
mod headers;
#[path = "../../tests/support/skip.rs"]
mod skip;

use callout_adapters::mail::compose::compose;
use callout_adapters::mail::eml;
use callout_adapters::mail::folder::FolderMailer;
use callout_core::enquiry::{OwnAddresses, find_facts};
use callout_core::letter::{Attachment, Mailbox, OutgoingAttachment, OutgoingMail, ReadMail};
use callout_core::port::mailer::{Delivery, Mailer};
use serde_json::Value;
use std::path::PathBuf;

fn letter() -> OutgoingMail {
    OutgoingMail {
        message_id: "0198c1d2@modry-klic.example".into(),
        date: "2026-10-22T07:30:00Z".parse().unwrap(),
        from: Mailbox::new("Servis Modrý Klíč", "servis@modry-klic.example"),
        reply_to: Some(Mailbox::new("Dvořák, Petr", "dvorak@modry-klic.example")),
        to: vec![Mailbox::new("Jana Hrušková", "hruskova@kovo-hruska.example")],
        cc: vec![Mailbox { name: None, address: "vratnice@kovo-hruska.example".into() }],
        bcc: vec![Mailbox { name: None, address: "archiv@modry-klic.example".into() }],
        subject:
            "Re: Kompresor – termín opravy je čtvrtek 22. 10. 2026 v 9:30, prosíme o potvrzení"
                .into(),
        text: "Dobrý den,\n\n.\npřijedeme ve čtvrtek.\n".into(),
        html: None,
        in_reply_to: Some("a1@kovo-hruska.example".into()),
        references: vec!["a0@kovo-hruska.example".into(), "a1@kovo-hruska.example".into()],
        attachments: vec![OutgoingAttachment {
            name: "Zakázkový list č. 42 – příloha.pdf".into(),
            media_type: "application/pdf".into(),
            bytes: b"%PDF-1.7 \x00\xff".to_vec(),
        }],
        automatic: false,
    }
}

#[test]
fn what_is_written_is_read_back() {
    let sent = letter();
    let bytes = compose(&sent).unwrap();
    let mail = eml::read(&bytes).unwrap();
    assert_eq!(mail.message_id.as_deref(), Some("0198c1d2@modry-klic.example"));
    assert_eq!(mail.date, Some(sent.date));
    assert_eq!(mail.from, std::slice::from_ref(&sent.from));
    assert_eq!(mail.reply_to, [sent.reply_to.clone().unwrap()]);
    assert_eq!((&mail.to, &mail.cc), (&sent.to, &sent.cc));
    assert_eq!(mail.subject, sent.subject);
    assert_eq!(mail.text.trim_end(), sent.text.trim_end());
    assert_eq!(mail.in_reply_to, sent.in_reply_to);
    assert_eq!(mail.references, sent.references);
    assert_eq!(mail.attachments.len(), 1);
    assert_eq!(mail.attachments[0].name.as_deref(), Some("Zakázkový list č. 42 – příloha.pdf"));
    assert_eq!(mail.attachments[0].bytes, sent.attachments[0].bytes);
    assert!(!mail.attachments[0].inline);
    assert_eq!((mail.lost, mail.warnings), (Vec::new(), Vec::<String>::new()));
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("archiv@"), "blind copies stay blind");
    let head = text.split("\r\n\r\n").next().unwrap();
    assert!(head.is_ascii() && text.lines().all(|line| line.len() <= 998));
}

#[test]
fn an_invitation_keeps_its_method() {
    let mut mail = letter();
    mail.html = Some("<p>Dobrý den</p>".into());
    mail.attachments[0].media_type = "text/calendar; method=REQUEST; charset=utf-8".into();
    let bytes = compose(&mail).unwrap();
    assert!(
        String::from_utf8_lossy(&bytes).contains("method=\"REQUEST\"")
            || String::from_utf8_lossy(&bytes).contains("method=REQUEST")
    );
    assert_eq!(eml::read(&bytes).unwrap().attachments[0].media_type, "text/calendar");
}

#[test]
fn what_is_not_written() {
    type Spoil = fn(&mut OutgoingMail);
    let cases: [(&str, Spoil, &str); 14] = [
        ("header in subject", |m| m.subject = "a\r\nBcc: x@y.example".into(), "MAIL-COMPOSE-01"),
        ("header in name", |m| m.from.name = Some("a\nX: y".into()), "MAIL-COMPOSE-01"),
        (
            "header in address",
            |m| m.to[0].address = "a@b.example\r\nX: y".into(),
            "MAIL-COMPOSE-01",
        ),
        ("header in id", |m| m.message_id = "a@b\nX: y".into(), "MAIL-COMPOSE-01"),
        ("header in thread", |m| m.references[0] = "a@b\nX: y".into(), "MAIL-COMPOSE-01"),
        ("header in file name", |m| m.attachments[0].name = "a\r\n.pdf".into(), "MAIL-COMPOSE-01"),
        (
            "header in type",
            |m| m.attachments[0].media_type = "a/b\r\nX: y".into(),
            "MAIL-COMPOSE-01",
        ),
        (
            "nobody",
            |m| (m.to, m.cc, m.bcc) = (Vec::new(), Vec::new(), Vec::new()),
            "MAIL-COMPOSE-02",
        ),
        ("no address", |m| m.to[0].address = "hruskova".into(), "MAIL-COMPOSE-03"),
        (
            "two addresses",
            |m| m.to[0].address = "a@b.example,c@d.example".into(),
            "MAIL-COMPOSE-03",
        ),
        ("brackets", |m| m.from.address = "<a@b.example>".into(), "MAIL-COMPOSE-03"),
        ("id in brackets", |m| m.message_id = "<a@b.example>".into(), "MAIL-COMPOSE-04"),
        ("no type", |m| m.attachments[0].media_type = "pdf".into(), "MAIL-COMPOSE-04"),
        (
            "too heavy",
            |m| m.attachments[0].bytes = vec![0; 18 * 1024 * 1024 + 1],
            "MAIL-COMPOSE-05",
        ),
    ];
    for (case, spoil, code) in cases {
        let mut mail = letter();
        spoil(&mut mail);
        assert_eq!(compose(&mail).unwrap_err().code(), code, "{case}");
    }
}

#[test]
fn names_and_charsets() {
    let file = |header: &str| {
        let text = format!(
            "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
             Content-Type: application/pdf\r\nContent-Disposition: attachment; {header}\r\n\r\nx\r\n--x--\r\n"
        );
        eml::read(text.as_bytes()).unwrap().attachments[0].name.clone().unwrap()
    };
    for (header, name) in [
        ("filename=a.pdf", "a.pdf"),
        ("filename=\"a b;c.pdf\"", "a b;c.pdf"),
        ("filename*=utf-8''%C5%BE.pdf", "ž.pdf"),
        ("filename*=iso-8859-2''%BE.pdf", "ž.pdf"),
        (
            "filename*0*=iso-8859-2''%BElut%FD;\r\n filename*1*=%20k%F9%F2;\r\n filename*2=.pdf",
            "žlutý kůň.pdf",
        ),
        ("filename*0*=windows-1250''%9E;\r\n filename*1*=%9A.pdf", "žš.pdf"),
        ("filename*0=\"abc\";\r\n filename*1=\"def.pdf\"", "abcdef.pdf"),
        ("filename*1*=%C5%BE.pdf;\r\n filename*0*=utf-8''%C5%A1", "šž.pdf"),
        ("filename=\"=?utf-8?B?xb4=?=.pdf\"", "ž.pdf"),
        ("filename=\"=?cp852?Q?=A7?=\"", "ž"),
    ] {
        assert_eq!(file(header), name, "{header}");
    }
    for (encoding, body) in [
        ("8bit", &b"\xa7lut\xec k\x85\xe5"[..]),
        ("quoted-printable", b"=A7lut=EC k=85=E5"),
        ("base64", b"p2x1dOwga4Xl"),
    ] {
        let head = format!(
            "From: =?CP852?Q?=E6t=2E?= <a@b.example>\r\nSubject: =?ibm852?B?p2x1dOw=?= x\r\n\
             Content-Type: text/plain; charset=cp852\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
        );
        let mail = eml::read(&[head.as_bytes(), body].concat()).unwrap();
        assert_eq!(
            (mail.text.as_str(), mail.subject.as_str()),
            ("žlutý kůň", "žlutý x"),
            "{encoding}"
        );
        assert_eq!(mail.from[0].name.as_deref(), Some("Št."));
    }
    let odd = eml::read(b"From: a@b.example\r\nContent-Type: text/plain; charset=klingon\r\n\r\nx")
        .unwrap();
    assert!(odd.warnings.iter().any(|note| note.contains("klingon")), "{:?}", odd.warnings);
}

#[test]
fn html_alone_becomes_text() {
    let head = "From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
    for (html, text) in [
        ("<p>Ahoj<br>světe</p><script>x()</script>", "Ahoj\nsvěte"),
        ("<div>Kovo s.r.o.</div><div>IČO: 59610000</div>", "Kovo s.r.o.\nIČO: 59610000"),
        ("<table><tr><td>IČO</td><td>59610000</td></tr></table>", "IČO 59610000"),
    ] {
        let mail = eml::read(format!("{head}{html}").as_bytes()).unwrap();
        assert_eq!(mail.text, text, "{html}");
    }
    let rows = "<div><b>Kovo</b> spol. s r.o.</div><table><tr><td>IČO</td><td>59610000</td></tr>\
                <tr><td>Tel.</td><td>700 000 111</td></tr></table>";
    let mail = eml::read(format!("{head}{rows}").as_bytes()).unwrap();
    let facts = find_facts(&mail, &OwnAddresses::default());
    assert_eq!(facts.companies[0].value, "Kovo spol. s r.o.");
    assert_eq!(facts.registration_numbers[0].value, "59610000");
    assert_eq!(facts.phones[0].value, "+420700000111");
}

#[test]
fn garbage_and_bombs() {
    let part = "--x\nA: b\n\n";
    let many_parts = format!(
        "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n{}",
        part.repeat(60_000)
    );
    let deep = "Content-Type: message/rfc822\n\n".repeat(200_000);
    let many_headers = "A: b\n".repeat(60_000);
    let huge = vec![b'a'; 25 * 1024 * 1024 + 1];
    for (case, bytes, code) in [
        ("nothing", &b""[..], "MAIL-READ-01"),
        ("white", b" \r\n\t", "MAIL-READ-01"),
        ("huge", &huge, "MAIL-READ-02"),
        ("binary", b"\x00\xff\xd8\xff\xe0JFIF\n\n", "MAIL-READ-03"),
        ("prose", b"Dobry den, nejde nam kotel.\n", "MAIL-READ-03"),
        ("web page", b"<html><body>x</body></html>", "MAIL-READ-03"),
        ("many parts", many_parts.as_bytes(), "MAIL-READ-04"),
        ("deep", deep.as_bytes(), "MAIL-READ-04"),
        ("many headers", many_headers.as_bytes(), "MAIL-READ-04"),
    ] {
        assert_eq!(eml::read(bytes).unwrap_err().code(), code, "{case}");
    }
    let nine = format!(
        "From: a@b.example\n{}Subject: x\n\nx",
        "Content-Type: message/rfc822\n\n".repeat(12)
    );
    let mut mail = &eml::read(nine.as_bytes()).unwrap();
    let mut depth = 1;
    while let Some(inner) = mail.nested.first() {
        (mail, depth) = (inner, depth + 1);
    }
    assert_eq!(depth, eml::MAX_DEPTH);
    assert!(mail.lost.iter().any(|note| note.contains("deeper")));
}

#[test]
fn every_cut_of_a_message_is_read_or_refused() {
    let bytes = compose(&letter()).unwrap();
    for end in 0..bytes.len() {
        let _ = eml::read(&bytes[..end]);
        let _ = eml::read(&bytes[end..]);
    }
}

/// Bytes changed, doubled and left out at places that a fixed sequence picks.
#[test]
fn damaged_messages_do_no_harm() {
    let mut messages = vec![compose(&letter()).unwrap()];
    if let Some(folder) = samples("email") {
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let small = files.filter_map(|path| std::fs::read(path).ok()).filter(|b| b.len() < 8000);
        messages.extend(small);
    }
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut pick = |most: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % most.max(1) as u64).unwrap()
    };
    for message in &messages {
        for _ in 0..150 {
            let mut bytes = message.clone();
            for _ in 0..=pick(6) {
                if bytes.is_empty() {
                    break;
                }
                let at = pick(bytes.len());
                match pick(4) {
                    0 => bytes[at] = u8::try_from(pick(256)).unwrap(),
                    1 => drop(bytes.drain(at..(at + pick(40)).min(bytes.len()))),
                    2 => bytes.insert(at, b"\n:=?;\"-"[pick(7)]),
                    _ => bytes.extend_from_within(at..(at + pick(200)).min(bytes.len())),
                }
            }
            if let Ok(mail) = eml::read(&bytes) {
                let _ = find_facts(&mail, &OwnAddresses::default());
            }
        }
    }
}

#[test]
fn a_folder_keeps_each_message_once() {
    let folder = std::env::temp_dir().join(format!("callout-folder-{}", std::process::id()));
    let mailer = FolderMailer::new(&folder);
    for _ in 0..2 {
        let Delivery::Sent { detail } = mailer.send(&letter()).unwrap() else { panic!() };
        let mail = eml::read(&std::fs::read(detail).unwrap()).unwrap();
        assert_eq!(mail.message_id.as_deref(), Some("0198c1d2@modry-klic.example"));
    }
    let mut sly = letter();
    sly.message_id = "../../etc/passwd@x".into();
    assert!(matches!(mailer.send(&sly).unwrap(), Delivery::Sent { .. }));
    let names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(names.iter().all(|name| name.ends_with(".eml") && !name.contains('/')));
    std::fs::remove_dir_all(&folder).unwrap();

    let file = std::env::temp_dir().join(format!("callout-nofolder-{}", std::process::id()));
    std::fs::write(&file, "").unwrap();
    let failed = FolderMailer::new(&file).send(&letter()).unwrap();
    assert!(matches!(failed, Delivery::Failed { permanent: false, .. }), "{failed:?}");
    std::fs::remove_file(&file).unwrap();
    assert!(
        mailer.send(&OutgoingMail { to: vec![], cc: vec![], bcc: vec![], ..letter() }).is_err()
    );
}

fn samples(what: &str) -> Option<PathBuf> {
    let shared = std::env::var_os("CALLOUT_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let folder = shared.join("samples").join(what);
    if !folder.is_dir() {
        skip::skipped(&format!("samples of {what}"), "they are not there");
        return None;
    }
    Some(folder)
}

fn all_nested(mail: &ReadMail) -> Vec<&ReadMail> {
    mail.nested.iter().flat_map(|inner| std::iter::once(inner).chain(all_nested(inner))).collect()
}

/// The reference is a second opinion: of malformed messages another reading can be as good, so
/// a few may differ, and they are printed.
#[test]
fn samples_are_read_as_the_reference_reads_them() {
    let Some(folder) = samples("email") else { return };
    let index = std::fs::read_to_string(folder.join("index.json")).unwrap();
    let index: Value = serde_json::from_str(&index).unwrap();
    let list = index.as_array().or_else(|| index.as_object()?.values().find_map(Value::as_array));
    let (mut same, mut other) = (0, Vec::new());
    for row in list.unwrap() {
        let file = row["file"].as_str().unwrap();
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let mail = match eml::read(&bytes) {
            Ok(mail) => mail,
            Err(fault) => {
                other.push(format!("{file}: {fault}"));
                continue;
            }
        };
        if let Some(expected) = row.get("expected") {
            assert_eq!(mail.subject, expected["subject"], "{file}");
            assert_eq!(mail.from[0].name.as_deref(), expected["from_name"].as_str(), "{file}");
            assert_eq!(mail.text.trim(), expected["body"], "{file}");
        }
        let reference = &row["reference"];
        let bare = |value: &Value| value.as_str().map(|id| id.trim_matches(['<', '>']).to_owned());
        let addresses = |value: &Value| -> Vec<String> {
            let list = value.as_array().cloned().unwrap_or_default();
            list.iter().filter_map(|m| m["addr"].as_str().map(str::to_owned)).collect()
        };
        let from: Vec<String> = mail.from.iter().map(|m| m.address.clone()).collect();
        let seconds = |value: &Value| {
            let text = value.as_str()?;
            let text = if text.len() == 19 { format!("{text}+00:00") } else { text.to_owned() };
            Some(chrono::DateTime::parse_from_rfc3339(&text).ok()?.timestamp())
        };
        for part in reference["parts"].as_array().into_iter().flatten() {
            let Some(name) = part["filename"].as_str() else { continue };
            let held = |mail: &ReadMail| {
                let name = |a: &Attachment| a.name.as_deref() == Some(name.trim());
                let size = |a: &Attachment| {
                    part["bytes"].as_u64().is_none_or(|n| n == a.bytes.len() as u64)
                };
                mail.attachments.iter().any(|a| name(a) && size(a))
            };
            if held(&mail) || all_nested(&mail).iter().any(|inner| held(inner)) {
                same += 1;
            } else {
                other.push(format!("{file}: file {name}"));
            }
        }
        for (field, agree) in [
            ("message_id", mail.message_id == bare(&reference["message_id"])),
            ("in_reply_to", mail.in_reply_to == bare(&reference["in_reply_to"])),
            ("subject", mail.subject == reference["subject"].as_str().unwrap_or_default().trim()),
            ("from", from == addresses(&reference["from"])),
            ("date", mail.date.map(|date| date.timestamp()) == seconds(&reference["date"])),
        ] {
            if agree {
                same += 1;
            } else {
                other.push(format!("{file}: {field}"));
            }
        }
    }
    eprintln!("{same} fields as the reference; otherwise: {other:#?}");
    assert!(other.len() * 8 <= same, "too many other readings: {other:#?}");
}
