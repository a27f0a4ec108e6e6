//! Document formats.

#[cfg(feature = "ics")]
pub mod ics;
