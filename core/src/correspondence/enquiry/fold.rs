//! Text without case and accents, so that people may write as they like.

/// A letter in lower case without its accent; one letter stays one letter, so places agree.
pub(super) fn fold(letter: char) -> char {
    match letter.to_lowercase().next().unwrap_or(letter) {
        'á' | 'ä' | 'à' | 'â' | 'ą' | 'ã' => 'a',
        'č' | 'ć' | 'ç' => 'c',
        'ď' => 'd',
        'é' | 'ě' | 'ë' | 'è' | 'ê' | 'ę' => 'e',
        'í' | 'î' | 'ï' => 'i',
        'ľ' | 'ĺ' | 'ł' => 'l',
        'ň' | 'ń' | 'ñ' => 'n',
        'ó' | 'ö' | 'ô' | 'ő' => 'o',
        'ř' | 'ŕ' => 'r',
        'š' | 'ś' => 's',
        'ť' => 't',
        'ú' | 'ů' | 'ü' | 'ű' | 'ù' => 'u',
        'ý' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t' => ' ',
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' => '-',
        other => other,
    }
}

/// Letters and digits only, folded: what two writings of one name have in common.
pub(super) fn key(text: &str) -> String {
    key_letters(text).collect()
}

/// Whether two texts have one key; no more is read than up to the first difference.
pub(super) fn same_key(one: &str, other: &str) -> bool {
    key_letters(one).eq(key_letters(other))
}

fn key_letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(fold).filter(|c| c.is_alphanumeric())
}

/// Whole text folded.
pub(super) fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}
