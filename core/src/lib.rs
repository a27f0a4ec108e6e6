//! The trade inside Callout. No IO, no clock, no randomness, no float money, no unsafe.

#![forbid(unsafe_code)]
#![deny(clippy::float_arithmetic, clippy::disallowed_methods, clippy::disallowed_types)]

pub mod customer;
pub mod document;
pub mod error;
pub mod port;
