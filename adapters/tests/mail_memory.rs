//! What the largest mail that is taken costs in memory, whatever its decoders are fed with.
//!
//! One test in a binary of its own, as the counter is the process's.
#![cfg(feature = "eml")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use callout_adapters::mail::eml;
use callout_core::engine::MAIL_COPIES;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The most memory, in sizes of the mail; the mail itself is one of them.
const MOST: usize = 4;
const SIZE: usize = 24_000_000;

static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// What is asked for at once to see whether there is room, and given back untouched.
static ASKED: AtomicUsize = AtomicUsize::new(0);

struct Counting;

// SAFETY: everything is left to the system's allocator; only sizes are counted beside it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let live = LIVE.fetch_add(layout.size(), Relaxed) + layout.size();
        if layout.size() != ASKED.load(Relaxed) {
            PEAK.fetch_max(live, Relaxed);
        }
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

const HEAD: &str = "From: Jana <jana@kovo.example>\r\nSubject: x\r\n";

/// One part of this kind in this encoding, filled with a piece up to the size.
fn filled(kind: &str, encoding: &str, before: &str, piece: &[u8]) -> Vec<u8> {
    let head = format!(
        "{HEAD}Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{before}"
    );
    let times = (SIZE - head.len()) / piece.len();
    [head.as_bytes(), &piece.repeat(times)].concat()
}

/// A message in a message in a message, each under this encoding's name.
fn nested() -> Vec<u8> {
    let inner = format!("{HEAD}Content-Type: message/rfc822\r\n\r\n").repeat(7);
    let file = filled("application/octet-stream", "8bit", "", b"abcdefghi\n");
    [inner.as_bytes(), &file[..SIZE - inner.len()]].concat()
}

fn headers(piece: &str) -> Vec<u8> {
    let times = SIZE / piece.len();
    format!("{HEAD}Subject: {}\r\n\r\nx", piece.repeat(times)).into_bytes()
}

fn many_parts() -> Vec<u8> {
    let part = "--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
    let body = "a".repeat(SIZE / 49_000 - part.len() - 2);
    let parts = format!("{part}{body}\r\n").repeat(49_000);
    format!("{HEAD}Content-Type: multipart/mixed; boundary=B\r\n\r\n{parts}--B--\r\n").into_bytes()
}

/// Parts inside parts, each looked through once more.
fn deep() -> Vec<u8> {
    let mut out = HEAD.to_owned();
    for n in 0..40_000 {
        out.push_str(&format!("Content-Type: multipart/mixed; boundary=B{n}\r\n\r\n--B{n}\r\n"));
    }
    out.push_str("\r\n");
    let rest = "abcdefgh\r\n".repeat((SIZE - out.len()) / 10);
    out.push_str(&rest);
    out.into_bytes()
}

/// A wrapping with as many of these in it as there is room for: attributes, or properties in one.
fn wrapping(properties: bool, piece: &[u8]) -> Vec<u8> {
    let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let many = (SIZE - 500) / piece.len();
    let all = piece.repeat(many);
    let head = [&[1][..], &number(0x0006_9003), &number(all.len() + 4), &number(many)].concat();
    let before = if properties { &head[..] } else { &[] };
    let head = format!("{HEAD}Content-Type: application/ms-tnef\r\n\r\n");
    [head.as_bytes(), &[0x78, 0x9f, 0x3e, 0x22, 1, 0], before, &all, &[0, 0]].concat()
}

/// A text that unpacks to eight times its size, all of it letters.
fn packed() -> Vec<u8> {
    let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let rtf = b"{\\rtf1 aaaaaaaa";
    let begins = [&[0][..], &rtf[..8], &[0], &rtf[8..]].concat();
    // Copies of the byte before, whose place in the window moves on by eight times seventeen.
    let mut packed = begins;
    packed.resize(packed.len().next_multiple_of(9), b'a');
    let mut write = 207 + packed.len() / 9 * 8;
    while packed.len() < SIZE - 500 {
        packed.push(0xff);
        for _ in 0..8 {
            let place = (write + 4_096 - 1) % 4_096;
            packed.extend([(place >> 4) as u8, ((place & 15) << 4) as u8 | 15]);
            write += 17;
        }
    }
    let sum = packed.iter().fold(0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 }
        })
    });
    let head = [number(packed.len() + 12), number(8 * SIZE), *b"LZFu", sum.to_le_bytes()].concat();
    let value = [&head, &packed[..]].concat();
    let property = [&b"\x02\x01\x09\x10\x01\0\0\0"[..], &number(value.len()), &value].concat();
    let mut list = [&number(1)[..], &property].concat();
    list.resize(list.len().next_multiple_of(4), 0);
    let attribute = [&[1][..], &number(0x0006_9003), &number(list.len()), &list, &[0, 0]].concat();
    let head = format!("{HEAD}Content-Type: application/ms-tnef\r\n\r\n");
    [head.as_bytes(), &[0x78, 0x9f, 0x3e, 0x22, 1, 0], &attribute].concat()
}

