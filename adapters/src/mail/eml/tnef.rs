//! Files in Outlook's own wrapping (winmail.dat; [MS-OXTNEF] 2.1). Its text is in a compressed form
//! of its own and is not read.

use super::charset;

/// The sign that it begins with.
const SIGNATURE: [u8; 4] = [0x78, 0x9f, 0x3e, 0x22];
/// Attributes: a file begins, its name, its bytes.
const BEGINS: u32 = 0x0006_9002;
const TITLE: u32 = 0x0001_8010;
const DATA: u32 = 0x0006_800f;

/// A file that lies in it.
pub(super) struct File<'m> {
    pub name: String,
    pub bytes: &'m [u8],
}

/// Whether a type means this wrapping.
pub(super) fn is_one(media_type: &str) -> bool {
    matches!(media_type, "application/ms-tnef" | "application/vnd.ms-tnef")
}

/// The files, as far as the wrapping is sound, and whether it is sound to its end.
pub(super) fn files(bytes: &[u8]) -> (Vec<File<'_>>, bool) {
    let mut found: Vec<File<'_>> = Vec::new();
    // After the sign stands a key of two bytes, which means nothing.
    let Some(mut rest) = bytes.strip_prefix(&SIGNATURE).and_then(|rest| rest.get(2..)) else {
        return (found, false);
    };
    while let Some((id, value, after)) = attribute(rest) {
        rest = after;
        match id {
            BEGINS => found.push(File { name: String::new(), bytes: &[] }),
            TITLE => {
                let end = value.iter().position(|byte| *byte == 0).unwrap_or(value.len());
                let name = charset::read(None, None, value.get(..end).unwrap_or_default()).0;
                found.last_mut().into_iter().for_each(|file| file.name.clone_from(&name));
            }
            DATA => found.last_mut().into_iter().for_each(|file| file.bytes = value),
            _ => {}
        }
    }
    (found, rest.is_empty())
}

/// One attribute: level, id, length, value, sum of its bytes.
fn attribute(bytes: &[u8]) -> Option<(u32, &[u8], &[u8])> {
    let number = |at: usize| {
        let four = bytes.get(at..at + 4)?;
        Some(u32::from_le_bytes(four.try_into().ok()?))
    };
    let (id, length) = (number(1)?, usize::try_from(number(5)?).ok()?);
    let end = length.checked_add(9)?;
    Some((id, bytes.get(9..end)?, bytes.get(end.checked_add(2)?..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_wrapping() {
        let attribute = |id: u32, value: &[u8]| {
            let length = u32::try_from(value.len()).unwrap_or_default();
            [&[2][..], &id.to_le_bytes(), &length.to_le_bytes(), value, &[0, 0]].concat()
        };
        let whole = [
            &SIGNATURE[..],
            &[1, 0],
            &attribute(BEGINS, &[0; 14]),
            &attribute(TITLE, b"foto.jpg\0"),
            &attribute(DATA, b"JPEG"),
            &attribute(BEGINS, &[0; 14]),
            &attribute(DATA, b"x"),
        ]
        .concat();
        let (found, sound) = files(&whole);
        assert!(sound);
        let read: Vec<_> = found.into_iter().map(|file| (file.name, file.bytes.to_vec())).collect();
        assert_eq!(read, [("foto.jpg".into(), b"JPEG".to_vec()), (String::new(), b"x".to_vec())]);
        for end in 0..whole.len() {
            let _ = files(&whole[..end]);
        }
        for end in [1, whole.len() - 1] {
            assert!(!files(&whole[..end]).1);
        }
    }
}
