//! Text whose lines were only broken to be sent, put together again (RFC 3676).

/// The lines as their writer meant them. A line that ends with a space goes on in the next one of
/// the same quoting; with `delsp` that space belongs to the break. The sign of a signature goes on
/// in none and continues none.
pub(super) fn joined(text: &str, delsp: bool) -> String {
    let mut out = String::with_capacity(text.len());
    // The depth of quoting of a line that goes on.
    let mut open = None;
    for (n, line) in text.split('\n').enumerate() {
        let said = line.trim_start_matches('>');
        let depth = line.len() - said.len();
        let said = said.strip_prefix(' ').unwrap_or(said);
        let sign = said == "-- ";
        if open != Some(depth) || sign {
            // What goes on into nothing ends here.
            if open.is_some() {
                out.truncate(out.trim_end_matches(' ').len());
            }
            if n > 0 {
                out.push('\n');
            }
            out.extend(std::iter::repeat_n('>', depth));
            if depth > 0 && !said.is_empty() {
                out.push(' ');
            }
        }
        let flows = !sign && said.ends_with(' ');
        open = flows.then_some(depth);
        let cut = if flows && delsp { said.len() - 1 } else { said.len() };
        out.push_str(said.get(..cut).unwrap_or_default());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_go_on() {
        for (text, delsp, read) in [
            ("a \nb\nc", false, "a b\nc"),
            ("777 123 \n456", false, "777 123 456"),
            ("příliš \nžluť \noučký", true, "přílišžluťoučký"),
            ("a  \nb", true, "a b"),
            // Stuffed: a space before From, before a space and before a sign of quoting.
            (" From a\n  b\n >c", false, "From a\n b\n>c"),
            ("a\n \nb", false, "a\n\nb"),
            ("> a \n> b\n>> c \n> d\ne", false, "> a b\n>> c\n> d\ne"),
            (">a \n> b\n>\n> c", false, "> a b\n>\n> c"),
            ("a \n> b", false, "a\n> b"),
            ("a \n-- \nJana \nMalá", false, "a\n-- \nJana Malá"),
            ("> a \n> -- \n> b", false, "> a\n> -- \n> b"),
            ("-- \nJana", true, "-- \nJana"),
            ("a \n\nb", false, "a \nb"),
            ("a ", false, "a "),
            ("", false, ""),
        ] {
            assert_eq!(joined(text, delsp), read, "{text:?}");
        }
    }
}
