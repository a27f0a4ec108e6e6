//! Persons of a header, as programs write them that do not quote.

use super::noted;
use callout_adapters::mail::eml;

#[test]
fn persons_of_a_header() {
    for (header, persons, odd) in [
        ("Kovo Hruška, s.r.o. <a@b.example>", &[("Kovo Hruška, s.r.o.", "a@b.example")][..], true),
        ("Novák, Jan, Ing. <a@b.example>", &[("Novák, Jan, Ing.", "a@b.example")], true),
        ("=?utf-8?Q?Nov=C3=A1k?=, Jan <a@b.example>", &[("Novák, Jan", "a@b.example")], true),
        (
            "Malá, Eva <e@b.example>, Novák, Jan <a@b.example>",
            &[("Malá, Eva", "e@b.example"), ("Novák, Jan", "a@b.example")],
            true,
        ),
        ("\"Novák, Jan\" <a@b.example>", &[("Novák, Jan", "a@b.example")], false),
        ("=?utf-8?Q?Nov=C3=A1k=2C_Jan?= <a@b.example>", &[("Novák, Jan", "a@b.example")], false),
        ("Jan, a@b.example", &[("Jan", ""), ("", "a@b.example")], false),
        ("a@b.example, s.r.o.", &[("", "a@b.example"), ("s.r.o.", "")], false),
        ("Jan <a@b.example>, c@b.example", &[("Jan", "a@b.example"), ("", "c@b.example")], false),
        ("\"jan novak\"@b.example", &[("", "\"jan novak\"@b.example")], false),
        ("\"jan.novak\"@b.example", &[("", "jan.novak@b.example")], false),
        ("\"a\\\"b\"@b.example", &[("", "\"a\\\"b\"@b.example")], false),
        ("Jan <\"jan novak\"@b.example>", &[("Jan", "\"jan novak\"@b.example")], false),
        ("Jan <mailto:a@b.example>", &[("Jan", "a@b.example")], false),
        ("<MAILTO:a@b.example?subject=x>", &[("", "a@b.example")], false),
        ("a@b.example <mailto:a@b.example>", &[("a@b.example", "a@b.example")], false),
        (
            "Skupina: a@b.example, Jan <c@b.example>;",
            &[("", "a@b.example"), ("Jan", "c@b.example")],
            false,
        ),
        ("Kovo, a.s. <a@b.example>, ", &[("Kovo, a.s.", "a@b.example")], true),
    ] {
        for name in ["From", "Reply-To", "To", "Cc"] {
            let message = format!("{name}: {header}\r\nSubject: x\r\n\r\ny");
            let mail = eml::read(message.as_bytes()).unwrap();
            let found = [&mail.from, &mail.reply_to, &mail.to, &mail.cc].into_iter().flatten();
            let found: Vec<(&str, &str)> = found
                .map(|it| (it.name.as_deref().unwrap_or_default(), it.address.as_str()))
                .collect();
            assert_eq!(found, persons, "{message}");
            assert_eq!(noted(&mail, "comma"), odd, "{message}");
        }
    }
}
