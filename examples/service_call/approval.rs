//! Approval and billing (S46 to S56).

use crate::Done;
use crate::enquiry::Case;
use crate::planning::Work;
use crate::site::{deliver, papers};
use crate::story::{Story, heading, refused, told};
use callout::activity::Activity;
use callout::customer::{Address, Customer};
use callout::document::Language;
use callout::invoice::Invoice;
use callout::job_sheet::JobSheet;
use callout::noun::List;
use callout::port::renderer::Format;
use callout::report::Report;
use callout::{activity, customer, invoice, report};
use chrono::Duration;
use std::error::Error;
use uuid::Uuid;

pub fn bill(story: &mut Story, case: &Case, work: &Work, sheet: Uuid) -> Done {
    heading("The manager approves, line by line");
    story.at_wall(work.starts + Duration::hours(23))?;
    let hash = story.manager().get::<JobSheet>(sheet)?.state.content_hash;
    println!("  the signed job sheet is there to compare with, its content {hash}");
    approve(story, work)?;
    let version = story.version::<Activity>(work.activity)?;
    let complete = activity::Complete {};
    told("the work is done", story.manager().change(work.activity, version, complete))?;
    refused("an invoice of what is not released", {
        let activities = vec![work.activity];
        story.office().create(invoice::Draft { activities, language: None })
    })?;
    let release = report::Release::default();
    told("released to invoicing", story.manager().add(work.activity, release))?;
    invoice(story, case, work)?;
    let version = story.version::<Activity>(work.activity)?;
    let close = activity::Close { reason: None };
    told("closed", story.manager().change(work.activity, version, close))?;
    Ok(())
}

fn approve(story: &Story, work: &Work) -> Done {
    let filter = report::Filter { pending: Some(true), ..report::Filter::default() };
    let list = List { filter, limit: 50, ..List::default() };
    let page = story.manager().list::<Report>(list)?;
    println!("  {} lines wait", page.rows.len());
    for row in page.rows {
        let reported = row.reported.unwrap_or_default();
        let approve = |quantity: Option<&str>, reason: Option<&str>| -> Result<_, Box<dyn Error>> {
            Ok(report::Approve {
                line: row.line,
                quantity: quantity.map(str::parse).transpose()?,
                shares: Vec::new(),
                unpriced: false,
                reason: reason.map(str::to_owned),
            })
        };
        let manager = story.manager();
        let (what, decided) = match row.content.code.as_str() {
            "km" => {
                let cut = approve(Some("60"), Some("Zajížďka na oběd."))?;
                ("cut to 60", manager.add(work.activity, cut))
            }
            "sealing" => {
                let reason = "Těsnění dodal zákazník.".to_owned();
                let reject = report::Reject { line: row.line, reason };
                ("rejected", manager.add(work.activity, reject))
            }
            _ => ("approved", manager.add(work.activity, approve(None, None)?)),
        };
        told(&format!("{reported} × {}: {what}", row.content.name.words()), decided)?;
    }
    Ok(())
}

fn invoice(story: &mut Story, case: &Case, work: &Work) -> Done {
    heading("The invoice");
    let activities = || vec![work.activity];
    let draft = || invoice::Draft { activities: activities(), language: None };
    let office = story.office();
    let mut first = office.create(draft());
    if first.as_ref().is_err_and(|refusal| refusal.code() == "INVOICE-SEAT-02") {
        refused("the mail told no address", first)?;
        let seat = Address {
            street: "Nádražní 7".into(),
            city: "Kolín".into(),
            postal_code: "280 02".into(),
            country: "CZ".into(),
        };
        let change = customer::Update { address: seat.into(), ..Default::default() };
        let version = story.version::<Customer>(case.customer)?;
        told("asked for by telephone", office.change(case.customer, version, change))?;
        first = office.create(draft());
    }
    let drafted = told("drafted from what is released", first)?;
    refused("the same lines in another draft", office.create(draft()))?;
    let issue = |send| {
        let issue = invoice::Issue { format: Format::Pdf, send };
        office.change(drafted.target, drafted.version, issue)
    };
    if case.reachable {
        told("issued and sent", issue(true))?;
    } else {
        refused("sent to nobody", issue(true))?;
        told("issued, to be handed over on paper", issue(false))?;
    }
    let content = office.get::<Invoice>(drafted.target)?.state.content;
    for line in &content.lines {
        let reasons: Vec<String> =
            line.reasons.iter().map(|reason| reason.text(Language::En)).collect();
        println!("  {:>10}  {}  ({})", line.net, line.name.words(), reasons.join(" "));
    }
    for rate in &content.rates {
        let percent = rate.percent.map_or_else(String::new, |percent| percent.to_string());
        println!("  {:>10}  + {} VAT {percent} %", rate.base, rate.tax);
    }
    println!("  {:>10}  to pay", content.total);
    papers(story, drafted.target, 1)?;
    deliver(story)
}
