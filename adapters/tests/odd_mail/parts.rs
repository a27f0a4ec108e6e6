//! Which text is read, where it ends, and files beside it.

use super::{noted, parts, read, told};

const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>IČO 59620005</p>";

fn plain(text: &str) -> String {
    format!("Content-Type: text/plain; charset=utf-8\r\n\r\n{text}")
}

#[test]
fn a_plain_part_that_says_nothing_gives_way_to_the_page() {
    for blank in ["", " ", "\u{a0}", "\u{200b}", "\r\n\r\n", "\u{feff}\t"] {
        let both = parts("alternative", &[&plain(blank), HTML]);
        assert_eq!(read(&both).text, "IČO 59620005", "{blank:?}");
        for around in ["mixed", "related"] {
            let inner = both.replace("=B\r\n", "=C\r\n").replace("--B", "--C");
            let outer = parts(around, &[&inner]);
            assert_eq!(read(outer).text, "IČO 59620005", "{around} {blank:?}");
        }
    }
    let stub = plain("Váš program nezobrazuje zprávy ve formátu HTML.");
    let mail = read(parts("alternative", &[&stub, HTML]));
    assert_eq!(mail.text, "IČO 59620005");
    assert!(noted(&mail, "only says"), "{:?}", mail.warnings);
    for says in ["Volejte 777 123 456, HTML nezobrazuji.", "Dobrý den"] {
        assert_eq!(read(parts("alternative", &[&plain(says), HTML])).text, says);
    }
    // A page that is blank itself.
    let page = "Content-Type: text/html\r\n\r\n<p>&nbsp;</p>";
    assert_eq!(read(parts("alternative", &[&plain("Ahoj"), page])).text, "Ahoj");
    assert_eq!(read(parts("mixed", &[&plain("a"), HTML])).text, "a\nIČO 59620005");
}

#[test]
fn a_delimiter_begins_its_line_and_fills_it() {
    let whole = |boundary: &str, text: &str| {
        read(format!(
            "Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n\
             Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
             {text}\r\n--{boundary}--\r\n"
        ))
    };
    for (boundary, text, odd) in [
        ("BND42", "viz --BND42 v protokolu\r\nIČO 59620005", false),
        ("BND42", ">--BND42\r\nIČO 59620005", false),
        ("BND42", " --BND42\r\nIČO 59620005", false),
        ("BND42", "--BND42x\r\nIČO 59620005", true),
        ("---", "a\r\n-----Původní zpráva-----\r\nb", true),
        ("----", "a\r\n--------\r\nb", true),
    ] {
        let mail = whole(boundary, text);
        assert_eq!(mail.text, text.replace("\r\n", "\n"), "{boundary}");
        assert_eq!(noted(&mail, "begins as the boundary"), odd, "{text}: {:?}", mail.warnings);
    }
    assert_eq!(whole("B", "a\r\n--B \t\r\n\r\nb").text, "a\nb");
    let cut = read("Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nIČO 59620005");
    assert_eq!(cut.text, "IČO 59620005");
    assert!(noted(&cut, "may have been cut"), "{:?}", cut.lost);
    let none = read("Content-Type: multipart/mixed; boundary=B\r\n\r\nIČO 59620005\r\n");
    assert_eq!(none.text, "IČO 59620005");
    let footer = format!("{}\r\nSeznam: odhlásit\r\n", parts("mixed", &[&plain("a")]));
    assert!(noted(&read(footer), "after the last part"));
}

/// Beside and between parts no text goes without a word.
#[test]
fn text_outside_of_the_parts_is_noted() {
    let whole = parts("mixed", &[&plain("a")]);
    let far = format!("{whole}{}Seznam: odhlásit\r\n", "\r\n".repeat(400));
    assert!(noted(&read(far), "after the last part"));
    let before =
        |text: &str| read(whole.replacen("\r\n\r\n--B", &format!("\r\n\r\n{text}\r\n--B"), 1));
    let mail = before("Volejte 777 123 456");
    assert_eq!(mail.text, "a");
    assert!(noted(&mail, "before the first part"), "{:?}", mail.lost);
    let usual = before("This is a multi-part message in MIME format.");
    assert_eq!(told(&usual), 0, "{:?}", usual.lost);
}

#[test]
fn a_part_whose_writer_forgot_the_empty_line_is_read() {
    for (part, text, note) in [
        (
            "Kompresor stojí.\r\nVolejte.\r\n\r\nKos",
            "Kompresor stojí.\nVolejte.\n\nKos",
            "no empty",
        ),
        ("Pozor: stojí.\r\nVolejte.", "Pozor: stojí.\nVolejte.", "no empty"),
        ("Stav: stojí.", "Stav: stojí.", "no empty"),
        (
            "Content-Type: text/plain; charset=utf-8\r\nKompresor stojí.",
            "Kompresor stojí.",
            "no empty",
        ),
        ("Content-Type: text/plain\r\nKompresor.\r\nX: y\r\n\r\nKos", "Kos", "is no header"),
        ("\r\nKompresor stojí.", "Kompresor stojí.", ""),
        ("Content-Type: text/plain; charset=utf-8", "", ""),
    ] {
        let mail = read(parts("mixed", &[part]));
        assert_eq!(mail.text, text, "{part}");
        assert_eq!(told(&mail), usize::from(!note.is_empty()), "{part}: {:?}", mail.warnings);
        assert!(note.is_empty() || noted(&mail, note), "{part}: {:?}", mail.warnings);
    }
}

