//! What is taken of one mail: at each limit all of it, and one past it a refusal or a note.
#![cfg(feature = "eml")]
#![allow(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use callout_adapters::mail::eml::{self, MAX_ATTACHMENTS, MAX_BYTES, MAX_DEPTH, MAX_REFERENCES};
use callout_core::error::Error;
use callout_core::letter::ReadMail;

fn code(mail: &[u8]) -> Option<&'static str> {
    eml::read(mail).err().as_ref().map(Error::code)
}

fn noted(mail: &ReadMail, word: &str) -> bool {
    mail.lost.iter().chain(&mail.warnings).any(|note| note.contains(word))
}

#[test]
fn a_mail_has_so_many_bytes() {
    let mut mail = b"From: jana@kovo.example\r\n\r\n".to_vec();
    mail.resize(MAX_BYTES, b' ');
    assert_eq!(code(&mail), None);
    mail.push(b' ');
    assert_eq!(code(&mail), Some("MAIL-READ-02"));
}

#[test]
fn a_mail_has_so_many_attachments() {
    let with = |files: usize| {
        let file = "--x\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\n\r\n%PDF\r\n";
        let mail = format!(
            "From: jana@kovo.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n{}--x--\r\n",
            file.repeat(files)
        );
        eml::read(mail.as_bytes()).unwrap()
    };
    let all = with(MAX_ATTACHMENTS);
    assert_eq!((all.attachments.len(), noted(&all, "attachments")), (MAX_ATTACHMENTS, false));
    let cut = with(MAX_ATTACHMENTS + 1);
    assert_eq!((cut.attachments.len(), noted(&cut, "attachments")), (MAX_ATTACHMENTS, true));
}

#[test]
fn a_mail_names_so_many_messages_of_its_thread() {
    let with = |many: usize| {
        let ids: Vec<String> = (0..many).map(|n| format!("<{n}@kovo.example>")).collect();
        let mail =
            format!("From: jana@kovo.example\r\nReferences: {}\r\n\r\nx\r\n", ids.join("\r\n "));
        eml::read(mail.as_bytes()).unwrap()
    };
    let all = with(MAX_REFERENCES);
    assert_eq!((all.references.len(), noted(&all, "references")), (MAX_REFERENCES, false));
    let cut = with(MAX_REFERENCES + 1);
    assert_eq!((cut.references.len(), noted(&cut, "references")), (MAX_REFERENCES, true));
}

#[test]
fn a_mail_has_so_many_headers_parts_and_messages() {
    let headers = |lines: usize| format!("From: a@b.example\n{}\nx", "A: b\n".repeat(lines - 1));
    let parts = |lines: usize| {
        let boundary = "Content-Type: multipart/mixed; boundary=x\n\n";
        format!("From: a@b.example\n{boundary}{}", "--x\n\n".repeat(lines))
    };
    let messages = |lines: usize| {
        let inner = "Content-Type: message/rfc822\n\n".repeat(lines);
        format!("From: a@b.example\n{inner}Subject: x\n\nx")
    };
    let mails: [(&dyn Fn(usize) -> String, usize); 3] =
        [(&headers, 50_000), (&parts, 50_000), (&messages, 1_000)];
    for (mail, most) in mails {
        assert_eq!(code(mail(most).as_bytes()), None, "{most}");
        assert_eq!(code(mail(most + 1).as_bytes()), Some("MAIL-READ-04"), "{most}");
    }
}

#[test]
fn a_mail_has_so_much_text_and_so_long_a_head() {
    const MAX_TEXT: usize = 4 * 1024 * 1024;
    const MAX_HEAD: usize = 2 * 1024 * 1024;
    let text = |bytes: usize| {
        let line = format!("{}\n", "a".repeat(63));
        let mail = format!("From: a@b.example\n\n{}", line.repeat(bytes / 64 + 1));
        let head = mail.find("\n\n").unwrap() + 2;
        eml::read(&mail.as_bytes()[..head + bytes]).unwrap()
    };
    assert!(!noted(&text(MAX_TEXT), "of text"));
    assert!(noted(&text(MAX_TEXT + 1), "of text"));
    let head = |bytes: usize| {
        let begin = "From: a@b.example\nX-A: ";
        let mail = format!("{begin}{}\n\nx", "a".repeat(bytes - begin.len() - 1));
        eml::read(mail.as_bytes()).unwrap()
    };
    assert!(!noted(&head(MAX_HEAD), "of the headers"));
    assert!(noted(&head(MAX_HEAD + 1), "of the headers"));
}

