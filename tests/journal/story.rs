//! A small whole story in which everything happens that can happen.

use super::teller::Teller;
use crate::support::{id_of, world};
use callout::access::Actor;
use callout::port::renderer::Format;
use callout::port::store::Store;
use callout::rendering::Page;
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

const MAIL: &[u8] = "From: Jana Hrušková <jana@kovo-hruska.example>\r\n\
    To: servis@modry-klic.example\r\nSubject: Kompresor neběží\r\n\
    Message-ID: <a1@kovo-hruska.example>\r\nDate: Fri, 2 Oct 2026 07:00:00 +0200\r\n\
    Content-Type: text/plain; charset=utf-8\r\n\r\nDobrý den, kompresor neběží.\r\n"
    .as_bytes();

const SIGNATURE: &[u8] = include_bytes!("../../examples/service_call/signature.png");

/// Tells it to a store; who told it knows the engine and what was asked.
pub fn tell(store: Arc<dyn Store>) -> Teller {
    let teller = Teller::new(store);
    company(&teller);
    parties(&teller);
    machines(&teller);
    mail_and_activity(&teller);
    visits(&teller);
    reports(&teller);
    sheets(&teller);
    approval(&teller);
    money(&teller);
    plans_and_tasks(&teller);
    endings(&teller);
    world::assert_clean(&teller.engine);
    teller
}

fn address(street: &str) -> Value {
    json!({"street": street, "city": "Brno", "postal_code": "602 00", "country": "CZ"})
}

fn wall(time: &str) -> Value {
    json!({"local": time, "zone": "Europe/Prague"})
}

fn company(t: &Teller) {
    let profile = json!({"name": "Servis Modrý Klíč", "registration_number": "58100075",
        "vat_id": "CZ58100075", "address": address("Klíčová 12"),
        "email": "servis@modry-klic.example"});
    let settings = json!({"zone": "Europe/Prague", "four_eyes": false,
        "vat_since": [{"from": "2009-05-01", "registration": "payer"}]});
    t.tell("company.create", "servis", json!({"profile": profile, "settings": settings}));
    t.tell("company.update", "servis", json!({"settings": {"payment_days": 21}}));
    let verbs =
        json!({"role": "dispatcher", "permissions": {"visit.plan": "all", "visit.read": "all"}});
    t.tell("company.define_role", "servis", verbs);
    t.tell("company.drop_role", "servis", json!({"role": "dispatcher"}));
    let item =
        |name: &str, unit: &str, price: &str| json!({"name": name, "unit": unit, "price": price});
    let items = json!({"labour": item("Práce", "hour", "890.00")});
    t.tell(
        "price_list.publish",
        "prices",
        json!({"name": "Ceník 2026", "currency": "CZK",
        "valid_from": "2026-01-01", "items": items}),
    );
    let more = json!({"filter": item("Filtr", "piece", "1249.90"),
        "km": item("Cestovné", "kilometre", "14.50")});
    t.tell("price_list.set_items", "prices", json!({"items": more}));
}

fn parties(t: &Teller) {
    t.tell("technician.create", "vrana", json!({"name": "Karel Vrána"}));
    t.tell("technician.update", "vrana", json!({"phone": "+420700000201"}));
    let hours = json!([{"weekday": "monday", "from": "07:00:00", "to": "17:00:00"}]);
    t.tell("technician.set_hours", "vrana", json!({"hours": hours}));
    let until_noon = json!([{"from": "07:00:00", "to": "12:00:00"}]);
    t.tell("technician.set_day", "vrana", json!({"date": "2026-12-31", "hours": until_noon}));
    let skills = json!([{"name": "F-plyny", "until": "2028-03-31"}]);
    t.tell("technician.set_skills", "vrana", json!({"skills": skills}));
    let busy = json!([{"from": "2026-12-21T08:00:00Z", "to": "2026-12-21T09:00:00Z"}]);
    t.tell("technician.set_busy", "vrana", json!({"calendar": "soukromý", "busy": busy}));
    let away = json!({"from": "2026-12-24T00:00:00", "to": "2026-12-26T00:00:00",
        "reason": "Vánoce"});
    t.tell("technician.add_absence", "vrana", away);
    let absence = t.see_id("technician", "vrana", "/absences/0/id");
    t.tell("technician.remove_absence", "vrana", json!({"absence": absence}));
    t.tell("technician.create", "kos", json!({"name": "Petr Kos"}));
    t.tell("technician.deactivate", "kos", json!({}));
    t.tell("technician.reactivate", "kos", json!({}));

    t.tell(
        "customer.create",
        "kovo",
        json!({"name": "KOVO Hruška s.r.o.",
        "registration_number": "59610000", "address": address("Krátká 2"),
        "emails": ["ucetni@kovo-hruska.example"]}),
    );
    t.tell("customer.update", "kovo", json!({"language": "cs"}));
    t.tell(
        "customer.add_site",
        "kovo",
        json!({"name": "Hala", "address": address("Dlouhá 3"), "region": "Praha"}),
    );
    let site = t.see_id("customer", "kovo", "/sites/0/id");
    t.tell("customer.update_site", "kovo", json!({"site": site, "name": "Hala 1"}));
    let contact = json!({"name": "Jana Hrušková", "email": "jana@kovo-hruska.example"});
    t.tell("customer.add_contact", "kovo", contact);
    let contact = t.see_id("customer", "kovo", "/contacts/0/id");
    let change = json!({"contact": contact, "phone": "+420700000301"});
    t.tell("customer.update_contact", "kovo", change);
}

