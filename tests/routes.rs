//! Routes of technicians: the rules that they keep, what is refused, and how good they are.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

#[path = "routes/brute.rs"]
mod brute;
#[path = "routes/refused.rs"]
mod refused;
#[path = "routes/rules.rs"]
mod rules;
#[path = "routes/sets.rs"]
mod sets;
#[path = "routes/support.rs"]
mod support;
