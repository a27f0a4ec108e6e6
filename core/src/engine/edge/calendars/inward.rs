//! What others did in the calendar.

use super::known::{Foreign, Sent, named};
use super::{Round, Wanted, busy, name, visit_of};
use crate::access::Actor;
use crate::calendar::{Certainty, ReadEvent};
use crate::engine::Command;
use crate::error::{Error, Status as Fault};
use crate::journal::Head;
use crate::port::calendar::ServerEntry;
use crate::port::store::Tx;
use crate::schedule::{Instant, Period, WallTime, Zone};
use crate::technician::{self, MAX_BUSY, Technician};
use crate::visit::{self, Decline, Dismiss, Status, Suggest, Suggestion, Wish};
use std::collections::BTreeSet;
use uuid::Uuid;

/// So many answers of a server are one round: one that always has more never ends it.
const MAX_ANSWERS: usize = 1_000;

/// Other entries keep the technician busy so far ahead.
const BUSY_DAYS: i64 = 180;

impl Round<'_> {
    /// Reads what has changed since the last round.
    pub(super) fn read(&mut self) -> Result<(), Error> {
        let mut seen: Option<BTreeSet<String>> = None;
        let mut token = self.known.token.clone();
        let mut last = false;
        for _ in 0..MAX_ANSWERS {
            let changes = self.server.changes(&self.ask.calendar, token.as_deref())?;
            if changes.whole {
                seen = Some(BTreeSet::new());
            }
            self.done.unread += changes.too_large.len() as u32;
            if let Some(seen) = &mut seen {
                let there = changes.changed.iter().map(|entry| entry.name.clone());
                seen.extend(there.chain(changes.too_large));
            }
            // All there is is known at the end only.
            let goes_on = (seen.is_none() || !changes.more).then(|| changes.token.clone());
            last = !changes.more;
            self.within(|round, tx| {
                let mut head = None;
                for entry in changes.changed {
                    head = round.meet(tx, entry)?.or(head);
                }
                let mut gone = changes.gone;
                if let (Some(seen), true) = (&seen, last) {
                    let entries = round.known.entries.iter().filter(|(_, it)| it.tag.is_some());
                    let ours = entries.map(|(visit, _)| name(*visit));
                    gone.extend(ours.filter(|name| !seen.contains(name)));
                    let seen: BTreeSet<String> = seen.iter().map(|name| named(name)).collect();
                    let others = round.known.foreign.keys().filter(|it| !seen.contains(*it));
                    for other in others.cloned().collect::<Vec<_>>() {
                        round.known.foreign(&other, None);
                    }
                }
                for name in gone {
                    head = round.gone(tx, &name)?.or(head);
                }
                goes_on.into_iter().for_each(|token| round.known.go_on(token));
                Ok(((), head))
            })?;
            token = Some(changes.token);
            if last {
                break;
            }
        }
        self.done.more |= !last;
        let kept = self.keep_busy();
        match kept {
            // What he is planned for is written all the same.
            Err(error) if matches!(error.status(), Fault::Invalid | Fault::Refused) => {
                self.done.stopped = Some(error.to_string());
                Ok(())
            }
            kept => kept,
        }
    }

    fn meet(&mut self, tx: &mut dyn Tx, entry: ServerEntry) -> Result<Option<Head>, Error> {
        if let Some(visit) = visit_of(&entry.name)
            && let Some(state) = self.visit(tx, visit)?
        {
            return self.ours(tx, (visit, &state), entry);
        }
        let foreign = match self.files.read(&entry.file) {
            Ok(read) => {
                let to_come = |event: &&ReadEvent| {
                    let over = busy::is_over(event, self.now);
                    !is_copy(event) && !over && !busy::is_overtaken(event, &read.events)
                };
                let events = read.events.iter().filter(to_come);
                let events: Vec<ReadEvent> = events.map(busy::times_of).collect();
                (!events.is_empty()).then_some(Foreign { tag: entry.tag, events })
            }
            Err(_) => {
                self.done.unread += 1;
                None
            }
        };
        self.known.foreign(&named(&entry.name), foreign);
        Ok(None)
    }

    /// The entry of a visit: as we wrote it, or as somebody else wrote it since.
    pub(super) fn ours(
        &mut self,
        tx: &mut dyn Tx,
        (visit, state): (Uuid, &visit::State),
        there: ServerEntry,
    ) -> Result<Option<Head>, Error> {
        let before = self.known.entries.get(&visit).cloned();
        // A colleague's, in a calendar that they share.
        if before.is_none() && state.technician != self.ask.technician {
            return Ok(None);
        }
        let mut before = before.unwrap_or_default();
        if before.tag.is_none() && before.sent.is_none() {
            before.sent = self.inherited(tx, (visit, state))?;
        }
        let entry = self.known.entry(visit);
        entry.sending = None;
        if before.tag.is_some() && before.tag == there.tag {
            return Ok(None);
        }
        entry.tag = there.tag;
        let zone = state.starts.zone;
        let read = self.files.read(&there.file).ok();
        let event = read.and_then(|read| its_event(read.events, visit));
        let said = event.as_ref().and_then(|event| Some((event, period(event, zone)?)));
        let Some((event, period)) = said else {
            self.done.unread += 1;
            return Ok(None);
        };
        let called_off = event.certainty == Some(Certainty::Cancelled);
        let his = state.technician == self.ask.technician && state.status != Status::Cancelled;
        let wanted = if his { self.wanted_of(tx, visit)? } else { None };
        let planned = Period { from: state.starts.instant, to: state.ends.instant };
        // He has thought better of what he did there, and it stands as it is planned.
        let here = |it: &Suggestion| it.calendar.as_deref() == Some(self.server.id());
        let back = !called_off && period == planned && state.suggestion.as_ref().is_some_and(here);
        let entry = self.known.entry(visit);
        if let Some(wanted) = wanted.filter(|it| !called_off && says(event, period, it)) {
            entry.sent = Some(wanted.sent);
            return if back { self.take_back(tx, visit) } else { Ok(None) };
        }
        let at = |sent: &Option<Sent>| sent.as_ref().is_some_and(|it| it.period == period);
        if !called_off && at(&before.sending) {
            // It may say what was wanted then: it is written anew.
            entry.sent = None;
            return Ok(None);
        }
        // What else somebody noted there is his own, until the visit changes.
        if !called_off && (at(&before.sent) || period == planned) {
            return if back { self.take_back(tx, visit) } else { Ok(None) };
        }
        if called_off {
            return self.decline(tx, (visit, state));
        }
        let (starts, ends) = (wall(period.from, zone), wall(period.to, zone));
        let calendar = Some(self.server.id().to_owned());
        let suggest = Suggest { starts, ends, note: None, calendar };
        let wish = Wish::Move { starts: starts.resolve(), ends: ends.resolve() };
        self.suggest(tx, (visit, state), (wish, suggest.into()))
    }

    /// What was done by hand was undone by hand.
    fn take_back(&mut self, tx: &mut dyn Tx, visit: Uuid) -> Result<Option<Head>, Error> {
        let actor = Actor::technician(self.ask.technician);
        let dismiss: visit::Command = Dismiss {}.into();
        self.perform(tx, (&actor, visit), Command::Visit(dismiss))
    }

    /// What was written by who had the visit before, in the same calendar.
    fn inherited(
        &self,
        tx: &mut dyn Tx,
        (visit, state): (Uuid, &visit::State),
    ) -> Result<Option<Sent>, Error> {
        for former in &state.former {
            let (whose, at) = ((self.server.id(), *former), (&*self.ask.calendar, visit));
            if let Some(Some(entry)) = self.known.of_colleague(tx, whose, at)? {
                return Ok(entry.sending.or(entry.sent));
            }
        }
        Ok(None)
    }

    /// An entry that is not there any more.
    pub(super) fn gone(&mut self, tx: &mut dyn Tx, name: &str) -> Result<Option<Head>, Error> {
        let visit = visit_of(name).filter(|visit| self.known.entries.contains_key(visit));
        let Some(visit) = visit else {
            if self.known.foreign.contains_key(&named(name)) {
                self.known.foreign(&named(name), None);
            }
            return Ok(None);
        };
        let Some(state) = self.visit(tx, visit)? else {
            self.known.forget(visit);
            return Ok(None);
        };
        let entry = self.known.entry(visit);
        (entry.tag, entry.sending) = (None, None);
        self.decline(tx, (visit, &state))
    }

    fn decline(
        &mut self,
        tx: &mut dyn Tx,
        of: (Uuid, &visit::State),
    ) -> Result<Option<Head>, Error> {
        let calendar = Some(self.server.id().to_owned());
        let decline = Decline { note: None, calendar };
        self.suggest(tx, of, (Wish::Decline {}, decline.into()))
    }

    /// Puts beside the visit what was done by hand, once.
    fn suggest(
        &mut self,
        tx: &mut dyn Tx,
        (visit, state): (Uuid, &visit::State),
        (wish, command): (Wish, visit::Command),
    ) -> Result<Option<Head>, Error> {
        let open = matches!(state.status, Status::Proposed | Status::Planned | Status::Accepted);
        let known = state.suggestion.as_ref().is_some_and(|it| it.wish == wish);
        if state.technician != self.ask.technician || !open || known {
            return Ok(None);
        }
        let actor = Actor::technician(self.ask.technician);
        match self.perform(tx, (&actor, visit), Command::Visit(command)) {
            Ok(head) => {
                self.done.suggested.push(visit);
                Ok(head)
            }
            // A time that no visit can have.
            Err(error) if matches!(error.status(), Fault::Invalid | Fault::Refused) => {
                self.done.unread += 1;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Has the other entries keep the technician busy. What takes long is done before anybody has
    /// to wait for it.
    fn keep_busy(&mut self) -> Result<(), Error> {
        let technician = self.ask.technician;
        let found = {
            let mut tx = self.engine.store.read()?;
            self.load::<Technician>(tx.as_mut(), technician)?
        };
        let Some(zone) = found.map(|state| state.working_time.zone) else { return Ok(()) };
        // From a day on, so that a minute later nothing has changed.
        let midnight = zone.wall(self.now).date().and_time(chrono::NaiveTime::MIN);
        let from = WallTime::first(midnight, zone).resolve().instant;
        let to = Instant::from_micros(from.micros() + BUSY_DAYS * 86_400_000_000);
        let within = Period { from, to: to.unwrap_or(from) };
        let over = |it: &Foreign| it.events.iter().all(|event| busy::is_over(event, from));
        let over = self.known.foreign.iter().filter(|(_, it)| over(it));
        for name in over.map(|(name, _)| name.clone()).collect::<Vec<_>>() {
            self.known.foreign(&name, None);
        }
        let foreign = self.known.foreign.values();
        let (busy, unread) = busy::busy(foreign, (within, zone), MAX_BUSY);
        self.done.unread += unread;
        self.done.busy = busy.len() as u32;
        let calendar = self.server.id().to_owned();
        self.within(|round, tx| {
            let state = round.load::<Technician>(tx, technician)?.unwrap_or_default();
            let before = state.calendars.iter().find(|it| *it.name.reveal_text() == calendar);
            let same = before.map_or(busy.is_empty(), |before| before.busy == busy);
            if same || !state.is_active() {
                return Ok(((), None));
            }
            let command: technician::Command = technician::SetBusy { calendar, busy }.into();
            let actor = &round.ask.actor;
            let head = round.perform(tx, (actor, technician), Command::Technician(command))?;
            Ok(((), head))
        })
    }
}

/// A copy of one of our own entries under another name keeps nobody busy.
fn is_copy(event: &ReadEvent) -> bool {
    let uid = event.uid.as_deref().and_then(|uid| uid.strip_suffix("@callout"));
    uid.is_some_and(|id| id.parse::<Uuid>().is_ok())
}

/// The event that stands for the visit, and no changed occurrence.
fn its_event(events: Vec<ReadEvent>, visit: Uuid) -> Option<ReadEvent> {
    let uid = format!("{visit}@callout");
    let mut whole: Vec<ReadEvent> =
        events.into_iter().filter(|event| event.recurrence_id.is_none()).collect();
    let at = whole.iter().position(|event| event.uid.as_ref() == Some(&uid)).unwrap_or(0);
    (at < whole.len()).then(|| whole.swap_remove(at))
}

/// When an event takes place; what floats and whole days by the clock of the visit.
fn period(event: &ReadEvent, zone: Zone) -> Option<Period> {
    let (from, to) = (busy::moment(event.start?, zone)?, busy::moment(event.end?, zone)?);
    Some(Period { from, to })
}

fn wall(at: Instant, zone: Zone) -> WallTime {
    let local = zone.wall(at);
    WallTime { local, zone, later: zone.later(local) == Some(at) }
}

/// Whether an event says what an entry does.
fn says(event: &ReadEvent, period: Period, wanted: &Wanted) -> bool {
    let entry = &wanted.entry;
    period == wanted.sent.period
        && event.summary.trim() == entry.summary.trim()
        && event.location.trim() == entry.location.trim()
        && event.description.trim() == entry.description.trim()
}
