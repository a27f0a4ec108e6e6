//! Parties: who serves, who is served, who does it, and who may.

pub mod access;
pub mod company;
pub mod customer;
pub mod series;
pub mod technician;
