//! What is written from the code and committed: it must be what the code says today.
//! `CALLOUT_REWRITE=1 cargo test --test generated` writes it anew.

#![allow(clippy::expect_used, reason = "a test stops where a file is missing")]

mod generated {
    pub mod codes;
    pub mod header;
    pub mod lifecycles;
    pub mod schema_sql;
    pub mod schemas;
    pub mod support;
}
