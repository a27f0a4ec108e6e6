//! Who may ask what of whom: every command and every question, by every role, about what is his
//! own, what was, what is somebody else's, another company's, and what is not there. What is
//! hidden must answer as what is not there does: code, details, rows, and how much the store was
//! asked.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

mod rights {
    pub mod dry;
    pub mod scene;
    pub mod walk;

    /// All nouns.
    pub const NOUNS: &[&str] = &[
        "company",
        "series",
        "customer",
        "equipment_type",
        "equipment",
        "technician",
        "activity",
        "task",
        "plan",
        "visit",
        "report",
        "job_sheet",
        "price_list",
        "ledger",
        "invoice",
        "rendering",
        "message",
        "mail",
    ];
}

use callout::access::{Actor, GRANTS, Reach};
use callout::engine::read;
use callout::error::Error;
use callout::port::renderer::Format;
use callout::rendering::Page;
use rights::scene::{Absent, Foreign, Former, Others, Own, RELATIONS, Relation, Scene, TECHNICIAN};
use rights::{NOUNS, walk};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use support::id_of;
use uuid::Uuid;

/// What came of one question.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    /// `ok` with what was recorded or shown, or the code with its details.
    what: String,
    /// Whether it was denied for want of a right.
    denied: bool,
    /// How much the store was asked.
    asked: u64,
}

struct Walk {
    scene: Scene,
    actors: Vec<Actor>,
    cells: u64,
    wrong: Vec<String>,
}

fn named(value: &Value, ids: &BTreeMap<&'static str, Value>) -> Value {
    match value {
        Value::String(text) => match text.strip_prefix('@') {
            Some(name) => ids.get(name).unwrap_or_else(|| panic!("{name} has no id")).clone(),
            None => value.clone(),
        },
        Value::Array(all) => all.iter().map(|value| named(value, ids)).collect(),
        Value::Object(all) => {
            let all = all.iter().map(|(key, value)| (key.clone(), named(value, ids)));
            Value::Object(all.collect())
        }
        other => other.clone(),
    }
}

/// The names of things that a command or question names.
fn names(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.extend(text.strip_prefix('@').map(str::to_owned)),
        Value::Array(all) => all.iter().for_each(|value| names(value, found)),
        Value::Object(all) => all.values().for_each(|value| names(value, found)),
        _ => {}
    }
}

impl Walk {
    fn new() -> Walk {
        let scene = Scene::new();
        let novak = id_of(TECHNICIAN);
        let actors = ["manager", "technician", "back_office", "reader", "own", "blind", "nobody"]
            .map(|role| Actor { id: novak, role: role.to_owned() });
        scene.store.dry();
        Walk { scene, actors: actors.to_vec(), cells: 0, wrong: Vec::new() }
    }

    /// What was told, with names in place of what differs between the relations by itself.
    fn told(&mut self, relation: Relation, answer: Result<Value, Error>) -> Told {
        let asked = self.scene.store.asked();
        self.cells += 1;
        let (what, denied) = match answer {
            Ok(said) => (format!("ok {said}"), false),
            Err(error) => {
                let denied = ["ACCESS-ROLE-01", "ACCESS-OWN-01"].contains(&error.code());
                (format!("{} {}", error.code(), json!(error.details())), denied)
            }
        };
        let ids = &self.scene.ids[&relation];
        let what = ids.iter().fold(what, |what, (name, id)| {
            let id = id.as_str().unwrap_or_default();
            what.replace(id, &format!("@{name}"))
        });
        Told { what, denied, asked }
    }

    fn command(&mut self, who: &Actor, verb: &str, target: Relation, body: Relation) -> Told {
        let (noun, creates) = walk::target_of(verb);
        let ids = &self.scene.ids;
        let id =
            if noun == "company" { ids[&Own][noun].clone() } else { ids[&target][noun].clone() };
        let company = rights::scene::company();
        let version = self.scene.version(company, noun, &id).unwrap_or(1);
        let (family, name) = verb.split_once('.').unwrap();
        let command = json!({family: {name: named(&walk::body(verb), &ids[&body])}});
        let fresh = json!(Uuid::now_v7());
        let at = if creates { &fresh } else { &id };
        let request = Scene::request(company, who, Some(at), Some(version), &command);
        self.scene.store.asked();
        let answer = self.scene.engine.execute(&request).map(|receipt| {
            receipt
                .events
                .iter()
                .map(|event| json!(format!("{}.{}", event.noun, event.event)))
                .collect()
        });
        let mut told = self.told(body, answer);
        told.what = told.what.replace(fresh.as_str().unwrap(), "@fresh");
        if body != target {
            for (name, id) in &self.scene.ids[&target] {
                told.what = told.what.replace(id.as_str().unwrap(), &format!("@own_{name}"));
            }
        }
        told
    }

