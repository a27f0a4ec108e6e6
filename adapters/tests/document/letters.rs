//! Which letters are painted, and that the others are refused by both their names.

use callout_adapters::format::docx::DocxRenderer;
use callout_adapters::format::layout::{Faces, lay_out};
use callout_adapters::format::pdf::PdfRenderer;
use callout_core::document::{Block, Document, Kind, Language, Parties, Party};
use callout_core::port::renderer::Renderer;

fn letter(text: &str) -> Document {
    let mut document = Document::new(Kind::Other, "Zkouška", Language::Cs);
    let right =
        Party { title: "Odběratel".into(), name: text.into(), lines: vec![text.to_owned()] };
    document.blocks = vec![
        Block::Parties(Parties { left: Party::default(), right }),
        Block::heading(text),
        Block::paragraph(text),
    ];
    document
}

#[test]
fn names_of_europe_and_vietnam_are_painted_as_they_are_written() {
    let table = [
        // said, painted
        ("ООО «Сервис»", "ООО «Сервис»"),
        ("Київ, вул. Ґонти 5, під\u{2019}їзд", "Київ, вул. Ґонти 5, під\u{2019}їзд"),
        ("Јован Ћирић, Ѓорѓи", "Јован Ћирић, Ѓорѓи"),
        ("Αθήνα, Οδός Ερμού 5, ΰ", "Αθήνα, Οδός Ερμού 5, ΰ"),
        ("Nguyễn Thị Hường, Đặng Ơn", "Nguyễn Thị Hường, Đặng Ơn"),
        ("Nguye\u{302}\u{303}n Hu\u{31b}\u{303}u", "Nguyễn Hữu"),
        ("e\u{323}\u{302} e\u{302}\u{323}", "ệ ệ"),
        ("и\u{306} і\u{308} Α\u{301}", "й ї Ά"),
        ("Łódź, Iaşi, Gheorghe Țepeș", "Łódź, Iaşi, Gheorghe Țepeș"),
        ("ﬁltr ☎ ⌀ 25 ∅ ① → ✓", "ﬁltr ☎ ⌀ 25 ∅ ① → ✓"),
        ("hotovo 👍🏻 🙂 ⚠\u{fe0f}", "hotovo 👍 🙂 ⚠"),
        ("x\u{30c}", "x\u{30c}"),
    ];
    for (said, painted) in table {
        let document = letter(said);
        let text = lay_out(&document).expect(said).text();
        assert_eq!(text.lines().filter(|line| *line == painted).count(), 4, "{said}: {text}");
        for renderer in [&PdfRenderer::new() as &dyn Renderer, &DocxRenderer::new()] {
            assert!(renderer.render(&document).is_ok(), "{said}");
        }
    }
}

#[test]
fn a_letter_that_no_face_has_is_refused_in_pdf_and_kept_in_word() {
    let table = [
        // said, letter, its code
        ("服务公司", "服", "U+670D"),
        ("شركة", "ش", "U+0634"),
        ("חברה", "ח", "U+05D7"),
        ("ბათუმი", "ბ", "U+10D1"),
        ("\u{1f9ff}", "\u{1f9ff}", "U+1F9FF"),
    ];
    for (said, letter_said, code) in table {
        let document = letter(said);
        let pdf = PdfRenderer::new();
        let refusals = [pdf.check(&document).unwrap_err(), pdf.render(&document).unwrap_err()];
        for refusal in refusals {
            assert_eq!(refusal.code(), "DOCUMENT-LETTER-01", "{said}");
            let details = serde_json::to_value(refusal.details()).unwrap();
            assert_eq!(details["letter"], letter_said);
            assert_eq!(details["code"], code);
            assert_eq!((&details["place"], &details["text"]), (&"Odběratel".into(), &said.into()));
        }
        assert!(DocxRenderer::new().check(&document).is_ok(), "{said}");
        assert!(DocxRenderer::new().render(&document).is_ok(), "{said}");
    }
}

/// What is said in running text must be painted in bold too.
#[test]
fn both_faces_have_the_letters_of_the_languages_of_europe() {
    let faces = Faces::load().unwrap();
    let ranges = ['\u{20}'..='\u{7e}', '\u{a0}'..='\u{24f}', '\u{400}'..='\u{4ff}'];
    let more = ['\u{1e00}'..='\u{1eff}', '\u{3b1}'..='\u{3ce}', '\u{300}'..='\u{333}'];
    for letter in ranges.into_iter().chain(more).flatten() {
        assert!(faces.show(letter), "{letter} U+{:04X}", u32::from(letter));
    }
}
