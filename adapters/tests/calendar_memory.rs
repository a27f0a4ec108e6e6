//! What the largest calendar file that is taken costs in memory, whatever it is made of.
//!
//! One test in a binary of its own, as the counter is the process's.
#![cfg(feature = "ics")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use callout_adapters::format::ics;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The most memory beside the file, in bytes.
const MOST: usize = 100 << 20;

static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

struct Counting;

// SAFETY: everything is left to the system's allocator; only sizes are counted beside it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        PEAK.fetch_max(LIVE.fetch_add(layout.size(), Relaxed) + layout.size(), Relaxed);
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

/// A calendar of this piece, as often as it goes in.
fn filled(piece: &str) -> Vec<u8> {
    let head = "BEGIN:VCALENDAR\r\n";
    let times = (usize::try_from(ics::MAX_BYTES).unwrap() - head.len()) / piece.len();
    [head.as_bytes(), piece.repeat(times).as_bytes()].concat()
}

#[test]
fn no_file_costs_more_than_so_much() {
    let attendees = format!("BEGIN:VEVENT\n{}END:VEVENT\n", "ATTENDEE;CN=a:b\n".repeat(9_000));
    let times = format!("BEGIN:VEVENT\nEXDATE:{}\nEND:VEVENT\n", "20260101,".repeat(10_000));
    let text = format!("BEGIN:VEVENT\nDESCRIPTION:{}\nEND:VEVENT\n", "\\;".repeat(20_000));
    let wide: Vec<u8> = "BEGIN:VEVENT\nSUMMARY:中\n"
        .repeat(200_000)
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for (case, file) in [
        ("events", filled("BEGIN:VEVENT\nEND:VEVENT\n")),
        ("attendees", filled(&attendees)),
        ("times", filled(&times)),
        ("texts", filled(&text)),
        ("one line", filled("x")),
        ("UTF-16", wide),
    ] {
        let before = LIVE.load(Relaxed);
        PEAK.store(before, Relaxed);
        let begun = std::time::Instant::now();
        let read = ics::read(&file);
        let cost = PEAK.load(Relaxed) - before;
        println!(
            "{case}: {:?} {} KiB for {} KiB, {}",
            begun.elapsed(),
            cost >> 10,
            file.len() >> 10,
            read.is_ok()
        );
        assert!(cost < MOST, "{case}: {cost}");
    }
    // What is too large is not looked at.
    let feed = vec![b'x'; 100 << 20];
    let before = LIVE.load(Relaxed);
    PEAK.store(before, Relaxed);
    assert_eq!(ics::read(&feed).unwrap_err().code(), "CALENDAR-READ-02");
    assert!(PEAK.load(Relaxed) - before < 10_000);
}
