//! Sentences as customers write them.

use super::*;

pub(super) fn facts_of(text: &str) -> EnquiryFacts {
    find_facts(&ReadMail { text: text.to_owned(), ..ReadMail::default() }, &own())
}

fn own() -> OwnAddresses {
    OwnAddresses {
        domains: vec!["modry-klic.example".into()],
        registration_numbers: vec!["59900016".into()],
        vat_ids: vec!["CZ59900016".into()],
        phones: vec!["+420 555 000 999".into()],
        names: vec!["Servis Modrý Klíč".into()],
        ..OwnAddresses::default()
    }
}

pub(super) fn values(list: &[Found]) -> Vec<&str> {
    list.iter().map(|found| found.value.as_str()).collect()
}

#[test]
fn company_numbers() {
    for (text, expected) in [
        ("IČO: 596 10 000   DIČ: CZ59610000", &["59610000"][..]),
        ("IČ 59647191, DIČ CZ59647191", &["59647191"]),
        ("ičo:59610000", &["59610000"]),
        ("ICO 59610000", &["59610000"]),
        ("I.Č.O. 59610000", &["59610000"]),
        ("I.Č.: 59610000", &["59610000"]),
        ("Identifikační číslo osoby: 59610000", &["59610000"]),
        ("Naše IČO je 59610000.", &["59610000"]),
        ("IČ59610000 DIČCZ59610000", &["59610000"]),
        ("IČO\n59610000", &["59610000"]),
        ("IČO / DIČ: 59610000 / CZ59610000", &["59610000"]),
        ("Company ID: 59610000", &["59610000"]),
        ("Identifikační číslo 59610000", &["59610000"]),
        ("IČO: 59610000 tel. 700 000 111", &["59610000"]),
        ("IČO: 6947, ministerstvo", &[]),
        ("IČO: 006947", &["00006947"]),
        ("IČO: 59610001", &[]),
        ("IČO: 596100001", &[]),
        ("objednávka 59610000", &[]),
        ("elektrický 59610000", &[]),
        ("IČO: 59900016", &[]),
        ("IČ DPH: SK2020317068", &[]),
    ] {
        assert_eq!(values(&facts_of(text).registration_numbers), expected, "{text}");
    }
    assert_eq!(facts_of("IČO: 59610001").doubts.len(), 1);
}

#[test]
fn vat_ids() {
    for (text, expected) in [
        ("DIČ: CZ59610000", &["CZ59610000"][..]),
        ("DIČ: CZ 596 10 000", &["CZ59610000"]),
        ("DIČ 59610000", &["CZ59610000"]),
        ("vat: cz59610000", &["CZ59610000"]),
        ("USt-IdNr.: DE999135706, HRB 00417", &["DE999135706"]),
        ("USt-ID DE 999 135 706", &["DE999135706"]),
        ("IČ DPH: SK2020317068", &["SK2020317068"]),
        ("VAT ID: ATU12345678", &["ATU12345678"]),
        ("DIČ: 2021317051\nIČ DPH: SK2020317068", &["SK2020317068"]),
        ("IČ59610000 DIČCZ59610000", &["CZ59610000"]),
        ("DIČ CZ-59610000", &["CZ59610000"]),
        ("UID: ATU12345675", &["ATU12345675"]),
        ("VAT included", &[]),
        ("IBAN DE89 3704 0044 0532 0130 00", &[]),
        ("IBAN CZ65 0800 0000 1920 0014 5399", &[]),
        ("CZ6508000000192000145399", &[]),
        ("DIČ: CZ59900016", &[]),
        ("DIČ: CZ59610001", &[]),
    ] {
        assert_eq!(values(&facts_of(text).vat_ids), expected, "{text}");
    }
}

