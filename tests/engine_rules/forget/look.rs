//! Looking for words in the bytes that are there, in every form in which they could hide.

use super::Life;
use callout::language::Language;
use callout::port::index::fold;
use callout::port::order::order_key;
use lopdf::Document;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read};
use std::path::Path;

/// Everything that is in a store's files.
pub struct Look {
    /// Name of a part, and its bytes.
    parts: Vec<(String, Vec<u8>)>,
}

impl Look {
    /// While the engine runs.
    pub fn at(life: &Life) -> Look {
        Look::in_file(&life.path)
    }

    pub fn in_file(path: &Path) -> Look {
        let mut parts = Vec::new();
        for name in ["service.db", "service.db-wal", "service.db-shm", "service.db-journal"] {
            // Read by the system, not by opening it here: that would take SQLite's locks away.
            let file = path.with_file_name(name);
            let bytes = std::process::Command::new("cat").arg(&file).output().unwrap().stdout;
            parts.push((name.to_owned(), bytes));
        }
        for (hash, blob) in blobs(path) {
            unpack(&hash, &blob, &mut parts);
        }
        Look { parts }
    }

    pub fn holds(&self, mark: &str) -> bool {
        !self.places(mark).is_empty()
    }

    /// Whether these letters are there as they are.
    pub fn has(&self, letters: &str) -> bool {
        self.parts.iter().any(|(_, bytes)| contains(bytes, letters.as_bytes()))
    }

    /// The mark and where it is.
    pub fn says(&self, mark: &str) -> String {
        format!("{mark} in {:?}", self.places(mark))
    }

    fn places(&self, mark: &str) -> Vec<&str> {
        let forms = forms(mark);
        let holds = |bytes: &[u8]| forms.iter().any(|form| contains(bytes, form));
        self.parts.iter().filter(|(_, bytes)| holds(bytes)).map(|(name, _)| name.as_str()).collect()
    }

    /// Whether a hash over these bytes is there, as bytes, in hexadecimal, or as an id.
    pub fn has_hash(&self, bytes: &[u8]) -> bool {
        let hash: [u8; 32] = Sha256::digest(bytes).into();
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        let mut id = [0; 16];
        id.copy_from_slice(&hash[..16]);
        let id = uuid::Builder::from_custom_bytes(id).into_uuid();
        let forms = [hash.to_vec(), hex.into_bytes(), id.as_bytes().to_vec()];
        let text = id.to_string().into_bytes();
        self.parts
            .iter()
            .any(|(_, bytes)| forms.iter().chain([&text]).any(|form| contains(bytes, form)))
    }
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    let Some(first) = needle.first() else { return false };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        if rest[at..].starts_with(needle) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

/// As it is, in lower case, folded as lists are searched, as they are sorted, as JSON may escape
/// it, in UTF-16 and in Base64, whatever stands before it.
fn forms(mark: &str) -> Vec<Vec<u8>> {
    let escaped: String = mark
        .chars()
        .map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", c as u32) })
        .collect();
    let plain = [mark.to_owned(), mark.to_lowercase(), fold(mark), escaped];
    let mut forms: Vec<Vec<u8>> = plain.iter().map(|form| form.clone().into_bytes()).collect();
    for language in [Language::Cs, Language::En] {
        // Its letters; where marks and capitals are hangs on what stands before.
        let letters = order_key(mark, language).split('\u{1f}').next().unwrap().to_owned();
        forms.push(letters.into_bytes());
    }
    let wide = || mark.encode_utf16();
    forms.push(wide().flat_map(u16::to_le_bytes).collect());
    forms.push(wide().flat_map(u16::to_be_bytes).collect());
    for before in 0..3 {
        let mut bytes = vec![b' '; before];
        bytes.extend(mark.bytes());
        let coded = base64(&bytes);
        // The first and the last letters depend on what stands beside.
        forms.push(coded[4..coded.len() - 4].to_vec());
    }
    forms
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::new();
    for chunk in bytes.chunks(3) {
        let mut three = [0; 3];
        three[..chunk.len()].copy_from_slice(chunk);
        let bits = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        out.extend([18, 12, 6, 0].map(|shift| LETTERS[(bits >> shift & 63) as usize]));
    }
    out
}

/// What is kept as bytes, read on a connection of the same library.
fn blobs(path: &Path) -> Vec<(String, Vec<u8>)> {
    let file = Connection::open(path).unwrap();
    let mut all = file.prepare("SELECT lower(hex(hash)), bytes FROM callout_blob").unwrap();
    all.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

/// What a paper says once it is unpacked.
fn unpack(name: &str, blob: &[u8], parts: &mut Vec<(String, Vec<u8>)>) {
    if blob.starts_with(b"%PDF") {
        let document = Document::load_mem(blob).unwrap();
        let pages: Vec<u32> = document.get_pages().into_keys().collect();
        let text = document.extract_text(&pages).unwrap();
        parts.push((format!("{name}.pdf"), text.replace('\n', " ").into_bytes()));
    } else if blob.starts_with(b"PK") {
        let mut zip = zip::ZipArchive::new(Cursor::new(blob)).unwrap();
        for n in 0..zip.len() {
            let mut bytes = Vec::new();
            let mut file = zip.by_index(n).unwrap();
            file.read_to_end(&mut bytes).unwrap();
            parts.push((format!("{name}.docx/{}", file.name()), bytes));
        }
    }
}
