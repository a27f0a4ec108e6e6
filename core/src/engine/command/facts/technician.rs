//! Facts for a technician's decisions, and when a technician is free (S24).

use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::port::index::{Cell, is};
use crate::schedule::Instant;
use crate::technician::{Absence, Command, Facts, State, Technician};
use crate::visit::{self, Clash};
use chrono::{Datelike, NaiveDate, NaiveTime};

impl Fetch for Technician {
    fn fetch(desk: &mut Desk<'_>, _: &State, command: &Command) -> Result<Facts, Error> {
        let running_visits = match command {
            Command::Deactivate(_) => {
                let technician = is("technician", Cell::Id(desk.given.id));
                let running = vec![technician, is("running", Cell::flag(true))];
                desk.rows(&visit::TABLE, running, "starts", 1_000)?.len() as u32
            }
            _ => 0,
        };
        Ok(Facts { given: desk.given(), zone: desk.company.settings.zone, running_visits })
    }
}

/// What of a technician's absences falls into a time (E40).
pub(super) fn absences(technician: &State, starts: Instant, ends: Instant) -> Vec<Clash> {
    let within = technician
        .absences
        .iter()
        .filter(|absence| absence.from.instant < ends && absence.to.instant > starts);
    let clash = |absence: &Absence| Clash {
        visit: None,
        what: absence.reason.reveal_text().to_owned(),
        starts: absence.from.instant,
        ends: absence.to.instant,
    };
    within.map(clash).collect()
}

/// Whether a time lies within working hours; always, where none are kept.
pub(super) fn works_within(technician: &State, starts: Instant, ends: Instant) -> bool {
    if technician.hours.is_empty() {
        return true;
    }
    let zone = technician.zone;
    let (from, to) = (zone.wall(starts), zone.wall(ends));
    let mut day = from.date();
    // Each day of the time must be covered from its first to its last minute in it.
    while day <= to.date() {
        let first = if day == from.date() { from.time() } else { NaiveTime::MIN };
        let last = (day == to.date()).then(|| to.time());
        if last != Some(NaiveTime::MIN) && !covered(technician, day, first, last) {
            return false;
        }
        match day.succ_opt() {
            Some(next) => day = next,
            None => return false,
        }
    }
    true
}

/// Whether a day's hours hold everything from `first` to `last`, or to midnight.
fn covered(technician: &State, day: NaiveDate, first: NaiveTime, last: Option<NaiveTime>) -> bool {
    let weekday = day.weekday().num_days_from_monday();
    let mut reached = first;
    for hours in technician.hours.iter().filter(|hours| hours.weekday as u32 == weekday) {
        if hours.from > reached {
            break;
        }
        // Midnight as the end of working hours is the end of the day.
        if hours.to == NaiveTime::MIN {
            return true;
        }
        reached = reached.max(hours.to);
    }
    last.is_some_and(|last| reached >= last)
}
