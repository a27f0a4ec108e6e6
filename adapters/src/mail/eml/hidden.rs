//! What of a page its reader does not see: text that was put there for machines is not the
//! sender's word.

use super::tag::Tag;

/// Elements without an inside.
const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
];

/// How far up an element is looked for that a tag closes.
const MAX_LOOKED_AT: usize = 200;

/// How many may be open in one another; browsers stop at some hundreds.
const MAX_OPEN: usize = 1_000;

/// An element that is open.
pub(super) struct Open {
    name: String,
    /// Nothing inside it is shown.
    hides: bool,
    /// What it says of letters inside it, until one inside says otherwise; once it is open, what
    /// holds inside it.
    sized: Option<bool>,
    visible: Option<bool>,
    /// Whether the ends of lines in it are shown as such.
    lines: Option<bool>,
    quotes: bool,
}

/// Elements in which the ends of lines are shown as such (HTML, 15.3.1 and 15.3.11).
const LINES: [&str; 5] = ["pre", "listing", "xmp", "plaintext", "textarea"];

impl Open {
    /// The element that a tag opens, if it has an inside.
    pub fn of(tag: &Tag<'_>, quotes: bool) -> Option<Open> {
        if tag.name.is_empty()
            || tag.alone
            || tag.is_one_of(&VOID)
            || tag.name.starts_with(['!', '?'])
        {
            return None;
        }
        let style = tag.style();
        let says = |name: &str| {
            style.iter().rev().find(|(said, _)| said == name).map(|(_, value)| value.as_str())
        };
        let none = |name: &str| says(name).is_some_and(is_nothing);
        let cut = says("overflow").is_some_and(|value| value == "hidden")
            && (none("max-height") || none("height") || none("max-width") || none("width"));
        let hides = tag.attribute("hidden").is_some()
            || says("display") == Some("none")
            || says("mso-hide") == Some("all")
            || none("opacity")
            || cut;
        Some(Open {
            name: tag.name.to_ascii_lowercase(),
            hides,
            sized: says("font-size").map(|value| !is_nothing(value)),
            visible: says("visibility").map(|value| value == "visible"),
            lines: says("white-space")
                .and_then(keeps_lines)
                .or_else(|| tag.is_one_of(&LINES).then_some(true)),
            quotes,
        })
    }
}

/// Whether a value of `white-space` keeps the ends of lines; `None` where it leaves all as it is.
fn keeps_lines(value: &str) -> Option<bool> {
    match value {
        "pre" | "pre-wrap" | "pre-line" | "break-spaces" | "-moz-pre-wrap" | "-o-pre-wrap" => {
            Some(true)
        }
        "normal" | "nowrap" | "initial" => Some(false),
        _ => None,
    }
}

/// `0`, `0px`, `0.0em`, `0%`.
fn is_nothing(value: &str) -> bool {
    let digits = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    !digits.is_empty() && digits.chars().all(|c| matches!(c, '0' | '.')) && digits.contains('0')
}

/// The elements that are open, with how many of them hide what is inside.
#[derive(Default)]
pub(super) struct Stack {
    open: Vec<Open>,
    hiding: usize,
}

impl Stack {
    /// Whether what stands here is not shown.
    pub fn hides(&self) -> bool {
        let inner = self.open.last();
        let denied = |said: fn(&Open) -> Option<bool>| inner.and_then(said) == Some(false);
        self.hiding > 0 || denied(|open| open.sized) || denied(|open| open.visible)
    }

    /// Whether the ends of lines are shown as such here.
    pub fn keeps_lines(&self) -> bool {
        self.open.last().is_some_and(|open| open.lines == Some(true))
    }

    /// Whether there is room for one more; where not, what is inside it is shown.
    pub fn push(&mut self, mut open: Open) -> bool {
        if self.open.len() >= MAX_OPEN {
            return false;
        }
        let outer = self.open.last();
        open.sized = open.sized.or_else(|| outer?.sized);
        open.visible = open.visible.or_else(|| outer?.visible);
        open.lines = open.lines.or_else(|| outer?.lines);
        self.hiding += usize::from(open.hides);
        self.open.push(open);
        true
    }

    /// How many stay open where this element is closed.
    pub fn below(&self, name: &str) -> usize {
        let named = |open: &Open| open.name.eq_ignore_ascii_case(name);
        let up = self.open.iter().rev().take(MAX_LOOKED_AT).position(named);
        up.map_or(self.open.len(), |up| self.open.len() - up - 1)
    }

    /// How many stay open where this one begins: some end where the next one does.
    pub fn ended_by(&self, name: &str) -> usize {
        let name = name.to_ascii_lowercase();
        let (ends, within): (&[&str], &[&str]) = match name.as_str() {
            "li" => (&["li"], &["ul", "ol", "dir", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "tbody" | "tfoot" | "thead" => (&["tbody", "tfoot", "thead"], &["table"]),
            "option" => (&["option"], &["select"]),
            _ if super::elements::BLOCKS.contains(&name.as_str()) => {
                (&["p"], &["table", "td", "th", "div", "blockquote", "li"])
            }
            _ => return self.open.len(),
        };
        let known = |open: &&Open| {
            ends.contains(&open.name.as_str()) || within.contains(&open.name.as_str())
        };
        let up = self.open.iter().rev().take(MAX_LOOKED_AT).position(|open| known(&open));
        match up.and_then(|up| Some((up, self.open.iter().rev().nth(up)?))) {
            Some((up, open)) if ends.contains(&open.name.as_str()) => self.open.len() - up - 1,
            _ => self.open.len(),
        }
    }

    /// Closes all above so many; whether each of them quoted.
    pub fn close(&mut self, keep: usize) -> Vec<bool> {
        let closed = self.open.split_off(keep.min(self.open.len()));
        self.hiding -= closed.iter().filter(|open| open.hides).count();
        closed.iter().rev().map(|open| open.quotes).collect()
    }
}
