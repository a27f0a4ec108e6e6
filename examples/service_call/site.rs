//! Execution: the technician's day, the job sheet, the signature (S30 to S45).

use crate::enquiry::Case;
use crate::planning::Work;
use crate::story::{Story, heading, refused, told};
use callout::activity;
use callout::activity::Activity;
use callout::adapters::mail::folder::FolderMailer;
use callout::job_sheet::JobSheet;
use callout::noun::{List, ToAdd};
use callout::port::mailer::Delivery;
use callout::port::renderer::Format;
use callout::rendering::Page;
use callout::report::Report;
use callout::visit::Visit;
use callout::{job_sheet, report, task, visit};
use chrono::Duration;
use serde_json::json;
use std::error::Error;
use uuid::Uuid;

pub fn work(story: &mut Story, case: &Case, work: &Work) -> Result<Uuid, Box<dyn Error>> {
    heading("The technician's day");
    story.at_wall(work.starts - Duration::hours(1))?;
    own_list(story, case, work)?;
    let technician = story.technician();
    told("takes notice", {
        let version = story.version::<Visit>(work.visit)?;
        technician.change(work.visit, version, visit::Accept {})
    })?;
    step(story, work, "on the way", visit::Travel { at: None }, 50)?;
    step(story, work, "at work", visit::Start { at: None }, 60)?;
    step(story, work, "a break", visit::Pause { at: None }, 15)?;
    step(story, work, "at work again", visit::Resume { at: None }, 45)?;
    let done = visit::Finish { at: None, note: Some("Hotovo, vyzkoušeno.".into()) };
    step(story, work, "finished", done, 5)?;
    report(story, work)?;
    sheet(story, work)
}

fn own_list(story: &Story, case: &Case, work: &Work) -> Result<(), Box<dyn Error>> {
    let technician = story.technician();
    let list = List { limit: 20, ..List::default() };
    for row in technician.list::<Visit>(list)?.rows {
        println!("  in his calendar: {} – {}", row.starts.local, row.ends.local.time());
    }
    let about = task::About {
        customer: Some(case.customer),
        equipment: Some(case.equipment),
        activity: Some(work.activity),
    };
    let add =
        task::Create {
            title: "Vzít náhradní filtr".into(), note: String::new(), due: None, about
        };
    told("a task of his own", technician.create(add))?;
    refused("cancelling the activity is not his to do", {
        let version = story.version::<Activity>(work.activity)?;
        let cancel = activity::Cancel { reason: "nechce se mi".into() };
        technician.change(work.activity, version, cancel)
    })
}

fn step(
    story: &mut Story,
    work: &Work,
    what: &str,
    command: impl ToAdd<Command = visit::Command>,
    minutes: i64,
) -> Result<(), Box<dyn Error>> {
    told(what, story.technician().add(work.visit, command))?;
    story.later(minutes);
    Ok(())
}

fn report(story: &mut Story, work: &Work) -> Result<(), Box<dyn Error>> {
    heading("What was done");
    let technician = story.technician();
    let planned = technician.get::<Report>(work.activity)?.state.lines;
    let quantities = ["1.75", "1", "68"];
    for (line, quantity) in planned.iter().zip(quantities) {
        let over = report::ReportLine {
            line: Some(line.id),
            quantity: Some(quantity.parse()?),
            visit: work.visit.into(),
            ..Default::default()
        };
        told(
            &format!("over the prefilled value: {quantity}"),
            technician.add(work.activity, over),
        )?;
    }
    for (kind, code, name, unit, quantity) in [
        ("material", "oil", "Olej kompresorový", "litre", "0.5"),
        ("fee", "call_out", "Výjezd", "piece", "1"),
        ("part", "sealing", "Těsnění dvířek", "piece", "1"),
    ] {
        let command: report::ReportLine = serde_json::from_value(json!({
            "content": {"kind": kind, "code": code, "name": name, "unit": unit},
            "quantity": quantity, "visit": work.visit
        }))?;
        told(&format!("{quantity} × {name}"), technician.add(work.activity, command))?;
    }
    let reading = report::RecordReading {
        parameter: "Motohodiny".into(),
        value: "18420".parse()?,
        unit: "h".into(),
        ..Default::default()
    };
    told("a reading", technician.add(work.activity, reading))?;
    update_fault(story, work)?;
    told("handed to the manager", story.technician().add(work.activity, report::Submit {}))?;
    Ok(())
}

fn update_fault(story: &Story, work: &Work) -> Result<(), Box<dyn Error>> {
    let view = story.technician().get::<Activity>(work.activity)?;
    let fault = view.state.faults.first().ok_or("no fault was noted")?;
    let refine = activity::UpdateFault {
        fault: fault.id,
        cause: "Zanesený filtr, přehřátý motor.".to_owned().into(),
        remedy: "Výměna filtrační vložky, vyčištění sání.".to_owned().into(),
        ..Default::default()
    };
    told("cause and remedy", story.technician().change(work.activity, view.version, refine))?;
    Ok(())
}

fn sheet(story: &mut Story, work: &Work) -> Result<Uuid, Box<dyn Error>> {
    heading("The job sheet");
    let technician = story.technician();
    let generate = || job_sheet::Generate { activity: work.activity };
    let mut first = technician.create(generate());
    if first.as_ref().is_err_and(|refusal| refusal.code() == "DOCUMENT-LETTER-01") {
        refused("a letter that no face has", first)?;
        let describe = activity::Update {
            title: Some("Servis podle e-mailu v cizím písmu".into()),
            ..Default::default()
        };
        let version = story.version::<Activity>(work.activity)?;
        told("said in other letters", story.office().change(work.activity, version, describe))?;
        first = technician.create(generate());
    }
    let generated = told("generated", first)?;
    let sheet = generated.target;
    let content_hash = technician.get::<JobSheet>(sheet)?.state.content_hash;
    refused("confirmed before it is signed", {
        technician.change(sheet, generated.version, job_sheet::Confirm {})
    })?;
    let picture = technician.put_blob(include_bytes!("signature.png"))?;
    let sign = job_sheet::Sign {
        name: "mistr dílny".into(),
        person: None,
        picture,
        content_hash,
        reservation: None,
        at: None,
    };
    let signed = told("signed", technician.change(sheet, generated.version, sign))?;
    let confirm = job_sheet::Confirm {};
    told("confirmed, and sent by itself", technician.change(sheet, signed.version, confirm))?;
    papers(story, sheet, 1)?;
    deliver(story)?;
    Ok(sheet)
}

/// PDF and Word of a document, as recorded.
pub fn papers(story: &Story, document: Uuid, version: u32) -> Result<(), Box<dyn Error>> {
    for format in Format::ALL {
        let page = Page { document, version, format };
        let file = story.office().render(&page)?;
        story.keep(&file.name, &story.office().blob(&file.blob)?)?;
    }
    Ok(())
}

/// Pumps the outbox into a folder.
pub fn deliver(story: &Story) -> Result<(), Box<dyn Error>> {
    let mailer = FolderMailer::new(story.out.join("mail"));
    let office = story.office();
    for delivered in office.deliver(&mailer, 10)? {
        let became = match delivered.delivery {
            Delivery::Sent { detail } => format!("sent, as {detail}"),
            Delivery::Failed { reason, .. } => format!("not sent: {reason}"),
            Delivery::Unreached { reason } => format!("not sent yet: {reason}"),
            Delivery::Unknown { reason } => format!("perhaps sent: {reason}"),
        };
        println!("    → {}: {became}", delivered.subject);
    }
    let again = office.deliver(&mailer, 10)?;
    println!("  delivered once more: {} messages", again.len());
    Ok(())
}
