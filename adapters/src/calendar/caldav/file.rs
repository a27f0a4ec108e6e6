//! One entry: written, taken away, read.

use super::href;
use super::http::{Answer, Asked, Http};
use super::multistatus::strong;
use super::refused::{About, is_about_the_file, refused};
use callout_core::calendar::ServerFault;
use callout_core::error::Error;
use callout_core::port::calendar::{Put, Removed, ServerEntry};

/// The longest name of an entry, in bytes: what file systems of servers hold.
const MAX_NAME: usize = 255;

/// The path of a calendar, with a slash at either end.
pub(super) fn folder(http: &Http, calendar: &str) -> Result<String, Error> {
    let bad = || Error::from(ServerFault::BadName { name: calendar.to_owned() });
    let path = match calendar.split_once("://") {
        Some(_) => href::resolved(&http.origin, "/", calendar).map_err(|_| bad())?,
        None => calendar.to_owned(),
    };
    let out = path.split('/').any(|part| matches!(part, "." | ".."));
    if out || !path.starts_with('/') || path.chars().any(char::is_control) {
        return Err(bad());
    }
    Ok(if path.ends_with('/') { path } else { path + "/" })
}

pub(super) fn path(http: &Http, calendar: &str, name: &str) -> Result<String, Error> {
    let bad = name.contains('/') || name.chars().any(char::is_control);
    if bad || matches!(name, "" | "." | "..") || name.len() > MAX_NAME {
        return Err(ServerFault::BadName { name: name.to_owned() }.into());
    }
    Ok(folder(http, calendar)? + name)
}

pub(super) fn put(
    http: &Http,
    calendar: &str,
    name: &str,
    file: &[u8],
    known: Option<&str>,
) -> Result<Put, Error> {
    let path = path(http, calendar, name)?;
    let condition = known.map_or(("if-none-match", "*"), |tag| ("if-match", tag));
    let headers = &[("content-type", "text/calendar; charset=utf-8"), condition];
    let asked = Asked { method: "PUT", path: &path, headers, body: file };
    let answer = http.write(&asked, name)?;
    match answer.status {
        200 | 201 | 204 => Ok(Put::Written { tag: tag(&answer) }),
        // Some say so of a file that they do not take, and name what is wrong with it.
        412 if !is_about_the_file(&answer) => Ok(Put::Changed),
        _ => Err(refused(http, &About { calendar, name, writes: true }, &answer)),
    }
}

pub(super) fn remove(
    http: &Http,
    calendar: &str,
    name: &str,
    known: Option<&str>,
) -> Result<Removed, Error> {
    let path = path(http, calendar, name)?;
    let condition = known.map(|tag| ("if-match", tag));
    let headers = condition.as_slice();
    let answer = http.write(&Asked { method: "DELETE", path: &path, headers, body: b"" }, name)?;
    match answer.status {
        200 | 204 => Ok(Removed::Gone),
        404 | 410 => Ok(Removed::WasGone),
        412 => Ok(Removed::Changed),
        _ => Err(refused(http, &About { calendar, name, writes: true }, &answer)),
    }
}

pub(super) fn read(http: &Http, calendar: &str, name: &str) -> Result<Option<ServerEntry>, Error> {
    let path = path(http, calendar, name)?;
    let headers = &[("accept", "text/calendar")];
    let answer = http.ask(&Asked { method: "GET", path: &path, headers, body: b"" })?;
    match answer.status {
        200 => {
            let tag = tag(&answer);
            Ok(Some(ServerEntry { name: name.to_owned(), tag, file: answer.body }))
        }
        404 | 410 => Ok(None),
        _ => Err(refused(http, &About { calendar, name, writes: false }, &answer)),
    }
}

fn tag(answer: &Answer) -> Option<String> {
    strong(answer.headers.get("etag")?.to_str().ok()?)
}