    fn question(&mut self, who: &Actor, question: &Value, relation: Relation) -> Told {
        let query = named(question, &self.scene.ids[&relation]);
        let question = json!({"company": rights::scene::company(), "actor": who, "query": query});
        let question = read(question.to_string().as_bytes()).expect("a question");
        self.scene.store.asked();
        let answer = self.scene.engine.query(&question);
        let answer = answer.map(|answer| serde_json::to_value(answer).unwrap());
        self.told(relation, answer)
    }

    fn calls(&mut self, who: &Actor, relation: Relation) -> Vec<(&'static str, Told)> {
        let company = rights::scene::company();
        let id = |walk: &Walk, name: &str| -> Uuid {
            serde_json::from_value(walk.scene.ids[&relation][name].clone()).unwrap()
        };
        let mut all = Vec::new();
        for (call, name) in [("render a sheet", "job_sheet"), ("render an invoice", "invoice")] {
            let page = Page { document: id(self, name), version: 1, format: Format::Docx };
            self.scene.store.asked();
            let answer = self.scene.engine.render(company, who, &page);
            all.push((call, self.told(relation, answer.map(|file| json!(file.recorded)))));
        }
        let visit = id(self, "visit");
        self.scene.store.asked();
        let entry = self.scene.engine.session(company, who.clone()).calendar_entry(visit, None);
        all.push(("calendar entry", self.told(relation, entry.map(|entry| json!(entry.uid)))));
        let hash = serde_json::from_value(self.scene.ids[&relation]["photo"].clone()).unwrap();
        self.scene.store.asked();
        let blob = self.scene.engine.session(company, who.clone()).blob(&hash);
        let mut blob = self.told(relation, blob.map(|bytes| json!(bytes.len())));
        // Nobody knows a hash of bytes that he has not seen: how many name them tells nothing.
        blob.asked = 0;
        all.push(("blob", blob));
        all
    }

    fn reach(&self, who: &Actor, verb: &str) -> Reach {
        callout::access::reach(&who.role, verb).unwrap_or_else(|| match who.role.as_str() {
            "own" if rights::scene::has("own", verb) => Reach::Own,
            "blind" if rights::scene::has("blind", verb) => Reach::All,
            _ => Reach::No,
        })
    }

    fn same(&mut self, who: &Actor, what: &str, one: (&str, &Told), other: (&str, &Told)) {
        if one.1 == other.1 {
            return;
        }
        let cut = |told: &Told| told.what.chars().take(200).collect::<String>();
        self.wrong.push(format!(
            "{} {what}: {} {} ({} questions), {} {} ({} questions)",
            who.role,
            one.0,
            cut(one.1),
            one.1.asked,
            other.0,
            cut(other.1),
            other.1.asked
        ));
    }
}

/// What who was on it may still say: what he did then, and the signature under a sheet that names
/// him (R3).
fn may_finish(verb: &str) -> bool {
    verb.starts_with("report.")
        || matches!(verb, "activity.add_note" | "activity.add_fault" | "activity.update_fault")
        || (verb.starts_with("visit.") && !matches!(verb, "visit.plan" | "visit.read"))
        || (verb.starts_with("job_sheet.") && verb != "job_sheet.regenerate")
}

