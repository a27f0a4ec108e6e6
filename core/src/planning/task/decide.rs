//! What a task answers.

use super::{About, Command, Event, LIFECYCLE, Refusal, State};
use crate::journal::FreeText;
use crate::noun::{Given, Step, verbs};
use uuid::Uuid;

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// Whether the named customer is there.
    pub customer_there: bool,
    /// Whose the named equipment is, if there is one.
    pub equipment_owner: Option<Uuid>,
    /// Customer and equipment of the named activity, if there is one.
    pub activity: Option<(Uuid, Option<Uuid>)>,
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    if !matches!(command, Command::Create { .. }) {
        allowed(state, command.into())?;
    }
    let event = match command {
        Command::Create { title, note, due, about } => Event::Created {
            holder: facts.given.actor,
            title: titled(title)?,
            note: note.as_str().into(),
            due: *due,
            about: complete(state, about, facts)?,
            at: facts.given.now,
        },
        Command::Update { title, note, due, about } => {
            let about = about.as_ref().map(|about| complete(state, about, facts)).transpose()?;
            let changed = Event::Updated {
                title: title.as_deref().map_or_else(|| Ok(state.title.clone()), titled)?,
                note: note.as_deref().map_or_else(|| state.note.clone(), FreeText::from),
                due: due.or(state.due),
                about: about.unwrap_or(state.about),
            };
            if super::apply(state.clone(), &changed) == *state {
                return Ok(Vec::new());
            }
            changed
        }
        Command::Complete {} => Event::Completed { at: facts.given.now },
        Command::Reopen {} => Event::Reopened {},
        Command::Cancel {} => Event::Cancelled {},
    };
    Ok(vec![event])
}

fn allowed(state: &State, verb: &'static str) -> Result<(), Refusal> {
    if Step::next(LIFECYCLE, state.status, verb).is_some() {
        return Ok(());
    }
    Err(Refusal::WrongStatus {
        status: state.status,
        verb,
        allowed: verbs(LIFECYCLE, state.status),
    })
}

fn titled(title: &str) -> Result<FreeText, Refusal> {
    let title = title.trim();
    if title.is_empty() { Err(Refusal::TitleMissing {}) } else { Ok(title.into()) }
}

/// What it is about with what follows from it, so that the task shows in all their timelines.
fn complete(state: &State, about: &About, facts: &Facts) -> Result<About, Refusal> {
    if *about == state.about {
        return Ok(state.about);
    }
    let mut whole = *about;
    if let Some(activity) = about.activity {
        let Some((customer, equipment)) = facts.activity else {
            return Err(Refusal::NoActivity { activity: activity.to_string() });
        };
        whole.customer = Some(agree(about.customer, customer)?);
        whole.equipment = about.equipment.or(equipment);
    }
    if let Some(equipment) = about.equipment {
        let Some(owner) = facts.equipment_owner else {
            return Err(Refusal::NoEquipment { equipment: equipment.to_string() });
        };
        whole.customer = Some(agree(whole.customer, owner)?);
    }
    match whole.customer {
        // Who owns a machine or an activity is there.
        Some(customer) if about.customer.is_some() && !facts.customer_there => {
            Err(Refusal::NoCustomer { customer: customer.to_string() })
        }
        _ => Ok(whole),
    }
}

fn agree(said: Option<Uuid>, follows: Uuid) -> Result<Uuid, Refusal> {
    match said {
        Some(said) if said != follows => {
            Err(Refusal::TwoCustomers { customer: said.to_string(), other: follows.to_string() })
        }
        _ => Ok(follows),
    }
}
