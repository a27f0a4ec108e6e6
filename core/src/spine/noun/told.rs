//! How an event is told to people: a sentence with places for what it says.

/// How an event of one kind is told, in each language.
///
/// A place is a path into the event, `{content.name}`, and behind a colon how it is said:
/// `number`, `day`, `time` (an instant, by the company's clock), `local` (a local time), `status`,
/// `part` (the id of a part of the record), or the noun of the record whose id stands there; as
/// text where there is none. `{from..to:span}` says from when until when, `times` the same of
/// instants. `{unit..quantity:measured}` says a quantity in its unit, `{part..amount:measured}` an
/// amount in what that part is measured in, `each` the same of lists, with the names of the parts.
/// `{late:if}` says nothing, and is there where that is so, `there` where something stands,
/// `several` where a list has more than one. What stands in square brackets is said where all its
/// places are there, or else what follows behind a bar. A place outside of them that was forgotten
/// is said as `…`, and so is an id that the reader may not know the name of; with a question mark
/// behind its form it is not there then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The kind of the event: `assigned`.
    pub kind: &'static str,
    /// The sentence in English.
    pub en: &'static str,
    /// The same in Czech.
    pub cs: &'static str,
}

/// How an event of this kind is told in English and in Czech.
pub const fn told(kind: &'static str, en: &'static str, cs: &'static str) -> Told {
    Told { kind, en, cs }
}

impl Told {
    /// Says it, where `place` says a path of the event in a form, and nothing where there is
    /// nothing.
    pub(crate) fn say(
        sentence: &str,
        place: &mut dyn FnMut(&str, &str) -> Option<String>,
    ) -> String {
        let (mut out, mut rest) = (String::new(), sentence);
        while let Some(open) = rest.find('[') {
            out.push_str(&plain(&rest[..open], place).0);
            let Some(close) = rest[open..].find(']') else { break };
            let choices = rest[open + 1..open + close].split('|');
            let said = choices.map(|choice| plain(choice, place)).find(|(_, whole)| *whole);
            out.extend(said.map(|(said, _)| said));
            rest = &rest[open + close + 1..];
        }
        out.push_str(&plain(rest, place).0);
        let mut letters = out.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    }
}

/// Says what has no brackets, and whether all its places are there.
fn plain(text: &str, place: &mut dyn FnMut(&str, &str) -> Option<String>) -> (String, bool) {
    let (mut out, mut rest, mut whole) = (String::new(), text, true);
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('}') else { break };
        let named = &rest[open + 1..open + close];
        let (path, form) = named.split_once(':').unwrap_or((named, ""));
        let said = place(path, form);
        whole &= said.is_some();
        out.push_str(said.as_deref().unwrap_or("…"));
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
    (out, whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_and_places() {
        let place = &mut |path: &str, form: &str| match (path, form) {
            ("who", "") => Some("Karel".to_owned()),
            ("late", "if") => Some(String::new()),
            _ => None,
        };
        for (sentence, said) in [
            ("Done", "Done"),
            ("{who} is there", "Karel is there"),
            ("done by {nobody}", "Done by …"),
            ("Done[ by {nobody}]", "Done"),
            ("Done[ by {nobody}| by {who}][ (late){late:if}]", "Done by Karel (late)"),
            ("[Done by {nobody}|done]", "Done"),
        ] {
            assert_eq!(Told::say(sentence, place), said);
        }
    }
}
