//! The outside world of the tables: a mailer in a mood, and a renderer that counts.

use callout::document::Document;
use callout::error::Error;
use callout::letter::OutgoingMail;
use callout::port::mailer::{Delivery, Mailer};
use callout::port::renderer::{Format, Renderer};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// What the mailer does with all that it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Takes it over.
    Sent,
    /// Does not take it for now.
    Failed,
    /// Will never take it.
    Refused,
    /// Is not reached.
    Unreached,
    /// Loses the connection after it was handed over.
    Unknown,
    /// Takes the process down with it.
    Crash,
}

impl Mood {
    pub fn of(word: &str) -> Option<Mood> {
        match word {
            "sent" => Some(Mood::Sent),
            "failed" => Some(Mood::Failed),
            "refused" => Some(Mood::Refused),
            "unreached" => Some(Mood::Unreached),
            "unknown" => Some(Mood::Unknown),
            "crash" => Some(Mood::Crash),
            _ => None,
        }
    }
}

impl Mailer for Mood {
    fn id(&self) -> &str {
        "mood"
    }

    #[allow(clippy::panic, reason = "the crash is what is asked for")]
    fn send(&self, _: &OutgoingMail) -> Result<Delivery, Error> {
        let said = "as it was asked to".to_owned();
        Ok(match self {
            Mood::Sent => Delivery::Sent { detail: said },
            Mood::Failed => Delivery::Failed { permanent: false, reason: said },
            Mood::Refused => Delivery::Failed { permanent: true, reason: said },
            Mood::Unreached => Delivery::Unreached { reason: said },
            Mood::Unknown => Delivery::Unknown { reason: said },
            Mood::Crash => panic!("{said}"),
        })
    }
}

/// Writes nothing but how many files there were: the same bytes are the same file.
pub struct Counter {
    format: Format,
    rendered: Arc<AtomicU32>,
}

/// A renderer for each format; they count together.
pub fn renderers() -> Vec<Counter> {
    let rendered = Arc::new(AtomicU32::new(0));
    Format::ALL.into_iter().map(|format| Counter { format, rendered: rendered.clone() }).collect()
}

impl Renderer for Counter {
    fn format(&self) -> Format {
        self.format
    }

    fn name(&self) -> String {
        "counting renderer".to_owned()
    }

    fn render(&self, document: &Document) -> Result<Vec<u8>, Error> {
        document.check()?;
        // A signature that is only tried out is no document.
        if document.number.is_empty() {
            return Ok(Vec::new());
        }
        let nth = self.rendered.fetch_add(1, Ordering::SeqCst) + 1;
        Ok(format!("painting {nth}").into_bytes())
    }
}
