//! The journal itself: every hash, in commit order, up to the head.

use super::Check;
use crate::company::Company;
use crate::error::Error;
use crate::journal::{Event, Head};
use crate::noun::Noun;
use chrono::TimeDelta;
use std::ops::ControlFlow;

impl Check<'_> {
    pub(super) fn journal(
        &mut self,
        kept: Option<Head>,
        since: Option<Head>,
    ) -> Result<ControlFlow<()>, Error> {
        const PAGE: u32 = 1_000;
        let mut head = since.unwrap_or_default();
        let mut kept_met = kept.is_none_or(|kept| kept.count == 0);
        let mut last = head.count;
        if last > 0 {
            // What came before is proven already, and must still be there: the chain says so.
            let (mut before, mut at) = (Head::default(), 0);
            while at < last {
                let wanted = u32::try_from(last - at).unwrap_or(PAGE).min(PAGE);
                let events = self.tx.feed(self.company, at, wanted)?;
                for event in events.iter().filter(|event| event.sequence <= last) {
                    before = before.after(event.hash);
                    kept_met |= kept == Some(before);
                    self.latest = self.latest.max(event.at);
                }
                at = events.last().map_or(last, |event| event.sequence);
            }
            if before != head {
                let what = "the journal does not hold the head that the proof goes on from";
                self.wrong(None, Company::NAME, self.company, what);
            }
        }
        loop {
            let events = self.tx.feed(self.company, last, PAGE)?;
            for event in &events {
                self.event(event, head.count + 1)?;
                head = head.after(event.hash);
                kept_met |= kept == Some(head);
                last = event.sequence;
                self.latest = self.latest.max(event.at);
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
        } else if self.ended > 0 && !self.is_past_its_time(self.ended)? {
            let what = "receipts have ended before their time";
            self.wrong(None, Company::NAME, company, what);
        }
        self.proved("head", 1);
        Ok(ControlFlow::Continue(()))
    }

    /// Whether the receipt of an event's command may have ended: by now, or by the time of a
    /// command that came later, when the clock may have been ahead.
    fn is_past_its_time(&mut self, sequence: u64) -> Result<bool, Error> {
        let days = TimeDelta::days(i64::from(self.receipt_days.unwrap_or(0)));
        let event = self.tx.feed(self.company, sequence - 1, 1)?.pop();
        Ok(event.is_none_or(|event| self.latest.utc() - event.at.utc() >= days))
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
