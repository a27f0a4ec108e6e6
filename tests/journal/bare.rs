//! Which texts stand bare in a journal: none that somebody wrote in his own words, for those could
//! tell of a person and must be able to go.

use super::file::Kept;
use serde_json::Value;
use std::collections::BTreeSet;

/// How the path of a text that may stand bare ends, and why no word about a person is there.
const MAY: &[(&str, &[&str])] = &[
    (
        "of a closed set",
        &[
            "activity.created.kind",
            "profile.kind",
            "fields.kind",
            "lines.kind",
            "content.kind",
            "rounding.mode",
            "issue.format",
            "enclosed.format",
            "page.format",
            "message.concluded.outcome.result",
            "message.concluded.status",
            "content.unit",
            "items.*.unit",
            "currency",
            "language",
            "tax_period",
            "zone",
            "starts_from",
            "payer",
            "reasons.code",
            "warnings.code",
            "vat",
            "purpose",
            "weekday",
            "vat_since.registration",
            "step.to",
            "lines.unit",
            "requirements.priority",
            "despite",
            "technician.created.holidays",
            "technician.updated.holidays",
        ],
    ),
    ("a time of day", &["hours.from", "hours.to"]),
    (
        "a number of a series",
        &[
            "number.series",
            "number.text",
            "confirmed.number",
            "supplies.number",
            "content.activity",
        ],
    ),
    (
        "the company's own, which founded itself",
        &[
            "profile.name",
            "profile.vat_id",
            "profile.email",
            "profile.address.*",
            "seller.name",
            "seller.vat_id",
            "seller.email",
            "seller.address.*",
        ],
    ),
    (
        "the company's own rules",
        &[
            "company.role_defined.role",
            "company.role_dropped.role",
            "permissions.*.*",
            "law",
            "rule",
        ],
    ),
    (
        "the company's catalogue",
        &[
            "equipment_type.created.name",
            "equipment_type.updated.name",
            "technician.skills_set.skills.name",
            "requirements.skills",
            "fields.key",
            "fields.label",
            "fields.unit",
            "items.*.name",
            "price_list.published.name",
            "reasons.list",
            "reading.parameter",
            "reading.unit",
            "readings.unit",
            "reading_corrected.unit",
            "correction.unit",
            "readings.parameter",
        ],
    ),
    (
        "what is billed, without which a bill could not be made",
        &["content.code", "handed_over.reference"],
    ),
    (
        "a bank's or an ERP's, without which one payment could not be told from another",
        &["payment.reference"],
    ),
    (
        "what Callout or the host calls something",
        &["noun", "namespace", "system", "renderer", "suggestion.calendar", "region"],
    ),
];

pub fn texts(kept: &Kept) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for event in &kept.events {
        let body: Value = serde_json::from_slice(&event.body).expect("JSON");
        let kind = event.kind.strip_prefix("record.").unwrap_or(&event.kind);
        walk(&format!("{}.{kind}", event.noun), &body[kind], &mut found);
    }
    found
}

fn walk(path: &str, value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if !is_plain(text) => {
            found.insert(path.to_owned());
        }
        Value::Array(values) => values.iter().for_each(|value| walk(path, value, found)),
        // A value that stands apart.
        Value::Object(members) if members.contains_key("digest") => {}
        Value::Object(members) => {
            for (name, value) in members {
                walk(&format!("{path}.{name}"), value, found);
            }
        }
        _ => {}
    }
}

/// Nothing, an id, a hash, a number, a day or a moment.
fn is_plain(text: &str) -> bool {
    text.is_empty()
        || uuid::Uuid::parse_str(text).is_ok()
        || text.parse::<callout::money::Exact>().is_ok()
        || text.parse::<callout::journal::Hash>().is_ok()
        || text.parse::<chrono::NaiveDate>().is_ok()
        || text.parse::<chrono::NaiveDateTime>().is_ok()
        || chrono::DateTime::parse_from_rfc3339(text).is_ok()
}

pub fn may_stand_bare(path: &str) -> bool {
    let fits = |ending: &&str| {
        let parts: Vec<&str> = path.split('.').collect();
        let wanted: Vec<&str> = ending.split('.').collect();
        let tail = parts.len().checked_sub(wanted.len()).and_then(|at| parts.get(at..));
        tail.is_some_and(|tail| {
            tail.iter().zip(&wanted).all(|(it, as_said)| *as_said == "*" || it == as_said)
        })
    };
    MAY.iter().any(|(_, endings)| endings.iter().any(fits))
}
