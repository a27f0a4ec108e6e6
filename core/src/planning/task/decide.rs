//! What a task answers.

use super::{About, Command, Create, Event, LIFECYCLE, Refusal, State, Update};
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
    if !matches!(command, Command::Create(_)) {
        allowed(state, command.into())?;
    }
    let event = match command {
        Command::Create(Create { title, note, due, about }) => Event::Created {
            holder: facts.given.actor,
            title: titled(title)?,
            note: note.as_str().into(),
            due: *due,
            about: complete(state, about, facts)?,
            at: facts.given.now,
        },
        Command::Update(Update { title, note, due, about }) => {
            let about = about.as_ref().made(|about| complete(state, about, facts).map(Some))?;
            let note = note.as_ref().map(|note| FreeText::from(note.as_str()));
            Event::Updated {
                title: title.as_deref().map_or_else(|| Ok(state.title.clone()), titled)?,
                note: note.onto(Some(state.note.clone())).unwrap_or_default(),
                due: due.onto(state.due),
                about: about.onto(Some(state.about)).unwrap_or_default(),
            }
        }
        Command::Complete(_) => Event::Completed { at: facts.given.now },
        Command::Reopen(_) => Event::Reopened {},
        Command::Cancel(_) => Event::Cancelled {},
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
        // Who owns a piece of equipment or an activity is there.
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
