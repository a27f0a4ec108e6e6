//! Whether there is memory for what a host gives or asks for. A host's process must not end because
//! a photograph is large: what is of the host's size is asked for before it is needed.

use crate::error::{Door, Error};

/// Of a blob: its own, and one in the store's pages.
pub(in crate::engine) const BLOB_COPIES: usize = 3;

/// Of a request: read, in canonical JSON, as an event and as a state.
pub(in crate::engine) const REQUEST_COPIES: usize = 8;

/// How often a mail is in memory while it is read: with its words mended, decoded, and as it is
/// kept.
pub const MAIL_COPIES: usize = 8;

/// Refuses where there is no room for so many copies of so many bytes.
///
/// # Errors
/// `ENGINE-MEMORY-01`; nothing was done yet.
///
/// ```
/// use callout_core::engine::{MAIL_COPIES, room_for};
/// assert!(room_for(4_096, MAIL_COPIES).is_ok());
/// assert_eq!(room_for(usize::MAX, 1).unwrap_err().code(), "ENGINE-MEMORY-01");
/// ```
pub fn room_for(bytes: usize, copies: usize) -> Result<(), Error> {
    let wanted = bytes.saturating_mul(copies);
    let refused = |_| Door::NoMemory { bytes: Some(wanted as u64) }.into();
    Vec::<u8>::new().try_reserve_exact(wanted).map_err(refused)
}
