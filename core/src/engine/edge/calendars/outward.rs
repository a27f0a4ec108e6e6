//! What is planned, into the calendar.

use super::known::Entry;
use super::{RefusedEntry, Round, Wanted, name};
use crate::calendar::ServerFault;
use crate::error::Error;
use crate::port::calendar::{Put, Removed};
use crate::visit::{self, Status};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What is over for so long is not remembered any more; its entry stays.
const KEPT_DAYS: i64 = 30;

impl Round<'_> {
    /// Writes what has changed, and takes away what is not his any more.
    pub(super) fn write(&mut self) -> Result<(), Error> {
        let wanted = {
            let mut tx = self.engine.store.read()?;
            self.wanted(tx.as_mut())?
        };
        let his: BTreeSet<Uuid> = wanted.iter().map(|wanted| wanted.visit).collect();
        for wanted in wanted {
            let known = self.known.entries.get(&wanted.visit).cloned().unwrap_or_default();
            let same = known.sent.as_ref().is_some_and(|sent| sent.hash == wanted.sent.hash);
            if same && known.sending.is_none() {
                continue;
            }
            if self.is_full() {
                return Ok(());
            }
            self.put(wanted, known)?;
        }
        let others = self.known.entries.keys().filter(|visit| !his.contains(visit));
        for visit in others.copied().collect::<Vec<_>>() {
            let state = {
                let mut tx = self.engine.store.read()?;
                self.visit(tx.as_mut(), visit)?
            };
            let other = state.as_ref().filter(|it| it.status != Status::Cancelled);
            let other = other.map(|it| it.technician).filter(|id| *id != self.ask.technician);
            if let Some(other) = other
                && self.hand_over(visit, other)?
            {
                continue;
            }
            if state.as_ref().is_some_and(|state| self.is_his(state)) {
                let ended = state.map_or(0, |state| state.ends.instant.micros());
                if ended < self.now.micros() - KEPT_DAYS * 86_400_000_000 {
                    self.forget(visit)?;
                }
                continue;
            }
            if self.is_full() {
                return Ok(());
            }
            self.remove(visit)?;
        }
        Ok(())
    }

    /// Whose a visit is now looks after it from now on, where the calendar is the same.
    fn hand_over(&mut self, visit: Uuid, colleague: Uuid) -> Result<bool, Error> {
        self.within(|round, tx| {
            let (whose, at) = ((round.server.id(), colleague), (&*round.ask.calendar, visit));
            let theirs = round.known.of_colleague(tx, whose, at)?;
            match &theirs {
                // He has looked already.
                Some(Some(_)) => round.known.forget(visit),
                Some(None) => round.known.hand_over(tx, whose, visit)?,
                None => {}
            }
            Ok((theirs.is_some(), None))
        })
    }

    fn is_his(&self, state: &visit::State) -> bool {
        state.technician == self.ask.technician && state.status != Status::Cancelled
    }

    /// Whether no more is written in this round.
    fn is_full(&mut self) -> bool {
        let full = self.left == 0;
        self.done.more |= full;
        self.left = self.left.saturating_sub(1);
        full
    }

    fn put(&mut self, wanted: Wanted, known: Entry) -> Result<(), Error> {
        let visit = wanted.visit;
        let file = match self.files.write(&wanted.entry) {
            Ok(file) => file,
            Err(error) => return self.not_taken(visit, &error),
        };
        // Before it goes out: whoever finds it there knows that it is ours.
        let sending = Some(wanted.sent.clone());
        self.within(|round, _| {
            round.known.entry(visit).sending = sending;
            Ok(((), None))
        })?;
        let (calendar, name) = (&self.ask.calendar, name(visit));
        match self.server.put(calendar, &name, &file, known.tag.as_deref()) {
            Ok(Put::Written { tag }) => {
                let tag = match tag {
                    None => self.server.read(calendar, &name)?.and_then(|there| there.tag),
                    tag => tag,
                };
                self.done.written.push(visit);
                self.within(|round, _| {
                    *round.known.entry(visit) =
                        Entry { tag, sent: Some(wanted.sent), sending: None };
                    Ok(((), None))
                })
            }
            Ok(Put::Changed) => self.look(visit, &name),
            // It stays as what may have been written.
            Err(error) if error.code() == "CALENDAR-SERVER-10" => Err(error),
            Err(error) => {
                self.within(|round, _| {
                    round.known.entry(visit).sending = None;
                    Ok(((), None))
                })?;
                match error.code() {
                    "CALENDAR-SERVER-05" | "CALENDAR-SERVER-14" => self.not_taken(visit, &error),
                    _ => Err(error),
                }
            }
        }
    }

    fn not_taken(&mut self, visit: Uuid, error: &Error) -> Result<(), Error> {
        self.done.refused.push(RefusedEntry { visit, reason: error.to_string() });
        Ok(())
    }

    /// Somebody was faster: what stands there is taken in before anything is written over it.
    fn look(&mut self, visit: Uuid, name: &str) -> Result<(), Error> {
        let there = self.server.read(&self.ask.calendar, name)?;
        if there.as_ref().is_some_and(|there| there.tag.is_none()) {
            // Without a tag nobody can replace just what was read.
            let reason = format!("{name} has no tag, so that it cannot be replaced safely");
            let server = self.server.id().to_owned();
            return self.not_taken(visit, &ServerFault::Unreadable { server, reason }.into());
        }
        self.within(|round, tx| {
            let Some(state) = round.visit(tx, visit)? else { return Ok(((), None)) };
            let head = match there {
                Some(there) => round.ours(tx, (visit, &state), there)?,
                None if round.known.entry(visit).tag.is_some() => round.gone(tx, name)?,
                None => {
                    round.known.entry(visit).sending = None;
                    None
                }
            };
            Ok(((), head))
        })?;
        self.done.more = true;
        Ok(())
    }

    fn remove(&mut self, visit: Uuid) -> Result<(), Error> {
        let known = self.known.entries.get(&visit).cloned().unwrap_or_default();
        // Somebody took it away before, or it never was there.
        if known.tag.is_none() && known.sending.is_none() {
            return self.forget(visit);
        }
        let (calendar, name) = (&self.ask.calendar, name(visit));
        let mut removed = self.server.remove(calendar, &name, known.tag.as_deref())?;
        if removed == Removed::Changed {
            // It is nobody's visit any more, whatever was noted there since.
            removed = match self.server.read(calendar, &name)? {
                Some(there) => self.server.remove(calendar, &name, there.tag.as_deref())?,
                None => Removed::WasGone,
            };
        }
        if removed == Removed::Changed {
            self.done.more = true;
            return Ok(());
        }
        self.done.removed.push(visit);
        self.forget(visit)
    }

    fn forget(&mut self, visit: Uuid) -> Result<(), Error> {
        self.within(|round, _| {
            round.known.forget(visit);
            Ok(((), None))
        })
    }
}
