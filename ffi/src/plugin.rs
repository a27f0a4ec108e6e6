//! Loading plugins from shared libraries.

use crate::engine::callout_engine;
use crate::error::callout_error;
use crate::handle::put;
use crate::toolbox::json;
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};
use std::path::Path;

/// Loads a plugin (see `callout/plugin.h`) and plugs in what it offers. It is unloaded with the
/// engine. Off unless `allow_plugins` was set when the engine was opened.
///
/// - `engine` [borrowed until return].
/// - `path` [copied]: the library, as an absolute path. Nothing is searched for.
/// - `settings` [copied]: a JSON object for the plugin; empty for none.
/// - `loaded` [owned]: JSON, `{"id", "version", "capabilities"}`; without capabilities, the plugin
///   is unloaded. Release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `PLUGIN-*`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_plugin_load(
    engine: *const callout_engine,
    path: callout_str,
    settings: callout_str,
    loaded: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(engine => shared; error; [loaded]; {
        // SAFETY: the caller's word.
        let (path, settings) = unsafe { (path.text("path")?, settings.text("settings")?) };
        let report = json(&shared.plugins.load(&shared.engine, Path::new(path), settings)?)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(loaded, report) };
        Ok(())
    })
}
