//! Callout's doors to the outside world. One feature, one thing; a feature adds ability and never
//! changes behaviour.

pub mod calendar;
pub mod format;
pub mod mail;
#[cfg(feature = "plugin_host")]
pub mod plugin_host;
pub mod registry;
pub mod store;
pub mod system;
mod whole;
pub mod wire;
