//! Many at once on one file: two processes, eight threads.
//!
//! The race is in `together/race.rs`: all eight ask the same commands at the same moment. A
//! command that was done gives its first receipt again, so who won is asked afterwards.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

mod together {
    mod billing;
    mod booking;
    mod numbers;
    pub mod race;
    mod versions;
}

/// Another process executes the requests of a file, in as many threads.
#[test]
#[ignore = "run by the tests of the race, in a process of its own"]
fn another_process() {
    together::race::other_side();
}
