//! Plugins propose, the core disposes.
//!
//! What a plugin may be asked for has an id with a revision ([`Capability`]); what it answers is
//! bytes from a stranger, bounded and checked here, one file a plugin point. Loading libraries
//! and calling C is not the core's: see the adapter `plugin_host`.

mod capability;
mod fault;
pub mod registry;

pub use capability::{Capability, is_name};
pub use fault::PluginFault;

/// The most bytes of a reason that a plugin gives for a failure; what is longer is cut.
pub const MAX_REASON_BYTES: usize = 1_000;

/// A plugin's own words on a failure: text whatever the bytes are, without control characters.
///
/// ```
/// assert_eq!(callout_core::plugin::reason(b"no\nanswer\xff"), "no answer\u{fffd}");
/// assert_eq!(callout_core::plugin::reason(b""), "it gave no reason");
/// ```
pub fn reason(bytes: &[u8]) -> String {
    match shown(bytes) {
        text if text.is_empty() => "it gave no reason".to_owned(),
        text => text,
    }
}

/// Whatever bytes a stranger gave, as text that can be shown.
///
/// ```
/// assert_eq!(callout_core::plugin::shown(b" No\0Name "), "No Name");
/// ```
pub fn shown(bytes: &[u8]) -> String {
    let cut = bytes.get(..MAX_REASON_BYTES).unwrap_or(bytes);
    let text: String = String::from_utf8_lossy(cut)
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    text.trim().to_owned()
}
