//! What Callout needs of the outside world: one object-safe trait a file, and
//! how bytes cross as JSON.
//!
//! Ports are synchronous: a host with an async runtime calls Callout from its own workers. All
//! of them answer with [`Error`](crate::error::Error), so that a failing adapter has a code too.

pub mod calendar;
pub mod clock;
pub mod ids;
pub mod index;
pub mod mailer;
pub mod order;
mod progress;
pub mod registry;
pub mod renderer;
mod spans;
pub mod store;
mod words;

pub use crate::wire::base64;
pub(crate) use spans::{by_day_of, spanned};
pub(crate) use words::{sought, spelled};
