//! Delivery through an SMTP server (RFC 5321), one connection a message.
//!
//! The steps are taken one by one, because what a broken connection means depends on the step:
//! before the end of the text was said the message was certainly not sent, after it nobody knows.

mod answer;
mod line;

use super::compose::{compose, in_ascii};
use answer::{Answer, Kind, Offers};
use callout_core::error::Error;
use callout_core::letter::{MailFault, OutgoingMail};
use callout_core::port::mailer::{Delivery, Mailer, Security, SmtpSettings};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::commands::{Auth, Data, Ehlo, Mail, Rcpt, Starttls};
use lettre::transport::smtp::extension::{ClientId, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::{Category, Code, Detail, Response, Severity};
use line::{Fault, Line};
use std::fmt::Display;
use std::time::{Duration, Instant};

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
    ///
    /// ```
    /// use callout_adapters::mail::smtp::SmtpMailer;
    /// use callout_core::port::mailer::{Credentials, Security, SmtpSettings};
    /// let mailer = SmtpMailer::new(SmtpSettings {
    ///     host: "smtp.modry-klic.example".into(),
    ///     port: 587,
    ///     security: Security::StartTls,
    ///     credentials: Some(Credentials { user: "servis".into(), password: "a secret".into() }),
    ///     hello: "servis.modry-klic.example".into(),
    ///     timeout_ms: 60_000,
    ///     answer_timeout_ms: 600_000,
    /// })?;
    /// # Ok::<(), callout_core::error::Error>(())
    /// ```
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

    /// Greets the server, under TLS where that is wanted, and comes in.
    fn connect(&self) -> Result<Talk, Fault> {
        let settings = &self.settings;
        let until = Instant::now() + Duration::from_millis(settings.timeout_ms.into());
        let mut line = Line::open(&settings.host, settings.port, until)?;
        if settings.security == Security::Tls {
            line = line.protect(&settings.host)?;
        }
        line.yes()?;
        let mut talk = Talk { line, offers: Offers::default() };
        talk.hello(&settings.hello)?;
        if settings.security == Security::StartTls {
            if !talk.offers.start_tls {
                return Err(broken("the server offers no TLS"));
            }
            talk.ask(Starttls)?;
            talk.line = talk.line.protect(&settings.host)?;
            talk.hello(&settings.hello)?;
        }
        if let Some(known) = &settings.credentials {
            talk.come_in(&Credentials::new(known.user.clone(), known.password.clone()))?;
        }
        Ok(talk)
    }

    /// Everything up to the server's word that the text may come.
    fn announce(&self, mail: &OutgoingMail, text: &[u8]) -> Result<Talk, Refusal> {
        let address = |value: &str| {
            let ascii = in_ascii("to", value).map_err(|it| Refusal::Address(it.to_string()))?;
            ascii.parse::<lettre::Address>().map_err(|it| Refusal::Address(it.to_string()))
        };
        let from = address(&mail.from.address)?;
        let recipients: Result<Vec<_>, _> =
            mail.recipients().map(|m| address(&m.address)).collect();
        let recipients = recipients?;
        // Who does not let us in says nothing about the message: that may go tomorrow.
        let mut talk = self.connect().map_err(|fault| Refusal::Unreached(fault.told()))?;
        let mut options = Vec::new();
        if !text.is_ascii() && talk.offers.eight_bit {
            options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let announced = talk.ask(Mail::new(Some(from), options)).and_then(|_| {
            for recipient in recipients {
                talk.ask(Rcpt::new(recipient, Vec::new()))?;
            }
            talk.line.say(Data.to_string().as_bytes())?;
            let answer = talk.line.answer()?;
            // Where the text was not asked for, it does not go.
            let asked = || broken(&format!("the server said {} to DATA", answer.told()));
            answer.is(b"354").then_some(()).ok_or_else(asked)
        });
        match announced {
            Ok(()) => Ok(talk),
            Err(fault) => {
                // All or nobody: one refused recipient and the message is not sent to any.
                talk.line.leave();
                Err(match fault {
                    Fault::Refused(answer) if answer.asks_for_a_password() => {
                        Refusal::Unreached(answer.told())
                    }
                    // The text was not seen yet.
                    Fault::Refused(answer) if answer.is_about_who_asks() => {
                        Refusal::Server(Fault::Broken(answer.told()))
                    }
                    fault => Refusal::Server(fault),
                })
            }
        }
    }
}

/// A conversation with a server.
struct Talk {
    line: Line,
    /// What the server can do.
    offers: Offers,
}

impl Talk {
    fn ask(&mut self, command: impl Display) -> Result<Answer, Fault> {
        self.line.say(command.to_string().as_bytes())?;
        self.line.yes()
    }

    fn hello(&mut self, name: &str) -> Result<(), Fault> {
        let answer = self.ask(Ehlo::new(ClientId::Domain(name.to_owned())))?;
        self.offers = Offers::read(&answer);
        Ok(())
    }

    fn come_in(&mut self, known: &Credentials) -> Result<(), Fault> {
        let unread = |fault: lettre::transport::smtp::Error| broken(&fault.to_string());
        let way = self.offers.way_in();
        let way = way.ok_or_else(|| broken("the server takes no password that we can give"))?;
        let mut next = Auth::new(way, known.clone(), None).map_err(unread)?;
        // Two questions at most: for the user, and for the password.
        for _ in 0..4 {
            self.line.say(next.to_string().as_bytes())?;
            let answer = self.line.answer()?;
            if answer.kind() == Kind::Yes {
                return Ok(());
            }
            if !answer.is(b"334") {
                return Err(broken(&format!("the server said {} to AUTH", answer.told())));
            }
            let asks =
                Code::new(Severity::PositiveIntermediate, Category::Unspecified3, Detail::Four);
            let asked = Response::new(asks, answer.lines().to_vec());
            next = Auth::new_from_response(way, known.clone(), &asked).map_err(unread)?;
        }
        Err(broken("the server asks for the password without end"))
    }

    /// Hands over the text and the line that ends it, to whose answer the server has this time.
    fn text(mut self, text: &[u8], answers_within: Duration) -> Delivery {
        if let Err(fault) = self.line.say(&dotted(text)) {
            // A server that has had enough says so, and hangs up.
            return failed(self.line.refusal().map_or(fault, Fault::Refused));
        }
        self.line.wait(answers_within);
        let reason = match self.line.say(b".\r\n") {
            Ok(()) => match self.line.yes() {
                Ok(answer) => {
                    self.line.leave();
                    return Delivery::Sent { detail: answer.told() };
                }
                Err(fault @ Fault::Refused(_)) => {
                    self.line.leave();
                    return failed(fault);
                }
                Err(Fault::Broken(reason)) => reason,
            },
            Err(fault) => match self.line.refusal() {
                Some(answer) => return failed(Fault::Refused(answer)),
                None => fault.told(),
            },
        };
        Delivery::Unknown { reason }
    }
}

/// Its lines as they cross the line: none begins with a dot of its own, and the last one ends.
fn dotted(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() + 100);
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            out.push(b'.');
        }
        out.extend_from_slice(line);
    }
    if !out.ends_with(b"\r\n") {
        out.extend_from_slice(b"\r\n");
    }
    out
}

