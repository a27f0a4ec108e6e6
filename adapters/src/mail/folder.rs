//! Delivery into a folder: every message becomes an `.eml` file that a mail program opens.

use super::compose::compose;
use crate::whole::write_whole;
use callout_core::error::Error;
use callout_core::letter::OutgoingMail;
use callout_core::port::mailer::{Delivery, Mailer};
use sha2::{Digest, Sha256};
use std::path::PathBuf;

/// Puts messages into a folder instead of sending them.
///
/// A file appears whole or not at all. Its name comes from the Message-ID, so a message delivered
/// twice is there once.
#[derive(Clone, Debug)]
pub struct FolderMailer {
    folder: PathBuf,
}

impl FolderMailer {
    /// The folder is made with the first message if it is not there.
    ///
    /// ```
    /// # use callout_core::{engine::Session, error::Error};
    /// # fn ask(session: Session<'_>) -> Result<(), Error> {
    /// use callout_adapters::mail::folder::FolderMailer;
    /// let delivered = session.deliver(&FolderMailer::new("outgoing"), 100)?;
    /// # Ok(()) }
    /// ```
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        FolderMailer { folder: folder.into() }
    }

    /// The file name of a message: the readable part of its id and a digest that tells apart
    /// what became alike.
    ///
    /// ```
    /// use callout_adapters::mail::folder::FolderMailer;
    /// let name = FolderMailer::file_name("0198c1d2@modry-klic.example");
    /// assert!(name.starts_with("0198c1d2_modry-klic_example-"));
    /// ```
    pub fn file_name(message_id: &str) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
        let readable: String = message_id.chars().map(plain).take(80).collect();
        let digest = Sha256::digest(message_id.as_bytes());
        let digest: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        format!("{readable}-{digest}.eml")
    }
}

impl Mailer for FolderMailer {
    fn id(&self) -> &str {
        "folder"
    }

    fn send(&self, mail: &OutgoingMail) -> Result<Delivery, Error> {
        let bytes = compose(mail)?;
        let name = Self::file_name(&mail.message_id);
        Ok(match write_whole(&self.folder, &name, &bytes) {
            Ok(path) => Delivery::Sent { detail: path.display().to_string() },
            Err(fault) => Delivery::Failed { permanent: false, reason: fault.to_string() },
        })
    }
}
