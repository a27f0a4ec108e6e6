//! Facts for a company's decisions.

use crate::company::{Command, Company, Facts, State};
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;

impl Fetch for Company {
    fn fetch(desk: &mut Desk<'_>, _: &State, command: &Command) -> Result<Facts, Error> {
        let values_kept = match command {
            Command::ErasePerson { person, .. } => desk.tx.quoted(desk.company_id, *person)?,
            _ => 0,
        };
        Ok(Facts { given: desk.given(), company: desk.company_id, values_kept })
    }
}
