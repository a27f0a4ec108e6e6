//! Planning: what is to be done, when and by whom.

pub mod activity;
pub mod plan;
pub mod task;
pub mod visit;
