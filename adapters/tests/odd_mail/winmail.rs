//! Text and files in Outlook's own wrapping (winmail.dat).

use super::{base64, noted, parts, read};
use callout_core::letter::ReadMail;

fn attribute(level: u8, id: u32, value: &[u8]) -> Vec<u8> {
    let length = u32::try_from(value.len()).unwrap();
    [&[level][..], &id.to_le_bytes(), &length.to_le_bytes(), value, &[0, 0]].concat()
}

/// A list of properties, each with one value that says its length.
fn properties(all: &[(u16, u16, &[u8])]) -> Vec<u8> {
    let mut list = u32::try_from(all.len()).unwrap().to_le_bytes().to_vec();
    for (kind, id, value) in all {
        let length = u32::try_from(value.len()).unwrap();
        list.extend([&kind.to_le_bytes()[..], &id.to_le_bytes(), &[1, 0, 0, 0]].concat());
        list.extend([&length.to_le_bytes()[..], value].concat());
        list.resize(list.len().next_multiple_of(4), 0);
    }
    list
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect()
}

/// RTF as it is packed, byte for byte; and with a sum that is right.
fn packed(rtf: &str) -> Vec<u8> {
    let mut literal: Vec<u8> = Vec::new();
    rtf.as_bytes().chunks(8).for_each(|eight| literal.extend([&[0][..], eight].concat()));
    let sum = literal.iter().fold(0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 }
        })
    });
    let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let head = [number(literal.len() + 12), number(rtf.len()), *b"LZFu", sum.to_le_bytes()];
    [&head.concat()[..], &literal].concat()
}

/// A wrapping of attributes, its letters of windows-1250.
fn winmail(attributes: &[Vec<u8>]) -> Vec<u8> {
    let page = attribute(1, 0x0006_9007, &[0xe2, 4, 0, 0, 0, 0, 0, 0]);
    [&[0x78, 0x9f, 0x3e, 0x22, 1, 0][..], &page, &attributes.concat()].concat()
}

fn file(more: &[Vec<u8>]) -> Vec<u8> {
    let begins = attribute(2, 0x0006_9002, &[0; 14]);
    let name = attribute(2, 0x0001_8010, b"..\\foto.jpg\0");
    [&[begins, name][..], more].concat().concat()
}

fn data() -> Vec<u8> {
    attribute(2, 0x0006_800f, b"JPEG")
}

fn message(all: &[(u16, u16, &[u8])]) -> Vec<u8> {
    attribute(1, 0x0006_9003, &properties(all))
}

fn part(bytes: &[u8]) -> String {
    format!(
        "Content-Type: application/ms-tnef; name=winmail.dat\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}",
        base64(bytes)
    )
}

fn with_winmail(bytes: &[u8]) -> ReadMail {
    read(parts("mixed", &[&part(bytes)]))
}

fn names(mail: &ReadMail) -> Vec<&str> {
    mail.attachments.iter().filter_map(|file| file.name.as_deref()).collect()
}

#[test]
fn files_of_winmail_dat() {
    let mail = with_winmail(&winmail(&[file(&[data()])]));
    assert_eq!(names(&mail), ["foto.jpg", "winmail.dat"]);
    assert_eq!(mail.attachments[0].bytes, b"JPEG");
    assert!(mail.lost.is_empty() && noted(&mail, "it holds no text"), "{:?}", mail.lost);
    let filled = with_winmail(&[winmail(&[file(&[data()])]), b"\r\n\0".to_vec()].concat());
    assert_eq!((filled.attachments.len(), filled.lost), (2, Vec::new()));
}

#[test]
fn long_names_of_files_in_winmail_dat() {
    for (kind, name) in
        [(0x1f, wide("závada čerpadla.jpg")), (0x1e, b"z\xe1vada \xe8erpadla.jpg\0".to_vec())]
    {
        let long = attribute(2, 0x0006_9005, &properties(&[(kind, 0x3707, &name)]));
        let mail = with_winmail(&winmail(&[file(&[data(), long])]));
        assert_eq!(names(&mail), ["závada čerpadla.jpg", "winmail.dat"]);
        assert_eq!((mail.attachments[0].bytes.as_slice(), mail.lost.len()), (&b"JPEG"[..], 0));
    }
    // A message that lies in it has its bytes among the properties.
    let inner = [&[0; 16][..], &winmail(&[])].concat();
    let inner = attribute(2, 0x0006_9005, &properties(&[(0x0d, 0x3701, &inner)]));
    let mail = with_winmail(&winmail(&[file(&[inner])]));
    assert_eq!(mail.attachments[0].bytes, winmail(&[]));
    assert!(mail.lost[0].contains("inside winmail.dat"), "{:?}", mail.lost);
}

