//! Letters under a wrong label, or under none.

use super::{noted, read};
use callout_adapters::mail::eml;

const WINDOWS: &[u8] = b"\xc8erpadlo v d\xedln\xec";

#[test]
fn text_under_a_wrong_label() {
    let utf8 = "Čerpadlo v dílně".as_bytes();
    let latin2 = &b"\xb9roubky u \xbeeleza a p\xf8i dom\xec"[..];
    let page = [&b"<meta charset=windows-1250><p>"[..], WINDOWS, b"</p>"].concat();
    for (kind, bytes, text, odd) in [
        ("text/plain; charset=us-ascii", utf8, "Čerpadlo v dílně", true),
        ("text/plain; charset=us-ascii", WINDOWS, "Čerpadlo v dílně", true),
        ("text/plain", WINDOWS, "Čerpadlo v dílně", true),
        ("text/plain", latin2, "šroubky u železa a při domě", true),
        ("text/plain; charset=utf-8", WINDOWS, "Čerpadlo v dílně", true),
        ("text/html", &page, "Čerpadlo v dílně", true),
        ("text/plain; charset=iso-8859-2", b"\x9aroub \x9eeleza", "šroub železa", true),
        ("text/plain; charset=windows1250", WINDOWS, "Čerpadlo v dílně", false),
        ("text/plain; charset=x-mac-ce", b"\x89erpadlo", "Čerpadlo", false),
        ("text/plain; charset=utf-7", b"+AQw. 5, k+AW8BSA - pes +-", "Č. 5, kůň - pes +", false),
        ("text/plain; charset=cp932", b"\x8c\xcc\x8f\xe1", "故障", false),
        ("text/plain; charset=hz-gb-2312", b"~{9JUO~}", "~{9JUO~}", true),
        ("text/plain; charset=cp857", b"\x8d\x98", "\u{fffd}\u{fffd}", true),
    ] {
        let head = format!("Content-Type: {kind}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
        let mail = read([head.as_bytes(), bytes].concat());
        assert_eq!(mail.text, text, "{kind}");
        let notes = noted(&mail, "charset") || noted(&mail, "says") || noted(&mail, "in UTF-8");
        assert_eq!(notes, odd, "{kind}: {:?}", mail.warnings);
    }
}

#[test]
fn headers_with_odd_letters() {
    let subject = |raw: &[u8]| {
        let message = [&b"From: a@b.example\r\nSubject: "[..], raw, b"\r\n\r\nx"].concat();
        eml::read(&message).unwrap().subject
    };
    for (raw, text) in [
        (&b"=?utf-8?Q?Z=C3=A1vada_=C4?= =?utf-8?Q?=8Derpadla?="[..], "Závada čerpadla"),
        (b"=?utf-8?Q?Z=C3=A1vada_=C4?=\r\n =?UTF-8?B?jWVycGFkbGE=?=", "Závada čerpadla"),
        (b"=?utf-8?B?WsOhdmFkYQ?=", "Závada"),
        (b"=?utf-8?B?WsOhdmFkYQ?= stroje", "Závada stroje"),
        (b"=?windows1250?Q?=C8erpadlo?=", "Čerpadlo"),
        (b"=?us-ascii?Q?=C8erpadlo_v_d=EDln=EC?=", "Čerpadlo v dílně"),
        (b"=?x-mac-ce?Q?=89erpadlo?=", "Čerpadlo"),
        (b"=?cp852?Q?=A7lut=EC?=", "žlutý"),
        (WINDOWS, "Čerpadlo v dílně"),
        ("Čerpadlo v dílně".as_bytes(), "Čerpadlo v dílně"),
        (b"=?utf-7?Q?+AQw._5,_k+AW8BSA_-_pes_+-?=", "Č. 5, kůň - pes +"),
        (b"=?cp949?Q?=B0=ED=C0=E5?=", "고장"),
        (b"=?iso-8859-8-i?Q?=EE=E3=E7=F1?=", "מדחס"),
        (b"=?hz-gb-2312?Q?~{9JUO~}?=", "~{9JUO~}"),
        (b"2 =? 3", "2 =? 3"),
        (b"=?utf-8?Q?a?=", "a"),
    ] {
        assert_eq!(subject(raw), text, "{}", String::from_utf8_lossy(raw));
    }
    let named = [
        &b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\
          Content-Type: application/pdf; name=\"z\xe1vada \x9aroubu.pdf\"\r\n\r\nx\r\n--B--\r\n"[..],
    ]
    .concat();
    let mail = eml::read(&named).unwrap();
    assert_eq!(mail.attachments[0].name.as_deref(), Some("závada šroubu.pdf"));
}
