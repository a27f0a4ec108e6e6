//! How what happened to a message is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told(
        "queued",
        "[Queued to {to}|Queued][: {subject}]",
        "[Ve frontě pro {to}|Ve frontě][: {subject}]",
    ),
    told("begun", "Being sent", "Odesílá se"),
    told(
        "concluded",
        "{status:status}[: {outcome.detail}|: {outcome.code}][; next try {next_try:time}]",
        "{status:status}[: {outcome.detail}|: {outcome.code}][; další pokus {next_try:time}]",
    ),
    told(
        "bounced",
        "Came back[: {outcome.detail}|: {outcome.code}]",
        "Vrátilo se[: {outcome.detail}|: {outcome.code}]",
    ),
    told("retried", "To be sent again[: {reason}]", "K opětovnému odeslání[: {reason}]"),
    told("withdrawn", "Withdrawn[: {reason}]", "Odvoláno[: {reason}]"),
];
