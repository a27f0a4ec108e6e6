//! Correspondence: messages that come, what they say, and messages that go.

pub mod enquiry;
mod fault;
mod mail;
mod outgoing;

pub use fault::MailFault;
pub use mail::{Attachment, Mailbox, ReadMail};
pub use outgoing::{Envelope, OutgoingAttachment, OutgoingMail};
