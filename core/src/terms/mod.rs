//! Terms: what work costs, who bears it, and which tax it falls under.

pub mod coverage;
pub mod price_list;
pub mod pricing;
pub mod tax;
