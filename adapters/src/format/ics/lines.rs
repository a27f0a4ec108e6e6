//! The lines of a calendar file: folded, escaped, and ended as the format wants it.

use callout_core::letter::Mailbox;
use chrono::{DateTime, Utc};

/// The most octets of a line without its end (RFC 5545 3.1).
const MAX_OCTETS: usize = 75;

/// The lines of the file, folded.
pub(super) struct Lines(pub(super) String);

impl Lines {
    /// With what begins every file.
    pub(super) fn begun() -> Self {
        let mut out = Lines(String::with_capacity(2048));
        out.line("BEGIN:VCALENDAR");
        out.line("VERSION:2.0");
        out.line("PRODID:-//Callout//Callout//EN");
        out.line("CALSCALE:GREGORIAN");
        out
    }

    /// A line; one that is too long goes on below, after a blank, and no letter is cut in two.
    pub(super) fn line(&mut self, line: &str) {
        let mut used = 0;
        for letter in line.chars() {
            if used + letter.len_utf8() > MAX_OCTETS {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(letter);
            used += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text; none where there is nothing to say.
    pub(super) fn text(&mut self, key: &str, value: &str) {
        let value = text(value);
        if !value.trim_matches([',', ' ', '\n', '\t']).is_empty() {
            self.line(&format!("{key}:{}", escaped(&value)));
        }
    }
}

/// What would end a value is written behind a backslash (RFC 5545 3.3.11).
pub(super) fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 16);
    for letter in value.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            other => out.push(other),
        }
    }
    out
}

pub(super) fn stamp(instant: DateTime<Utc>) -> String {
    instant.format("%Y%m%dT%H%M%SZ").to_string()
}

pub(super) fn person(key: &str, mailbox: &Mailbox, role: &str) -> String {
    // Quotes have no escape in a parameter that all programs know (RFC 5545 3.2), and newer ones
    // read a caret as one (RFC 6868).
    let name = text(mailbox.name.as_deref().unwrap_or_default());
    let name = name.replace(['"', '\n'], "'").replace('^', "^^");
    let name = match name.trim() {
        "" => String::new(),
        name if name.contains([',', ';', ':']) => format!(";CN=\"{name}\""),
        name => format!(";CN={name}"),
    };
    format!("{key}{name}{role}:mailto:{}", mailbox.address)
}

/// Line ends as the format knows them; other control characters would end the file's lines.
pub(super) fn text(value: &str) -> String {
    value
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}
