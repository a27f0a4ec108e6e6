//! States: how they are read, written, folded and shown in rows.

pub(super) mod identity;
pub(super) mod own;
pub(super) mod renew;
pub(super) mod replay;
pub(super) mod rows;
pub(super) mod shared;
pub(super) mod standing;
