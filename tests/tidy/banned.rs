//! What is nowhere in the library, and what is nowhere in the core.

use super::source::{self, library, only, rust};

/// A caller gets an error with a code, never an abort. Clippy warns of these too; here nobody
/// can allow them in passing.
const STOPS: &[&str] =
    &[".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];

/// File, and why it may.
const MAY_STOP: &[(&str, &str)] = &[(
    "adapters/src/store/sqlite/lease.rs: unreachable!(",
    "`Deref` cannot refuse, and a connection is taken out of its guard only by dropping it",
)];

#[test]
fn nothing_in_the_library_stops_the_host() {
    let mut broken = Vec::new();
    for source in library() {
        for stop in STOPS.iter().filter(|stop| source.code.contains(**stop)) {
            broken.push(format!("{}: {stop}", source.path));
        }
    }
    only("the library refuses, it does not stop", &broken, MAY_STOP);
}

/// A descriptor on a file of a store: when it is closed, all locks of the process on it are gone.
const OPENS: &[&str] = &[
    "File::open",
    "File::create",
    "OpenOptions",
    "fs::read(",
    "fs::read_to",
    "fs::write",
    "fs::copy",
];

const MAY_OPEN: &[(&str, &str)] = &[(
    "adapters/src/store/sqlite/backup.rs: File::open",
    "a folder is synced, so that a new name in it survives a power cut",
)];

#[test]
fn no_file_of_a_store_is_opened_but_by_sqlite() {
    let mut broken = Vec::new();
    for source in rust(&["adapters/src/store"]) {
        for opens in OPENS.iter().filter(|opens| source.code.contains(**opens)) {
            broken.push(format!("{}: {opens}", source.path));
        }
    }
    only("a store's files are SQLite's to open; ask `metadata`", &broken, MAY_OPEN);
}

/// What the core never touches, and what to do instead.
const OUTSIDE: &[(&str, &str)] = &[
    ("std::fs", "files are an adapter's"),
    ("std::net", "the network is an adapter's"),
    ("std::process", "processes are an adapter's"),
    ("std::env", "settings come in as values"),
    ("std::thread", "Callout starts no thread"),
    ("std::time", "now is a fact"),
    ("::now(", "now is a fact"),
    ("new_v4", "ids are facts"),
    ("now_v7", "ids are facts"),
    ("HashMap", "its order is random; BTreeMap replays alike"),
    ("HashSet", "its order is random; BTreeSet replays alike"),
    ("println!", "the screen is the host's"),
    ("eprintln!", "the screen is the host's"),
    ("unsafe ", "the core has none"),
    ("f32", "money and quantities are decimal"),
    ("f64", "money and quantities are decimal"),
];

const MAY_TOUCH: &[(&str, &str)] = &[
    (
        "core/src/values/money/exact.rs: f64",
        "serde's visitor of this type is where a JSON float is refused",
    ),
    ("core/src/engine/surface/twins.rs: f64", "serde's visitor of any JSON, which looks at names"),
];

#[test]
fn the_core_touches_nothing_outside() {
    let mut broken = Vec::new();
    for source in rust(&["core/src"]) {
        for (outside, _) in OUTSIDE.iter().filter(|(outside, _)| holds(&source.code, outside)) {
            broken.push(format!("{}: {outside}", source.path));
        }
    }
    only("no clock, IO, chance or float in the core", &broken, MAY_TOUCH);
}

/// Whether a word stands in the code as a word of its own: `visit_f64` is another one.
fn holds(code: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        let open = !word.starts_with(part) || !before.is_some_and(part);
        open && (!word.ends_with(part) || !after.is_some_and(part))
    })
}

#[test]
fn no_path_of_a_machine() {
    // Written in halves, so that this file does not name them.
    let homes = ["/ho|me/", "/ro|ot/", "/wo|rk/", "/Us|ers/", "C:|\\", "/tmp/|wt-", "/tmp/|target"];
    let homes: Vec<String> = homes.iter().map(|home| home.replace('|', "")).collect();
    let endings =
        ["rs", "toml", "md", "json", "py", "pyi", "sh", "case", "h", "c", "sql", "yml", "txt"];
    for path in source::files(".") {
        let ending = path.rsplit('.').next().unwrap_or_default();
        if !endings.contains(&ending) && !path.starts_with(".ci/") {
            continue;
        }
        let Ok(bytes) = std::fs::read(source::root().join(&path)) else { continue };
        let text = String::from_utf8_lossy(&bytes);
        let home = homes.iter().find(|home| text.contains(home.as_str()));
        assert!(home.is_none(), "{path} names {home:?}, a folder of one machine");
    }
}

