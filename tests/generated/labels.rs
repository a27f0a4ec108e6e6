//! The labels for people: each noun, each status and each verb has one, in both languages.

use super::support::must_be;
use callout::codebook::labels;
use std::collections::BTreeSet;

const PATH: &str = "include/schema/labels.json";

#[test]
fn the_labels_are_what_is_declared() {
    let labels = labels();
    must_be(PATH, &format!("{}\n", serde_json::to_string_pretty(&labels).expect("JSON")));
    let kinds: BTreeSet<_> = labels.iter().map(|label| label.kind).collect();
    assert_eq!(kinds, ["noun", "status", "verb"].into());
    let names: BTreeSet<_> = labels.iter().map(|label| (label.kind, label.name)).collect();
    assert_eq!(names.len(), labels.len(), "one is there twice");
}

#[test]
fn a_label_is_no_part_of_a_sentence() {
    for label in labels() {
        for text in [label.en, label.cs] {
            let plain = !text.is_empty() && !text.starts_with("a ") && !text.ends_with('.');
            assert!(plain && text.trim() == text, "{}: {text}", label.name);
        }
        // The infinitive, as it stands on a button.
        let first = label.cs.split(' ').find(|word| *word != "znovu").unwrap_or_default();
        assert!(label.kind != "verb" || first.ends_with('t'), "{}: {}", label.name, label.cs);
    }
}
