//! ARES, the Czech register of economic subjects, REST interface version 3.
//!
//! [`interpret`] turns one HTTP answer into an entry, a clean "no such company" or a coded fault;
//! the live client (feature `ares`) and [`RecordedRegistry`] both go through it, so what tests
//! and demonstrations replay is what production reads.
//!
//! The terms of the register allow 500 questions a minute and few wrong ones: the engine
//! checks numbers first, each look-up is one request, and nothing is repeated by itself.

mod answer;
mod entry;
#[cfg(feature = "ares")]
mod http;
mod recorded;

pub use answer::{Answer, interpret};
#[cfg(feature = "ares")]
pub use http::{Ares, AresSettings};
pub use recorded::RecordedRegistry;

/// The id of the register in entries and errors.
pub const ID: &str = "ares";

/// The most bytes of one answer that are read; a big company has some 100 kB.
pub const MAX_BYTES: u64 = 1024 * 1024;
