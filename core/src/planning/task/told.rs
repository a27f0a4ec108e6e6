//! How what happened to a task is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told(
        "created",
        "[For {holder:technician?}|Created][: {title}][, due {due:time}]",
        "[Řeší {holder:technician?}|Založeno][: {title}][, termín {due:time}]",
    ),
    told(
        "updated",
        "Updated[: {title}][, due {due:time}]",
        "Upraveno[: {title}][, termín {due:time}]",
    ),
    told("completed", "Done, {at:time}", "Hotovo, {at:time}"),
    told("reopened", "Reopened", "Znovu otevřeno"),
    told("cancelled", "Cancelled", "Zrušeno"),
];
