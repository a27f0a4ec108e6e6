//! Who stands in a message beside its sender and those it was sent to.

use callout_adapters::mail::eml;
use callout_core::journal::Hash;
use callout_core::letter::ReadMail;
use callout_core::mail::Message;

fn others(message: &str) -> Vec<String> {
    let mail = eml::read(message.replace('\n', "\r\n").as_bytes()).unwrap();
    let all = Message::from_read(Hash::default(), &mail).others.into_iter();
    all.map(|it| it.name.map_or(it.address.clone(), |name| format!("{name} {}", it.address)))
        .collect()
}

#[test]
fn who_else_stands_in_the_headers() {
    let message = "Return-Path: <odesilatel@jiny.example>
Delivered-To: karel@jiny.example
Received: from a.example (a.example [10.0.0.1]) by b.example
 with ESMTP id x@y
	for <lada@jiny.example>; Wed, 14 Oct 2026 07:00:00 +0200
Received: by c.example FOR
 <olga@localhost>; Wed, 14 Oct 2026 07:00:00 +0200
Disposition-Notification-To: \"Marie\" <marie@jiny.example>
Resent-From: Dana <dana@jiny.example>
Resent-To: eva@jiny.example
Resent-Cc: filip@jiny.example
Resent-Bcc: nina@jiny.example
From: ada@jiny.example
Sender: boris@jiny.example
To: cyril@jiny.example
Bcc: gita@jiny.example, =?utf-8?q?Hana_=C5=98?= <hana@jiny.example>
Subject: x

y
";
    let mut found = others(message);
    found.sort();
    let alone = "boris eva filip gita karel lada marie nina odesilatel";
    let mut wanted: Vec<String> =
        alone.split(' ').map(|name| format!("{name}@jiny.example")).collect();
    wanted.push("olga@localhost".to_owned());
    wanted.extend(["Dana dana@jiny.example".into(), "Hana Ř hana@jiny.example".into()]);
    wanted.sort();
    assert_eq!(found, wanted);
}

#[test]
fn one_address_may_have_several_names() {
    let message = "From: ada@jiny.example
To: info@firma.example
Resent-To: Eva Malá <info@firma.example>
Resent-Cc: Ota Velký <info@firma.example>, INFO@firma.example
Subject: x

y
";
    assert_eq!(others(message), ["Eva Malá info@firma.example", "Ota Velký info@firma.example"]);
}

#[test]
fn a_local_part_may_be_quoted() {
    let message = b"From: \"jan.novak\"@firma.example\r\nTo: Jan <jan@firma.example>\r\nSubject: x\r\n\r\ny\r\n";
    let mail = eml::read(message).unwrap();
    assert_eq!(
        (mail.from[0].address.as_str(), &mail.from[0].name),
        ("jan.novak@firma.example", &None)
    );
}

/// A bounce, the head of what bounced, and a message that was attached as any file.
#[test]
fn whom_the_parts_of_a_message_name() {
    let part = |kind: &str, file: &str, body: &str| {
        format!(
            "--x\nContent-Type: {kind}\nContent-Disposition: attachment; filename={file}\n\n{body}\n"
        )
    };
    let inner =
        |name: &str| format!("From: {name}@jiny.example\nTo: ada@jiny.example\nSubject: y\n\nz\n");
    let message = format!(
        "From: ada@jiny.example\nTo: cyril@jiny.example\nSubject: x\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nahoj\n{}{}{}--x--\n",
        part(
            "message/delivery-status",
            "a",
            "Reporting-MTA: dns; b.example\n\nFinal-Recipient: rfc822;\n eva@jiny.example"
        ),
        part("text/rfc822-headers", "b", &inner("filip")),
        part("application/octet-stream", "puvodni.EML", &inner("gita")),
    );
    let mut found = others(&message);
    found.sort();
    assert_eq!(found, ["eva@jiny.example", "filip@jiny.example", "gita@jiny.example"]);
}

