//! Who stands in a message beside its sender and those it was sent to.

use callout_adapters::mail::eml;
use callout_core::correspondence::ReadMail;
use callout_core::journal::Hash;
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
    let inner = ReadMail { subject: "x".into(), ..ReadMail::default() };
    let notes = (0..250).map(|n| format!("{n} {}", "ž".repeat(400))).collect();
    let nested = vec![ReadMail { nested: vec![inner; 700], ..ReadMail::default() }];
    let message =
        Message::from_read(Hash::default(), &ReadMail { nested, notes, ..ReadMail::default() });
    assert_eq!((message.nested.len(), message.odd.len()), (500, 100));
    // The note on the messages is one of 251.
    assert_eq!(message.odd.last().unwrap(), "152 more things were odd");
    assert!(message.odd.iter().all(|note| note.chars().count() <= 304));
    let few = ReadMail { nested: vec![ReadMail::default(); 501], ..ReadMail::default() };
    let message = Message::from_read(Hash::default(), &few);
    assert_eq!(message.odd, ["1 more messages inside it are not listed"]);
}
