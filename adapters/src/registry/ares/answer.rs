//! What one HTTP answer of ARES means.

use super::{ID, MAX_BYTES, entry};
use callout_core::customer::RegistryFault;
use callout_core::error::Error;
use callout_core::port::registry::RegistryEntry;
use serde::Deserialize;

/// An HTTP answer, as far as it matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// `Retry-After` in seconds, if it came as a number.
    pub retry_after: Option<u64>,
    /// The body.
    pub body: Vec<u8>,
}

/// How ARES words its faults; keys are absent rather than null.
#[derive(Deserialize)]
struct Complaint {
    kod: String,
    popis: Option<String>,
    #[serde(rename = "subKod")]
    sub_kod: Option<String>,
}

/// Reads the answer to a question about `registration_number` (eight digits) that was sent to
/// `url`.
///
/// # Errors
/// The `REGISTRY-*` code that says what the caller does next: 429 `LIMIT-01`, 401, 403, 407 and
/// 451 `ASK-03`, other 4xx `ASK-01` or `ASK-02`, 5xx `DOWN-01`, a body that is no entry `READ-01`,
/// an endless one `READ-02`.
pub fn interpret(
    registration_number: &str,
    url: &str,
    answer: &Answer,
) -> Result<Option<RegistryEntry>, Error> {
    if answer.body.len() as u64 > MAX_BYTES {
        return Err(RegistryFault::TooLarge { registry: ID.to_owned(), most: MAX_BYTES }.into());
    }
    let registry = ID.to_owned();
    let complaint = serde_json::from_slice::<Complaint>(&answer.body).ok();
    match answer.status {
        200 => entry::read(registration_number, &answer.body).map(Some),
        404 if complaint.as_ref().is_some_and(|c| c.kod == "NENALEZENO") => Ok(None),
        301 | 302 | 303 | 307 | 308 | 404 | 405 | 410 => {
            Err(RegistryFault::WrongAddress { registry, url: url.to_owned() }.into())
        }
        429 => {
            let seconds = answer.retry_after.unwrap_or(60).clamp(1, 86_400);
            Err(RegistryFault::TooManyQuestions { registry, seconds }.into())
        }
        status @ (401 | 403 | 407 | 451) => {
            Err(RegistryFault::NotLetIn { registry, status }.into())
        }
        status @ 400..=499 => {
            let reason = complaint.map_or_else(|| format!("HTTP {status}"), |c| c.reason());
            Err(RegistryFault::Refused { registry, reason }.into())
        }
        status @ 500..=599 => {
            Err(RegistryFault::Down { registry, reason: format!("HTTP {status}") }.into())
        }
        status => Err(unreadable(format!("HTTP {status} was not expected"))),
    }
}

impl Complaint {
    fn reason(self) -> String {
        let said = self.popis.or(self.sub_kod).unwrap_or(self.kod);
        said.chars().take(200).collect()
    }
}

/// A fault of form.
pub(super) fn unreadable(reason: impl Into<String>) -> Error {
    RegistryFault::Unreadable { registry: ID.to_owned(), reason: reason.into() }.into()
}
