//! Customers.

mod address;
mod company_id;
mod registry_fault;
mod vat_id;

pub use address::Address;
pub use company_id::CompanyId;
pub use registry_fault::RegistryFault;
pub use vat_id::{VatId, czech_number_holds, german_number_holds, slovak_number_holds};
