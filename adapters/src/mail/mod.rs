//! Mail: reading what came, composing and delivering what goes.

#[cfg(feature = "eml")]
pub mod compose;
#[cfg(feature = "eml")]
pub mod eml;
#[cfg(feature = "eml")]
pub mod folder;
#[cfg(feature = "smtp")]
pub mod smtp;
