//! One table of decisions being played.

use super::letter::Letter;
use super::outside::{Mood, renderers};
use super::steps::{self, Steps};
use super::words::{actor, added, compared, holds, on_from, parsed, parted, replaced};
use crate::support::{TestClock, engine_on, id_of};
use callout::access::Actor;
use callout::adapters::mail::eml;
use callout::engine::{Asked, Engine, Request, read, read_asked};
use callout::error::Error;
use callout::journal::Hash;
use callout::mail;
use callout::port::renderer::Format;
use callout::port::store::Store;
use callout::rendering::Page;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use uuid::Uuid;

/// A signature that can be printed: a PNG of one black pixel.
const PICTURE: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\x0aIDATx\xdac`\x00\x00\x00\x02\x00\x01\xe5'\xde\xfc\x00\x00\x00\x00IEND\xaeB`\x82";

/// What comes late, and what is said about it, moves nothing through its lifecycle.
const LATE: &[&str] = &["step_conflicted", "resolved", "conflict_reported", "begun"];

/// A company on a new store, and what the lines so far have named.
pub struct Table<'s> {
    engine: Engine,
    store: Arc<dyn Store>,
    clock: TestClock,
    company: Uuid,
    versions: BTreeMap<(String, Uuid), u64>,
    names: BTreeMap<String, String>,
    /// The hashes of the messages that came, by what the lines call them.
    letters: BTreeMap<String, Hash>,
    /// The last question, and where its next page begins.
    asked: Option<(String, Value, Value)>,
    steps: &'s mut Steps,
}