#[test]
fn phones() {
    for (text, expected) in [
        ("tel.: +420 555 000 101, mobil: 700 000 111", &["+420555000101", "+420700000111"][..]),
        ("mob. 00420 700 000 122", &["+420700000122"]),
        ("Volejte po 16. hodině na 700 000 146.", &["+420700000146"]),
        ("700-000-146", &["+420700000146"]),
        ("tel 700000146", &["+420700000146"]),
        ("700000146", &["+420700000146"]),
        ("Tel: 777/000146", &["+420777000146"]),
        ("+420 700 000 111 700 000 122", &["+420700000111", "+420700000122"]),
        ("+44 (0)20 7946 0321", &["+442079460321"]),
        (
            "Metallbau GmbH\nTel. 0351 23125-010, mobil +49 171 3920012",
            &["+4935123125010", "+491713920012"],
        ),
        ("IČ DPH: SK2020317068\nMobil: 0905 123 456", &["+421905123456"]),
        ("Schulze GmbH\nbitte Rückruf unter 0171/3920012", &["+491713920012"]),
        ("Tel.: +49 (0) 351 / 12 34 56-0 | Fax: +49 351 123456-99", &["+493511234560"]),
        ("tel. 777 000 146 / 602 000 111", &["+420777000146", "+420602000111"]),
        ("+420-777-000-146", &["+420777000146"]),
        ("Tel 606 000 222 (večer), 541 000 333 kl. 12", &["+420606000222", "+420541000333"]),
        ("Tel.: 777 123 456 (24/7)", &["+420777123456"]),
        ("Tel.: 777 123 456 (8-16 h)", &["+420777123456"]),
        ("777 123 456 (8-16 h)", &["+420777123456"]),
        ("777 123 456 12 hodin denně", &["+420777123456"]),
        ("777123456/777123457", &["+420777123456", "+420777123457"]),
        ("777 12 34 56", &["+420777123456"]),
        ("objednávka, tel. 777 123 456", &["+420777123456"]),
        ("Smlouva Novák, mobil 777 123 456", &["+420777123456"]),
        ("USt-IdNr. DE 998 135 704", &[]),
        ("DIČ je CZ 998 135 704", &[]),
        ("Číslo smlouvy 555 000 111", &[]),
        ("Faktura 777 123 456 12", &[]),
        ("EAN 859 123 456", &[]),
        ("EAN 859 123 456 7890", &[]),
        ("GPS 501 234 567", &[]),
        ("777123456/0800", &[]),
        ("fax: +420 555 000 102", &[]),
        ("cena 250 000 000 Kč", &[]),
        ("účet 700000146/0800", &[]),
        ("výr. č. 612 345 678", &[]),
        ("objednávka č. 700000146", &[]),
        ("PO 4500123987", &[]),
        ("motohodiny 18 420", &[]),
        ("tel. +420 555 000 999", &[]),
        ("termín 22. 10. 2026 v 9:30", &[]),
    ] {
        assert_eq!(values(&facts_of(text).phones), expected, "{text}");
    }
}

#[test]
fn serial_numbers() {
    for (text, expected) in [
        ("v hale B (výr. č. API 612 345). Při startu", &["API 612 345"][..]),
        ("(typ 392, v.č. H2X392U01234), \npadá", &["H2X392U01234"]),
        ("(Serien-Nr. 1847, Bj. 2017)", &["1847"]),
        ("s/n 0940 117 223) drží", &["0940 117 223"]),
        ("Výrobní číslo: E11SJ20112897654", &["E11SJ20112897654"]),
        ("Serial number: AB-12/34", &["AB-12/34"]),
        ("SN: X99", &["X99"]),
        ("Seriennummer 12345 und Typ 7", &["12345"]),
        ("VČ: 120455", &["120455"]),
        ("vč: 120455", &["120455"]),
        ("č.v. 120455", &["120455"]),
        ("výr. číslo 120455", &["120455"]),
        ("podle výrobního čísla 120455", &["120455"]),
        ("stroj s výrobním číslem 120455", &["120455"]),
        ("Výrobní číslo je 120455.", &["120455"]),
        ("stroj č. 120455 nejede", &["120455"]),
        ("Kompresor (č. 4410-0392) stojí", &["4410-0392"]),
        ("stroj č. 3 nejede", &[]),
        ("cena vč. 21 % DPH", &[]),
        ("vč. 120455 Kč", &[]),
        ("objednávka na kompresor (č. 4410-0392)", &[]),
        ("podle vyhlášky (č. 323-2017)", &[]),
        ("dům v č. p. 12", &[]),
        ("seriál o opravách", &[]),
        ("výr. č. neznám", &[]),
    ] {
        assert_eq!(values(&facts_of(text).serials), expected, "{text}");
    }
}

