//! Which facts each noun's decisions need, and where they are read. One file a noun: crossing
//! from noun to noun is natural here and nowhere else.

mod activity;
mod company;
mod customer;
mod equipment;
mod equipment_type;
mod mail;
mod series;
mod task;
mod technician;
