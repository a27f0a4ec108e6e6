//! The live register, over HTTP.

use super::answer::{Answer, interpret, unreadable};
use super::{ID, MAX_BYTES};
use callout_core::customer::{RegistrationNumber, RegistryFault};
use callout_core::error::Error;
use callout_core::port::registry::{CompanyRegistry, RegistryEntry};
use std::io::ErrorKind;
use std::time::Duration;

/// Where the register is and how long a person waits for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AresSettings {
    /// Without the slash at its end; `http` and `https` work.
    pub base_url: String,
    /// For the whole look-up: name, connection, answer, body.
    pub timeout: Duration,
}

impl Default for AresSettings {
    fn default() -> Self {
        AresSettings {
            base_url: "https://ares.gov.cz/ekonomicke-subjekty-v-be/rest".to_owned(),
            timeout: Duration::from_secs(10),
        }
    }
}

/// ARES over HTTP: one blocking request a look-up, none for what has not the form of a number.
#[derive(Clone, Debug)]
pub struct Ares {
    agent: ureq::Agent,
    settings: AresSettings,
}

impl Ares {
    /// Connects to nothing yet.
    ///
    /// ```
    /// # fn ask(engine: &callout_core::engine::Engine) {
    /// use callout_adapters::registry::ares::{Ares, AresSettings};
    /// use std::time::Duration;
    /// let settings = AresSettings { timeout: Duration::from_secs(5), ..Default::default() };
    /// engine.register_registry(std::sync::Arc::new(Ares::new(settings)));
    /// # }
    /// ```
    pub fn new(settings: AresSettings) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(settings.timeout))
            .user_agent(concat!("callout/", env!("CARGO_PKG_VERSION")))
            .accept("application/json")
            .build();
        Ares { agent: config.new_agent(), settings }
    }

    fn ask(&self, url: &str) -> Result<Answer, ureq::Error> {
        let mut response = self.agent.get(url).call()?;
        let status = response.status().as_u16();
        let retry_after = response.headers().get("retry-after");
        let retry_after = retry_after.and_then(|v| v.to_str().ok()).and_then(|v| v.parse().ok());
        let body = response.body_mut().with_config().limit(MAX_BYTES).read_to_vec()?;
        Ok(Answer { status, retry_after, body })
    }

    /// A part of a second is told as a whole one.
    fn timed_out(&self, registry: String) -> Error {
        let seconds = self.settings.timeout.as_millis().div_ceil(1_000) as u64;
        RegistryFault::TimedOut { registry, seconds }.into()
    }

    fn fault(&self, fault: &ureq::Error) -> Error {
        let registry = ID.to_owned();
        let cut_short = |kind| matches!(kind, ErrorKind::UnexpectedEof);
        match fault {
            ureq::Error::Timeout(_) => self.timed_out(registry),
            ureq::Error::Io(io) if io.kind() == ErrorKind::TimedOut => self.timed_out(registry),
            ureq::Error::BodyExceedsLimit(_) => {
                RegistryFault::TooLarge { registry, most: MAX_BYTES }.into()
            }
            ureq::Error::BadUri(_) | ureq::Error::Http(_) => {
                RegistryFault::WrongAddress { registry, url: self.settings.base_url.clone() }.into()
            }
            ureq::Error::Io(io) if cut_short(io.kind()) => unreadable("it is cut short"),
            ureq::Error::Protocol(protocol) => unreadable(protocol.to_string()),
            other => RegistryFault::Down { registry, reason: other.to_string() }.into(),
        }
    }
}

impl CompanyRegistry for Ares {
    fn id(&self) -> &str {
        ID
    }

    fn look_up(&self, registration_number: &str) -> Result<Option<RegistryEntry>, Error> {
        let digits = RegistrationNumber::digits(registration_number)?;
        let base = self.settings.base_url.trim_end_matches('/');
        let url = format!("{base}/ekonomicke-subjekty/{digits}");
        let answer = self.ask(&url).map_err(|fault| self.fault(&fault))?;
        interpret(&digits, &url, &answer)
    }
}
