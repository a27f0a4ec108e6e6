//! What a part says it is: types and parameters as no rule knows them, and lines that were only
//! broken to be sent.

use super::{noted, parts, read, told};
use callout_core::enquiry::{Found, OwnAddresses, find_facts};

#[test]
fn a_type_that_cannot_be_read_loses_no_text() {
    let text = "Závada, IČO 59620005";
    for (kind, odd) in [
        ("text/plain charset=utf-8", false),
        ("text/plain, charset=utf-8", false),
        ("text/plain\r\n charset=utf-8", false),
        ("text/plain (a; b", false),
        ("text/plain; charset", false),
        ("text/html charset=utf-8", false),
        ("text", false),
        ("TEXT", false),
        ("plain", false),
        ("plain/text", false),
        ("html", false),
        ("html/text", false),
        ("text/htm", false),
        ("application/xhtml+xml", false),
        ("", false),
        ("text/enriched; charset=utf-8", true),
        ("text/markdown; charset=utf-8", true),
        ("text/richtext", true),
        ("text/x-plain", true),
        ("application/text", true),
        ("zpráva", true),
    ] {
        let mail = read(format!("Content-Type: {kind}\r\n\r\n{text}"));
        assert_eq!((mail.text.as_str(), mail.attachments.len()), (text, 0), "{kind}");
        assert_eq!(noted(&mail, "a text says that it is"), odd, "{kind}: {:?}", mail.warnings);
        let inside = read(parts("mixed", &[&format!("Content-Type: {kind}\r\n\r\n{text}")]));
        assert_eq!(inside.text, text, "{kind}");
    }
    let windows = b"Content-Type: text/plain charset=windows-1250\r\n\r\nZ\xe1vada";
    assert_eq!(read(windows).text, "Závada");
    for between in [" ", ", ", "; charset=utf-8 "] {
        let mixed = parts("mixed", &[&format!("\r\n{text}")]).replacen("; ", between, 1);
        let mail = read(&mixed);
        assert_eq!((mail.text.as_str(), told(&mail)), (text, 0), "{mixed} {:?}", mail.warnings);
    }
}

#[test]
fn what_is_a_file_stays_one() {
    for (kind, media_type) in [
        ("text/calendar; method=REQUEST", "text/calendar"),
        ("text/csv", "text/csv"),
        ("text/x-vcard; name=jana.vcf", "text/x-vcard"),
        ("text/markdown; name=a.md", "text/markdown"),
        ("text/plain charset=utf-8 name=a.txt", "text/plain"),
        ("text/x-log\r\nContent-Disposition: inline; filename=a.log", "text/x-log"),
        ("pdf; name=a.pdf", "application/octet-stream"),
        ("application/pdf name=a.pdf", "application/pdf"),
        ("foto/jpeg", "foto/jpeg"),
    ] {
        let first = "Content-Type: text/plain\r\n\r\na";
        let mail = read(parts("mixed", &[first, &format!("Content-Type: {kind}\r\n\r\nb")]));
        assert_eq!(mail.text, "a", "{kind}");
        assert_eq!(mail.attachments[0].media_type, media_type, "{kind}");
        assert_eq!(mail.attachments[0].bytes, b"b", "{kind}");
    }
    // A text that holds what no text has.
    let mail = read(parts("mixed", &["Content-Type: pdf\r\n\r\n%PDF\0\x01"]));
    assert_eq!((mail.text.as_str(), mail.attachments.len()), ("", 1));
    assert_eq!(mail.attachments[0].media_type, "application/octet-stream");
    assert_eq!(told(&mail), 0, "{:?}", mail.lost);
}

#[test]
fn of_several_writings_one_that_is_known() {
    let page = "Content-Type: text/html\r\n\r\n<p>strana</p>";
    let plain = "Content-Type: text/plain\r\n\r\nholý";
    let other = "Content-Type: text/enriched\r\n\r\n<bold>x</bold>";
    for (all, text, odd) in [
        (&[other, page][..], "strana", false),
        (&[other, plain, page], "holý", false),
        (&[other], "<bold>x</bold>", true),
        (&["Content-Type: text/x-amp-html\r\n\r\n<html amp>", page], "strana", false),
    ] {
        let mail = read(parts("alternative", all));
        assert_eq!((mail.text.as_str(), noted(&mail, "not known")), (text, odd));
    }
}

