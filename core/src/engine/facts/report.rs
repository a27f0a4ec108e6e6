//! Facts for a report's decisions.

use crate::access::Reach;
use crate::activity::Activity;
use crate::coverage::Case;
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::Equipment;
use crate::error::Error;
use crate::port::index::{Cell, is};
use crate::report::{Command, Facts, OnActivity, Report, State};
use crate::visit::{self, Row};

impl Fetch for Report {
    fn fetch(desk: &mut Desk<'_>, _: &State, _: &Command) -> Result<Facts, Error> {
        Ok(Facts {
            given: desk.given(),
            only_own: desk.reach == Reach::Own,
            four_eyes: desk.company.settings.four_eyes,
            activity: on_activity(desk)?,
        })
    }
}

fn on_activity(desk: &mut Desk<'_>) -> Result<Option<OnActivity>, Error> {
    let id = desk.given.id;
    let Some(found) = desk.state::<Activity>(id)? else { return Ok(None) };
    let warranty = match found.equipment {
        Some(equipment) => desk.state::<Equipment>(equipment)?.and_then(|it| it.warranty),
        None => None,
    };
    let mut technicians: std::collections::BTreeSet<_> =
        found.technicians.iter().copied().collect();
    // Who was on a visit reports what was done there, also after being taken off (R3).
    for visit in desk.rows(&visit::TABLE, vec![is("activity", Cell::Id(id))], "starts", 200)? {
        technicians.insert(desk.row::<Row>(&visit)?.technician);
    }
    Ok(Some(OnActivity {
        state: found.lifecycle,
        customer: found.customer,
        equipment: found.equipment,
        technicians,
        case: Case {
            kind: found.kind,
            reported_on: desk.company.settings.zone.wall(found.reported_at).date(),
            warranty_until: warranty.and_then(|warranty| warranty.ends),
        },
    }))
}
