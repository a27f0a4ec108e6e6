//! What is a technician's own: by itself, or through the activity that it belongs to.

use crate::access::{Actor, Reach};
use crate::activity::{Activity, Status, TECHNICIANS};
use crate::company;
use crate::engine::desk::Fetch;
use crate::engine::nouns::{ForNoun, by_name};
use crate::engine::{answer, replay};
use crate::error::{Door, Error};
use crate::job_sheet::JobSheet;
use crate::noun::{Manner, Noun};
use crate::port::index::{Cell, Cond, Order, Select, is};
use crate::port::store::{Stream, Tx};
use strum::VariantNames;
use uuid::Uuid;

/// Whether an aggregate is the technician's own: the one place for all that reads it or hangs
/// something on it. As much is asked of the store whatever the answer is, also where nothing is
/// there: nobody learns from the time that it takes what is kept from him.
pub(in crate::engine) fn is_own<N: Noun>(
    tx: &mut dyn Tx,
    company: Uuid,
    id: Uuid,
    state: Option<&N::State>,
    technician: Uuid,
) -> Result<bool, Error> {
    let on = On { company, technician };
    if let Some(column) = N::THROUGH {
        return on.any(tx, column, id, Status::VARIANTS);
    }
    let judged = N::judged_by(id);
    let by_itself = judged.is_none() && state.is_some_and(|it| N::is_own(id, it, technician));
    let activity = judged.or_else(|| state.and_then(|state| N::belongs_to(state)));
    let by_activity = on.activity(tx, activity.unwrap_or_default())?;
    Ok(by_itself || by_activity)
}

/// Whether a technician may ask something of an aggregate: his own, and what was, where he adds
/// what he did then or finishes what he has in hand (R3).
pub(in crate::engine) fn acts<N: Noun>(
    tx: &mut dyn Tx,
    company: Uuid,
    id: Uuid,
    state: Option<&N::State>,
    technician: Uuid,
    (verb, manner): (&str, Manner),
) -> Result<bool, Error> {
    if let Some(column) = N::THROUGH {
        let going_on = [Status::Open, Status::Done].map(<&str>::from);
        return On { company, technician }.any(tx, column, id, &going_on);
    }
    if let Some(activity) = N::judged_by(id) {
        let stream = Stream { company, noun: Activity::NAME, id: activity };
        let found = replay::load::<Activity>(tx, &stream)?.map(|found| found.record.state);
        // Who was on it reports what he did then; who decides must be on it now.
        let reports = manner != Manner::Judges;
        return Ok(found.is_some_and(|on| {
            Activity::is_own(activity, &on, technician)
                || (reports && Activity::was_own(&on, technician))
        }));
    }
    let own = is_own::<N>(tx, company, id, state, technician)?;
    let Some(state) = state else { return Ok(false) };
    // A sheet that carries his name is signed before him also when he was taken off meanwhile; what
    // a new version would say is not his to know any more.
    let finishes = N::NAME == JobSheet::NAME && verb != "job_sheet.regenerate";
    let adds = manner == Manner::Adds || finishes;
    Ok((adds && N::was_own(state, technician)) || own)
}

/// Whether the technician is on an activity now.
pub(in crate::engine) fn is_on(
    tx: &mut dyn Tx,
    company: Uuid,
    activity: Uuid,
    technician: Uuid,
) -> Result<bool, Error> {
    On { company, technician }.activity(tx, activity)
}

/// A technician on activities.
struct On {
    company: Uuid,
    technician: Uuid,
}

impl On {
    fn activity(&self, tx: &mut dyn Tx, id: Uuid) -> Result<bool, Error> {
        let stream = Stream { company: self.company, noun: Activity::NAME, id };
        let found = replay::load::<Activity>(tx, &stream)?;
        Ok(found.is_some_and(|it| Activity::is_own(id, &it.record.state, self.technician)))
    }

    /// Whether he is on any that names this in a column and is in one of these states.
    fn any(
        &self,
        tx: &mut dyn Tx,
        column: &'static str,
        named: Uuid,
        states: &[&str],
    ) -> Result<bool, Error> {
        let states = states.iter().map(|state| Cell::text(*state)).collect();
        let technician = is("technician", Cell::Id(self.technician));
        let found = tx.select(&Select {
            table: &TECHNICIANS,
            company: self.company,
            conds: vec![is(column, Cell::Id(named)), technician, Cond::In("status", states)],
            order: Order { column: "technician", descending: false },
            after: None,
            limit: 1,
        })?;
        Ok(!found.is_empty())
    }
}

/// Whether an actor may read something, which may not be there: what is hidden answers as what is
/// not there, to whom reads his own only.
pub(in crate::engine) fn may_read<N: Fetch>(
    tx: &mut dyn Tx,
    company: Uuid,
    actor: &Actor,
    id: Uuid,
    state: Option<&N::State>,
) -> Result<(), Error> {
    let verb = format!("{}.read", N::NAME);
    let role = actor.role.clone();
    match answer::company_of(tx, company)?.reach(&role, &verb) {
        Reach::All if state.is_none() => Err(answer::no_such(N::NAME, id)),
        Reach::All => Ok(()),
        Reach::Own if is_own::<N>(tx, company, id, state, actor.id)? => Ok(()),
        Reach::Own => Err(Door::NotOwn { role, verb }.into()),
        Reach::No => Err(Door::Forbidden { role, verb }.into()),
    }
}

/// Whether a role sees the amounts of a noun, and the company's account. Who has a job sheet signed
/// sees all that the customer reads on it, also prices where the company prints them (A10).
pub(in crate::engine) fn sees_prices(company: &company::State, role: &str, noun: &str) -> bool {
    let presents = noun == JobSheet::NAME && company.reach(role, "job_sheet.sign") > Reach::No;
    presents || company.reach(role, "prices.read") > Reach::No
}

/// Whether an actor reads this one: any of its noun, or his own (S60).
pub(in crate::engine) fn sees(
    tx: &mut dyn Tx,
    (company, books): (Uuid, &company::State),
    actor: &Actor,
    noun: &str,
    id: Uuid,
) -> Result<bool, Error> {
    match books.reach(&actor.role, &format!("{noun}.read")) {
        Reach::No => Ok(false),
        Reach::Own => by_name(noun, Owned { tx, company, technician: actor.id, id }),
        Reach::All => Ok(true),
    }
}

struct Owned<'a> {
    tx: &'a mut dyn Tx,
    company: Uuid,
    technician: Uuid,
    id: Uuid,
}

impl ForNoun for Owned<'_> {
    type Out = bool;
    fn run<N: Fetch>(self) -> Result<bool, Error> {
        let Owned { tx, company, technician, id } = self;
        let loaded = replay::load::<N>(tx, &Stream { company, noun: N::NAME, id })?;
        let state = loaded.as_ref().map(|loaded| &loaded.record.state);
        is_own::<N>(tx, company, id, state, technician)
    }
}
