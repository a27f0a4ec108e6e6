//! A host's own hook after each commit, behind a C table.

use super::tables::callout_commit_hook;
use super::types::callout_str;
use callout_core::error::{Border, Error};
use callout_core::journal::Head;

/// Calls the table, and destroys it once.
pub struct TableHook {
    table: callout_commit_hook,
}

// SAFETY: the header demands that the functions may be called on any thread, also at once.
unsafe impl Send for TableHook {}
// SAFETY: as above; there is nothing else to share.
unsafe impl Sync for TableHook {}

impl TableHook {
    /// Takes a table over: from now on `destroy` runs exactly once, when this is dropped.
    ///
    /// # Safety
    /// The table keeps what `callout/ext/commit_hook.h` promises, as long as this lives.
    pub unsafe fn new(table: callout_commit_hook) -> TableHook {
        TableHook { table }
    }

    /// Refuses a table that cannot be told anything.
    ///
    /// # Errors
    /// `BORDER-POINTER-01`.
    pub fn check(&self) -> Result<(), Error> {
        match self.table.committed {
            Some(_) => Ok(()),
            None => Err(Border::Null { argument: "hook.committed".to_owned() }.into()),
        }
    }

    /// Tells where a company's journal ends: its id, and the head in JSON as the engine's own
    /// answers have it. A NUL stands behind each, so that C may print them.
    pub fn tell(&self, company: &str, head: Head) {
        let Some(committed) = self.table.committed else { return };
        let company = format!("{company}\0");
        let head = format!("{{\"count\":{},\"hash\":\"{}\"}}\0", head.count, head.hash);
        let before_nul = |text: &str| callout_str::of(&text[..text.len() - 1]);
        // SAFETY: the table's own function with the table's own data; the texts outlive the call.
        unsafe { committed(self.table.user_data, before_nul(&company), before_nul(&head)) };
    }
}

impl Drop for TableHook {
    fn drop(&mut self) {
        if let Some(destroy) = self.table.destroy {
            // SAFETY: once, because this is the one holder, and after the last commit it was told.
            unsafe { destroy(self.table.user_data) };
        }
    }
}
