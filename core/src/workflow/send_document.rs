//! A confirmed job sheet and an issued invoice are mailed by themselves, once for a version and
//! each of its recipients (S44, S55, R8): an address that is dead holds up no other.

use super::Ask;
use crate::journal::Personal;
use crate::message::{Command, Enclosed, Purpose, Queue};
use crate::nouns::Happened;
use crate::port::ids::named;
use crate::port::renderer::Format;
use crate::{invoice, job_sheet};
use uuid::Uuid;

pub(super) fn react(company: Uuid, document: Uuid, happened: &Happened<'_>) -> Vec<Ask> {
    let (purpose, language, enclosed, activities, send_to) = match happened {
        Happened::JobSheet(job_sheet::Event::Confirmed {
            activity,
            version,
            language,
            send_to,
            ..
        }) => {
            let enclosed = Enclosed { document, version: *version, format: Format::Pdf };
            let activities = vec![*activity];
            (Purpose::JobSheet, *language, enclosed, activities, send_to)
        }
        Happened::Invoice(invoice::Event::Issued { issue, activities, send_to, language }) => {
            let enclosed = Enclosed { document, version: 1, format: issue.format };
            (Purpose::Invoice, *language, enclosed, activities.clone(), send_to)
        }
        _ => return Vec::new(),
    };
    let name: &str = (&purpose).into();
    let queue = |(n, to): (usize, &Personal<String>)| Ask {
        // The intent's id follows from what is sent: asked for twice, it is there once. An address
        // could be guessed from it; its place among the others tells nothing.
        target: named(company, &format!("send:{name}:{document}:{}:{n}", enclosed.version)),
        command: Command::Queue(Queue {
            purpose,
            to: vec![to.clone()],
            subject: String::new(),
            text: String::new(),
            language,
            enclosed: Some(enclosed),
            activities: activities.clone(),
        })
        .into(),
    };
    send_to.iter().enumerate().map(queue).collect()
}
