//! The C ABI: one file a noun, one function a verb, no business rules.
//!
//! `include/callout.h` is generated from the functions here, in this order of files:
//! [`version`], [`error`], [`bytes`], [`engine`] (open, commands, questions), [`backup`],
//! [`renew`], [`after_commit`] (heads as they come), [`blob`], [`mail`] (taking in, delivering),
//! [`document`] (rendering), [`registry`] (registers of companies), [`plugin`], [`toolbox`] (what
//! needs no engine), [`schema`]. Requests and answers are JSON, so a new command or question needs
//! no hand here.
//!
//! How a function is made: its body stands in [`entry!`](guard), which empties the outputs,
//! catches panics and turns an error into a status; texts come in through `callout_str::text`,
//! bytes go out through `callout_bytes::own`, handles live in [`handle`].
#![allow(non_camel_case_types, reason = "the names are those of the header")]
#![allow(
    clippy::missing_safety_doc,
    reason = "the comments are the header's: the tag of each parameter is the contract"
)]
#![deny(clippy::undocumented_unsafe_blocks)]

#[macro_use]
mod guard;
mod handle;

pub mod after_commit;
pub mod backup;
pub mod blob;
pub mod bytes;
pub mod calendar;
pub mod document;
pub mod engine;
pub mod error;
#[cfg(test)]
mod layout;
pub mod mail;
pub mod plugin;
pub mod registry;
pub mod renew;
pub mod schema;
pub mod toolbox;
pub mod version;
