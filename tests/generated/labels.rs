//! The labels for people: each noun, status, verb and choice has one, in both languages.

use super::support::must_be;
use callout::activity::Priority;
use callout::availability::Why;
use callout::codebook::labels;
use callout::slot::{LeftOut, Point};
use callout::visit::Obstacle;
use std::collections::BTreeSet;
use strum::VariantNames;

const PATH: &str = "include/schema/labels.json";

#[test]
fn the_labels_are_what_is_declared() {
    let labels = labels();
    must_be(PATH, &format!("{}\n", serde_json::to_string_pretty(&labels).expect("JSON")));
    let kinds: BTreeSet<_> = labels.iter().map(|label| label.kind).collect();
    assert_eq!(kinds, ["choice", "noun", "status", "verb"].into());
    let names: BTreeSet<_> = labels.iter().map(|label| (label.kind, label.name)).collect();
    assert_eq!(names.len(), labels.len(), "one is there twice");
}

#[test]
fn every_choice_has_a_label() {
    let labels = labels();
    let known: BTreeSet<_> =
        labels.iter().filter(|it| it.kind == "choice").map(|it| it.name).collect();
    let all = [Priority::VARIANTS, Why::VARIANTS, Obstacle::VARIANTS, LeftOut::VARIANTS];
    for choice in all.concat().iter().chain(Point::VARIANTS) {
        assert!(known.contains(choice), "{choice} has no label");
    }
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
