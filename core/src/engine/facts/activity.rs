//! Facts for an activity's decisions.

use crate::activity::{Activity, Command, Facts, State};
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;

impl Fetch for Activity {
    fn fetch(desk: &mut Desk<'_>, _state: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts { given: desk.given(), ..Facts::default() };
        if let Command::Draft { .. } = command {
            facts.number = desk.next_number("activity")?;
        }
        facts.customer = Some(Default::default());
        Ok(facts)
    }
}
