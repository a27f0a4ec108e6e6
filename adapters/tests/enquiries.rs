//! Enquiries as they come by mail: what is read from them against what a careful reader takes.
#![cfg(feature = "eml")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

#[path = "../../tests/support/skip.rs"]
mod skip;

use callout_adapters::mail::eml;
use callout_core::enquiry::{EnquiryFacts, Found, OwnAddresses, find_facts};
use callout_core::letter::ReadMail;
use serde_json::Value;
use std::path::PathBuf;

/// The company that the samples are written to.
fn own() -> OwnAddresses {
    OwnAddresses {
        domains: vec!["modry-klic.example".into()],
        registration_numbers: vec!["59900016".into()],
        vat_ids: vec!["CZ59900016".into()],
        names: vec!["Servis Modrý Klíč".into(), "Web Modrý Klíč".into()],
        ..OwnAddresses::default()
    }
}

struct Sheet {
    file: String,
    right: u32,
    wrong: Vec<String>,
}

impl Sheet {
    fn check(
        &mut self,
        what: &str,
        expected: impl PartialEq + std::fmt::Debug,
        same: bool,
        got: impl std::fmt::Debug,
    ) {
        if same {
            self.right += 1;
        } else {
            self.wrong.push(format!("{}: {what}: {expected:?}, read {got:?}", self.file));
        }
    }

    /// The expected value stands first; null expects nothing at all.
    fn first(&mut self, what: &str, expected: &Value, list: &[Found]) {
        let got = list.first().map(|found| found.value.as_str());
        self.check(what, expected.as_str(), got == expected.as_str(), got);
    }
}

fn values(list: &[Found]) -> Vec<String> {
    list.iter().map(|found| found.value.clone()).collect()
}

fn compare(file: &str, expected: &Value, mail: &ReadMail, facts: &EnquiryFacts) -> Sheet {
    let mut sheet = Sheet { file: file.to_owned(), right: 0, wrong: Vec::new() };
    sheet.first("ico", &expected["ico"], &facts.registration_numbers);
    let vat = if expected["vat_id"].is_string() { &expected["vat_id"] } else { &expected["dic"] };
    sheet.first("vat id", vat, &facts.vat_ids);
    sheet.first("company", &expected["company"], &facts.companies);
    let mut phones = values(&facts.phones);
    let mut wanted: Vec<String> =
        serde_json::from_value(expected["phones"].clone()).unwrap_or_default();
    phones.sort();
    wanted.sort();
    sheet.check("phones", &wanted, phones == wanted, &phones);

    let from = mail.from.first();
    let (name, address) = (from.and_then(|m| m.name.as_deref()), from.map(|m| m.address.as_str()));
    sheet.check(
        "sender",
        &expected["sender_email"],
        address == expected["sender_email"].as_str(),
        address,
    );
    sheet.check(
        "sender name",
        &expected["sender_name"],
        name == expected["sender_name"].as_str(),
        name,
    );
    let answer =
        if expected["reply_to_email"].is_string() { "reply_to_email" } else { "sender_email" };
    let to = facts.respond_to.as_ref().map(|m| m.address.as_str());
    sheet.check("whom to answer", &expected[answer], to == expected[answer].as_str(), to);
    sheet.check(
        "subject",
        &expected["subject"],
        mail.subject == expected["subject"],
        &mail.subject,
    );

    let bare = |value: &Value| value.as_str().map(|id| id.trim_matches(['<', '>']).to_owned());
    sheet.check(
        "message id",
        bare(&expected["message_id"]),
        mail.message_id == bare(&expected["message_id"]),
        &mail.message_id,
    );
    sheet.check(
        "in reply to",
        bare(&expected["in_reply_to"]),
        mail.in_reply_to == bare(&expected["in_reply_to"]),
        &mail.in_reply_to,
    );
    let thread: Vec<String> =
        expected["references"].as_array().into_iter().flatten().filter_map(bare).collect();
    sheet.check("references", &thread, mail.references == thread, &mail.references);

    let files: Vec<(Option<&str>, &str)> = mail
        .attachments
        .iter()
        .filter(|a| !a.inline)
        .map(|a| (a.name.as_deref(), a.media_type.as_str()))
        .collect();
    let wanted: Vec<(Option<&str>, &str)> = expected["attachments"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|a| (a["filename"].as_str(), a["type"].as_str().unwrap_or_default()))
        .collect();
    sheet.check("attachments", &wanted, files == wanted, &files);

    for machine in expected["equipment"].as_array().into_iter().flatten() {
        if let Some(serial) = machine["serial"].as_str() {
            let got = values(&facts.serials);
            sheet.check("serial", serial, got.iter().any(|s| s == serial), &got);
        }
    }
    for (what, field, got) in [
        ("address", "address", values(&facts.addresses)),
        ("contact", "contact_name", facts.contact.iter().map(|c| c.value.clone()).collect()),
    ] {
        if let Some(wanted) = expected[field].as_str() {
            sheet.check(what, wanted, got.iter().any(|value| value == wanted), &got);
        }
    }
    let language = serde_json::to_value(facts.language).unwrap();
    sheet.check("language", &expected["language"], language == expected["language"], &language);
    let urgent = expected["urgency"] == "high";
    sheet.check("urgency", urgent, facts.urgent.is_some() == urgent, &facts.urgent);
    sheet
}

#[test]
fn samples_as_a_careful_reader_reads_them() {
    let shared = std::env::var_os("CALLOUT_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    let folder = shared.join("samples/enquiries");
    let Ok(list) = std::fs::read_to_string(folder.join("expected.json")) else {
        skip::skipped("samples of enquiries", "they are not there");
        return;
    };
    let list: Vec<Value> = serde_json::from_str(&list).unwrap();
    let (mut right, mut wrong) = (0, Vec::new());
    for expected in &list {
        let file = expected["file"].as_str().unwrap();
        let mail = eml::read(&std::fs::read(folder.join(file)).unwrap()).unwrap();
        let facts = find_facts(&mail, &own());
        let taken = serde_json::to_string(&[
            &facts.registration_numbers,
            &facts.vat_ids,
            &facts.phones,
            &facts.companies,
        ])
        .unwrap();
        for value in expected["must_not_take"].as_array().into_iter().flatten() {
            assert!(!taken.contains(value.as_str().unwrap()), "{file} took {value}");
            // Nor may it be taken by somebody who did not say what is his own.
            let blind = find_facts(&mail, &OwnAddresses::default());
            let ids =
                serde_json::to_string(&[&blind.registration_numbers, &blind.vat_ids]).unwrap();
            assert!(!ids.contains(value.as_str().unwrap()), "{file} took {value}");
        }
        let sheet = compare(file, expected, &mail, &facts);
        right += sheet.right;
        wrong.extend(sheet.wrong);
    }
    eprintln!("{right} facts as expected, {} otherwise: {wrong:#?}", wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}
