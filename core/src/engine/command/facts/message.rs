//! Facts for a message's decisions.

use crate::activity::Activity;
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::invoice::Invoice;
use crate::job_sheet::JobSheet;
use crate::message::{Command, Enclosed, Facts, Message, Queue, State};

impl Fetch for Message {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts {
            given: desk.given(),
            known: !state.to.is_empty(),
            company: desk.company.profile.name.clone(),
            retry_after: desk.company.settings.retry_after.clone(),
            ..Facts::default()
        };
        if let Command::Queue(Queue { to, activities, enclosed, .. }) = command {
            for address in to {
                desk.human(address.person())?;
            }
            if let Some(enclosed) = enclosed {
                facts.final_document = is_final(desk, enclosed)?;
            }
            for activity in activities {
                match desk.named::<Activity>(*activity)? {
                    Some(found) if facts.customer.is_some_and(|it| it != found.customer) => {
                        facts.elsewhere = facts.elsewhere.or(Some(*activity));
                    }
                    Some(found) => facts.customer = Some(found.customer),
                    None => facts.missing = facts.missing.or(Some(*activity)),
                }
            }
        }
        Ok(facts)
    }
}

/// What of the enclosed document may go out: the newest version, confirmed or issued (R6).
fn is_final(desk: &mut Desk<'_>, enclosed: &Enclosed) -> Result<bool, Error> {
    if let Some(sheet) = desk.named::<JobSheet>(enclosed.document)? {
        return Ok(sheet.version == enclosed.version && sheet.confirmed.is_some());
    }
    let invoice = desk.named::<Invoice>(enclosed.document)?;
    Ok(enclosed.version == 1 && invoice.is_some_and(|invoice| invoice.issue.is_some()))
}
