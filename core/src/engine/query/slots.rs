//! The best times for an activity, and for whom: never one that `visit.plan` would refuse (S24,
//! S29).

use crate::activity::{self, Activity};
use crate::availability::Refusal;
use crate::customer::Customer;
use crate::engine::answer::{Asking, no_such};
use crate::engine::availability::{Chosen, worker};
use crate::engine::{own, replay};
use crate::error::Error;
use crate::noun::Noun;
use crate::port::store::Stream;
use crate::schedule::{Instant, Period, WallTime, Zone};
use crate::slot::{Candidate, FindSlots, Left, LeftOut, SlotFault, SlotReason, Slots, Weights};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// When could an activity be worked on, and by whom?
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SlotsQuery {
    /// The id of the activity, whose skills, windows, black-outs, earliest moment and deadline
    /// hold; `RECORD-FIND-01` where there is none such. For any work at all where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<Uuid>,
    /// From when until when slots are looked for, what is over left out; days times technicians are
    /// 20,000 at the most (`SLOT-ASK-01`).
    pub within: Period,
    /// How long the work takes, in minutes, 1 to 20,160 (`SLOT-ASK-02`); what the activity says
    /// where it is missing, and `SLOT-ASK-04` where that says nothing. A break that is spanned
    /// makes the slot longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// The ids of the technicians who come into question; all who work here where the list is
    /// empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub technicians: Vec<Uuid>,
    /// The moment from which the parts are there; nothing is waited for where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts_from: Option<Instant>,
    /// How many go together, 1 to 10 (`SLOT-ASK-02`); one where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crew: Option<u32>,
    /// How many slots come at most, 1 to 100 (`SLOT-ASK-02`); 10 where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Slots begin at whole multiples of so many minutes of the hour, of 60 a divisor
    /// (`SLOT-ASK-02`); of 15 where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<u32>,
    /// How much each point of the score counts.
    #[serde(default, skip_serializing_if = "crate::noun::is_default")]
    pub weights: Weights,
}

/// One technician's part in a slot, as `visit.plan` takes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProposedVisit {
    /// The id of the technician.
    pub technician: Uuid,
    /// What the person is called; empty where the actor may not read it, or once it was forgotten.
    pub name: String,
    /// When it would begin, by the clock of the company.
    pub starts: WallTime,
    /// When it would end, by the clock of the company, breaks included.
    pub ends: WallTime,
    /// Whether the technician is on the activity; who is not is put on it by `assign`.
    pub on_activity: bool,
}

/// A time at which it can be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProposedSlot {
    /// Who goes and when; all begin together.
    pub visits: Vec<ProposedVisit>,
    /// Whether it ends after the deadline, or after what the customer wants.
    pub late: bool,
    /// The sum of its reasons: the least is the best.
    pub score: u64,
    /// What the score is made of.
    pub reasons: Vec<SlotReason>,
}

/// A technician who has no slot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeftOutTechnician {
    /// The id of the technician.
    pub technician: Uuid,
    /// What the person is called; empty where the actor may not read it, or once it was forgotten.
    pub name: String,
    /// Why the technician has no slot at all.
    pub why: LeftOut,
    /// The skills that are lacking; missing where it is for another reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
}

/// The best slots, and who has none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProposedSlots {
    /// The best slots, those that are late after the others, the least score first.
    pub slots: Vec<ProposedSlot>,
    /// Who has no slot at all, and why.
    pub left_out: Vec<LeftOutTechnician>,
}

