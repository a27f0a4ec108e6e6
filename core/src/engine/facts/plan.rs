//! Facts for a plan's decisions.

use super::equipment::sites;
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::{Equipment, Lifecycle};
use crate::error::Error;
use crate::plan::{Command, Facts, Plan, State};

impl Fetch for Plan {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts { given: desk.given(), company: desk.company_id, ..Facts::default() };
        if let Command::SetUp { template, .. } = command {
            facts.customer = sites(desk, template.customer)?;
        }
        let machine = match command {
            Command::SetUp { template, .. } => template.equipment,
            Command::Create { .. } => state.template.equipment,
            _ => None,
        };
        if let Some(machine) = machine {
            let found = desk.state::<Equipment>(machine)?;
            facts.scrapped = found.as_ref().is_some_and(|it| it.lifecycle == Lifecycle::Scrapped);
            facts.equipment_owner = found.map(|it| it.customer);
        }
        Ok(facts)
    }
}
