//! Decision tables: `tests/cases/<noun>/*.case`, played on every store.
//!
//! A dispatcher can read and write them. `#` is a comment; `## ` begins a case, which starts with
//! the lines before the first one (the file's setting) on a new store. A line is
//!
//! ```text
//! manager activity.assign job {"technicians": ["@novak"]}   => assigned
//! novak/technician activity.complete job                    !! ACTIVITY-STATUS-01
//! ```
//!
//! who asks (a name, a role, or name/role), the command, whose (`-` leaves the target to Callout),
//! the body; then the events that follow, also those of reactions (`created*3` is three of them),
//! or the code of the refusal, with what its details must hold where that is said.
//! `@name` stands for the id of a name; `blob TEXT` keeps a text as a blob, `#TEXT` in quotes is
//! its hash; `picture NAME` keeps a small picture and names its hash, `photo NAME` the beginning of
//! a JPEG.
//! `receive WHO NAME JSON => EVENTS` lets a message with these fields come: `mail:NAME` is the
//! mail, `#NAME` the hash of its bytes.
//! `v3` before the body gives a version;
//! without it the newest is given. `at TIME` sets the clock. `keep NAME POINTER WHO QUERY` names
//! an id or a hash that an answer holds. `see WHO QUERY JSON => PART` asks a question whose answer
//! must hold the part, `!= PART` one that must not; `more => PART` asks the same question for its
//! next page.
//!
//! `render WHO DOCUMENT VERSION FORMAT => NAME recorded PAINTING` asks for a document's file:
//! `recorded` where it is kept for ever, `shown` where it is only to be looked at; paintings are
//! counted. `deliver WHO MOOD => OUTCOMES` hands all queued messages to a mailer in a mood:
//! `sent`, `failed` for now, `refused` for ever, `unknown`, or `crash`, after
//! which the process would have to be started anew. `renew WHO => N` writes anew what waits for it,
//! so many records.
//!
//! Together the cases take every step of every lifecycle, and each step leads where its table
//! says.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a test says what it finds")]

mod support;

mod cases {
    pub mod letter;
    pub mod outside;
    pub mod steps;
    pub mod table;
    pub mod words;
}

use cases::steps::Steps;
use cases::table::Table;
use support::{stores, tables};

#[test]
fn every_case_on_every_store() {
    let (mut played, mut failures, mut steps) = (0, Vec::new(), Steps::default());
    // While one table is written, the others may wait: `CALLOUT_CASES=mail/` plays those of mails.
    let only = std::env::var("CALLOUT_CASES").unwrap_or_default();
    let files = tables::files().into_iter();
    for file in files.filter(|file| file.to_string_lossy().contains(&only)) {
        let text = std::fs::read_to_string(&file).expect("a case file");
        for (title, lines) in cases(&text) {
            for (store_name, store, _folder) in stores() {
                let mut table = Table::new(store, &mut steps);
                if let Err(what) = table.play(&lines) {
                    failures.push(format!("{} [{store_name}] {title}: {what}", file.display()));
                }
                played += 1;
            }
        }
    }
    println!("{played} cases played");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    if only.is_empty() {
        steps.assert_complete();
    }
}

type Case = (String, Vec<(usize, String)>);

/// Cases with their lines, each led by the file's setting. A line that begins with blanks goes on
/// with the one before.
fn cases(text: &str) -> Vec<Case> {
    let (mut setting, mut found) = (Vec::new(), Vec::<Case>::new());
    for (n, line) in text.lines().enumerate() {
        let line_number = n + 1;
        if let Some(title) = line.strip_prefix("## ") {
            found.push((title.to_owned(), setting.clone()));
        } else if line.trim().is_empty() || line.starts_with('#') {
        } else {
            let lines = found.last_mut().map_or(&mut setting, |(_, lines)| lines);
            match lines.last_mut() {
                Some((_, before)) if line.starts_with(' ') => {
                    before.push(' ');
                    before.push_str(line.trim());
                }
                _ => lines.push((line_number, line.trim().to_owned())),
            }
        }
    }
    found
}
