//! Requests to the server, and what became of them.

use super::MAX_BYTES;
use super::href;
use base64::Engine as _;
use callout_core::calendar::ServerFault;
use callout_core::error::Error;
use callout_core::port::calendar::{CalDavSettings, CalendarCredentials};
use std::fmt;
use std::io::ErrorKind;
use std::time::Duration;
use ureq::http::{HeaderMap, Request, Uri};

/// How often an answer may point elsewhere.
const REDIRECTS: usize = 5;

/// The server, and the two ways to it.
#[derive(Clone)]
pub(super) struct Http {
    /// Keeps connections.
    asks: ureq::Agent,
    /// Takes a new one each time.
    writes: ureq::Agent,
    /// `https://dav.example.com:8443`
    pub(super) origin: String,
    /// The path of the settings.
    pub(super) path: String,
    authorization: Option<String>,
    timeout: Duration,
}

impl fmt::Debug for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Http({}{})", self.origin, self.path)
    }
}

/// A request.
pub(super) struct Asked<'a> {
    pub(super) method: &'static str,
    /// Decoded.
    pub(super) path: &'a str,
    pub(super) headers: &'a [(&'static str, &'a str)],
    pub(super) body: &'a [u8],
}

/// An answer, whatever it says.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
    /// Where the answer came from, decoded.
    pub(super) path: String,
}

/// Why there is no answer.
pub(super) enum Silence {
    /// The request was certainly not sent.
    NotSent(String),
    /// It was sent, or nobody knows.
    Lost(String),
    /// The answer goes on and on.
    TooLarge,
    /// What came is no answer.
    Unreadable(String),
    /// It points to another server.
    Moved(String),
    /// It points nowhere, or around in a circle.
    Misled(String),
}

impl Http {
    pub(super) fn new(settings: CalDavSettings) -> Result<Self, Error> {
        let bad = |reason: &str| {
            let server = without_secrets(&settings.url);
            Error::from(ServerFault::BadSettings { server, reason: reason.to_owned() })
        };
        let uri: Uri = settings.url.trim().parse().map_err(|_| bad("its address is none"))?;
        let scheme = uri.scheme_str().unwrap_or_default().to_ascii_lowercase();
        let host = uri.host().unwrap_or_default();
        if !matches!(scheme.as_str(), "http" | "https") || host.is_empty() {
            return Err(bad("its address does not begin with https:// and a host"));
        }
        if uri.authority().is_some_and(|it| it.as_str().contains('@')) {
            return Err(bad("user and password stand in its address and not in the credentials"));
        }
        let near = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        if scheme == "http" && settings.credentials.is_some() && !near {
            return Err(bad("a secret would cross the network in the clear"));
        }
        let path = href::decoded(uri.path()).ok_or_else(|| bad("its path is none"))?;
        let authorization = settings.credentials.as_ref().map(authorization);
        if authorization.as_ref().is_some_and(|it| it.bytes().any(|b| !(b' '..0x7F).contains(&b))) {
            return Err(bad("its token has letters that no token has"));
        }
        let timeout = Duration::from_millis(settings.timeout_ms.max(1).into());
        let authority = uri.authority().map(|it| it.as_str().to_ascii_lowercase());
        let origin = format!("{scheme}://{}", authority.unwrap_or_default());
        let origin = href::without_default_port(&origin).to_owned();
        let (asks, writes) = (agent(timeout, 2), agent(timeout, 0));
        Ok(Http { asks, writes, origin, path, authorization, timeout })
    }

    /// The name of the server in errors.
    pub(super) fn server(&self) -> String {
        self.origin.clone()
    }

    /// Asks something that changes nothing.
    pub(super) fn ask(&self, asked: &Asked) -> Result<Answer, Error> {
        self.answered(asked).map_err(|silence| self.silent(silence))
    }

    /// The answer to what changes nothing, asked once more where a kept connection was closed.
    pub(super) fn answered(&self, asked: &Asked) -> Result<Answer, Silence> {
        match self.follow(&self.asks, asked) {
            Err(Silence::Lost(reason)) if !reason.starts_with(LATE) => {
                self.follow(&self.writes, asked)
            }
            answer => answer,
        }
    }

    /// Asks something that writes, once.
    pub(super) fn write(&self, asked: &Asked, name: &str) -> Result<Answer, Error> {
        self.follow(&self.writes, asked).map_err(|silence| match silence {
            Silence::Lost(reason) | Silence::Unreadable(reason) => {
                let (server, name) = (self.server(), name.to_owned());
                ServerFault::Unknown { server, name, reason }.into()
            }
            other => self.silent(other),
        })
    }

    /// Why there is no answer to a question.
    pub(super) fn silent(&self, silence: Silence) -> Error {
        let server = self.server();
        match silence {
            Silence::NotSent(reason) => ServerFault::NotReached { server, reason },
            Silence::Lost(reason) => ServerFault::NoAnswer { server, reason },
            Silence::TooLarge => ServerFault::TooLarge { server, most: MAX_BYTES },
            Silence::Unreadable(reason) | Silence::Misled(reason) => {
                ServerFault::Unreadable { server, reason }
            }
            Silence::Moved(to) => ServerFault::Moved { server, to },
        }
        .into()
    }

