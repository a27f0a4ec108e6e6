//! What may be said: schemas, codes, reasons and labels.

use crate::error::callout_error;
use crate::handle::put;
use crate::toolbox::json;
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};
use callout_adapters::wire;
use callout_core::codebook;
use callout_core::engine::schemas_json;
use callout_core::reason;

/// The JSON Schemas of a noun (`activity`, `company`, ...), of `engine` (requests, receipts) or of
/// `toolbox`: what its commands, queries and answers look like.
///
/// - `name` [copied]: whose schemas.
/// - `schemas` [owned]: a JSON object, name to schema; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. `BORDER-SCHEMA-01` lists names.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_schema(
    name: callout_str,
    schemas: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [schemas]; {
        // SAFETY: the caller's word.
        let name = unsafe { name.text("name") }?;
        let made = schemas_json(name)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(schemas, callout_bytes::own(made)) };
        Ok(())
    })
}

/// All codes that an error may have, with status, parameters and text in English and Czech.
///
/// - `codes` [owned]: a JSON array; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_codes(
    codes: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [codes]; {
        let all = json(&codebook::codes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(codes, all) };
        Ok(())
    })
}

/// All reasons of amounts and coverages, with parameters and text in English and Czech.
///
/// - `reasons` [owned]: a JSON array; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_reasons(
    reasons: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [reasons]; {
        let all = json(&reason::registry())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(reasons, all) };
        Ok(())
    })
}

/// What nouns, statuses and verbs are called in English and Czech: labels of buttons and columns.
///
/// - `labels` [owned]: a JSON array of `{"kind", "name", "en", "cs"}`; `kind` is `noun`, `status`
///   or `verb`. Release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_labels(
    labels: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [labels]; {
        let all = json(&codebook::labels())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(labels, all) };
        Ok(())
    })
}

/// Says a reason in a language, with dates and numbers as the language writes them.
///
/// - `asked` [copied]: `{"reason": {"code": "TAX-EXEMPT-01"}, "language": "en"}`; `en` or `cs`.
/// - `said` [owned]: UTF-8 text; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_say(
    asked: callout_str,
    said: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [said]; {
        // SAFETY: the caller's word.
        let asked = unsafe { asked.text("asked") }?;
        let text = wire::say(asked.as_bytes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(said, callout_bytes::own(text.into_bytes())) };
        Ok(())
    })
}
