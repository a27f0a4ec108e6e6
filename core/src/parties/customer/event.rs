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
pub enum Event {
    /// The customer was created: from a register's entry (S4), or by hand (E5).
    Created {
        /// The number by which people know the customer, `ZK-2026-00017`.
        number: Number,
        /// Who the customer is, on documents and to the tax office.
        profile: Profile,
    },
    /// It was changed who the customer is. Documents issued before keep what they say.
    Updated {
        /// Who the customer is from then on, on documents and to the tax office; all of it, also
        /// what stayed.
        profile: Profile,
    },
    /// A place where the customer's equipment stands was added (E3).
    SiteAdded {
        /// The place that was added: its id, name and address.
        site: Site,
    },
    /// It was said better where a site of the customer is.
    SiteUpdated {
        /// The site as it is from then on, in place of the one with the same id.
        site: Site,
    },
    /// Somebody to talk to was added (S57).
    ContactAdded {
        /// The person to talk to: name, addresses, role, and which papers are mailed to them.
        contact: Contact,
    },
    /// It was said better who somebody to talk to is, or how to reach them.
    ContactUpdated {
        /// The contact as it is from then on, in place of the one with the same id.
        contact: Contact,
    },
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
