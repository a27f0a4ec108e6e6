//! Whether there is memory for what a host gives or asks for. A host's process must not end because
//! a photograph is large: what is of the host's size is asked for before it is needed.

use crate::error::{Door, Error};

/// Copies of it that are made on the way, at most: its own, and one in the store's pages.
const COPIES: usize = 3;

/// Refuses where there is no room for work on so many bytes.
pub(super) fn room_for(bytes: usize) -> Result<(), Error> {
    let wanted = bytes.saturating_mul(COPIES);
    let refused = |_| Door::NoMemory { bytes: wanted as u64 }.into();
    Vec::<u8>::new().try_reserve_exact(wanted).map_err(refused)
}
