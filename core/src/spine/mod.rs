//! The spine: the shape of every noun, what happened to it, and what the outside gives.

pub mod journal;
pub mod noun;
pub mod port;
pub mod reason;
