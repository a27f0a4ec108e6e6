//! What is asked: each command and each question, about things whose names stand in it.

use serde_json::{Value, json};

/// A command with names in place of ids: `@activity`.
pub fn body(verb: &str) -> Value {
    let address =
        json!({"street": "A 1", "city": "Brno", "postal_code": "602 00", "country": "CZ"});
    let content = json!({"kind": "labour", "code": "labour", "name": "Práce", "unit": "hour"});
    let (why, reason) = (json!({"reason": "Protože."}), json!({"reason": "Protože."}));
    let wall = |time: &str| json!({"local": time, "zone": "Europe/Prague"});
    let at = json!({"at": "2026-10-14T07:00:00+02:00"});
    match verb {
        "company.create" => json!({"profile": {"name": "Servis", "registration_number": "58100075",
            "address": address, "email": "a@b.example"}, "settings": {}}),
        "company.update" => json!({"settings": {"payment_days": 21}}),
        "company.define_role" => json!({"role": "x", "permissions": {}}),
        "company.drop_role" => json!({"role": "own"}),
        "company.erase_persons" => json!({"persons": ["@contact"], "reason": "Žádost."}),
        "record.link" => json!({"noun": "equipment", "system": "sap", "value": "1"}),
        "record.unlink" => json!({"noun": "equipment", "system": "erp"}),
        "record.extend" => json!({"noun": "equipment", "namespace": "x", "json": "1"}),
        "mail.file" => json!({"under": {"activity": "@activity"}}),
        "customer.create" => json!({"name": "X"}),
        "customer.update" => json!({"language": "cs"}),
        "customer.add_site" => json!({"name": "Hala 2", "address": address}),
        "customer.update_site" => json!({"site": "@site", "name": "Hala 3"}),
        "customer.add_contact" => json!({"name": "Petr"}),
        "customer.update_contact" => json!({"contact": "@contact", "phone": "+420700000301"}),
        "equipment_type.create" => json!({"name": "X", "fields": []}),
        "equipment_type.update" => json!({"fields": []}),
        "equipment.create" => json!({"customer": "@customer",
            "card": {"name": "X", "parent": "@equipment", "site": "@site"}}),
        "equipment.update_card" => json!({"name": "X", "parent": "@equipment"}),
        "equipment.set_fields" => json!({"values": {}}),
        "equipment.set_dates" => json!({"sold": "2026-01-01"}),
        "equipment.set_warranty" => json!({"terms": {"starts_from": "sold", "months": 24}}),
        "equipment.add_photo" => json!({"content": "@photo", "name": "b.gif",
            "media_type": "image/gif"}),
        "equipment.scrap" | "equipment.restore" => reason,
        "technician.create" => json!({"name": "X"}),
        "technician.update" => json!({"phone": "+420700000301"}),
        "technician.set_hours" => json!({"hours": []}),
        "technician.set_day" => json!({"date": "2026-12-31", "hours": []}),
        "technician.set_skills" => json!({"skills": [{"name": "X"}]}),
        "technician.set_busy" => json!({"calendar": "X", "busy": [
            {"from": "2026-12-21T08:00:00Z", "to": "2026-12-21T09:00:00Z"}]}),
        "technician.add_absence" => json!({"from": "2026-12-24T00:00:00",
            "to": "2026-12-26T00:00:00", "reason": "Vánoce"}),
        "technician.remove_absence" => json!({"absence": "@fault"}),
        "activity.create" => json!({"kind": "one_off", "customer": "@customer", "title": "X",
            "equipment": "@equipment"}),
        "activity.update" => json!({"description": "X"}),
        "activity.require" => json!({"priority": "high"}),
        "activity.correct_reported_at" => {
            json!({"reported_at": "2026-10-01T08:00:00Z", "reason": "Protože."})
        }
        "activity.correct_customer" => json!({"customer": "@customer",
            "equipment": "@equipment", "reason": "Protože."}),
        "activity.assign" => json!({"technicians": ["@technician"]}),
        "activity.add_note" => json!({"text": "X"}),
        "activity.add_fault" => json!({"symptom": "X"}),
        "activity.update_fault" => json!({"fault": "@fault", "cause": "X"}),
        "activity.resolve" => json!({"note": "X"}),
        "visit.resolve" => json!({"resolution": "X"}),
        "activity.reopen"
        | "activity.cancel"
        | "visit.cancel"
        | "job_sheet.record_refusal"
        | "job_sheet.record_absence"
        | "message.record_bounce" => reason,
        "task.create" => json!({"title": "X", "about": {"activity": "@activity",
            "customer": "@customer", "equipment": "@equipment"}}),
        "task.update" => json!({"about": {"equipment": "@equipment"}}),
        "plan.create" => json!({"template": {"title": "X", "customer": "@customer",
            "equipment": "@equipment"}, "rule": "FREQ=MONTHLY",
            "starts": wall("2026-10-31T08:00:00")}),
        "plan.generate_due" => json!({"until": "2027-05-01"}),
        "plan.set_rule" => json!({"rule": "FREQ=WEEKLY", "reason": "X",
            "starts": wall("2026-10-31T08:00:00")}),
        "plan.skip" | "plan.unskip" => json!({"date": "2026-10-31", "reason": "X"}),
        "plan.end" | "plan.reopen" | "message.retry" | "message.withdraw" => why,
        "visit.plan" => json!({"activity": "@activity", "technician": "@technician",
            "starts": wall("2026-10-26T08:00:00"), "ends": wall("2026-10-26T09:00:00")}),
        "visit.move" => json!({"technician": "@technician",
            "starts": wall("2026-10-21T08:00:00"), "ends": wall("2026-10-21T09:00:00")}),
        "visit.suggest" => json!({"starts": wall("2026-10-21T08:00:00"),
            "ends": wall("2026-10-21T09:00:00")}),
        "visit.travel" | "visit.start" | "visit.pause" | "visit.resume" | "visit.finish" => at,
        "visit.finish_partial" | "visit.record_no_access" => json!({"at": at["at"], "note": "X"}),
        "report.plan_line" => json!({"content": content, "quantity": "1"}),
        "report.report_line" => json!({"content": content, "quantity": "1", "visit": "@visit"}),
        "report.remove_line" => json!({"line": "@line"}),
        "report.record_reading" => json!({"parameter": "Tlak", "value": "1", "unit": "bar",
            "equipment": "@equipment"}),
        "report.correct_reading" => {
            json!({"reading": "@reading", "value": "18421", "reason": "Překlep."})
        }
        "report.approve" => json!({"line": "@line"}),
        "report.reject" | "report.return" | "report.withdraw" => {
            json!({"line": "@line", "reason": "Protože."})
        }
        "report.resolve" => {
            json!({"line": "@line", "conflict": "@line", "accept": true, "resolution": "X"})
        }
        "job_sheet.generate" => json!({"activity": "@activity"}),
        "job_sheet.sign" => json!({"name": "X", "picture": "@photo", "content_hash": "@content",
            "person": "@contact"}),
        "price_list.publish" => json!({"name": "X", "currency": "CZK",
            "valid_from": "2027-01-01", "items": {}}),
        "price_list.set_items" => json!({"items": {}}),
        "ledger.hand_over" => json!({"reference": "SAP 1"}),
        "invoice.draft" => json!({"activities": ["@activity"]}),
        "invoice.issue" => json!({"format": "pdf"}),
        "invoice.record_payment" => json!({"paid_on": "2026-10-14", "amount": "1.00"}),
        "invoice.remove_payment" => json!({"payment": "@fault", "reason": "Protože."}),
        "message.queue" => {
            json!({"to": [{"person": "@customer", "value": "a@b.example"}], "subject": "X", "text": "X",
 "purpose": "letter"})
        }
        _ => json!({}),
    }
}

