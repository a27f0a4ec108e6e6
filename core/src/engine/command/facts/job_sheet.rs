//! Facts for a job sheet's decisions: what it would say now.

use super::equipment::fields_of;
use super::invoice::{Prices, buyer};
use super::report::case;
use super::work_days::{WorkDays, work_days};
use crate::activity::{self, Activity};
use crate::coverage::{self, Case};
use crate::customer::{self, Customer};
use crate::document::{Document, Picture};
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::Equipment;
use crate::error::Error;
use crate::job_sheet::{
    self, Command, Content, EquipmentDetails, Facts, FaultShown, Generate, JobSheet, LineShown,
    ReadingShown, Sign, State, VisitShown,
};
use crate::journal::{Hash, Personal};
use crate::money::Exact;
use crate::port::index::{Cell, is};
use crate::port::renderer::Format;
use crate::pricing;
use crate::rendering::Page;
use crate::report::{self, Line, Report, Status};
use crate::technician::Technician;
use crate::view;
use crate::visit::{self, MAX_VISITS, Visit};
use uuid::Uuid;

impl Fetch for JobSheet {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let mut facts = Facts { given: desk.given(), ..Facts::default() };
        let id = match command {
            Command::Generate(Generate { activity }) => *activity,
            _ => state.activity,
        };
        if let Command::Generate(Generate { activity }) = command {
            desk.own_activity(*activity, "job_sheet.generate")?;
        }
        let Some(found) = desk.state::<Activity>(id)? else { return Ok(facts) };
        facts.activity = Some((found.customer, found.equipment));
        let customer = desk.state::<Customer>(found.customer)?.unwrap_or_default();
        if desk.company.settings.send_job_sheet {
            facts.send_to = customer.reachable(customer::Paper::JobSheets);
        }
        match command {
            Command::Generate(_) => {
                facts.number = desk.next_number("job_sheet")?;
                facts.content = content(desk, id, &found, &customer)?;
                facts.said_already = said_already(desk, id, &facts.content)?;
            }
            Command::Regenerate(_) => {
                facts.content = content(desk, id, &found, &customer)?;
                facts.said_already = said_already(desk, id, &facts.content)?;
            }
            Command::Sign(Sign { picture, person, .. }) => {
                let contacts = customer.contacts.iter();
                let named = |id: &Uuid| contacts.clone().find(|contact| contact.id == *id);
                let human = |id: &Uuid| named(id).map_or(*id, |contact| contact.name.person());
                facts.signer = person.as_ref().map(human);
                if let Some(person) = facts.signer {
                    desk.human(person)?;
                }
                facts.content = content(desk, id, &found, &customer)?;
                let bytes = desk.tx.blob(desk.tenant, picture)?;
                facts.picture_known = bytes.is_some();
                let sound = |bytes| Picture::new(bytes, "", (1, 1)).shape().is_ok();
                facts.picture_blank = desk.tried.blank;
                facts.picture_sound = desk.tried.prints && bytes.is_some_and(sound);
            }
            _ => {}
        }
        Ok(facts)
    }

    fn page(id: Uuid, state: &State, bytes: &Hash) -> Option<Page> {
        let version = state.version_of(bytes)?;
        Some(Page { document: id, version, format: Format::Pdf })
    }

    /// It is shown and kept in whichever format is asked for, before it is signed and ever after:
    /// every renderer must be able to. A confirmed one was painted or could have been.
    fn paper(state: &State) -> Option<(Document, Vec<Format>)> {
        let painted = state.confirmed.is_none();
        painted.then(|| (view::job_sheet(state, None), Format::ALL.to_vec()))
    }
}

