//! Keeping bytes under the hash of their content: photographs, signatures, mails, documents.

use crate::access::Actor;
use crate::engine::room::{BLOB_COPIES, room_for};
use crate::engine::{Engine, changes};
use crate::error::{Door, Error};
use crate::journal::Hash;
use crate::port::store::Tx;
use uuid::Uuid;

/// A blob of more bytes than this is refused: 32 MiB.
pub const MAX_BLOB_BYTES: u64 = 32 << 20;

impl Engine {
    /// Keeps bytes under their hash, for commands to name. The same bytes twice are kept once.
    ///
    /// # Errors
    /// `BLOB-SIZE-01` past [`MAX_BLOB_BYTES`], `ACCESS-ROLE-01` where the role may not.
    ///
    /// ```
    /// # use callout_core::{access::Actor, engine::Engine};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, company: Uuid, actor: &Actor, png: &[u8]) -> Done {
    /// let picture = engine.put_blob(company, actor, png)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(&w.engine, w.company, w.office().actor(), callout_world::PNG).unwrap();
    /// ```
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
    ///
    /// ```
    /// # use callout_core::{access::Actor, engine::Engine, port::store::Tx};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(
    /// #     engine: &Engine, tx: &mut dyn Tx, company: Uuid, actor: &Actor, png: &[u8]
    /// # ) -> Done {
    /// let picture = engine.put_blob_in(tx, company, actor, png)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # use callout_core::port::store::Store; let mut tx = w.store.write().unwrap();
    /// # ask(&w.engine, tx.as_mut(), w.company, w.office().actor(), callout_world::PNG).unwrap();
    /// ```
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
