//! What a server says of several things at once (RFC 4918 13).

use super::href;
use super::http::{Answer, Http};
use super::xml::{self, Element, Space};
use callout_core::calendar::ServerFault;
use callout_core::error::Error;

/// What it says of one thing.
pub(super) struct Told {
    /// Where it is, decoded.
    pub(super) path: String,
    /// What became of the question about it as a whole; nothing where its properties say it.
    pub(super) status: Option<u16>,
    /// The properties that it has.
    properties: Vec<Element>,
}

impl Told {
    pub(super) fn property(&self, space: Space, name: &str) -> Option<&Element> {
        self.properties.iter().find(|property| property.is(space, name))
    }

    /// The text of a property; `None` where it is empty.
    pub(super) fn text(&self, space: Space, name: &str) -> Option<&str> {
        let text = self.property(space, name)?.text.trim();
        (!text.is_empty()).then_some(text)
    }

    /// The tag of its version.
    pub(super) fn tag(&self) -> Option<String> {
        self.text(Space::Dav, "getetag").and_then(strong)
    }

    pub(super) fn is_collection(&self) -> bool {
        let kind = self.property(Space::Dav, "resourcetype");
        kind.is_some_and(|kind| kind.child(Space::Dav, "collection").is_some())
    }

    pub(super) fn is_gone(&self) -> bool {
        matches!(self.status, Some(404 | 410))
    }
}

/// A tag as it can be asked with. What passes a proxy that packs it comes with a mark (`W/`) that
/// the server itself did not set and does not know again.
pub(super) fn strong(tag: &str) -> Option<String> {
    let tag = tag.trim();
    let tag = tag.strip_prefix("W/").unwrap_or(tag);
    let fits =
        !tag.is_empty() && tag.len() <= 1_000 && tag.bytes().all(|b| (b' '..0x7F).contains(&b));
    fits.then(|| tag.to_owned())
}

/// An answer of status 207.
pub(super) struct Multistatus {
    pub(super) all: Vec<Told>,
    pub(super) token: Option<String>,
}

pub(super) fn read(http: &Http, answer: &Answer) -> Result<Multistatus, Error> {
    let unreadable =
        |reason: String| Error::from(ServerFault::Unreadable { server: http.server(), reason });
    let root = xml::read(&answer.body).map_err(unreadable)?;
    if !root.is(Space::Dav, "multistatus") {
        return Err(unreadable("it is no multistatus".to_owned()));
    }
    let token = root.child(Space::Dav, "sync-token").map(|token| token.text.trim().to_owned());
    let mut all = Vec::new();
    for element in root.children {
        if element.is(Space::Dav, "response") {
            told(http, answer, element, &mut all).map_err(unreadable)?;
        }
    }
    Ok(Multistatus { all, token })
}

fn told(
    http: &Http,
    answer: &Answer,
    response: Element,
    into: &mut Vec<Told>,
) -> Result<(), String> {
    let mut paths = Vec::new();
    let (mut status, mut properties) = (None, Vec::new());
    for element in response.children {
        if element.is(Space::Dav, "href") {
            paths.push(href::resolved(&http.origin, &answer.path, &element.text)?);
        } else if element.is(Space::Dav, "status") {
            status = Some(code(&element.text)?);
        } else if element.is(Space::Dav, "propstat") {
            let found = element.child(Space::Dav, "status").map(|it| code(&it.text)).transpose()?;
            if found.is_none_or(|status| (200..300).contains(&status)) {
                let holders = element.children.into_iter();
                let holders = holders.filter(|child| child.is(Space::Dav, "prop"));
                properties.extend(holders.flat_map(|holder| holder.children));
            }
        }
    }
    // Of several places only a status is said.
    let Some(last) = paths.pop() else { return Err("it says of what it is silent".to_owned()) };
    into.extend(paths.into_iter().map(|path| Told { path, status, properties: Vec::new() }));
    into.push(Told { path: last, status, properties });
    Ok(())
}

/// `HTTP/1.1 404 Not Found`.
fn code(line: &str) -> Result<u16, String> {
    let code = line.split_whitespace().nth(1).and_then(|code| code.parse().ok());
    code.ok_or_else(|| format!("it has no status: {}", line.chars().take(60).collect::<String>()))
}