#[test]
fn what_is_hidden_answers_as_what_is_not_there() {
    let mut walk = Walk::new();
    for who in walk.actors.clone() {
        for grant in GRANTS.iter().filter(|grant| walk::is_command(grant.verb)) {
            let verb = grant.verb;
            let told: BTreeMap<Relation, Told> = RELATIONS
                .map(|relation| (relation, walk.command(&who, verb, relation, relation)))
                .into();
            let reach = walk.reach(&who, verb);
            let mut beside = Vec::new();
            names(&walk::body(verb), &mut beside);
            let reads = |name: &String| {
                let noun = match name.as_str() {
                    "site" | "contact" => "customer",
                    "fault" => "activity",
                    "line" | "decided" | "reading" => "report",
                    // A hash is known to who has had the bytes.
                    "content" | "photo" => return true,
                    other => other,
                };
                walk.reach(&who, &format!("{noun}.read")) == Reach::All
            };
            let (told_beside, hidden_beside) =
                (beside.iter().any(reads), beside.iter().any(|name| !reads(name)));
            walk.same(&who, verb, ("foreign", &told[&Foreign]), ("absent", &told[&Absent]));
            let (_, creates) = walk::target_of(verb);
            let open = creates && told_beside;
            if reach != Reach::All && !open {
                walk.same(&who, verb, ("others", &told[&Others]), ("absent", &told[&Absent]));
            }
            if reach == Reach::No || (reach == Reach::Own && !open && !may_finish(verb)) {
                walk.same(&who, verb, ("former", &told[&Former]), ("absent", &told[&Absent]));
            }
            if reach == Reach::No {
                walk.same(&who, verb, ("own", &told[&Own]), ("absent", &told[&Absent]));
                assert!(told[&Own].denied, "{} {verb} {:?}", who.role, told[&Own]);
            }
            // A right that can be given for one's own reaches something.
            if reach == Reach::Own && told[&Own].denied {
                walk.wrong.push(format!("{} {verb} reaches nothing of his own", who.role));
            }
            // The same of what a command of his own names beside.
            if hidden_beside && !told_beside && reach == Reach::Own {
                let others = walk.command(&who, verb, Own, Others);
                let absent = walk.command(&who, verb, Own, Absent);
                let what = format!("{verb} beside");
                walk.same(&who, &what, ("others", &others), ("absent", &absent));
            }
        }
        for question in walk::questions() {
            let what = question.to_string();
            let told: BTreeMap<Relation, Told> = RELATIONS
                .map(|relation| (relation, walk.question(&who, &question, relation)))
                .into();
            walk.same(&who, &what, ("foreign", &told[&Foreign]), ("absent", &told[&Absent]));
            let noun = NOUNS.iter().find(|noun| question.get(**noun).is_some());
            let verb = noun.map_or("timeline.read".to_owned(), |noun| format!("{noun}.read"));
            let verb =
                if question.get("tree").is_some() { "customer.read".to_owned() } else { verb };
            let verb =
                if question.get("record").is_some() { "equipment.read".to_owned() } else { verb };
            if noun.is_some() && walk.reach(&who, &verb) == Reach::Own && told[&Own].denied {
                walk.wrong.push(format!("{} {what} reaches nothing of his own", who.role));
            }
            if walk.reach(&who, &verb) != Reach::All {
                walk.same(&who, &what, ("others", &told[&Others]), ("absent", &told[&Absent]));
                walk.same(&who, &what, ("former", &told[&Former]), ("absent", &told[&Absent]));
            }
        }
        let told = RELATIONS.map(|relation| (relation, walk.calls(&who, relation)));
        let told: BTreeMap<Relation, Vec<(&str, Told)>> = told.into();
        for at in 0..told[&Own].len() {
            let of = |relation: Relation| told[&relation][at].1.clone();
            let what = told[&Own][at].0;
            walk.same(&who, what, ("foreign", &of(Foreign)), ("absent", &of(Absent)));
            let noun = ["job_sheet", "invoice", "visit", "equipment"][at];
            if walk.reach(&who, &format!("{noun}.read")) != Reach::All {
                walk.same(&who, what, ("others", &of(Others)), ("absent", &of(Absent)));
                walk.same(&who, what, ("former", &of(Former)), ("absent", &of(Absent)));
            }
        }
    }
    println!("{} cells: {} roles, {} relations", walk.cells, walk.actors.len(), RELATIONS.len());
    assert!(walk.cells > 4_000, "{} cells", walk.cells);
    assert!(walk.wrong.is_empty(), "{} told apart:\n{}", walk.wrong.len(), walk.wrong.join("\n"));
}

/// The bytes that a sheet's hash is over say what it says, prices too.
#[test]
fn no_hash_leads_to_prices() {
    let walk = Walk::new();
    let hash = serde_json::from_value(walk.scene.ids[&Own]["content"].clone()).unwrap();
    for (role, sees) in
        [("manager", true), ("technician", true), ("back_office", true), ("reader", false)]
    {
        let who = Actor { id: id_of(TECHNICIAN), role: role.to_owned() };
        let bytes = walk.scene.engine.session(rights::scene::company(), who.clone()).blob(&hash);
        assert_eq!(bytes.is_ok(), sees, "{role} {bytes:?}");
        if let Ok(bytes) = bytes {
            assert!(String::from_utf8(bytes).unwrap().contains("890.00"), "{role}");
        }
    }
}
