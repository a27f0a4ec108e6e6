//! C plugins: calling tables of C functions, and loading libraries that hold them.
//!
//! A plugin is a shared library that exports one table, `callout_plugin_entry`, described in
//! `include/callout/plugin.h`. Versions are compared before anything of it is called. What it
//! makes is plugged into the engine like any port; what it answers is bounded, read and checked
//! by [`callout_core::plugin`]. Loading is off until a host turns it on, and takes only a full
//! path: nothing is searched for.
#![allow(non_camel_case_types, reason = "the names are those of the C headers")]

mod hook;
mod library;
#[cfg(feature = "eml")]
mod mailer;
mod registry;
pub mod tables;
pub mod types;

pub use hook::TableHook;
#[cfg(feature = "eml")]
pub use mailer::TableMailer;
pub use registry::TableRegistry;

use callout_core::engine::{Engine, read};
use callout_core::error::{Border, Error};
use callout_core::plugin::{Capability, PluginFault, registry as point};
use library::{Library, not_started, short};
use serde::Serialize;
use std::cell::Cell;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tables::{Sized32, callout_registry, callout_registry_factory};
use types::{Received, callout_str};

/// Whether this host loads plugins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PluginHost {
    trusting: bool,
}

/// What was loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LoadedPlugin {
    /// Its name, which stands in what comes from it.
    pub id: String,
    /// Its version.
    pub version: String,
    /// What it was plugged in for; empty where it offers nothing that this Callout knows, and
    /// then it is unloaded again.
    pub capabilities: Vec<String>,
}

impl PluginHost {
    /// Loads nothing. The default.
    pub const fn off() -> PluginHost {
        PluginHost { trusting: false }
    }

    /// Loads what it is told to.
    ///
    /// # Safety
    /// A plugin runs as part of the process. The host loads only libraries that it trusts, and
    /// that keep what `callout/plugin.h` demands.
    pub const unsafe fn trusting() -> PluginHost {
        PluginHost { trusting: true }
    }

    /// Loads a plugin and plugs what it offers into the engine. `settings` is a JSON object, empty
    /// text for none; only the plugin reads it.
    ///
    /// # Errors
    /// `PLUGIN-OFF-01` unless turned on; `PLUGIN-PATH-01` for a path that is not full;
    /// `PLUGIN-LOAD-*`, `PLUGIN-ABI-*`, `PLUGIN-ENTRY-01` before anything of it is called;
    /// `PLUGIN-START-01` in its own words; `BORDER-CALLBACK-01` inside the loading of another.
    /// Nothing is plugged in then.
    pub fn load(
        &self,
        engine: &Engine,
        path: &Path,
        settings: &str,
    ) -> Result<LoadedPlugin, Error> {
        if !self.trusting {
            return Err(PluginFault::Off {}.into());
        }
        if !path.is_absolute() {
            return Err(PluginFault::NotAbsolute { path: path.display().to_string() }.into());
        }
        let settings = if settings.trim().is_empty() { "{}" } else { settings };
        read::<serde_json::Map<String, serde_json::Value>>(settings.as_bytes())?;
        let _loading = Loading::begin()?;
        // SAFETY: `trusting` was the host's word for every library that it names.
        let library = Arc::new(unsafe { Library::open(path) }?);
        let mut capabilities = Vec::new();
        let asked: Capability = point::CAPABILITY.parse()?;
        if let Some(registry) = registry_of(&library, &asked, settings)? {
            engine.register_registry(Arc::new(registry));
            capabilities.push(asked.to_string());
        }
        let (id, version) = (library.id().to_owned(), library.version().to_owned());
        Ok(LoadedPlugin { id, version, capabilities })
    }
}

/// No `init` of any plugin runs beside another.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

thread_local! {
    /// Whether this thread is loading a plugin: what runs of it then would wait for itself.
    static LOADING: Cell<bool> = const { Cell::new(false) };
}

/// Ends the loading, also on a panic.
struct Loading {
    _alone: MutexGuard<'static, ()>,
}

impl Loading {
    fn begin() -> Result<Loading, Error> {
        if LOADING.replace(true) {
            let function = "callout_plugin_load".to_owned();
            return Err(Border::InsideCallback { function }.into());
        }
        Ok(Loading { _alone: ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner) })
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        LOADING.set(false);
    }
}

/// The register that a plugin makes; `None` where it makes none.
fn registry_of(
    library: &Arc<Library>,
    asked: &Capability,
    settings: &str,
) -> Result<Option<TableRegistry>, Error> {
    let Some(factory) = library.capability(asked) else { return Ok(None) };
    let factory = factory.cast::<callout_registry_factory>();
    // SAFETY: whatever its revision, a factory begins with two `u32`.
    let (size, revision) = unsafe {
        let head = factory.cast::<u32>();
        (head.read_unaligned() as usize, head.add(1).read_unaligned())
    };
    asked.given(library.id(), revision)?;
    if size < callout_registry_factory::LEAST {
        let least = callout_registry_factory::LEAST;
        return Err(short(library.id(), "callout_registry_factory", size, least));
    }
    // SAFETY: its revision is ours and its size is enough.
    let Some(create) = unsafe { factory.read_unaligned() }.create else {
        let (path, reason) = (library.id().to_owned(), "create is NULL".to_owned());
        return Err(PluginFault::BadEntry { path, reason }.into());
    };
    let mut table = callout_registry {
        struct_size: size_of::<callout_registry>() as u32,
        user_data: std::ptr::null_mut(),
        look_up: None,
        destroy: None,
    };
    let mut said = Received::nothing();
    // SAFETY: started, and what is handed in outlives the call.
    let status = unsafe { create(callout_str::of(settings), &raw mut table, &raw mut said.0) };
    not_started(library.id(), status, &said)?;
    let filled = table.struct_size as usize;
    let registry = TableRegistry::of_plugin(Arc::clone(library), table);
    if filled < callout_registry::LEAST {
        return Err(short(library.id(), "callout_registry", filled, callout_registry::LEAST));
    }
    // It was handed a table of this size: what is larger was written past its end, or not at all.
    if filled > size_of::<callout_registry>() {
        let reason = format!("struct_size of its callout_registry is {filled}, larger than it was");
        return Err(PluginFault::BadEntry { path: library.id().to_owned(), reason }.into());
    }
    if table.look_up.is_none() {
        let (path, reason) = (library.id().to_owned(), "look_up is NULL".to_owned());
        return Err(PluginFault::BadEntry { path, reason }.into());
    }
    Ok(Some(registry))
}
