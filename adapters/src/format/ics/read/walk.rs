//! The components of a file, one inside the other, as they begin and end.

use super::lines::Lines;
use super::notes::Notes;
use super::property::Property;
use callout_core::calendar::NoteKind;

/// How deep components may stand inside each other; what stands deeper is left out.
const MAX_DEPTH: usize = 16;

/// What never stands inside another but a calendar: where it begins, an end was forgotten.
const OUTERMOST: &[&str] = &["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"];

/// A step through a file. Each begin has its end, whatever the file says.
pub(super) enum Step {
    Begin { name: String, line: u32, depth: usize },
    Property { property: Property, depth: usize, of: String },
    End { depth: usize },
}

/// Goes through a file; whether anything began in it, and what there is to tell.
pub(super) fn walk(bytes: &[u8], take: &mut dyn FnMut(Step, &mut Notes)) -> (bool, Notes) {
    let mut walk =
        Walk { open: Vec::new(), deeper: 0, begun: false, notes: Notes::default(), take };
    let mut lines = Lines::new(bytes);
    while let Some((number, text)) = lines.next(&mut walk.notes) {
        walk.line(number, &text);
    }
    if let Some(name) = walk.open.first().cloned() {
        walk.notes.tell(NoteKind::CutShort, 0, &name);
        walk.close_to(0);
    }
    (walk.begun, walk.notes)
}

struct Walk<'t> {
    open: Vec<String>,
    /// How many components are open that stand too deep.
    deeper: usize,
    begun: bool,
    notes: Notes,
    take: &'t mut dyn FnMut(Step, &mut Notes),
}

impl Walk<'_> {
    fn line(&mut self, line: u32, text: &str) {
        let Some(property) = Property::read(line, text) else {
            if self.begun {
                self.notes.tell(NoteKind::LineUnreadable, line, text);
            }
            return;
        };
        match property.name.as_str() {
            "BEGIN" => self.begin(property.value.trim().to_ascii_uppercase(), line),
            "END" => self.end(&property.value.trim().to_ascii_uppercase(), line),
            _ if self.deeper > 0 => {}
            _ => match self.open.last() {
                Some(of) => {
                    let of = of.clone();
                    let depth = self.open.len();
                    (self.take)(Step::Property { property, depth, of }, &mut self.notes);
                }
                None if self.begun => self.notes.tell(NoteKind::LineUnreadable, line, text),
                None => {}
            },
        }
    }

    fn begin(&mut self, name: String, line: u32) {
        self.begun |= matches!(name.as_str(), "VCALENDAR" | "VAVAILABILITY")
            || OUTERMOST.contains(&name.as_str());
        let depth = match name.as_str() {
            "VCALENDAR" => 0,
            outermost if OUTERMOST.contains(&outermost) => {
                usize::from(self.open.first().is_some_and(|open| open == "VCALENDAR"))
            }
            _ => self.open.len(),
        };
        if depth < self.open.len() {
            let forgotten = self.open.last().cloned().unwrap_or_default();
            self.notes.tell(NoteKind::Unclosed, line, &forgotten);
            self.close_to(depth);
        }
        if self.open.len() == MAX_DEPTH {
            self.notes.once(NoteKind::TooDeep, line, "");
            self.deeper += 1;
            return;
        }
        let name: String = name.chars().take(60).collect();
        self.open.push(name.clone());
        let depth = self.open.len();
        (self.take)(Step::Begin { name, line, depth }, &mut self.notes);
    }

    fn end(&mut self, name: &str, line: u32) {
        if self.deeper > 0 && !OUTERMOST.contains(&name) && name != "VCALENDAR" {
            self.deeper -= 1;
            return;
        }
        match self.open.iter().rposition(|open| open == name) {
            Some(at) => {
                if at + 1 < self.open.len() {
                    let forgotten = self.open.last().cloned().unwrap_or_default();
                    self.notes.tell(NoteKind::Unclosed, line, &forgotten);
                }
                self.close_to(at);
            }
            None => self.notes.tell(NoteKind::StrayEnd, line, name),
        }
    }

    fn close_to(&mut self, left: usize) {
        self.deeper = 0;
        while self.open.len() > left {
            let depth = self.open.len();
            self.open.pop();
            (self.take)(Step::End { depth }, &mut self.notes);
        }
    }
}
