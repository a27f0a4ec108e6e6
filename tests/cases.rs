//! Decision tables: `tests/cases/<noun>/*.case`, played on every store.
//!
//! A dispatcher can read and write them. `#` is a comment; `## ` begins a case, which starts with
//! the lines before the first one (the file's setting) on a new store. A line is
//!
//! ```text
//! manager activity.assign job {"technicians": ["@novak"]}   => assigned
//! novak/technician activity.complete job                    !! ACTIVITY-STATE-01
//! ```
//!
//! who asks (a name, a role, or name/role), the command, whose (`-` leaves the target to Callout),
//! the body; then the events that follow, also those of reactions, or the code of the refusal.
//! `@name` stands for the id of a name; `blob TEXT` keeps a text as a blob, `#TEXT` in quotes is
//! its hash, and `mail:TEXT` is the mail of these bytes. `v3` before the body gives a version;
//! without it the newest is given. `at TIME` sets the clock. `keep NAME POINTER WHO QUERY` names
//! an id that an answer holds. `see WHO QUERY JSON => PART` asks a question whose answer must hold
//! the part, `!= PART` one that must not.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a test says what it finds")]

mod support;

use callout::access::Actor;
use callout::engine::{Engine, read};
use callout::error::Error;
use callout::journal::Hash;
use callout::mail;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use support::{TestClock, engine_on, id_of, stores};
use uuid::Uuid;

#[test]
fn every_case_on_every_store() {
    let mut files = Vec::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), &mut files);
    files.sort();
    assert!(!files.is_empty());
    let (mut played, mut failures) = (0, Vec::new());
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a case file");
        for (title, lines) in cases(&text) {
            for (store_name, store, _folder) in stores() {
                let mut table = Table::new(|clock| engine_on(store, clock));
                if let Err(what) = table.play(&lines) {
                    failures.push(format!("{} [{store_name}] {title}: {what}", file.display()));
                }
                played += 1;
            }
        }
    }
    println!("{played} cases played");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "case") {
            files.push(path);
        }
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

struct Table {
    engine: Engine,
    clock: TestClock,
    company: Uuid,
    versions: BTreeMap<(String, Uuid), u64>,
    names: BTreeMap<String, Uuid>,
}

impl Table {
    fn new(engine: impl FnOnce(&TestClock) -> Engine) -> Table {
        let clock = TestClock::at("2026-10-14T08:00:00+02:00");
        let engine = engine(&clock);
        Table {
            engine,
            clock,
            company: id_of("servis"),
            versions: BTreeMap::new(),
            names: BTreeMap::new(),
        }
    }

    fn play(&mut self, lines: &[(usize, String)]) -> Result<(), String> {
        for (n, line) in lines {
            self.line(line).map_err(|what| format!("line {n}: {line}\n    {what}"))?;
        }
        let manager = Actor::manager(id_of("manager"));
        let report = self.engine.verify(self.company, &manager, None).map_err(|e| e.to_string())?;
        if report.is_clean() { Ok(()) } else { Err(format!("verify: {:?}", report.problems)) }
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        if let Some(time) = line.strip_prefix("at ") {
            self.clock.set(time);
            return Ok(());
        }
        if let Some(text) = line.strip_prefix("blob ") {
            let who = Actor::manager(id_of("manager"));
            let put = self.engine.put_blob(self.company, &who, text.as_bytes());
            return put.map(drop).map_err(|error| error.to_string());
        }
        if let Some(wanted) = line.strip_prefix("keep ") {
            return self.keep(wanted);
        }
        if let Some(question) = line.strip_prefix("see ") {
            return self.see(question);
        }
        let (asked, wanted) = ["=>", "!!"]
            .iter()
            .find_map(|sign| line.rsplit_once(sign).map(|(a, b)| (a, (*sign, b.trim()))))
            .ok_or("no => and no !!")?;
        match (self.command(asked)?, wanted) {
            (Ok(happened), ("=>", events)) if happened == events => Ok(()),
            (Err(error), ("!!", code)) if error.code() == code => Ok(()),
            (Ok(happened), _) => Err(format!("happened: {happened}")),
            (Err(error), _) => Err(format!("refused: {error:?}")),
        }
    }

