//! What may be said: schemas, codes and reasons.

use crate::error::callout_error;
use crate::handle::put;
use crate::toolbox::json;
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};
use callout_adapters::wire;
use callout_core::codebook;
use callout_core::engine::SCHEMAS;
use callout_core::error::Border;
use callout_core::reason;
use serde_json::{Map, Value};

/// The JSON Schemas of a room (`activity`, `company`, ..., and `engine` for requests and
/// receipts): what its commands, questions and answers look like.
///
/// - `room` [copied]: its name.
/// - `schemas` [owned]: a JSON object, name to schema; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. `BORDER-ROOM-01` lists rooms.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_schema(
    room: callout_str,
    schemas: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [schemas]; {
        // SAFETY: the caller's word.
        let room = unsafe { room.text("room") }?;
        let Some((_, make)) = SCHEMAS.iter().find(|(name, _)| *name == room) else {
            let known = SCHEMAS.iter().map(|(name, _)| (*name).to_owned()).collect();
            return Err(Border::NoRoom { room: room.to_owned(), known }.into());
        };
        let made: Map<String, Value> =
            make().into_iter().map(|(name, schema)| (name.to_owned(), schema.to_value())).collect();
        let made = json(&made)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(schemas, made) };
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
