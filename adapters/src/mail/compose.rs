//! Writing a message: values become the bytes that a mail server takes.

use callout_core::correspondence::{MailFault, Mailbox, OutgoingMail};
use callout_core::error::Error;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::message_id::MessageId;

/// Writes a message (RFC 5322 with MIME, lines ended by CRLF, ASCII only in headers).
///
/// The caller's Message-ID and Date stand in it; only the boundaries between parts differ from
/// one writing to the next. Blind copies are not in the text.
///
/// # Errors
/// `MAIL-COMPOSE-01` to `-05`, see [`OutgoingMail::check`].
pub fn compose(mail: &OutgoingMail) -> Result<Vec<u8>, Error> {
    mail.check()?;
    let mut builder = MessageBuilder::new()
        .message_id(mail.message_id.as_str())
        .date(mail.date.timestamp())
        .from(address(&mail.from))
        .subject(mail.subject.as_str())
        .text_body(mail.text.as_str());
    if !mail.to.is_empty() {
        builder = builder.to(addresses(&mail.to));
    }
    if !mail.cc.is_empty() {
        builder = builder.cc(addresses(&mail.cc));
    }
    if let Some(reply_to) = &mail.reply_to {
        builder = builder.reply_to(address(reply_to));
    }
    if let Some(id) = &mail.in_reply_to {
        builder = builder.in_reply_to(id.as_str());
    }
    if !mail.references.is_empty() {
        builder = builder.references(MessageId::from(mail.references.as_slice()));
    }
    if let Some(html) = &mail.html {
        builder = builder.html_body(html.as_str());
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

fn address(mailbox: &Mailbox) -> Address<'_> {
    Address::new_address(mailbox.name.as_deref(), mailbox.address.as_str())
}

fn addresses(mailboxes: &[Mailbox]) -> Address<'_> {
    Address::new_list(mailboxes.iter().map(address).collect())
}

/// `text/calendar; method=REQUEST` with its parameters.
fn content_type(media_type: &str) -> ContentType<'_> {
    let mut parts = media_type.split(';');
    let kind = ContentType::new(parts.next().unwrap_or_default().trim());
    parts
        .filter_map(|part| part.split_once('='))
        .fold(kind, |kind, (key, value)| kind.attribute(key.trim(), value.trim().trim_matches('"')))
}