fn machines(t: &Teller) {
    let field = json!([{"key": "power_kw", "label": "Příkon", "kind": "number", "unit": "kW"}]);
    t.tell("equipment_type.create", "type", json!({"name": "Kompresor", "fields": []}));
    t.tell("equipment_type.update", "type", json!({"fields": field}));
    let card = |name: &str| json!({"name": name, "equipment_type": id_of("type")});
    let create = json!({"customer": id_of("kovo"), "card": card("Kompresor")});
    t.tell("equipment.create", "machine", create);
    t.tell("equipment.update_card", "machine", json!({"name": "Kompresor GA 11"}));
    t.tell("equipment.set_fields", "machine", json!({"values": {"power_kw": "11"}}));
    let dates = json!({"manufactured": "2024-01-10", "commissioned": "2024-05-03"});
    t.tell("equipment.set_dates", "machine", dates);
    let terms = json!({"starts_from": "commissioned", "months": 24});
    t.tell("equipment.set_warranty", "machine", json!({"terms": terms}));
    let photo = json!({"content": t.blob(SIGNATURE), "name": "štítek.png",
        "media_type": "image/png"});
    t.tell("equipment.add_photo", "machine", photo);
    t.tell("equipment.create", "wreck", json!({"customer": id_of("kovo"), "card": card("Vrak")}));
    t.tell("equipment.scrap", "wreck", json!({"reason": "Shořel."}));
    t.tell("equipment.restore", "wreck", json!({"reason": "Jen očouzený."}));
    t.tell("equipment.scrap", "wreck", json!({"reason": "Shořel."}));
    let noun = |mut body: Value| {
        body["noun"] = json!("equipment");
        body
    };
    t.tell("record.link", "machine", noun(json!({"system": "sap", "value": "4711"})));
    t.tell("record.unlink", "machine", noun(json!({"system": "sap"})));
    t.tell("record.link", "machine", noun(json!({"system": "erp", "value": "M-1"})));
    t.tell("record.extend", "machine", noun(json!({"namespace": "erp", "json": "{\"a\":1}"})));
}

/// An open activity with Vrána on it.
fn open(t: &Teller, name: &str, title: &str) {
    let draft = json!({"kind": "one_off", "customer": id_of("kovo"), "title": title,
        "equipment": id_of("machine")});
    t.tell("activity.create", name, draft);
    t.tell("activity.open", name, json!({}));
    t.tell("activity.assign", name, json!({"technicians": [id_of("vrana")]}));
}

