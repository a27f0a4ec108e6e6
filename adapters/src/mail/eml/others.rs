//! Who stands in a message's headers beside its authors and those it was sent to.

use super::mailbox;
use super::notes::Notes;
use callout_core::letter::Mailbox;
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
const WRITTEN: [&str; 22] = [
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
    "x-failed-recipients",
    "x-delivered-to",
    "x-sender",
    "x-confirm-reading-to",
];

pub(super) fn of(message: &Message<'_>, notes: &mut Notes) -> Vec<Mailbox> {
    let mut found: Vec<Mailbox> =
        ADDRESSES.iter().flat_map(|name| mailbox::all(message, name.clone(), notes)).collect();
    for (name, value) in message.headers_raw() {
        let name = name.to_ascii_lowercase();
        if WRITTEN.contains(&name.as_str()) {
            found.extend(written(&name, value));
        }
    }
    found
}

/// Whom the report of a bounce or of a complaint is about: its fields are written as headers are,
/// long ones over several lines.
pub(super) fn in_report(text: &str) -> Vec<Mailbox> {
    let text = text.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let whom = |name: &str| name.ends_with("-recipient") || name.ends_with("-rcpt-to");
    let fields = text.lines().filter_map(|line| line.split_once(':'));
    let fields = fields.map(|(name, value)| (name.trim().to_ascii_lowercase(), value));
    fields.filter(|(name, _)| whom(name)).flat_map(|(name, value)| written(&name, value)).collect()
}

fn written(name: &str, value: &str) -> Vec<Mailbox> {
    let ends = |c: char| c.is_whitespace() || "<>,;()[]\"".contains(c);
    let mut words = value.split(ends).filter(|word| !word.is_empty());
    let address = |word: &str| {
        let (local, domain) = word.split_once('@')?;
        let whole = !local.is_empty() && !domain.is_empty() && !domain.contains('@');
        whole.then(|| Mailbox { name: None, address: word.to_owned() })
    };
    // Of a way that a message took, only for whom.
    if name == "received" {
        let _way = words.find(|word| word.eq_ignore_ascii_case("for"));
        return words.next().and_then(address).into_iter().collect();
    }
    words.filter_map(address).collect()
}
