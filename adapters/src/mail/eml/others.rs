//! Who stands in a message's headers beside its authors and those it was sent to.

use super::mailboxes;
use callout_core::correspondence::Mailbox;
use mail_parser::{HeaderName, Message};

/// Headers of addresses (RFC 5322, 3.6).
const ADDRESSES: [HeaderName<'static>; 7] = [
    HeaderName::Sender,
    HeaderName::Bcc,
    HeaderName::ResentFrom,
    HeaderName::ResentSender,
    HeaderName::ResentTo,
    HeaderName::ResentCc,
    HeaderName::ResentBcc,
];

/// Headers that programs write for one another: the envelope's addresses, where receipts are sent,
/// whom a bounce is about (RFC 3464).
const WRITTEN: [&str; 18] = [
    "return-path",
    "delivered-to",
    "received",
    "resent-reply-to",
    "x-original-to",
    "original-to",
    "envelope-to",
    "x-envelope-to",
    "x-envelope-from",
    "apparently-to",
    "x-forwarded-to",
    "disposition-notification-to",
    "return-receipt-to",
    "errors-to",
    "mail-followup-to",
    "mail-reply-to",
    "final-recipient",
    "original-recipient",
];

pub(super) fn of(message: &Message<'_>) -> Vec<Mailbox> {
    let mut found: Vec<Mailbox> =
        ADDRESSES.iter().flat_map(|name| mailboxes(message, name.clone())).collect();
    for (name, value) in message.headers_raw() {
        let name = name.to_ascii_lowercase();
        if WRITTEN.contains(&name.as_str()) {
            found.extend(written(&name, value));
        }
    }
    found
}

/// Whom the report of a bounce is about: its fields are written as headers are.
pub(super) fn in_report(text: &str) -> Vec<Mailbox> {
    let fields = text.lines().filter_map(|line| line.split_once(':'));
    let named = |(name, value): (&str, &str)| written(&name.trim().to_ascii_lowercase(), value);
    fields
        .filter(|(name, _)| name.to_ascii_lowercase().ends_with("-recipient"))
        .flat_map(named)
        .collect()
}

fn written(name: &str, value: &str) -> Vec<Mailbox> {
    // Of a way that a message took, only for whom.
    let value = match name {
        "received" => value.split_once(" for ").map_or("", |(_, whom)| whom),
        _ => value,
    };
    let ends = |c: char| c.is_whitespace() || "<>,;()[]\"".contains(c);
    let address = |word: &str| {
        let (local, domain) = word.split_once('@')?;
        let whole = !local.is_empty() && domain.contains('.') && !domain.contains('@');
        whole.then(|| Mailbox { name: None, address: word.to_owned() })
    };
    let mut words = value.split(ends).filter_map(address);
    if name == "received" { words.next().into_iter().collect() } else { words.collect() }
}
