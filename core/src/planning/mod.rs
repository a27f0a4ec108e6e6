//! Planning: what is to be done, when and by whom.

pub mod activity;
pub mod availability;
pub mod plan;
pub mod slot;
pub mod task;
pub mod visit;