#[test]
fn companies() {
    for (text, expected) in [
        ("KOVO Hruška s.r.o.", &["KOVO Hruška s.r.o."][..]),
        ("Pila Žďárský a syn, s.r.o.", &["Pila Žďárský a syn, s.r.o."]),
        ("Tereza Malá, Pekárna Zlatý klas, a.s., IČO 59684381", &["Pekárna Zlatý klas, a.s."]),
        ("Metallbau Groß & Söhne GmbH", &["Metallbau Groß & Söhne GmbH"]),
        ("Facility North Ltd, +44 20 7946 0321", &["Facility North Ltd"]),
        ("Firma: Truhlářství Novák", &["Truhlářství Novák"]),
        ("Dobrý den, jsme firma KOVO Hruška s.r.o. a máme", &["KOVO Hruška s.r.o."]),
        ("Jsme Zámečnictví Vrba, v.o.s. z Jihlavy", &["Zámečnictví Vrba, v.o.s."]),
        ("ČEZ, a. s.", &["ČEZ, a. s."]),
        ("Obec Lhota\nIČO: 59610000", &["Obec Lhota"]),
        ("Město Nová Ves, IČO 59610000", &["Město Nová Ves"]),
        ("Základní škola Lipová 3, IČO: 59610000", &["Základní škola Lipová 3"]),
        (
            "Domov Klid, příspěvková organizace\nIČO 59610000",
            &["Domov Klid, příspěvková organizace"],
        ),
        ("Jednota Horní Dolní, družstvo, IČO 59610000", &["Jednota Horní Dolní, družstvo"]),
        ("Hana Malá - autoservis\nIČO: 59610000", &["Hana Malá - autoservis"]),
        ("Město Nová Ves nás poslalo.", &[]),
        ("Nejede nám výtah. Naše IČO je 59610000", &[]),
        ("Dobrý den,\nIČO 59610000", &[]),
        ("Servis Modrý Klíč s.r.o.", &[]),
        ("v pátek a s. pondělí", &[]),
    ] {
        assert_eq!(values(&facts_of(text).companies), expected, "{text}");
    }
}

#[test]
fn addresses() {
    for (text, expected) in [
        ("Průmyslová 1472/8, 252 42 Jesenice", &["Průmyslová 1472/8, 252 42 Jesenice"][..]),
        ("Průmyslová 1472/8\n252 42 Jesenice", &["Průmyslová 1472/8, 252 42 Jesenice"]),
        ("Hüttenstraße 7, 01705 Freital", &["Hüttenstraße 7, 01705 Freital"]),
        ("Volejte. Adresa Na Vyhlídce 318, Bechyně. Díky", &["Na Vyhlídce 318, Bechyně"]),
        ("Provozovna: Pekařská 5, Olomouc, kontakt na místě: Karel", &["Pekařská 5, Olomouc"]),
        ("Schulze GmbH, Am Anger 3, D-01234 Dresden", &["Am Anger 3, 01234 Dresden"]),
        ("Polní 7 | 261 01 Příbram", &["Polní 7, 261 01 Příbram"]),
        ("Polní 7 - 261 01 Příbram", &["Polní 7, 261 01 Příbram"]),
        ("Polní 7; 261 01 Příbram", &["Polní 7, 261 01 Příbram"]),
        ("Polní 7 · 261 01 Příbram", &["Polní 7, 261 01 Příbram"]),
        ("Kovo - Polní 7, 261\u{a0}01\u{a0}Příbram", &["Polní 7, 261 01 Příbram"]),
        ("Lesní 12, Příbram 261 01", &["Lesní 12, Příbram 261 01"]),
        ("Kovo, Lesní 12, Příbram 26101, ČR", &["Lesní 12, Příbram 26101"]),
        ("Adresa: Nemocnice, Lesní 12, Příbram", &["Lesní 12, Příbram"]),
        ("Hala 12, tel 261 01", &[]),
        ("Stroj 12, Model 261 01", &[]),
        ("motohodiny 18 420 a 252 42 hodin", &[]),
        ("adresa je stejná, díky", &[]),
    ] {
        assert_eq!(values(&facts_of(text).addresses), expected, "{text}");
    }
}

