//! Facts for a ledger's decisions.

use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::ledger::{Command, Facts, Ledger, State};

impl Fetch for Ledger {
    fn fetch(desk: &mut Desk<'_>, _: &State, _: &Command) -> Result<Facts, Error> {
        Ok(Facts { given: desk.given() })
    }
}
