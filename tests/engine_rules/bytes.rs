//! Which bytes a hash gives to whom (S60).

use super::support::{engine_on, id_of, stores, work, world};
use super::{clock, code};
use callout::access::Actor;
use callout::port::renderer::Format;
use callout::rendering::Page;
use serde_json::json;

/// Who has sheets signed sees what stands on them; an invoice is not his, whatever hash he knows.
#[test]
fn who_has_sheets_signed_reads_no_invoice() {
    for (name, store, _folder) in stores() {
        let engine = callout::equipped(engine_on(store, &clock()));
        work::begin(&engine);
        let activity = work::released(&engine);
        let role = json!({"role": "predak", "permissions": {"blob.read": "all",
            "job_sheet.sign": "all", "rendering.read": "all"}});
        let company = world::get(&engine, &world::manager(), "company", world::company()).unwrap();
        let version = company["version"].as_u64();
        let define = json!({"company": {"define_role": role}});
        work::told(&engine, world::company(), version, &define);
        let invoice = id_of("faktura");
        let draft = json!({"invoice": {"draft": {"activities": [activity]}}});
        work::told(&engine, invoice, None, &draft);
        let issue = json!({"invoice": {"issue": {"format": "pdf"}}});
        work::told(&engine, invoice, Some(1), &issue);
        let page = Page { document: invoice, version: 1, format: Format::Pdf };
        let painted = engine.render(world::company(), &world::manager(), &page).unwrap().blob;
        let view = world::get(&engine, &world::manager(), "invoice", invoice).unwrap();
        let said = &view["state"]["issue"]["evidence"]["hash"];
        let said = serde_json::from_value(said.clone()).expect("a hash");
        let signer = Actor { id: id_of("předák"), role: "predak".to_owned() };
        for hash in [painted, said] {
            assert!(
                engine.session(world::company(), world::manager()).blob(&hash).is_ok(),
                "{name}"
            );
            let refused = engine.session(world::company(), signer.clone()).blob(&hash);
            assert_eq!(code(refused), "BLOB-FIND-01", "{name} {hash}");
        }
    }
}
