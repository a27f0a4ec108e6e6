//! What needs no engine: pure functions, for hosts that want one part.

use crate::error::callout_error;
use crate::handle::put;
use callout_adapters::plugin_host::types::{callout_bytes, callout_status, callout_str};
use callout_adapters::wire;
use callout_core::customer::RegistrationNumber;
use callout_core::engine::{tool, write};
use callout_core::error::Error;

/// Checks a Czech or Slovak company number as people write it: form and check digit.
///
/// - `text` [copied]: such as `596 10 000`.
/// - `registration_number` [owned]: its eight digits; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. `REGISTRY-NUMBER-01` and `-02`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_check_registration_number(
    text: callout_str,
    registration_number: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [registration_number]; {
        // SAFETY: the caller's word.
        let checked = RegistrationNumber::parse(unsafe { text.text("text") }?)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(registration_number, callout_bytes::own(checked.as_str().into())) };
        Ok(())
    })
}

/// Reads an e-mail (RFC 5322 with MIME). What was lost stands in `lost`, what was odd in `notes`.
///
/// - `message` [copied]: the bytes of the message, in whatever encodings; 25 MiB at the most.
/// - `mail` [owned]: JSON, schema `read_mail`; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `MAIL-READ-*`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_read_email(
    message: callout_str,
    mail: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [mail]; {
        // SAFETY: the caller's word.
        let read = wire::read_email(unsafe { message.bytes("message") }?)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(mail, callout_bytes::own(read)) };
        Ok(())
    })
}

/// Finds what an enquiry says: whom to answer, companies and their numbers, phones, addresses,
/// serial numbers, each with the words it stands in. Nothing is decided and nothing stored.
///
/// - `message` [copied]: the bytes of the message, as for `callout_read_email`.
/// - `own` [copied]: JSON, schema `own_addresses` of `toolbox`: what is ours; `{}` for nothing.
/// - `facts` [owned]: JSON, schema `enquiry_facts`; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `MAIL-READ-*`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_find_facts(
    message: callout_str,
    own: callout_str,
    facts: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [facts]; {
        // SAFETY: the caller's word.
        let (message, own) = unsafe { (message.bytes("message")?, own.text("own")?) };
        let found = wire::find_facts(message, own.as_bytes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(facts, callout_bytes::own(found)) };
        Ok(())
    })
}

/// Writes an entry for a calendar as a file (RFC 5545). A later file of the same visit replaces it.
///
/// - `asked` [copied]: JSON, schema `calendar_file` of `toolbox`: `{"entry", "method": "publish"}`;
///   or `"request"`, `"cancel"`. The entry is what the query `calendar_entry` gave.
/// - `file` [owned]: the bytes of an `.ics`; release them with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `CALENDAR-ENTRY-*`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_calendar_file(
    asked: callout_str,
    file: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [file]; {
        // SAFETY: the caller's word.
        let written = wire::calendar_file(unsafe { asked.text("asked") }?.as_bytes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(file, callout_bytes::own(written)) };
        Ok(())
    })
}

/// Writes a technician's visits as a file to which a calendar subscribes (RFC 5545, RFC 7986).
///
/// - `asked` [copied]: JSON, schema `calendar_feed` of `engine`: what that query gave.
/// - `file` [owned]: the bytes of an `.ics`; release them with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. `CALENDAR-ENTRY-*`, `-FEED-*`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_calendar_feed(
    asked: callout_str,
    file: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [file]; {
        // SAFETY: the caller's word.
        let written = wire::calendar_feed(unsafe { asked.text("asked") }?.as_bytes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(file, callout_bytes::own(written)) };
        Ok(())
    })
}

/// Writes when somebody is busy as a file (VFREEBUSY, RFC 5545).
///
/// - `asked` [copied]: JSON, schema `busy_file` of `toolbox`.
/// - `file` [owned]: the bytes of an `.ics`; release them with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `CALENDAR-BUSY-*`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_busy_file(
    asked: callout_str,
    file: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [file]; {
        // SAFETY: the caller's word.
        let written = wire::busy_file(unsafe { asked.text("asked") }?.as_bytes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(file, callout_bytes::own(written)) };
        Ok(())
    })
}

/// Reads a calendar file of anybody (RFC 5545, 5546). `notes` say what was odd, `lost` what went.
///
/// - `file` [copied]: the bytes of an `.ics`; 10 MiB at the most.
/// - `calendar` [owned]: JSON, schema `read_calendar`; release it with `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. Codes `CALENDAR-READ-*`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_read_calendar(
    file: callout_str,
    calendar: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [calendar]; {
        // SAFETY: the caller's word.
        let written = wire::read_calendar(unsafe { file.bytes("file") }?)?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(calendar, callout_bytes::own(written)) };
        Ok(())
    })
}

/// Asks a tool that needs no engine, by its name: `holidays` of a country, `free_busy` of somebody,
/// `find_slots` for a piece of work, `expand_recurrence` of a rule, `plan_routes` of technicians.
///
/// - `name` [copied]: which tool; `TOOL-NAME-01` lists those that there are.
/// - `asked` [copied]: JSON, schema of that name of `toolbox`.
/// - `answer` [owned]: JSON, schema with `_answer` behind it; release: `callout_bytes_release`.
/// - `error` [owned, nullable]: free it with `callout_error_free`. `TOOL-*`, `SLOT-ASK-*`.
///
/// [any-thread] @since 0.1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn callout_tool(
    name: callout_str,
    asked: callout_str,
    answer: *mut callout_bytes,
    error: *mut *mut callout_error,
) -> callout_status {
    entry!(error; [answer]; {
        // SAFETY: the caller's word.
        let (name, asked) = unsafe { (name.text("name")?, asked.text("asked")?) };
        let answered = tool(name, asked.as_bytes())?;
        // SAFETY: not NULL, as `entry!` saw.
        unsafe { put(answer, callout_bytes::own(answered)) };
        Ok(())
    })
}

/// A value as JSON, for C to own.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<callout_bytes, Error> {
    Ok(callout_bytes::own(write(value)?))
}
