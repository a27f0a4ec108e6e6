//! Facts for a plan's decisions.

use super::equipment::sites;
use crate::customer::Customer;
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::{Equipment, Status};
use crate::error::Error;
use crate::plan::{Command, Create, Facts, Plan, State, Template};
use crate::technician::Technician;

impl Fetch for Plan {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts { given: desk.given(), company: desk.tenant, ..Facts::default() };
        if let Command::Create(Create { template, .. }) = command {
            facts.customer = sites(desk.named::<Customer>(template.customer)?);
        }
        let machine = match command {
            Command::Create(Create {
                template: Template { equipment: Some(machine), .. }, ..
            }) => desk.named::<Equipment>(*machine)?,
            Command::GenerateDue(_) => match state.template.equipment {
                Some(machine) => desk.state::<Equipment>(machine)?,
                None => None,
            },
            _ => None,
        };
        let technicians = match command {
            Command::Create(Create { template, .. }) => &template.technicians[..],
            Command::GenerateDue(_) => &state.template.technicians[..],
            _ => &[],
        };
        for technician in technicians {
            let found = match command {
                Command::Create(_) => desk.named::<Technician>(*technician)?,
                _ => desk.state::<Technician>(*technician)?,
            };
            facts.technicians.extend(found.filter(|it| it.is_active()).map(|_| *technician));
        }
        if let Some(found) = machine {
            facts.scrapped = found.status == Status::Scrapped;
            facts.equipment_owner = Some(found.customer);
        }
        Ok(facts)
    }
}
