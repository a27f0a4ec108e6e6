//! What is taken of one mail: at each limit all of it, and one past it a refusal or a note.
#![cfg(feature = "eml")]
#![allow(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use callout_adapters::mail::eml::{self, MOST_ATTACHMENTS, MOST_BYTES, MOST_REFERENCES};
use callout_core::error::Error;
use callout_core::letter::ReadMail;

fn code(mail: &[u8]) -> Option<&'static str> {
    eml::read(mail).err().as_ref().map(Error::code)
}

fn noted(mail: &ReadMail, word: &str) -> bool {
    mail.lost.iter().chain(&mail.notes).any(|note| note.contains(word))
}

#[test]
fn a_mail_has_so_many_bytes() {
    let mut mail = b"From: jana@kovo.example\r\n\r\n".to_vec();
    mail.resize(MOST_BYTES, b' ');
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
    let all = with(MOST_ATTACHMENTS);
    assert_eq!((all.attachments.len(), noted(&all, "attachments")), (MOST_ATTACHMENTS, false));
    let cut = with(MOST_ATTACHMENTS + 1);
    assert_eq!((cut.attachments.len(), noted(&cut, "attachments")), (MOST_ATTACHMENTS, true));
}

#[test]
fn a_mail_names_so_many_messages_of_its_thread() {
    let with = |many: usize| {
        let ids: Vec<String> = (0..many).map(|n| format!("<{n}@kovo.example>")).collect();
        let mail =
            format!("From: jana@kovo.example\r\nReferences: {}\r\n\r\nx\r\n", ids.join("\r\n "));
        eml::read(mail.as_bytes()).unwrap()
    };
    let all = with(MOST_REFERENCES);
    assert_eq!((all.references.len(), noted(&all, "references")), (MOST_REFERENCES, false));
    let cut = with(MOST_REFERENCES + 1);
    assert_eq!((cut.references.len(), noted(&cut, "references")), (MOST_REFERENCES, true));
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
    const MOST_TEXT: usize = 4 * 1024 * 1024;
    const MOST_HEAD: usize = 2 * 1024 * 1024;
    let text = |bytes: usize| {
        let line = format!("{}\n", "a".repeat(63));
        let mail = format!("From: a@b.example\n\n{}", line.repeat(bytes / 64 + 1));
        let head = mail.find("\n\n").unwrap() + 2;
        eml::read(&mail.as_bytes()[..head + bytes]).unwrap()
    };
    assert!(!noted(&text(MOST_TEXT), "of text"));
    assert!(noted(&text(MOST_TEXT + 1), "of text"));
    let head = |bytes: usize| {
        let begin = "From: a@b.example\nX-A: ";
        let mail = format!("{begin}{}\n\nx", "a".repeat(bytes - begin.len() - 1));
        eml::read(mail.as_bytes()).unwrap()
    };
    assert!(!noted(&head(MOST_HEAD), "of the headers"));
    assert!(noted(&head(MOST_HEAD + 2), "of the headers"));
}
