//! What happened to a company.

use super::{Erased, Kept, Profile, Secret, Settings, State};
use crate::access::Reach;
use crate::journal::FreeText;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use strum::{IntoStaticStr, VariantNames};

/// What happened to a company.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    Created {
        profile: Profile,
        settings: Settings,
        secret: Secret,
    },
    Updated {
        profile: Profile,
        settings: Settings,
    },
    RoleDefined {
        role: String,
        permissions: BTreeMap<String, Reach>,
    },
    RoleDropped {
        role: String,
    },
    PersonsErased {
        persons: Vec<Erased>,
        papers: Vec<Erased>,
        kept: Vec<Kept>,
        /// What was kept of others who were forgotten before, on the papers that go.
        ended: Vec<Kept>,
        reason: FreeText,
    },
    RetentionEnded {
        ended: Vec<Kept>,
        persons: Vec<Erased>,
        papers: Vec<Erased>,
    },
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event {
        Event::Created { profile, settings, .. } | Event::Updated { profile, settings } => {
            state.profile = profile.clone();
            state.settings = settings.clone();
        }
        Event::RoleDefined { role, permissions } => {
            state.roles.insert(role.clone(), permissions.clone());
        }
        Event::RoleDropped { role } => {
            state.roles.remove(role);
        }
        // What is kept of the forgotten is asked of these events; see `kept`.
        Event::PersonsErased { .. } | Event::RetentionEnded { .. } => {}
    }
    state
}