/// Whether the newest version of another sheet of the activity says the very same.
fn said_already(desk: &mut Desk<'_>, activity: Uuid, content: &Content) -> Result<bool, Error> {
    let conds = vec![is("activity", Cell::Id(activity))];
    for row in desk.rows(&job_sheet::TABLE, conds, "number", 100)? {
        if row.place.owner == desk.given.id {
            continue;
        }
        let other = desk.state::<JobSheet>(row.place.owner)?;
        if other.is_some_and(|other| other.content == *content) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn content(
    desk: &mut Desk<'_>,
    id: Uuid,
    activity: &activity::State,
    customer: &customer::State,
) -> Result<Content, Error> {
    let settings = &desk.company.settings;
    let report = desk.state::<Report>(id)?.unwrap_or_default();
    let site = activity.site.and_then(|site| customer.sites.iter().find(|it| it.id == site));
    let notes = activity.notes.iter().filter(|note| !note.internal);
    Ok(Content {
        seller: desk.company.profile.clone(),
        customer: buyer(activity.customer, customer),
        site: site.map(|site| site.address.clone()),
        equipment: equipment(desk, activity)?,
        activity: activity.number.text(),
        title: activity.title.clone(),
        reported_at: activity.reported_at,
        technicians: technicians(desk, activity)?,
        visits: visits(desk, id)?,
        faults: activity
            .faults
            .iter()
            // A late one is the manager's to resolve; what is resolved in its favour is told anew.
            .filter(|fault| !fault.late)
            .map(|fault| FaultShown {
                symptom: fault.symptom.clone(),
                cause: fault.cause.clone(),
                remedy: fault.remedy.clone(),
            })
            .collect(),
        notes: notes.map(|note| note.text.clone()).collect(),
        lines: lines(desk, id, activity, &report)?,
        readings: readings(desk, activity, &report)?,
        language: customer.profile.language.unwrap_or(settings.language),
        zone: settings.zone,
    })
}

fn equipment(
    desk: &mut Desk<'_>,
    activity: &activity::State,
) -> Result<Option<EquipmentDetails>, Error> {
    let Some(equipment) = activity.equipment else { return Ok(None) };
    let found = desk.state::<Equipment>(equipment)?.map(|found| found.card);
    Ok(found.map(|card| EquipmentDetails {
        name: card.name,
        manufacturer: card.manufacturer,
        model: card.model,
        serial: card.serial,
    }))
}

fn technicians(
    desk: &mut Desk<'_>,
    activity: &activity::State,
) -> Result<Vec<Personal<String>>, Error> {
    let mut names = Vec::new();
    for technician in &activity.technicians {
        if let Some(found) = desk.state::<Technician>(*technician)? {
            names.push(found.person.name);
        }
    }
    Ok(names)
}

fn visits(desk: &mut Desk<'_>, activity: Uuid) -> Result<Vec<VisitShown>, Error> {
    let conds = vec![is("activity", Cell::Id(activity)), is("cancelled", Cell::flag(false))];
    let mut shown = Vec::new();
    for row in desk.rows(&visit::TABLE, conds, "starts", MAX_VISITS)? {
        let Some(visit) = desk.state::<Visit>(row.place.owner)? else { continue };
        let ended = visit.ended();
        shown.extend(visit.began().map(|started| VisitShown { started, ended }));
    }
    Ok(shown)
}

fn lines(
    desk: &mut Desk<'_>,
    id: Uuid,
    activity: &activity::State,
    report: &report::State,
) -> Result<Vec<LineShown>, Error> {
    let case = case(desk, activity)?;
    let priced = desk.company.settings.job_sheet_prices;
    let days = if priced { Some(work_days(desk, id, report)?) } else { None };
    let (mut prices, mut shown) = (Prices::default(), Vec::new());
    for line in report.lines.iter().filter(|line| is_shown(line)) {
        shown.push(LineShown {
            kind: line.content.kind,
            name: line.content.printed(),
            quantity: line.quantity(),
            unit: line.content.unit,
            net: match &days {
                Some(days) => net(desk, &case, line, days, &mut prices)?,
                None => None,
            },
        });
    }
    Ok(shown)
}

/// As the invoice will price it: nothing where the warranty bears it, decided already or, until
/// then, by the rules (E65).
fn net(
    desk: &mut Desk<'_>,
    case: &Case,
    line: &Line,
    days: &WorkDays,
    prices: &mut Prices,
) -> Result<Option<Exact>, Error> {
    let list = prices.on(desk, days.of(line).began)?;
    let by_rule = || coverage::decide(case, line.content.kind);
    let coverage = line.coverage.clone().unwrap_or_else(by_rule);
    let priced = list.and_then(|list| {
        let item = list.items.get(&line.content.code);
        let item = item.filter(|item| item.unit == line.content.unit)?;
        pricing::price(line.quantity(), item, &list.name, coverage.sole()?)
    });
    Ok(priced.map(|priced| priced.net))
}

/// What was done and used: not what was only planned, rejected, or reported as not needed.
fn is_shown(line: &Line) -> bool {
    line.reported.is_some() && line.status != Status::Rejected && line.quantity().is_positive()
}

fn readings(
    desk: &mut Desk<'_>,
    activity: &activity::State,
    report: &report::State,
) -> Result<Vec<ReadingShown>, Error> {
    // Those of other equipment may have been told here too: late, or before it proved the wrong
    // one.
    let here = |reading: &&report::Reading| {
        reading.equipment.is_none() || reading.equipment == activity.equipment
    };
    let mut readings: Vec<_> = report.readings.iter().filter(here).collect();
    readings.sort_by_key(|reading| reading.at);
    let fields = match activity.equipment {
        Some(equipment) if !readings.is_empty() => fields_of(desk, equipment)?,
        _ => Vec::new(),
    };
    let label = |parameter: &str| fields.iter().find(|field| field.key == parameter);
    let shown = |reading: &report::Reading| ReadingShown {
        parameter: reading.parameter.clone(),
        label: label(&reading.parameter).map_or_else(String::new, |field| field.label.clone()),
        value: reading.value,
        unit: reading.unit.clone(),
    };
    Ok(readings.into_iter().map(shown).collect())
}
