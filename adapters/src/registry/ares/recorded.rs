//! ARES played back from recorded exchanges: for tests, demonstrations and work without a network.

use super::answer::{Answer, interpret, unreadable};
use super::{ID, MAX_BYTES};
use callout_core::customer::{RegistrationNumber, RegistryFault};
use callout_core::error::Error;
use callout_core::port::registry::{CompanyRegistry, RegistryEntry};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A register that answers from recordings, through the same reading as the live one.
///
/// A recording is a JSON text with `request` (`method`, `url`) and `response` (`status`,
/// `headers`, `json` or `text`); a `behaviour` in place of the response plays silence. Several
/// recordings about one number are played in their order, the last one again and again. What is
/// recorded is played even for a number that fails its check digit: there are such companies.
///
/// ```
/// use callout_adapters::registry::ares::RecordedRegistry;
/// use callout_core::port::registry::CompanyRegistry;
/// let exchange = r#"{
///   "request": {"method": "GET", "url": "https://ares.example/rest/ekonomicke-subjekty/59610000"},
///   "response": {"status": 200, "json": {"ico": "59610000", "obchodniJmeno": "KOVO Hruška s.r.o."}}
/// }"#;
/// let register = RecordedRegistry::new([exchange])?;
/// assert_eq!(register.look_up("596 10 000")?.unwrap().name, "KOVO Hruška s.r.o.");
/// assert_eq!(register.look_up("45274649").unwrap_err().code(), "REGISTRY-RECORD-01");
/// # Ok::<(), callout_core::error::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct RecordedRegistry {
    tapes: BTreeMap<String, Mutex<Tape>>,
}

#[derive(Debug, Default)]
struct Tape {
    scenes: Vec<Scene>,
    next: usize,
}

#[derive(Clone, Debug)]
enum Scene {
    Answer { url: String, answer: Answer },
    Silence,
}

impl RecordedRegistry {
    /// From the texts of recorded exchanges; those that ask about no single company are skipped.
    ///
    /// # Errors
    /// `REGISTRY-READ-01` when a text is no exchange.
    pub fn new<T: AsRef<str>>(exchanges: impl IntoIterator<Item = T>) -> Result<Self, Error> {
        let mut tapes: BTreeMap<String, Mutex<Tape>> = BTreeMap::new();
        for text in exchanges {
            let exchange: Value = serde_json::from_str(text.as_ref())
                .map_err(|fault| unreadable(format!("the recording is no JSON: {fault}")))?;
            let Some(number) = asked_about(&exchange) else { continue };
            let scene = scene(&exchange)?;
            let tape = tapes.entry(number).or_default();
            tape.get_mut().unwrap_or_else(PoisonError::into_inner).scenes.push(scene);
        }
        Ok(RecordedRegistry { tapes })
    }
}

impl CompanyRegistry for RecordedRegistry {
    fn id(&self) -> &str {
        ID
    }

    fn look_up(&self, registration_number: &str) -> Result<Option<RegistryEntry>, Error> {
        let digits = RegistrationNumber::digits(registration_number)?;
        let registry = ID.to_owned();
        let scene = self.tapes.get(&digits).and_then(|tape| {
            let mut tape = tape.lock().unwrap_or_else(PoisonError::into_inner);
            let scene = tape.scenes.get(tape.next).cloned();
            tape.next = (tape.next + 1).min(tape.scenes.len().saturating_sub(1));
            scene
        });
        match scene {
            Some(Scene::Answer { url, answer }) => interpret(&digits, &url, &answer),
            Some(Scene::Silence) => Err(RegistryFault::TimedOut { registry, seconds: 0 }.into()),
            None => {
                Err(RegistryFault::NotRecorded { registry, registration_number: digits }.into())
            }
        }
    }
}

/// The number at the end of `GET .../ekonomicke-subjekty/59610000`, padded.
fn asked_about(exchange: &Value) -> Option<String> {
    let request = exchange.get("request")?;
    let url = request.get("url")?.as_str()?;
    let (_, number) = url.split_once("/ekonomicke-subjekty/")?;
    let get = request.get("method").and_then(Value::as_str).unwrap_or("GET") == "GET";
    let digits = (1..=8).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    (get && digits).then(|| format!("{number:0>8}"))
}

fn scene(exchange: &Value) -> Result<Scene, Error> {
    if exchange.get("behaviour").is_some() {
        return Ok(Scene::Silence);
    }
    let response = exchange.get("response");
    let status = response.and_then(|r| r.get("status")).and_then(Value::as_u64);
    let (Some(response), Some(status)) = (response, status.and_then(|s| u16::try_from(s).ok()))
    else {
        return Err(unreadable(
            "the recording has neither a response with a status nor a behaviour",
        ));
    };
    let body = match (response.get("json"), response.get("text").and_then(Value::as_str)) {
        (Some(json), _) => json.to_string().into_bytes(),
        (None, Some(text)) => text.as_bytes().to_vec(),
        (None, None) => Vec::new(),
    };
    if body.len() as u64 > MAX_BYTES {
        return Err(RegistryFault::TooLarge { registry: ID.to_owned(), most: MAX_BYTES }.into());
    }
    let retry_after = response.get("headers").and_then(|headers| headers.get("retry-after"));
    let retry_after = retry_after.and_then(Value::as_str).and_then(|text| text.parse().ok());
    let url = exchange["request"]["url"].as_str().unwrap_or_default().to_owned();
    Ok(Scene::Answer { url, answer: Answer { status, retry_after, body } })
}
