//! What happened to a company.

use super::{Profile, Settings, State};
use crate::access::Reach;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// What happened to a company.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Event {
    Founded { profile: Profile, settings: Settings },
    Changed { profile: Profile, settings: Settings },
    RoleDefined { role: String, verbs: BTreeMap<String, Reach> },
    RoleDropped { role: String },
    PersonErased { person: Uuid, values: u32, ground: String },
}

/// Folds an event.
pub fn apply(mut state: State, event: &Event) -> State {
    match event {
        Event::Founded { profile, settings } | Event::Changed { profile, settings } => {
            state.profile = profile.clone();
            state.settings = settings.clone();
        }
        Event::RoleDefined { role, verbs } => {
            state.roles.insert(role.clone(), verbs.clone());
        }
        Event::RoleDropped { role } => {
            state.roles.remove(role);
        }
        Event::PersonErased { .. } => {}
    }
    state
}