#[test]
fn files_of_winmail_dat_that_are_not_taken_are_noted() {
    let files = |many: usize| winmail(&vec![file(&[data()]); many]);
    let many = with_winmail(&files(501));
    assert_eq!(many.attachments.len(), 500);
    assert!(noted(&many, "only the first 500"), "{:?}", many.lost);
    let others = [vec![file(&[data()]); 501], vec![file(&[attribute(2, 0x0006_800f, b"other")])]];
    let others = with_winmail(&winmail(&others.concat()));
    assert_eq!((others.attachments.len(), noted(&others, "where none belong")), (500, false));
    let whole = files(2);
    let cut = with_winmail(&whole[..whole.len() - 3]);
    assert_eq!(cut.attachments.len(), 3, "the second file has no bytes, and the wrapping");
    assert!(noted(&cut, "winmail.dat is broken"), "{:?}", cut.lost);
}

const RTF: &str = "{\\rtf1\\ansi\\ansicpg1250{\\fonttbl{\\f0\\fcharset238 Arial;}}\\'c8erpadlo \
                   stoj\\'ed.\\par I\\u268?O 59620005\\par}";
const PAGE: &str = "{\\rtf1\\ansi\\ansicpg1250\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 \
                    \\'c8erpadlo stoj\\'ed.\\htmlrtf\\par}\\htmlrtf0{\\*\\htmltag72 </p>}\
                    {\\*\\htmltag64 <p>}I\\u268?O 59620005}";

#[test]
fn the_text_of_winmail_dat_is_read_where_there_is_no_other() {
    let text = "Čerpadlo stojí.\nIČO 59620005";
    let (rtf, page) = (packed(RTF), packed(PAGE));
    let (narrow, wide) = (b"\xc8erpadlo stoj\xed.\r\nI\xc8O 59620005\r\n\0", wide(text));
    let html = "<p>Čerpadlo stojí.<p>IČO 59620005".as_bytes();
    let empty = packed("{\\rtf1 \\par}");
    for (attributes, from) in [
        (vec![message(&[(0x102, 0x1009, &rtf)])], "RTF"),
        (vec![message(&[(0x102, 0x1009, &page)])], "a page in RTF"),
        (vec![message(&[(0x1e, 0x1000, narrow)])], "plain text"),
        (vec![message(&[(0x1f, 0x1000, &wide)])], "wide text"),
        (vec![attribute(1, 0x0002_800c, narrow)], "an attribute"),
        (vec![message(&[(0x102, 0x1013, html)])], "a page"),
        (vec![message(&[(0x102, 0x1009, &empty), (0x1e, 0x1000, narrow)])], "two"),
        (vec![message(&[(0x102, 0x1009, &rtf), (0x1e, 0x1000, b" \0")])], "two, one of them empty"),
    ] {
        let mail = with_winmail(&winmail(&attributes));
        assert_eq!(mail.text.replace("\n\n", "\n"), text, "{from}");
        assert!(mail.lost.is_empty(), "{from}: {:?}", mail.lost);
        assert!(noted(&mail, "was read from Outlook's own format"), "{from}: {:?}", mail.warnings);
        let beside = read(parts("mixed", &["\r\nAhoj", &part(&winmail(&attributes))]));
        assert_eq!((beside.text.as_str(), beside.lost.len()), ("Ahoj", 0), "{from}");
        assert!(noted(&beside, "has one beside it"), "{from}: {:?}", beside.warnings);
    }
}

#[test]
fn a_text_of_winmail_dat_that_cannot_be_read_is_a_loss() {
    let mut wrong_sum = packed(RTF);
    wrong_sum[12] ^= 1;
    let cut = packed(&RTF[..RTF.len() - 1]);
    let whole = winmail(&[message(&[(0x102, 0x1009, &packed(RTF))])]);
    for (bytes, text, lost) in [
        (winmail(&[message(&[(0x102, 0x1009, &wrong_sum)])]), "", "could not be read"),
        (winmail(&[message(&[(0x102, 0x1009, b"LZFu")])]), "", "could not be read"),
        (winmail(&[message(&[(0x102, 0x1009, &packed("Ahoj"))])]), "", "could not be read"),
        (winmail(&[message(&[(0x102, 0x1009, &cut)])]), "Čerpadlo", "the end of the text"),
        (whole[..whole.len() - 4].to_vec(), "", "could not be read"),
        (b"no winmail.dat".to_vec(), "", "could not be read"),
    ] {
        let mail = with_winmail(&bytes);
        assert!(mail.text.starts_with(text) && mail.text.is_empty() == text.is_empty());
        assert!(mail.lost.iter().any(|note| note.contains(lost)), "{lost}: {:?}", mail.lost);
    }
    // Between attributes a wrapping may end.
    for end in (0..whole.len()).filter(|end| ![6, 25].contains(end)) {
        let mail = with_winmail(&whole[..end]);
        assert!(mail.text.is_empty() && !mail.lost.is_empty(), "{end}");
    }
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        let _ = with_winmail(&damaged);
    }
}