fn broken(reason: &str) -> Fault {
    Fault::Broken(reason.to_owned())
}

/// Certainly not taken.
fn failed(fault: Fault) -> Delivery {
    match fault {
        Fault::Refused(answer) => {
            let permanent = answer.kind() == Kind::Never;
            Delivery::Failed { permanent, reason: answer.told() }
        }
        Fault::Broken(reason) => Delivery::Failed { permanent: false, reason },
    }
}

enum Refusal {
    /// It came to no word about the message.
    Unreached(String),
    Server(Fault),
    Address(String),
}

impl Mailer for SmtpMailer {
    fn id(&self) -> &str {
        "smtp"
    }

    fn send(&self, mail: &OutgoingMail) -> Result<Delivery, Error> {
        let text = compose(mail)?;
        Ok(match self.announce(mail, &text) {
            Ok(talk) => {
                let within = Duration::from_millis(self.settings.answer_timeout_ms.into());
                talk.text(&text, within)
            }
            Err(Refusal::Unreached(reason)) => Delivery::Unreached { reason },
            Err(Refusal::Address(reason)) => Delivery::Failed { permanent: true, reason },
            Err(Refusal::Server(fault)) => failed(fault),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead, BufReader, Write};
    use std::net::TcpListener;

    /// How it comes in at a server that says these after its EHLO, and what that one heard.
    fn comes_in(ways: &str, says: &'static [&'static str]) -> (Result<(), Fault>, Vec<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let hello = format!("250-a\r\n250 AUTH {ways}");
        let served = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let mut heard = Vec::new();
            for said in std::iter::once(hello.as_str()).chain(says.iter().copied()) {
                let Some(Ok(line)) = lines.next() else { break };
                heard.push(line);
                stream.write_all(format!("{said}\r\n").as_bytes()).unwrap();
            }
            heard
        });
        let until = Instant::now() + Duration::from_secs(2);
        let line = Line::open("127.0.0.1", port, until).unwrap();
        let mut talk = Talk { line, offers: Offers::default() };
        talk.hello("b").unwrap();
        let known = Credentials::new("servis".to_owned(), "tajne".to_owned());
        let done = talk.come_in(&known);
        drop(talk);
        (done, served.join().unwrap())
    }

    #[test]
    fn a_password_is_given_in_the_way_that_the_server_takes() {
        let (done, heard) = comes_in("PLAIN LOGIN", &["235 ok"]);
        assert!(done.is_ok() && heard[1] == "AUTH PLAIN AHNlcnZpcwB0YWpuZQ==", "{heard:?}");
        let asks = &["334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6", "235 ok"];
        let (done, heard) = comes_in("LOGIN", asks);
        assert!(done.is_ok(), "{done:?}");
        assert_eq!(heard[1..], ["AUTH LOGIN", "c2Vydmlz", "dGFqbmU="]);
        let (done, heard) = comes_in("PLAIN", &["535 5.7.8 wrong"]);
        assert!(matches!(done, Err(Fault::Refused(_))) && heard.len() == 2, "{done:?}");
        let (done, heard) = comes_in("GSSAPI", &[]);
        assert!(matches!(done, Err(Fault::Broken(_))) && heard.len() == 1, "{done:?}");
        let endless = &["334 VXNlcm5hbWU6"; 9];
        let (done, heard) = comes_in("LOGIN", endless);
        assert!(matches!(done, Err(Fault::Broken(_))) && heard.len() < 6, "{done:?}");
    }
}
