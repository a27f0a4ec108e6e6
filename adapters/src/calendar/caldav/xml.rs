//! XML of answers as a small tree. What XML can do beyond that is refused: a document type, and
//! with it entities of its own.

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

/// How deep elements may stand inside each other, and how many there may be.
const MAX_DEPTH: usize = 32;
const MAX_ELEMENTS: usize = 500_000;

/// Whose word a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// WebDAV (RFC 4918).
    Dav,
    /// CalDAV (RFC 4791).
    Cal,
    /// What Apple's calendar server added, and others took over.
    Server,
    Other,
}

#[derive(Debug)]
pub(super) struct Element {
    space: Space,
    name: String,
    /// The attribute `name`, the only one that is looked at.
    pub(super) called: Option<String>,
    pub(super) text: String,
    pub(super) children: Vec<Element>,
}

impl Element {
    pub(super) fn is(&self, space: Space, name: &str) -> bool {
        self.space == space && self.name == name
    }

    pub(super) fn all<'e>(
        &'e self,
        space: Space,
        name: &'static str,
    ) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.is(space, name))
    }

    pub(super) fn child(&self, space: Space, name: &'static str) -> Option<&Element> {
        self.all(space, name).next()
    }

    /// The name of its first child: what an error is about.
    pub(super) fn first(&self) -> Option<&str> {
        self.children.first().map(|child| child.name.as_str())
    }
}

/// The root of a document; why it is none.
pub(super) fn read(bytes: &[u8]) -> Result<Element, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "its XML is not in UTF-8")?;
    let mut reader = NsReader::from_str(text.trim_start_matches('\u{feff}'));
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut count = 0;
    loop {
        let (space, event) = reader.read_resolved_event().map_err(|fault| broken(&fault))?;
        match event {
            Event::Start(start) => {
                count += 1;
                if open.len() == MAX_DEPTH || count > MAX_ELEMENTS || root.is_some() {
                    return Err("its XML is too deep, too long, or none".to_owned());
                }
                open.push(element(space_of(&space), &start)?);
            }
            Event::Empty(start) => {
                count += 1;
                if count > MAX_ELEMENTS {
                    return Err("its XML is too long".to_owned());
                }
                let element = element(space_of(&space), &start)?;
                close(element, &mut open, &mut root);
            }
            Event::End(_) => {
                let element = open.pop().ok_or("its XML ends what did not begin")?;
                close(element, &mut open, &mut root);
            }
            Event::Text(text) => {
                let text = text.xml10_content().map_err(|fault| fault.to_string())?;
                add(&text, &mut open);
            }
            Event::CData(text) => {
                let text = text.xml10_content().map_err(|fault| fault.to_string())?;
                add(&text, &mut open);
            }
            Event::GeneralRef(name) => {
                let letter = name.resolve_char_ref().map_err(|fault| broken(&fault))?;
                let letter = match (letter, &*name.decode().map_err(|fault| fault.to_string())?) {
                    (Some(letter), _) => letter,
                    (None, "lt") => '<',
                    (None, "gt") => '>',
                    (None, "amp") => '&',
                    (None, "apos") => '\'',
                    (None, "quot") => '"',
                    (None, _) => return Err("its XML has entities of its own".to_owned()),
                };
                add(letter.encode_utf8(&mut [0; 4]), &mut open);
            }
            Event::DocType(_) => return Err("its XML has a document type".to_owned()),
            Event::Eof if open.is_empty() => {
                return root.ok_or_else(|| "it has no XML".to_owned());
            }
            Event::Eof => return Err("its XML is cut short".to_owned()),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}

fn broken(fault: &quick_xml::Error) -> String {
    format!("its XML is broken: {fault}")
}

fn space_of(space: &ResolveResult) -> Space {
    match space {
        ResolveResult::Bound(Namespace(b"DAV:")) => Space::Dav,
        ResolveResult::Bound(Namespace(b"urn:ietf:params:xml:ns:caldav")) => Space::Cal,
        ResolveResult::Bound(Namespace(b"http://calendarserver.org/ns/")) => Space::Server,
        _ => Space::Other,
    }
}

fn element(space: Space, start: &BytesStart) -> Result<Element, String> {
    let name = String::from_utf8_lossy(start.local_name().as_ref()).into_owned();
    let called = start.try_get_attribute("name").map_err(|_| "its XML has a broken attribute")?;
    let called = called.map(|it| String::from_utf8_lossy(&it.value).into_owned());
    Ok(Element { space, name, called, text: String::new(), children: Vec::new() })
}

fn close(element: Element, open: &mut [Element], root: &mut Option<Element>) {
    match open.last_mut() {
        Some(parent) => parent.children.push(element),
        None => *root = Some(element),
    }
}

fn add(text: &str, open: &mut [Element]) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

/// A text as it stands in XML.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_read() {
        let text = "<?xml version='1.0'?><a xmlns='DAV:' xmlns:c='urn:ietf:params:xml:ns:caldav'>\
                    <c:b name='VEVENT'/><c:b name='VTODO'>x&amp;&#13;\n<![CDATA[<y>]]></c:b></a>";
        let root = read(text.as_bytes()).unwrap();
        assert!(root.is(Space::Dav, "a"));
        let found: Vec<&Element> = root.all(Space::Cal, "b").collect();
        assert_eq!(found[0].called.as_deref(), Some("VEVENT"));
        assert_eq!(found[1].text, "x&\r\n<y>");
        assert_eq!((root.first(), escaped("<&>")), (Some("b"), "&lt;&amp;&gt;".to_owned()));
    }

    #[test]
    fn what_is_none_is_refused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        let deep = "<a>".repeat(100_000);
        for (text, why) in [
            (bomb, "document type"),
            ("<a>&c;</a>", "entities"),
            (&deep, "too deep"),
            (&format!("<a>{}</a>", "<b/>".repeat(MAX_ELEMENTS)), "too long"),
            ("", "no XML"),
            ("text", "no XML"),
            ("<a><b></a>", "broken"),
            ("<a>", "cut short"),
            ("<a/><b></b>", "none"),
            ("</a>", "broken"),
            ("<a b=c>", "broken"),
            ("<a>&#xD800;</a>", "broken"),
        ] {
            let fault = read(text.as_bytes()).unwrap_err();
            assert!(fault.contains(why), "{why}: {fault}");
        }
        assert!(read(b"<a>\xff</a>").is_err());
    }
}
