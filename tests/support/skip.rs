//! Saying by name what a suite leaves out. It goes past the test runner, which shows nothing of a
//! test that passes.

use std::io::Write;

/// Tells on the screen what is left out, and why.
pub fn skipped(what: &str, why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {what} ({why})");
}
