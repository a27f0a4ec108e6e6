//! What is written from the code and committed: it must be what the code says today.
//! `CALLOUT_REWRITE=1 cargo test --test generated` writes it anew; the C header is compared by
//! `ffi/tests/header.rs`.

#![allow(clippy::expect_used, reason = "a test stops where a file is missing")]

#[path = "support/tables.rs"]
mod tables;

mod generated {
    pub mod codes;
    pub mod labels;
    pub mod lifecycles;
    pub mod pages_of_codes;
    pub mod reasons;
    pub mod reference;
    pub mod refusals;
    pub mod schema_sql;
    pub mod schemas;
    pub mod support;
}
