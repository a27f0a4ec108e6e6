//! Reading bytes back: photographs, signatures, mails, documents.

use crate::access::{Actor, Reach};
use crate::engine::answer::Asking;
use crate::engine::blobs::stored;
use crate::engine::desk::Fetch;
use crate::engine::nouns::{ForNoun, by_name};
use crate::engine::{own, papers, replay};
use crate::error::{Door, Error, Status};
use crate::invoice::Invoice;
use crate::job_sheet::JobSheet;
use crate::journal::Hash;
use crate::noun::Noun;
use crate::port::store::{Stream, Tx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which bytes?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlobQuery {
    /// The hash under which they were kept: what a state or a file names. `BLOB-FIND-01` where
    /// there are none, or none that the actor may read.
    pub hash: Hash,
}

impl Asking<'_> {
    /// Any bytes of the company's, or, where the right reaches to one's own only, those that
    /// something names which the actor may read. What nothing names yet is read by who has the
    /// hash: he put it, or was told by who did.
    pub(in crate::engine) fn blob(&mut self, ask: &BlobQuery) -> Result<Vec<u8>, Error> {
        let own = self.reach("blob.read")? == Reach::Own;
        let all = self.sees_prices(Invoice::NAME);
        let (company, actor) = (self.question.company, &self.question.actor);
        // Who reads any bytes and sees no prices reads no page on which prices stand.
        if (own || !all) && !named_to(self.tx, company, actor, (&ask.hash, own))? {
            return Err(Door::BlobMissing { hash: ask.hash.to_string() }.into());
        }
        stored(self.tx, company, &ask.hash)
    }
}

/// Whether something that the actor may read names the bytes, or nothing yet.
fn named_to(
    tx: &mut dyn Tx,
    company: Uuid,
    actor: &Actor,
    (hash, own): (&Hash, bool),
) -> Result<bool, Error> {
    let uses = tx.uses(company, hash)?;
    if uses.is_empty() {
        return Ok(true);
    }
    for (noun, id) in uses {
        let preview = papers::is_preview(&noun);
        let reading = Reading { tx: &mut *tx, company, actor, id, hash, own, preview };
        let noun = if preview { JobSheet::NAME } else { &noun };
        match by_name(noun, reading) {
            Ok(()) => return Ok(true),
            Err(denied) if matches!(denied.status(), Status::Refused | Status::NotFound) => {}
            Err(why) => return Err(why),
        }
    }
    Ok(false)
}

struct Reading<'a> {
    tx: &'a mut dyn Tx,
    company: Uuid,
    actor: &'a Actor,
    id: Uuid,
    hash: &'a Hash,
    /// Whether only what the actor may read counts, and not only pages with prices.
    own: bool,
    /// Whether it is a painting to be looked at: only who was shown it has its hash.
    preview: bool,
}

impl ForNoun for Reading<'_> {
    type Out = ();
    fn run<N: Fetch>(self) -> Result<(), Error> {
        let Reading { tx, company, actor, id, hash, own, preview } = self;
        let loaded = replay::load::<N>(tx, &Stream { company, noun: N::NAME, id })?;
        let state = loaded.as_ref().map(|loaded| &loaded.record.state);
        match state.filter(|_| !preview).and_then(|state| N::page(id, state, hash)) {
            // A page is read as the document that it shows.
            Some(page) if own => papers::may_read(tx, company, actor, &page),
            Some(page) => papers::prices_too(tx, company, actor, &page),
            None if !own => Ok(()),
            None => own::may_read::<N>(tx, company, actor, id, state),
        }
    }
}