/// Verbs that are not asked by `execute`, or mean the company as a whole.
pub fn is_command(verb: &str) -> bool {
    let (_, name) = verb.split_once('.').unwrap_or_default();
    let calls = [
        "company.verify",
        "company.renew",
        "company.feed",
        "blob.put",
        "mail.receive",
        "message.deliver",
        "technician.sync_calendar",
    ];
    name != "read" && !calls.contains(&verb)
}

/// The nouns that commands of this are for, and where their target begins anew.
pub fn target_of(verb: &str) -> (&'static str, bool) {
    let (noun, name) = verb.split_once('.').unwrap_or_default();
    let creates = matches!(name, "create" | "draft" | "plan" | "generate" | "publish" | "queue");
    let noun = match noun {
        "record" => "equipment",
        other => super::NOUNS.iter().copied().find(|known| *known == other).unwrap_or("company"),
    };
    (noun, creates)
}

/// Questions with names in place of ids.
pub fn questions() -> Vec<Value> {
    let mut all = Vec::new();
    for noun in super::NOUNS {
        all.push(json!({*noun: {"get": {"id": format!("@{noun}")}}}));
        all.push(json!({*noun: {"list": {}}}));
    }
    for (noun, filter) in [
        ("activity", "customer"),
        ("activity", "equipment"),
        ("activity", "plan"),
        ("activity", "technician"),
        ("equipment", "customer"),
        ("equipment", "site"),
        ("equipment", "parent"),
        ("equipment", "equipment_type"),
        ("visit", "activity"),
        ("visit", "customer"),
        ("visit", "technician"),
        ("report", "customer"),
        ("report", "activity"),
        ("job_sheet", "activity"),
        ("job_sheet", "customer"),
        ("mail", "customer"),
        ("mail", "equipment"),
        ("mail", "activity"),
        ("task", "customer"),
        ("task", "equipment"),
        ("task", "activity"),
        ("plan", "customer"),
        ("plan", "equipment"),
        ("invoice", "customer"),
        ("ledger", "activity"),
    ] {
        let name = match filter {
            "parent" => "equipment",
            other => other,
        };
        all.push(json!({noun: {"list": {"filter": {filter: format!("@{name}")}}}}));
    }
    for context in ["customer", "equipment", "activity"] {
        all.push(json!({"timeline": {"context": format!("@{context}")}}));
    }
    all.push(json!({"tree": {"customer": "@customer"}}));
    all.push(json!({"record": {"noun": "equipment", "system": "erp", "value": "@outside"}}));
    all.push(json!({"persons": {"search": "Hrušková"}}));
    all.push(json!({"kept": {}}));
    all.push(json!({"forecast": {"plan": "@plan"}}));
    let within = json!({"from": "2026-12-01T00:00:00Z", "to": "2026-12-08T00:00:00Z"});
    for technicians in [json!([]), json!(["@technician"])] {
        let ask = json!({"within": within, "technicians": technicians});
        all.push(json!({"availability": ask}));
        all.push(json!({"clashes": ask}));
        all.push(json!({"board": {"within": within, "technicians": technicians}}));
        all.push(json!({"calendar_feed": {"within": within, "technician": "@technician"}}));
        all.push(json!({"slots": {"within": within, "technicians": technicians,
            "activity": "@activity", "minutes": 60}}));
    }
    all
}
