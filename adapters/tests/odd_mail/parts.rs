//! Which text is read, where it ends, and files beside it.

use super::{noted, parts, read};

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
    assert!(noted(&mail, "only says"), "{:?}", mail.notes);
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
        assert_eq!(noted(&mail, "begins as the boundary"), odd, "{text}: {:?}", mail.notes);
    }
    assert_eq!(whole("B", "a\r\n--B \t\r\n\r\nb").text, "a\nb");
    let cut = read("Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nIČO 59620005");
    assert_eq!(cut.text, "IČO 59620005");
    assert!(noted(&cut, "may have been cut"), "{:?}", cut.notes);
    let none = read("Content-Type: multipart/mixed; boundary=B\r\n\r\nIČO 59620005\r\n");
    assert_eq!(none.text, "IČO 59620005");
    let footer = format!("{}\r\nSeznam: odhlásit\r\n", parts("mixed", &[&plain("a")]));
    assert!(noted(&read(footer), "after the last part"));
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
    assert!(noted(&mail, "not encoded"), "{:?}", mail.notes);
    let file =
        "Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    let mail = read(parts("mixed", &[&plain("a"), &format!("{file}JVBERi0xLjQgeHh4eA")]));
    assert_eq!(mail.attachments[0].bytes, b"%PDF-1.4 xxxx");
    // A file whose encoding is broken in its middle is kept as it came.
    let broken = format!("{file}JVBERi0x\r\n***\r\n{}", "LjQgeHh4\r\n".repeat(1_000));
    let mail = read(parts("mixed", &[&plain("a"), &broken]));
    assert!(mail.attachments[0].bytes.starts_with(b"JVBE"));
    assert!(noted(&mail, "kept as it came"), "{:?}", mail.notes);
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
        assert_eq!(noted(&mail, "does not see"), hidden, "{page}: {:?}", mail.notes);
    }
    let mail = read(
        "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Ano.</p><blockquote>IČO 59620005\
         </blockquote>",
    );
    let facts = callout_core::correspondence::enquiry::find_facts(&mail, &Default::default());
    assert!(facts.company_ids.is_empty(), "{facts:?}");
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
    assert!(noted(&odd, "is no header"), "{:?}", odd.notes);
    for (date, moment) in [
        ("03-Nov-2026 10:15:00 +0100", "2026-11-03T09:15:00Z"),
        ("3 November 2026 10:15:00 +0100", "2026-11-03T09:15:00Z"),
        ("2026-11-03T10:15:00+01:00", "2026-11-03T09:15:00Z"),
        ("Tue, 3 Nov 2026 10:15:00", "2026-11-03T10:15:00Z"),
    ] {
        let mail = read(&format!("From: a@b.example\r\nDate: {date}\r\n\r\nx"));
        assert_eq!(mail.date, Some(moment.parse().unwrap()), "{date}");
    }
    let many: String = (0..1_200).map(|n| format!(" <{n}@b.example>\r\n")).collect();
    let mail = read(&format!("From: a@b.example\r\nReferences:{many}\r\nx"));
    assert_eq!(mail.references.len(), 1_000);
    assert_eq!(mail.references.last().map(String::as_str), Some("1199@b.example"));
    assert!(noted(&mail, "references"), "{:?}", mail.notes);
}
