//! The surface: how a host speaks to the engine.

pub(super) mod asked;
pub(super) mod questions;
pub(super) mod room;
#[cfg(feature = "schema")]
pub(super) mod schema;
pub(super) mod session;
pub(super) mod together;
mod twins;
pub(super) mod wire;
