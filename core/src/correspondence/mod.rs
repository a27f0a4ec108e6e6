//! Correspondence: mails that come, what is found in them, and messages that go.

pub mod enquiry;
pub mod mail;
pub mod message;
