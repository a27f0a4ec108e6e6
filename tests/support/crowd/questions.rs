//! Every question that a list of the crowd's company can be asked.

use super::{BUSY, SELDOM, id_of, nth};
use callout::engine::tables;
use serde_json::{Value, json};

/// A list: its noun, what it is narrowed by, and by what it is ordered.
pub type List = (&'static str, Value, &'static str);

/// Every noun's filters, each alone and in pairs that are asked together.
fn filters(noun: &str) -> (Vec<&'static str>, Vec<Value>) {
    let (big, small) = (nth("customer", 0), nth("customer", 7));
    let machine = nth("equipment", 3);
    let activity = nth("activity", 30);
    let (busy, seldom) = (id_of(BUSY), id_of(SELDOM));
    let (at, later) = ("2023-11-15T00:00:00Z", "2023-12-15T00:00:00Z");
    match noun {
        "activity" => (
            vec!["number", "reported_at", "due"],
            vec![
                json!({"kinds": ["warranty"]}),
                json!({"kinds": ["one_off", "recurring"]}),
                json!({"kinds": ["recurring"], "statuses": ["open"]}),
                json!({"kinds": ["warranty"], "technician": busy}),
                json!({"priorities": ["urgent"]}),
                json!({"priorities": ["high"], "statuses": ["open"], "planned": false}),
                json!({"region": "Region 1"}),
                json!({"region": "far away"}),
                json!({"region": "region 2", "statuses": ["open"]}),
                json!({"region": "region 2", "priorities": ["urgent"]}),
                json!({"due_before": at}),
                json!({"due_before": later}),
                json!({"statuses": ["open"], "due_before": later}),
                json!({"region": "region 2", "due_before": later}),
                json!({"technician": busy, "due_before": later}),
                json!({"customer": small, "due_before": later}),
                json!({"statuses": ["open"]}),
                json!({"statuses": ["open", "draft"]}),
                json!({"statuses": ["closed", "cancelled"]}),
                json!({"customer": big}),
                json!({"customer": small}),
                json!({"equipment": machine}),
                json!({"equipment": nth("equipment", 0)}),
                json!({"plan": nth("plan", 3)}),
                json!({"plan": nth("plan", 0)}),
                json!({"technician": busy}),
                json!({"technician": seldom}),
                json!({"assigned": true}),
                json!({"assigned": false}),
                json!({"planned": true}),
                json!({"planned": false}),
                json!({"unresolved": true}),
                json!({"unresolved": false}),
                json!({"statuses": ["open"], "planned": false}),
                json!({"statuses": ["open", "done"], "assigned": false, "planned": true}),
                json!({"statuses": ["open"], "customer": big}),
                json!({"statuses": ["open"], "technician": busy}),
                json!({"planned": false, "technician": busy}),
                json!({"customer": small, "technician": busy}),
                json!({"customer": small, "planned": false}),
            ],
        ),
        "visit" => (
            vec!["starts"],
            vec![
                json!({"statuses": ["planned"]}),
                json!({"statuses": ["planned", "accepted"]}),
                json!({"activity": activity}),
                json!({"customer": big}),
                json!({"customer": small}),
                json!({"technician": busy}),
                json!({"technician": seldom}),
                json!({"unresolved": true}),
                json!({"unresolved": false}),
                json!({"suggested": true}),
                json!({"suggested": false}),
                json!({"suggested": true, "technician": busy}),
                json!({"ends_after": at}),
                json!({"ends_after": "2023-12-15T00:00:00Z"}),
                json!({"starts_before": at}),
                json!({"technician": busy, "ends_after": at, "starts_before": "2023-11-16T00:00:00Z"}),
                json!({"technician": busy, "statuses": ["planned"]}),
                json!({"customer": big, "statuses": ["planned"]}),
            ],
        ),
        "equipment" => (
            vec!["number", "name", "warranty_end"],
            vec![
                json!({"statuses": ["in_use"]}),
                json!({"statuses": ["scrapped"]}),
                json!({"customer": big}),
                json!({"customer": small}),
                json!({"site": nth("site", 3)}),
                json!({"parent": nth("equipment", 1)}),
                json!({"equipment_type": nth("equipment_type", 1)}),
                json!({"warranty_ends_before": "2020-01-01"}),
                json!({"warranty_ends_before": "2099-01-01"}),
                json!({"customer": big, "statuses": ["scrapped"]}),
                json!({"equipment_type": nth("equipment_type", 1), "warranty_ends_before": "2020-01-01"}),
            ],
        ),
        "customer" => (
            vec!["name", "number"],
            vec![
                json!({"registration_number": "registration_number 0000007"}),
                json!({"email": "a7@b.example"}),
            ],
        ),
        "task" => (
            vec!["due", "created_at"],
            vec![
                json!({"statuses": ["open"]}),
                json!({"statuses": ["open", "done"]}),
                json!({"holder": busy}),
                json!({"holder": seldom}),
                json!({"customer": big}),
                json!({"customer": small}),
                json!({"equipment": machine}),
                json!({"activity": activity}),
                json!({"due_before": at}),
                json!({"due_before": "2023-12-10T00:00:00Z"}),
                json!({"due_before": "2099-01-01T00:00:00Z"}),
                json!({"statuses": ["open"], "holder": busy}),
            ],
        ),
        "mail" => (
            vec!["received_at"],
            vec![
                json!({"automatic": false}),
                json!({"automatic": false, "filed": false}),
                json!({"filed": false}),
                json!({"filed": true}),
                json!({"sender": "a7@b.example"}),
                json!({"message_id": "<7@b.example>"}),
                json!({"thread": "<7@b.example>"}),
                json!({"customer": big}),
                json!({"customer": small}),
                json!({"equipment": machine}),
                json!({"activity": activity}),
            ],
        ),
        "report" => (
            vec!["at", "done_at"],
            vec![
                json!({"statuses": ["submitted"]}),
                json!({"statuses": ["submitted", "returned"]}),
                json!({"pending": true}),
                json!({"pending": false}),
                json!({"customer": big}),
                json!({"customer": small}),
                json!({"activity": activity}),
                json!({"customer": big, "pending": true}),
                json!({"technician": busy}),
                json!({"technician": seldom}),
                json!({"done_after": at}),
                json!({"done_before": at}),
                json!({"technician": busy, "done_after": at, "done_before": later}),
            ],
        ),
        "job_sheet" => (
            vec!["number"],
            vec![
                json!({"activity": activity}),
                json!({"customer": big}),
                json!({"customer": small}),
                json!({"statuses": ["confirmed"]}),
                json!({"statuses": ["pending", "signed", "refused", "absent"]}),
                json!({"customer": big, "statuses": ["pending"]}),
                json!({"technician": busy}),
                json!({"technician": seldom}),
                json!({"technician": busy, "statuses": ["pending"]}),
            ],
        ),
        "invoice" => (
            vec!["number", "issued_on", "due_on"],
            vec![
                json!({"statuses": ["draft"]}),
                json!({"statuses": ["draft", "void"]}),
                json!({"customer": big}),
                json!({"customer": small}),
                json!({"customer": big, "statuses": ["draft"]}),
                json!({"issued_from": "2023-11-15"}),
                json!({"issued_until": "2023-11-15"}),
                json!({"issued_from": "2023-11-15", "issued_until": "2023-12-15"}),
                json!({"paid": true}),
                json!({"paid": false}),
                json!({"due_from": "2023-11-15"}),
                json!({"due_until": "2023-11-15"}),
                json!({"paid": false, "due_until": "2023-11-15"}),
                json!({"overdue_on": "2023-11-16"}),
                json!({"overdue_on": "2023-11-16", "due_until": "2023-11-14"}),
                json!({"paid": false, "due_until": "9999-12-30"}),
                json!({"customer": big, "paid": false}),
                json!({"customer": small, "paid": true, "due_from": "2023-11-15"}),
            ],
        ),
        "message" => (
            vec!["queued_at"],
            vec![
                json!({"statuses": ["queued"]}),
                json!({"statuses": ["queued", "failed"]}),
                json!({"activity": activity}),
                json!({"customer": big}),
                json!({"customer": small}),
            ],
        ),
        "plan" => (
            vec!["title"],
            vec![
                json!({"customer": big}),
                json!({"customer": small}),
                json!({"equipment": machine}),
                json!({"statuses": ["active"]}),
                json!({"statuses": ["paused", "ended"]}),
            ],
        ),
        "technician" => {
            (vec!["name"], vec![json!({"statuses": ["active"]}), json!({"statuses": ["inactive"]})])
        }
        "ledger" => (
            vec!["line"],
            vec![
                json!({"free": true}),
                json!({"free": false}),
                json!({"payer": "warranty"}),
                json!({"payer": "customer", "free": true}),
                json!({"activity": activity}),
            ],
        ),
        "price_list" => {
            (vec!["valid_from"], vec![json!({"currency": "CZK"}), json!({"on": "2026-01-01"})])
        }
        "rendering" => (vec!["version"], vec![json!({"document": nth("job_sheet", 7)})]),
        "series" => (vec!["name"], vec![json!({"name": "name 0000007"})]),
        "equipment_type" | "company" => (vec!["name"], Vec::new()),
        _ => (Vec::new(), Vec::new()),
    }
}

/// All that have lists.
const NOUNS: &[&str] = &[
    "activity",
    "company",
    "customer",
    "equipment",
    "equipment_type",
    "invoice",
    "job_sheet",
    "ledger",
    "mail",
    "message",
    "plan",
    "price_list",
    "rendering",
    "report",
    "series",
    "task",
    "technician",
    "visit",
];

/// Every list of every noun.
pub fn lists() -> Vec<List> {
    let mut lists = Vec::new();
    for noun in NOUNS {
        let (orders, mut filters) = filters(noun);
        if tables().iter().any(|table| table.name.strip_suffix("_word") == Some(noun)) {
            let words = "kompresor|kompr|sirena|n0000017|dil07|kompresor sirena|dil07 n00|nikde";
            filters.extend(words.split('|').map(|words| json!({ "search": words })));
        }
        for order in orders {
            lists.push((*noun, json!({}), order));
            lists.extend(filters.iter().map(|filter| (*noun, filter.clone(), order)));
        }
    }
    lists
}
