//! The servers: installed into an environment of their own, started on a free port of this machine,
//! with a folder that goes when they do.

use crate::skip::skipped;
use callout_adapters::calendar::caldav::CalDav;
use callout_core::port::calendar::{CalDavSettings, CalendarCredentials};
use callout_core::port::mailer::Credentials;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// What is installed; another list makes the environment anew.
const PACKAGES: [&str; 4] =
    ["radicale==3.9.0", "xandikos==0.4.10", "icalendar==7.3.2", "vobject==0.9.9"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Radicale,
    Xandikos,
}

/// A server that runs, and a calendar on it.
pub struct Server {
    child: Child,
    _folder: tempfile::TempDir,
    pub port: u16,
    pub kind: Kind,
    pub calendar: &'static str,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The programs of the environment; `None` where it cannot be had, which is told. Where everything
/// has to be proven (`CI`) that is a fault.
pub fn programs(test: &str) -> Option<PathBuf> {
    static MADE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    match MADE.get_or_init(furnish) {
        Ok(folder) => Some(folder.clone()),
        Err(why) => {
            assert!(std::env::var_os("CI").is_none_or(|it| it.is_empty()), "{why}");
            skipped(test, why);
            None
        }
    }
}

fn furnish() -> Result<PathBuf, String> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder");
    let venv = target.join("calendars").join("venv");
    let programs = venv.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let stamp = PACKAGES.join("\n");
    if std::fs::read_to_string(venv.join("stamp")).is_ok_and(|kept| kept == stamp) {
        return Ok(programs);
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&venv))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run(Command::new(programs.join("python")).args(pip).args(PACKAGES))?;
    std::fs::write(venv.join("stamp"), stamp).map_err(|why| why.to_string())?;
    Ok(programs)
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|why| format!("{command:?}: {why}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() { Ok(()) } else { Err(format!("{command:?}: {said}")) }
}

impl Server {
    pub fn start(kind: Kind, test: &str) -> Option<Server> {
        let programs = programs(test)?;
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let at = folder.path();
        let (mut command, calendar) = match kind {
            Kind::Radicale => {
                std::fs::write(at.join("users"), "servis:tajne heslo\n").unwrap();
                let mut command = Command::new(programs.join("python"));
                command.args(["-m", "radicale", "--auth-type", "htpasswd"]);
                command.args(["--auth-htpasswd-encryption", "plain", "--auth-delay", "0"]);
                command.arg("--auth-htpasswd-filename").arg(at.join("users"));
                command.arg("--storage-filesystem-folder").arg(at.join("data"));
                command.arg("--server-hosts").arg(format!("127.0.0.1:{port}"));
                command.args(["--storage-use-mtime-and-size-for-item-cache", "True"]);
                // No settings of the machine.
                command.args(["--config", ""]);
                (command, "/servis/visits/")
            }
            Kind::Xandikos => {
                let mut command = Command::new(programs.join("xandikos"));
                command.args(["serve", "--defaults", "--no-detect-systemd"]);
                command.args(["--current-user-principal", "/servis/", "-l", "127.0.0.1"]);
                command.arg("-p").arg(port.to_string()).arg("-d").arg(at.join("data"));
                command.arg("--state-dir").arg(at.join("state"));
                (command, "/servis/calendars/visits/")
            }
        };
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.current_dir(at).spawn().unwrap();
        let server = Server { child, _folder: folder, port, kind, calendar };
        server.wait();
        let made = server.raw("MKCALENDAR", calendar, "", b"");
        assert!(made.starts_with("HTTP/1.1 201") || made.starts_with("HTTP/1.0 201"), "{made}");
        Some(server)
    }

    fn wait(&self) {
        let until = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(Instant::now() < until, "{:?} does not start", self.kind);
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// A client of it, by way of another port or straight.
    pub fn client(&self, port: u16) -> CalDav {
        let known = Credentials { user: "servis".into(), password: "tajne heslo".into() };
        let credentials =
            (self.kind == Kind::Radicale).then_some(CalendarCredentials::Basic(known));
        let url = format!("http://127.0.0.1:{port}");
        CalDav::new(CalDavSettings { url, credentials, timeout_ms: 20_000 }).unwrap()
    }

    /// What it says to a request, whole.
    pub fn raw(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\
             Authorization: Basic c2VydmlzOnRham5lIGhlc2xv\r\nContent-Length: {}\r\n{headers}\r\n",
            self.port,
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut said = Vec::new();
        let _ = stream.read_to_end(&mut said);
        String::from_utf8_lossy(&said).into_owned()
    }
}

/// A file with one event.
pub fn event(uid: &str, summary: &str) -> Vec<u8> {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Callout//tests//EN\r\nBEGIN:VEVENT\r\n\
         UID:{uid}\r\nDTSTAMP:20261020T080000Z\r\nDTSTART:20261024T080000Z\r\n\
         DTEND:20261024T090000Z\r\nSUMMARY:{summary}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    .into_bytes()
}

/// What a file says that its event is called.
pub fn summary(file: &[u8]) -> String {
    callout_adapters::format::ics::read(file).unwrap().events[0].summary.clone()
}
