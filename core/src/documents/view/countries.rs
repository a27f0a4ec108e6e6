//! Names of countries, as they stand on letters.

use crate::language::Language;

/// Code (ISO 3166-1 alpha-2), Czech, English; in order of the codes.
const NAMES: &[(&str, &str, &str)] = &[
    ("AD", "Andorra", "Andorra"),
    ("AL", "Albánie", "Albania"),
    ("AT", "Rakousko", "Austria"),
    ("AU", "Austrálie", "Australia"),
    ("BA", "Bosna a Hercegovina", "Bosnia and Herzegovina"),
    ("BE", "Belgie", "Belgium"),
    ("BG", "Bulharsko", "Bulgaria"),
    ("BY", "Bělorusko", "Belarus"),
    ("CA", "Kanada", "Canada"),
    ("CH", "Švýcarsko", "Switzerland"),
    ("CN", "Čína", "China"),
    ("CY", "Kypr", "Cyprus"),
    ("CZ", "Česko", "Czechia"),
    ("DE", "Německo", "Germany"),
    ("DK", "Dánsko", "Denmark"),
    ("EE", "Estonsko", "Estonia"),
    ("ES", "Španělsko", "Spain"),
    ("FI", "Finsko", "Finland"),
    ("FR", "Francie", "France"),
    ("GB", "Spojené království", "United Kingdom"),
    ("GE", "Gruzie", "Georgia"),
    ("GR", "Řecko", "Greece"),
    ("HR", "Chorvatsko", "Croatia"),
    ("HU", "Maďarsko", "Hungary"),
    ("IE", "Irsko", "Ireland"),
    ("IL", "Izrael", "Israel"),
    ("IN", "Indie", "India"),
    ("IS", "Island", "Iceland"),
    ("IT", "Itálie", "Italy"),
    ("JP", "Japonsko", "Japan"),
    ("KR", "Jižní Korea", "South Korea"),
    ("KZ", "Kazachstán", "Kazakhstan"),
    ("LI", "Lichtenštejnsko", "Liechtenstein"),
    ("LT", "Litva", "Lithuania"),
    ("LU", "Lucembursko", "Luxembourg"),
    ("LV", "Lotyšsko", "Latvia"),
    ("MC", "Monako", "Monaco"),
    ("MD", "Moldavsko", "Moldova"),
    ("ME", "Černá Hora", "Montenegro"),
    ("MK", "Severní Makedonie", "North Macedonia"),
    ("MT", "Malta", "Malta"),
    ("NL", "Nizozemsko", "Netherlands"),
    ("NO", "Norsko", "Norway"),
    ("NZ", "Nový Zéland", "New Zealand"),
    ("PL", "Polsko", "Poland"),
    ("PT", "Portugalsko", "Portugal"),
    ("RO", "Rumunsko", "Romania"),
    ("RS", "Srbsko", "Serbia"),
    ("RU", "Rusko", "Russia"),
    ("SE", "Švédsko", "Sweden"),
    ("SI", "Slovinsko", "Slovenia"),
    ("SK", "Slovensko", "Slovakia"),
    ("SM", "San Marino", "San Marino"),
    ("TR", "Turecko", "Türkiye"),
    ("TW", "Tchaj-wan", "Taiwan"),
    ("UA", "Ukrajina", "Ukraine"),
    ("US", "Spojené státy americké", "United States of America"),
    ("VA", "Vatikán", "Vatican City"),
    ("VN", "Vietnam", "Vietnam"),
    ("XK", "Kosovo", "Kosovo"),
];

/// The name of a country; nothing where only its code is known here.
pub(super) fn name(code: &str, language: Language) -> Option<&'static str> {
    let at = NAMES.binary_search_by_key(&code, |(known, _, _)| known).ok()?;
    NAMES.get(at).map(|(_, cs, en)| language.say(cs, en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_named_and_the_table_is_in_order() {
        assert!(NAMES.is_sorted_by_key(|(code, _, _)| *code));
        assert_eq!(name("DE", Language::Cs), Some("Německo"));
        assert_eq!(name("AT", Language::En), Some("Austria"));
        assert_eq!(name("ZZ", Language::Cs), None);
    }
}
