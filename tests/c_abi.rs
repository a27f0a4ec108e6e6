//! The C ABI as C programs see it. The library is built here, the programs of `tests/c` are
//! compiled against `include/` and run. What the machine lacks is skipped by name.
#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

mod c_abi {
    mod headers;
    mod lint;
    mod programs;
    mod readme;
    #[path = "../support/skip.rs"]
    mod skip;
    #[path = "../generated/support.rs"]
    mod support;
    mod symbols;
    mod workshop;
}
