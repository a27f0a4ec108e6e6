//! Facts for a rendering's decisions.

use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::rendering::{Command, Facts, Rendering, State};

impl Fetch for Rendering {
    fn fetch(desk: &mut Desk<'_>, _: &State, _: &Command) -> Result<Facts, Error> {
        Ok(Facts { given: desk.given() })
    }
}
