//! Bytes under the hash of their content: photographs, signatures, mails, documents.

use crate::access::{Actor, Reach};
use crate::engine::desk::Fetch;
use crate::engine::nouns::{ForNoun, by_name};
use crate::engine::room::{BLOB_COPIES, room_for};
use crate::engine::{Engine, answer, changes, own, papers, replay};
use crate::error::{Door, Error, Status};
use crate::invoice::Invoice;
use crate::job_sheet::JobSheet;
use crate::journal::Hash;
use crate::noun::Noun;
use crate::port::store::{Stream, Tx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A blob of more bytes than this is refused: 32 MiB.
pub const MAX_BLOB_BYTES: u64 = 32 << 20;

/// Which bytes?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlobRequest {
    /// The id of the company (the tenant) whose data is read or changed. Not a registration number.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
    /// The hash that [`Engine::put_blob`] gave, or that a state names.
    pub hash: Hash,
}

impl Engine {
    /// Keeps bytes under their hash, for commands to name. The same bytes twice are kept once.
    ///
    /// # Errors
    /// `BLOB-SIZE-01` past [`MAX_BLOB_BYTES`], `ACCESS-ROLE-01` where the role may not.
    pub fn put_blob(&self, company: Uuid, actor: &Actor, bytes: &[u8]) -> Result<Hash, Error> {
        bounded(bytes)?;
        let mut tx = self.store.write()?;
        let hash = self.put_blob_in(tx.as_mut(), company, actor, bytes)?;
        tx.commit()?;
        Ok(hash)
    }

    /// The same inside a transaction of the host, which commits or rolls back itself: a signature
    /// and the command that names it are there together, or neither is.
    ///
    /// # Errors
    /// As [`put_blob`](Self::put_blob).
    pub fn put_blob_in(
        &self,
        tx: &mut dyn Tx,
        company: Uuid,
        actor: &Actor,
        bytes: &[u8],
    ) -> Result<Hash, Error> {
        bounded(bytes)?;
        changes::permitted(tx, company, actor, "blob.put")?;
        let hash = Hash::of(bytes);
        tx.put_blob(company, &hash, bytes)?;
        Ok(hash)
    }

    /// Reads bytes back: any of the company's, or, where the right reaches to one's own only, those
    /// that something names which the actor may read. What nothing names yet is read by who has the
    /// hash: he put it, or was told by who did.
    ///
    /// # Errors
    /// `BLOB-FIND-01` where there are none, or none that he may read, `ACCESS-ROLE-01` where the
    /// role may not.
    pub fn blob(&self, company: Uuid, actor: &Actor, hash: &Hash) -> Result<Vec<u8>, Error> {
        let mut tx = self.store.read()?;
        let tx = tx.as_mut();
        changes::permitted(tx, company, actor, "blob.read")?;
        let books = answer::company_of(tx, company)?;
        let own = books.reach(&actor.role, "blob.read") == Reach::Own;
        let all = own::sees_prices(&books, &actor.role, Invoice::NAME);
        // Who reads any bytes and sees no prices reads no page on which prices stand.
        if (own || !all) && !named_to(tx, company, actor, (hash, own))? {
            return Err(Door::BlobMissing { hash: hash.to_string() }.into());
        }
        stored(tx, company, hash)
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

fn bounded(bytes: &[u8]) -> Result<(), Error> {
    let (size, most) = (bytes.len() as u64, MAX_BLOB_BYTES);
    if size > most {
        return Err(Door::BlobTooLarge { bytes: size, most }.into());
    }
    room_for(bytes.len(), BLOB_COPIES)
}

/// The bytes, for whoever has looked at the rights already.
pub(in crate::engine) fn stored(
    tx: &mut dyn Tx,
    company: Uuid,
    hash: &Hash,
) -> Result<Vec<u8>, Error> {
    let bytes = usize::try_from(tx.blob_size(company, hash)?.unwrap_or(0)).unwrap_or(usize::MAX);
    room_for(bytes, BLOB_COPIES)?;
    let blob = tx.blob(company, hash)?;
    let bytes = blob.ok_or_else(|| Error::from(Door::BlobMissing { hash: hash.to_string() }))?;
    if Hash::of(&bytes) != *hash {
        let (noun, id) = ("blob".to_owned(), hash.to_string());
        let reason = "its bytes are not the ones that were kept".to_owned();
        return Err(Door::BrokenRecord { noun, id, reason }.into());
    }
    Ok(bytes)
}
