//! Facts for a series' decisions.

use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::series::{Command, Facts, Series, State};

impl Fetch for Series {
    fn fetch(desk: &mut Desk<'_>, _: &State, _: &Command) -> Result<Facts, Error> {
        Ok(Facts { given: desk.given() })
    }
}
