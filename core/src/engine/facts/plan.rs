//! Facts for a plan's decisions.

use super::equipment::sites;
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::Equipment;
use crate::error::Error;
use crate::plan::{Command, Facts, Plan, State};

impl Fetch for Plan {
    fn fetch(desk: &mut Desk<'_>, _: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts { given: desk.given(), company: desk.company_id, ..Facts::default() };
        if let Command::SetUp { template, .. } = command {
            facts.customer = sites(desk, template.customer)?;
            if let Some(equipment) = template.equipment {
                facts.equipment_owner = desk.state::<Equipment>(equipment)?.map(|it| it.customer);
            }
        }
        Ok(facts)
    }
}
