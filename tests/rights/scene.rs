//! What there is to walk through: the same things five times, each time in another relation to
//! the same technician.

use crate::rights::dry::Dry;
use crate::support::{TestClock, id_of, world};
use callout::access::Actor;
use callout::adapters::store::memory::MemoryStore;
use callout::adapters::system::SystemIds;
use callout::engine::{Engine, Request, read};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// How what is asked for stands to the technician.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// He is on it.
    Own,
    /// He was on it, and was taken off.
    Former,
    /// Somebody else's.
    Others,
    /// Another company's.
    Foreign,
    /// Nothing has the id.
    Absent,
}

pub use Relation::{Absent, Foreign, Former, Others, Own};

pub const RELATIONS: [Relation; 5] = [Own, Former, Others, Foreign, Absent];

/// The technician, and the other one.
pub const TECHNICIAN: &str = "novak";
const OTHER: &str = "kral";
/// The other company's.
const STRANGE: &str = "cizinec";

pub struct Scene {
    pub engine: Engine,
    pub store: Arc<Dry>,
    /// Names of things to ids, in each relation.
    pub ids: BTreeMap<Relation, BTreeMap<&'static str, Value>>,
}

fn address(street: &str) -> Value {
    json!({"street": street, "city": "Brno", "postal_code": "602 00", "country": "CZ"})
}

fn wall(time: &str) -> Value {
    json!({"local": time, "zone": "Europe/Prague"})
}

/// The seller that is asked, and one that shares its store.
pub fn company() -> Uuid {
    world::company()
}

fn stranger() -> Uuid {
    id_of("cizi")
}

/// Whether one of the two roles of its own has a right: everything that may reach to one's own, and
/// everything but to read.
pub fn has(role: &str, verb: &str) -> bool {
    match role {
        "own" => !callout::access::is_whole(verb),
        _ => !verb.ends_with(".read") && verb != "mail.receive",
    }
}

impl Scene {
    pub fn new() -> Scene {
        let store = Dry::new(Arc::new(MemoryStore::new()));
        let clock = TestClock::at("2026-10-14T08:00:00+02:00");
        let engine = Engine::new(store.clone(), Arc::new(clock), Arc::new(SystemIds));
        let mut scene = Scene { engine: callout::equipped(engine), store, ids: BTreeMap::new() };
        scene.found(company(), [TECHNICIAN, OTHER]);
        scene.found(stranger(), [STRANGE, "jiny"]);
        for (relation, company, technician) in [
            (Own, company(), TECHNICIAN),
            (Former, company(), TECHNICIAN),
            (Others, company(), OTHER),
            (Foreign, stranger(), STRANGE),
        ] {
            let ids = scene.furnish(relation, company, technician);
            scene.ids.insert(relation, ids);
        }
        let absent = scene.ids[&Own].keys().map(|name| (*name, nowhere(name))).collect();
        scene.ids.insert(Absent, absent);
        scene
    }

    /// Somebody asks; the version is the one that stands.
    pub fn request(
        company: Uuid,
        who: &Actor,
        target: Option<&Value>,
        expected: Option<u64>,
        command: &Value,
    ) -> Request {
        let request = json!({"id": Uuid::now_v7(), "company": company, "actor": who,
            "target": target, "expected": expected, "command": command});
        read(request.to_string().as_bytes()).unwrap_or_else(|why| panic!("{command}: {why}"))
    }

    /// A manager says something; the id of what it was said to.
    fn say(&self, company: Uuid, what: &str, target: Option<Uuid>, body: &Value) -> Uuid {
        let (noun, verb) = what.split_once('.').expect("noun.verb");
        let target = target.map(|id| json!(id));
        let noun_of = body.get("noun").and_then(Value::as_str).unwrap_or(noun);
        let version = target.as_ref().and_then(|id| self.version(company, noun_of, id));
        let command = json!({noun: {verb: body}});
        let manager = world::manager();
        let request = Scene::request(company, &manager, target.as_ref(), version, &command);
        let receipt = self.engine.execute(&request);
        receipt.unwrap_or_else(|why| panic!("{what}: {why:?}")).target
    }

    /// What stands, as the manager of its company sees it.
    pub fn version(&self, company: Uuid, noun: &str, id: &Value) -> Option<u64> {
        self.see(company, noun, id).and_then(|view| view["version"].as_u64())
    }

