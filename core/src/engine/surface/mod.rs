//! The surface: how a host speaks to the engine.

pub(super) mod asked;
mod planner;
pub(super) mod questions;
pub(super) mod room;
#[cfg(feature = "schema")]
pub(super) mod schema;
pub(super) mod session;
pub(super) mod together;
pub(super) mod tools;
mod twins;
pub(super) mod wire;
