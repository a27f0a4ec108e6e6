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
        "Paid: {payment.amount:number}, {payment.paid_on:day}[ ({payment.reference})]",
        "Zaplaceno: {payment.amount:number}, {payment.paid_on:day}[ ({payment.reference})]",
    ),
    told("payment_removed", "Payment removed[: {reason}]", "Platba vyjmuta[: {reason}]"),
];
