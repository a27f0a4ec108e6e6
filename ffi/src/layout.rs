//! Sizes and offsets as Rust sees them must be those that C saw when `include/callout.abi` was
//! written, see `tests/c/layout.c`.
#![cfg(target_pointer_width = "64")]

use crate::engine::callout_open_options;
use callout_adapters::plugin_host::tables::{
    callout_commit_hook, callout_mailer, callout_plugin, callout_registry, callout_registry_factory,
};
use callout_adapters::plugin_host::types::{callout_bytes, callout_str};
use std::fmt::Write;
use std::mem::offset_of;

macro_rules! layout {
    ($out:ident: $( $type:ident { $($field:ident),* } )*) => { $(
        let _ = writeln!($out, "{} {}", stringify!($type), size_of::<$type>());
        $(
            let size = |value: fn(&$type) -> usize| value;
            let size = size(|value| size_of_val(&value.$field));
            // SAFETY: all of them are numbers, pointers and options of functions: zero will do.
            let zero = unsafe { std::mem::zeroed::<$type>() };
            let name = stringify!($field);
            let _ = writeln!($out, "  {name} {} {}", offset_of!($type, $field), size(&zero));
        )*
    )* };
}

#[test]
fn the_structs_are_what_c_sees() {
    let mut seen = String::new();
    layout! { seen:
        callout_str { ptr, len }
        callout_bytes { data, len, release, private_data }
        callout_open_options {
            struct_size, durability, busy_timeout_ms, allow_plugins, read_only, most_wal_mib
        }
        callout_plugin { struct_size, abi_version, id, version, init, deinit, get_capability }
        callout_registry { struct_size, user_data, look_up, destroy }
        callout_mailer { struct_size, user_data, send }
        callout_commit_hook { struct_size, user_data, committed, destroy }
        callout_registry_factory { struct_size, revision, create }
    }
    assert_eq!(seen, include_str!("../../include/callout.abi"));
}