/// Where a value about a person may become a bare one, and what for. What is made there is shown
/// or sent, stands in rows that are made anew when the person is forgotten, or is compared.
const MAY_REVEAL: &[(&str, &str)] = &[
    (
        "core/src/parties/customer/profile.rs",
        "a profile is put together, and addresses are compared",
    ),
    ("core/src/parties/customer/query.rs", "index rows"),
    ("core/src/parties/technician/query.rs", "index rows"),
    ("core/src/parties/technician/decide.rs", "a calendar is known by its name"),
    ("core/src/parties/technician/event.rs", "a calendar is known by its name"),
    ("core/src/parties/technician/mod.rs", "busy times with the name of their calendar"),
    ("core/src/engine/query/availability.rs", "times are told with names and reasons, as read"),
    ("core/src/engine/query/slots.rs", "slots are told with the names of technicians, as read"),
    ("core/src/correspondence/mail/query.rs", "index rows"),
    ("core/src/correspondence/message/query.rs", "index rows"),
    ("core/src/correspondence/mail/mod.rs", "hashes of bytes"),
    ("core/src/billing/invoice/mod.rs", "hashes of bytes"),
    ("core/src/field/job_sheet/mod.rs", "hashes of bytes"),
    ("core/src/documents/rendering/mod.rs", "hashes of bytes"),
    ("core/src/correspondence/message/doors.rs", "whether an address can be written to"),
    (
        "core/src/billing/invoice/guard.rs",
        "which country's tax law holds, and whether the buyer's seat is said",
    ),
    ("core/src/documents/view/invoice.rs", "what is printed"),
    ("core/src/documents/view/job_sheet.rs", "what is printed"),
    ("core/src/engine/command/outside.rs", "an outside id, whether it is free"),
    ("core/src/nouns/record.rs", "what a host hangs on a record, in a state that is made anew"),
    ("core/src/engine/edge/papers.rs", "what is printed: a signature's picture, a painted page"),
    ("core/src/engine/edge/outbox.rs", "what is sent"),
    ("core/src/engine/query/calendar.rs", "what a calendar shows"),
    ("core/src/engine/edge/calendars/inward.rs", "whether a calendar is known by its name"),
    ("core/src/engine/command/facts/invoice.rs", "the buyer of an invoice, as one value about him"),
    ("core/src/engine/command/facts/addresses.rs", "addresses are compared"),
    ("core/src/engine/command/facts/technician.rs", "the reason of an absence in a clash"),
    ("core/src/engine/command/facts/visit.rs", "the title of an activity in a clash"),
    ("core/src/planning/activity/decide.rs", "what came late about a fault, as words of a note"),
    ("core/src/planning/activity/query.rs", "index rows"),
    ("core/src/assets/equipment/decide.rs", "the plate of a twin, in a refusal"),
    ("core/src/assets/equipment/mod.rs", "hashes of bytes"),
    ("core/src/field/report/mod.rs", "what a line is called, for who may read it"),
    ("core/src/parties/customer/mod.rs", "what a site or contact is called, for who may read it"),
    ("core/src/planning/activity/mod.rs", "what a fault is called, for who may read it"),
    ("core/src/assets/equipment/query.rs", "index rows"),
    ("core/src/planning/plan/query.rs", "index rows"),
    ("core/src/planning/task/query.rs", "index rows"),
    ("core/src/spine/reason/said.rs", "a reason in the reader's language"),
    ("core/src/workflow/draft_occurrence.rs", "what a plan has its activities say"),
];

#[test]
fn values_about_persons_become_bare_in_few_places() {
    let bare = |source: &source::Source| {
        [".reveal()", ".reveal_text()", "::reveal", ".words()", "::words"]
            .iter()
            .any(|way| source.code.contains(way))
    };
    let found = library().into_iter().filter(bare).map(|source| source.path);
    let broken: Vec<String> = found.collect();
    only("a bare value about a person needs a reason", &broken, MAY_REVEAL);
}
