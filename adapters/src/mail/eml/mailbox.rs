//! Mailboxes of a header (RFC 5322, 3.4), also as programs write them that do not quote.

use super::name;
use super::notes::Notes;
use callout_core::letter::Mailbox;
use mail_parser::{Addr, HeaderName, HeaderValue, Message};

/// All mailboxes of a header, also where it stands twice or groups them.
///
/// A piece before a comma that has no address belongs to the name after it: `Kovo Hruška, s.r.o.
/// <info@kovo.example>` is one mailbox whose writer forgot the quotes. That is noted.
pub(super) fn all(
    message: &Message<'_>,
    name: HeaderName<'static>,
    notes: &mut Notes,
) -> Vec<Mailbox> {
    let mut found = Vec::new();
    for header in message.header_values(name).filter_map(HeaderValue::as_address) {
        let mut names: Vec<String> = Vec::new();
        for piece in header.iter() {
            let Some(Mailbox { name, address }) = one(piece, notes) else { continue };
            match name {
                Some(name) if address.is_empty() => names.push(name),
                Some(name) if !names.is_empty() => {
                    names.push(name);
                    let name = std::mem::take(&mut names).join(", ");
                    notes.odd("a name has a comma without quotes: it was read as one name");
                    found.push(Mailbox { name: Some(name), address });
                }
                name => {
                    found.extend(names.drain(..).map(without_address));
                    found.push(Mailbox { name, address });
                }
            }
        }
        found.extend(names.into_iter().map(without_address));
    }
    found
}

fn without_address(name: String) -> Mailbox {
    Mailbox { name: Some(name), address: String::new() }
}

fn one(piece: &Addr<'_>, notes: &mut Notes) -> Option<Mailbox> {
    let mut address = piece.address.as_deref().unwrap_or_default().trim().to_owned();
    let name = piece.name.as_deref().map(|name| name::decoded(name, notes)).unwrap_or_default();
    let mut name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
    // `"jan.novak"@firma.example`: the parser takes the quoted half for a name.
    if address.starts_with('@')
        && let Some(local) = name.take()
    {
        address.insert_str(0, &quoted(&local));
    }
    // A link in the place of an address, as it is copied from a page.
    let link = address.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:"));
    if link {
        address = address.get(7..)?.split('?').next()?.trim().to_owned();
    }
    (!address.is_empty() || name.is_some()).then_some(Mailbox { name, address })
}

/// A local part with the quotes that it needs (RFC 5321, 4.1.2).
fn quoted(local: &str) -> String {
    let atom = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    if local.split('.').all(|piece| !piece.is_empty() && piece.chars().all(atom)) {
        return local.to_owned();
    }
    format!("\"{}\"", local.replace('\\', "\\\\").replace('"', "\\\""))
}
