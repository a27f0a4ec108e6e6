//! Proving that what is stored is what happened.
//!
//! Everything that is served is proven: the journal by its hashes, states, index rows, timelines,
//! outside ids and numbers by folding the journal anew, receipts by the events that bind them,
//! bytes by their hashes, and that nothing stands there which belongs to nothing. Memory stays
//! bounded: one stream or one page of a table at a time.

mod bond;
mod journal;
mod stream;
mod tables;

use super::answer::Asking;
use super::erasing::{self, Erasure};
use super::nouns::{NAMES, by_name};
use crate::company::{self, Company};
use crate::error::{Error, Status};
use crate::journal::{Hash, Head};
use crate::language::Language;
use crate::noun::Noun;
use crate::port::store::{Progress, Stage, Stream, Tx};
use crate::schedule::Instant;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::rc::Rc;
use uuid::Uuid;

/// What `verify` found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verification {
    /// Where the journal ended when it was read. Kept elsewhere, it shows the next time that the
    /// tail was not cut, and what came before it need not be proven again. Where the proof was
    /// stopped, what it began with: nothing after that counts as proven.
    pub head: Head,
    /// How many events were read and their hashes computed; with `since`, those after it.
    pub events: u64,
    /// How many streams were folded anew and compared with what is stored of them.
    pub streams: u64,
    /// How many rows were proven one by one, by table without its prefix `callout_`.
    pub proved: BTreeMap<String, u64>,
    /// How many streams have a state or rows that say they are of an older form, as after an update
    /// of Callout, or sorted for another language, as after the company changed its own. `renew`
    /// writes them anew, see [`Renewed`](super::Renewed): those of an older form count as proven
    /// once it has.
    pub stale: u64,
    /// How many rows of those streams are not as they would be written today, by table: they are of
    /// the older form, or somebody changed them. No list shows them; until `renew` they are still
    /// looked for by what stands in them.
    pub unproven: BTreeMap<String, u64>,
    /// Whether it was stopped before its end by who was told how far it is.
    pub stopped: bool,
    /// What is wrong, the first wrong event first; empty when all is well.
    pub problems: Vec<Problem>,
    /// Whether all is well: everything was proven, nothing waits for `renew`, nothing is wrong, and
    /// it was not stopped.
    pub clean: bool,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// Where the first wrong event stands in the company's journal; nothing where none is to blame.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequence: Option<u64>,
    /// The noun of the record to which it belongs.
    pub noun: String,
    /// The id of the record to which it belongs.
    pub id: Uuid,
    /// What does not fit, in words for people.
    pub what: String,
}

/// After so many problems the rest says no more.
const MAX_PROBLEMS: usize = 100;

/// So many rows are read at once.
const PAGE: u32 = 500;

/// Erasures that name a person, with the events that tell of them.
type Erasures = Vec<(u64, Rc<Erasure>)>;

struct Check<'a> {
    tx: &'a mut dyn Tx,
    company: Uuid,
    /// The company's language, as its journal says.
    language: Language,
    /// Only what came after this event.
    since: u64,
    report: Verification,
    forgotten: BTreeMap<Uuid, Erasures>,
    /// Now, or the time of the latest event, where the clock was ahead.
    latest: Instant,
    /// Up to which event receipts have ended.
    ended: u64,
    /// The fewest days that the company has ever had receipts kept.
    receipt_days: Option<u16>,
    rows: u64,
    of_events: u64,
    progress: &'a mut dyn FnMut(Progress) -> bool,
}

/// Is what is stored what happened?
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VerifyQuery {
    /// A head that was kept elsewhere: a journal that is shorter, or another one, shows. It is not
    /// looked for where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<Head>,
    /// A head that was kept from an earlier proof: only the events since, and the streams that they
    /// belong to, are proven. All of the journal where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Head>,
}

impl Asking<'_> {
    pub(super) fn verify(&mut self, ask: &VerifyQuery) -> Result<Verification, Error> {
        self.reach("company.verify")?;
        prove(self.tx, self.now, (self.question.company, ask), self.progress)
    }
}