fn mail_and_activity(t: &Teller) {
    t.at("2026-10-02T09:00:00+02:00");
    let mail = t.receive(MAIL);
    let file =
        |under: Value| t.tell_to(&world::manager(), "mail.file", mail, json!({"under": under}));
    file(json!({"customer": id_of("kovo")}));
    t.tell_to(&world::manager(), "mail.unfile", mail, json!({}));
    open(t, "job", "Kompresor neběží");
    file(json!({"activity": id_of("job")}));
    t.tell("activity.update", "job", json!({"description": "Poptávka e-mailem."}));
    let deadline = json!({"at": "2026-12-18T12:00:00Z", "rule": "Smlouva: do pěti dnů"});
    t.tell("activity.require", "job", json!({"priority": "high", "deadline": deadline}));
    t.tell("activity.add_note", "job", json!({"text": "Hlásit se u mistra."}));
    t.tell("activity.add_fault", "job", json!({"symptom": "Vypíná se."}));
    let fault = t.see_id("activity", "job", "/faults/0/id");
    t.tell("activity.update_fault", "job", json!({"fault": fault, "cause": "Filtr."}));
    open(t, "refused", "Sušička syčí");
    open(t, "absent", "Odvaděč kape");
    open(t, "dropped", "Omyl");
    t.tell("activity.cancel", "dropped", json!({"reason": "Zadáno dvakrát."}));
    let earlier = json!({"reported_at": "2026-10-01T17:00:00+02:00", "reason": "Volal včera."});
    t.tell("activity.correct_reported_at", "job", earlier);
    open(t, "mistaken", "Omylem u KOVO");
    let hours = (wall("2026-10-07T08:00:00"), wall("2026-10-07T09:00:00"));
    t.tell(
        "visit.plan",
        "mistaken visit",
        json!({"activity": id_of("mistaken"),
        "technician": id_of("vrana"), "despite": ["hours"], "starts": hours.0, "ends": hours.1}),
    );
    t.tell("customer.create", "rival", json!({"name": "Rival s.r.o."}));
    let right = json!({"customer": id_of("rival"), "reason": "Podobné jméno."});
    t.tell("activity.correct_customer", "mistaken", right);
}

fn visits(t: &Teller) {
    let plan = |name: &str, activity: &str, hour: u32, proposed: bool| {
        let starts = wall(&format!("2026-10-05T{hour:02}:00:00"));
        let ends = wall(&format!("2026-10-05T{:02}:00:00", hour + 2));
        t.tell(
            "visit.plan",
            name,
            json!({"activity": id_of(activity), "proposed": proposed,
            "technician": id_of("vrana"), "starts": starts, "ends": ends}),
        );
    };
    plan("visit", "job", 8, true);
    t.tell("visit.confirm", "visit", json!({}));
    let (starts, ends) = (wall("2026-10-05T09:00:00"), wall("2026-10-05T11:00:00"));
    t.tell("visit.move", "visit", json!({"starts": starts, "ends": ends}));
    let (starts, ends) = (wall("2026-10-05T09:30:00"), wall("2026-10-05T11:30:00"));
    t.tell("visit.suggest", "visit", json!({"starts": starts, "ends": ends, "note": "Vrata."}));
    t.tell("visit.dismiss", "visit", json!({}));
    plan("never", "refused", 13, false);
    t.tell("visit.decline", "never", json!({"calendar": "caldav"}));
    t.tell("visit.cancel", "never", json!({"reason": "Nemají čas."}));
    t.at("2026-10-05T11:00:00+02:00");
    for (verb, time) in [("travel", "08:30"), ("start", "09:05"), ("finish", "10:50")] {
        if verb == "travel" {
            t.tell("visit.accept", "visit", json!({}));
        }
        let at = format!("2026-10-05T{time}:00+02:00");
        t.tell(&format!("visit.{verb}"), "visit", json!({"at": at}));
    }
    let vrana = Actor::technician(id_of("vrana"));
    t.tell_late(&vrana, "visit.start", "visit", json!({"at": "2026-10-05T09:00:00+02:00"}));
    t.tell("visit.resolve", "visit", json!({"resolution": "Začátek jako v kanceláři."}));
}

/// Reports a line; it is the last of the report.
fn line(t: &Teller, activity: &str, kind: &str, code: &str, unit: &str, quantity: &str) -> Uuid {
    let content =
        json!({"kind": kind, "code": code, "name": format!("Řádek {code}"), "unit": unit});
    t.tell("report.report_line", activity, json!({"content": content, "quantity": quantity}));
    let lines = t.see("report", id_of(activity), "/lines");
    let last = lines.as_array().and_then(|lines| lines.last()).expect("a line");
    serde_json::from_value(last["id"].clone()).expect("an id")
}

