//! Facts for a visit's decisions.

use super::technician::{absences, outside};
use crate::access::Reach;
use crate::activity::{self, Activity};
use crate::customer::Customer;
use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::port::index::{Cell, Cond, is};
use crate::schedule::{Period, WallTime};
use crate::technician::Technician;
use crate::visit::{
    self, Clash, Command, Facts, MAX_DAYS, MAX_VISITS, Move, OnActivity, Plan, Row, State, Visit,
};
use uuid::Uuid;

impl Fetch for Visit {
    fn fetch(desk: &mut Desk<'_>, state: &State, command: &Command) -> Result<Facts, Error> {
        let activity = match command {
            Command::Plan(Plan { activity, .. }) => desk.named::<Activity>(*activity)?,
            _ => desk.state::<Activity>(state.activity)?,
        };
        let on = activity.clone().unwrap_or_default();
        let activity = activity.map(|found| OnActivity {
            state: found.status,
            customer: found.customer,
            equipment: found.equipment,
            technicians: found.technicians.iter().copied().collect(),
        });
        let only_own = desk.reach == Reach::Own;
        let mut facts = Facts { given: desk.given(), activity, only_own, ..Facts::default() };
        match command {
            Command::Plan(Plan { activity, technician, starts, ends, .. }) => {
                desk.named::<Technician>(*technician)?;
                let its = vec![is("activity", Cell::Id(*activity))];
                facts.visits = desk.rows(&visit::TABLE, its, "starts", MAX_VISITS)?.len() as u32;
                time(desk, &mut facts, &on, *technician, (starts, ends))?;
            }
            Command::Move(Move { technician, starts, ends, .. }) => {
                if let Some(other) = technician.filter(|id| *id != state.technician) {
                    desk.named::<Technician>(other)?;
                }
                let technician = technician.unwrap_or(state.technician);
                time(desk, &mut facts, &on, technician, (starts, ends))?;
            }
            _ => {}
        }
        Ok(facts)
    }
}

fn time(
    desk: &mut Desk<'_>,
    facts: &mut Facts,
    on: &activity::State,
    technician: Uuid,
    (starts, ends): (&WallTime, &WallTime),
) -> Result<(), Error> {
    let (starts, ends) = (starts.resolve().instant, ends.resolve().instant);
    let period = Period { from: starts, to: ends };
    facts.may_assign = desk.company.reach(desk.role, "activity.assign") == Reach::All;
    facts.customer_can = on.requirements.allow(period) && is_open(desk, on, period)?;
    if let Some(found) = desk.state::<Technician>(technician)? {
        facts.active = found.is_active();
        facts.absences = absences(&found, period);
        facts.outside = outside(&found, period);
        // Why a colleague is away is his own, and nobody's who may not read technicians.
        let sees = desk.sees::<Technician>(technician)?;
        if !sees || facts.only_own && technician != desk.given.actor {
            let clashes = facts.absences.iter_mut().chain(&mut facts.outside);
            clashes.for_each(|clash| clash.what.clear());
        }
        facts.within_hours = found.working_time.works_during(period);
        facts.lacking = found.lacks(&on.requirements.skills, starts);
    }
    let most = MAX_DAYS * 86_400_000_000;
    let conds = vec![
        is("technician", Cell::Id(technician)),
        is("running", Cell::flag(true)),
        Cond::AtLeast("starts", Cell::Int(starts.micros().saturating_sub(most))),
        Cond::Below("starts", Cell::Int(ends.micros())),
        Cond::AtLeast("ends", Cell::Int(starts.micros().saturating_add(1))),
        Cond::Not(Box::new(Cond::Owner(desk.given.id))),
    ];
    for found in desk.rows(&visit::TABLE, conds, "starts", 20)? {
        let row: Row = desk.row(&found)?;
        let on = desk.state::<Activity>(row.activity)?.unwrap_or_default();
        let his = !facts.only_own || on.technicians.contains(&desk.given.actor);
        let sees = his && desk.sees::<Activity>(row.activity)? && desk.sees::<Visit>(row.id)?;
        let what = format!("{} {}", on.number.text(), on.title.words());
        let (visit, what) = if sees { (Some(row.id), what) } else { (None, String::new()) };
        let (starts, ends) = (row.starts.instant, row.ends.instant);
        facts.booked.push(Clash { visit, what, starts, ends });
    }
    Ok(())
}

/// Whether the site of an activity is open at a time; always, where it has no opening hours.
fn is_open(desk: &mut Desk<'_>, on: &activity::State, period: Period) -> Result<bool, Error> {
    let Some(site) = on.site else { return Ok(true) };
    let customer = desk.state::<Customer>(on.customer)?.unwrap_or_default();
    let site = customer.sites.into_iter().find(|known| known.id == site);
    let opening = site.and_then(|site| site.opening);
    Ok(opening.is_none_or(|opening| opening.works_during(period)))
}
