//! The line to a mail server: all that is said on it has one end in time, and each answer one in
//! length.
//!
//! Own, as lettre 0.11.23 waits for each piece of an answer anew, and reads a line without end to
//! the end of memory.

use super::answer::{Answer, Kind};
use rustls::crypto::ring;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The most bytes of one answer: a long one names a hundred extensions.
const MAX_ANSWER: u64 = 64 * 1024;

/// How long a server is waited for that is only told that we leave.
const FAREWELL: Duration = Duration::from_secs(2);

/// Why it does not go on.
#[derive(Debug)]
pub(super) enum Fault {
    /// The server said no.
    Refused(Answer),
    /// The line broke, or what came over it is no answer.
    Broken(String),
}

impl Fault {
    /// In words.
    pub fn told(&self) -> String {
        match self {
            Fault::Refused(answer) => answer.told(),
            Fault::Broken(reason) => reason.clone(),
        }
    }
}

impl From<io::Error> for Fault {
    fn from(fault: io::Error) -> Self {
        match fault.kind() {
            // What a socket says once its time is over differs from system to system.
            ErrorKind::TimedOut | ErrorKind::WouldBlock => late(),
            _ => Fault::Broken(fault.to_string()),
        }
    }
}

fn late() -> Fault {
    Fault::Broken("the server was not ready in time".to_owned())
}

/// A socket whose reads and writes end all at one moment.
struct Timed {
    stream: TcpStream,
    until: Instant,
}

impl Timed {
    fn left(&self) -> io::Result<Duration> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(ErrorKind::TimedOut.into()) } else { Ok(left) }
    }
}

impl Read for Timed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(Some(self.left()?))?;
        self.stream.read(buffer)
    }
}

impl Write for Timed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(Some(self.left()?))?;
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

enum Stream {
    Plain(Timed),
    Tls(Box<StreamOwned<ClientConnection, Timed>>),
}

impl Stream {
    fn timed(&mut self) -> &mut Timed {
        match self {
            Stream::Plain(stream) => stream,
            Stream::Tls(stream) => &mut stream.sock,
        }
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Stream::Plain(stream) => stream.read(buffer),
            Stream::Tls(stream) => stream.read(buffer),
        }
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Stream::Plain(stream) => stream.write(bytes),
            Stream::Tls(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Stream::Plain(stream) => stream.flush(),
            Stream::Tls(stream) => stream.flush(),
        }
    }
}

/// The line, open.
pub(super) struct Line {
    stream: BufReader<Stream>,
}

impl Line {
    /// Connects, plain as yet; whatever is said ends at the moment named. Looking the name up may
    /// take longer: that is the system's.
    pub fn open(host: &str, port: u16, until: Instant) -> Result<Line, Fault> {
        let mut last = Fault::Broken("its name leads to no address".to_owned());
        let found: Vec<_> = (host, port).to_socket_addrs()?.collect();
        for (n, address) in found.iter().enumerate() {
            // An address that does not answer leaves time for the others.
            let others = u32::try_from(found.len() - n).unwrap_or(u32::MAX);
            let left = until.saturating_duration_since(Instant::now()) / others;
            if left.is_zero() {
                return Err(late());
            }
            match TcpStream::connect_timeout(address, left) {
                Ok(stream) => {
                    let stream = Stream::Plain(Timed { stream, until });
                    return Ok(Line { stream: BufReader::new(stream) });
                }
                Err(fault) => last = fault.into(),
            }
        }
        Err(last)
    }

    /// Goes on under TLS, with a server that proves to be this host.
    pub fn protect(self, host: &str) -> Result<Line, Fault> {
        let roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        self.protect_by(host, roots)
    }

