//! The trade inside Callout. No IO, no clock, no randomness, no float money, no unsafe.
//!
//! Each noun of the trade is a room with the same doors: `mod.rs` (the noun and its invariants),
//! `command.rs` (what may be asked), `decide.rs` (the answer, from facts alone), `event.rs` (what
//! happened, and how it folds into a state), `refusal.rs` (why not), `query.rs` (what may be
//! read), `lifecycle.rs` (which state allows what). Knowing one room is knowing all of them;
//! start with [`activity`].
//!
//! Rooms stand in wings, and the wings in the order in which the work goes: each uses itself and
//! those before it. A path names the room alone.

#![forbid(unsafe_code)]
#![deny(clippy::float_arithmetic, clippy::disallowed_methods, clippy::disallowed_types)]

mod assets;
mod billing;
mod correspondence;
mod documents;
mod field;
mod parties;
mod planning;
mod spine;
mod terms;
mod values;

pub mod codebook;
pub mod engine;
mod nouns;
pub mod plugin;
pub mod toolbox;
pub mod workflow;

pub use assets::{equipment, equipment_type};
pub use billing::{invoice, ledger};
pub use correspondence::{enquiry, mail, message};
pub use documents::{rendering, view};
pub use field::{job_sheet, report};
pub use nouns::record;
pub use parties::{access, company, customer, series, technician};
pub use planning::{activity, availability, plan, route, slot, task, visit};
pub use spine::{journal, noun, port, reason};
pub use terms::{coverage, price_list, pricing, tax};
pub use values::patch::Patch;
pub use values::{address, calendar, document, error, file, language, letter, money, schedule};
pub(crate) use values::{patch, wire};
