//! The example in Rust on enquiries of all kinds: each is told to the end, with a clean journal
//! and all papers, or refused with a code where it is no mail at all.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test says what is wrong by failing"
)]

#[path = "support/skip.rs"]
mod skip;

use callout::access::Actor;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use uuid::Uuid;

/// The built example, in the profile of this test.
fn example() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a target folder");
        let this = std::env::current_exe().expect("this test");
        let folder = this.ancestors().nth(2).expect("the folder of a profile");
        let profile = match folder.file_name().and_then(OsStr::to_str) {
            Some("debug") | None => "dev",
            Some(profile) => profile,
        };
        let mut cargo = Command::new(env!("CARGO"));
        // With the features of the whole workspace, as this test itself was built.
        cargo.args(["build", "--quiet", "--workspace", "--example", "service_call"]);
        cargo.args(["--profile", profile]);
        cargo.arg("--target-dir").arg(target).current_dir(env!("CARGO_MANIFEST_DIR"));
        assert!(cargo.status().expect("cargo").success());
        folder.join("examples/service_call").with_extension(std::env::consts::EXE_EXTENSION)
    })
}

fn told(mail: &Path, out: &Path) -> Output {
    let mut story = Command::new(example());
    story.arg(mail).arg("--out").arg(out).output().expect("a story")
}

/// Tells the story of a mail and looks at what it left; what it said.
fn whole(mail: &Path) -> Result<String, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let output = told(mail, folder.path());
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        let last = said.lines().last().unwrap_or_default();
        return Err(format!("{}: {} after {last}", mail.display(), why.trim()));
    }
    let engine = callout::open(folder.path().join("service.db")).expect("a store");
    // As the example calls its company and its manager.
    let id = |n: u128| Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 + n);
    let report = engine.session(id(1), Actor::manager(id(2))).verify(None).expect("a report");
    if report.events < 50 || !report.clean {
        return Err(format!("{}: {report:?}", mail.display()));
    }
    let files = std::fs::read_dir(folder.path()).expect("files").flatten();
    let endings: Vec<String> =
        files.filter_map(|file| Some(file.path().extension()?.to_str()?.to_owned())).collect();
    for (ending, count) in [("pdf", 2), ("docx", 2), ("ics", 1)] {
        if endings.iter().filter(|found| *found == ending).count() != count {
            return Err(format!("{}: not {count} of {ending}: {endings:?}", mail.display()));
        }
    }
    Ok(said)
}

fn mails(what: &str) -> Vec<PathBuf> {
    let shared = std::env::var_os("CALLOUT_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let folder = shared.join("samples").join(what);
    let Ok(files) = std::fs::read_dir(&folder) else {
        skip::skipped(&format!("samples of {what}"), "they are not there");
        return Vec::new();
    };
    let mut mails: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
    mails.retain(|path| path.extension().is_some_and(|ending| ending == "eml"));
    mails.sort();
    assert!(!mails.is_empty(), "{} holds mails", folder.display());
    mails
}

/// Two at a time.
fn all_whole(mails: &[PathBuf]) {
    example();
    let (even, odd): (Vec<_>, Vec<_>) = mails.iter().enumerate().partition(|(n, _)| n % 2 == 0);
    let tell = |half: Vec<(usize, &PathBuf)>| -> Vec<String> {
        half.into_iter().filter_map(|(_, mail)| whole(mail).err()).collect()
    };
    let failed = std::thread::scope(|scope| {
        let odd = scope.spawn(|| tell(odd));
        let mut failed = tell(even);
        failed.extend(odd.join().expect("a thread"));
        failed
    });
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn every_sample_enquiry_becomes_a_paid_for_job() {
    all_whole(&mails("enquiries"));
}

#[test]
fn any_mail_of_any_program_becomes_one_too() {
    all_whole(&mails("email"));
}

fn kept(folder: &Path, name: &str, text: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a mail");
    path
}

#[test]
fn a_mail_that_lacks_something_is_told_with_what_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let dated = "Date: Mon, 12 Oct 2026 08:00:00 +0200\r\n";
    let from = "From: Jana <jana@kovo-hruska.example>\r\n";
    let said_of = |name: &str, text: &str| {
        whole(&kept(folder.path(), name, text.as_bytes())).unwrap_or_else(|why| panic!("{why}"))
    };
    let nobody = said_of("nobody", &format!("{dated}Subject: Kotel\r\n\r\nNetopí.\r\n"));
    for line in ["nobody to answer to", "sent to nobody: no. INVOICE-SEND-01", "handed over"] {
        assert!(nobody.contains(line), "{line}: {nobody}");
    }
    // An address that nothing can be sent to is as good as none.
    let list = format!("From: undisclosed\r\n{dated}Subject: Kotel\r\n\r\nNetopí.\r\n");
    assert!(said_of("list", &list).contains("nobody to answer to"));
    let silent = said_of("silent", &format!("{from}{dated}Subject:  \r\n\r\n\r\n"));
    assert!(silent.contains("Poptávka bez předmětu"), "{silent}");
    // A clock that is years off, behind and ahead, and one that says nothing.
    for date in ["Mon, 1 Jan 1990 08:00:00 +0000", "Fri, 1 Jan 2100 08:00:00 +0000", "včera"] {
        let old = format!("{from}Date: {date}\r\nSubject: Kotel\r\n\r\nNetopí.\r\n");
        let said = said_of("old", &old);
        assert_eq!(said.contains("taken in on 2026-10-12"), date != "včera", "{said}");
    }
    // A mistyped number is no number; one that the recorded register never heard of is asked for.
    for (number, asked) in [("59610001", false), ("25596641", true)] {
        let text = format!("{from}{dated}Subject: Kotel\r\n\r\nNetopí.\r\nIČO: {number}\r\n");
        let said = said_of("number", &text);
        assert_eq!(said.contains("cannot help: REGISTRY-RECORD-01"), asked, "{said}");
        assert!(said.contains("the customer is who the mail says"), "{said}");
    }
}

#[test]
fn what_is_no_mail_is_refused_with_a_code() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes, code) in [
        ("empty", &b""[..], "MAIL-READ-01"),
        ("picture", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", "MAIL-READ-03"),
        ("page", b"<html><body>Kotel</body></html>", "MAIL-READ-03"),
    ] {
        let output = told(&kept(folder.path(), name, bytes), &folder.path().join("out"));
        let why = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && why.contains(code), "{name}: {why}");
    }
}
