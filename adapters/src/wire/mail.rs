//! Mail that comes and mail that goes.

use callout_core::engine::{Engine, read};
use callout_core::error::Error;
use callout_core::port::mailer::{Mailer, MailerSettings};

/// Reads an e-mail (RFC 5322 with MIME) into a `read_mail` as JSON.
///
/// # Errors
/// `MAIL-READ-*`.
///
/// ```
/// # if cfg!(feature = "eml") {
/// let message = b"From: Jana <jana@kovo.example>\r\nSubject: Compressor\r\n\r\nIt stops.";
/// let read = callout_adapters::wire::read_email(message)?;
/// let read: serde_json::Value = serde_json::from_slice(&read)?;
/// assert_eq!(read["subject"], "Compressor");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_email(message: &[u8]) -> Result<Vec<u8>, Error> {
    with_mail::read(message)
}

/// What an e-mail says, as JSON: `enquiry_facts`. What is ours is told by `own_addresses`.
///
/// # Errors
/// As [`read`], and `MAIL-READ-*`.
///
/// ```
/// # if cfg!(feature = "eml") {
/// let message = b"From: Jana <jana@kovo.example>\r\nSubject: Compressor\r\n\r\nIt stops.";
/// let own = br#"{"domains": ["modry-klic.example"]}"#;
/// let facts = callout_adapters::wire::find_facts(message, own)?;
/// let facts: serde_json::Value = serde_json::from_slice(&facts)?;
/// assert_eq!(facts["respond_to"]["address"], "jana@kovo.example");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn find_facts(message: &[u8], own: &[u8]) -> Result<Vec<u8>, Error> {
    with_mail::facts(message, &read(own)?)
}

/// Takes in an e-mail, asked with a [`Caller`](callout_core::engine::Caller) as JSON; gives the
/// receipt as JSON.
///
/// # Errors
/// As [`read`] and [`Engine::receive`], and `MAIL-READ-*`.
///
/// ```
/// # fn ask(engine: &callout_core::engine::Engine) -> Result<(), callout_core::error::Error> {
/// let caller = br#"{
///     "company": "01890a5d-0000-774b-bcce-b302099a8057",
///     "actor": {"id": "01890a5d-0001-774b-bcce-b302099a8057", "role": "back_office"}
/// }"#;
/// let message = b"From: Jana <jana@kovo.example>\r\nSubject: Compressor\r\n\r\nIt stops.";
/// let receipt = callout_adapters::wire::receive(engine, caller, message)?;
/// # Ok(()) }
/// ```
pub fn receive(engine: &Engine, caller: &[u8], message: &[u8]) -> Result<Vec<u8>, Error> {
    with_mail::receive(engine, &read(caller)?, message)
}

/// One of the mailers that Callout brings, named by [`MailerSettings`] as JSON.
///
/// # Errors
/// As [`read`]; `MAIL-SERVER-01` for settings that cannot be used.
///
/// ```
/// # if cfg!(feature = "eml") {
/// let mailer = callout_adapters::wire::mailer(br#"{"folder": {"path": "outgoing"}}"#)?;
/// # }
/// # Ok::<(), callout_core::error::Error>(())
/// ```
pub fn mailer(settings: &[u8]) -> Result<Box<dyn Mailer>, Error> {
    match read(settings)? {
        MailerSettings::Folder { path } => with_mail::folder(path),
        #[cfg(feature = "smtp")]
        MailerSettings::Smtp(server) => Ok(Box::new(crate::mail::smtp::SmtpMailer::new(server)?)),
        #[cfg(not(feature = "smtp"))]
        MailerSettings::Smtp(_) => Err(super::lacking("SMTP mailer")),
    }
}

#[cfg(feature = "eml")]
mod with_mail {
    use super::{Engine, Error, Mailer};
    use crate::mail::{eml, folder::FolderMailer};
    use callout_core::engine::{Caller, write};
    use callout_core::enquiry::{OwnAddresses, find_facts};
    use std::path::PathBuf;

    pub(super) fn read(message: &[u8]) -> Result<Vec<u8>, Error> {
        write(&eml::read(message)?)
    }

    pub(super) fn facts(message: &[u8], own: &OwnAddresses) -> Result<Vec<u8>, Error> {
        write(&find_facts(&eml::read(message)?, own))
    }

    pub(super) fn receive(
        engine: &Engine,
        caller: &Caller,
        message: &[u8],
    ) -> Result<Vec<u8>, Error> {
        let read = eml::read(message)?;
        write(&engine.receive(caller.company, &caller.actor, message, read)?.receipt)
    }

    pub(super) fn folder(path: PathBuf) -> Result<Box<dyn Mailer>, Error> {
        Ok(Box::new(FolderMailer::new(path)))
    }
}

#[cfg(not(feature = "eml"))]
mod with_mail {
    use super::super::lacking;
    use super::{Engine, Error, Mailer};
    use callout_core::engine::Caller;
    use callout_core::enquiry::OwnAddresses;
    use std::path::PathBuf;

    const READER: &str = "mail reader";

    pub(super) fn read(_: &[u8]) -> Result<Vec<u8>, Error> {
        Err(lacking(READER))
    }

    pub(super) fn facts(_: &[u8], _: &OwnAddresses) -> Result<Vec<u8>, Error> {
        Err(lacking(READER))
    }

    pub(super) fn receive(_: &Engine, _: &Caller, _: &[u8]) -> Result<Vec<u8>, Error> {
        Err(lacking(READER))
    }

    pub(super) fn folder(_: PathBuf) -> Result<Box<dyn Mailer>, Error> {
        Err(lacking("mail composer"))
    }
}