fn reports(t: &Teller) {
    let content = json!({"kind": "part", "code": "filter", "name": "Filtr", "unit": "piece"});
    for _ in 0..2 {
        t.tell("report.plan_line", "job", json!({"content": content, "quantity": "1"}));
    }
    let id = |n: usize| t.see_id("report", "job", &format!("/lines/{n}/id"));
    t.tell(
        "report.report_line",
        "job",
        json!({"line": id(0), "quantity": "2",
        "visit": id_of("visit")}),
    );
    t.tell("report.remove_line", "job", json!({"line": id(1)}));
    line(t, "job", "labour", "labour", "hour", "1.75");
    line(t, "job", "kilometres", "km", "kilometre", "68");
    let reading = json!({"parameter": "Motohodiny", "value": "18420", "unit": "h"});
    t.tell("report.record_reading", "job", reading);
    let reading = t.see_id("report", "job", "/readings/0/id");
    let mended = json!({"reading": reading, "value": "18421", "reason": "Překlep."});
    t.tell("report.correct_reading", "job", mended);
    t.tell("report.submit", "job", json!({}));
    let vrana = Actor::technician(id_of("vrana"));
    t.tell_late(&vrana, "report.report_line", "job", json!({"line": id(0), "quantity": "2"}));
    let conflict = t.see_id("report", "job", "/lines/0/conflicts/0/id");
    let resolved = json!({"line": id(0), "conflict": conflict, "accept": true,
        "resolution": "Hlásil to sám."});
    t.tell("report.resolve", "job", resolved);
    line(t, "refused", "labour", "labour", "hour", "1");
    line(t, "absent", "labour", "labour", "hour", "0.5");
}

fn sheets(t: &Teller) {
    for name in ["job", "refused", "absent"] {
        let sheet = format!("sheet {name}");
        t.tell("job_sheet.generate", &sheet, json!({"activity": id_of(name)}));
    }
    t.tell("activity.add_note", "job", json!({"text": "Vyzkoušeno."}));
    t.tell("job_sheet.regenerate", "sheet job", json!({}));
    let hash = t.see("job_sheet", id_of("sheet job"), "/content_hash");
    let sign = json!({"name": "mistr Hruška", "picture": t.blob(SIGNATURE), "content_hash": hash});
    t.tell("job_sheet.sign", "sheet job", sign);
    t.tell("job_sheet.confirm", "sheet job", json!({}));
    t.tell("job_sheet.record_refusal", "sheet refused", json!({"reason": "Syčí dál."}));
    t.tell("job_sheet.record_absence", "sheet absent", json!({"reason": "Nikdo nebyl doma."}));
}

fn approval(t: &Teller) {
    t.at("2026-10-06T08:00:00+02:00");
    let lines = t.see("report", id_of("job"), "/lines");
    let ids: Vec<Value> =
        lines.as_array().expect("lines").iter().map(|line| line["id"].clone()).collect();
    let approve = |line: &Value| t.tell("report.approve", "job", json!({"line": line}));
    approve(&ids[0]);
    let why = "Dodal zákazník.";
    t.tell("report.withdraw", "job", json!({"line": ids[0], "reason": why}));
    let one = json!({"line": ids[0], "quantity": "1", "reason": why});
    t.tell("report.approve", "job", one);
    t.tell("report.return", "job", json!({"line": ids[1], "reason": "Opravdu?"}));
    t.tell("report.report_line", "job", json!({"line": ids[1], "quantity": "1.5"}));
    approve(&ids[1]);
    t.tell("report.reject", "job", json!({"line": ids[2], "reason": "V paušálu."}));
    t.tell("report.withdraw", "job", json!({"line": ids[2], "reason": "Překliknutí."}));
    approve(&ids[2]);
    t.tell("report.release", "job", json!({"lines": [ids[2]]}));
    t.tell("report.withdraw", "job", json!({"line": ids[2], "reason": "Přece v paušálu."}));
    t.tell("report.reject", "job", json!({"line": ids[2], "reason": "V paušálu."}));
    t.tell("activity.complete", "job", json!({}));
    t.tell("activity.reopen", "job", json!({"reason": "Ještě doladit."}));
    t.tell("activity.complete", "job", json!({}));
    t.tell("report.release", "job", json!({}));
    for name in ["refused", "absent"] {
        let line = t.see("report", id_of(name), "/lines/0/id");
        t.tell("report.approve", name, json!({"line": line}));
        t.tell("report.release", name, json!({}));
    }
}

