//! A confirmed job sheet and an issued invoice are mailed by themselves, once for a version and
//! its recipients (S44, S55, R8).

use super::Ask;
use crate::engine::Happened;
use crate::message::{Command, Enclosed, Purpose};
use crate::port::ids::named;
use crate::port::renderer::Format;
use crate::{invoice, job_sheet};
use uuid::Uuid;

pub(super) fn react(company: Uuid, document: Uuid, happened: &Happened<'_>) -> Option<Ask> {
    let (purpose, enclosed, command) = match happened {
        Happened::JobSheet(job_sheet::Event::Confirmed {
            activity,
            version,
            number,
            language,
            send_to,
            ..
        }) if !send_to.is_empty() => {
            let enclosed = Enclosed { document, version: *version, format: Format::Pdf };
            let to = send_to.clone();
            let (number, activities) = (number.clone(), vec![*activity]);
            (
                Purpose::JobSheet,
                enclosed,
                queue(Purpose::JobSheet, to, *language, enclosed, number, activities),
            )
        }
        Happened::Invoice(invoice::Event::Issued { issue, activities, send_to, language })
            if !send_to.is_empty() =>
        {
            let enclosed = Enclosed { document, version: 1, format: issue.format };
            let (to, number) = (send_to.clone(), issue.number.text());
            let activities = activities.clone();
            (
                Purpose::Invoice,
                enclosed,
                queue(Purpose::Invoice, to, *language, enclosed, number, activities),
            )
        }
        _ => return None,
    };
    // The intent's id follows from what is sent: asked for twice, it is there once.
    let purpose: &str = purpose.into();
    let target = named(company, &format!("send:{purpose}:{document}:{}", enclosed.version));
    Some(Ask { target, command: command.into() })
}

fn queue(
    purpose: Purpose,
    to: Vec<crate::journal::Personal<String>>,
    language: crate::document::Language,
    enclosed: Enclosed,
    number: String,
    activities: Vec<Uuid>,
) -> Command {
    let (subject, text, enclosed) = (String::new(), String::new(), Some(enclosed));
    Command::Queue { purpose, to, subject, text, language, enclosed, number, activities }
}