    fn protect_by(self, host: &str, roots: RootCertStore) -> Result<Line, Fault> {
        let broken = |reason: String| Fault::Broken(reason);
        // What was said before would be taken for what the proven server says (RFC 3207, 6).
        if !self.stream.buffer().is_empty() {
            return Err(broken("the server said more before TLS began".to_owned()));
        }
        let Stream::Plain(timed) = self.stream.into_inner() else {
            return Err(broken("TLS began twice".to_owned()));
        };
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|fault| broken(fault.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let name = ServerName::try_from(host.to_owned())
            .map_err(|_| broken(format!("{host} is no name that a certificate bears")))?;
        let connection = ClientConnection::new(Arc::new(config), name)
            .map_err(|fault| broken(fault.to_string()))?;
        let stream = Stream::Tls(Box::new(StreamOwned::new(connection, timed)));
        Ok(Line { stream: BufReader::new(stream) })
    }

    /// Says something.
    pub fn say(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        let stream = self.stream.get_mut();
        stream.write_all(bytes)?;
        Ok(stream.flush()?)
    }

    /// From here on whatever is said ends so long after now.
    pub fn wait(&mut self, time: Duration) {
        self.stream.get_mut().timed().until = Instant::now() + time;
    }

    /// Whether the server said no before it hung up: it may be there although we cannot write any
    /// more.
    pub fn refusal(&mut self) -> Option<Answer> {
        self.wait(FAREWELL);
        match self.answer() {
            Err(Fault::Refused(answer)) => Some(answer),
            _ => None,
        }
    }

    /// The next answer, if it is no refusal: a yes, or that we may go on.
    pub fn answer(&mut self) -> Result<Answer, Fault> {
        let mut read = Vec::new();
        let mut left = MAX_ANSWER;
        loop {
            let start = read.len();
            let line = self.stream.by_ref().take(left).read_until(b'\n', &mut read)?;
            left = left.saturating_sub(line as u64);
            if !read.ends_with(b"\n") {
                let what = if left == 0 { "talks without end" } else { "hung up" };
                return Err(Fault::Broken(format!("the server {what}")));
            }
            // A line goes on by a hyphen after its code (RFC 5321, 4.2.1).
            if read.get(start + 3) != Some(&b'-') {
                break;
            }
        }
        let Some(answer) = Answer::read(&read) else {
            let said: String = String::from_utf8_lossy(&read).chars().take(200).collect();
            let reason = format!("the server said {:?}, which is no answer", said.trim_end());
            return Err(Fault::Broken(reason));
        };
        match answer.kind() {
            Kind::Yes | Kind::GoOn => Ok(answer),
            Kind::NotNow | Kind::Never => Err(Fault::Refused(answer)),
        }
    }

    /// The next answer, if it is a yes and nothing less.
    pub fn yes(&mut self) -> Result<Answer, Fault> {
        let answer = self.answer()?;
        if answer.kind() == Kind::Yes {
            return Ok(answer);
        }
        Err(Fault::Broken(format!("the server said {}, which is no yes", answer.told())))
    }

    /// Tells the server that we leave, and does not wait for long.
    pub fn leave(mut self) {
        let timed = self.stream.get_mut().timed();
        timed.until = timed.until.min(Instant::now() + FAREWELL);
        if self.say(b"QUIT\r\n").is_ok() {
            let _ = self.answer();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustls::{ServerConfig, ServerConnection};
    use std::net::TcpListener;

    const HOST: &str = "mail.modry-klic.example";

    /// A server that greets with these lines, and then speaks TLS, if at all; and who vouches for
    /// it.
    fn serve(greeting: &'static [u8], speaks_tls: bool) -> (u16, RootCertStore) {
        let made = rcgen::generate_simple_self_signed(vec![HOST.to_owned()]).unwrap();
        let certificate = made.cert.der().clone();
        let mut roots = RootCertStore::empty();
        roots.add(certificate.clone()).unwrap();
        let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate], key.unwrap())
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || {
            let (mut plain, _) = listener.accept().unwrap();
            plain.write_all(greeting).unwrap();
            if !speaks_tls {
                std::thread::sleep(Duration::from_secs(5));
                return;
            }
            let connection = ServerConnection::new(Arc::new(config)).unwrap();
            let mut stream = BufReader::new(StreamOwned::new(connection, plain));
            let mut line = String::new();
            let _ = stream.read_line(&mut line);
            let answer = format!("250-{}\r\n250 SIZE\r\n", line.trim_end());
            let _ = stream.get_mut().write_all(answer.as_bytes());
            // As a server does that ends the line.
            let _ = stream.read_line(&mut line);
        });
        (port, roots)
    }

    fn soon() -> Instant {
        Instant::now() + Duration::from_millis(800)
    }

    fn said(fault: Result<Line, Fault>) -> String {
        match fault {
            Err(Fault::Broken(reason)) => reason,
            Err(Fault::Refused(answer)) => panic!("{answer:?}"),
            Ok(_) => panic!("it went on"),
        }
    }

    #[test]
    fn what_is_said_goes_on_under_tls() {
        let (port, roots) = serve(b"220 go on\r\n", true);
        let mut line = Line::open("127.0.0.1", port, soon()).unwrap();
        line.answer().unwrap();
        let mut line = line.protect_by(HOST, roots).unwrap();
        line.say(b"EHLO a\r\n").unwrap();
        let answer = line.answer().unwrap();
        assert_eq!(answer.lines(), ["EHLO a", "SIZE"]);
        line.leave();
    }

    #[test]
    fn only_the_server_of_that_name_is_spoken_to() {
        let unknown = RootCertStore::empty();
        for (host, known) in [("mail.jiny.example", true), (HOST, false)] {
            let (port, roots) = serve(b"220 go on\r\n", true);
            let mut line = Line::open("127.0.0.1", port, soon()).unwrap();
            line.answer().unwrap();
            let roots = if known { roots } else { unknown.clone() };
            let mut line = line.protect_by(host, roots).unwrap();
            let Err(Fault::Broken(reason)) = line.say(b"EHLO a\r\n") else { panic!("{host}") };
            assert!(reason.contains("certificate"), "{reason}");
        }
    }

    #[test]
    fn nothing_that_was_said_before_is_taken_for_the_proven_server() {
        let (port, roots) = serve(b"220 go on\r\n250 injected\r\n", true);
        let mut line = Line::open("127.0.0.1", port, soon()).unwrap();
        std::thread::sleep(Duration::from_millis(100));
        line.answer().unwrap();
        assert!(said(line.protect_by(HOST, roots)).contains("more before TLS"));
    }

    #[test]
    fn a_server_that_keeps_silent_under_tls_ends_in_time() {
        let (port, roots) = serve(b"220 go on\r\n", false);
        let mut line = Line::open("127.0.0.1", port, soon()).unwrap();
        line.answer().unwrap();
        let mut line = line.protect_by(HOST, roots).unwrap();
        let begun = Instant::now();
        let Err(Fault::Broken(reason)) = line.say(b"EHLO a\r\n") else { panic!("said") };
        assert_eq!(reason, "the server was not ready in time");
        assert!(begun.elapsed() < Duration::from_secs(3));
    }
}
