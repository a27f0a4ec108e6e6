//! What an activity answers.

use super::{
    AddFault, AddNote, Assign, Cancel, Close, Command, CorrectCustomer, CorrectReportedAt, Create,
    Event, Fault, Followers, Join, LIFECYCLE, Note, Refusal, Reopen, Require, Requirements,
    Resolve, State, Status, Update, UpdateFault,
};
use crate::Patch;
use crate::journal::{FreeText, is_blank};
use crate::noun::Number;
use crate::noun::{Given, Step, verbs};
use crate::schedule::Instant;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What the decision needs.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts that every decision is given: the moment, the actor, the id that is decided about,
    /// new ids.
    pub given: Given,
    /// Whether the actor sees only his own.
    pub only_own: bool,
    /// The next number of this year.
    pub number: Number,
    /// The customer that the command or the state names, if there is one: with its sites.
    pub customer: Option<BTreeSet<Uuid>>,
    /// The regions of that customer's sites, and of his own address under no site; only those that
    /// his card says.
    pub regions: BTreeMap<Option<Uuid>, String>,
    /// Who owns the equipment that the command names.
    pub equipment_owner: Option<Uuid>,
    /// Those of the named technicians who may be assigned.
    pub technicians: BTreeSet<Uuid>,
    /// Those of the activity's technicians who have a visit on it that is planned or under way.
    pub expected: BTreeSet<Uuid>,
    /// Lines that somebody reported, decided or not.
    pub reported_lines: u32,
    /// Lines that are approved, released or not.
    pub approved_lines: u32,
    /// What comes along to another customer.
    pub followers: Followers,
    /// Lines that wait for a decision.
    pub undecided_lines: u32,
    /// Visits that are planned or under way.
    pub running_visits: u32,
    /// Visits to which something came late that is not resolved.
    pub unresolved_visits: u32,
    /// Faults that others refined since the actor saw the activity.
    pub overtaken: BTreeSet<Uuid>,
}

impl Facts {
    /// In which region a site of the customer is, or his own address; empty where nobody said.
    fn region(&self, site: Option<Uuid>) -> String {
        let known = self.regions.get(&site).or_else(|| self.regions.get(&None));
        known.cloned().unwrap_or_default()
    }
}

/// Says what happens, or why not.
pub fn decide(state: &State, command: &Command, facts: &Facts) -> Result<Vec<Event>, Refusal> {
    if !matches!(command, Command::Create(_) | Command::Resolve(_) | Command::Join(_)) {
        allowed(state, command.into())?;
    }
    let event = match command {
        Command::Create(create) => created(create, facts)?,
        Command::Update(Update { title, description, equipment, site, construction }) => {
            if let Some(title) = title {
                titled(title)?;
            }
            let named = (site.set().copied(), equipment.set().copied());
            belongs(state.customer, named.0, named.1, facts)?;
            let before = Some(state.description.clone());
            let site = site.onto(state.site);
            let description = description.as_ref().map(|it| FreeText::from(it.as_str()));
            Event::Updated {
                title: title.as_deref().map_or_else(|| state.title.clone(), FreeText::from),
                description: description.onto(before).unwrap_or_default(),
                equipment: equipment.onto(state.equipment),
                site,
                region: facts.region(site),
                construction: construction.onto(state.construction),
                followers: facts.followers.clone(),
            }
        }
        Command::Require(require) => required(state, require)?,
        Command::Join(Join { technician }) => {
            // His visit has seen that he may come.
            let technicians = [&state.technicians[..], &[*technician]].concat();
            Event::Assigned { technicians, lead: state.lead.or(Some(*technician)) }
        }
        Command::CorrectReportedAt(CorrectReportedAt { reported_at, reason }) => {
            let reported_at = past(*reported_at, facts)?;
            let reason = reasoned(reason, "correct_reported_at")?;
            Event::ReportedAtCorrected { reported_at, reason }
        }
        Command::CorrectCustomer(CorrectCustomer { customer, site, equipment, .. })
            if (*customer, *site, *equipment) == (state.customer, state.site, state.equipment) =>
        {
            return Ok(Vec::new());
        }
        Command::CorrectCustomer(correct) => corrected(state, correct, facts)?,
        Command::Open(_) => Event::Opened {},
        Command::Assign(Assign { technicians, lead }) => assign(state, technicians, *lead, facts)?,
        Command::AddNote(AddNote { text, internal }) => {
            Event::NoteAdded { note: note(state, said(text)?, *internal, facts) }
        }
        Command::AddFault(AddFault { symptom, cause, remedy }) => {
            Event::FaultAdded { fault: fault(state, symptom, [cause, remedy], facts)? }
        }
        Command::UpdateFault(update) => {
            return Ok(update_fault(state, update, facts)?.into_iter().collect());
        }
        Command::Resolve(Resolve { note: text }) => {
            if !state.unresolved {
                return Err(Refusal::NothingLate {});
            }
            Event::Resolved { note: note(state, said(text)?, true, facts) }
        }
        Command::Complete(_) => Event::Completed {},
        Command::Reopen(Reopen { reason }) => {
            Event::Reopened { reason: reasoned(reason, "reopen")? }
        }
        Command::Close(Close { reason }) => close(state, reason.as_deref(), facts)?,
        Command::Cancel(Cancel { reason }) => cancel(state, reason, facts)?,
    };
    Ok(vec![event])
}

