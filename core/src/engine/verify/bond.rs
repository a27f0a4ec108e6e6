//! Receipts: what is kept of a command, bound by the first event that it caused.

use super::{Check, PAGE};
use crate::engine::desk::Fetch;
use crate::engine::nouns::{ForNoun, NAMES, by_name};
use crate::engine::{receipt, replay};
use crate::error::Error;
use crate::journal::{self, Event};
use crate::port::store::Answered;
use std::ops::ControlFlow;
use uuid::Uuid;

impl Check<'_> {
    /// An event that binds a receipt has it, as long as it has not ended.
    pub(super) fn receipt_of(&mut self, event: &Event) -> Result<(), Error> {
        if event.receipt.is_none() || event.sequence <= self.ended {
            return Ok(());
        }
        let what = match self.tx.answered(self.company, event.command)? {
            None => Some("the receipt of its command is missing"),
            Some(answered) if self.fits(event, &answered)? => None,
            Some(_) => Some("the receipt of its command is not what was given"),
        };
        match what {
            Some(what) => self.wrong(Some(event.sequence), &event.noun, event.stream, what),
            None => self.proved("answered", 1),
        }
        Ok(())
    }

    fn fits(&mut self, event: &Event, answered: &Answered) -> Result<bool, Error> {
        let caused = self.tx.caused(self.company, event.command)?;
        let told = receipt::told(event.command, &caused);
        let sound = told.is_some_and(|told| {
            told.target == answered.target
                && told.version == answered.version
                && told.events.len() == answered.events as usize
        });
        if !sound {
            return Ok(false);
        }
        match &answered.print {
            Some(print) => Ok(event.receipt == Some(receipt::bond(print, answered.target))),
            // It went with somebody of whom the command told.
            None => self.told_of_a_forgotten(&caused),
        }
    }

    fn told_of_a_forgotten(&mut self, caused: &[Event]) -> Result<bool, Error> {
        for event in caused.iter().filter(|event| NAMES.contains(&event.noun.as_str())) {
            let persons = by_name(&event.noun, Persons { event })?;
            let gone = |person: &Uuid| {
                self.is_forgotten(*person, &event.noun, event.stream, event.sequence)
            };
            if persons.iter().any(gone) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What is kept of commands is bound by an event each. A command that caused none leaves
    /// nothing that could bind it: such a receipt is believed.
    pub(super) fn receipts(&mut self) -> Result<ControlFlow<()>, Error> {
        let mut after = None;
        loop {
            let page = self.tx.answers(self.company, after, PAGE)?;
            for (command, answered) in &page {
                let first = self.tx.caused(self.company, *command)?.into_iter().next();
                let sound = match &first {
                    Some(first) => first.receipt.is_some() && first.sequence > self.ended,
                    None => answered.events == 0,
                };
                if !sound {
                    let what = format!("a receipt of the command {command} that no event binds");
                    self.wrong(None, "answered", answered.target, &what);
                }
            }
            after = page.last().map(|(command, _)| *command);
            self.rows += page.len() as u64;
            if self.tell().is_break() {
                return Ok(ControlFlow::Break(()));
            }
            if page.len() < PAGE as usize {
                return Ok(ControlFlow::Continue(()));
            }
        }
    }
}

/// The persons that an event quotes.
struct Persons<'a> {
    event: &'a Event,
}

impl ForNoun for Persons<'_> {
    type Out = Vec<Uuid>;
    fn run<N: Fetch>(self) -> Result<Vec<Uuid>, Error> {
        let (_, refs) = journal::refs(|| replay::plain::<N>(self.event));
        Ok(refs.into_iter().map(|(_, person, _)| person).collect())
    }
}
