//! Facts for a message's decisions.

use crate::activity::Activity;
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::message::{Command, Facts, Message, State};

impl Fetch for Message {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts {
            given: desk.given(),
            known: !state.to.is_empty(),
            company: desk.company.profile.name.clone(),
            ..Facts::default()
        };
        if let Command::Queue { activities, .. } = command {
            for activity in activities {
                match desk.state::<Activity>(*activity)? {
                    Some(found) => facts.customer = Some(found.customer),
                    None => facts.missing = Some(*activity),
                }
            }
        }
        Ok(facts)
    }
}
