//! Terms: what work costs, who bears it, and which tax it falls under.

pub mod catalogue;
pub mod coverage;
pub mod pricing;
pub mod tax;
