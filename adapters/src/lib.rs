//! Callout's doors to the outside world. One feature, one thing; a feature adds ability and never
//! changes behaviour.

pub mod format;
pub mod mail;
pub mod registry;
pub mod store;
pub mod system;
