//! A host's own way to send messages, behind a C table.

use super::tables::{SendMessage, callout_mailer};
use super::types::{
    CALLOUT_BUSY, CALLOUT_INVALID, CALLOUT_OK, CALLOUT_REFUSED, CALLOUT_UNAVAILABLE, Received,
    callout_str,
};
use crate::mail::compose::compose;
use callout_core::error::{Border, Error};
use callout_core::letter::{Envelope, OutgoingMail};
use callout_core::plugin;
use callout_core::port::mailer::{Delivery, Mailer};
use std::ffi::c_void;

/// Calls the table for the length of one call of the host.
pub struct TableMailer {
    user_data: *mut c_void,
    send: SendMessage,
}

// SAFETY: the header demands that `send` may be called on the thread that delivers; the engine
// calls it on no other.
unsafe impl Send for TableMailer {}
// SAFETY: as above; there is nothing else to share.
unsafe impl Sync for TableMailer {}

impl TableMailer {
    /// Lends a table.
    ///
    /// # Errors
    /// `BORDER-POINTER-01` where there is no `send`.
    ///
    /// # Safety
    /// The table keeps what `callout/ext/mailer.h` promises, as long as this lives.
    pub unsafe fn new(table: callout_mailer) -> Result<TableMailer, Error> {
        match table.send {
            Some(send) => Ok(TableMailer { user_data: table.user_data, send }),
            None => Err(Border::Null { argument: "mailer.send".to_owned() }.into()),
        }
    }
}

impl Mailer for TableMailer {
    fn id(&self) -> &str {
        "host"
    }

    fn send(&self, mail: &OutgoingMail) -> Result<Delivery, Error> {
        let message = compose(mail)?;
        let envelope = Envelope::of(mail).json();
        let text = callout_str { ptr: message.as_ptr().cast(), len: message.len() };
        let mut answer = Received::nothing();
        // SAFETY: the table's own function with the table's own data; what is lent outlives the
        // call.
        let status = unsafe {
            let envelope = callout_str::of(&envelope);
            (self.send)(self.user_data, envelope, text, &raw mut answer.0)
        };
        if answer.len() as u64 > plugin::registry::MAX_BYTES {
            // Who says so much in its words cannot be trusted in what it says; nothing is read.
            let reason = plugin::registry::too_much("host", answer.len() as u64).to_string();
            return Ok(Delivery::Unknown { reason });
        }
        // SAFETY: the header demands that the answer stays until it is released, which happens
        // when `answer` is dropped; its length is bounded.
        let said = unsafe { answer.bytes(plugin::MAX_REASON_BYTES) }.unwrap_or_default();
        let reason = plugin::reason(said);
        Ok(match status {
            CALLOUT_OK if said.is_empty() => Delivery::Sent { detail: String::new() },
            CALLOUT_OK => Delivery::Sent { detail: reason },
            CALLOUT_UNAVAILABLE | CALLOUT_BUSY => Delivery::Failed { permanent: false, reason },
            CALLOUT_REFUSED | CALLOUT_INVALID => Delivery::Failed { permanent: true, reason },
            // Whoever cannot say that it was not sent leaves it open: a person decides (R8).
            status => Delivery::Unknown { reason: format!("status {status}: {reason}") },
        })
    }
}
