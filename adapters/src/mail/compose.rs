//! Writing a message: values become the bytes that a mail server takes.

use callout_core::error::Error;
use callout_core::letter::{MailFault, Mailbox, OutgoingMail};
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use std::borrow::Cow;

/// Writes a message (RFC 5322 with MIME, lines ended by CRLF, ASCII only in headers: domains with
/// accents in their ASCII form, RFC 5890). A carriage return alone in the text ends a line too.
///
/// The caller's Message-ID and Date stand in it; only the boundaries between parts differ from
/// one writing to the next. Blind copies are not in the text.
///
/// # Errors
/// `MAIL-COMPOSE-01` to `-05`, see [`OutgoingMail::check`].
///
/// ```
/// use callout_adapters::mail::{compose::compose, eml};
/// use callout_core::letter::{Mailbox, OutgoingMail};
/// let bytes = compose(&OutgoingMail {
///     message_id: "0198c1d2@modry-klic.example".into(),
///     date: "2026-10-22T07:30:00Z".parse()?,
///     from: Mailbox::new("Servis Modrý Klíč", "servis@modry-klic.example"),
///     reply_to: None,
///     to: vec![Mailbox::new("Jana Hrušková", "hruskova@kovo.example")],
///     cc: Vec::new(),
///     bcc: Vec::new(),
///     subject: "Your compressor".into(),
///     text: "The part has come. When may we call?".into(),
///     html: None,
///     in_reply_to: None,
///     references: Vec::new(),
///     attachments: Vec::new(),
///     automatic: false,
/// })?;
/// assert_eq!(eml::read(&bytes)?.subject, "Your compressor");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compose(mail: &OutgoingMail) -> Result<Vec<u8>, Error> {
    mail.check()?;
    let (text, html) = (with_lines(&mail.text), mail.html.as_deref().map(with_lines));
    let mut builder = MessageBuilder::new()
        .message_id(mail.message_id.as_str())
        .date(mail.date.timestamp())
        .from(address("from", &mail.from)?)
        .subject(mail.subject.as_str())
        .text_body(&*text);
    if !mail.to.is_empty() {
        builder = builder.to(addresses("to", &mail.to)?);
    }
    if !mail.cc.is_empty() {
        builder = builder.cc(addresses("cc", &mail.cc)?);
    }
    if let Some(reply_to) = &mail.reply_to {
        builder = builder.reply_to(address("reply_to", reply_to)?);
    }
    if let Some(id) = &mail.in_reply_to {
        builder = builder.in_reply_to(id.as_str());
    }
    if !mail.references.is_empty() {
        builder = builder.references(MessageId::from(mail.references.as_slice()));
    }
    if mail.automatic {
        builder = builder.header("Auto-Submitted", Raw::new("auto-generated"));
    }
    if let Some(html) = &html {
        builder = builder.html_body(&**html);
    }
    for file in &mail.attachments {
        builder = builder.attachment(
            content_type(&file.media_type),
            file.name.as_str(),
            file.bytes.as_slice(),
        );
    }
    builder.write_to_vec().map_err(|fault| {
        let (field, value) = ("message".to_owned(), fault.to_string());
        MailFault::BadField { field, value }.into()
    })
}

/// Every line ended in one way: some servers refuse a message with a bare carriage return.
fn with_lines(text: &str) -> Cow<'_, str> {
    let bare = text.replace("\r\n", "\n");
    if bare.contains('\r') { Cow::Owned(bare.replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

/// An address as servers of every age take it: its domain in ASCII.
pub(super) fn in_ascii(field: &str, address: &str) -> Result<String, Error> {
    let domain = address.split_once('@').and_then(|(local, domain)| {
        let ascii =
            idna::domain_to_ascii_cow(domain.as_bytes(), idna::AsciiDenyList::EMPTY).ok()?;
        // What is ASCII stays as it was written.
        let domain = if domain.is_ascii() { domain } else { &*ascii };
        Some(format!("{local}@{domain}"))
    });
    domain.filter(|address| address.is_ascii()).ok_or_else(|| {
        let (field, value) = (field.to_owned(), address.to_owned());
        MailFault::BadAddress { field, value }.into()
    })
}

fn address<'m>(field: &str, mailbox: &'m Mailbox) -> Result<Address<'m>, Error> {
    let address = in_ascii(field, &mailbox.address)?;
    Ok(Address::new_address(mailbox.name.as_deref(), address))
}

fn addresses<'m>(field: &str, mailboxes: &'m [Mailbox]) -> Result<Address<'m>, Error> {
    let all: Result<Vec<_>, _> = mailboxes.iter().map(|mailbox| address(field, mailbox)).collect();
    Ok(Address::new_list(all?))
}

/// `text/calendar; method=REQUEST` with its parameters.
fn content_type(media_type: &str) -> ContentType<'_> {
    let mut parts = media_type.split(';');
    let kind = ContentType::new(parts.next().unwrap_or_default().trim());
    parts
        .filter_map(|part| part.split_once('='))
        .fold(kind, |kind, (key, value)| kind.attribute(key.trim(), value.trim().trim_matches('"')))
}
