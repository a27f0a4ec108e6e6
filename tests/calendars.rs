//! Calendars on servers of others: two that the tests start themselves, Radicale and Xandikos, and
//! one of the tests' own that answers badly.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test stops where something is wrong"
)]

mod support;

use support::skip;

mod calendars {
    pub mod bad;
    pub mod both;
    pub mod fake;
    pub mod folders;
    pub mod proxy;
    pub mod rounds;
    pub mod servers;
    pub mod settings;
    pub mod storm;
    pub mod written;
}