    fn see(&self, company: Uuid, noun: &str, id: &Value) -> Option<Value> {
        let question = json!({"company": company, "actor": world::manager(),
            "query": {noun: {"get": {"id": id}}}});
        let question = read(question.to_string().as_bytes()).expect("a question");
        let answer = self.engine.query(&question).ok()?;
        Some(serde_json::to_value(answer).expect("JSON"))
    }

    fn part(&self, company: Uuid, noun: &str, id: Uuid, pointer: &str) -> Value {
        let view = self.see(company, noun, &json!(id)).expect(noun);
        view["state"].pointer(pointer).unwrap_or_else(|| panic!("{pointer} of {view}")).clone()
    }

    fn found(&self, company: Uuid, technicians: [&str; 2]) {
        let profile = json!({"name": "Servis Modrý Klíč", "registration_number": "58100075",
            "vat_id": "CZ58100075", "address": address("Klíčová 12"),
            "iban": "CZ6508000000192000145399", "email": "servis@modry-klic.example"});
        let settings = json!({"four_eyes": false, "job_sheet_prices": true,
            "vat_since": [{"from": "2009-05-01", "registration": "payer"}]});
        let founded = json!({"profile": profile, "settings": settings});
        self.say(company, "company.create", Some(company), &founded);
        let items = json!({"labour": {"name": "Práce", "unit": "hour", "price": "890.00"}});
        let list = json!({"name": "Ceník 2026", "currency": "CZK", "valid_from": "2026-01-01",
            "items": items});
        self.say(company, "price_list.publish", Some(id_of("prices")), &list);
        for technician in technicians {
            let person = json!({"name": technician, "email": format!("{technician}@x.example")});
            self.say(company, "technician.create", Some(id_of(technician)), &person);
        }
        for (role, reach) in [("own", "own"), ("blind", "all")] {
            let verbs: BTreeMap<&str, &str> = callout::access::GRANTS
                .iter()
                .map(|grant| grant.verb)
                .filter(|verb| has(role, verb))
                .map(|verb| (verb, reach))
                .collect();
            let role = json!({"role": role, "permissions": verbs});
            self.say(company, "company.define_role", Some(company), &role);
        }
    }

