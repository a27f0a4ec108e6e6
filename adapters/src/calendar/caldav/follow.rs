//! What has changed in a calendar: by the server's own account (RFC 6578), or by comparing tags
//! where it keeps none.

use super::file::{self, folder};
use super::href;
use super::http::{Answer, Asked, Http, Silence};
use super::multistatus::{self, Multistatus, Told};
use super::refused::{About, condition, refused};
use super::token::Token;
use super::xml::{Space, escaped};
use callout_core::calendar::ServerFault;
use callout_core::error::Error;
use callout_core::port::calendar::{Changes, ServerEntry};
use std::collections::{BTreeMap, BTreeSet};

/// How many entries one answer has; the others come with the next.
const PAGE: usize = 500;
/// How many entries are asked for in one request.
const BATCH: usize = 50;

const XMLNS: &str = "xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\" \
                     xmlns:S=\"http://calendarserver.org/ns/\"";

pub(super) fn changes(http: &Http, calendar: &str, since: Option<&str>) -> Result<Changes, Error> {
    let following = Following { http, calendar, folder: folder(http, calendar)? };
    match since.and_then(Token::read) {
        Some(token) if !token.left.is_empty() => following.drain(token),
        Some(Token { sync: Some(sync), .. }) => following.sync(Some(&sync)),
        Some(token) => following.compare(Some(token)),
        None if following.tells_changes()? => following.sync(None),
        None => following.compare(None),
    }
}

struct Following<'a> {
    http: &'a Http,
    calendar: &'a str,
    folder: String,
}

