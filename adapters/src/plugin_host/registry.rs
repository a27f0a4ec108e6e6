//! A register of companies behind a C table: a plugin's, or the host's own.

use super::library::Library;
use super::tables::callout_registry;
use super::types::{
    CALLOUT_BUSY, CALLOUT_NOT_FOUND, CALLOUT_OK, CALLOUT_UNAVAILABLE, Received, callout_str,
};
use callout_core::customer::RegistryFault;
use callout_core::error::{Border, Error};
use callout_core::plugin::{self, PluginFault, registry};
use callout_core::port::registry::{CompanyRegistry, RegistryEntry};
use std::sync::Arc;

/// Calls the table, reads and checks what it proposes, and destroys it once.
pub struct TableRegistry {
    id: String,
    table: callout_registry,
    /// Dropped after the table is destroyed: its code lives in there.
    _library: Option<Arc<Library>>,
}

// SAFETY: the header demands that the functions may be called on any thread, also at once.
unsafe impl Send for TableRegistry {}
// SAFETY: as above; there is nothing else to share.
unsafe impl Sync for TableRegistry {}

impl TableRegistry {
    /// Takes a table over: from now on `destroy` runs exactly once, when this is dropped.
    ///
    /// # Safety
    /// The table keeps what `callout/ext/registry.h` promises, as long as this lives.
    pub unsafe fn new(id: &str, table: callout_registry) -> TableRegistry {
        TableRegistry { id: id.to_owned(), table, _library: None }
    }

    pub(super) fn of_plugin(library: Arc<Library>, table: callout_registry) -> TableRegistry {
        TableRegistry { id: library.id().to_owned(), table, _library: Some(library) }
    }

    /// Refuses a name that is none, and a table that cannot be asked.
    ///
    /// # Errors
    /// `PLUGIN-NAME-01`, `BORDER-POINTER-01`.
    pub fn check(&self) -> Result<(), Error> {
        if !plugin::is_name(&self.id) {
            // In quotes: an empty one is seen as well.
            let value = format!("{:?}", plugin::shown(self.id.as_bytes()));
            return Err(PluginFault::BadName { value }.into());
        }
        match self.table.look_up {
            Some(_) => Ok(()),
            None => Err(Border::Null { argument: "registry.look_up".to_owned() }.into()),
        }
    }

    fn failure(&self, status: i32, answer: &Received) -> Error {
        // SAFETY: as in `look_up`.
        let said = unsafe { answer.bytes(plugin::MAX_REASON_BYTES) }.unwrap_or_default();
        let reason = plugin::reason(said);
        match status {
            CALLOUT_UNAVAILABLE | CALLOUT_BUSY => {
                RegistryFault::Down { registry: self.id.clone(), reason }.into()
            }
            _ => PluginFault::Failed { plugin: self.id.clone(), status, reason }.into(),
        }
    }
}

impl CompanyRegistry for TableRegistry {
    fn id(&self) -> &str {
        &self.id
    }

    fn look_up(&self, registration_number: &str) -> Result<Option<RegistryEntry>, Error> {
        let Some(look_up) = self.table.look_up else {
            return Err(Border::Null { argument: "registry.look_up".to_owned() }.into());
        };
        let mut answer = Received::nothing();
        // SAFETY: the table's own function with the table's own data; text and answer outlive the
        // call.
        let status = unsafe {
            look_up(self.table.user_data, callout_str::of(registration_number), &raw mut answer.0)
        };
        match status {
            CALLOUT_OK if answer.len() as u64 > registry::MAX_BYTES => {
                Err(registry::too_much(&self.id, answer.len() as u64))
            }
            CALLOUT_OK => {
                // SAFETY: the header demands that the answer stays until it is released, which
                // happens when `answer` is dropped; its length was bounded.
                let json = unsafe { answer.bytes(answer.len()) }.unwrap_or_default();
                registry::proposed(&self.id, json).map(Some)
            }
            CALLOUT_NOT_FOUND => Ok(None),
            status => Err(self.failure(status, &answer)),
        }
    }
}

impl Drop for TableRegistry {
    fn drop(&mut self) {
        if let Some(destroy) = self.table.destroy {
            // SAFETY: once, because this is the one holder, and after the last look-up.
            unsafe { destroy(self.table.user_data) };
        }
    }
}
