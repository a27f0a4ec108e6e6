//! Adapters

pub mod format;
pub mod mail;
pub mod registry;