fn money(t: &Teller) {
    let draft = |name: &str, activity: &str| {
        t.tell("invoice.draft", name, json!({"activities": [id_of(activity)]}));
    };
    draft("first", "job");
    t.tell("invoice.delete_draft", "first", json!({}));
    draft("invoice", "job");
    t.tell("invoice.issue", "invoice", json!({"format": "pdf", "send": true}));
    let paid = json!({"paid_on": "2026-10-01", "amount": "1000.00", "reference": "FIO 26123"});
    t.tell("invoice.record_payment", "invoice", paid.clone());
    let payment = t.see("invoice", id_of("invoice"), "/payments/0/id");
    let why = json!({"payment": payment, "reason": "Patří jiné faktuře."});
    t.tell("invoice.remove_payment", "invoice", why);
    t.tell("invoice.record_payment", "invoice", paid);
    t.tell("ledger.hand_over", "absent", json!({"reference": "SAP 1"}));
    t.tell("activity.close", "job", json!({}));
    let vrana = Actor::technician(id_of("vrana"));
    t.tell_late(&vrana, "activity.add_note", "job", json!({"text": "Klíče jsou na vrátnici."}));
    t.tell("activity.resolve", "job", json!({"note": "Vyzvednuto."}));
    let page = Page { document: id_of("invoice"), version: 1, format: Format::Docx };
    t.engine.render(world::company(), &world::manager(), &page).expect("rendered");
    let messages = t.deliver(true);
    let manager = world::manager();
    t.tell_to(
        &manager,
        "message.record_bounce",
        messages[0],
        json!({"reason": "550 no such user"}),
    );
    t.tell_to(&manager, "message.retry", messages[0], json!({"reason": "Adresa opravena."}));
    t.tell_to(&manager, "message.withdraw", messages[0], json!({"reason": "Adresa neplatí."}));
    t.tell_to(&manager, "message.retry", messages[0], json!({"reason": "Přece jen."}));
    t.deliver(false);
}

fn plans_and_tasks(t: &Teller) {
    let template = json!({"title": "Prohlídka", "customer": id_of("kovo")});
    t.tell(
        "plan.create",
        "plan",
        json!({"template": template, "rule": "FREQ=MONTHLY;INTERVAL=6",
        "starts": wall("2026-10-31T08:00:00")}),
    );
    t.tell("plan.generate_due", "plan", json!({"until": "2027-05-01"}));
    t.tell("plan.pause", "plan", json!({}));
    t.tell("plan.resume", "plan", json!({}));
    t.tell(
        "plan.set_rule",
        "plan",
        json!({"rule": "FREQ=MONTHLY", "starts": wall("2026-10-31T08:00:00"),
            "also": ["2027-06-15T09:00:00"], "reason": "Třísměnný provoz."}),
    );
    t.tell("plan.skip", "plan", json!({"date": "2027-10-31", "reason": "Celozávodní dovolená."}));
    t.tell("plan.unskip", "plan", json!({"date": "2027-10-31", "reason": "Jiný závod."}));
    t.tell("plan.skip", "plan", json!({"date": "2027-10-31", "reason": "Celozávodní dovolená."}));
    t.tell("plan.end", "plan", json!({"reason": "Smlouva skončila."}));
    t.tell("plan.reopen", "plan", json!({"reason": "Prodloužena."}));
    t.tell("plan.end", "plan", json!({"reason": "Smlouva skončila."}));
    let vrana = Actor::technician(id_of("vrana"));
    let task = |verb: &str, name: &str, body: Value| {
        t.tell_to(&vrana, &format!("task.{verb}"), id_of(name), body);
    };
    task("create", "task", json!({"title": "Vzít filtr", "about": {"activity": id_of("job")}}));
    task("update", "task", json!({"note": "Typ F7."}));
    task("complete", "task", json!({}));
    task("reopen", "task", json!({}));
    task("create", "wish", json!({"title": "Umýt auto"}));
    task("cancel", "wish", json!({}));
}

/// A contact wants to be forgotten, and what was told of her before must stand without her.
fn endings(t: &Teller) {
    let contact = t.see_id("customer", "kovo", "/contacts/0/id");
    t.tell("company.erase_persons", "servis", json!({"persons": [contact], "reason": "Žádost."}));
    // Of the buyer himself the law keeps something for a time.
    let buyer = json!({"persons": [id_of("kovo")], "reason": "Žádost."});
    t.tell("company.erase_persons", "servis", buyer);
    t.at("2037-01-02T08:00:00+01:00");
    t.tell("company.erase_expired", "servis", json!({}));
}
