//! Registers of companies.

pub mod ares;
