//! Facts for a technician's decisions.

use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::technician::{Command, Facts, State, Technician};

impl Fetch for Technician {
    fn fetch(desk: &mut Desk<'_>, _: &State, _: &Command) -> Result<Facts, Error> {
        Ok(Facts { given: desk.given(), zone: desk.company.settings.zone })
    }
}
