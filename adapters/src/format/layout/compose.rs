//! Letters that arrive in two parts (`c` and a combining caron) become one, so that the face's own
//! accented letter is drawn. Telephones of one maker write all their text so.

/// Combining mark, letters, the same letters with the mark.
const PAIRS: &[(char, &str, &str)] = &[
    ('\u{300}', "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
    ('\u{301}', "aeiouyclnrszAEIOUYCLNRSZ", "áéíóúýćĺńŕśźÁÉÍÓÚÝĆĹŃŔŚŹ"),
    ('\u{302}', "aeioucAEIOUC", "âêîôûĉÂÊÎÔÛĈ"),
    ('\u{303}', "anoANO", "ãñõÃÑÕ"),
    ('\u{307}', "zZ", "żŻ"),
    ('\u{308}', "aeiouAEIOU", "äëïöüÄËÏÖÜ"),
    ('\u{30a}', "auAU", "åůÅŮ"),
    ('\u{30b}', "ouOU", "őűŐŰ"),
    ('\u{30c}', "cdelnrstzCDELNRSTZ", "čďěľňřšťžČĎĚĽŇŘŠŤŽ"),
    ('\u{327}', "csCS", "çşÇŞ"),
    ('\u{328}', "aeAE", "ąęĄĘ"),
];

/// The letter that `base` and `mark` make together, if it is one letter.
pub(super) fn compose(base: char, mark: char) -> Option<char> {
    let (_, letters, whole) = PAIRS.iter().find(|(own, _, _)| *own == mark)?;
    letters.chars().zip(whole.chars()).find(|(letter, _)| *letter == base).map(|(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn czech_letters_come_together() {
        assert_eq!(compose('u', '\u{30a}'), Some('ů'));
        assert_eq!(compose('Ř', '\u{30c}'), None);
        assert_eq!(compose('R', '\u{30c}'), Some('Ř'));
        assert!(PAIRS.iter().all(|(_, a, b)| a.chars().count() == b.chars().count()));
    }
}
