//! How what happened to an invoice is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told("drafted", "Drafted", "Koncept vytvořen"),
    told("draft_deleted", "Draft deleted", "Koncept zahozen"),
    told(
        "issued",
        "Issued: {issue.number.text}, due {issue.due_on:day}",
        "Vystaveno: {issue.number.text}, splatnost {issue.due_on:day}",
    ),
    told(
        "payment_recorded",
        "Paid: {payment.id..payment.amount:measured}, {payment.paid_on:day}[ ({payment.reference})]",
        "Zaplaceno: {payment.id..payment.amount:measured}, {payment.paid_on:day}[ ({payment.reference})]",
    ),
    told(
        "payment_removed",
        "Payment removed: {payment..amount:measured}, {paid_on:day}[ ({reason})]",
        "Platba odebrána: {payment..amount:measured}, {paid_on:day}[ ({reason})]",
    ),
];