    /// All that there is of one relation.
    #[allow(clippy::too_many_lines, reason = "a list of things")]
    fn furnish(
        &self,
        relation: Relation,
        company: Uuid,
        technician: &str,
    ) -> BTreeMap<&'static str, Value> {
        let n = |name: &str| id_of(&format!("{relation:?} {name}"));
        let say = |what: &str, name: &str, body: Value| {
            self.say(company, what, Some(n(name)), &body);
        };
        let who = id_of(technician);
        say(
            "customer.create",
            "customer",
            json!({"name": format!("Kovo {relation:?} s.r.o."),
            "address": address("Krátká 2"), "emails": ["ucetni@kovo.example"]}),
        );
        say("customer.add_site", "customer", json!({"name": "Hala", "address": address("A 1")}));
        say("customer.add_contact", "customer", json!({"name": "Jana Hrušková"}));
        say("equipment_type.create", "type", json!({"name": "Kompresor", "fields": []}));
        let card = json!({"name": "Kompresor", "equipment_type": n("type")});
        let machine = json!({"customer": n("customer"), "card": card});
        say("equipment.create", "equipment", machine);
        let photo = self.blob(company, format!("GIF89a {relation:?}").as_bytes());
        let photo = json!({"content": photo, "name": "a.gif", "media_type": "image/gif"});
        say("equipment.add_photo", "equipment", photo.clone());
        let link = |noun: &str, name: &str| {
            let body =
                json!({"noun": noun, "system": "erp", "value": format!("{relation:?} {noun}")});
            self.say(company, "record.link", Some(n(name)), &body);
        };
        link("equipment", "equipment");
        say(
            "activity.create",
            "activity",
            json!({"kind": "one_off", "customer": n("customer"),
            "title": "Kompresor neběží", "equipment": n("equipment")}),
        );
        say("activity.open", "activity", json!({}));
        say("activity.assign", "activity", json!({"technicians": [who]}));
        say("activity.add_fault", "activity", json!({"symptom": "Vypíná se."}));
        link("activity", "activity");
        let day = match relation {
            Own => 19,
            Former => 20,
            Others => 21,
            _ => 22,
        };
        say(
            "visit.plan",
            "visit",
            json!({"activity": n("activity"), "technician": who,
            "starts": wall(&format!("2026-10-{day}T08:00:00")),
            "ends": wall(&format!("2026-10-{day}T10:00:00"))}),
        );
        let line = json!({"kind": "labour", "code": "labour", "name": "Práce", "unit": "hour"});
        for _ in 0..2 {
            let line = json!({"content": line, "quantity": "1"});
            say("report.report_line", "activity", line);
        }
        let reading = json!({"parameter": "Motohodiny", "value": "18420", "unit": "h"});
        say("report.record_reading", "activity", reading);
        say("job_sheet.generate", "sheet", json!({"activity": n("activity")}));
        let line_of =
            |at: u8| self.part(company, "report", n("activity"), &format!("/lines/{at}/id"));
        say("report.approve", "activity", json!({"line": line_of(0)}));
        say("report.release", "activity", json!({}));
        say("invoice.draft", "invoice", json!({"activities": [n("activity")]}));
        let template = json!({"title": "Prohlídka", "customer": n("customer")});
        say(
            "plan.create",
            "plan",
            json!({"template": template,
            "rule": "FREQ=MONTHLY;INTERVAL=6", "starts": wall("2026-10-31T08:00:00")}),
        );
        let task = json!({"task": {"create": {"title": "Vzít filtr",
            "about": {"customer": n("customer")}}}});
        // A task is its holder's; who was on an activity has lost none.
        let holder = Actor::manager(if relation == Own { who } else { id_of(OTHER) });
        let target = json!(n("task"));
        let add = Scene::request(company, &holder, Some(&target), None, &task);
        self.engine.execute(&add).expect("a task");
        let mail = self.mail(company, relation);
        let under = json!({"under": {"activity": n("activity")}});
        self.say(company, "mail.file", Some(mail), &under);
        if relation == Former {
            let other = id_of(OTHER);
            let move_to = json!({"technician": other, "starts": wall("2026-10-23T08:00:00"),
                "ends": wall("2026-10-23T10:00:00")});
            say("activity.assign", "activity", json!({"technicians": [who, other], "lead": who}));
            say("visit.move", "visit", move_to);
            say("activity.assign", "activity", json!({"technicians": [other]}));
        }
        let at = |noun: &str, name: &str, pointer: &str| self.part(company, noun, n(name), pointer);
        BTreeMap::from([
            ("customer", json!(n("customer"))),
            ("site", at("customer", "customer", "/sites/0/id")),
            ("contact", at("customer", "customer", "/contacts/0/id")),
            ("equipment_type", json!(n("type"))),
            ("equipment", json!(n("equipment"))),
            ("photo", photo["content"].clone()),
            ("activity", json!(n("activity"))),
            ("report", json!(n("activity"))),
            ("ledger", json!(n("activity"))),
            ("fault", at("activity", "activity", "/faults/0/id")),
            ("visit", json!(n("visit"))),
            ("line", line_of(1)),
            ("decided", line_of(0)),
            ("reading", at("report", "activity", "/readings/0/id")),
            ("job_sheet", json!(n("sheet"))),
            ("content", at("job_sheet", "sheet", "/content_hash")),
            ("invoice", json!(n("invoice"))),
            ("plan", json!(n("plan"))),
            ("task", json!(n("task"))),
            ("mail", json!(mail)),
            ("technician", json!(if relation == Former { id_of(OTHER) } else { who })),
            ("price_list", json!(n("prices"))),
            ("message", json!(n("message"))),
            ("rendering", json!(n("rendering"))),
            ("series", json!(n("series"))),
            ("company", json!(company)),
            ("outside", json!(format!("{relation:?} equipment"))),
        ])
    }

    fn mail(&self, company: Uuid, relation: Relation) -> Uuid {
        let text = format!(
            "From: jana@kovo.example\r\nTo: servis@modry-klic.example\r\nSubject: {relation:?}\r\n\
             Message-ID: <{relation:?}@kovo.example>\r\n\r\nNeběží.\r\n"
        );
        let mail = callout::adapters::mail::eml::read(text.as_bytes()).expect("a mail");
        let received = self.engine.receive(company, &world::manager(), text.as_bytes(), mail);
        received.expect("taken").receipt.target
    }

    pub fn blob(&self, company: Uuid, bytes: &[u8]) -> Value {
        json!(self.engine.put_blob(company, &world::manager(), bytes).expect("a blob"))
    }
}

/// What is nowhere, of the same kind.
fn nowhere(name: &str) -> Value {
    match name {
        "photo" | "content" => json!(callout::journal::Hash::of(name.as_bytes())),
        "outside" => json!("Nowhere equipment"),
        other => json!(id_of(&format!(
            "nowhere {}",
            if matches!(other, "report" | "ledger") { "activity" } else { other }
        ))),
    }
}
