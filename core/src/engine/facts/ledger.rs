//! Facts for a ledger's decisions.

use crate::billing::{Command, Facts, Ledger, State};
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;

impl Fetch for Ledger {
    fn fetch(desk: &mut Desk<'_>, _: &State, _: &Command) -> Result<Facts, Error> {
        Ok(Facts { given: desk.given() })
    }
}
