//! A plan's occurrence becomes an activity, with its technicians, opened where the plan says so
//! (S62, R7).

use super::Ask;
use crate::activity::{Assign, Command, Create, Kind, Occurrence, Open, Requirements};
use crate::nouns::Happened;
use crate::plan;
use uuid::Uuid;

pub(super) fn react(plan: Uuid, happened: &Happened<'_>) -> Vec<Ask> {
    let Happened::Plan(plan::Event::OccurrenceGenerated { due, template }) = happened else {
        return Vec::new();
    };
    let ask = |command: Command| Ask { target: due.activity, command: command.into() };
    let create = Create {
        kind: Kind::Recurring,
        construction: None,
        customer: template.customer,
        site: template.site,
        equipment: template.equipment,
        title: template.title.words().to_owned(),
        description: template.description.words().to_owned(),
        reported_at: None,
        occurrence: Some(Occurrence { plan, original_date: due.date }),
        requirements: Requirements {
            earliest: due.earliest,
            wanted_by: due.wanted_by,
            ..template.requirements.clone()
        },
    };
    let technicians = template.technicians.clone();
    let lead = technicians.first().copied();
    let assign = lead.is_some().then_some(Assign { technicians, lead });
    let open = template.opened.then_some(Open {});
    let create = std::iter::once(ask(create.into()));
    create.chain(assign.map(|it| ask(it.into()))).chain(open.map(|it| ask(it.into()))).collect()
}
