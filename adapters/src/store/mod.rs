//! Where everything is kept.

pub mod memory;
#[cfg(feature = "sqlite")]
pub mod sqlite;
mod way;
