//! Properties of a message or a file as Outlook's own wrapping lists them ([MS-OXTNEF] 2.1.3.4).

/// Properties ([MS-OXPROPS]): text in three writings, what page the letters of a page are of, and
/// those of the others; of a file its long name and its bytes.
pub(super) const BODY: u16 = 0x1000;
pub(super) const RTF: u16 = 0x1009;
pub(super) const PAGE: u16 = 0x1013;
pub(super) const INTERNET_PAGE: u16 = 0x3fde;
pub(super) const MESSAGE_PAGE: u16 = 0x3ffd;
pub(super) const LONG_NAME: u16 = 0x3707;
pub(super) const DATA: u16 = 0x3701;

/// Types of values: of one size, text in single bytes and in UTF-16, a thing with its kind before.
const LETTERS: u16 = 0x1e;
const WIDE: u16 = 0x1f;
const OBJECT: u16 = 0x0d;
const BYTES: u16 = 0x102;
const MANY: u16 = 0x1000;

/// A property with its first value.
pub(super) struct Property<'m> {
    pub id: u16,
    kind: u16,
    pub value: &'m [u8],
}

impl<'m> Property<'m> {
    pub fn is_wide(&self) -> bool {
        self.kind == WIDE
    }

    /// Whether it is text, which ends at a nought, and not bytes.
    pub fn is_text(&self) -> bool {
        matches!(self.kind, WIDE | LETTERS)
    }

    /// The bytes of a thing, without the sixteen that say of what kind it is.
    pub fn thing(&self) -> &'m [u8] {
        let from = if self.kind == OBJECT { 16 } else { 0 };
        self.value.get(from..).unwrap_or_default()
    }

    pub fn number(&self) -> Option<u32> {
        Some(u32::from_le_bytes(self.value.get(..4)?.try_into().ok()?))
    }
}

/// What is not read yet.
struct Rest<'m>(&'m [u8]);

impl<'m> Rest<'m> {
    fn take(&mut self, length: usize) -> Option<&'m [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// A value that fills whole fours; at the very end they may be missing.
    fn filled(&mut self, length: usize) -> Option<&'m [u8]> {
        let taken = self.take(length)?;
        let fill = (4 - length % 4) % 4;
        self.0 = self.0.get(fill..).unwrap_or_default();
        Some(taken)
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn long(&mut self) -> Option<usize> {
        usize::try_from(u32::from_le_bytes(self.take(4)?.try_into().ok()?)).ok()
    }
}

/// Gives each property, as far as the list is sound; whether it is sound to its end.
pub(super) fn properties<'m>(bytes: &'m [u8], mut take: impl FnMut(Property<'m>)) -> bool {
    let mut rest = Rest(bytes);
    let Some(many) = rest.long() else { return false };
    for _ in 0..many {
        let Some(property) = property(&mut rest) else { return false };
        take(property);
    }
    true
}

fn property<'m>(rest: &mut Rest<'m>) -> Option<Property<'m>> {
    let (kind, id) = (rest.short()?, rest.short()?);
    if id >= 0x8000 {
        // A name of its own: whose, then a number or letters.
        let _whose = rest.take(16)?;
        match rest.long()? {
            0 => drop(rest.take(4)?),
            _ => {
                let length = rest.long()?;
                rest.filled(length)?;
            }
        }
    }
    let one = kind & !MANY;
    let size = match one {
        2 | 3 | 4 | 0x0a | 0x0b => Some(4),
        5 | 6 | 7 | 0x14 | 0x40 => Some(8),
        0x48 => Some(16),
        LETTERS | WIDE | OBJECT | BYTES => None,
        _ => return None,
    };
    // Values whose size is not known from their type are counted, also where there is one.
    let many = if size.is_none() || kind != one { rest.long()? } else { 1 };
    let mut first = None;
    for _ in 0..many {
        let size = match size {
            Some(size) => size,
            None => rest.long()?,
        };
        let value = rest.filled(size)?;
        first = first.or(Some(value));
    }
    Some(Property { id, kind: one, value: first.unwrap_or_default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_of_a_list() {
        let list = [
            &8_u32.to_le_bytes()[..],
            b"\x0b\0\x01\x0e\x01\0\0\0",
            b"\x40\0\x39\0\x01\x02\x03\x04\x05\x06\x07\x08",
            b"\x1e\0\0\x10\x01\0\0\0\x03\0\0\0ab\0\0",
            b"\x1e\0\0\x80aaaabbbbccccdddd\x01\0\0\0\x04\0\0\0x\0\0\0\x01\0\0\0\x01\0\0\0\0\0\0\0",
            b"\x03\0\x01\x80aaaabbbbccccdddd\0\0\0\0\x01\0\0\0\x07\0\0\0",
            b"\x03\x10\x02\x66\x02\0\0\0\x07\0\0\0\x08\0\0\0",
            b"\x0d\0\x01\x37\x01\0\0\0\x13\0\0\0aaaabbbbccccddddxyz\0",
            b"\x03\0\xde\x3f\xe2\x04\0\0",
        ]
        .concat();
        let mut found = Vec::new();
        assert!(properties(&list, |it| found.push(it)));
        assert_eq!(found.len(), 8);
        found.retain(|it| [BODY, DATA, INTERNET_PAGE].contains(&it.id));
        let read: Vec<_> = found.iter().map(|it| (it.id, it.thing(), it.is_text())).collect();
        let page = (INTERNET_PAGE, &b"\xe2\x04\0\0"[..], false);
        assert_eq!(read, [(BODY, &b"ab\0"[..], true), (DATA, b"xyz", false), page]);
        assert_eq!(found[2].number(), Some(1250));
        for end in 0..list.len() {
            assert!(!properties(&list[..end], drop), "{end}");
        }
        let endless = b"\xff\xff\xff\xff\x03\x10\x02\x66\xff\xff\xff\xff";
        assert!(!properties(endless, drop));
    }
}
