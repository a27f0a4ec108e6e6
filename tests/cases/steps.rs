//! Which steps of the lifecycles the cases take, and whether they lead where the tables say.

use callout::noun::Step;
use callout::{activity, equipment, invoice, task, technician, visit};
use std::collections::BTreeSet;

/// A noun, the state it was in, the verb, and the state it came to.
type Taken = (String, String, String, String);

/// What was taken so far.
#[derive(Default)]
pub struct Steps(BTreeSet<Taken>);

/// Nouns with a status: `tests/generated/lifecycles.rs` holds that none is missing there.
pub const NOUNS: &[&str] = &["activity", "equipment", "invoice", "task", "technician", "visit"];

fn tables() -> BTreeSet<Taken> {
    let mut all = BTreeSet::new();
    add(&mut all, NOUNS[0], activity::LIFECYCLE);
    add(&mut all, NOUNS[1], equipment::LIFECYCLE);
    add(&mut all, NOUNS[2], invoice::LIFECYCLE);
    add(&mut all, NOUNS[3], task::LIFECYCLE);
    add(&mut all, NOUNS[4], technician::LIFECYCLE);
    add(&mut all, NOUNS[5], visit::LIFECYCLE);
    all
}

fn add<S: Copy + Into<&'static str>>(all: &mut BTreeSet<Taken>, noun: &str, table: &[Step<S>]) {
    for step in table {
        let (from, to): (&str, &str) = (step.from.into(), step.to.into());
        all.insert((noun.to_owned(), from.to_owned(), step.verb.to_owned(), to.to_owned()));
    }
}

impl Steps {
    /// Notes a command that changed something.
    pub fn take(&mut self, noun: &str, from: String, verb: &str, to: String) {
        self.0.insert((noun.to_owned(), from, verb.to_owned(), to));
    }

    /// Every step of every table was taken, and none that stands in no table.
    pub fn assert_complete(&self) {
        let tables = tables();
        let list = |steps: Vec<&Taken>| {
            let shown = |(noun, from, verb, to): &Taken| format!("{noun}: {from} {verb} {to}");
            steps.into_iter().map(shown).collect::<Vec<_>>().join("\n  ")
        };
        let missed = list(tables.difference(&self.0).collect());
        assert!(missed.is_empty(), "no case takes these steps:\n  {missed}");
        let unknown = list(self.0.difference(&tables).collect());
        assert!(unknown.is_empty(), "these steps stand in no table:\n  {unknown}");
    }
}