/// A packed text is as long as its bytes allow, whatever it claims, and takes no room of files.
#[test]
fn a_packed_text_may_lie_about_its_length() {
    for (bytes, cut) in [(u32::MAX, false), (0x0200_0001, false), (20, true)] {
        let mut claims = packed(RTF);
        claims[4..8].copy_from_slice(&bytes.to_le_bytes());
        let claims = message(&[(0x102, 0x1009, &claims)]);
        let mail = with_winmail(&winmail(&[claims, file(&[data()])]));
        assert_eq!((mail.text.is_empty(), mail.attachments.len()), (cut, 2), "{bytes}");
        assert_eq!(mail.lost.is_empty(), !cut, "{:?}", mail.lost);
    }
}

#[test]
fn letters_of_winmail_dat_are_of_its_code_page_and_those_of_its_page_of_another() {
    let plain = (0x1e, 0x1000, &b"\xc8erpadlo \xe8\0x"[..]);
    let page = (0x102, 0x1013, "<p>Čerpadlo\0 č</p>".as_bytes());
    // A value of a fixed size says no length.
    let list = |all: &[(u16, u16, &[u8])]| {
        let mut list = properties(all);
        let many = u32::try_from(all.len() + 1).unwrap().to_le_bytes();
        list[..4].copy_from_slice(&many);
        list.extend([&b"\x03\0\xde\x3f"[..], &65_001_u32.to_le_bytes()].concat());
        attribute(1, 0x0006_9003, &list)
    };
    for (text, properties) in [("Čerpadlo č", &[plain][..]), ("Čerpadlo č", &[page])] {
        let mail = with_winmail(&winmail(&[list(properties)]));
        assert_eq!((mail.text.replace('\0', "").as_str(), mail.lost.len()), (text, 0));
    }
}

#[test]
fn what_has_no_place_in_winmail_dat_is_a_loss() {
    let long = |bytes: &[u8]| attribute(2, 0x0006_9005, &properties(&[(0x102, 0x3701, bytes)]));
    let texts = |many: usize| message(&vec![(0x1e, 0x1000, &b" \0"[..]); many]);
    for (attributes, misplaced) in [
        (vec![file(&[data(), long(b"JPEG")])], false),
        (vec![file(&[data(), long(b"")])], false),
        (vec![file(&[data(), long(b"other")])], true),
        (vec![file(&[data(), data()])], false),
        (vec![data(), file(&[data()])], true),
        (vec![file(&[data()]), texts(10)], false),
        (vec![file(&[data()]), texts(11)], true),
    ] {
        let mail = with_winmail(&winmail(&attributes));
        assert_eq!(
            (names(&mail), mail.attachments[0].bytes.as_slice()),
            (vec!["foto.jpg", "winmail.dat"], &b"JPEG"[..])
        );
        assert_eq!(noted(&mail, "where none belong"), misplaced, "{:?}", mail.lost);
    }
}

/// Meetings that programs send so: what they say of time and place is in no text.
#[test]
fn a_meeting_in_winmail_dat_is_a_loss() {
    for (class, meeting) in [
        (&b"IPM.Microsoft Schedule.MtgReq\0"[..], true),
        (b"IPM.Schedule.Meeting.Canceled\0", true),
        (b"IPM.Appointment\0", true),
        (b"IPM.Microsoft Mail.Note\0", false),
        (b"", false),
    ] {
        let mail = with_winmail(&winmail(&[attribute(1, 0x0007_8008, class)]));
        let said = mail.lost.iter().any(|lost| lost.contains("about a meeting"));
        assert_eq!(said, meeting, "{class:?}: {:?}", mail.lost);
    }
}

#[test]
fn comments_beside_the_text_of_winmail_dat_are_a_loss() {
    let rtf = packed("{\\rtf1 Ahoj{\\*\\annotation{\\*\\atndate 5}b}}");
    let mail = with_winmail(&winmail(&[message(&[(0x102, 0x1009, &rtf)])]));
    assert_eq!(mail.text, "Ahoj");
    assert!(mail.lost.iter().any(|lost| lost.starts_with("comments")), "{:?}", mail.lost);
}
