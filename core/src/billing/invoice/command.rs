//! What may be asked of an invoice.

use crate::language::Language;
use crate::money::Exact;
use crate::port::renderer::Format;
use chrono::NaiveDate;
use uuid::Uuid;

crate::noun::commands! {
    /// What may be asked of an invoice.
    Command

    /// Draft it from all that is left to bill of these activities (S53); it reserves them.
    ///
    /// ```
    /// # use callout_core::{engine::Session, invoice};
    /// # use uuid::Uuid;
    /// # fn ask(office: Session<'_>, job: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let draft = invoice::Draft { activities: vec![job], language: None };
    /// let invoice = office.create(draft)?.target;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.released().0).unwrap();
    /// ```
    creates Draft {
        /// The ids of the activities to bill, all of one customer (`INVOICE-DRAFT-02`); one that is
        /// named twice counts once.
        activities: Vec<Uuid>,
        /// The language of the invoice; the customer's, or else the company's, where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<Language>,
    }

    /// Throw a draft away: its lines are free again, and no number was used (E73).
    ///
    /// ```
    /// # use callout_core::{engine::Session, invoice};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, invoice: Uuid, version: u64) -> Done {
    /// office.change(invoice, version, invoice::DeleteDraft {})?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (invoice, v) = w.invoice();
    /// # ask(w.office(), invoice, v).unwrap();
    /// ```
    changes DeleteDraft {}

    /// Issue it: it takes its number and is never changed again. Where customer or company have
    /// changed since the draft, it is drafted anew (`INVOICE-ISSUE-01`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, invoice, port::renderer::Format};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, invoice: Uuid, version: u64) -> Done {
    /// let issue = invoice::Issue { format: Format::Pdf, send: true };
    /// office.change(invoice, version, issue)?;
    /// let content = office.get::<invoice::Invoice>(invoice)?.state.content;
    /// println!("{} to pay", content.total);
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (invoice, v) = w.invoice();
    /// # ask(w.office(), invoice, v).unwrap();
    /// ```
    changes Issue {
        /// The file that the customer gets, PDF or Word (S54).
        format: Format,
        /// Whether it is mailed at once to the contacts who receive invoices, else to the
        /// customer's own addresses (S55; `INVOICE-SEND-01` where there are none); `false` where
        /// it is missing.
        #[serde(default, skip_serializing_if = "crate::noun::is_default")]
        #[cfg_attr(feature = "schema", schemars(skip_serializing_if = "crate::noun::shown"))]
        send: bool,
    }

    /// Record what was paid of an issued invoice; the receipt names the payment as `part`. What was
    /// issued stays as it is, and so does the paper. More than is owed is taken, for it was paid;
    /// more than a thousand payments are not (`INVOICE-PAYMENT-05`).
    ///
    /// ```
    /// # use callout_core::{engine::Session, invoice};
    /// # use uuid::Uuid;
    /// # fn ask(office: Session<'_>, invoice: Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let payment = invoice::RecordPayment {
    ///     paid_on: "2026-10-16".parse()?,
    ///     amount: "500.00".parse()?,
    ///     reference: Some("FIO 26123456789".into()),
    /// };
    /// let payment = office.add(invoice, payment)?.part;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(w.office(), w.issued()).unwrap();
    /// ```
    adds RecordPayment: whole {
        /// The day on which it was paid, today by the company's clock at the latest
        /// (`INVOICE-PAYMENT-02`); before the issue where it was paid in advance.
        paid_on: NaiveDate,
        /// The amount, in the invoice's currency: above zero, at most 12 digits before the point
        /// and 2 after it (`INVOICE-PAYMENT-01`).
        amount: Exact,
        /// The bank's or the ERP's reference; not empty (`INVOICE-PAYMENT-03`), and another one
        /// for each payment of the invoice (`-04`), so that a statement that is read twice counts
        /// once. None where it is missing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reference: Option<String>,
    }

    /// Take out a payment that was recorded by mistake, or that the bank took back. The journal
    /// keeps both, and its reference may be used again.
    ///
    /// ```
    /// # use callout_core::{engine::Session, invoice};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(office: Session<'_>, invoice: Uuid, payment: Uuid) -> Done {
    /// let reason = "It was meant for another invoice".into();
    /// office.add(invoice, invoice::RemovePayment { payment, reason })?;
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (invoice, payment) = w.paid();
    /// # ask(w.office(), invoice, payment).unwrap();
    /// ```
    judges RemovePayment {
        /// The id of the payment (`INVOICE-PAYMENT-06` where the invoice has none such).
        payment: Uuid,
        /// Why it is taken out, in words; not empty (`INVOICE-REASON-01`).
        reason: String,
    }
}