/// Proves a company's books, whoever asks.
pub(super) fn prove(
    tx: &mut dyn Tx,
    now: Instant,
    (company, ask): (Uuid, &VerifyQuery),
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Verification, Error> {
    let VerifyQuery { head: kept, since } = *ask;
    let before = since.map_or(0, |since| since.count);
    let of_events = tx.head(company)?.count.saturating_sub(before);
    let mut check = Check {
        tx,
        company,
        language: Language::default(),
        since: before,
        report: Verification::default(),
        forgotten: BTreeMap::new(),
        latest: now,
        ended: 0,
        receipt_days: None,
        rows: 0,
        of_events,
        progress,
    };
    let stopped = match check.all(kept, since) {
        Ok(flow) => flow.is_break(),
        // What cannot even be read is told with what was found before.
        Err(error) if error.status() == Status::Data => {
            check.wrong(None, Company::NAME, company, &format!("the proof ends here: {error}"));
            false
        }
        Err(error) => return Err(error),
    };
    let mut report = check.report;
    report.stopped = stopped;
    if stopped {
        report.head = since.unwrap_or_default();
    }
    report.problems.sort_by_key(|problem| problem.sequence.unwrap_or(u64::MAX));
    report.clean = report.problems.is_empty() && report.stale == 0 && !report.stopped;
    Ok(report)
}

/// Whether a company has a journal and cannot be read from its state: then that is what a proof
/// says.
pub(super) fn unreadable(tx: &mut dyn Tx, company: Uuid, error: &Error) -> Result<bool, Error> {
    let stream = Stream { company, noun: Company::NAME, id: company };
    let lost = error.code() == "COMPANY-CREATE-01" || error.code() == "JOURNAL-READ-01";
    Ok(lost && !tx.stream(&stream, 0, 1)?.is_empty())
}

impl Check<'_> {
    fn all(&mut self, kept: Option<Head>, since: Option<Head>) -> Result<ControlFlow<()>, Error> {
        for flaw in self.tx.flaws()? {
            self.wrong(None, Company::NAME, self.company, &flaw);
        }
        self.ended = self.tx.ended(self.company)?;
        self.erasures()?;
        if self.journal(kept, since)?.is_break() || self.streams()?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
        if since.is_none() {
            return self.tables();
        }
        Ok(ControlFlow::Continue(()))
    }

    fn wrong(&mut self, sequence: Option<u64>, noun: &str, id: Uuid, what: &str) {
        if self.report.problems.len() < MAX_PROBLEMS {
            let (noun, what) = (noun.to_owned(), what.to_owned());
            self.report.problems.push(Problem { sequence, noun, id, what });
        }
    }

    fn proved(&mut self, table: &str, rows: u64) {
        match self.report.proved.get_mut(table) {
            Some(proved) => *proved += rows,
            None => {
                self.report.proved.insert(table.to_owned(), rows);
            }
        }
    }

    fn tell(&mut self) -> ControlFlow<()> {
        let Verification { events, streams, .. } = self.report;
        let (stage, done, total) = match (self.rows, streams) {
            (0, 0) => (Stage::Events, events, self.of_events),
            (0, streams) => (Stage::Streams, streams, 0),
            (rows, _) => (Stage::Rows, rows, 0),
        };
        match (self.progress)(Progress { stage, done, total }) {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    }

    /// Who was forgotten, as the company's own stream says.
    fn erasures(&mut self) -> Result<(), Error> {
        let stream = Stream { company: self.company, noun: Company::NAME, id: self.company };
        let mut last = 0;
        loop {
            let events = self.tx.stream(&stream, last, PAGE)?;
            for event in &events {
                match erasing::without_words(&event.body) {
                    Ok(company::Event::Created { secret, settings, .. }) => {
                        self.secret(&secret)?;
                        self.settled(&settings);
                    }
                    Ok(company::Event::Updated { settings, .. }) => {
                        self.settled(&settings);
                    }
                    _ => {}
                }
                let Some(erasure) = erasing::told(&event.body) else { continue };
                let erasure = Rc::new(erasure);
                for person in erasure.persons() {
                    let gone = self.forgotten.entry(person).or_default();
                    gone.push((event.sequence, Rc::clone(&erasure)));
                }
            }
            match events.last() {
                Some(event) if events.len() == PAGE as usize => last = event.version,
                _ => return Ok(()),
            }
        }
    }

    /// What the company has decided from then on.
    fn settled(&mut self, settings: &company::Settings) {
        let days = settings.receipt_days;
        self.receipt_days = Some(self.receipt_days.map_or(days, |least| least.min(days)));
        self.language = settings.language;
    }

    fn secret(&mut self, founded: &company::Secret) -> Result<(), Error> {
        let kept = self.tx.secret(self.company)?;
        if Hash::of(&kept.0) != founded.hash {
            let what = "the company's secret is not the one that it was created with";
            self.wrong(None, Company::NAME, self.company, what);
        }
        Ok(())
    }

    /// Whether what a stream said about a person at some time was forgotten later.
    fn is_forgotten(&self, person: Uuid, noun: &str, id: Uuid, sequence: u64) -> bool {
        let erasures = self.forgotten.get(&person).into_iter().flatten();
        erasures.into_iter().any(|(at, it)| sequence < *at && it.takes(person, noun, id))
    }

    fn streams(&mut self) -> Result<ControlFlow<()>, Error> {
        if self.since > 0 {
            return self.changed_streams();
        }
        for noun in self.tx.nouns(self.company)? {
            if !NAMES.contains(&noun.as_str()) {
                let what = format!("{noun} is a noun that this Callout does not know");
                self.wrong(None, Company::NAME, self.company, &what);
            }
        }
        for noun in NAMES {
            let (mut begun, mut kept) = (None, None);
            // Streams by their events, then states that have none.
            loop {
                let ids = self.tx.begun(self.company, noun, begun, PAGE)?;
                for id in &ids {
                    by_name(noun, stream::StreamCheck { check: self, id: *id })?;
                }
                begun = ids.last().copied();
                if self.tell().is_break() {
                    return Ok(ControlFlow::Break(()));
                }
                if ids.len() < PAGE as usize {
                    break;
                }
            }
            loop {
                let ids = self.tx.streams(self.company, noun, kept, PAGE)?;
                for id in &ids {
                    let stream = Stream { company: self.company, noun, id: *id };
                    if self.tx.stream(&stream, 0, 1)?.is_empty() {
                        self.wrong(None, noun, *id, "there are no events for this state");
                    }
                }
                kept = ids.last().copied();
                if ids.len() < PAGE as usize {
                    break;
                }
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Each stream with an event since, once: where its newest one stands. The journal says so,
    /// since what is made from it is what is to be proven.
    fn changed_streams(&mut self) -> Result<ControlFlow<()>, Error> {
        let mut after = self.since;
        loop {
            let events = self.tx.feed(self.company, after, PAGE)?;
            for event in &events {
                let Some(noun) = NAMES.iter().find(|noun| **noun == event.noun) else {
                    let what = format!("{} is a noun that this Callout does not know", event.noun);
                    self.wrong(Some(event.sequence), &event.noun, event.stream, &what);
                    continue;
                };
                let stream = Stream { company: self.company, noun, id: event.stream };
                if self.tx.stream(&stream, event.version, 1)?.is_empty() {
                    by_name(noun, stream::StreamCheck { check: self, id: event.stream })?;
                }
            }
            if self.tell().is_break() {
                return Ok(ControlFlow::Break(()));
            }
            match events.last() {
                Some(event) if events.len() == PAGE as usize => after = event.sequence,
                _ => return Ok(ControlFlow::Continue(())),
            }
        }
    }
}
