//! Texts that were made to cost much, and long ones that were not.

use super::tests::{facts_of, values};

#[test]
fn odd_texts_do_no_harm() {
    for piece in [
        "IČO 5 ",
        "s.r.o. ",
        "a@b.cz ",
        "IČO 59610001 ",
        "+420 ",
        "výr. č. 1 ",
        "Dne 1 napsal:\n",
        "777 ",
        "a",
    ] {
        let _ = facts_of(&piece.repeat(10_000));
    }
    // Lines without end: the work grows with the text, not with its square.
    for (piece, times) in [
        ("site ", 40_000),
        ("@", 200_000),
        ("a@b.", 50_000),
        ("name: ", 40_000),
        ("IČO ", 50_000),
        ("tel. ", 50_000),
        ("7", 200_000),
        ("(", 200_000),
        ("sn-", 60_000),
    ] {
        let _ = facts_of(&piece.repeat(times));
    }
    let _ = facts_of(&format!("{}{}", "name: ".repeat(20_000), " ".repeat(80_000)));
    for text in ["", "\u{feff}", "+", "IČO", "výr. č.", "(0)", "s.r.o.", "@", ">", ", s.r.o.", "+4"]
    {
        let _ = facts_of(text);
    }
}

#[test]
fn a_long_line_keeps_its_facts() {
    let filler = "slovo ".repeat(5_000);
    let line = format!(
        "{filler}Adresa Na Vyhlídce 318, Bechyně. {filler}jana@kovo.example, {filler}s/n X99 a \
         IČO: 59610000, tel. 700 000 111 {filler}Jméno: Lukáš Říha"
    );
    let facts = facts_of(&line);
    assert_eq!(values(&facts.addresses), ["Na Vyhlídce 318, Bechyně"]);
    assert_eq!(values(&facts.emails), ["jana@kovo.example"]);
    assert_eq!(values(&facts.serials), ["X99"]);
    assert_eq!(values(&facts.registration_numbers), ["59610000"]);
    assert_eq!(values(&facts.phones), ["+420700000111"]);
    assert_eq!(facts.contact.map(|found| found.value).as_deref(), Some("Lukáš Říha"));
}
