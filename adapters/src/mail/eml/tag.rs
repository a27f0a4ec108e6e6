//! One tag of a page, with what it says of how its element is shown.

/// A tag or a comment.
pub(super) struct Tag<'h> {
    pub name: &'h str,
    pub closes: bool,
    /// It has no inside: `<br/>`.
    pub alone: bool,
    pub length: usize,
    /// What stands behind the name.
    pub said: &'h str,
}

/// Which signs of quoting are still to come, so that a page that never closes one is not looked
/// through for each tag.
#[derive(Default)]
pub(super) struct Attributes {
    no_double: bool,
    no_single: bool,
}

impl<'h> Tag<'h> {
    /// What a text begins with; `None` where its `<` is a sign like any other: `a < b`, `<3`.
    pub fn read(text: &'h str, attributes: &mut Attributes) -> Option<Self> {
        if text.starts_with("<!--") {
            let length = comment(text);
            return Some(Tag { name: "", closes: false, alone: true, length, said: "" });
        }
        let inside = text.strip_prefix('<')?;
        if !inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            return None;
        }
        // A tag that is never closed ends where the next one begins.
        let end = attributes.end(inside);
        let length = 1 + end + usize::from(inside[end..].starts_with('>'));
        let body = &inside[..end];
        let closes = body.starts_with('/');
        let body = body.strip_prefix('/').unwrap_or(body);
        let name = body.split(|c: char| c.is_ascii_whitespace() || c == '/').next()?;
        let said = &body[name.len()..];
        Some(Tag { name, closes, alone: body.ends_with('/'), length, said })
    }

    pub fn is_one_of(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }

    /// The value of an attribute; empty where it has none.
    pub fn attribute(&self, wanted: &str) -> Option<&'h str> {
        let mut rest = self.said;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/'));
            let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
            let value = after.trim_ascii_start().strip_prefix('=').map(str::trim_ascii_start);
            let (value, after) = match value {
                None => ("", after),
                Some(value) => match value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
                    Some(quote) => {
                        let value = &value[1..];
                        let end = value.find(quote).unwrap_or(value.len());
                        (&value[..end], value.get(end + 1..).unwrap_or_default())
                    }
                    None => {
                        let end = value.find(|c: char| c.is_ascii_whitespace());
                        value.split_at(end.unwrap_or(value.len()))
                    }
                },
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(value);
            }
            if after.is_empty() {
                return None;
            }
            // A sign of assignment without a name.
            rest = if after.len() == rest.len() { &after[1..] } else { after };
        }
    }

    /// What a style sheet in the tag says, each as `name`, `value` in lower case without spaces.
    pub fn style(&self) -> Vec<(String, String)> {
        let Some(style) = self.attribute("style") else { return Vec::new() };
        let plain = |text: &str| {
            let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            text.to_ascii_lowercase().replace("!important", "")
        };
        let pairs = style.split(';').filter_map(|pair| pair.split_once(':'));
        pairs.map(|(name, value)| (plain(name), plain(value))).take(100).collect()
    }

    /// Whether a block quote quotes; some programs indent with one, and then say it has no border.
    pub fn is_quote(&self) -> bool {
        let cited = self.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("cite"))
            || self.attribute("class").is_some_and(|class| class.contains("quote"));
        let bare = |(name, value): &(String, String)| name == "border" && value.starts_with("none");
        cited || !self.style().iter().any(bare)
    }
}

/// How long a comment is (HTML, 13.2.5.43 to 13.2.5.52): `<!-->` is whole, and `--!>` ends one too.
fn comment(text: &str) -> usize {
    let ends = |at: &usize| {
        let before = |from: usize| text.get(from..*at).unwrap_or_default();
        before(2).ends_with("--") || before(4).ends_with("--!")
    };
    let end = text.match_indices('>').map(|(at, _)| at).find(ends);
    end.map_or(text.len(), |at| at + 1)
}

impl Attributes {
    /// Where a tag ends: at `>`, or where another begins; neither counts inside quotes.
    fn end(&mut self, inside: &str) -> usize {
        let mut at = 0;
        while let Some(found) = inside[at..].find(['<', '>', '"', '\'']) {
            let here = at + found;
            let sign = &inside[here..here + 1];
            let value = inside[..here].trim_ascii_end().ends_with('=');
            let unclosed = match sign {
                "\"" => &mut self.no_double,
                "'" => &mut self.no_single,
                _ => return here,
            };
            // A sign of quoting that is none, or is never closed, is a letter.
            let close = (value && !*unclosed).then(|| inside[here + 1..].find(sign)).flatten();
            *unclosed |= value && close.is_none();
            at = close.map_or(here, |close| here + 1 + close) + 1;
        }
        inside.len()
    }
}