/// A reader of a host's own can find more than Callout's does.
#[test]
fn what_is_kept_of_a_message_is_bounded_and_says_how_much_more_there_was() {
    let kept = |read: ReadMail| Message::from_read(Hash::default(), &read);
    let notes = |many: usize| -> Vec<String> { (0..many).map(|n| n.to_string()).collect() };
    let last = |notes: &[String]| notes.last().cloned().unwrap();
    for (many, more_lost, more_odd) in [
        (100, "99", "99"),
        (101, "2 more things were lost", "2 more things were odd"),
        (250, "151 more things were lost", "151 more things were odd"),
    ] {
        let read = ReadMail { lost: notes(many), warnings: notes(many), ..ReadMail::default() };
        let message = kept(read);
        assert_eq!((message.lost.len(), message.warnings.len()), (100, 100));
        assert_eq!((&*last(&message.lost), &*last(&message.warnings)), (more_lost, more_odd));
    }
    for (letters, kept_as) in [(300, "ž".repeat(300)), (301, "ž".repeat(300) + " ...")] {
        let notes = vec!["ž".repeat(letters)];
        let inner = ReadMail { lost: notes.clone(), ..ReadMail::default() };
        let message =
            kept(ReadMail { warnings: notes, nested: vec![inner], ..ReadMail::default() });
        assert_eq!(message.warnings, [kept_as.as_str()]);
        assert_eq!(message.nested[0].lost, [kept_as]);
    }
    let inner = ReadMail { subject: "x".into(), ..ReadMail::default() };
    for (many, listed, lost) in [
        (499, 500, &[][..]),
        (500, 500, &["1 more messages inside it are not listed"]),
        (700, 500, &["201 more messages inside it are not listed"]),
    ] {
        let nested = vec![ReadMail { nested: vec![inner.clone(); many], ..ReadMail::default() }];
        let message = kept(ReadMail { nested, ..ReadMail::default() });
        assert_eq!(message.nested.len(), listed);
        assert_eq!(message.lost, lost);
    }
}

/// What is said of messages inside a mail stands with them; what is not kept is counted.
#[test]
fn notes_of_messages_inside_are_kept_with_them() {
    let inner = |lost: usize, odd: usize| {
        let notes = |many: usize, were: &str| (0..many).map(|n| format!("{n} {were}")).collect();
        ReadMail { lost: notes(lost, "lost"), warnings: notes(odd, "odd"), ..ReadMail::default() }
    };
    let kept = |nested: Vec<ReadMail>| {
        let read = ReadMail { nested, ..ReadMail::default() };
        Message::from_read(Hash::default(), &read)
    };
    let outer = ReadMail { nested: vec![inner(1, 0)], ..inner(40, 90) };
    let message = kept(vec![outer.clone(), inner(59, 10)]);
    let many = |message: &Message| -> Vec<(usize, usize)> {
        message.nested.iter().map(|it| (it.lost.len(), it.warnings.len())).collect()
    };
    assert_eq!(many(&message), [(40, 90), (1, 0), (59, 10)]);
    assert_eq!(message.nested[1].lost, ["0 lost"]);
    assert_eq!((message.lost, message.warnings), (vec![], vec![]));
    let message = kept(vec![outer, inner(60, 13), inner(2, 0)]);
    assert_eq!(many(&message), [(40, 90), (1, 0), (59, 10), (0, 0)]);
    assert_eq!(message.lost, ["3 more things were lost of messages inside it"]);
    assert_eq!(message.warnings, ["3 more things were odd about messages inside it"]);
    let mut unlisted = vec![inner(0, 0); 500];
    unlisted.extend([inner(1, 2)]);
    let message = kept(unlisted);
    assert_eq!(message.lost.len(), 2, "{:?}", message.lost);
    assert!(message.lost[1].starts_with("1 more things were lost of"));
    assert!(message.warnings[0].starts_with("2 more things were odd about"));
}