    /// Follows where an answer points to, on the same server only.
    fn follow(&self, agent: &ureq::Agent, asked: &Asked) -> Result<Answer, Silence> {
        let mut path = asked.path.to_owned();
        for _ in 0..=REDIRECTS {
            let answer = self.once(agent, &Asked { path: &path, ..*asked })?;
            if !matches!(answer.status, 301 | 302 | 307 | 308) {
                return Ok(answer);
            }
            let to = answer.headers.get("location").and_then(|to| to.to_str().ok());
            let to = to.ok_or_else(|| Silence::Misled("it points nowhere".to_owned()))?;
            let here = href::resolved(&self.origin, &path, to);
            path = here.map_err(|_| Silence::Moved(without_secrets(to)))?;
        }
        Err(Silence::Misled("it points from one place to the next without end".to_owned()))
    }

    fn once(&self, agent: &ureq::Agent, asked: &Asked) -> Result<Answer, Silence> {
        let uri = format!("{}{}", self.origin, href::encoded(asked.path));
        let mut request = Request::builder().method(asked.method).uri(uri);
        for (name, value) in asked.headers {
            request = request.header(*name, *value);
        }
        if let Some(authorization) = &self.authorization {
            request = request.header("authorization", authorization);
        }
        let unsendable = |fault: ureq::http::Error| Silence::NotSent(fault.to_string());
        let answer = if asked.body.is_empty() {
            agent.run(request.body(()).map_err(unsendable)?)
        } else {
            agent.run(request.body(asked.body).map_err(unsendable)?)
        };
        let mut answer = answer.map_err(|fault| self.fault(&fault))?;
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(MAX_BYTES).read_to_vec();
        let writes = matches!(asked.method, "PUT" | "DELETE");
        let body = match body {
            // What became of a write is said by then.
            Err(_) if writes => Vec::new(),
            body => body.map_err(|fault| self.fault(&fault))?,
        };
        let path = asked.path.to_owned();
        Ok(Answer { status, headers: answer.headers().clone(), body, path })
    }

    fn fault(&self, fault: &ureq::Error) -> Silence {
        use ureq::{Error, Timeout};
        let told = fault.to_string();
        let seconds = self.timeout.as_millis().div_ceil(1_000);
        match fault {
            Error::Timeout(Timeout::Resolve | Timeout::Connect) => {
                Silence::NotSent("no connection in time".to_owned())
            }
            Error::Timeout(_) => Silence::Lost(format!("{LATE} {seconds} seconds")),
            Error::Io(io) if io.kind() == ErrorKind::TimedOut => {
                Silence::Lost(format!("{LATE} {seconds} seconds"))
            }
            Error::Io(io) if not_connected(io.kind()) => Silence::NotSent(told),
            Error::HostNotFound
            | Error::ConnectionFailed
            | Error::BadUri(_)
            | Error::Http(_)
            | Error::Tls(_)
            | Error::InvalidProxyUrl
            | Error::ConnectProxyFailed(_)
            | Error::TlsRequired
            | Error::RequireHttpsOnly(_) => Silence::NotSent(told),
            // Who is not believed is sent nothing.
            _ if told.contains("invalid peer certificate") => Silence::NotSent(told),
            Error::BodyExceedsLimit(_) => Silence::TooLarge,
            Error::Protocol(_) | Error::LargeResponseHeader(..) => Silence::Unreadable(told),
            _ => Silence::Lost(told),
        }
    }
}

/// How a reason begins that is no broken connection.
const LATE: &str = "it did not answer within";

fn not_connected(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ConnectionRefused
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::AddrNotAvailable
    )
}

/// A time that runs out while connecting must not look as if something had been sent, so that has
/// less of it.
fn agent(timeout: Duration, kept: usize) -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .allow_non_standard_methods(true)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(timeout))
        .timeout_resolve(Some(timeout / 4))
        .timeout_connect(Some(timeout / 2))
        .max_idle_connections(kept)
        .max_idle_connections_per_host(kept)
        .user_agent(concat!("callout/", env!("CARGO_PKG_VERSION")))
        .build();
    config.new_agent()
}

fn authorization(credentials: &CalendarCredentials) -> String {
    match credentials {
        CalendarCredentials::Basic(known) => {
            let pair = format!("{}:{}", known.user, known.password);
            format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair))
        }
        CalendarCredentials::Bearer { token } => format!("Bearer {}", token.trim()),
    }
}

/// An address without what may stand before its host.
fn without_secrets(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest[..end].rsplit('@').next().unwrap_or_default();
    let path = rest[end..].split(['?', '#']).next().unwrap_or_default();
    if scheme.is_empty() { format!("{host}{path}") } else { format!("{scheme}://{host}{path}") }
}

#[cfg(test)]
mod tests {
    use super::without_secrets;

    #[test]
    fn no_secret_is_told() {
        assert_eq!(without_secrets("https://a:geheim@b.example/c?d=e"), "https://b.example/c");
        assert_eq!(without_secrets("a:geheim@b.example/c@d"), "b.example/c@d");
        assert_eq!(without_secrets("/c"), "/c");
    }
}
