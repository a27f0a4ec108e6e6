//! A host's hook after each commit.

use crate::engine::callout_engine;
use crate::error::callout_error;
use callout_adapters::plugin_host::TableHook;
use callout_adapters::plugin_host::tables::{callout_commit_hook, copied, tail_is_zero};
use callout_adapters::plugin_host::types::callout_status;

/// Registers what is told, after each commit, the new head of the company, to be kept elsewhere:
/// see `callout/ext/commit_hook.h`. An engine has one hook: another takes its place.
///
/// - `engine` [borrowed until return].
/// - `hook` [copied, nullable]: the table, taken as `callout_registry_register` does; NULL: none.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_after_commit(
    engine: *const callout_engine,
    hook: *const callout_commit_hook,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; []; {
        let mut taken = None;
        if !hook.is_null() {
            // The table is taken over first: whatever fails from here on, it is destroyed once.
            // SAFETY: the caller's word.
            taken = unsafe {
                let taken = TableHook::new(copied(hook, "hook")?);
                tail_is_zero(hook, "hook")?;
                Some(taken)
            };
        }
        taken.as_ref().map_or(Ok(()), TableHook::check)?;
        // SAFETY: the caller's word.
        let shared = unsafe { crate::engine::shared(engine) }?;
        crate::guard::watch(&shared, || {
            match taken {
                Some(table) => shared.engine.after_commit(move |company, head| {
                    table.tell(&company.to_string(), head);
                }),
                None => shared.engine.after_commit(|_, _| {}),
            }
            Ok(())
        })
    })
}
