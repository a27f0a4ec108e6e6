//! What is written so that every server takes it.

use callout_adapters::mail::compose::compose;
use callout_adapters::mail::eml;
use callout_core::letter::{Mailbox, OutgoingMail};

fn letter(to: &str) -> OutgoingMail {
    OutgoingMail {
        message_id: "0198c1d2@modry-klic.example".into(),
        date: "2026-10-22T07:30:00Z".parse().unwrap(),
        from: Mailbox::new("Servis Modrý Klíč", "servis@modry-klic.example"),
        reply_to: None,
        to: vec![Mailbox { name: None, address: to.into() }],
        cc: Vec::new(),
        bcc: Vec::new(),
        subject: "x".into(),
        text: "y".into(),
        html: None,
        in_reply_to: None,
        references: Vec::new(),
        attachments: Vec::new(),
        automatic: false,
    }
}

#[test]
fn addresses_that_are_sent_to() {
    for (to, written) in [
        ("jana@kovo.example", Some("jana@kovo.example")),
        ("Jana.Mala+a@Kovo.example", Some("Jana.Mala+a@Kovo.example")),
        ("jana@žirafa.example", Some("jana@xn--irafa-tib.example")),
        ("jana@a_b.example", Some("jana@a_b.example")),
        ("ž@kovo.example", None),
        ("ja\u{202e}na@kovo.example", None),
        ("jana@ko\u{202e}vo.example", None),
        ("jana\u{200b}@kovo.example", None),
        ("-oQ/tmp@b.example", None),
        ("a@-b.example", None),
        ("a@b-.example", None),
        ("a@b..example", None),
        ("a@b.example.", None),
        ("a b@c.example", None),
        ("a\0@c.example", None),
    ] {
        let message = compose(&letter(to));
        match (message, written) {
            (Ok(bytes), Some(written)) => {
                let text = String::from_utf8(bytes).unwrap();
                assert!(text.split("\r\n\r\n").next().unwrap().is_ascii(), "{text}");
                assert_eq!(eml::read(text.as_bytes()).unwrap().to[0].address, written);
            }
            (Err(refused), None) => {
                let code = if to.contains('\0') { "MAIL-COMPOSE-01" } else { "MAIL-COMPOSE-03" };
                assert_eq!(refused.code(), code, "{to}");
            }
            (other, _) => panic!("{to}: {other:?}"),
        }
    }
}

#[test]
fn signs_that_servers_do_not_take() {
    for (text, said) in [("a\rb", "a\nb"), ("a\r\nb\rc\n", "a\nb\nc"), ("a\nb", "a\nb")] {
        let mut mail = letter("jana@kovo.example");
        (mail.text, mail.html) = (text.into(), Some(format!("<p>{text}</p>")));
        let bytes = compose(&mail).unwrap();
        let bare = bytes.windows(2).any(|pair| pair[0] == b'\r' && pair[1] != b'\n');
        assert!(!bare && !bytes.contains(&0), "{text:?}");
        assert_eq!(eml::read(&bytes).unwrap().text, said);
    }
    for spoil in [(|mail| mail.text.push('\0')) as fn(&mut OutgoingMail), |mail| {
        mail.html = Some("<p>\0</p>".into())
    }] {
        let mut mail = letter("jana@kovo.example");
        spoil(&mut mail);
        assert_eq!(compose(&mail).unwrap_err().code(), "MAIL-COMPOSE-01");
    }
}

#[test]
fn what_a_program_sends_by_itself_says_so() {
    for automatic in [false, true] {
        let mail = OutgoingMail { automatic, ..letter("jana@kovo.example") };
        let written = String::from_utf8(compose(&mail).unwrap()).unwrap();
        assert_eq!(written.contains("Auto-Submitted: auto-generated\r\n"), automatic, "{written}");
    }
}
