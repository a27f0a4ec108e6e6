//! Where new identity comes from.

use crate::journal::Hash;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Gives new ids and salts. The core itself draws nothing at random.
pub trait Ids: Send + Sync {
    /// A new UUIDv7.
    fn id(&self) -> Uuid;
    /// Sixteen bytes that nobody can guess.
    fn salt(&self) -> [u8; 16];
}

/// New ids for one decision, all derived from one that the port gave: the same fact gives the
/// same ids.
///
/// ```
/// use callout_core::port::ids::Fresh;
/// let fresh = Fresh::new("01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap());
/// assert_eq!(fresh.id(0), fresh.id(0));
/// assert_ne!(fresh.id(0), fresh.id(1));
/// assert_eq!(fresh.id(1).get_version_num(), 7);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fresh(Uuid);

impl Fresh {
    /// From an id that was drawn for this.
    pub const fn new(seed: Uuid) -> Self {
        Fresh(seed)
    }

    /// The n-th new id: the seed's time, another tail.
    pub fn id(&self, n: u32) -> Uuid {
        let digest = Sha256::new().chain_update(self.0.as_bytes()).chain_update(n.to_be_bytes());
        let digest = digest.finalize();
        let mut bytes = *self.0.as_bytes();
        bytes[6..16].copy_from_slice(&digest[..10]);
        bytes[6] = 0x70 | (bytes[6] & 0x0f);
        bytes[8] = 0x80 | (bytes[8] & 0x3f);
        Uuid::from_bytes(bytes)
    }
}

/// An id that follows from a name within a company, for what exists once per name: a series of
/// a year, an occurrence of a plan (UUIDv8, RFC 9562).
pub fn named(company: Uuid, name: &str) -> Uuid {
    let digest = Sha256::new().chain_update(company.as_bytes()).chain_update(name).finalize();
    followed(&Hash(digest.into()))
}

/// An id that follows from a name as well, for who knows the company's secret: without it nobody
/// can tell by trying names what the id stands for (UUIDv8, RFC 9562).
pub fn hidden(secret: &Hash, name: &str) -> Uuid {
    followed(&Hash::of_parts(&[&secret.0, name.as_bytes()]))
}

fn followed(from: &Hash) -> Uuid {
    let mut bytes = from.half();
    bytes[6] = 0x80 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    Uuid::from_bytes(bytes)
}