    fn command(&mut self, asked: &str) -> Result<Result<String, Error>, String> {
        let (words, body) = match asked.find('{') {
            Some(open) => (&asked[..open], asked[open..].trim()),
            None => (asked, "{}"),
        };
        let words: Vec<&str> = words.split_whitespace().collect();
        let (&[who, command, target], rest) =
            words.split_first_chunk::<3>().ok_or("three words first")?;
        let (noun, verb) = command.split_once('.').ok_or("noun.verb")?;
        let target = (target != "-").then(|| self.target(target));
        let body: Value = serde_json::from_str(&self.named(body)).map_err(|e| e.to_string())?;
        let noun_of_target = body.get("noun").and_then(Value::as_str).unwrap_or(noun).to_owned();
        let known =
            target.and_then(|target| self.versions.get(&(noun_of_target.clone(), target)).copied());
        let expected = match rest.first().and_then(|word| word.strip_prefix('v')) {
            Some("-") => None,
            Some(version) => Some(version.parse().map_err(|_| "v and a number")?),
            None => known,
        };
        let request = json!({
            "id": Uuid::now_v7(), "company": self.company, "actor": actor(who),
            "target": target, "expected": expected, "command": {noun: {verb: body}},
        });
        let request = match read(request.to_string().as_bytes()) {
            Ok(request) => request,
            Err(error) => return Ok(Err(error)),
        };
        let receipt = match self.engine.execute(&request) {
            Ok(receipt) => receipt,
            Err(error) => return Ok(Err(error)),
        };
        for event in &receipt.events {
            self.versions.insert((event.noun.clone(), event.id), event.version);
        }
        let own = |event: &callout::engine::Recorded| {
            event.id == receipt.target && event.noun == noun_of_target
        };
        let happened = receipt.events.iter().map(|event| {
            if own(event) { event.event.clone() } else { format!("{}.{}", event.noun, event.event) }
        });
        let happened: Vec<String> = happened.filter(|event| event != "series.taken").collect();
        Ok(Ok(if happened.is_empty() { "nothing".to_owned() } else { happened.join(" ") }))
    }

    /// Names an id that an answer holds, such as that of a new site.
    fn keep(&mut self, wanted: &str) -> Result<(), String> {
        let words: Vec<&str> = wanted.splitn(4, ' ').collect();
        let &[name, pointer, who, query] = words.as_slice() else {
            return Err("a name, a pointer, who and a question".to_owned());
        };
        let query: Value = serde_json::from_str(&self.named(query)).map_err(|e| e.to_string())?;
        let question = json!({"company": self.company, "actor": actor(who), "query": query});
        let answer = self.engine.query_json(question.to_string().as_bytes());
        let answer = answer.map_err(|error| error.to_string())?;
        let answer: Value = serde_json::from_slice(&answer).map_err(|e| e.to_string())?;
        let id = answer.pointer(pointer).and_then(Value::as_str).and_then(|id| id.parse().ok());
        self.names.insert(name.to_owned(), id.ok_or_else(|| answer.to_string())?);
        Ok(())
    }

    /// The id of a name, or of the mail of some bytes.
    fn target(&self, name: &str) -> Uuid {
        match name.strip_prefix("mail:") {
            Some(text) => mail::id(self.company, &Hash::of(text.as_bytes())),
            None => self.names.get(name).copied().unwrap_or_else(|| id_of(name)),
        }
    }

    /// Puts ids in for `"@name"` and hashes for `"#text"`.
    fn named(&self, json: &str) -> String {
        let ids = replaced(json, "\"@", |name| self.target(name).to_string());
        replaced(&ids, "\"#", |text| Hash::of(text.as_bytes()).to_string())
    }

    fn see(&mut self, question: &str) -> Result<(), String> {
        let signs = ["=>", "!=", "!!"];
        let (asked, sign, part) = signs
            .iter()
            .find_map(|sign| question.rsplit_once(sign).map(|(a, b)| (a, *sign, b.trim())))
            .ok_or("no =>, != or !!")?;
        let (who, query) = asked.trim().split_once(' ').ok_or("who and a question")?;
        let query: Value = serde_json::from_str(&self.named(query)).map_err(|e| e.to_string())?;
        let question = json!({"company": self.company, "actor": actor(who), "query": query});
        let answer = self.engine.query_json(question.to_string().as_bytes());
        match (sign, answer) {
            ("!!", Err(error)) if error.code() == part => Ok(()),
            ("!!", Ok(answer)) => Err(String::from_utf8_lossy(&answer).into_owned()),
            (_, Err(error)) => Err(format!("refused: {error:?}")),
            (sign, Ok(answer)) => {
                let answer: Value = serde_json::from_slice(&answer).map_err(|e| e.to_string())?;
                let part: Value =
                    serde_json::from_str(&self.named(part)).map_err(|e| e.to_string())?;
                if holds(&answer, &part) == (sign == "=>") {
                    Ok(())
                } else {
                    Err(answer.to_string())
                }
            }
        }
    }
}

fn actor(who: &str) -> Actor {
    let (name, role) = who.split_once('/').unwrap_or((who, who));
    Actor { id: id_of(name), role: role.to_owned() }
}

fn replaced(json: &str, sign: &str, with: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = json;
    while let Some(at) = rest.find(sign) {
        out.push_str(&rest[..=at]);
        let name = &rest[at + 2..];
        let end = name.find('"').unwrap_or(name.len());
        out.push_str(&with(&name[..end]));
        rest = &name[end..];
    }
    out.push_str(rest);
    out
}

/// Whether a value holds a part: objects by their named fields, lists by the same length.
fn holds(value: &Value, part: &Value) -> bool {
    match (value, part) {
        (Value::Object(value), Value::Object(part)) => {
            part.iter().all(|(name, part)| holds(value.get(name).unwrap_or(&Value::Null), part))
        }
        (Value::Array(value), Value::Array(part)) => {
            value.len() == part.len() && value.iter().zip(part).all(|(v, p)| holds(v, p))
        }
        _ => value == part,
    }
}
