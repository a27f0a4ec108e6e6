//! What happened to an activity.

use super::{Fault, Followers, Kind, Note, Occurrence, Requirements, State, Status};
use crate::journal::FreeText;
use crate::noun::Number;
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to an activity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The activity was begun (S13, S14), as a draft.
    Created {
        /// The number by which people know the activity, `SA-2026-00017`.
        number: Number,
        /// What sort of work it is: one-off, recurring or under warranty.
        kind: Kind,
        /// The id of the customer for whom the work is done.
        customer: Uuid,
        /// The id of the customer's site where the work is done; nothing where none was named.
        site: Option<Uuid>,
        /// The region in which that is, as the card of the customer or of the site said then;
        /// missing where it said none.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        region: String,
        /// The id of the equipment that is worked on; nothing where none was named.
        equipment: Option<Uuid>,
        /// What the activity is about, in one line; empty once it was forgotten.
        title: FreeText,
        /// What it is about at length, as the customer told it; empty where the title says all.
        description: FreeText,
        /// The moment at which the customer reported it; coverage is judged by its local day (R1).
        reported_at: Instant,
        /// The occurrence of a plan that it is; nothing for a call of its own.
        occurrence: Option<Occurrence>,
        /// Whether its work is construction or assembly work (CZ-CPA 41 to 43); as the card of the
        /// equipment says where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        construction: Option<bool>,
        /// What the activity asks of who plans it; missing where it asks nothing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        requirements: Requirements,
    },
    /// It was said what the activity asks of who plans it (S29). All of it is told, also what
    /// stayed.
    Required {
        /// How urgent it is, by when it is to be done, who can do it and when the customer can.
        requirements: Requirements,
    },
    /// It was said better what the activity is about, or where and on which equipment its work is
    /// done. All of it is told, also what stayed.
    Updated {
        /// What the activity is about from then on, in one line; empty once it was forgotten.
        title: FreeText,
        /// What it is about at length from then on; empty where the title says all.
        description: FreeText,
        /// The id of the equipment that is worked on from then on; nothing where none is named.
        equipment: Option<Uuid>,
        /// The id of the customer's site where the work is done from then on; nothing where none is
        /// named.
        site: Option<Uuid>,
        /// The region in which that is, as the card of the customer or of the site said then;
        /// missing where it said none.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        region: String,
        /// Whether its work is construction or assembly work (CZ-CPA 41 to 43); as the card of the
        /// equipment says where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        construction: Option<bool>,
        /// The visits, mails, open tasks and report that come along to other equipment; missing
        /// where the equipment stayed, and where there are none.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        followers: Followers,
    },
    /// The moment at which the customer reported the activity was put down wrongly and was
    /// corrected.
    ReportedAtCorrected {
        /// The moment at which the customer reported it in truth; coverage is judged by its local
        /// day (R1).
        reported_at: Instant,
        /// Why it is another moment, in words.
        reason: FreeText,
    },
    /// The activity was begun for the wrong customer, or on the wrong site or equipment, and was
    /// given to the right one.
    CustomerCorrected {
        /// The id of the customer for whom the work is done in truth.
        customer: Uuid,
        /// The id of that customer's site where the work is done; nothing where none was named.
        site: Option<Uuid>,
        /// The region in which that is, as the card of the customer or of the site said then;
        /// missing where it said none.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        region: String,
        /// The id of that customer's equipment that is worked on; nothing where none was named.
        equipment: Option<Uuid>,
        /// Why the activity is another's, in words.
        reason: FreeText,
        /// The visits, mails, open tasks and report of the activity, which come along to the right
        /// customer.
        followers: Followers,
    },
    /// The activity was opened to be worked on: the technicians see it.
    Opened {},
    /// It was said who works on the activity and who of them leads (S15, S27).
    Assigned {
        /// The ids of all technicians who work on it from then on, in place of those before; empty
        /// where nobody does.
        technicians: Vec<Uuid>,
        /// The id of the technician of them who leads; nothing where nobody is on it.
        lead: Option<Uuid>,
    },
    /// A technical note was added (S18), or one that stands for the description of a fault that
    /// came late or contradicts what another said (R3).
    NoteAdded {
        /// The note: its text, who wrote it and when, and whether the customer sees it.
        note: Note,
    },
    /// A manager saw the notes and faults that came late and said what to make of them (R3).
    Resolved {
        /// The internal note in which the manager says what to make of them.
        note: Note,
    },
    /// A fault was added (S19, S33).
    FaultAdded {
        /// The fault: what the customer saw, and what caused it and was done about it as far as
        /// anybody said.
        fault: Fault,
    },
    /// It was said better what a fault was.
    FaultUpdated {
        /// The fault as it is described from then on, in place of the one with the same id.
        fault: Fault,
    },
    /// It was said that the work is done: approval and billing follow.
    Completed {},
    /// The activity was opened again: there is more to do after all, or it was closed or given up
    /// by mistake.
    Reopened {
        /// Why the work goes on, in words.
        reason: FreeText,
    },
    /// The activity was closed: nothing more follows.
    Closed {
        /// Why it was closed, in words; nothing where its work was done and nobody gave a reason.
        reason: Option<FreeText>,
    },
    /// The activity was given up before anything was reported (R10).
    Cancelled {
        /// Why it was given up, in words.
        reason: FreeText,
    },
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Created {
            number,
            kind,
            customer,
            site,
            region,
            equipment,
            title,
            description,
            reported_at,
            occurrence,
            construction,
            requirements,
        } => State {
            number,
            kind,
            customer,
            site,
            region,
            equipment,
            title,
            description,
            reported_at,
            occurrence,
            construction,
            requirements,
            ..State::default()
        },
        Event::Required { requirements } => State { requirements, ..state },
        Event::Updated { title, description, equipment, site, region, construction, .. } => {
            let other = (site, equipment) != (state.site, state.equipment);
            let places = state.places + u32::from(other);
            State { title, description, equipment, site, region, construction, places, ..state }
        }
        Event::CustomerCorrected { customer, site, region, equipment, .. } => {
            State { customer, site, region, equipment, places: state.places + 1, ..state }
        }
        Event::ReportedAtCorrected { reported_at, .. } => State { reported_at, ..state },
        Event::Opened {} => State { status: Status::Open, ..state },
        Event::Assigned { technicians, lead } => {
            state.former.extend(state.technicians);
            state.former.retain(|before| !technicians.contains(before));
            State { technicians, lead, ..state }
        }
        Event::NoteAdded { note } => noted(state.unresolved || note.late, state, note),
        Event::Resolved { note } => noted(false, state, note),
        Event::FaultAdded { fault } => {
            state.unresolved |= fault.late;
            state.faults.push(fault);
            state
        }
        Event::FaultUpdated { fault } => {
            if let Some(known) = state.faults.iter_mut().find(|known| known.id == fault.id) {
                *known = fault;
            }
            state
        }
        Event::Completed {} => State { status: Status::Done, ..state },
        Event::Reopened { .. } => State { status: Status::Open, reason: None, ..state },
        Event::Closed { reason } => State { status: Status::Closed, reason, ..state },
        Event::Cancelled { reason } => {
            State { status: Status::Cancelled, reason: Some(reason), ..state }
        }
    }
}

fn noted(unresolved: bool, mut state: State, note: Note) -> State {
    state.notes.push(note);
    State { unresolved, ..state }
}
