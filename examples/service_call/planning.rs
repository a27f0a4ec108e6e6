//! Planning 3 to 5: the activity, what is prefilled, the calendar, the overview (S13 to S29).

use crate::calendar;
use crate::enquiry::Case;
use crate::story::{Story, heading, refused, told, wall};
use callout::activity::{self, Activity, Kind};
use callout::adapters::format::ics;
use callout::engine::SlotsQuery;
use callout::noun::List;
use callout::schedule::{Instant, Period};
use callout::visit::calendar_entry::CalendarMethod;
use callout::{mail, plan, report, visit};
use chrono::{Duration, NaiveDateTime};
use serde_json::json;
use std::error::Error;
use uuid::Uuid;

/// What is to be done, and when.
pub struct Work {
    pub activity: Uuid,
    pub visit: Uuid,
    pub starts: NaiveDateTime,
}

pub fn plan(story: &mut Story, case: &Case) -> Result<Work, Box<dyn Error>> {
    heading("The service activity");
    story.later(10);
    let activity = draft(story, case)?;
    prefill(story, activity)?;
    heading("The overview and the calendar");
    overview(
        story,
        "no technician",
        activity::Filter { assigned: Some(false), ..Default::default() },
    )?;
    let technician = story.technician().actor().id;
    let version = story.version::<Activity>(activity)?;
    let assign = activity::Assign { technicians: vec![technician], lead: None };
    told("Karel Vrána is assigned", story.manager().change(activity, version, assign))?;
    overview(story, "no visit", activity::Filter { planned: Some(false), ..Default::default() })?;
    let starts = best(story, activity)?;
    let visit = visit(story, activity, starts)?;
    overview(story, "no visit", activity::Filter { planned: Some(false), ..Default::default() })?;
    let entry = story.manager().calendar_entry(visit, None)?;
    story.keep("visit.ics", &ics::write(&entry, CalendarMethod::Publish)?)?;
    let starts = calendar::by_hand(story, visit, starts)?;
    recurring(story, case)?;
    Ok(Work { activity, visit, starts })
}

fn draft(story: &mut Story, case: &Case) -> Result<Uuid, Box<dyn Error>> {
    let draft = activity::Create {
        requirements: activity::Requirements::default(),
        kind: Kind::OneOff,
        customer: case.customer,
        site: None,
        equipment: Some(case.equipment),
        title: case.subject.chars().take(80).collect(),
        description: "Poptávka e-mailem.".into(),
        reported_at: None,
        occurrence: None,
        // A compressor is equipment and no part of the building.
        construction: Some(false),
    };
    let drafted = told("drafted", story.manager().create(draft))?;
    let activity = drafted.target;
    let open = activity::Open {};
    told("open", story.manager().change(activity, drafted.version, open))?;
    let under = mail::Context::Activity(activity);
    let file = || mail::File { under };
    told("the mail is moved under it", story.office().add(case.mail, file()))?;
    told("filed twice, nothing changes", story.office().add(case.mail, file()))?;
    Ok(activity)
}

fn prefill(story: &mut Story, activity: Uuid) -> Result<(), Box<dyn Error>> {
    let manager = story.manager();
    let note = activity::AddNote {
        text: "Vjezd z boční ulice, hlásit se u mistra.".into(),
        internal: false,
    };
    told("a technical note", manager.add(activity, note))?;
    let fault = activity::AddFault {
        symptom: "Stroj se po deseti minutách běhu vypne.".into(),
        cause: None,
        remedy: None,
    };
    told("the fault, as the customer saw it", manager.add(activity, fault))?;
    for (kind, code, name, unit, quantity) in [
        ("labour", "labour", "Práce technika", "hour", "2"),
        ("part", "filter", "Filtrační vložka", "piece", "1"),
        ("kilometres", "km", "Cestovné", "kilometre", "60"),
    ] {
        let line: report::PlanLine = serde_json::from_value(json!({
            "content": {"kind": kind, "code": code, "name": name, "unit": unit},
            "quantity": quantity
        }))?;
        told(&format!("prefilled: {quantity} × {name}"), manager.add(activity, line))?;
    }
    Ok(())
}

fn overview(story: &Story, what: &str, filter: activity::Filter) -> Result<(), Box<dyn Error>> {
    let list = List { filter, limit: 20, ..List::default() };
    let page = story.manager().list::<Activity>(list)?;
    let numbers: Vec<&str> = page.rows.iter().map(|row| row.number.as_str()).collect();
    println!("  {what}: {}", if numbers.is_empty() { "none".into() } else { numbers.join(", ") });
    Ok(())
}

/// The best time for three hours of work, after the first working hours of tomorrow's morning.
fn best(story: &Story, activity: Uuid) -> Result<NaiveDateTime, Box<dyn Error>> {
    let from = wall(story.working_day(1, 9)?)?.resolve().instant;
    let to = Instant::new(from.utc() + Duration::days(14));
    let (activity, minutes) = (Some(activity), Some(180));
    let within = Period { from, to };
    let ask = SlotsQuery { activity, minutes, within, count: Some(3), ..SlotsQuery::default() };
    let found = story.manager().slots(ask)?;
    let mut slots = found.slots.iter().filter_map(|slot| Some((slot, slot.visits.first()?)));
    for (slot, visit) in slots.clone() {
        println!("  a time: {}, {}, score {}", visit.starts.local, visit.name, slot.score);
    }
    let (_, best) = slots.next().ok_or("nobody has three hours in two weeks")?;
    Ok(best.starts.local)
}

fn visit(story: &Story, activity: Uuid, starts: NaiveDateTime) -> Result<Uuid, Box<dyn Error>> {
    let technician = story.technician().actor().id;
    let at = |from: NaiveDateTime, hours: i64| -> Result<visit::Plan, Box<dyn Error>> {
        Ok(visit::Plan {
            activity,
            technician,
            starts: wall(from)?,
            ends: wall(from + Duration::hours(hours))?,
            proposed: false,
            despite: [].into(),
            assign: false,
        })
    };
    let manager = story.manager();
    refused(
        "a visit at three in the morning",
        manager.create(at(starts - Duration::hours(6), 1)?),
    )?;
    let planned = told(&format!("a visit at {starts}"), manager.create(at(starts, 3)?))?;
    refused("another one at the same time", manager.create(at(starts + Duration::hours(1), 1)?))?;
    Ok(planned.target)
}

fn recurring(story: &Story, case: &Case) -> Result<(), Box<dyn Error>> {
    let anchor = story.working_day(5, 8)?;
    let create = plan::Create {
        template: plan::Template {
            title: "Pravidelná půlroční prohlídka".into(),
            customer: case.customer,
            equipment: Some(case.equipment),
            requirements: activity::Requirements { minutes: Some(90), ..Default::default() },
            technicians: vec![story.technician().actor().id],
            opened: true,
            days_before: Some(7),
            days_after: Some(7),
            ..plan::Template::default()
        },
        rule: "FREQ=MONTHLY;INTERVAL=6".into(),
        starts: wall(anchor)?,
        also: Vec::new(),
        on_holiday: Some(plan::HolidayShift { country: "CZ".into(), to: plan::ShiftTo::After }),
    };
    let plan = told("a plan: every six months", story.manager().create(create))?.target;
    let until = (anchor + Duration::days(5 * 365)).date();
    let create = || plan::GenerateDue { until };
    told(&format!("its activities until {until}"), story.manager().add(plan, create()))?;
    told("once more, and nothing is there twice", story.manager().add(plan, create()))?;
    Ok(())
}
