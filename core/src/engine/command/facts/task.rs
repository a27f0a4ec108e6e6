//! Facts for a task's decisions.

use crate::Patch;
use crate::activity::Activity;
use crate::customer::Customer;
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::Equipment;
use crate::error::Error;
use crate::task::{Command, Create, Facts, State, Task, Update};

impl Fetch for Task {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts { given: desk.given(), ..Facts::default() };
        let (Command::Create(Create { about, .. })
        | Command::Update(Update { about: Patch::Set(about), .. })) = command
        else {
            return Ok(facts);
        };
        // What it is about already, whoever said so, may be said again.
        if *about == state.about {
            return Ok(facts);
        }
        // What he may not see tells him nothing about whose it is.
        if let Some(activity) = about.activity {
            let found = desk.named::<Activity>(activity)?;
            facts.activity = found.map(|it| (it.customer, it.equipment));
        }
        if let Some(customer) = about.customer {
            facts.customer_there = desk.named::<Customer>(customer)?.is_some();
        }
        if let Some(equipment) = about.equipment {
            let found = desk.named::<Equipment>(equipment)?;
            facts.equipment_owner = found.map(|it| it.customer);
        }
        Ok(facts)
    }
}
