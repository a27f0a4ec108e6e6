//! How what happened to a job sheet is told.

use crate::noun::{Told, told};

pub(crate) const TOLD: &[Told] = &[
    told("generated", "Generated: {number.text}", "Vytvořeno: {number.text}"),
    told("regenerated", "Generated anew: version {version}", "Vytvořeno znovu: verze {version}"),
    told(
        "signed",
        "[Signed: {signature.signed.name}|Signed with a reservation: {signature.signed_with_reservation.name}|Signed][ ({signature.signed_with_reservation.reservation})]",
        "[Podepsáno: {signature.signed.name}|Podepsáno s výhradou: {signature.signed_with_reservation.name}|Podepsáno][ ({signature.signed_with_reservation.reservation})]",
    ),
    told("signature_refused", "Signature refused[: {reason}]", "Podpis odmítnut[: {reason}]"),
    told(
        "signer_absent",
        "Nobody was there to sign[: {reason}]",
        "Nikdo nebyl přítomen k podpisu[: {reason}]",
    ),
    told("confirmed", "Confirmed: version {version}", "Potvrzeno: verze {version}"),
];
