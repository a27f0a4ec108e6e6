//! Letters as values: messages that came, and messages that go.

mod fault;
mod mail;
mod outgoing;

pub use fault::MailFault;
pub use mail::{Attachment, Mailbox, ReadMail};
pub use outgoing::{Envelope, OutgoingAttachment, OutgoingMail};
