//! The journal itself: every hash, in commit order, up to the head.

use super::Check;
use crate::company::Company;
use crate::error::Error;
use crate::journal::{Event, Head};
use crate::noun::Noun;
use std::ops::ControlFlow;

impl Check<'_> {
    pub(super) fn journal(
        &mut self,
        kept: Option<Head>,
        since: Option<Head>,
    ) -> Result<ControlFlow<()>, Error> {
        const PAGE: u32 = 1_000;
        let mut head = since.unwrap_or_default();
        let mut kept_met = kept.is_none_or(|kept| kept.count == 0 || kept == head);
        let mut last = head.count;
        if last > 0 {
            // What came before is proven already, and must still be there.
            let before = self.tx.feed(self.company, last - 1, 1)?;
            kept_met &= before.first().is_some_and(|event| event.sequence == last);
        }
        loop {
            let events = self.tx.feed(self.company, last, PAGE)?;
            for event in &events {
                self.event(event, head.count + 1)?;
                head = head.after(event.hash);
                kept_met |= kept == Some(head);
                last = event.sequence;
            }
            self.report.events += events.len() as u64;
            if self.tell().is_break() {
                return Ok(ControlFlow::Break(()));
            }
            if events.len() < PAGE as usize {
                break;
            }
        }
        self.proved("event", self.report.events);
        let (company, stored) = (self.company, self.tx.head(self.company)?);
        self.report.head = stored;
        if stored != head {
            let what = "the head does not belong to this journal";
            self.wrong(None, Company::NAME, company, what);
        }
        if !kept_met {
            let what = "the journal does not hold the head that was kept";
            self.wrong(None, Company::NAME, company, what);
        }
        if self.ended > stored.count {
            let what = "receipts have ended that were never given";
            self.wrong(None, Company::NAME, company, what);
        }
        self.proved("head", 1);
        Ok(ControlFlow::Continue(()))
    }

    fn event(&mut self, event: &Event, expected: u64) -> Result<(), Error> {
        let what = if event.sequence != expected {
            Some("the sequence has a gap")
        } else if event.computed_hash() != event.hash {
            Some("the event is not what was recorded")
        } else {
            None
        };
        if let Some(what) = what {
            self.wrong(Some(event.sequence), &event.noun, event.stream, what);
        }
        self.receipt_of(event)
    }
}