#[test]
fn text_around_a_uuencoded_frame_is_read_or_noted() {
    let whole = |head: &str| {
        read(parts(
            "mixed",
            &[
                &plain("a"),
                &format!(
                    "{head}\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\n\
                 Posílám:\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\nKos"
                ),
            ],
        ))
    };
    let mail = whole("Content-Type: text/plain; charset=utf-8");
    assert_eq!(mail.text, "a\nPosílám:\nCat\nKos");
    assert!(noted(&mail, "before the encoded text") && noted(&mail, "after the encoded text"));
    let mail = whole("Content-Type: application/octet-stream; name=cat.txt");
    assert_eq!(mail.attachments[0].bytes, b"Cat");
    assert!(noted(&mail, "around an encoded file"), "{:?}", mail.lost);
}

/// Each part is odd in its own way: the notes end, and say how many more there were.
#[test]
fn notes_beyond_the_most_are_counted() {
    let strange = (0..300)
        .map(|n| format!("Content-Type: text/plain\r\nContent-Transfer-Encoding: x-{n}\r\n\r\na"));
    let strange: Vec<String> = strange.collect();
    let strange: Vec<&str> = strange.iter().map(String::as_str).collect();
    let mail = read(parts("mixed", &strange));
    assert_eq!((mail.lost.len(), mail.warnings.len()), (91, 0));
    assert_eq!(mail.lost[90], "210 more things were lost");
}

#[test]
fn encoded_text_is_read_to_its_last_byte() {
    let encoded = |body: &str| {
        read(format!(
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}"
        ))
    };
    assert_eq!(encoded("TmHFoWUgScSMTyA1OTYyMDAwNQ").text, "Naše IČO 59620005");
    let mail = encoded("TmHFoWUgScSMTyA1OTYyMDAwNQ\r\n\r\n-- \r\nKontrolováno antivirem\r\n");
    assert!(mail.text.starts_with("Naše IČO 59620005\n"), "{}", mail.text);
    assert!(mail.text.ends_with("Kontrolováno antivirem"), "{}", mail.text);
    assert!(noted(&mail, "not encoded"), "{:?}", mail.warnings);
    let file =
        "Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    let mail = read(parts("mixed", &[&plain("a"), &format!("{file}JVBERi0xLjQgeHh4eA")]));
    assert_eq!(mail.attachments[0].bytes, b"%PDF-1.4 xxxx");
    // A file whose encoding is broken in its middle is kept as it came.
    let broken = format!("{file}JVBERi0x\r\n***\r\n{}", "LjQgeHh4\r\n".repeat(1_000));
    let mail = read(parts("mixed", &[&plain("a"), &broken]));
    assert!(mail.attachments[0].bytes.starts_with(b"JVBE"));
    assert!(noted(&mail, "kept as it came"), "{:?}", mail.lost);
    let unknown = "Content-Type: application/pdf\r\nContent-Transfer-Encoding: x-yenc\r\n\r\nabc";
    assert!(noted(&read(parts("mixed", &[unknown])), "x-yenc"));
    let subject = "Subject: =?utf-8?B?WsOhdmFkYQ?=\r\nFrom: a@b.example\r\n\r\nx";
    assert_eq!(callout_adapters::mail::eml::read(subject.as_bytes()).unwrap().subject, "Závada");
}

#[test]
fn what_a_page_hides_is_not_the_senders_word() {
    for (page, text, hidden) in [
        ("<div style=\"display:none\">IČO 59620005</div><p>Ahoj</p>", "Ahoj", true),
        ("<p hidden>IČO 59620005</p><p>Ahoj</p>", "Ahoj", true),
        ("<span style='font-size:0'>IČO 59620005</span>Ahoj", "Ahoj", true),
        ("<p title=\"a > b\">x</p>", "x", false),
        ("<p>Ano</p><blockquote>IČO 59620005</blockquote>", "Ano\n> IČO 59620005", false),
    ] {
        let mail = read(format!("Content-Type: text/html; charset=utf-8\r\n\r\n{page}"));
        assert_eq!(mail.text.trim_end(), text, "{page}");
        assert_eq!(noted(&mail, "does not see"), hidden, "{page}: {:?}", mail.lost);
    }
    let mail = read(
        "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Ano.</p><blockquote>IČO 59620005\
         </blockquote>",
    );
    let facts = callout_core::enquiry::find_facts(&mail, &Default::default());
    assert!(facts.registration_numbers.is_empty(), "{facts:?}");
}

