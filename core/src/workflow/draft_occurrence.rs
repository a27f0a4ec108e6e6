//! A plan's occurrence becomes an activity (S62, R7).

use super::Ask;
use crate::activity::{Command, Create, Kind, Occurrence, Requirements};
use crate::nouns::Happened;
use crate::plan;
use uuid::Uuid;

pub(super) fn react(plan: Uuid, happened: &Happened<'_>) -> Option<Ask> {
    let Happened::Plan(plan::Event::OccurrenceGenerated { due, template }) = happened else {
        return None;
    };
    let command = Command::Create(Create {
        kind: Kind::Recurring,
        construction: None,
        customer: template.customer,
        site: template.site,
        equipment: template.equipment,
        title: template.title.words().to_owned(),
        description: template.description.words().to_owned(),
        reported_at: None,
        occurrence: Some(Occurrence { plan, original_date: due.date }),
        requirements: Requirements::default(),
    });
    Some(Ask { target: due.activity, command: command.into() })
}
