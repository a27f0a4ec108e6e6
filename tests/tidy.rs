//! The rules of the house, read from the sources: where each thing stands, which way the arrows
//! point, how long a file may be. Every exception has a name and a reason, and one that is no
//! longer needed must go.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where a rule is broken")]

#[path = "support/tables.rs"]
mod tables;

mod tidy {
    pub mod arrows;
    pub mod banned;
    pub mod calls;
    pub mod cases;
    pub mod codes;
    pub mod examples;
    pub mod limits;
    pub mod packages;
    pub mod rooms;
    pub mod size;
    pub mod source;
    pub mod story;
    pub mod verbs;
    pub mod wings;
    pub mod words;
}