impl Following<'_> {
    fn refused(&self, answer: &Answer) -> Error {
        let about = About { calendar: self.calendar, name: "", writes: false };
        refused(self.http, &about, answer)
    }

    fn unreadable(&self, reason: String) -> Error {
        ServerFault::Unreadable { server: self.http.server(), reason }.into()
    }

    /// A question about the calendar in XML.
    fn question(&self, method: &'static str, depth: &str, body: &str) -> Result<Answer, Silence> {
        let headers = &[("content-type", "application/xml; charset=utf-8"), ("depth", depth)];
        let body = body.as_bytes();
        self.http.answered(&Asked { method, path: &self.folder, headers, body })
    }

    fn ask(&self, method: &'static str, depth: &str, body: &str) -> Result<Answer, Error> {
        self.question(method, depth, body).map_err(|silence| self.http.silent(silence))
    }

    fn properties(&self, depth: &str, wanted: &str) -> Result<Multistatus, Error> {
        let body = format!("<D:propfind {XMLNS}><D:prop>{wanted}</D:prop></D:propfind>");
        let answer = self.ask("PROPFIND", depth, &body)?;
        if answer.status != 207 {
            return Err(self.refused(&answer));
        }
        let told = multistatus::read(self.http, &answer)?;
        // Of a calendar that is not there, some say just that; taken for one without entries, all
        // that is known would be gone.
        match self.itself(&told).filter(|itself| !itself.is_gone()) {
            Some(_) => Ok(told),
            None => {
                let (server, calendar) = (self.http.server(), self.calendar.to_owned());
                Err(ServerFault::CalendarMissing { server, calendar }.into())
            }
        }
    }

    /// What is said of the calendar itself.
    fn itself<'t>(&self, told: &'t Multistatus) -> Option<&'t Told> {
        told.all.iter().find(|told| matches!(href::name(&self.folder, &told.path), Ok(None)))
    }

    /// Whether the server keeps account of changes.
    fn tells_changes(&self) -> Result<bool, Error> {
        let told = self.properties("0", "<D:supported-report-set/><D:resourcetype/>")?;
        let set =
            self.itself(&told).and_then(|told| told.property(Space::Dav, "supported-report-set"));
        let mut reports = set.into_iter().flat_map(|set| &set.children).flat_map(|it| &it.children);
        Ok(reports.any(|report| report.child(Space::Dav, "sync-collection").is_some()))
    }

    /// By the server's account: since a token of its, or from the beginning.
    fn sync(&self, since: Option<&str>) -> Result<Changes, Error> {
        let token = escaped(since.unwrap_or_default());
        let body = format!(
            "<D:sync-collection {XMLNS}><D:sync-token>{token}</D:sync-token>\
             <D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop></D:sync-collection>"
        );
        let answer = self.ask("REPORT", "0", &body)?;
        if answer.status != 207 {
            let condition = condition(&answer);
            let old = condition.as_deref() == Some("valid-sync-token");
            return match (answer.status, since) {
                // Too old for the server to know: all of it comes anew.
                (_, Some(_)) if old => self.sync(None),
                (409 | 410 | 412 | 507, Some(_)) => self.sync(None),
                (400 | 405 | 415 | 501 | 507, None) => self.compare(None),
                (403, None) if condition.is_some() => self.compare(None),
                _ => Err(self.refused(&answer)),
            };
        }
        let Multistatus { all, token } = multistatus::read(self.http, &answer)?;
        let token = token.filter(|token| !token.is_empty());
        let token = token.ok_or_else(|| self.unreadable("it gives no token".to_owned()))?;
        let (mut names, mut gone, mut more) = (Vec::new(), Vec::new(), false);
        for told in all {
            let name = href::name(&self.folder, &told.path).map_err(|why| self.unreadable(why))?;
            match (name, told.status) {
                (_, Some(507)) => more = true,
                (None, _) => {}
                (Some(name), _) if told.is_gone() => gone.push(name),
                (Some(name), _) => names.push(name),
            }
        }
        if more && Some(token.as_str()) == since {
            return Err(self.unreadable("it has more, and the same token".to_owned()));
        }
        let whole = since.is_none();
        let changes = Changes { gone, whole, ..Changes::default() };
        self.fetched(changes, Token { sync: Some(token), left: names, more, ..Token::default() })
    }

    /// What was told before and is still to be fetched.
    fn drain(&self, token: Token) -> Result<Changes, Error> {
        self.fetched(Changes::default(), token)
    }

    /// With the next page of what is to be fetched.
    fn fetched(&self, mut changes: Changes, mut token: Token) -> Result<Changes, Error> {
        let page: Vec<String> = token.left.drain(..token.left.len().min(PAGE)).collect();
        self.fetch(&page, &mut changes)?;
        changes.more = token.more || !token.left.is_empty();
        changes.token = token.text();
        Ok(changes)
    }

    /// By comparing tags with those of before.
    fn compare(&self, since: Option<Token>) -> Result<Changes, Error> {
        let whole = since.is_none();
        let mut token = since.unwrap_or_default();
        if token.mark.is_some() {
            let told = self.properties("0", "<S:getctag/>")?;
            let mark = self.itself(&told).and_then(|told| told.text(Space::Server, "getctag"));
            if mark == token.mark.as_deref() {
                return Ok(Changes { token: token.text(), ..Changes::default() });
            }
        }
        let told = self.properties("1", "<D:getetag/><D:resourcetype/><S:getctag/>")?;
        let mark = self.itself(&told).and_then(|told| told.text(Space::Server, "getctag"));
        let mark = mark.map(str::to_owned);
        let mut there: BTreeMap<String, Option<String>> = BTreeMap::new();
        for told in told.all.iter().filter(|told| !told.is_collection() && !told.is_gone()) {
            let name = href::name(&self.folder, &told.path).map_err(|why| self.unreadable(why))?;
            there.extend(name.map(|name| (name, told.tag())));
        }
        let gone: Vec<String> =
            token.tags.keys().filter(|name| !there.contains_key(*name)).cloned().collect();
        gone.iter().for_each(|name| drop(token.tags.remove(name)));
        // Where there is no tag, nobody knows whether it is the same.
        let other = there
            .iter()
            .filter(|(name, tag)| tag.is_none() || token.tags.get(*name) != tag.as_ref());
        let mut names: Vec<String> = other.map(|(name, _)| name.clone()).collect();
        // Without a tag it would come again and again: what does comes in one page.
        names.sort_by_key(|name| there.get(name).is_some_and(Option::is_none));
        let tagged =
            names.iter().filter(|name| there.get(*name).is_some_and(Option::is_some)).count();
        let more = tagged > PAGE;
        names.truncate(if more { PAGE } else { names.len() });
        let mut changes = Changes { gone, whole, more, ..Changes::default() };
        self.fetch(&names, &mut changes)?;
        for name in &changes.too_large {
            token.tags.extend(there.get(name).cloned().flatten().map(|tag| (name.clone(), tag)));
        }
        for entry in &changes.changed {
            let listed = || there.get(&entry.name).cloned().flatten();
            let tag = entry.tag.clone().or_else(listed);
            token.tags.extend(tag.map(|tag| (entry.name.clone(), tag)));
        }
        token.mark = mark.filter(|_| !more);
        changes.token = token.text();
        Ok(changes)
    }

    /// The files of these names; which are gone meanwhile, and which are too large.
    fn fetch(&self, names: &[String], changes: &mut Changes) -> Result<(), Error> {
        let mut batches: Vec<&[String]> = names.chunks(BATCH).collect();
        batches.reverse();
        while let Some(batch) = batches.pop() {
            match self.several(batch)? {
                Several::Told(entries, gone) => {
                    let told: BTreeSet<&str> = entries
                        .iter()
                        .map(|it| it.name.as_str())
                        .chain(gone.iter().map(String::as_str))
                        .collect();
                    let silent: Vec<&String> =
                        batch.iter().filter(|name| !told.contains(name.as_str())).collect();
                    for name in silent {
                        self.single(name, changes)?;
                    }
                    changes.changed.extend(entries);
                    changes.gone.extend(gone);
                }
                Several::TooLarge if batch.len() > 1 => {
                    let (one, other) = batch.split_at(batch.len() / 2);
                    batches.extend([other, one]);
                }
                Several::TooLarge | Several::NotBuilt => {
                    for name in batch {
                        self.single(name, changes)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// One file by itself.
    fn single(&self, name: &str, changes: &mut Changes) -> Result<(), Error> {
        match file::read(self.http, self.calendar, name) {
            Ok(Some(entry)) => changes.changed.push(entry),
            Ok(None) => changes.gone.push(name.to_owned()),
            Err(fault) if fault.code() == "CALENDAR-SERVER-12" => {
                changes.too_large.push(name.to_owned());
            }
            Err(fault) => return Err(fault),
        }
        Ok(())
    }

    /// Several files in one answer (RFC 4791 7.9).
    fn several(&self, names: &[String]) -> Result<Several, Error> {
        let hrefs = names.iter().map(|name| {
            let path = href::encoded(&format!("{}{name}", self.folder));
            format!("<D:href>{}</D:href>", escaped(&path))
        });
        let hrefs: String = hrefs.collect();
        let body = format!(
            "<C:calendar-multiget {XMLNS}><D:prop><D:getetag/><C:calendar-data/></D:prop>\
             {hrefs}</C:calendar-multiget>"
        );
        let answer = match self.question("REPORT", "1", &body) {
            Err(Silence::TooLarge) => return Ok(Several::TooLarge),
            answer => answer.map_err(|silence| self.http.silent(silence))?,
        };
        match answer.status {
            207 => {}
            400 | 405 | 415 | 501 | 507 => return Ok(Several::NotBuilt),
            _ => return Err(self.refused(&answer)),
        }
        let asked: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        let (mut entries, mut gone) = (Vec::new(), Vec::new());
        for told in multistatus::read(self.http, &answer)?.all {
            let name = href::name(&self.folder, &told.path).map_err(|why| self.unreadable(why))?;
            let Some(name) = name.filter(|name| asked.contains(name.as_str())) else { continue };
            if told.is_gone() {
                gone.push(name);
            } else if let Some(data) = told.text(Space::Cal, "calendar-data") {
                // XML makes LF of line ends, and the file has CRLF.
                let file = data.replace("\r\n", "\n").replace('\n', "\r\n") + "\r\n";
                entries.push(ServerEntry { name, tag: told.tag(), file: file.into_bytes() });
            }
        }
        Ok(Several::Told(entries, gone))
    }
}

enum Several {
    /// The entries, and the names of those that are gone.
    Told(Vec<ServerEntry>, Vec<String>),
    TooLarge,
    /// The server does not answer for several at once.
    NotBuilt,
}
