//! Facts for a plan's decisions.

use crate::customer::Customer;
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::plan::{Command, Facts, Plan, State};

impl Fetch for Plan {
    fn fetch(desk: &mut Desk<'_>, _: &State, command: &Command) -> Result<Facts, Error> {
        let customer_known = match command {
            Command::SetUp { template, .. } => desk.state::<Customer>(template.customer)?.is_some(),
            _ => true,
        };
        Ok(Facts { given: desk.given(), company: desk.company_id, customer_known })
    }
}
