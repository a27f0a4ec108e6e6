//! The live client against a server on this machine.

use super::*;
use callout_adapters::registry::ares::{Ares, AresSettings};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::{Duration, Instant};

/// Serves one connection with these bytes; then closes it, or holds it open in silence.
fn serve(bytes: Vec<u8>, then_silence: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        let read = stream.read(&mut request).unwrap_or(0);
        assert!(request[..read].starts_with(b"GET /rest/ekonomicke-subjekty/"));
        let _ = stream.write_all(&bytes);
        if then_silence {
            std::thread::sleep(Duration::from_secs(5));
        }
    });
    format!("http://{address}/rest")
}

fn ask(
    base_url: String,
    number: &str,
) -> Result<Option<RegistryEntry>, callout_core::error::Error> {
    let timeout = Duration::from_millis(700);
    let ares = Ares::new(AresSettings { base_url, timeout });
    ares.look_up(number)
}

fn response(status: u64, body: &str, length: Option<usize>) -> Vec<u8> {
    let length = length.map(|l| format!("content-length: {l}\r\n")).unwrap_or_default();
    let head =
        format!("HTTP/1.1 {status} X\r\nretry-after: 60\r\n{length}connection: close\r\n\r\n");
    [head.as_bytes(), body.as_bytes()].concat()
}

#[test]
fn built_in_answers() {
    let whole = subject(json!({})).to_string();
    let endless = "x".repeat(1_100_000);
    for (case, bytes, code) in [
        ("gone", response(404, r#"{"kod":"NENALEZENO"}"#, None), ""),
        ("busy", response(429, "<html>", Some(6)), "REGISTRY-LIMIT-01"),
        ("moved", response(302, "", Some(0)), "REGISTRY-ASK-02"),
        ("cut by length", response(200, &whole[..200], Some(whole.len())), "REGISTRY-READ-01"),
        ("cut by closing", response(200, &whole[..200], None), "REGISTRY-READ-01"),
        ("endless", response(200, &endless, None), "REGISTRY-READ-02"),
        ("no HTTP", b"220 mail.example ESMTP\r\n".to_vec(), "REGISTRY-READ-01"),
        ("hangs up", Vec::new(), "REGISTRY-"),
    ] {
        match ask(serve(bytes, false), "59610000") {
            Ok(found) => assert_eq!((found, code), (None, ""), "{case}"),
            Err(fault) => {
                assert!(fault.code().starts_with(code) && !code.is_empty(), "{case} {fault}")
            }
        }
    }
    let found = ask(serve(response(200, &whole, Some(whole.len())), false), "596 10 000");
    assert_eq!(found.unwrap().unwrap().name, "KOVO Hruška s.r.o.");
}

#[test]
fn nobody_there() {
    let unused = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let base = format!("http://{unused}/rest");
    assert_eq!(ask(base, "59610000").unwrap_err().code(), "REGISTRY-DOWN-01");
    let odd = ask("no address at all".to_owned(), "59610000");
    assert_eq!(odd.unwrap_err().code(), "REGISTRY-ASK-02");
    // What is no number asks nobody: the address would fail otherwise.
    let wrong = ask("no address at all".to_owned(), "596x");
    assert_eq!(wrong.unwrap_err().code(), "REGISTRY-NUMBER-01");
}

#[test]
fn silence_ends_in_time() {
    let whole = subject(json!({})).to_string();
    for (case, bytes) in [
        ("says nothing", Vec::new()),
        ("stops in the head", b"HTTP/1.1 200 OK\r\ncontent-".to_vec()),
        ("stops in the body", response(200, &whole[..300], Some(whole.len()))),
    ] {
        let begun = Instant::now();
        let got = ask(serve(bytes, true), "59610000");
        assert_eq!(got.unwrap_err().code(), "REGISTRY-TIME-01", "{case}");
        assert!(begun.elapsed() < Duration::from_secs(3), "{case}");
    }
}

/// The time is that of the whole question: letter by letter it does not begin anew.
#[test]
fn a_register_that_talks_for_ever_ends_in_time() {
    for begins in ["HTTP/1.1 200 OK\r\na: ", "HTTP/1.1 200 OK\r\ncontent-length: 9000\r\n\r\n{"] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 4096]);
            let mut piece = begins.as_bytes();
            while stream.write_all(piece).is_ok() {
                piece = b" ";
                std::thread::sleep(Duration::from_millis(100));
            }
        });
        let begun = Instant::now();
        let got = ask(format!("http://{address}/rest"), "59610000");
        assert_eq!(got.unwrap_err().code(), "REGISTRY-TIME-01", "{begins}");
        assert!(begun.elapsed() < Duration::from_secs(3), "{begins}");
    }
}

#[test]
fn samples_over_a_connection() {
    for (name, exchange) in samples::all() {
        let Some(number) = samples::company_of(&exchange) else { continue };
        let (bytes, silence) = play(&exchange);
        samples::check(&name, &exchange, ask(serve(bytes, silence), &number));
    }
}

/// The bytes of a recorded response, or as much as its behaviour sends before the silence.
fn play(exchange: &Value) -> (Vec<u8>, bool) {
    if let Some(behaviour) = exchange.get("behaviour") {
        let sent = usize::try_from(behaviour["send_bytes"].as_u64().unwrap_or(0)).unwrap();
        let bytes = if sent == 0 {
            Vec::new()
        } else {
            response(200, &format!("{:<sent$}", "{\"ico\":\"59610000\","), Some(50_000))
        };
        return (bytes, true);
    }
    let answer = &exchange["response"];
    let body = match answer["text"].as_str() {
        Some(text) => text.to_owned(),
        None => answer["json"].to_string(),
    };
    (response(answer["status"].as_u64().unwrap(), &body, Some(body.len())), false)
}
