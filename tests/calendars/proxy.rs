//! A way to a server on which things go wrong, by a plan that a number draws: the same number, the
//! same faults.

use super::fake::hear;
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

/// What goes wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The connection breaks before the server hears of it.
    BrokenBefore,
    /// The server does it, and its answer is lost.
    AnswerLost,
    /// The server does it, and its answer breaks off.
    AnswerCut,
    /// Somebody else was faster, it says, though nobody was.
    Changed,
    /// Come again later.
    Later,
    /// No space left.
    Full,
}

const FAULTS: [Fault; 6] = [
    Fault::BrokenBefore,
    Fault::AnswerLost,
    Fault::AnswerCut,
    Fault::Changed,
    Fault::Later,
    Fault::Full,
];

pub struct Proxy {
    pub port: u16,
    calm: Arc<AtomicBool>,
    counts: Arc<Mutex<BTreeMap<Fault, usize>>>,
}

impl Proxy {
    /// Of a hundred requests, so many go wrong.
    pub fn to(port: u16, seed: u64, percent: u64) -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = listener.local_addr().unwrap().port();
        let (calm, counts) = (Arc::new(AtomicBool::new(false)), Arc::default());
        let proxy = Proxy { port: own, calm: Arc::clone(&calm), counts: Arc::clone(&counts) };
        std::thread::spawn(move || {
            let mut drawn = seed;
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                drawn = drawn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let roll = drawn >> 33;
                let wrong = roll % 100 < percent && !calm.load(Ordering::SeqCst);
                let fault = FAULTS[usize::try_from(roll / 100).unwrap() % FAULTS.len()];
                let counts: Arc<Mutex<BTreeMap<Fault, usize>>> = Arc::clone(&counts);
                std::thread::spawn(move || {
                    let Some((heard, bytes)) = hear(&mut stream) else { return };
                    let fault = wrong.then_some(fault);
                    // Nobody says so of a question.
                    let asks = !matches!(heard.method.as_str(), "PUT" | "DELETE");
                    let fault = fault.filter(|fault| !(asks && *fault == Fault::Changed));
                    if let Some(fault) = fault {
                        *counts.lock().unwrap().entry(fault).or_default() += 1;
                    }
                    serve(&mut stream, port, &bytes, fault);
                });
            }
        });
        proxy
    }

    /// From now on nothing goes wrong.
    pub fn calm(&self) {
        self.calm.store(true, Ordering::SeqCst);
    }

    /// How often each thing went wrong.
    pub fn counts(&self) -> BTreeMap<Fault, usize> {
        self.counts.lock().unwrap().clone()
    }
}

fn serve(stream: &mut TcpStream, port: u16, request: &[u8], fault: Option<Fault>) {
    let said = |status: &str| {
        format!(
            "HTTP/1.1 {status}\r\nRetry-After: 1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
        )
    };
    let answer = match fault {
        Some(Fault::BrokenBefore) => Vec::new(),
        Some(Fault::Changed) => said("412 Precondition Failed").into_bytes(),
        Some(Fault::Later) => said("503 Service Unavailable").into_bytes(),
        Some(Fault::Full) => said("507 Insufficient Storage").into_bytes(),
        Some(Fault::AnswerLost) => {
            pass(port, request);
            Vec::new()
        }
        Some(Fault::AnswerCut) => {
            let whole = pass(port, request);
            // Within the head: what stands behind it a write does not need.
            let head = whole.windows(4).position(|it| it == b"\r\n\r\n").unwrap_or(0);
            whole[..head / 2].to_vec()
        }
        None => pass(port, request),
    };
    let _ = stream.write_all(&answer);
    let _ = stream.shutdown(Shutdown::Both);
}

/// What the server says, over a connection of its own.
fn pass(port: u16, request: &[u8]) -> Vec<u8> {
    let mut upstream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let end = request.windows(4).position(|it| it == b"\r\n\r\n").unwrap();
    upstream.write_all(&request[..end]).unwrap();
    upstream.write_all(b"\r\nConnection: close").unwrap();
    upstream.write_all(&request[end..]).unwrap();
    let mut answer = Vec::new();
    let _ = upstream.read_to_end(&mut answer);
    let end = answer.windows(4).position(|it| it == b"\r\n\r\n").unwrap_or(0);
    let mut out = answer[..end].to_vec();
    out.extend_from_slice(b"\r\nConnection: close");
    out.extend_from_slice(&answer[end..]);
    out
}
