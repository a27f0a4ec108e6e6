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
pub enum Event {
    /// The company was created, and its journal begins.
    Created {
        /// Who the company is on documents: name, numbers, address.
        profile: Profile,
        /// What the company has decided once for all: zone, language, currency, terms.
        settings: Settings,
        /// The hash of the company's secret, from which ids follow that nobody shall guess, such as
        /// those of mails.
        secret: Secret,
    },
    /// It was changed who the company is or what it has decided. Documents issued before keep what
    /// they say.
    Updated {
        /// Who the company is on documents from then on; all of it, also what stayed.
        profile: Profile,
        /// What the company has decided from then on; all of it, also what stayed.
        settings: Settings,
    },
    /// A role of the company's own was defined, or defined anew.
    RoleDefined {
        /// The name of the role, as actors say it.
        role: String,
        /// Each verb that the role may, `activity.assign`, to how far; a verb that is not here is
        /// closed.
        permissions: BTreeMap<String, Reach>,
    },
    /// A role was taken away: who has it may do nothing from then on.
    RoleDropped {
        /// The name of the role that was taken away.
        role: String,
    },
    /// Natural persons were forgotten: the values about them were deleted, but for what the law
    /// keeps until its term (E93).
    PersonsErased {
        /// The ids under which values about them were kept, each with how many were deleted.
        persons: Vec<Erased>,
        /// The ids of the papers and mails that name one of them and that no law keeps, each with
        /// how many values were deleted with it.
        papers: Vec<Erased>,
        /// What the law keeps of the persons, record by record, each until its last day.
        kept: Vec<Kept>,
        /// What was kept of others who were forgotten before, on the papers that went; it is not
        /// kept any more.
        ended: Vec<Kept>,
        /// Why the persons were forgotten, in words.
        reason: FreeText,
    },
    /// What was kept of forgotten persons and was past its term was deleted.
    RetentionEnded {
        /// What was past its term and is not kept any more, record by record.
        ended: Vec<Kept>,
        /// The ids of the persons of whom it told, each with how many values were deleted.
        persons: Vec<Erased>,
        /// The ids of the papers and mails that went with it, each with how many values were
        /// deleted with it.
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
