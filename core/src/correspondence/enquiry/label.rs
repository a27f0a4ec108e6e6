//! Labels before a value: `výr. č.`, `IČO:`, `Serien-Nr.`.

/// Where a label ends that begins at `at` of the folded letters, or `None`.
///
/// In a pattern `~` stands for any dots, spaces, hyphens and slashes, or none; everything else
/// for itself. A label ends where a word does.
fn ends(folded: &[char], at: usize, pattern: &str) -> Option<usize> {
    let mut place = at;
    for wanted in pattern.chars() {
        if wanted == '~' {
            while folded.get(place).is_some_and(|c| matches!(c, '.' | ' ' | '-' | '/')) {
                place += 1;
            }
        } else if folded.get(place) == Some(&wanted) {
            place += 1;
        } else {
            return None;
        }
    }
    let ended_in_word = folded.get(place - 1).is_some_and(|c| c.is_alphabetic());
    let word_goes_on = folded.get(place).is_some_and(|c| c.is_alphabetic());
    (!(ended_in_word && word_goes_on)).then_some(place)
}

/// The end of the longest of these labels that begins here, where a word begins.
pub(super) fn any(folded: &[char], at: usize, patterns: &[&str]) -> Option<usize> {
    // Asked once, not for every label: at most places no word begins.
    let letter = |at: usize| folded.get(at).is_some_and(|c| c.is_alphanumeric());
    if !letter(at) || at.checked_sub(1).is_some_and(letter) {
        return None;
    }
    patterns.iter().filter_map(|pattern| ends(folded, at, pattern)).max()
}

/// Past what may stand between a label and its value: `: `, ` = `, ` č. ` is not, one line end is.
pub(super) fn value_start(folded: &[char], mut at: usize) -> usize {
    let mut lines = 0;
    while let Some(letter) = folded.get(at) {
        match letter {
            ' ' | ':' | '.' | '=' | '#' | '-' | '(' | '|' | '*' | '\r' => at += 1,
            '\n' if lines == 0 => {
                lines = 1;
                at += 1;
            }
            _ => break,
        }
    }
    at
}