impl Asking<'_> {
    pub(in crate::engine) fn slots(&mut self, ask: &SlotsQuery) -> Result<ProposedSlots, Error> {
        let chosen = self.chosen(&ask.technicians, ask.within)?;
        let on = ask.activity.map(|id| self.its_activity(id)).transpose()?;
        let needs = on.as_ref().map(|on| on.requirements.clone()).unwrap_or_default();
        let minutes = ask.minutes.or(needs.minutes).ok_or(SlotFault::NoLength {})?;
        let from = [Some(ask.within.from), Some(self.now), needs.earliest, ask.parts_from];
        let from = from.into_iter().flatten().max().unwrap_or(ask.within.from);
        let within = Period { from, to: ask.within.to };
        if within.is_empty() {
            return Err(Refusal::Backwards { from, to: within.to }.into());
        }
        let mut candidates = Vec::with_capacity(chosen.len());
        let mut left_out = Vec::new();
        for chosen in &chosen {
            let left = |why| Left { technician: chosen.id, why, skills: Vec::new() };
            if !chosen.state.is_active() {
                left_out.push(left(LeftOut::Hours));
                continue;
            }
            candidates.push(self.candidate(chosen, ask.within)?);
        }
        let usual = FindSlots::default();
        let find = FindSlots {
            within,
            minutes,
            candidates,
            skills: needs.skills.clone(),
            windows: Some(needs.open_within(within)),
            opening: match &on {
                Some(on) => self.opening(on)?,
                None => None,
            },
            due: needs.due(),
            crew: ask.crew.unwrap_or(1),
            count: ask.count.unwrap_or(10),
            step: ask.step.unwrap_or(15),
            weights: ask.weights,
            ..usual
        };
        let mut found = find.find()?;
        found.left_out.extend(left_out);
        Ok(self.proposed(found, &chosen, on.as_ref()))
    }

    /// An activity that the actor may read.
    fn its_activity(&mut self, id: Uuid) -> Result<activity::State, Error> {
        let (company, actor) = (self.question.company, self.question.actor.clone());
        let stream = Stream { company, noun: Activity::NAME, id };
        let loaded = replay::load::<Activity>(self.tx, &stream)?;
        let state = loaded.map(|loaded| loaded.record.state);
        own::may_read::<Activity>(self.tx, company, &actor, id, state.as_ref())?;
        state.ok_or_else(|| no_such(Activity::NAME, id))
    }

    fn candidate(&mut self, chosen: &Chosen, within: Period) -> Result<Candidate, Error> {
        let visits = self.booked(chosen.id, within)?;
        let worker = worker(&chosen.state, &visits, false);
        Ok(Candidate {
            id: chosen.id,
            working_time: worker.working_time,
            busy: worker.busy,
            skills: chosen.state.skills.clone(),
            ..Candidate::default()
        })
    }

    /// The opening hours of an activity's site.
    pub(in crate::engine) fn opening(
        &mut self,
        on: &activity::State,
    ) -> Result<Option<crate::schedule::WorkingTime>, Error> {
        let Some(site) = on.site else { return Ok(None) };
        let company = self.question.company;
        let stream = Stream { company, noun: Customer::NAME, id: on.customer };
        let customer = replay::load::<Customer>(self.tx, &stream)?;
        let customer = customer.map(|loaded| loaded.record.state).unwrap_or_default();
        let site = customer.sites.into_iter().find(|known| known.id == site);
        Ok(site.and_then(|site| site.opening))
    }

    fn proposed(
        &self,
        found: Slots,
        chosen: &[Chosen],
        on: Option<&activity::State>,
    ) -> ProposedSlots {
        let zone = self.company.settings.zone;
        let names: BTreeMap<Uuid, &str> = chosen
            .iter()
            .filter(|chosen| chosen.read)
            .map(|chosen| (chosen.id, chosen.state.person.name.reveal_text()))
            .collect();
        let name = |id: Uuid| names.get(&id).copied().unwrap_or_default().to_owned();
        let slots = found.slots.into_iter().map(|slot| ProposedSlot {
            visits: slot
                .parts
                .iter()
                .map(|part| ProposedVisit {
                    technician: part.technician,
                    name: name(part.technician),
                    starts: wall(zone, part.period.from),
                    ends: wall(zone, part.period.to),
                    on_activity: on.is_some_and(|on| on.technicians.contains(&part.technician)),
                })
                .collect(),
            late: slot.late,
            score: slot.score,
            reasons: slot.reasons,
        });
        let left_out = found.left_out.into_iter().map(|left| LeftOutTechnician {
            technician: left.technician,
            name: name(left.technician),
            why: left.why,
            skills: left.skills,
        });
        ProposedSlots { slots: slots.collect(), left_out: left_out.collect() }
    }
}

/// What a clock shows at a moment.
fn wall(zone: Zone, at: Instant) -> WallTime {
    let local = zone.wall(at);
    WallTime { local, zone, later: zone.later(local) == Some(at) }
}
