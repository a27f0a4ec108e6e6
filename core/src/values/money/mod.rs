//! Amounts and quantities: decimal, never a float, always text on the wire.

mod currency;
mod exact;
mod rounding;

pub use currency::Currency;
pub use exact::Exact;
pub use rounding::{Rounding, RoundingMode};
