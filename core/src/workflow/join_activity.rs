//! Who gets a visit on an activity and was not on it is put on it (S15, S27).

use super::Ask;
use crate::activity::{Command, Join};
use crate::nouns::Happened;
use crate::visit::Event;

pub(super) fn react(happened: &Happened<'_>) -> Option<Ask> {
    let Happened::Visit(
        Event::Planned { technician, joins: Some(activity), .. }
        | Event::Moved { technician, joins: Some(activity), .. },
    ) = happened
    else {
        return None;
    };
    let command = Command::Join(Join { technician: *technician });
    Some(Ask { target: *activity, command: command.into() })
}
