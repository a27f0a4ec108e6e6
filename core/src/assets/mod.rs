//! Assets: the equipment, and what is alike in all of a type.

pub mod equipment;
pub mod equipment_type;
