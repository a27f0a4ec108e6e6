//! How what happened to an activity is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told(
        "created",
        "Created as {number.text}[: {title}]",
        "Založeno jako {number.text}[: {title}]",
    ),
    told("updated", "Updated[: {title}]", "Upraveno[: {title}]"),
    told(
        "required",
        "Requirements of planning set[: {requirements.priority:choice}][, by {requirements.deadline.at:time}]",
        "Nastaveny požadavky na plánování[: {requirements.priority:choice}][, do {requirements.deadline.at:time}]",
    ),
    told(
        "reported_at_corrected",
        "Time of the report corrected: {reported_at:time}[ ({reason})]",
        "Opraven čas nahlášení: {reported_at:time}[ ({reason})]",
    ),
    told(
        "customer_corrected",
        "Customer corrected: {customer:customer}[ ({reason})]",
        "Opraven zákazník: {customer:customer}[ ({reason})]",
    ),
    told("opened", "Opened", "Otevřeno"),
    told(
        "assigned",
        "[Assigned: {technicians:technician}|Nobody is assigned any more][; lead: {lead:technician}{technicians:several}]",
        "[Přiděleno: {technicians:technician}|Nikdo už není přidělen][; vede {lead:technician}{technicians:several}]",
    ),
    told(
        "note_added",
        "[Internal note{note.internal:if}|Note][: {note.text}][ (late){note.late:if}]",
        "[Interní poznámka{note.internal:if}|Poznámka][: {note.text}][ (pozdě){note.late:if}]",
    ),
    told(
        "resolved",
        "Late notes and faults resolved[: {note.text}]",
        "Pozdní poznámky a závady vyřešeny[: {note.text}]",
    ),
    told(
        "fault_added",
        "Fault[: {fault.symptom}][ – cause: {fault.cause}][ – remedy: {fault.remedy}][ (late){fault.late:if}]",
        "Závada[: {fault.symptom}][ – příčina: {fault.cause}][ – odstranění: {fault.remedy}][ (pozdě){fault.late:if}]",
    ),
    told(
        "fault_updated",
        "Fault updated[: {fault.symptom}][ – cause: {fault.cause}][ – remedy: {fault.remedy}][ (late){fault.late:if}]",
        "Závada upřesněna[: {fault.symptom}][ – příčina: {fault.cause}][ – odstranění: {fault.remedy}][ (pozdě){fault.late:if}]",
    ),
    told("completed", "Work done", "Práce hotova"),
    told("reopened", "Reopened[: {reason}]", "Znovu otevřeno[: {reason}]"),
    told("closed", "Closed[: {reason}]", "Uzavřeno[: {reason}]"),
    told("cancelled", "Cancelled[: {reason}]", "Zrušeno[: {reason}]"),
];
