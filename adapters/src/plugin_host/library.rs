//! One loaded library: the handshake, and the end.

use super::tables::{ENTRY, PLUGIN_ABI_VERSION, Sized32, callout_plugin};
use super::types::{CALLOUT_OK, Received};
use callout_core::error::Error;
use callout_core::plugin::{self, Capability, PluginFault};
use std::ffi::{CStr, CString, c_char, c_void};
use std::path::Path;

/// A plugin whose handshake went well and that was started. Dropped with the last instance that
/// it made: then it is stopped and unloaded, in this order.
pub struct Library {
    table: callout_plugin,
    id: String,
    version: String,
    started: bool,
    _library: libloading::Library,
}

// SAFETY: what is called after the start (`get_capability`, `deinit`) may run on any thread, as the
// header demands; the pointers in the table are to constants of the library.
unsafe impl Send for Library {}
// SAFETY: as above.
unsafe impl Sync for Library {}

impl Library {
    /// Loads, compares versions before anything of it is called, and starts it.
    ///
    /// # Safety
    /// The library is one that the host trusts: loading it runs its code.
    pub(super) unsafe fn open(path: &Path) -> Result<Library, Error> {
        let shown = path.display().to_string();
        // SAFETY: the caller's word.
        let library = unsafe { libloading::Library::new(path) }.map_err(|reason| {
            // The error itself says only which call it was, its source what the system said.
            let said = std::error::Error::source(&reason)
                .map_or(reason.to_string(), |said| said.to_string());
            let reason = plugin::reason(said.as_bytes());
            Error::from(PluginFault::CannotLoad { path: shown.clone(), reason })
        })?;
        // SAFETY: read as a table only after its size and version were compared.
        let entry = unsafe { library.get::<*const callout_plugin>(ENTRY) };
        // The symbol is the table itself, so its address is what is wanted.
        let entry = entry.as_deref().copied().unwrap_or(std::ptr::null());
        if entry.is_null() {
            return Err(PluginFault::NoEntry { path: shown, symbol: ENTRY.to_owned() }.into());
        }
        // SAFETY: whatever its version, a table begins with two `u32`.
        let (size, found) = unsafe {
            let head = entry.cast::<u32>();
            (head.read_unaligned() as usize, head.add(1).read_unaligned())
        };
        if found != PLUGIN_ABI_VERSION {
            let known = PLUGIN_ABI_VERSION;
            return Err(PluginFault::OtherAbi { path: shown, found, known }.into());
        }
        if size < callout_plugin::LEAST {
            return Err(short(&shown, "callout_plugin", size, callout_plugin::LEAST));
        }
        // SAFETY: the version is ours and the size is enough: it is a `callout_plugin`.
        let table = unsafe { entry.read_unaligned() };
        // SAFETY: the header demands NULL or NUL-terminated constants.
        let (id, version) = unsafe { (name(table.id), name(table.version)) };
        let bad = |reason: &str| {
            Error::from(PluginFault::BadEntry { path: shown.clone(), reason: reason.to_owned() })
        };
        let id = id.filter(|id| plugin::is_name(id)).ok_or_else(|| bad("its id is no name"))?;
        let version = version.filter(|version| !version.is_empty());
        let version = version.ok_or_else(|| bad("its version is empty"))?;
        if table.get_capability.is_none() {
            return Err(bad("get_capability is NULL"));
        }
        let mut loaded = Library { table, id, version, started: false, _library: library };
        loaded.start()?;
        Ok(loaded)
    }

    fn start(&mut self) -> Result<(), Error> {
        if let Some(init) = self.table.init {
            let mut said = Received::nothing();
            // SAFETY: after the handshake, before anything else, as the header promises it.
            let status = unsafe { init(&raw mut said.0) };
            not_started(&self.id, status, &said)?;
        }
        self.started = true;
        Ok(())
    }

    /// Its name.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The factory of a capability; `None` where it has none.
    pub(super) fn capability(&self, asked: &Capability) -> Option<*const c_void> {
        let get = self.table.get_capability?;
        let asked = CString::new(asked.to_string()).ok()?;
        // SAFETY: started, and the text outlives the call.
        let factory = unsafe { get(asked.as_ptr()) };
        Some(factory).filter(|factory| !factory.is_null())
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        if let (true, Some(deinit)) = (self.started, self.table.deinit) {
            // SAFETY: once for one `init`; no instance is left, for each holds this library.
            unsafe { deinit() };
        }
    }
}

/// Refuses what did not start, with its own words.
pub(super) fn not_started(plugin: &str, status: i32, said: &Received) -> Result<(), Error> {
    if status == CALLOUT_OK {
        return Ok(());
    }
    // SAFETY: the header demands that a reason stays until it is released.
    let said = unsafe { said.bytes(plugin::MAX_REASON_BYTES) }.unwrap_or_default();
    let (plugin, reason) = (plugin.to_owned(), plugin::reason(said));
    Err(PluginFault::NotStarted { plugin, status, reason }.into())
}

/// Refuses a table that is too short, naming both sizes.
pub(super) fn short(plugin: &str, table: &str, found: usize, least: usize) -> Error {
    let (plugin, table) = (plugin.to_owned(), table.to_owned());
    PluginFault::ShortTable { plugin, table, found: found as u64, least: least as u64 }.into()
}

/// A NUL-terminated text of a plugin; `None` for NULL, for what is too long or no text.
///
/// # Safety
/// NULL, or a NUL stands somewhere behind it.
unsafe fn name(text: *const c_char) -> Option<String> {
    if text.is_null() {
        return None;
    }
    // SAFETY: the caller's word.
    let text = unsafe { CStr::from_ptr(text) }.to_str().ok()?;
    let fits = text.len() <= 64 && !text.chars().any(char::is_control);
    fits.then(|| text.to_owned())
}
