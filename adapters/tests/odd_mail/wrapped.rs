//! Text and files inside other wrappings: signatures, forwarded messages.

use super::{base64, noted, parts, read};
use std::fmt::Write;

fn der(tag: u8, value: &[u8]) -> Vec<u8> {
    let length = value.len();
    let head = match u8::try_from(length) {
        Ok(short) if short < 128 => vec![tag, short],
        _ => vec![tag, 0x82, u8::try_from(length >> 8).unwrap(), (length & 255) as u8],
    };
    [&head, value].concat()
}

/// Pieces of a length that is not known at the beginning (BER).
fn ber(tag: u8, value: &[u8]) -> Vec<u8> {
    [&[tag, 0x80][..], value, &[0, 0]].concat()
}

const SIGNED: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
const ENVELOPED: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03";
const DATA: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01";

fn smime(kind: &str, bytes: &[u8]) -> String {
    format!(
        "Content-Type: application/pkcs7-mime; smime-type={kind}; name=smime.p7m\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}\r\n",
        base64(bytes)
    )
}

#[test]
fn the_text_inside_an_opaque_signature() {
    let inner = "Content-Type: text/plain; charset=utf-8\r\n\r\nIČO 59620005";
    let version = [2, 1, 1];
    let (algorithms, signers) = (der(0x31, &[]), der(0x31, &[]));
    let plain = der(0x30, &[DATA, &der(0xa0, &der(0x04, inner.as_bytes()))].concat());
    let body = der(0x30, &[&version[..], &algorithms, &plain, &signers].concat());
    let whole = der(0x30, &[SIGNED, &der(0xa0, &body)].concat());
    let (first, second) = inner.as_bytes().split_at(20);
    let pieces = ber(0x24, &[der(0x04, first), der(0x04, second)].concat());
    let pieces = ber(0x30, &[DATA, &ber(0xa0, &pieces)].concat());
    let algorithms = ber(0x31, &ber(0x30, DATA));
    let pieces = ber(0x30, &[&version[..], &algorithms, &pieces, &signers].concat());
    let streamed = ber(0x30, &[SIGNED, &ber(0xa0, &pieces)].concat());
    for bytes in [&whole, &streamed] {
        let mail = read(smime("signed-data", bytes));
        assert_eq!(mail.text, "IČO 59620005");
        assert!(noted(&mail, "was not checked"), "{:?}", mail.warnings);
        assert_eq!(mail.attachments.len(), 1);
        for end in 0..bytes.len() {
            let _ = read(smime("signed-data", &bytes[..end]));
        }
    }
    let sealed = der(0x30, &[ENVELOPED, &der(0xa0, &der(0x30, &version))].concat());
    let mail = read(smime("enveloped-data", &sealed));
    assert!(mail.text.is_empty() && noted(&mail, "encrypted"), "{:?}", mail.lost);
    let pgp = parts("encrypted", &["Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1"]);
    assert!(noted(&read(pgp), "encrypted (PGP)"));
}

#[test]
fn a_forwarded_message_under_any_type_is_opened() {
    let inner = "From: Petr <petr@kovo.example>\r\nSubject: Kompresor\r\n\r\nIČO 59620005";
    for head in [
        "Content-Type: application/octet-stream; name=\"x.eml\"",
        "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=X.EML",
        "Content-Type: message/rfc822",
        "Content-Type: application/eml",
    ] {
        for encoded in [false, true] {
            let body = if encoded { base64(inner.as_bytes()) } else { inner.to_owned() };
            let encoding = if encoded { "\r\nContent-Transfer-Encoding: base64" } else { "" };
            let mail = read(parts("mixed", &[&format!("{head}{encoding}\r\n\r\n{body}")]));
            let nested: Vec<_> = mail.nested.iter().map(|mail| mail.text.as_str()).collect();
            assert_eq!(nested, ["IČO 59620005"], "{head} {encoded}");
            assert_eq!(mail.attachments.len(), 1);
        }
    }
    let mail = read(parts("mixed", &["Content-Type: application/x; name=x.eml\r\n\r\nnic"]));
    assert!(mail.nested.is_empty() && mail.attachments.len() == 1);
}

/// What an encoding hides is counted as what lies open is.
#[test]
fn a_bomb_inside_an_encoding_is_not_opened() {
    let mut bomb = "From: a@b.example\r\n".to_owned();
    for n in 0..60_000 {
        let _ = write!(bomb, "A{n}: b\r\n");
    }
    let part = format!(
        "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        base64(bomb.as_bytes())
    );
    let mail = read(parts("mixed", &[&part]));
    assert!(mail.nested.is_empty() && noted(&mail, "not opened"), "{:?}", mail.lost);
}
