//! Which steps of the lifecycles the cases take, and whether they lead where the tables say.

use callout::noun::Step;
use callout::{
    activity, equipment, invoice, job_sheet, mail, message, plan, report, task, technician, visit,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A noun, the state it was in, the verb, and the state it came to.
type Taken = (String, String, String, String);

/// What was taken so far.
#[derive(Default)]
pub struct Steps(BTreeSet<Taken>);

/// What no command of a case can do: a mailer answers when another attempt is under way
/// (`tests/engine_rules/attempts.rs`).
const ELSEWHERE: &[(&str, &str, &str, &str)] = &[("message", "sent", "record_bounce", "unknown")];

fn tables() -> BTreeSet<Taken> {
    let mut all = BTreeSet::new();
    add(&mut all, "activity", activity::LIFECYCLE);
    add(&mut all, "equipment", equipment::LIFECYCLE);
    add(&mut all, "invoice", invoice::LIFECYCLE);
    add(&mut all, "job_sheet", job_sheet::LIFECYCLE);
    add(&mut all, "mail", mail::LIFECYCLE);
    add(&mut all, "message", message::LIFECYCLE);
    add(&mut all, "plan", plan::LIFECYCLE);
    add(&mut all, "report", report::LIFECYCLE);
    add(&mut all, "task", task::LIFECYCLE);
    add(&mut all, "technician", technician::LIFECYCLE);
    add(&mut all, "visit", visit::LIFECYCLE);
    for (noun, from, verb, to) in ELSEWHERE {
        let step = (noun.to_string(), from.to_string(), verb.to_string(), to.to_string());
        assert!(all.remove(&step), "{step:?} is in the table");
    }
    all
}

/// Where a record stands, or each of its lines: by the line's id, or by nothing.
pub fn standing(noun: &str, state: &Value) -> BTreeMap<String, String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let one = |status: String| BTreeMap::from([(String::new(), status)]);
    match noun {
        "report" => {
            let lists =
                [&state["lines"], &state["removed"]].into_iter().filter_map(Value::as_array);
            lists.flatten().map(|line| (text(&line["id"]), text(&line["status"]))).collect()
        }
        "job_sheet" if !state["confirmed"].is_null() => one("confirmed".to_owned()),
        "job_sheet" => {
            let tried = state["signature"].as_object().and_then(|tried| tried.keys().next());
            let said = tried.cloned().unwrap_or_else(|| text(&state["signature"]));
            one(said.trim_end_matches("_with_reservation").to_owned())
        }
        "mail" => one(if state["filed_under"].is_null() { "unfiled" } else { "filed" }.to_owned()),
        "plan" if state["ended"] == true => one("ended".to_owned()),
        "plan" => one(if state["paused"] == true { "paused" } else { "active" }.to_owned()),
        _ => state["status"].as_str().map(|status| one(status.to_owned())).unwrap_or_default(),
    }
}

/// Nouns with a table.
pub fn has_table(noun: &str) -> bool {
    tables().iter().any(|(of, ..)| of == noun)
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