impl<'s> Table<'s> {
    pub fn new(store: Arc<dyn Store>, steps: &'s mut Steps) -> Table<'s> {
        let clock = TestClock::at("2026-10-14T08:00:00+02:00");
        let engine = engine_on(Arc::clone(&store), &clock);
        for renderer in renderers() {
            engine.register_renderer(Arc::new(renderer));
        }
        Table {
            engine,
            store,
            clock,
            company: id_of("servis"),
            versions: BTreeMap::new(),
            names: BTreeMap::new(),
            letters: BTreeMap::new(),
            asked: None,
            steps,
        }
    }

    pub fn play(&mut self, lines: &[(usize, String)]) -> Result<(), String> {
        for (n, line) in lines {
            self.line(line).map_err(|what| format!("line {n}: {line}\n    {what}"))?;
        }
        let manager = Actor::manager(id_of("manager"));
        let report = self
            .engine
            .session(self.company, manager.clone())
            .verify(None)
            .map_err(|e| e.to_string())?;
        if report.clean { Ok(()) } else { Err(format!("verify: {:?}", report.problems)) }
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "at" => {
                self.clock.set(rest);
                Ok(())
            }
            "blob" => {
                let put = self.put_blob(rest.as_bytes());
                put.map(drop).map_err(|error| error.to_string())
            }
            "picture" => {
                let put = self.put_blob(PICTURE);
                let hash = put.map_err(|error| error.to_string())?;
                self.names.insert(rest.to_owned(), hash.to_string());
                Ok(())
            }
            "photo" => {
                let put = self.put_blob(b"\xff\xd8\xff\xe0");
                let hash = put.map_err(|error| error.to_string())?;
                self.names.insert(rest.to_owned(), hash.to_string());
                Ok(())
            }
            "keep" => self.keep(rest),
            "see" => {
                let (asked, sign, part) = parted(rest, &["=>", "!=", "!!"])?;
                let (who, query) = asked.split_once(' ').ok_or("who and a question")?;
                let query = parsed(&self.named(query))?;
                self.see(who, query, sign, part)
            }
            "more" => {
                let (_, sign, part) = parted(line, &["=>", "!="])?;
                let (who, query, next) = self.asked.take().ok_or("nothing was asked before")?;
                self.see(&who, on_from(query, next)?, sign, part)
            }
            "render" => compared(rest, |asked| self.render(asked)),
            "receive" => compared(rest, |asked| self.receive(asked)),
            "deliver" => compared(rest, |asked| self.deliver(asked)),
            "renew" => compared(rest, |who| {
                let renewed = self.engine.renew(self.company, &actor(who), 1_000);
                Ok(renewed.map(|renewed| renewed.renewed.to_string()))
            }),
            _ => compared(line, |asked| self.command(asked)),
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
        let body = parsed(&self.named(body))?;
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
        let from = target.map(|target| self.standing(noun, target)).unwrap_or_default();
        let mut unsaid = None;
        let executed = read_asked::<Request>(request.to_string().as_bytes());
        faults_are_told(&request, executed.as_ref().err())?;
        let executed = executed.and_then(|typed| {
            unsaid = added("", &request, &serde_json::to_value(&typed).unwrap_or_default());
            self.engine.execute(&typed)
        });
        if let Some(member) = unsaid {
            return Err(format!("{member} was not said, and is in the fingerprint"));
        }
        let receipt = match executed {
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
        if happened.is_empty() {
            return Ok(Ok("nothing".to_owned()));
        }
        let moved = happened.iter().any(|event| !LATE.contains(&event.as_str()));
        if moved {
            let named = body["line"].as_str().unwrap_or_default();
            for (part, to) in self.standing(noun, receipt.target) {
                let Some(from) = from.get(&part) else { continue };
                if part == named || *from != to {
                    self.steps.take(noun, from.clone(), verb, to);
                }
            }
        }
        Ok(Ok(happened.join(" ")))
    }

    /// A message with these fields comes, as the bytes that a mail server hands over.
    fn receive(&mut self, asked: &str) -> Result<Result<String, Error>, String> {
        let words: Vec<&str> = asked.splitn(3, ' ').collect();
        let &[who, name, fields] = words.as_slice() else {
            return Err("who, a name and what the message says".to_owned());
        };
        let letter: Letter = serde_json::from_str(fields).map_err(|error| error.to_string())?;
        let bytes = letter.bytes();
        let read = eml::read(&bytes).map_err(|error| error.to_string())?;
        self.letters.insert(name.to_owned(), Hash::of(&bytes));
        let received = self.engine.receive(self.company, &actor(who), &bytes, read);
        Ok(received.map(|received| {
            let receipt = received.receipt;
            assert_eq!(receipt.target, self.target(&format!("mail:{name}")));
            let events: Vec<String> = receipt.events.into_iter().map(|it| it.event).collect();
            if events.is_empty() { "nothing".to_owned() } else { events.join(" ") }
        }))
    }

    /// The hash of a text, or of the message of this name.
    fn hash(&self, name: &str) -> Hash {
        self.letters.get(name).copied().unwrap_or_else(|| Hash::of(name.as_bytes()))
    }

    fn put_blob(&self, bytes: &[u8]) -> Result<Hash, Error> {
        self.engine.put_blob(self.company, &actor("manager"), bytes)
    }

    /// Where a record with a lifecycle stands, or each of its lines.
    fn standing(&self, noun: &str, id: Uuid) -> BTreeMap<String, String> {
        if !steps::has_table(noun) {
            return BTreeMap::new();
        }
        let view = self.ask("manager", &json!({noun: {"get": {"id": id}}}));
        view.map(|view| steps::standing(noun, &view["state"])).unwrap_or_default()
    }

    fn ask(&self, who: &str, query: &Value) -> Result<Value, Error> {
        let question = json!({"company": self.company, "actor": actor(who), "query": query});
        let answer = self.engine.query_json(question.to_string().as_bytes(), &mut |_| true)?;
        read(&answer)
    }

    /// Names what an answer holds: the id of a new site, the hash of a sheet.
    fn keep(&mut self, wanted: &str) -> Result<(), String> {
        let words: Vec<&str> = wanted.splitn(4, ' ').collect();
        let &[name, pointer, who, query] = words.as_slice() else {
            return Err("a name, a pointer, who and a question".to_owned());
        };
        let query = parsed(&self.named(query))?;
        let answer = self.ask(who, &query).map_err(|error| error.to_string())?;
        let found = answer.pointer(pointer).and_then(Value::as_str);
        self.names.insert(name.to_owned(), found.ok_or_else(|| answer.to_string())?.to_owned());
        Ok(())
    }

    /// The id of a name, or of the mail of a message.
    fn target(&self, name: &str) -> Uuid {
        match name.strip_prefix("mail:") {
            Some(text) => {
                let secret = self.store.read().and_then(|mut tx| tx.secret(self.company));
                mail::id(&secret.unwrap_or_default(), &self.hash(text))
            }
            None => {
                let kept = self.names.get(name).and_then(|kept| kept.parse().ok());
                kept.unwrap_or_else(|| id_of(name))
            }
        }
    }

    /// Puts ids in for `"@name"` and hashes for `"#text"`.
    fn named(&self, json: &str) -> String {
        let ids = replaced(json, "\"@", |name| {
            self.names.get(name).cloned().unwrap_or_else(|| self.target(name).to_string())
        });
        replaced(&ids, "\"#", |text| self.hash(text).to_string())
    }

    fn see(&mut self, who: &str, query: Value, sign: &str, part: &str) -> Result<(), String> {
        match (sign, self.ask(who, &query)) {
            ("!!", Err(error)) if error.code() == part => Ok(()),
            ("!!", Ok(answer)) => Err(answer.to_string()),
            (_, Err(error)) => Err(format!("refused: {error:?}")),
            (sign, Ok(answer)) => {
                let part = parsed(&self.named(part))?;
                self.asked = Some((who.to_owned(), query, answer["next"].clone()));
                if holds(&answer, &part) == (sign == "=>") {
                    Ok(())
                } else {
                    Err(answer.to_string())
                }
            }
        }
    }

    fn render(&self, asked: &str) -> Result<Result<String, Error>, String> {
        let words: Vec<&str> = asked.split_whitespace().collect();
        let &[who, document, version, format] = words.as_slice() else {
            return Err("who, a document, its version and a format".to_owned());
        };
        let version = version.parse().map_err(|_| "a version")?;
        let format: Format = serde_json::from_value(json!(format)).map_err(|e| e.to_string())?;
        let page = Page { document: self.target(document), version, format };
        let rendered = self.engine.render(self.company, &actor(who), &page);
        Ok(rendered.and_then(|file| {
            let bytes = self.engine.session(self.company, actor(who)).blob(&file.blob)?;
            let kept = if file.recorded { "recorded" } else { "shown" };
            Ok(format!("{} {kept} {}", file.name, String::from_utf8_lossy(&bytes)))
        }))
    }

    /// Looks again at what has changed without a command.
    fn refresh(&mut self, noun: &str) {
        let known: Vec<_> = self.versions.keys().filter(|(of, _)| of == noun).cloned().collect();
        for (noun, id) in known {
            let view = self.ask("manager", &json!({&noun: {"get": {"id": id}}}));
            let version = view.ok().and_then(|view| view["version"].as_u64());
            self.versions.extend(version.map(|version| ((noun, id), version)));
        }
    }

    /// Where each message stands that a line has named or made, in which version.
    fn messages(&self) -> BTreeMap<Uuid, (String, u64)> {
        let known = self.versions.iter().filter(|((noun, _), _)| noun == "message");
        let each = known.filter_map(|((_, id), version)| {
            Some((*id, (self.standing("message", *id).remove("")?, *version)))
        });
        each.collect()
    }

    fn deliver(&mut self, asked: &str) -> Result<Result<String, Error>, String> {
        let (who, mood) = asked.split_once(' ').ok_or("who, and a mood")?;
        let mood = Mood::of(mood).ok_or("sent, failed, refused, unknown or crash")?;
        let before = self.messages();
        let deliver = || self.engine.deliver(self.company, &actor(who), &mood, 100);
        let delivered = match catch_unwind(AssertUnwindSafe(deliver)) {
            Ok(Ok(delivered)) => Ok(delivered),
            Ok(Err(error)) => return Ok(Err(error)),
            Err(_) => Err("crashed"),
        };
        self.refresh("message");
        for (id, (to, version)) in self.messages() {
            let Some((from, before)) = before.get(&id) else { continue };
            if *before != version {
                self.steps.take("message", from.clone(), "deliver", to);
            }
        }
        let delivered = match delivered {
            Ok(delivered) => delivered,
            Err(crashed) => return Ok(Ok(crashed.to_owned())),
        };
        let outcomes = delivered.iter().map(|delivered| {
            let outcome = serde_json::to_value(&delivered.delivery).unwrap_or_default();
            outcome["outcome"].as_str().unwrap_or_default().to_owned()
        });
        let outcomes: Vec<String> = outcomes.collect();
        Ok(Ok(if outcomes.is_empty() { "nothing".to_owned() } else { outcomes.join(" ") }))
    }
}

/// What is read has no faults, and what is not has among them the one that it is refused for.
fn faults_are_told(request: &Value, refused: Option<&Error>) -> Result<(), String> {
    let faults = Request::faults(request);
    let told = |error: &Error| {
        let same = |fault: &&Error| {
            fault.code() == error.code() && fault.details()["path"] == error.details()["path"]
        };
        faults.iter().any(|fault| same(&fault))
    };
    match refused {
        None if faults.is_empty() => Ok(()),
        Some(error) if told(error) => Ok(()),
        _ => Err(format!("refused for {refused:?}, with the faults {faults:?}")),
    }
}
