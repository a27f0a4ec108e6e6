//! Delivery through an SMTP server (RFC 5321), one connection a message.
//!
//! The steps are taken one by one, because what a broken connection means depends on the step:
//! before the text was handed over the message was certainly not sent, after it nobody knows.

use super::compose::{compose, in_ascii};
use callout_core::correspondence::{MailFault, OutgoingMail};
use callout_core::error::Error;
use callout_core::port::mailer::{Delivery, Mailer, Security, SmtpSettings};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use std::time::Duration;

/// Sends through an SMTP server.
#[derive(Clone, Debug)]
pub struct SmtpMailer {
    settings: SmtpSettings,
}

impl SmtpMailer {
    /// Connects to nothing yet.
    ///
    /// # Errors
    /// `MAIL-SERVER-01` for an empty host, or a password over a plain connection.
    pub fn new(settings: SmtpSettings) -> Result<Self, Error> {
        let reason = if settings.host.trim().is_empty() {
            "it has no host"
        } else if settings.credentials.is_some() && settings.security == Security::None {
            "a password would cross the network in the clear"
        } else {
            return Ok(SmtpMailer { settings });
        };
        let server = settings.host.clone();
        Err(MailFault::BadServer { server, reason: reason.to_owned() }.into())
    }

    fn connect(&self) -> Result<SmtpConnection, SmtpError> {
        let settings = &self.settings;
        let hello = ClientId::Domain(settings.hello.clone());
        let tls = match settings.security {
            Security::None => None,
            _ => Some(TlsParameters::new(settings.host.clone())?),
        };
        let wrapper = tls.as_ref().filter(|_| settings.security == Security::Tls);
        let server = (settings.host.as_str(), settings.port);
        let timeout = Some(Duration::from_millis(settings.timeout_ms.into()));
        let mut connection = SmtpConnection::connect(server, timeout, &hello, wrapper, None)?;
        if let (Security::StartTls, Some(tls)) = (settings.security, &tls) {
            connection.starttls(tls, &hello)?;
        }
        if let Some(known) = &settings.credentials {
            let credentials = Credentials::new(known.user.clone(), known.password.clone());
            connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials)?;
        }
        Ok(connection)
    }

    /// Everything up to the server's word that the text may come.
    fn announce(&self, mail: &OutgoingMail, text: &[u8]) -> Result<SmtpConnection, Refusal> {
        let address = |value: &str| {
            let ascii = in_ascii("to", value).map_err(|it| Refusal::Address(it.to_string()))?;
            ascii.parse::<lettre::Address>().map_err(|it| Refusal::Address(it.to_string()))
        };
        let from = address(&mail.from.address)?;
        let recipients: Result<Vec<_>, _> =
            mail.recipients().map(|m| address(&m.address)).collect();
        let recipients = recipients?;
        let mut connection = self.connect()?;
        let mut options = Vec::new();
        if !text.is_ascii() && connection.server_info().supports_feature(Extension::EightBitMime) {
            options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let announced = connection.command(Mail::new(Some(from), options)).and_then(|_| {
            for recipient in recipients {
                connection.command(Rcpt::new(recipient, Vec::new()))?;
            }
            connection.command(Data)
        });
        match announced {
            Ok(_) => Ok(connection),
            Err(fault) => {
                // All or nobody: one refused recipient and the message is not sent to any.
                connection.abort();
                Err(fault.into())
            }
        }
    }
}

enum Refusal {
    Server(SmtpError),
    Address(String),
}

impl From<SmtpError> for Refusal {
    fn from(fault: SmtpError) -> Self {
        Refusal::Server(fault)
    }
}

impl Mailer for SmtpMailer {
    fn id(&self) -> &str {
        "smtp"
    }

    fn send(&self, mail: &OutgoingMail) -> Result<Delivery, Error> {
        let text = compose(mail)?;
        let mut connection = match self.announce(mail, &text) {
            Ok(connection) => connection,
            Err(Refusal::Address(reason)) => {
                return Ok(Delivery::Failed { permanent: true, reason });
            }
            Err(Refusal::Server(fault)) => {
                let permanent = fault.is_permanent();
                return Ok(Delivery::Failed { permanent, reason: words(&fault) });
            }
        };
        Ok(match connection.message(&text) {
            Ok(answer) => {
                let _ = connection.quit();
                let said: Vec<&str> = answer.message().collect();
                Delivery::Sent { detail: format!("{} {}", answer.code(), said.join(" ")) }
            }
            Err(fault) if fault.is_permanent() || fault.is_transient() => {
                let _ = connection.quit();
                Delivery::Failed { permanent: fault.is_permanent(), reason: words(&fault) }
            }
            Err(fault) => {
                connection.abort();
                Delivery::Unknown { reason: words(&fault) }
            }
        })
    }
}

/// The fault with what caused it.
fn words(fault: &SmtpError) -> String {
    let mut text = fault.to_string();
    let mut cause = std::error::Error::source(fault);
    while let Some(inner) = cause {
        let inner_text = inner.to_string();
        if !text.contains(&inner_text) {
            text = format!("{text}: {inner_text}");
        }
        cause = inner.source();
    }
    text
}