#[test]
#[cfg_attr(debug_assertions, ignore = "a minute without optimisation; .ci/long runs it")]
fn the_largest_mail_costs_no_more_than_four_of_its_size() {
    let octets = "application/octet-stream";
    let line = format!("{}\r\n", "QUJD".repeat(19));
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("uu, lines of one letter", filled(octets, "x-uuencode", "begin 644 x\n", b"_\n")),
        ("uu, lines of two", filled(octets, "x-uuencode", "begin 644 x\n", b"_A\n")),
        ("base64 file", filled(octets, "base64", "", line.as_bytes())),
        ("base64 text", filled("text/plain; charset=cp852", "base64", "", b"s7Oz\n")),
        (
            "quoted-printable",
            filled("text/plain; charset=utf-8", "quoted-printable", "", b"=41=\n"),
        ),
        ("plain", filled("text/plain", "8bit", "", b"abcdefghi\n")),
        ("cp852", filled("text/plain; charset=cp852", "8bit", "", b"\xb3")),
        ("no charset", filled("text/plain", "8bit", "", b"\x9e\xb3")),
        ("utf-7", filled("text/plain; charset=utf-7", "8bit", "", b"+IKw-")),
        ("utf-16", filled("text/plain; charset=utf-16", "8bit", "", b"\x20\xac")),
        ("iso-2022-jp", filled("text/plain; charset=iso-2022-jp", "8bit", "", b"\x1b$B0!\x1b(B")),
        ("page of <", filled("text/html", "8bit", "", b"<")),
        ("page of breaks", filled("text/html", "8bit", "", b"<br>")),
        ("page of elements", filled("text/html", "8bit", "", b"<b>")),
        ("page of quotes", filled("text/html", "8bit", "", b"<blockquote>a<br>")),
        ("page of attributes", filled("text/html", "8bit", "", b"<p a=\"")),
        ("page of styles", filled("text/html", "8bit", "", b"<p style=\"font-size:0\">a")),
        ("page of entities", filled("text/html", "8bit", "", b"&nbsp;")),
        ("page of files", filled("text/html", "8bit", "", b"<img src=cid:a>")),
        ("nested", nested()),
        ("words", headers("=?utf-8?Q?a?= ")),
        ("words without padding", headers("=?utf-8?B?WsOhdmFkYQ?= ")),
        ("words without end", headers("=?utf-8?Q? ")),
        ("words in words", headers("=?")),
        ("bare letters", [HEAD.as_bytes(), b"Subject: ", &b"\x9e".repeat(SIZE)].concat()),
        ("many parts", many_parts()),
        ("deep parts", deep()),
        ("winmail", filled("application/ms-tnef", "8bit", "", b"\x78\x9f\x3e\x22")),
        ("winmail of texts", wrapping(false, b"\x01\x0c\x80\x02\0\0\0\0\0\0\0")),
        ("winmail of files", wrapping(false, b"\x02\x02\x90\x06\0\0\0\0\0\0\0")),
        ("winmail of tiny texts", wrapping(true, b"\x1e\0\0\x10\0\0\0\0")),
        ("winmail of tiny bytes", wrapping(true, b"\x02\x01\x01\x37\0\0\0\0")),
        ("winmail, packed", packed()),
        ("signature", filled("application/pkcs7-mime", "8bit", "", b"\x30\x80")),
        ("signature of pieces", filled("application/pkcs7-mime", "8bit", "", b"\x24\x80\x04\x01a")),
    ];
    let mut over = Vec::new();
    for (case, bytes) in cases {
        assert!(bytes.len() <= eml::MAX_BYTES && bytes.len() * 10 > SIZE * 9, "{case}");
        ASKED.store(bytes.len() * MAIL_COPIES, Relaxed);
        let before = LIVE.load(Relaxed) - bytes.len();
        PEAK.store(LIVE.load(Relaxed), Relaxed);
        let started = std::time::Instant::now();
        let read = eml::read(&bytes);
        let sizes = (PEAK.load(Relaxed) - before) as f64 / bytes.len() as f64;
        println!("{case}: {sizes:.2} sizes, {:?}, {:?}", started.elapsed(), read.map(|_| ()).err());
        if sizes > MOST as f64 {
            over.push(format!("{case}: {sizes:.2}"));
        }
    }
    assert!(over.is_empty(), "{over:?}");
}
