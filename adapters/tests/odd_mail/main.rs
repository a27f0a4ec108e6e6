//! Messages as programs write them that do not follow the rules: what they say is read, or that it
//! was lost is said.
#![cfg(feature = "eml")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod letters;
mod losses;
mod machines;
mod parts;
mod persons;
mod types;
mod winmail;
mod wrapped;
mod written;

use callout_adapters::mail::eml;
use callout_core::letter::ReadMail;

const HEAD: &str = "From: Jana <jana@kovo.example>\r\nSubject: x\r\nMessage-ID: <a@kovo.example>\r\n\
                    Date: Wed, 14 Oct 2026 07:00:00 +0200\r\nMIME-Version: 1.0\r\n";

/// A message with these headers beside the usual ones, and what follows them.
fn read(rest: impl AsRef<[u8]>) -> ReadMail {
    eml::read(&[HEAD.as_bytes(), rest.as_ref()].concat()).unwrap()
}

/// Parts under a boundary, each with its own head.
fn parts(kind: &str, parts: &[&str]) -> String {
    let parts: String = parts.iter().map(|part| format!("--B\r\n{part}\r\n")).collect();
    format!("Content-Type: multipart/{kind}; boundary=B\r\n\r\n{parts}--B--\r\n")
}

fn noted(mail: &ReadMail, words: &str) -> bool {
    mail.lost.iter().chain(&mail.warnings).any(|note| note.contains(words))
}

/// How many notes there are on a message.
fn told(mail: &ReadMail) -> usize {
    mail.lost.len() + mail.warnings.len()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let at = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..=group.len() {
            out.push(char::from(LETTERS[(bits >> (18 - 6 * place) & 63) as usize]));
        }
    }
    out
}
