//! How what happened to a visit is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told(
        "planned",
        "[Proposed{proposed:if}|Planned]: {technician:technician}, {starts..ends:span}",
        "[Navrženo{proposed:if}|Naplánováno]: {technician:technician}, {starts..ends:span}",
    ),
    told("confirmed", "Confirmed by the customer", "Potvrzeno zákazníkem"),
    told(
        "moved",
        "Moved: {technician:technician}, {starts..ends:span}",
        "Přesunuto: {technician:technician}, {starts..ends:span}",
    ),
    told("accepted", "Accepted", "Přijato"),
    told(
        "suggested",
        "[Another time suggested: {suggestion.wish.move.starts..suggestion.wish.move.ends:span}\
         |Declined][: {suggestion.note}]",
        "[Navržen jiný čas: {suggestion.wish.move.starts..suggestion.wish.move.ends:span}\
         |Odmítnuto][: {suggestion.note}]",
    ),
    told("dismissed", "Left as it is planned", "Ponecháno, jak je naplánováno"),
    told(
        "stepped",
        "{step.to:status}, {step.at:time}[: {note}][ (late){late:if}]",
        "{step.to:status}, {step.at:time}[: {note}][ (pozdě){late:if}]",
    ),
    told(
        "step_conflicted",
        "In conflict: [{by:technician?}, ]{step.to:status}, {step.at:time}[: {note}]",
        "V rozporu: [{by:technician?}, ]{step.to:status}, {step.at:time}[: {note}]",
    ),
    told("resolved", "Conflict resolved[: {resolution}]", "Rozpor vyřešen[: {resolution}]"),
    told("cancelled", "Cancelled[: {reason}]", "Zrušeno[: {reason}]"),
    told(
        "followed",
        "The activity came to another customer: {customer:customer}",
        "Aktivita přešla k jinému zákazníkovi: {customer:customer}",
    ),
];
