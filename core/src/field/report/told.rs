//! How what happened to a report is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told("begun", "Report begun", "Výkaz založen"),
    told(
        "line_planned",
        "Planned: [{content.name}|{content.code}], {content.unit..value.quantity:measured}",
        "Naplánováno: [{content.name}|{content.code}], {content.unit..value.quantity:measured}",
    ),
    told(
        "line_reported",
        "Reported: [{content.name}|{content.code}], {content.unit..value.quantity:measured}[, {worked.from..worked.to:times}][, {done_on:day}][ ({value.reason})][ (late){late:if}]",
        "Vykázáno: [{content.name}|{content.code}], {content.unit..value.quantity:measured}[, {worked.from..worked.to:times}][, {done_on:day}][ ({value.reason})][ (pozdě){late:if}]",
    ),
    told(
        "conflict_reported",
        "Reported otherwise: {line:part}, {conflict.content.unit..conflict.value.quantity:measured}[ ({conflict.value.reason})]",
        "Vykázáno jinak: {line:part}, {conflict.content.unit..conflict.value.quantity:measured}[ ({conflict.value.reason})]",
    ),
    told(
        "conflict_resolved",
        "Conflict resolved: {line:part}, [taken over{accepted:if}|left as it was][ ({resolution})]",
        "Rozpor vyřešen: {line:part}, [převzato{accepted:if}|ponecháno][ ({resolution})]",
    ),
    told("line_removed", "Taken out: {line:part}", "Vyjmuto: {line:part}"),
    told(
        "reading_recorded",
        "{reading.parameter}: {reading.value:number} {reading.unit}",
        "{reading.parameter}: {reading.value:number} {reading.unit}",
    ),
    told(
        "reading_corrected",
        "Reading corrected: {reading:part}, {value:number} {unit}, before {correction.value:number} {correction.unit}[ ({correction.reason})]",
        "Opraven odečet: {reading:part}, {value:number} {unit}, předtím {correction.value:number} {correction.unit}[ ({correction.reason})]",
    ),
    told("line_submitted", "Submitted: {line:part}", "Předáno ke schválení: {line:part}"),
    told(
        "line_approved",
        "Approved: {line:part}, {line..value.quantity:measured}[ ({value.reason})]",
        "Schváleno: {line:part}, {line..value.quantity:measured}[ ({value.reason})]",
    ),
    told(
        "line_rejected",
        "Rejected: {line:part}[ ({reason})]",
        "Zamítnuto: {line:part}[ ({reason})]",
    ),
    told(
        "line_returned",
        "Returned: {line:part}[ ({reason})]",
        "Vráceno k opravě: {line:part}[ ({reason})]",
    ),
    told(
        "approval_withdrawn",
        "Approval withdrawn: {line:part}[ ({reason})]",
        "Schválení odvoláno: {line:part}[ ({reason})]",
    ),
    told(
        "rejection_withdrawn",
        "Rejection withdrawn: {line:part}[ ({reason})]",
        "Zamítnutí odvoláno: {line:part}[ ({reason})]",
    ),
    told(
        "release_withdrawn",
        "Release withdrawn: {line:part}[ ({reason})]",
        "Uvolnění k fakturaci odvoláno: {line:part}[ ({reason})]",
    ),
    told(
        "line_released",
        "Released for billing: {line:part}, {line..quantity:measured}",
        "Uvolněno k fakturaci: {line:part}, {line..quantity:measured}",
    ),
];
