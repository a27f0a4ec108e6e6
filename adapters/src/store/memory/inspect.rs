//! The tables as they stand, for who proves them. Each page looks at all that a company has:
//! proving a store in memory is a matter of tests.

use super::MemoryTx;
use callout_core::error::Error;
use callout_core::journal::{Hash, Slot};
use callout_core::port::index::Table;
use callout_core::port::store::{Answered, External, Inspect, Quote};
use std::collections::BTreeSet;
use uuid::Uuid;

fn page<T: Ord>(all: impl Iterator<Item = T>, after: Option<T>, limit: u32) -> Vec<T> {
    let all: BTreeSet<T> = all.filter(|it| after.as_ref().is_none_or(|after| it > after)).collect();
    all.into_iter().take(limit as usize).collect()
}

impl Inspect for MemoryTx<'_> {
    fn flaws(&mut self) -> Result<Vec<String>, Error> {
        Ok(Vec::new())
    }

    fn begun(
        &mut self,
        company: Uuid,
        noun: &str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error> {
        let all = self.data.streams.iter();
        let begun = all.filter(|(((c, n, _), _), _)| *c == company && **n == *noun);
        Ok(page(begun.map(|(((_, _, id), _), _)| *id), after, limit))
    }

    fn nouns(&mut self, company: Uuid) -> Result<Vec<String>, Error> {
        let streams = self.data.streams.iter().map(|((key, _), _)| key);
        let slots = self.data.slots.iter().map(|((key, ..), _)| key);
        let all = streams.chain(self.data.states.iter().map(|(key, _)| key)).chain(slots);
        let nouns: BTreeSet<String> =
            all.filter(|(c, ..)| *c == company).map(|(_, noun, _)| noun.to_string()).collect();
        Ok(nouns.into_iter().collect())
    }

    fn answers(
        &mut self,
        company: Uuid,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<(Uuid, Answered)>, Error> {
        let ours = self.data.answered.iter().filter(|((c, _), _)| *c == company);
        let past = ours.filter(|((_, command), _)| after.is_none_or(|after| *command > after));
        let past = past.map(|((_, command), it)| (*command, Answered::clone(it)));
        Ok(past.take(limit as usize).collect())
    }

    fn owners(
        &mut self,
        company: Uuid,
        table: &'static Table,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error> {
        Ok(page(self.data.rows.owners(table, company), after, limit))
    }

    fn quoting(
        &mut self,
        company: Uuid,
        noun: &str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<Uuid>, Error> {
        let keys = self.data.slots.iter().map(|((key, ..), _)| key);
        let ours = keys.filter(|(c, n, _)| *c == company && **n == *noun);
        Ok(page(ours.map(|(_, _, id)| *id), after, limit))
    }

    fn externals(
        &mut self,
        company: Uuid,
        after: Option<&External>,
        limit: u32,
    ) -> Result<Vec<External>, Error> {
        let ours = self.data.external.iter().filter(|((c, ..), _)| *c == company);
        let all = ours.map(|((_, noun, system, value), id)| External {
            noun: noun.to_string(),
            system: system.to_string(),
            value: value.to_string(),
            id: *id,
        });
        Ok(page(all, after.cloned(), limit))
    }

    fn contexts(
        &mut self,
        company: Uuid,
        after: Option<(Uuid, u64)>,
        limit: u32,
    ) -> Result<Vec<(Uuid, u64)>, Error> {
        let ours = self.data.contexts.iter().map(|(at, ())| at).filter(|(c, ..)| *c == company);
        Ok(page(ours.map(|(_, context, sequence)| (*context, *sequence)), after, limit))
    }

    fn all_uses(
        &mut self,
        company: Uuid,
        after: Option<&(Hash, String, Uuid)>,
        limit: u32,
    ) -> Result<Vec<(Hash, String, Uuid)>, Error> {
        let ours = self.data.uses.iter().map(|(at, ())| at).filter(|(c, ..)| *c == company);
        let all = ours.map(|(_, hash, noun, stream)| (*hash, noun.to_string(), *stream));
        Ok(page(all, after.cloned(), limit))
    }

    fn values(
        &mut self,
        company: Uuid,
        after: Option<&Quote>,
        limit: u32,
    ) -> Result<Vec<(Quote, Slot)>, Error> {
        let ours = self.data.slots.iter().filter(|(((c, ..), ..), _)| *c == company);
        let all = ours.map(|(((_, noun, stream), version, n), slot)| {
            let (noun, stream) = (noun.to_string(), *stream);
            (Quote { noun, stream, version: *version, n: *n }, Slot::clone(slot))
        });
        let past = all.filter(|(quote, _)| after.is_none_or(|after| quote > after));
        Ok(past.take(limit as usize).collect())
    }

    fn blobs(
        &mut self,
        company: Uuid,
        after: Option<Hash>,
        limit: u32,
    ) -> Result<Vec<Hash>, Error> {
        let ours = self.data.blobs.iter().map(|(at, _)| at).filter(|(c, _)| *c == company);
        Ok(page(ours.map(|(_, hash)| *hash), after, limit))
    }
}