#[test]
fn who_signs() {
    for (text, person) in [
        ("S pozdravem\nIng. Jana Hrušková\nvedoucí údržby", Some("Ing. Jana Hrušková")),
        ("S přáním hezkého dne\n\nBc. Eva Horáková, MBA", Some("Bc. Eva Horáková")),
        ("Mit freundlichen Grüßen\nJürgen Groß", Some("Jürgen Groß")),
        ("MfG\nAnna Schulze", Some("Anna Schulze")),
        ("Thanks,\nSarah Blake\nNorthgate Ltd", Some("Sarah Blake")),
        ("Volejte večer. Díky Beneš", Some("Beneš")),
        ("Jméno: Lukáš Říha", Some("Lukáš Říha")),
        ("S pozdravem\nKOVO Hruška s.r.o.", None),
        ("Díky za odpověď.", None),
    ] {
        let contact = facts_of(text).contact.map(|found| found.value);
        assert_eq!(contact.as_deref(), person, "{text}");
    }
}

#[test]
fn who_ends_with_the_name_of_the_header_signs() {
    let mail = |text: &str| ReadMail {
        from: vec![Mailbox::new("Hana Malá", "hana@kovo.example")],
        text: text.into(),
        ..ReadMail::default()
    };
    for (text, person) in [
        ("Stroj stojí.\n\nHana Malá", Some("Hana Malá")),
        ("Stroj stojí.\n\nHana Mala\n777 123 456\n", Some("Hana Mala")),
        ("Stroj stojí.\n\nPetr Kos", None),
        ("Hana Malá\na\nb\nc", None),
    ] {
        let contact = find_facts(&mail(text), &own()).contact.map(|found| found.value);
        assert_eq!(contact.as_deref(), person, "{text}");
    }
}

#[test]
fn history_is_not_taken() {
    let ours = "Servis ABC s.r.o., IČO: 59610000, tel. 700 000 111";
    for (case, text) in [
        ("quoted", format!("Potvrzuji.\n\nDne 19. 10. 2026 v 15:12 Servis napsal(a):\n> {ours}")),
        (
            "attribution on two lines",
            format!(
                "Ok.\nOn Mon, 19 Oct 2026 at 15:12, Servis\n<servis@x.example> wrote:\n> {ours}"
            ),
        ),
        (
            "outlook",
            format!(
                "Ok.\n\nOd: Servis <s@x.example>\nOdesláno: pondělí\nKomu: Jan\nPředmět: Re\n\n{ours}"
            ),
        ),
        ("rule", format!("Ok.\n-----Původní zpráva-----\n{ours}")),
        ("german", format!("Ja.\nAm 19.10.2026 um 15:12 schrieb Servis:\n\n{ours}")),
    ] {
        let facts = facts_of(&text);
        assert!(
            facts.registration_numbers.is_empty() && facts.phones.is_empty(),
            "{case}: {facts:?}"
        );
    }
    let below = facts_of("Dne 19. 10. 2026 Servis napsal(a):\n> IČO: 59684381\nNaše IČO: 59610000");
    assert_eq!(values(&below.registration_numbers), ["59610000"]);
    assert_eq!(below.registration_numbers[0].evidence.line, 3);
}