#[test]
fn names_of_files_lead_nowhere() {
    let name = |said: &str| {
        let part = format!(
            "Content-Type: application/pdf\r\nContent-Disposition: attachment; {said}\r\n\r\nx"
        );
        let mail = read(parts("mixed", &[&part]));
        let odd = noted(&mail, "is named");
        (mail.attachments[0].name.clone().unwrap_or_default(), odd)
    };
    for (said, kept, odd) in [
        ("filename=\"../../../etc/cron.d/x\"", "x", true),
        ("filename=\"D:\\\\slozka\\\\x.exe\"", "x.exe", true),
        ("filename*=utf-8''a%E2%80%AEgnp.exe", "agnp.exe", true),
        ("filename=nul", "_nul", true),
        ("filename=\"..\"", "", true),
        ("filename=\"z_vada.pdf\"; filename*=utf-8''z%C3%A1vada.pdf", "závada.pdf", false),
        ("filename*=cp852''%A7.pdf", "ž.pdf", false),
        ("filename=\"D:\\fotky\\a.jpg\"", "a.jpg", true),
        ("filename=Protokol o revizi.pdf", "Protokol o revizi.pdf", false),
        ("filename=\"a; b=c.pdf\"; size=1", "a; b=c.pdf", false),
        ("filename==?cp852?Q?=A7?=.pdf", "ž.pdf", false),
        ("filename=\"=?utf-8?Q?z=C5?==?utf-8?Q?=BE?=.pdf\"", "zž.pdf", false),
        ("filename*0=\"a b\";\r\n filename*1=\"  c.pdf\"", "a b  c.pdf", false),
        (
            "filename*0=\"=?UTF-8?Q?=F0=9F=98=81=F0?=\r\n =?UTF-8?Q?=9F=98=8\";\r\n\t\
             filename*1=\"1=F0=9F?=\r\n =?UTF-8?Q?=98=81\"; filename*2=\".docx?=\"",
            "😁😁😁.docx",
            false,
        ),
    ] {
        assert_eq!(name(said), (kept.to_owned(), odd), "{said}");
    }
}

#[test]
fn headers_at_the_edge() {
    let read = |text: &str| callout_adapters::mail::eml::read(text.as_bytes()).unwrap();
    assert_eq!(read("From: a@b.example\r\nSubject: Závada").subject, "Závada");
    assert_eq!(
        read("From: a@b.example\r\nSubject: x\r\nDobrý den,\r\nnejde.").text,
        "Dobrý den,\nnejde."
    );
    let odd = read("From: a@b.example\r\nnic\r\nSubject: x\r\n\r\ny");
    assert_eq!((odd.subject.as_str(), odd.text.as_str()), ("x", "y"));
    assert!(noted(&odd, "is no header"), "{:?}", odd.lost);
    for (date, moment) in [
        ("03-Nov-2026 10:15:00 +0100", "2026-11-03T09:15:00Z"),
        ("3 November 2026 10:15:00 +0100", "2026-11-03T09:15:00Z"),
        ("2026-11-03T10:15:00+01:00", "2026-11-03T09:15:00Z"),
        ("Tue, 3 Nov 2026 10:15:00", "2026-11-03T10:15:00Z"),
        ("Tue, 3 Nov 2026 10.15.00 +0100", "2026-11-03T09:15:00Z"),
        ("Tue, 3 Nov 2026 10:15:00 PM +0100", "2026-11-03T21:15:00Z"),
        ("Tue, 3 Nov 2026 10:15:00 GMT+0100", "2026-11-03T09:15:00Z"),
        ("Tue Jul 24 18:55:07 2007", "2007-07-24T18:55:07Z"),
        ("Mon, 02 Nov 2026 10:00:00 PST", "2026-11-02T18:00:00Z"),
    ] {
        let mail = read(&format!("From: a@b.example\r\nDate: {date}\r\n\r\nx"));
        assert_eq!(mail.date, Some(moment.parse().unwrap()), "{date}");
    }
    for date in ["Mon, 29 Feb 2027 10:00:00 +0100", "31 Apr 2026 10:00:00 +0200"] {
        let mail = read(&format!("From: a@b.example\r\nDate: {date}\r\n\r\nx"));
        assert_eq!(mail.date, None, "{date}");
        assert!(noted(&mail, "no readable Date"), "{:?}", mail.warnings);
    }
    let far = read("From: a@b.example\r\nDate: 3 Nov 2026 10:15:00 XYZT\r\n\r\nx");
    assert!(far.date.is_some() && noted(&far, "a zone that is not known"), "{:?}", far.warnings);
    let many: String = (0..1_200).map(|n| format!(" <{n}@b.example>\r\n")).collect();
    let mail = read(&format!("From: a@b.example\r\nReferences:{many}\r\nx"));
    assert_eq!(mail.references.len(), 1_000);
    assert_eq!(mail.references.last().map(String::as_str), Some("1199@b.example"));
    assert!(noted(&mail, "references"), "{:?}", mail.lost);
}
