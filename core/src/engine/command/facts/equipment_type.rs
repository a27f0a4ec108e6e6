//! Facts for the decisions of a type of equipment.

use crate::engine::desk::{Desk, Fetch};
use crate::equipment_type::{Command, EquipmentType, Facts, State};
use crate::error::Error;

impl Fetch for EquipmentType {
    fn fetch(desk: &mut Desk<'_>, _: &State, _: &Command) -> Result<Facts, Error> {
        Ok(Facts { given: desk.given() })
    }
}