#[test]
fn messages_lie_so_deep_inside_messages() {
    let with = |inside: usize| {
        let messages = "Content-Type: message/rfc822\n\n".repeat(inside);
        let mail = format!("From: a@b.example\n{messages}Subject: x\n\nx");
        let mail = eml::read(mail.as_bytes()).unwrap();
        let (mut last, mut levels) = (&mail, 1);
        while let Some(inner) = last.nested.first() {
            (last, levels) = (inner, levels + 1);
        }
        (levels, noted(last, "deeper"))
    };
    assert_eq!(with(MAX_DEPTH - 1), (MAX_DEPTH, false));
    assert_eq!(with(MAX_DEPTH), (MAX_DEPTH, true));
}

/// A message inside, itself with so many inside it.
fn with_inner(inside: usize) -> String {
    let inner = "--y\nContent-Type: message/rfc822\n\nSubject: x\n\nx\n".repeat(inside);
    format!(
        "--x\nContent-Type: message/rfc822\n\nSubject: x\n\
         Content-Type: multipart/mixed; boundary=y\n\n{inner}--y--\n"
    )
}

#[test]
fn so_many_messages_lie_inside_a_message() {
    const MAX_INNER: usize = 500;
    let with = |last: usize| {
        let parts = with_inner(299) + &with_inner(last);
        let mail = format!(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n{parts}--x--\n"
        );
        let mail = eml::read(mail.as_bytes()).unwrap();
        let many: usize = mail.nested.iter().map(|inner| 1 + inner.nested.len()).sum();
        (many, noted(&mail.nested[1], "the others were not opened"))
    };
    assert_eq!(with(199), (MAX_INNER, false));
    assert_eq!(with(200), (MAX_INNER, true));
}

#[test]
fn parts_lie_so_deep_inside_parts() {
    const MAX_NESTED: usize = 50;
    let with = |levels: usize| {
        let open = |n| format!("Content-Type: multipart/mixed; boundary=x{n}x\n\n--x{n}x\n");
        let opened: String = (0..levels).map(open).collect();
        let closed: String = (0..levels).rev().map(|n| format!("\n--x{n}x--\n")).collect();
        let mail = format!("From: a@b.example\n{opened}\nkonec{closed}");
        let mail = eml::read(mail.as_bytes()).unwrap();
        (mail.text == "konec", noted(&mail, "without end"))
    };
    assert_eq!(with(MAX_NESTED), (true, false));
    assert_eq!(with(MAX_NESTED + 1), (false, true));
}

/// Of the same file, once for each message around it.
#[test]
fn a_mail_has_so_many_bytes_of_files() {
    const MAX_FILES: usize = 64 * 1024 * 1024;
    let with = |bytes: usize| {
        let head = |name: &str| format!("Content-Type: application/pdf; name={name}\n\n");
        let inner = format!(
            "Subject: x\nContent-Type: multipart/mixed; boundary=y\n\n--y\n{}{}\n--y--",
            head("a"),
            "a".repeat(bytes)
        );
        let middle = format!("Subject: y\nContent-Type: message/rfc822\n\n{inner}");
        // All of the middle, the inner and the file, and one file more.
        let taken = middle.len() + inner.len() + bytes;
        let rest = |over: usize| "b".repeat(MAX_FILES - taken + over);
        [0, 1].map(|over| {
            let mail = format!(
                "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n\
                 --x\nContent-Type: message/rfc822\n\n{middle}\n--x\n{}{}\n--x--",
                head("b"),
                rest(over)
            );
            let mail = eml::read(mail.as_bytes()).unwrap();
            (mail.attachments.len(), noted(&mail, "all together may have"))
        })
    };
    assert_eq!(with(21 * 1024 * 1024), [(2, false), (1, true)]);
}
