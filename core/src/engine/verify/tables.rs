//! What belongs to nothing: rows, values, ids and places in timelines without a stream that says
//! so, and bytes that are not what their hash says.

use super::{Check, PAGE};
use crate::engine::desk::Fetch;
use crate::engine::facts::is_paper;
use crate::engine::nouns::{ForNoun, NAMES, by_name};
use crate::engine::standing::Contexts;
use crate::engine::{papers, renew, replay};
use crate::error::Error;
use crate::journal::Hash;
use crate::noun::Record;
use crate::port::store::{External, Stream};
use crate::series::{self, Series};
use std::ops::ControlFlow;
use uuid::Uuid;

impl Check<'_> {
    pub(super) fn tables(&mut self) -> Result<ControlFlow<()>, Error> {
        for noun in NAMES {
            if by_name(noun, Ownerless { check: self })?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        let passes = [
            Check::receipts,
            Check::externals,
            Check::timelines,
            Check::numbers,
            Check::uses,
            Check::blobs,
        ];
        for pass in passes {
            if pass(self)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn turned(&mut self, rows: usize) -> ControlFlow<()> {
        self.rows += rows as u64;
        self.tell()
    }

    fn externals(&mut self) -> Result<ControlFlow<()>, Error> {
        let mut after: Option<External> = None;
        loop {
            let page = self.tx.externals(self.company, after.as_ref(), PAGE)?;
            for external in &page {
                let known = NAMES.contains(&external.noun.as_str());
                if !known || !by_name(&external.noun, Linked { check: self, external })? {
                    let what = format!(
                        "the outside id {} {} is not the record's own",
                        external.system, external.value
                    );
                    self.wrong(None, &external.noun, external.id, &what);
                }
            }
            if self.turned(page.len()).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            if page.len() < PAGE as usize {
                return Ok(ControlFlow::Continue(()));
            }
            after = page.last().cloned();
        }
    }

    /// Each place that should be there was found with its stream: if the count is right, there are
    /// no others.
    fn timelines(&mut self) -> Result<ControlFlow<()>, Error> {
        let (mut after, mut count) = (None, 0);
        loop {
            let page = self.tx.contexts(self.company, after, PAGE)?;
            count += page.len() as u64;
            if self.turned(page.len()).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            after = page.last().copied();
            if page.len() < PAGE as usize {
                break;
            }
        }
        if count != self.report.proved.get("timeline").copied().unwrap_or(0) {
            self.misplaced()?;
        }
        Ok(ControlFlow::Continue(()))
    }

    fn misplaced(&mut self) -> Result<(), Error> {
        let mut after = None;
        let mut last: Option<((String, Uuid), Contexts)> = None;
        loop {
            let page = self.tx.contexts(self.company, after, PAGE)?;
            for (context, sequence) in &page {
                let event = self.tx.feed(self.company, sequence.saturating_sub(1), 1)?.pop();
                let event = event.filter(|event| event.sequence == *sequence);
                let event = event.filter(|event| NAMES.contains(&event.noun.as_str()));
                let Some(event) = event else {
                    self.wrong(None, "timeline", *context, "there is no event for its place");
                    continue;
                };
                let of = (event.noun.clone(), event.stream);
                if last.as_ref().is_none_or(|(known, _)| *known != of) {
                    let work = Standing { check: self, id: event.stream };
                    last = Some((of, by_name(&event.noun, work)?));
                }
                let belongs = last
                    .as_ref()
                    .is_some_and(|(_, it)| it.standing.contains(&(*context, *sequence)));
                if !belongs {
                    let what = "it stands in a timeline that it does not belong to";
                    self.wrong(Some(*sequence), &event.noun, event.stream, what);
                }
            }
            after = page.last().copied();
            if page.len() < PAGE as usize {
                return Ok(());
            }
        }
    }

    /// A number that was taken stands on what it was taken for.
    fn numbers(&mut self) -> Result<ControlFlow<()>, Error> {
        let mut after = None;
        loop {
            let noun = <Series as crate::noun::Noun>::NAME;
            let page = self.tx.begun(self.company, noun, after, PAGE)?;
            for id in &page {
                self.series(&Stream { company: self.company, noun, id: *id })?;
            }
            if self.turned(page.len()).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            after = page.last().copied();
            if page.len() < PAGE as usize {
                return Ok(ControlFlow::Continue(()));
            }
        }
    }

    fn series(&mut self, stream: &Stream) -> Result<(), Error> {
        let mut last = 0;
        loop {
            let events = self.tx.stream(stream, last, PAGE)?;
            for event in &events {
                let Ok(series::Event::Taken { number, holder }) =
                    serde_json::from_slice(&event.body)
                else {
                    continue;
                };
                if !NAMES.contains(&number.series.as_str()) {
                    continue;
                }
                let bears = by_name(&number.series, Bears { check: self, id: holder })?;
                if bears.as_ref() != Some(&number) {
                    let what = "a number was taken for what does not bear it";
                    self.wrong(Some(event.sequence), &event.noun, event.stream, what);
                }
            }
            match events.last() {
                Some(event) if events.len() == PAGE as usize => last = event.version,
                _ => return Ok(()),
            }
        }
    }

    /// Who is noted for bytes is there: a stream, or a painting that is only looked at.
    fn uses(&mut self) -> Result<ControlFlow<()>, Error> {
        let mut after = None;
        loop {
            let page = self.tx.all_uses(self.company, after.as_ref(), PAGE)?;
            for (hash, noun, id) in &page {
                let preview = papers::is_preview(noun);
                let mut there = false;
                for noun in NAMES.iter().filter(|it| **it == noun || (preview && is_paper(it))) {
                    there |= by_name(noun, There { check: self, id: *id })?;
                }
                // What a record names is looked for with its state.
                if preview {
                    there &= self.tx.blob_size(self.company, hash)?.is_some();
                }
                if !there {
                    self.wrong(None, noun, *id, "bytes are noted for what is not there");
                }
            }
            if self.turned(page.len()).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            let last = page.len() < PAGE as usize;
            after = page.into_iter().next_back();
            if last {
                return Ok(ControlFlow::Continue(()));
            }
        }
    }

    fn blobs(&mut self) -> Result<ControlFlow<()>, Error> {
        let mut after = None;
        loop {
            let page = self.tx.blobs(self.company, after, PAGE)?;
            for hash in &page {
                let bytes = self.tx.blob(self.company, hash)?;
                if bytes.is_some_and(|bytes| Hash::of(&bytes) == *hash) {
                    self.proved("blob", 1);
                } else {
                    let what = format!("the bytes under {hash} are not the ones that were kept");
                    self.wrong(None, "blob", self.company, &what);
                }
            }
            if self.turned(page.len()).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            after = page.last().copied();
            if page.len() < PAGE as usize {
                return Ok(ControlFlow::Continue(()));
            }
        }
    }
}

/// Rows and values about persons of a noun whose stream is not there.
struct Ownerless<'r, 'a> {
    check: &'r mut Check<'a>,
}

impl ForNoun for Ownerless<'_, '_> {
    type Out = ControlFlow<()>;
    fn run<N: Fetch>(self) -> Result<ControlFlow<()>, Error> {
        let Ownerless { check } = self;
        let company = check.company;
        for table in N::TABLES {
            let mut after = None;
            loop {
                let page = check.tx.owners(company, table, after, PAGE)?;
                for id in &page {
                    let stream = Stream { company, noun: N::NAME, id: *id };
                    if check.tx.stream(&stream, 0, 1)?.is_empty() {
                        let what = format!("there is a row in {} of nothing", table.name);
                        check.wrong(None, N::NAME, *id, &what);
                    }
                }
                if check.turned(page.len()).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
                after = page.last().copied();
                if page.len() < PAGE as usize {
                    break;
                }
            }
        }
        let mut after = None;
        loop {
            let page = check.tx.quoting(company, N::NAME, after, PAGE)?;
            for id in &page {
                let stream = Stream { company, noun: N::NAME, id: *id };
                if check.tx.stream(&stream, 0, 1)?.is_empty() {
                    let what = "there is a value about a person that no event names";
                    check.wrong(None, N::NAME, *id, what);
                }
            }
            after = page.last().copied();
            if page.len() < PAGE as usize {
                return Ok(ControlFlow::Continue(()));
            }
        }
    }
}

/// Whether a stream has events.
struct There<'r, 'a> {
    check: &'r mut Check<'a>,
    id: Uuid,
}

impl ForNoun for There<'_, '_> {
    type Out = bool;
    fn run<N: Fetch>(self) -> Result<bool, Error> {
        let stream = Stream { company: self.check.company, noun: N::NAME, id: self.id };
        Ok(!self.check.tx.stream(&stream, 0, 1)?.is_empty())
    }
}

/// Whether a record has an outside id.
struct Linked<'r, 'a> {
    check: &'r mut Check<'a>,
    external: &'r External,
}

impl ForNoun for Linked<'_, '_> {
    type Out = bool;
    fn run<N: Fetch>(self) -> Result<bool, Error> {
        let External { system, value, id, .. } = self.external;
        let stream = Stream { company: self.check.company, noun: N::NAME, id: *id };
        let record: Record<N::State> = match replay::replay::<N>(self.check.tx, &stream) {
            Ok(loaded) => loaded.record,
            // It is told with its stream.
            Err(_) => return Ok(true),
        };
        Ok(record.external_ids.get(system) == Some(value))
    }
}

/// The number that a record bears.
struct Bears<'r, 'a> {
    check: &'r mut Check<'a>,
    id: Uuid,
}

impl ForNoun for Bears<'_, '_> {
    type Out = Option<series::Number>;
    fn run<N: Fetch>(self) -> Result<Option<series::Number>, Error> {
        let stream = Stream { company: self.check.company, noun: N::NAME, id: self.id };
        let loaded = replay::load::<N>(self.check.tx, &stream).unwrap_or_default();
        Ok(loaded.and_then(|loaded| N::number(&loaded.record.state).cloned()))
    }
}

/// Where a stream stands in timelines.
struct Standing<'r, 'a> {
    check: &'r mut Check<'a>,
    id: Uuid,
}

impl ForNoun for Standing<'_, '_> {
    type Out = Contexts;
    fn run<N: Fetch>(self) -> Result<Contexts, Error> {
        let stream = Stream { company: self.check.company, noun: N::NAME, id: self.id };
        renew::contexts::<N>(self.check.tx, &stream)
    }
}