/// What is quoted may quote in its turn, with an attribution inside the quotes.
#[test]
fn quotes_within_quotes_come_to_an_end() {
    let text = "Platí.\n\nDne 19. 10. 2026 v 15:12 Servis napsal(a):\n\
        > Přijedeme.\n> Jana <jana@kovo.example> napsala:\n>> IČO: 59610000\n>> Díky\n\n\
        IČO: 59647191";
    assert_eq!(values(&facts_of(text).registration_numbers), ["59647191"]);
}

#[test]
fn what_was_forwarded_is_read() {
    let text = "Pošlete někoho.\n\n---------- Přeposlaná zpráva ---------\nOd: Tereza Malá <mala@klas.example>\n\
                Datum: čt 8. 10. 2026\nPředmět: Závada\n\nBox s/n 0940 117 223, IČO 59684381";
    let mail = ReadMail {
        from: vec![Mailbox::new("Dispečink", "dispecink@modry-klic.example")],
        subject: "Fwd: Závada".into(),
        text: text.into(),
        ..ReadMail::default()
    };
    let facts = find_facts(&mail, &own());
    assert_eq!(values(&facts.registration_numbers), ["59684381"]);
    assert_eq!(facts.registration_numbers[0].evidence.place, Place::Forwarded);
    assert_eq!(facts.original_sender.as_ref().unwrap().address, "mala@klas.example");
    // Forwarded by one of us: the answer goes to who asked.
    assert_eq!(facts.respond_to.unwrap().address, "mala@klas.example");
}

#[test]
fn whom_to_answer() {
    let mail = |from: &str, reply_to: Option<&str>, text: &str| ReadMail {
        from: vec![Mailbox { name: None, address: from.into() }],
        reply_to: reply_to.iter().map(|a| Mailbox { name: None, address: (*a).into() }).collect(),
        text: text.into(),
        ..ReadMail::default()
    };
    for (case, mail, expected) in [
        ("person", mail("jana@x.example", None, ""), "jana@x.example"),
        ("reply-to", mail("jana@x.example", Some("petr@x.example"), ""), "petr@x.example"),
        ("form", mail("no-reply@web.modry-klic.example", Some("r@y.example"), ""), "r@y.example"),
        ("form without", mail("noreply@w.example", None, "E-mail: r@y.example"), "r@y.example"),
        ("only a machine", mail("noreply@w.example", None, "nic"), "noreply@w.example"),
    ] {
        assert_eq!(find_facts(&mail, &own()).respond_to.unwrap().address, expected, "{case}");
    }
}

#[test]
fn language_and_haste() {
    for (text, language, haste) in [
        ("Dobrý den, prosíme o servis co nejdříve.", Some(Language::Cs), true),
        ("Dobry den, nejde nam kotel, nespecha to.", Some(Language::Cs), false),
        ("Není to urgentní, prosím příští týden na opravu.", Some(Language::Cs), false),
        ("Dobrý deň, nefunguje nám kompresor, ďakujem.", Some(Language::Sk), false),
        ("Prosíme o opravu, stroj sa nedá spustiť. S pozdravom", Some(Language::Sk), false),
        ("Prosíme o opravu stroje. S pozdravem", Some(Language::Cs), false),
        ("Sehr geehrte Damen und Herren, unser Kompressor", Some(Language::De), false),
        ("Bitte kommen Sie sofort, wir haben einen Notfall", Some(Language::De), true),
        ("Hi team, can you send someone today?", Some(Language::En), true),
        ("12345", None, false),
    ] {
        let facts = facts_of(text);
        assert_eq!((facts.language, facts.urgent.is_some()), (language, haste), "{text}");
    }
}
