//! Which facts each noun's decisions need, and where they are read. One file a noun, and one for
//! what several ask for: crossing from noun to noun is natural here and nowhere else.

mod activity;
mod addresses;
mod company;
mod customer;
mod equipment;
mod equipment_type;
mod invoice;
mod job_sheet;
mod ledger;
mod mail;
mod message;
mod plan;
mod price_list;
mod rendering;
mod report;
mod retention;
mod series;
mod task;
mod technician;
mod visit;
mod work_days;

pub(in crate::engine) use retention::{is_paper, terms};