#[test]
fn a_text_that_lies_among_the_files_is_read_or_noted() {
    let text = "Závada, IČO 59620005";
    let plain = "Content-Type: text/plain; charset=utf-8\r\n";
    let attached = format!("{plain}Content-Disposition: attachment\r\n\r\n{text}");
    let named = format!("{plain}Content-Disposition: attachment; filename=a.txt\r\n\r\n{text}");
    let page = format!("Content-Type: text/html; name=body.html; charset=utf-8\r\n\r\n<p>{text}");
    let empty = format!("{plain}\r\n");
    for (message, read_as, note) in [
        (attached.clone(), text, "was read as it"),
        (parts("mixed", &[&attached]), text, "was read as it"),
        (parts("mixed", &[&empty, &page]), text, "was read as it"),
        ("Content-Type: text/rtf\r\n\r\n{\\rtf1 a}".into(), "", "one of its files is a text"),
        (named.clone(), "", "one of its files is a text"),
        (parts("mixed", &[&empty, &named]), "", "one of its files is a text"),
        (parts("mixed", &[&format!("{plain}\r\na"), &attached]), "a", ""),
    ] {
        let mail = read(&message);
        assert_eq!((mail.text.as_str(), mail.attachments.len()), (read_as, 1), "{message}");
        assert_eq!(told(&mail), usize::from(!note.is_empty()), "{:?}", mail.warnings);
        assert!(noted(&mail, note) || note.is_empty(), "{:?}", mail.warnings);
        assert!(!mail.attachments[0].bytes.is_empty());
    }
}

#[test]
fn lines_that_were_broken_to_be_sent_are_joined() {
    let text = "Dobrý den,\r\nvolejte 777 123 \r\n456, fakturu na firmu Kovo \r\nHruška s.r.o., IČO \
                596 20 \r\n005.\r\n> Kdy \r\n> přijedete?\r\n  odsazeno\r\n-- \r\nJana Malá\r\n";
    let joined = "Dobrý den,\nvolejte 777 123 456, fakturu na firmu Kovo Hruška s.r.o., IČO 596 20 005.\
                  \n> Kdy přijedete?\n odsazeno\n-- \nJana Malá";
    let values = |list: &[Found]| list.iter().map(|it| it.value.clone()).collect::<Vec<_>>();
    for kind in ["format=flowed", "Format=\"Flowed\"; DelSp=no", "charset=utf-8 format=flowed"] {
        let mail = read(format!("Content-Type: text/plain; charset=utf-8; {kind}\r\n\r\n{text}"));
        assert_eq!(mail.text, joined, "{kind}");
        let facts = find_facts(&mail, &OwnAddresses::default());
        assert_eq!(values(&facts.registration_numbers), ["59620005"], "{kind}");
        assert_eq!(values(&facts.phones), ["+420777123456"], "{kind}");
        assert_eq!(values(&facts.companies), ["Kovo Hruška s.r.o."], "{kind}");
    }
    let plain = read(format!("Content-Type: text/plain; charset=utf-8\r\n\r\n{text}"));
    assert_eq!(plain.text, text.replace("\r\n", "\n").trim_end());
    let encoded = "Content-Type: text/plain; format=flowed; delsp=yes\r\n\
                   Content-Transfer-Encoding: quoted-printable\r\n\r\n777 12=20\r\n3 456=20=20\r\nx";
    assert_eq!(read(encoded).text, "777 123 456 x");
    let page = "Content-Type: text/html; format=flowed\r\n\r\n<p>a \r\nb<br>c";
    assert_eq!(read(page).text, "a b\nc");
}

#[test]
fn a_page_whose_line_ends_are_shown_says_what_one_with_breaks_does() {
    let lines = "Dobrý den,\nprosíme o opravu.\n\nKovo Hruška s.r.o.\nTovární 8\n272 01 Kladno\n\
                 IČO: 59620005\nTel.: 777 123 456";
    let page = |inside: &str| {
        read(format!("Content-Type: text/html; charset=utf-8\r\n\r\n<body>{inside}</body>"))
    };
    let facts = |inside: &str| {
        let facts = find_facts(&page(inside), &OwnAddresses::default());
        let lists = [facts.addresses, facts.companies, facts.registration_numbers, facts.phones];
        lists.map(|list| list.into_iter().map(|it| it.value).collect::<Vec<_>>())
    };
    let broken = facts(&lines.replace('\n', "<br>"));
    assert!(broken.iter().all(|list| list.len() == 1), "{broken:?}");
    for (open, close) in [
        ("<pre>", "</pre>"),
        ("<pre wrap>\r\n", "</pre>"),
        ("<div style='white-space:pre-wrap'>", "</div>"),
        ("<p style=\"white-space: pre-line\">", "</p>"),
        ("<textarea>", "</textarea>"),
        ("<listing>", "</listing>"),
        ("<xmp>", "</xmp>"),
        ("<plaintext>", ""),
    ] {
        assert_eq!(facts(&format!("{open}{lines}{close}")), broken, "{open}");
        assert_eq!(facts(&format!("{open}{}{close}", lines.replace('\n', "\r\n"))), broken);
    }
    assert_eq!(page("<!-- a --!>Závada<!-- b -->").text, "Závada");
}
