//! A server of calendars in memory, on which things go wrong as they are told to.

use callout::calendar::ServerFault;
use callout::error::Error;
use callout::port::calendar::{CalendarServer, Changes, Put, Removed, ServerCalendar, ServerEntry};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Mutex, MutexGuard};

/// What goes wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It does not get there.
    NotReached,
    /// It is done, and the answer is lost.
    AnswerLost,
    /// Somebody else was faster, it says, though nobody was.
    Changed,
    /// Come again later.
    Later,
    /// No space left.
    Full,
    /// It is done, and the process that asked dies.
    Killed,
}

#[derive(Default)]
struct Kept {
    files: BTreeMap<String, (u64, Vec<u8>)>,
    /// Names in the order in which they were changed.
    log: Vec<String>,
    /// What goes wrong with the next requests.
    plan: VecDeque<Option<Wrong>>,
    /// Tokens of before this are too old.
    oldest: usize,
    /// It always says that there is more.
    endless: bool,
    /// It gives no tags.
    tagless: bool,
    writes: u64,
}

/// A calendar.
#[derive(Default)]
pub struct Shelf(Mutex<Kept>);

impl Kept {
    fn wrong(&mut self) -> Option<Wrong> {
        self.plan.pop_front().flatten()
    }

    fn write(&mut self, name: &str, file: Option<&[u8]>) -> String {
        self.writes += 1;
        self.log.push(name.to_owned());
        match file {
            Some(file) => self.files.insert(name.to_owned(), (self.writes, file.to_vec())),
            None => self.files.remove(name),
        };
        self.writes.to_string()
    }

    fn tag(&self, name: &str) -> Option<String> {
        self.files.get(name).map(|(tag, _)| tag.to_string())
    }

    fn entry(&self, name: &str) -> Option<ServerEntry> {
        let (tag, file) = self.files.get(name)?;
        let tag = (!self.tagless).then(|| tag.to_string());
        let (name, file) = (name.to_owned(), file.clone());
        Some(ServerEntry { name, tag, file })
    }
}

fn said(fault: ServerFault) -> Error {
    fault.into()
}

fn server() -> String {
    "the shelf".to_owned()
}

/// What a fault comes to before anything is done; what is done all the same is `None`.
fn before(wrong: Option<Wrong>, name: &str) -> Result<(), Error> {
    match wrong {
        Some(Wrong::NotReached) => {
            Err(said(ServerFault::NotReached { server: server(), reason: "no way".to_owned() }))
        }
        Some(Wrong::Later) => {
            Err(said(ServerFault::TryLater { server: server(), status: 503, seconds: 1 }))
        }
        Some(Wrong::Full) => {
            Err(said(ServerFault::Full { server: server(), name: name.to_owned() }))
        }
        _ => Ok(()),
    }
}

/// What a fault comes to after it was done.
#[allow(clippy::panic, reason = "a process that dies")]
fn after<T>(wrong: Option<Wrong>, name: &str, done: T) -> Result<T, Error> {
    match wrong {
        Some(Wrong::AnswerLost) => Err(said(ServerFault::Unknown {
            server: server(),
            name: name.to_owned(),
            reason: "no answer".to_owned(),
        })),
        Some(Wrong::Killed) => panic!("killed"),
        _ => Ok(done),
    }
}

impl Shelf {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// What goes wrong with the next requests, one after the other.
    pub fn plan(&self, plan: impl IntoIterator<Item = Option<Wrong>>) {
        self.kept().plan = plan.into_iter().collect();
    }

    /// What anybody reads there.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let kept = self.kept();
        kept.files.iter().map(|(name, (_, file))| (name.clone(), file.clone())).collect()
    }

    /// Somebody writes an entry by hand, or takes it away.
    pub fn by_hand(&self, name: &str, file: Option<&[u8]>) {
        self.kept().write(name, file);
    }

    /// The server does not know any more what was changed before.
    pub fn forgets(&self) {
        let mut kept = self.kept();
        kept.oldest = kept.log.len();
    }

    /// From now on it always says that there is more, or no more.
    pub fn never_ends(&self, endless: bool) {
        self.kept().endless = endless;
    }

    /// From now on it gives no tags, or does again.
    pub fn tagless(&self, tagless: bool) {
        self.kept().tagless = tagless;
    }

    /// How often something was written or taken away.
    pub fn writes(&self) -> u64 {
        self.kept().writes
    }
}

impl CalendarServer for Shelf {
    fn id(&self) -> &str {
        "shelf"
    }

    fn calendars(&self) -> Result<Vec<ServerCalendar>, Error> {
        Ok(Vec::new())
    }

    fn put(&self, _: &str, name: &str, file: &[u8], known: Option<&str>) -> Result<Put, Error> {
        let (wrong, done) = {
            let mut kept = self.kept();
            let wrong = kept.wrong();
            before(wrong, name)?;
            if wrong == Some(Wrong::Changed) || kept.tag(name).as_deref() != known {
                return Ok(Put::Changed);
            }
            let tag = kept.write(name, Some(file));
            // One in three does not say what it made of it.
            let says = !kept.tagless && !kept.writes.is_multiple_of(3);
            let tag = says.then_some(tag);
            (wrong, Put::Written { tag })
        };
        after(wrong, name, done)
    }

    fn remove(&self, _: &str, name: &str, known: Option<&str>) -> Result<Removed, Error> {
        let wrong = {
            let mut kept = self.kept();
            let wrong = kept.wrong();
            before(wrong, name)?;
            let Some(tag) = kept.tag(name) else { return Ok(Removed::WasGone) };
            if wrong == Some(Wrong::Changed) || known.is_some_and(|known| known != tag) {
                return Ok(Removed::Changed);
            }
            kept.write(name, None);
            wrong
        };
        after(wrong, name, Removed::Gone)
    }

    fn read(&self, _: &str, name: &str) -> Result<Option<ServerEntry>, Error> {
        let mut kept = self.kept();
        let wrong = kept.wrong();
        before(wrong, name)?;
        Ok(kept.entry(name))
    }

    fn changes(&self, _: &str, since: Option<&str>) -> Result<Changes, Error> {
        let mut kept = self.kept();
        let wrong = kept.wrong();
        before(wrong, "")?;
        let oldest = kept.oldest;
        let since = since.and_then(|token| token.parse::<usize>().ok()).filter(|it| *it >= oldest);
        let mut changes = Changes { whole: since.is_none(), ..Changes::default() };
        let end = match since {
            // A few at a time.
            Some(since) => kept.log.len().min(since + 5),
            None => kept.log.len(),
        };
        changes.token = end.to_string();
        changes.more = end < kept.log.len() || kept.endless;
        let names: BTreeSet<&String> = match since {
            Some(since) => kept.log[since..end].iter().collect(),
            None => kept.files.keys().collect(),
        };
        for name in names {
            match kept.entry(name) {
                Some(entry) => changes.changed.push(entry),
                None => changes.gone.push(name.clone()),
            }
        }
        Ok(changes)
    }
}
