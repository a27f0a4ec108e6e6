//! Compressed RTF ([MS-OXRTFCP] 2.1): bytes as they are, or places in a window of 4096 of them that
//! is full of common words at the beginning.
//!
//! Own, as compressed-rtf 1.0.1 panics on a header that is cut or lies about its length, and
//! reserves as much memory as the header says.

use std::iter::from_fn;

/// What stands in the window at the beginning (2.1.2.1).
const BEGINS: &[u8; 207] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \
    \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier\
    {\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

const WINDOW: usize = 4096;

/// Text in its packing.
pub(super) struct Packed<'m> {
    packed: &'m [u8],
    /// Whether it is compressed, not only wrapped.
    compressed: bool,
    /// How long it is at most when it is unpacked, as its header says and its bytes allow.
    pub length: usize,
}

/// How many bytes one packed byte can stand for at most: two of them copy seventeen, and a byte
/// for each eight says which do.
const MAX_OF_ONE: usize = 8;

/// The packing, where its header and its sum are right.
pub(super) fn open(bytes: &[u8]) -> Option<Packed<'_>> {
    let number = |at: usize| {
        let four = bytes.get(at..at + 4)?;
        Some(u32::from_le_bytes(four.try_into().ok()?))
    };
    let (size, length, sum) = (number(0)?, number(4)?, number(12)?);
    // Some programs say a size that is too large: the sum tells whether all of it is there.
    let end = usize::try_from(size).ok()?.checked_add(4)?.min(bytes.len());
    let packed = bytes.get(16..end)?;
    let compressed = match bytes.get(8..12)? {
        b"LZFu" => true,
        b"MELA" => false,
        _ => return None,
    };
    let sound = !compressed || sum == sum_of(packed);
    let most = packed.len().saturating_mul(if compressed { MAX_OF_ONE } else { 1 });
    let length = usize::try_from(length).ok()?.min(most);
    sound.then_some(Packed { packed, compressed, length })
}

impl<'m> Packed<'m> {
    /// The text, byte for byte: as long as the header says, or less where it was cut.
    pub fn bytes(self) -> Box<dyn Iterator<Item = u8> + 'm> {
        match self.compressed {
            true => Box::new(unpacked(self.packed).take(self.length)),
            false => Box::new(self.packed.iter().copied().take(self.length)),
        }
    }
}

/// Undoes the compression; never holds more than the window.
fn unpacked(packed: &[u8]) -> impl Iterator<Item = u8> {
    let mut window = [0_u8; WINDOW];
    window.iter_mut().zip(BEGINS).for_each(|(place, byte)| *place = *byte);
    let mut packed = packed.iter().copied();
    let mut write = BEGINS.len();
    // What the next bytes are, and how many say so; what is still copied, from where.
    let (mut kinds, mut known) = (0_u8, 0_u8);
    let (mut from, mut left) = (0_usize, 0_usize);
    from_fn(move || {
        let byte = if left > 0 {
            window.get(from).copied()?
        } else {
            if known == 0 {
                (kinds, known) = (packed.next()?, 8);
            }
            let first = packed.next()?;
            let copies = kinds & 1 == 1;
            (kinds, known) = (kinds >> 1, known - 1);
            if copies {
                let place = u16::from_be_bytes([first, packed.next()?]);
                (from, left) = (usize::from(place >> 4), usize::from(place & 15) + 2);
                // The place that is written next is the end.
                if from == write {
                    packed = [].iter().copied();
                    left = 0;
                    return None;
                }
                window.get(from).copied()?
            } else {
                first
            }
        };
        if left > 0 {
            (from, left) = ((from + 1) % WINDOW, left - 1);
        }
        *window.get_mut(write)? = byte;
        write = (write + 1) % WINDOW;
        Some(byte)
    })
}

/// The sum of compressed bytes (2.1.3.2): CRC-32 that begins with nothing.
fn sum_of(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of [MS-OXRTFCP], 3.1 and 3.2.
    const SIMPLE: &[u8] =
        b"\x2d\0\0\0\x2b\0\0\0LZFu\xf1\xc5\xc7\xa7\x03\x00\x0a\x00rcpg125\x42\x32\
        \x0a\xf3\x20hel\x09\x00\x20bw\x05\xb0ld}\x0a\x80\x0f\xa0";
    const CROSSING: &[u8] =
        b"\x1a\0\0\0\x1c\0\0\0LZFu\xe2\xd4\x4b\x51\x41\x00\x04\x20WXYZ\x0d\x6e\x7d\x01\x0e\xb0";

    fn text(bytes: &[u8]) -> Option<String> {
        open(bytes).map(|it| it.bytes().map(char::from).collect())
    }

    #[test]
    fn what_is_unpacked() {
        let simple = "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n";
        for (packed, said) in [
            (SIMPLE, Some(simple)),
            (CROSSING, Some("{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}")),
            (b"\x0e\0\0\0\x02\0\0\0MELA\0\0\0\0{}", Some("{}")),
            // More than there is, and less.
            (b"\x0e\0\0\0\xff\xff\xff\xffMELA\0\0\0\0{}", Some("{}")),
            (b"\x0e\0\0\0\x01\0\0\0MELA\0\0\0\0{}", Some("{")),
            (b"\x0e\0\0\0\x02\0\0\0LZFu\0\0\0\0{}", None),
            (b"\x0e\0\0\0\x02\0\0\0ABCD\0\0\0\0{}", None),
            (b"\xff\xff\0\0\x02\0\0\0MELA\0\0\0\0{}", Some("{}")),
            (b"\x02\0\0\0\x02\0\0\0MELA\0\0\0\0{}", None),
        ] {
            assert_eq!(text(packed).as_deref(), said, "{packed:?}");
        }
        for end in 0..SIMPLE.len() {
            assert_eq!(text(&SIMPLE[..end]), None);
        }
    }

    #[test]
    fn damage_ends_and_does_no_harm() {
        for at in 16..SIMPLE.len() {
            for damage in [0, 1, 0x55, 0xff] {
                let mut packed = SIMPLE.to_vec();
                packed[at] = damage;
                let sum = sum_of(&packed[16..]).to_le_bytes();
                packed[12..16].copy_from_slice(&sum);
                assert!(text(&packed).is_some_and(|it| it.chars().count() <= 0x2b));
            }
        }
    }
}
