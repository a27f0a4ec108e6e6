//! The journal: what happened, in the bytes in which it was first written.
//!
//! Each event carries the hash of the one before it in its stream, and each company has a head
//! (count, hash) over all of them, which a host can keep elsewhere: then a cut tail shows too.

mod canonical;
mod event;
mod evidence;
mod free_text;
mod hash;
mod personal;

pub use canonical::canonical;
pub(crate) use canonical::canonical_of;
pub use event::{Device, Event, Head};
pub use evidence::Evidence;
pub use free_text::{FreeText, is_blank};
pub use hash::Hash;
pub use personal::{Personal, Slot};
pub(crate) use personal::{Sealing, digest, open, refs, seal};
