//! The parts of a message: its text, its files, the messages inside it.

use super::{MOST_ATTACHMENTS, MOST_DEPTH, charset, html, map, name, others, uu};
use callout_core::correspondence::{Attachment, ReadMail};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{
    Encoding, HeaderName, Message, MessageParser, MessagePart, MimeHeaders, PartType,
};

/// Text, attachments and nested messages.
pub(super) fn fill(message: &Message<'_>, depth: usize, mail: &mut ReadMail) {
    mail.text = text(message, &mut mail.notes);
    let html: String = message.html_bodies().filter_map(|part| part.text_contents()).collect();
    for id in &message.attachments {
        let Some(part) = message.part(*id) else { continue };
        if mail.attachments.len() >= MOST_ATTACHMENTS {
            mail.notes.push(format!("only the first {MOST_ATTACHMENTS} attachments were taken"));
            break;
        }
        if part.is_multipart() {
            continue;
        }
        let file = attachment(message, part, &html);
        match &part.body {
            PartType::Message(inner) => nested(inner, depth, mail),
            // A message that was attached as any file, the head of one, and what a bounce is about.
            _ if holds_message(&file) => {
                if let Some(inner) = MessageParser::default().parse(&file.bytes) {
                    nested(&inner, depth, mail);
                }
            }
            _ if file.media_type.starts_with("message/") => {
                mail.others.extend(others::in_report(&String::from_utf8_lossy(&file.bytes)));
            }
            _ => {}
        }
        mail.attachments.push(file);
    }
}

fn holds_message(file: &Attachment) -> bool {
    let name = file.name.as_deref().unwrap_or_default().to_lowercase();
    name.ends_with(".eml")
        || ["text/rfc822-headers", "message/global-headers", "message/rfc822"]
            .contains(&file.media_type.as_str())
}

fn nested(inner: &Message<'_>, depth: usize, mail: &mut ReadMail) {
    if depth + 1 < MOST_DEPTH {
        mail.nested.push(map(inner, depth + 1));
    } else {
        mail.notes.push(format!("messages inside messages deeper than {MOST_DEPTH} were not read"));
    }
}

/// All parts of the text in their order, HTML made plain.
fn text(message: &Message<'_>, notes: &mut Vec<String>) -> String {
    let mut out = String::new();
    for part in message.text_bodies() {
        let piece = match &part.body {
            PartType::Text(text) => reread(message, part).unwrap_or_else(|| text.to_string()),
            PartType::Html(page) => html::to_text(reread(message, part).as_deref().unwrap_or(page)),
            _ => continue,
        };
        if let Some(charset) = charset_of(part)
            && !charset::is_known(charset)
        {
            notes.push(format!("the charset {charset:.40} of the text is not known"));
        } else if piece.contains('\u{fffd}') {
            notes.push("the text has letters that its charset does not have".to_owned());
        }
        if part.is_encoding_problem {
            notes.push("the transfer encoding of the text is broken".to_owned());
        }
        if !out.is_empty() && !piece.trim().is_empty() {
            out.push('\n');
        }
        out.push_str(piece.trim_end_matches(['\r', '\n']));
    }
    out.replace("\r\n", "\n")
}

fn charset_of<'p>(part: &'p MessagePart<'_>) -> Option<&'p str> {
    part.content_type()?.attribute("charset")
}

/// The text of a part in code page 852, from its raw bytes; `None` for all other charsets.
fn reread(message: &Message<'_>, part: &MessagePart<'_>) -> Option<String> {
    let charset = charset_of(part).filter(|charset| charset::is_cp852(charset))?;
    let raw = raw(message, part);
    let bytes = match part.encoding {
        Encoding::None => raw.to_vec(),
        Encoding::Base64 => base64_decode(raw)?,
        Encoding::QuotedPrintable => quoted_printable_decode(raw)?,
    };
    Some(charset::decode(charset, &bytes))
}

/// The bytes of a part as they came, transfer encoding and all.
fn raw<'m>(message: &'m Message<'_>, part: &MessagePart<'_>) -> &'m [u8] {
    let (from, to) = (part.raw_body_offset() as usize, part.raw_end_offset() as usize);
    message.raw_message.get(from..to).unwrap_or_default()
}

fn attachment(message: &Message<'_>, part: &MessagePart<'_>, html: &str) -> Attachment {
    let content_id = part.content_id().map(|id| id.trim_matches(['<', '>']).to_owned());
    let shown = content_id.as_ref().is_some_and(|id| html.contains(&format!("cid:{id}")));
    let bytes = match &part.body {
        PartType::Message(_) if part.encoding == Encoding::None => raw(message, part).to_vec(),
        PartType::Message(inner) => inner.raw_message.to_vec(),
        _ => {
            let uu = part.content_transfer_encoding().is_some_and(uu::is_uu);
            let decoded = uu.then(|| uu::decode(raw(message, part))).flatten();
            decoded.unwrap_or_else(|| part.contents().to_vec())
        }
    };
    Attachment {
        name: file_name(message, part),
        media_type: media_type(part),
        bytes,
        inline: shown,
        content_id,
    }
}

fn media_type(part: &MessagePart<'_>) -> String {
    let fallback = match part.body {
        PartType::Message(_) => "message/rfc822",
        PartType::Text(_) => "text/plain",
        _ => "application/octet-stream",
    };
    part.content_type().map_or_else(
        || fallback.to_owned(),
        |kind| match kind.subtype() {
            Some(subtype) => format!("{}/{subtype}", kind.ctype()).to_ascii_lowercase(),
            None => fallback.to_owned(),
        },
    )
}

/// The name by Content-Disposition, else by Content-Type.
fn file_name(message: &Message<'_>, part: &MessagePart<'_>) -> Option<String> {
    let header = |wanted: HeaderName<'_>| {
        let header = part.headers.iter().find(|header| header.name == wanted)?;
        let (from, to) = (header.offset_start as usize, header.offset_end as usize);
        Some(String::from_utf8_lossy(message.raw_message.get(from..to)?).into_owned())
    };
    let split = header(HeaderName::ContentDisposition)
        .and_then(|raw| name::split_parameter(&raw, "filename"))
        .or_else(|| {
            header(HeaderName::ContentType).and_then(|raw| name::split_parameter(&raw, "name"))
        });
    let name = split.or_else(|| part.attachment_name().map(name::decoded))?;
    let name: String = name.chars().filter(|c| !c.is_control()).take(255).collect();
    let name = name.trim().to_owned();
    (!name.is_empty()).then_some(name)
}
