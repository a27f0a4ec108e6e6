//! What the ledger's events hold: a line, its payer, a quantity and an amount (R5).

use super::clock;
use super::support::{engine_on, id_of, stores, work, world};
use callout::access::Actor;
use callout::engine::Engine;
use serde_json::{Value, json};
use uuid::Uuid;

fn events(engine: &Engine, actor: &Actor, ledger: Uuid) -> Vec<(String, Value)> {
    let page = engine.session(world::company(), actor.clone()).changes(0, 1_000).unwrap();
    let ledgers = page.changes.into_iter().filter(|it| it.noun == "ledger" && it.id == ledger);
    ledgers
        .map(|it| {
            let portions = it.body[&it.event]["portions"].clone();
            (it.event, portions)
        })
        .collect()
}

#[test]
fn what_was_reserved_is_consumed_or_freed_with_its_amount() {
    for (_, store, _folder) in stores() {
        let engine = engine_on(store, &clock());
        work::begin(&engine);
        let activity = work::released(&engine);
        let draft = json!({"invoice": {"draft": {"activities": [activity]}}});
        let [first, second] = [id_of("první"), id_of("druhá")];
        work::told(&engine, first, None, &draft);
        let delete = json!({"invoice": {"delete_draft": {}}});
        work::told(&engine, first, Some(1), &delete);
        work::told(&engine, second, None, &draft);
        let issue = json!({"invoice": {"issue": {"format": "pdf"}}});
        work::told(&engine, second, Some(1), &issue);
        let invoice = world::get(&engine, &world::manager(), "invoice", second).unwrap();
        let lines = invoice["state"]["content"]["lines"].as_array().unwrap();
        let portion = |line: &Value| {
            json!({"line": line["report_line"], "payer": "customer",
                "quantity": line["quantity"], "net": line["net"]})
        };
        let mut billed: Vec<Value> = lines.iter().map(portion).collect();
        billed.sort_by_key(|portion| portion["line"].to_string());
        let said = events(&engine, &world::manager(), activity);
        let kinds: Vec<&str> = said.iter().map(|(kind, _)| kind.as_str()).collect();
        let opened = "account_opened";
        assert_eq!(kinds, [opened, opened, "reserved", "freed", "reserved", "consumed"]);
        for (kind, portions) in &said[2..] {
            let mut portions = portions.as_array().unwrap().clone();
            portions.sort_by_key(|portion| portion["line"].to_string());
            assert_eq!(portions, billed, "{kind}");
        }
        without_prices(&engine, activity);
    }
}

/// Who follows the feed and sees no prices sees no amounts of a ledger either (A10).
fn without_prices(engine: &Engine, activity: Uuid) {
    let role = json!({"company": {"define_role": {"role": "sklad",
        "permissions": {"company.feed": "all", "ledger.read": "all"}}}});
    let company = world::get(engine, &world::manager(), "company", world::company()).unwrap();
    work::told(engine, world::company(), company["version"].as_u64(), &role);
    let clerk = Actor { id: id_of("eva"), role: "sklad".to_owned() };
    let seen = events(engine, &clerk, activity);
    assert_eq!(seen.len(), 6);
    for (kind, portions) in &seen[2..] {
        assert!(portions[0]["quantity"].is_string() && portions[0]["net"].is_null(), "{kind}");
    }
}
