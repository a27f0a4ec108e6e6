//! Others are at the file, or took it away: no command is answered OK that is not in the file
//! which has the name.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what is wrong by failing"
)]

mod support;

mod watch {
    pub mod child;
    mod copies;
    mod founding;
    #[cfg(unix)]
    mod hands;
    #[cfg(unix)]
    mod links;
    mod locks;
    mod log;
    mod looks;
    mod moved;
    mod names;
    mod patience;
    mod read_only;
    mod strangers;
}

/// The other process of these tests.
#[test]
#[ignore = "run by the tests of this suite, in a process of its own"]
fn child_that_does_as_it_is_told() {
    watch::child::obey();
}
