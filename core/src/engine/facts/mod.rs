//! Which facts each noun's decisions need, and where they are read. One file a noun: crossing
//! from noun to noun is natural here and nowhere else.

mod activity;
mod company;
mod series;
