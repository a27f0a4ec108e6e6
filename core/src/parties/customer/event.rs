//! What happened to a customer.

use super::{Contact, Profile, Site, State};
use crate::noun::Number;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// What happened to a customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    Created { number: Number, profile: Profile },
    Updated { profile: Profile },
    SiteAdded { site: Site },
    SiteUpdated { site: Site },
    ContactAdded { contact: Contact },
    ContactUpdated { contact: Contact },
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event.clone() {
        Event::Created { number, profile } => State { number, profile, ..State::default() },
        Event::Updated { profile } => State { profile, ..state },
        Event::SiteAdded { site } => {
            state.sites.push(site);
            state
        }
        Event::SiteUpdated { site } => {
            if let Some(known) = state.sites.iter_mut().find(|known| known.id == site.id) {
                *known = site;
            }
            state
        }
        Event::ContactAdded { contact } => {
            state.contacts.push(contact);
            state
        }
        Event::ContactUpdated { contact } => {
            if let Some(known) = state.contacts.iter_mut().find(|known| known.id == contact.id) {
                *known = contact;
            }
            state
        }
    }
}
