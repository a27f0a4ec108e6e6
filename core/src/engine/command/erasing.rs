//! Taking a forgotten person out of all that quotes him: values, states, rows, fingerprints of the
//! requests that told of him, and bytes that nobody else needs (E93, R13).

use crate::company::{self, Company, Erased, Kept};
use crate::engine::desk::Fetch;
use crate::engine::nouns::{ForNoun, by_name};
use crate::engine::renew::Rebuild;
use crate::engine::replay::Happening;
use crate::engine::{Receipt, papers};
use crate::error::Error;
use crate::journal;
use crate::language::Language;
use crate::noun::Noun;
use crate::port::store::{Answered, Quote, Stream, Tx};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What an erasure did, and what it left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Forgotten {
    /// How many values were deleted.
    pub values: u32,
    /// What the law keeps, and until when.
    pub kept: Vec<Kept>,
    /// Who or what keeps the deleted bytes from leaving the file at once, in words: somebody who
    /// still reads an older state, a transaction of the host that is not committed yet, a file too
    /// long to be written anew in time. Nothing where they have left it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<String>,
}

/// Of whom what goes.
pub(in crate::engine) struct Erasure {
    /// Persons, and papers that go with them: all but what is kept.
    wholly: Vec<Uuid>,
    /// What the law keeps, and stays.
    kept: Vec<Kept>,
    /// What was kept until now, and goes.
    ended: Vec<Kept>,
}

/// The erasure that a happening tells of.
pub(in crate::engine) fn of<N: Noun>(happening: &Happening<N>) -> Option<Erasure> {
    if N::NAME != Company::NAME {
        return None;
    }
    told(&happening.body().unwrap_or_default())
}

/// What the body of a company's event says, without the words of people in it.
pub(in crate::engine) fn without_words(body: &[u8]) -> serde_json::Result<company::Event> {
    journal::open(0, &[], || serde_json::from_slice(body))
}

/// The erasure that the body of a company's event tells of.
pub(in crate::engine) fn told(body: &[u8]) -> Option<Erasure> {
    let ids = |erased: Vec<Erased>| erased.into_iter().map(|erased| erased.id);
    match without_words(body).ok()? {
        company::Event::PersonsErased { persons, papers, kept, ended, .. } => {
            let wholly = ids(persons).chain(ids(papers)).collect();
            Some(Erasure { wholly, kept, ended })
        }
        company::Event::RetentionEnded { ended, papers, .. } => {
            Some(Erasure { wholly: ids(papers).collect(), kept: Vec::new(), ended })
        }
        _ => None,
    }
}

impl Erasure {
    /// Of whom something goes: persons, and papers that go with them.
    pub(in crate::engine) fn persons(&self) -> BTreeSet<Uuid> {
        self.wholly.iter().copied().chain(self.ended.iter().map(|it| it.person)).collect()
    }

    /// Whether it takes what a record says about a person.
    pub(in crate::engine) fn takes(&self, person: Uuid, noun: &str, id: Uuid) -> bool {
        // Why somebody was forgotten is what is left to answer with.
        if noun == Company::NAME {
            return false;
        }
        // A paper's words, bytes and pages stay and go with it.
        let is = |it: &Kept| {
            it.person == person && (it.is_own() || (it.noun.as_str(), it.id) == (noun, id))
        };
        self.ended.iter().any(is) || (self.wholly.contains(&person) && !self.kept.iter().any(is))
    }
}

pub(in crate::engine) fn forget(
    tx: &mut dyn Tx,
    (company, language): (Uuid, Language),
    erasure: &Erasure,
) -> Result<(), Error> {
    tx.wipe()?;
    let mut streams = BTreeSet::new();
    for person in erasure.persons() {
        for quote in tx.quotes(company, person)? {
            if erasure.takes(person, &quote.noun, quote.stream) {
                by_name(&quote.noun, Unprint { tx: &mut *tx, company, quote: &quote })?;
                streams.insert((quote.noun, quote.stream, person));
            }
        }
    }
    for (noun, id, person) in &streams {
        by_name(noun, Erase { tx: &mut *tx, company, id: *id, person: *person })?;
    }
    // What caused no event may have told of him as well.
    tx.unprint_idle(company)?;
    let streams: BTreeSet<(String, Uuid)> =
        streams.into_iter().map(|(noun, id, _)| (noun, id)).collect();
    let mut gone = Vec::new();
    for (noun, id) in &streams {
        gone.extend(by_name(noun, Rebuild { tx: &mut *tx, company, language, id: *id })?);
        gone.extend(papers::drop_previews(tx, company, *id)?);
    }
    // Bytes that somebody else names are his evidence too, and stay.
    for hash in gone {
        if tx.uses(company, &hash)?.is_empty() {
            tx.drop_blob(company, &hash)?;
        }
    }
    Ok(())
}

struct Erase<'a> {
    tx: &'a mut dyn Tx,
    company: Uuid,
    id: Uuid,
    person: Uuid,
}

impl ForNoun for Erase<'_> {
    type Out = ();
    fn run<N: Fetch>(self) -> Result<(), Error> {
        let stream = Stream { company: self.company, noun: N::NAME, id: self.id };
        self.tx.erase(&stream, self.person).map(drop)
    }
}

/// Takes the fingerprint away from the command that caused an event.
struct Unprint<'a> {
    tx: &'a mut dyn Tx,
    company: Uuid,
    quote: &'a Quote,
}

impl ForNoun for Unprint<'_> {
    type Out = ();
    fn run<N: Fetch>(self) -> Result<(), Error> {
        let Unprint { tx, company, quote } = self;
        let stream = Stream { company, noun: N::NAME, id: quote.stream };
        let event = tx.stream(&stream, quote.version.saturating_sub(1), 1)?.pop();
        let Some(command) = event.map(|event| event.command) else { return Ok(()) };
        match tx.answered(company, command)? {
            Some(answered @ Answered { print: Some(_), .. }) => {
                tx.put_answered(company, command, &Answered { print: None, ..answered })
            }
            _ => Ok(()),
        }
    }
}

/// Says in a receipt what was forgotten, where the command was to forget.
pub(in crate::engine) fn tell(
    tx: &mut dyn Tx,
    company: Uuid,
    receipt: &mut Receipt,
) -> Result<(), Error> {
    let told = |event: &str| ["persons_erased", "retention_ended"].contains(&event);
    let own = receipt.events.iter().find(|it| it.noun == Company::NAME && told(&it.event));
    let Some(own) = own else { return Ok(()) };
    let event = tx.feed(company, own.sequence - 1, 1)?.pop();
    let body = event.map(|event| without_words(&event.body));
    let sum = |erased: &[Erased]| erased.iter().map(|erased| erased.values).sum::<u32>();
    receipt.forgotten = match body {
        Some(Ok(company::Event::PersonsErased { persons, papers, kept, .. })) => {
            let values = sum(&persons) + sum(&papers);
            Some(Forgotten { values, kept, waiting: None })
        }
        Some(Ok(company::Event::RetentionEnded { persons, papers, .. })) => {
            let values = sum(&persons) + sum(&papers);
            Some(Forgotten { values, kept: Vec::new(), waiting: None })
        }
        _ => None,
    };
    Ok(())
}
