//! Facts for a technician's decisions, and what stands against a time of his (S24).

use crate::engine::desk::{Desk, Fetch};
use crate::error::Error;
use crate::port::index::{Cell, is};
use crate::schedule::Period;
use crate::technician::{Absence, Command, Facts, State, Technician};
use crate::visit::{self, Clash};

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
        let books = desk.company;
        let (zone, country) = (books.settings.zone, books.profile.address.country.clone());
        Ok(Facts { given: desk.given(), zone, country, running_visits })
    }
}

/// What of a technician's absences falls into a time (E40).
pub(super) fn absences(technician: &State, period: Period) -> Vec<Clash> {
    let within = technician.absences.iter().filter(|absence| absence.period().overlaps(period));
    let clash = |absence: &Absence| Clash {
        visit: None,
        what: absence.reason.reveal_text().to_owned(),
        starts: absence.from.instant,
        ends: absence.to.instant,
    };
    within.map(clash).collect()
}

/// What other calendars say of a time.
pub(super) fn outside(technician: &State, period: Period) -> Vec<Clash> {
    let within = technician.busy_outside().filter(|(_, at)| at.overlaps(period));
    let clash = |(name, at): (&str, Period)| Clash {
        visit: None,
        what: name.to_owned(),
        starts: at.from,
        ends: at.to,
    };
    within.map(clash).collect()
}
