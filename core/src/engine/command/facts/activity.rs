//! Facts for an activity's decisions.

use super::equipment::sites;
use crate::access::Reach;
use crate::activity::{
    Activity, Assign, Command, CorrectCustomer, Create, Event, Facts, Followers, State, Update,
};
use crate::customer::{self, Customer};
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::Equipment;
use crate::error::Error;
use crate::mail;
use crate::port::index::{Cell, Cond, is};
use crate::report::{Line, Report, Status};
use crate::task;
use crate::technician::Technician;
use crate::visit;
use uuid::Uuid;

/// So many of each kind come along at most; more make more reactions than a command may have.
const MAX_FOLLOWERS: u32 = 1_001;

impl Fetch for Activity {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let only_own = desk.reach == Reach::Own;
        let mut facts = Facts { given: desk.given(), only_own, ..Facts::default() };
        match command {
            Command::Create(Create { customer, equipment, .. }) => {
                facts.number = desk.next_number("activity")?;
                places(&mut facts, desk.named::<Customer>(*customer)?);
                machine(desk, &mut facts, *equipment, None)?;
            }
            Command::Update(Update { equipment, .. }) => {
                places(&mut facts, desk.state::<Customer>(state.customer)?);
                machine(desk, &mut facts, equipment.set().copied(), state.equipment)?;
                if equipment.onto(state.equipment) != state.equipment {
                    facts.followers = followers(desk)?;
                }
            }
            Command::CorrectCustomer(CorrectCustomer { customer, equipment, .. }) => {
                places(&mut facts, desk.named::<Customer>(*customer)?);
                machine(desk, &mut facts, *equipment, None)?;
                under_way(desk, &mut facts)?;
                facts.followers = followers(desk)?;
            }
            Command::Assign(Assign { technicians, .. }) => {
                for technician in technicians {
                    let found = desk.named::<Technician>(*technician)?;
                    if found.is_some_and(|found| found.is_active()) {
                        facts.technicians.insert(*technician);
                    }
                }
                for technician in &state.technicians {
                    if is_expected(desk, *technician)? {
                        facts.expected.insert(*technician);
                    }
                }
            }
            Command::UpdateFault(_) => {
                let refined = |event| match event {
                    Event::FaultAdded { fault } | Event::FaultUpdated { fault } => Some(fault.id),
                    _ => None,
                };
                let since = desk.by_others_since::<Activity>()?;
                facts.overtaken = since.into_iter().filter_map(refined).collect();
            }
            Command::Close(_) | Command::Cancel(_) => under_way(desk, &mut facts)?,
            _ => {}
        }
        Ok(facts)
    }
}

/// Where a customer is, and in which regions.
fn places(facts: &mut Facts, found: Option<customer::State>) {
    if let Some(found) = &found {
        let sites = found.sites.iter().map(|site| (Some(site.id), site.region.clone()));
        let all = sites.chain([(None, found.profile.region.clone())]);
        facts.regions = all.filter_map(|(site, region)| Some((site, region?))).collect();
    }
    facts.customer = sites(found);
}

/// Whose the equipment is that the command names; the one that is named already may be said again.
fn machine(
    desk: &mut Desk<'_>,
    facts: &mut Facts,
    machine: Option<Uuid>,
    known: Option<Uuid>,
) -> Result<(), Error> {
    let Some(id) = machine else { return Ok(()) };
    let found = match machine == known {
        true => desk.state::<Equipment>(id)?,
        false => desk.named::<Equipment>(id)?,
    };
    facts.equipment_owner = found.map(|it| it.customer);
    Ok(())
}

/// Whether a technician has a visit on the activity that is planned or under way.
fn is_expected(desk: &mut Desk<'_>, technician: Uuid) -> Result<bool, Error> {
    let activity = is("activity", Cell::Id(desk.given.id));
    let running = is("running", Cell::flag(true));
    let conds = vec![activity, is("technician", Cell::Id(technician)), running];
    Ok(!desk.rows(&visit::TABLE, conds, "starts", 1)?.is_empty())
}

/// What names the activity's customer too.
fn followers(desk: &mut Desk<'_>) -> Result<Followers, Error> {
    let id = desk.given.id;
    let mut of = |table, column, also: Option<Cond>| -> Result<Vec<Uuid>, Error> {
        let conds = std::iter::once(is("activity", Cell::Id(id))).chain(also).collect();
        let rows = desk.rows(table, conds, column, MAX_FOLLOWERS)?;
        Ok(rows.iter().map(|row| row.place.owner).collect())
    };
    let open = is("status", Cell::text(<&str>::from(task::Status::Open)));
    Ok(Followers {
        visits: of(&visit::TABLE, "starts", None)?,
        mails: of(&mail::TABLE, "received_at", None)?,
        tasks: of(&task::TABLE, "due", Some(open))?,
        report: desk.state::<Report>(id)?.is_some(),
    })
}

/// What of the activity is reported, undecided or still to come (R10).
fn under_way(desk: &mut Desk<'_>, facts: &mut Facts) -> Result<(), Error> {
    let id = desk.given.id;
    if let Some(report) = desk.state::<Report>(id)? {
        let count = |wanted: fn(&Line) -> bool| {
            report.lines.iter().filter(|line| wanted(line)).count() as u32
        };
        facts.reported_lines = count(|line| line.reported.is_some());
        facts.undecided_lines = count(Line::is_pending);
        let approved = |line: &Line| matches!(line.status, Status::Approved | Status::Released);
        facts.approved_lines = count(approved);
    }
    let mut visits = |flag| -> Result<u32, Error> {
        let conds = vec![is("activity", Cell::Id(id)), is(flag, Cell::flag(true))];
        Ok(desk.rows(&visit::TABLE, conds, "starts", 100)?.len() as u32)
    };
    facts.running_visits = visits("running")?;
    facts.unresolved_visits = visits("unresolved")?;
    Ok(())
}
