//! A server of the tests' own, which answers as it is told.

use callout_adapters::calendar::caldav::CalDav;
use callout_core::port::calendar::{CalDavSettings, CalendarCredentials};
use callout_core::port::mailer::Credentials;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A request as it came.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    pub method: String,
    pub path: String,
    /// In lower case, but for the first line.
    pub head: String,
    pub body: String,
}

/// What is answered.
#[derive(Clone)]
pub enum Said {
    /// These bytes, then the end.
    Bytes(Vec<u8>),
    /// These bytes, then silence for some seconds.
    Silence(Vec<u8>),
    /// These bytes, then a blank ten times a second.
    Trickle(Vec<u8>),
}

pub struct Fake {
    pub port: u16,
    heard: Arc<Mutex<Vec<Heard>>>,
}

/// The request on a connection; `None` where it breaks off.
pub fn hear(stream: &mut TcpStream) -> Option<(Heard, Vec<u8>)> {
    let mut bytes = Vec::new();
    let mut piece = [0; 65_536];
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|it| it == b"\r\n\r\n") {
            break at + 4;
        }
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return None,
            Ok(count) => bytes.extend_from_slice(&piece[..count]),
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let lower = head.to_lowercase();
    let length = lower.split("content-length:").nth(1).and_then(|it| it.lines().next());
    let length: usize = length.and_then(|it| it.trim().parse().ok()).unwrap_or(0);
    while bytes.len() < end + length {
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return None,
            Ok(count) => bytes.extend_from_slice(&piece[..count]),
        }
    }
    let mut first = head.split_whitespace();
    let heard = Heard {
        method: first.next()?.to_owned(),
        path: first.next()?.to_owned(),
        head: lower,
        body: String::from_utf8_lossy(&bytes[end..]).into_owned(),
    };
    Some((heard, bytes))
}

impl Fake {
    /// Answers each request by what it is and how many came before it.
    pub fn serve(answer: impl Fn(&Heard, usize) -> Said + Send + 'static) -> Fake {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard: Arc<Mutex<Vec<Heard>>> = Arc::default();
        let all = Arc::clone(&heard);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let Some((request, _)) = hear(&mut stream) else { continue };
                let count = all.lock().unwrap().len();
                all.lock().unwrap().push(request.clone());
                let said = answer(&request, count);
                std::thread::spawn(move || say(&mut stream, said));
            }
        });
        Fake { port, heard }
    }

    /// The same to every request.
    pub fn always(said: Said) -> Fake {
        Fake::serve(move |_, _| said.clone())
    }

    pub fn heard(&self) -> Vec<Heard> {
        self.heard.lock().unwrap().clone()
    }

    pub fn client(&self) -> CalDav {
        client(self.port)
    }
}

/// A client of a port of this machine, with little patience.
pub fn client(port: u16) -> CalDav {
    let known = Credentials { user: "servis".into(), password: "tajne heslo".into() };
    let credentials = Some(CalendarCredentials::Basic(known));
    let url = format!("http://127.0.0.1:{port}");
    CalDav::new(CalDavSettings { url, credentials, timeout_ms: 900 }).unwrap()
}

fn say(stream: &mut TcpStream, said: Said) {
    match said {
        Said::Bytes(bytes) => {
            let _ = stream.write_all(&bytes);
        }
        Said::Silence(bytes) => {
            let _ = stream.write_all(&bytes);
            std::thread::sleep(Duration::from_secs(4));
        }
        Said::Trickle(bytes) => {
            let mut piece = &bytes[..];
            while stream.write_all(piece).is_ok() {
                piece = b" ";
                std::thread::sleep(Duration::from_millis(100));
            }
        }
    }
}

/// An answer with headers and a body.
pub fn answer(status: u16, headers: &str, body: &str) -> Said {
    let head = format!(
        "HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n",
        body.len()
    );
    Said::Bytes([head.as_bytes(), body.as_bytes()].concat())
}

/// A multistatus around this.
pub fn multi(inside: &str) -> Said {
    let open = "<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\" \
                xmlns:C=\"urn:ietf:params:xml:ns:caldav\" xmlns:S=\"http://calendarserver.org/ns/\">";
    answer(207, "Content-Type: application/xml\r\n", &format!("{open}{inside}</D:multistatus>"))
}

/// What is said of a place that is there.
pub fn found(href: &str, properties: &str) -> String {
    format!(
        "<D:response><D:href>{href}</D:href><D:propstat><D:prop>{properties}</D:prop>\
         <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
    )
}

/// What is said of a place as a whole.
pub fn status(href: &str, status: &str) -> String {
    format!(
        "<D:response><D:href>{href}</D:href><D:status>HTTP/1.1 {status}</D:status></D:response>"
    )
}
