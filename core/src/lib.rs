//! The trade inside Callout. No IO, no clock, no randomness, no float money, no unsafe.
//!
//! Each noun of the trade is a room with the same doors: `mod.rs` (the noun and its invariants),
//! `command.rs` (what may be asked), `decide.rs` (the answer, from facts alone), `event.rs` (what
//! happened, and how it folds into a state), `refusal.rs` (why not), `query.rs` (what may be
//! read), `lifecycle.rs` (which state allows what). Knowing one room is knowing all of them;
//! start with [`activity`].

#![forbid(unsafe_code)]
#![deny(clippy::float_arithmetic, clippy::disallowed_methods, clippy::disallowed_types)]

pub mod access;
pub mod activity;
pub mod billing;
pub mod catalogue;
pub mod company;
pub mod correspondence;
pub mod coverage;
pub mod customer;
pub mod document;
pub mod engine;
pub mod equipment;
pub mod equipment_type;
pub mod error;
pub mod file;
pub mod invoice;
pub mod job_sheet;
pub mod journal;
pub mod mail;
pub mod message;
pub mod money;
pub mod noun;
pub mod plan;
pub mod plugin;
pub mod port;
pub mod pricing;
pub mod reason;
pub mod rendering;
pub mod report;
pub mod schedule;
pub mod series;
pub mod task;
pub mod tax;
pub mod technician;
pub mod visit;
pub mod workflow;
