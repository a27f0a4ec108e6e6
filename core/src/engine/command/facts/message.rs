//! Facts for a message's decisions.

use crate::activity::Activity;
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::invoice::Invoice;
use crate::job_sheet::JobSheet;
use crate::message::{Command, Document, Enclosed, Facts, Message, Purpose, Queue, State};

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
                facts.document = document(desk, enclosed)?;
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
            if let (Some(document), Some(customer)) = (&facts.document, facts.customer)
                && document.customer != customer
            {
                let other = activities.iter().find(|it| !document.activities.contains(it));
                facts.elsewhere = facts.elsewhere.or(other.copied());
            }
        }
        Ok(facts)
    }
}

/// The enclosed document, where it may go out: the newest version, confirmed or issued (R6).
fn document(desk: &mut Desk<'_>, enclosed: &Enclosed) -> Result<Option<Document>, Error> {
    if let Some(sheet) = desk.named::<JobSheet>(enclosed.document)? {
        let sent = sheet.version == enclosed.version && sheet.confirmed.is_some();
        return Ok(sent.then(|| Document {
            purpose: Purpose::JobSheet,
            number: sheet.number.text(),
            customer: sheet.customer,
            activities: vec![sheet.activity],
        }));
    }
    let invoice = desk.named::<Invoice>(enclosed.document)?.filter(|_| enclosed.version == 1);
    Ok(invoice.and_then(|invoice| {
        Some(Document {
            purpose: Purpose::Invoice,
            number: invoice.issue.as_ref()?.number.text(),
            customer: invoice.customer,
            activities: invoice.activities.clone(),
        })
    }))
}
