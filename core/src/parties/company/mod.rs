//! The company that does the service: who it is on documents, what it has decided once for all.

mod command;
mod decide;
mod erasing;
mod event;
mod numbers;
mod query;
mod refusal;
mod registration;
mod secret;
mod settings;
mod told;

pub use command::{
    Command, Create, DefineRole, DropRole, EraseExpired, ErasePersons, Update, Verb,
};
pub use decide::{Facts, decide};
pub(crate) use erasing::kept;
pub use erasing::{Erased, Kept, Quoted, Retention, TaxPeriod};
pub use event::{Event, apply};
pub use query::{Filter, Order, Row, TABLE};
pub use refusal::Refusal;
pub use registration::{VatRegistration, VatSince, registration};
pub use secret::Secret;
pub use settings::{Profile, ProfileChange, Settings, SettingsChange};

use crate::access::{OPENED, Reach, TECHNICIAN};
use crate::journal::Hash;
use crate::noun::{Links, Noun, doors};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The company as a noun.
pub struct Company;

/// A company. Its id leads every key: two companies in one store never see each other (E98).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct State {
    /// Who it is on documents: name, numbers, address.
    pub profile: Profile,
    /// What it has decided once for all: zone, language, currency, terms.
    pub settings: Settings,
    /// The roles that it defined apart from the built-in ones: the name of a role to the verbs that
    /// it may, each with how far.
    pub roles: BTreeMap<String, BTreeMap<String, Reach>>,
}

impl State {
    /// How far a verb reaches for a role of this company, built in or its own.
    pub fn reach(&self, role: &str, verb: &str) -> Reach {
        if self.settings.technicians_read_all && role == TECHNICIAN && OPENED.contains(&verb) {
            return Reach::All;
        }
        crate::access::reach(role, verb).unwrap_or_else(|| {
            let own = self.roles.get(role).and_then(|verbs| verbs.get(verb));
            own.copied().unwrap_or(Reach::No)
        })
    }
}

impl Noun for Company {
    doors!("company", fold 1, tables [TABLE]);

    fn hide_prices(state: &mut State) {
        state.profile.iban.clear();
    }

    fn hide_event_prices(event: &mut Event) {
        if let Event::Created { profile, .. } | Event::Updated { profile, .. } = event {
            profile.iban.clear();
        }
    }

    fn reaches_further(event: &Event) -> bool {
        matches!(event, Event::PersonsErased { .. } | Event::RetentionEnded { .. })
    }

    fn secret(event: &Event) -> Option<&Hash> {
        match event {
            Event::Created { secret, .. } => secret.kept(),
            _ => None,
        }
    }

    fn links(_: Uuid, _: &State) -> Links {
        Links::default()
    }
}
