//! Invoices, letters and mails.

use crate::{At, World, id};
use callout_core::error::Error;
use callout_core::invoice;
use callout_core::journal::Personal;
use callout_core::letter::{Mailbox, OutgoingMail, ReadMail};
use callout_core::message::{self, Message};
use callout_core::port::mailer::{Delivery, Mailer};
use callout_core::port::renderer::Format;
use uuid::Uuid;

/// Takes everything.
pub struct Taking;

impl Mailer for Taking {
    fn id(&self) -> &str {
        "taking"
    }

    fn send(&self, _: &OutgoingMail) -> Result<Delivery, Error> {
        Ok(Delivery::Sent { detail: "250 taken".into() })
    }
}

impl World {
    /// The draft of an invoice.
    pub fn invoice(&self) -> At {
        let activities = vec![self.released().0];
        let draft = invoice::Draft { activities, language: None };
        let drafted = self.office().create(draft).unwrap();
        (drafted.target, drafted.version)
    }

    /// An invoice that is issued.
    pub fn issued(&self) -> Uuid {
        let (invoice, version) = self.invoice();
        let issue = invoice::Issue { format: Format::Pdf, send: false };
        self.office().change(invoice, version, issue).unwrap();
        invoice
    }

    /// One of which something is paid, and the payment.
    pub fn paid(&self) -> (Uuid, Uuid) {
        let invoice = self.issued();
        let payment = invoice::RecordPayment {
            paid_on: "2026-10-16".parse().unwrap(),
            amount: "500.00".parse().unwrap(),
            reference: None,
        };
        (invoice, self.office().add(invoice, payment).unwrap().part.unwrap())
    }

    /// A letter that is queued.
    pub fn letter(&self) -> At {
        let queue = message::Queue {
            to: vec![Personal::of(self.contact, "hruskova@kovo.example".into())],
            subject: "Your compressor".into(),
            text: "When may we call?".into(),
            ..Default::default()
        };
        let queued = self.office().add(id(), queue).unwrap();
        (queued.target, queued.version)
    }

    /// A letter that was taken.
    pub fn sent(&self) -> Uuid {
        let (letter, _) = self.letter();
        self.office().deliver(&Taking, 10).unwrap();
        letter
    }

    /// A letter that came back.
    pub fn bounced(&self) -> At {
        let letter = self.sent();
        self.office().add(letter, message::RecordBounce { reason: "550".into() }).unwrap();
        self.at::<Message>(letter)
    }

    /// A mail, as it came and as it was read.
    pub fn read_mail(&self) -> (&'static [u8], ReadMail) {
        let from = vec![Mailbox::new("Jana Hrušková", "hruskova@kovo.example")];
        let (subject, text) = ("Compressor".into(), "It stops.".into());
        let read = ReadMail { from, subject, text, ..Default::default() };
        (b"From: hruskova@kovo.example\r\nSubject: Compressor\r\n\r\nIt stops.", read)
    }

    /// A mail that was taken in.
    pub fn mail(&self) -> Uuid {
        let (bytes, read) = self.read_mail();
        self.office().receive(bytes, read).unwrap().receipt.target
    }
}
