//! How what happened to a plan is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told(
        "created",
        "Created[: {template.title}], from {starts:local}",
        "Založeno[: {template.title}], od {starts:local}",
    ),
    told(
        "occurrence_generated",
        "Activity generated for {due.date:day}",
        "Vytvořena aktivita na {due.date:day}",
    ),
    told(
        "rule_set",
        "Goes by another rule, from {starts:local}[: {reason}]",
        "Řídí se jiným pravidlem, od {starts:local}[: {reason}]",
    ),
    told("skipped", "Left out: {date:day}[ ({reason})]", "Vynecháno: {date:day}[ ({reason})]"),
    told(
        "unskipped",
        "Taken up again: {date:day}[ ({reason})]",
        "Opět zařazeno: {date:day}[ ({reason})]",
    ),
    told("paused", "Paused", "Pozastaveno"),
    told("resumed", "Resumed", "Obnoveno"),
    told("ended", "Ended[: {reason}]", "Ukončeno[: {reason}]"),
    told("reopened", "Reopened[: {reason}]", "Znovu otevřeno[: {reason}]"),
];