fn allowed(state: &State, verb: &'static str) -> Result<(), Refusal> {
    if Step::next(LIFECYCLE, state.status, verb).is_some() {
        return Ok(());
    }
    Err(Refusal::WrongStatus {
        status: state.status,
        verb,
        allowed: verbs(LIFECYCLE, state.status),
    })
}

fn titled(title: &str) -> Result<(), Refusal> {
    if is_blank(title) { Err(Refusal::TitleMissing {}) } else { Ok(()) }
}

fn said(text: &str) -> Result<FreeText, Refusal> {
    if is_blank(text) { Err(Refusal::TextMissing {}) } else { Ok(text.into()) }
}

fn reasoned(reason: &str, verb: &'static str) -> Result<FreeText, Refusal> {
    if is_blank(reason) {
        return Err(Refusal::ReasonMissing { verb });
    }
    Ok(reason.into())
}

fn past(reported_at: Instant, facts: &Facts) -> Result<Instant, Refusal> {
    if reported_at > facts.given.now {
        return Err(Refusal::ReportedLater { reported_at });
    }
    Ok(reported_at)
}

fn belongs(
    customer: Uuid,
    site: Option<Uuid>,
    equipment: Option<Uuid>,
    facts: &Facts,
) -> Result<(), Refusal> {
    let Some(sites) = &facts.customer else {
        return Err(Refusal::NoCustomer { customer: customer.to_string() });
    };
    if let Some(site) = site.filter(|site| !sites.contains(site)) {
        return Err(Refusal::NoSite { site: site.to_string(), customer: customer.to_string() });
    }
    match equipment {
        Some(equipment) if facts.equipment_owner != Some(customer) => Err(Refusal::NotTheirs {
            equipment: equipment.to_string(),
            customer: customer.to_string(),
        }),
        _ => Ok(()),
    }
}

fn created(create: &Create, facts: &Facts) -> Result<Event, Refusal> {
    titled(&create.title)?;
    belongs(create.customer, create.site, create.equipment, facts)?;
    Ok(Event::Created {
        number: facts.number.clone(),
        kind: create.kind,
        customer: create.customer,
        site: create.site,
        region: facts.region(create.site),
        equipment: create.equipment,
        title: create.title.as_str().into(),
        description: create.description.as_str().into(),
        reported_at: past(create.reported_at.unwrap_or(facts.given.now), facts)?,
        occurrence: create.occurrence,
        construction: create.construction,
        requirements: create.requirements.checked()?,
    })
}

fn required(state: &State, require: &Require) -> Result<Event, Refusal> {
    let (before, ask) = (state.requirements.clone(), require.clone());
    let requirements = Requirements {
        priority: ask.priority.unwrap_or(before.priority),
        minutes: ask.minutes.onto(before.minutes),
        skills: ask.skills.unwrap_or(before.skills),
        earliest: ask.earliest.onto(before.earliest),
        wanted_by: ask.wanted_by.onto(before.wanted_by),
        deadline: ask.deadline.onto(before.deadline),
        windows: ask.windows.unwrap_or(before.windows),
        blackouts: ask.blackouts.unwrap_or(before.blackouts),
    };
    Ok(Event::Required { requirements: requirements.checked()? })
}

fn corrected(state: &State, correct: &CorrectCustomer, facts: &Facts) -> Result<Event, Refusal> {
    let CorrectCustomer { customer, site, equipment, reason } = correct;
    belongs(*customer, *site, *equipment, facts)?;
    if facts.approved_lines > 0 {
        return Err(Refusal::ApprovedForHim { lines: facts.approved_lines });
    }
    if state.occurrence.is_some() {
        return Err(Refusal::OfPlan {});
    }
    Ok(Event::CustomerCorrected {
        customer: *customer,
        site: *site,
        region: facts.region(*site),
        equipment: *equipment,
        reason: reasoned(reason, "correct_customer")?,
        followers: facts.followers.clone(),
    })
}

fn assign(
    state: &State,
    technicians: &[Uuid],
    lead: Option<Uuid>,
    facts: &Facts,
) -> Result<Event, Refusal> {
    for (n, technician) in technicians.iter().enumerate() {
        if technicians[..n].contains(technician) {
            return Err(Refusal::TechnicianTwice { technician: technician.to_string() });
        }
        // Who is on it already may stay, also after leaving the company (E38).
        if !facts.technicians.contains(technician) && !state.technicians.contains(technician) {
            return Err(Refusal::NoTechnician { technician: technician.to_string() });
        }
    }
    if let Some(expected) = facts.expected.iter().find(|on| !technicians.contains(on)) {
        return Err(Refusal::StillExpected { technician: expected.to_string() });
    }
    let lead = match (technicians, lead) {
        (_, Some(lead)) if !technicians.contains(&lead) => {
            return Err(Refusal::LeadNotAmong { lead: lead.to_string() });
        }
        ([only], None) => Some(*only),
        ([_, _, ..], None) => return Err(Refusal::LeadMissing {}),
        (_, lead) => lead,
    };
    Ok(Event::Assigned { technicians: technicians.to_vec(), lead })
}

