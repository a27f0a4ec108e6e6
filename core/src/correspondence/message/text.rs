//! What an automatic message says.

use super::Purpose;
use crate::language::Language;

/// Subject and text; both empty for a letter, which somebody writes.
pub(super) fn letter(
    purpose: Purpose,
    language: Language,
    number: &str,
    company: &str,
) -> (String, String) {
    let (subject, what) = match (purpose, language) {
        (Purpose::Letter, _) => return (String::new(), String::new()),
        (Purpose::JobSheet, Language::Cs) => {
            (format!("Zakázkový list {number}"), "zakázkový list k provedenému servisu")
        }
        (Purpose::JobSheet, Language::En) => {
            (format!("Job sheet {number}"), "the job sheet of the service that was done")
        }
        (Purpose::Invoice, Language::Cs) => {
            (format!("Faktura {number}"), "fakturu za provedený servis")
        }
        (Purpose::Invoice, Language::En) => {
            (format!("Invoice {number}"), "the invoice for the service that was done")
        }
    };
    let text = match language {
        Language::Cs => format!(
            "Dobrý den,\n\nv příloze posíláme {what} ({number}).\n\nS pozdravem\n{company}\n"
        ),
        Language::En => {
            format!("Good day,\n\nattached is {what} ({number}).\n\nKind regards\n{company}\n")
        }
    };
    (subject, text)
}
