//! Facts for a rendering's decisions.

use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::journal::Hash;
use crate::rendering::{Command, Facts, Page, Rendering, State};
use uuid::Uuid;

impl Fetch for Rendering {
    fn fetch(desk: &mut Desk<'_>, _: &State, _: &Command) -> Result<Facts, Error> {
        Ok(Facts { given: desk.given() })
    }

    fn page(_: Uuid, state: &State, _: &Hash) -> Option<Page> {
        state.rendered.as_ref().map(|rendered| rendered.page)
    }
}