/// Over for the technician who says something now (R3).
fn is_late(state: &State, facts: &Facts) -> bool {
    let over = matches!(state.status, Status::Closed | Status::Cancelled);
    facts.only_own && (over || state.former.contains(&facts.given.actor))
}

fn note(state: &State, text: FreeText, internal: bool, facts: &Facts) -> Note {
    let (id, by, at) = (facts.given.fresh.id(0), facts.given.actor, facts.given.now);
    let late = is_late(state, facts);
    // A customer's paper is not changed by what came after.
    Note { id, text, internal: internal || late, by, at, late, about: None }
}

fn fault(
    state: &State,
    symptom: &str,
    [cause, remedy]: [&Option<String>; 2],
    facts: &Facts,
) -> Result<Fault, Refusal> {
    Ok(Fault {
        id: facts.given.fresh.id(0),
        symptom: said(symptom)?,
        cause: cause.as_deref().map(FreeText::from),
        remedy: remedy.as_deref().map(FreeText::from),
        by: facts.given.actor,
        at: facts.given.now,
        late: is_late(state, facts),
    })
}

fn update_fault(
    state: &State,
    update: &UpdateFault,
    facts: &Facts,
) -> Result<Option<Event>, Refusal> {
    let (by, at, fault) = (facts.given.actor, facts.given.now, update.fault);
    let Some(known) = state.faults.iter().find(|known| known.id == fault) else {
        return Err(Refusal::NoFault { fault: fault.to_string() });
    };
    let text = |text: &String| FreeText::from(text.as_str());
    let symptom = update.symptom.as_deref().map(said).transpose()?;
    let (cause, remedy) = (update.cause.as_ref().map(text), update.remedy.as_ref().map(text));
    let after = Fault {
        symptom: symptom.clone().unwrap_or_else(|| known.symptom.clone()),
        cause: cause.clone().onto(known.cause.clone()),
        remedy: remedy.clone().onto(known.remedy.clone()),
        ..known.clone()
    };
    if after == *known {
        return Ok(None);
    }
    let other =
        |before: &Option<FreeText>, after: &Option<FreeText>| before.is_some() && before != after;
    let contradicts = after.symptom != known.symptom
        || other(&known.cause, &after.cause)
        || other(&known.remedy, &after.remedy);
    if is_late(state, facts) || (contradicts && facts.overtaken.contains(&fault)) {
        // Both stay: what the fault says, and for the manager what came late (R3).
        let symptom = after.symptom;
        let words = |said: &Patch<FreeText>| match said {
            Patch::Keep => None,
            Patch::Clear => Some("–".to_owned()),
            Patch::Set(text) => Some(text.words().to_owned()),
        };
        let told = [Some(symptom.words().to_owned()), words(&cause), words(&remedy)];
        let told: Vec<String> = told.into_iter().flatten().collect();
        let note = note(state, told.join("; ").into(), true, facts);
        let (cause, remedy) = (cause.set().cloned(), remedy.set().cloned());
        let about = Some(Fault { id: fault, symptom, cause, remedy, by, at, late: true });
        return Ok(Some(Event::NoteAdded { note: Note { late: true, about, ..note } }));
    }
    Ok(Some(Event::FaultUpdated { fault: Fault { by, at, ..after } }))
}

fn close(state: &State, reason: Option<&str>, facts: &Facts) -> Result<Event, Refusal> {
    if facts.running_visits > 0 {
        return Err(Refusal::VisitRunning { visits: facts.running_visits });
    }
    if facts.undecided_lines > 0 {
        return Err(Refusal::Undecided { lines: facts.undecided_lines });
    }
    resolved(state, facts)?;
    let reason = match (state.status, reason) {
        (super::Status::Done, None) => None,
        (_, reason) => Some(reasoned(reason.unwrap_or_default(), "close")?),
    };
    Ok(Event::Closed { reason })
}

fn resolved(state: &State, facts: &Facts) -> Result<(), Refusal> {
    if state.unresolved {
        return Err(Refusal::Unresolved {});
    }
    match facts.unresolved_visits {
        0 => Ok(()),
        visits => Err(Refusal::VisitUnresolved { visits }),
    }
}

fn cancel(state: &State, reason: &str, facts: &Facts) -> Result<Event, Refusal> {
    if facts.reported_lines > 0 {
        return Err(Refusal::Reported { lines: facts.reported_lines });
    }
    if facts.running_visits > 0 {
        return Err(Refusal::VisitRunning { visits: facts.running_visits });
    }
    resolved(state, facts)?;
    Ok(Event::Cancelled { reason: reasoned(reason, "cancel")? })
}
