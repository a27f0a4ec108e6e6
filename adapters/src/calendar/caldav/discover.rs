//! Which calendars a server has for who asks (RFC 6764 6, RFC 5397, RFC 4791 6.2.1).

use super::href;
use super::http::{Asked, Http};
use super::multistatus::{self, Multistatus, Told};
use super::refused::{About, refused};
use super::xml::{Element, Space};
use callout_core::calendar::ServerFault;
use callout_core::error::Error;
use callout_core::port::calendar::ServerCalendar;

const WANTED: &str = "<D:resourcetype/><D:displayname/><D:current-user-privilege-set/>\
                      <C:supported-calendar-component-set/>";
const WHO: &str = "<D:current-user-principal/><C:calendar-home-set/><D:resourcetype/>";

/// What a server says of a place that it does not have.
const NOT_THERE: &[&str] = &["CALENDAR-SERVER-03", "CALENDAR-SERVER-04", "CALENDAR-SERVER-13"];

pub(super) fn calendars(http: &Http) -> Result<Vec<ServerCalendar>, Error> {
    let (mut told, mut at) = begin(http)?;
    let mut home = place(http, &told, &at, Space::Cal, "calendar-home-set")?;
    if home.is_none()
        && let Some(principal) = place(http, &told, &at, Space::Dav, "current-user-principal")?
    {
        told = ask(http, &principal, "0", WHO)?;
        at = principal;
        home = place(http, &told, &at, Space::Cal, "calendar-home-set")?;
    }
    let Some(home) = home else {
        let reason = "it names no place where the calendars are".to_owned();
        return Err(ServerFault::Unreadable { server: http.server(), reason }.into());
    };
    let told = ask(http, &home, "1", WANTED)?;
    Ok(told.all.iter().filter_map(calendar).collect())
}

/// What the address of the settings says of itself; where it is that of a whole server, what the
/// place says to which its well-known one leads.
fn begin(http: &Http) -> Result<(Multistatus, String), Error> {
    if matches!(http.path.as_str(), "" | "/") {
        let known = ask(http, "/.well-known/caldav", "0", WHO);
        match known {
            Ok(told) if told.all.iter().any(knows) => {
                let at = told.all.first().map_or("/", |told| told.path.as_str()).to_owned();
                return Ok((told, at));
            }
            // It has no such place, and perhaps it is one itself.
            Ok(_) => {}
            Err(fault) if NOT_THERE.contains(&fault.code()) => {}
            Err(fault) => return Err(fault),
        }
    }
    let path = if http.path.is_empty() { "/" } else { &http.path };
    Ok((ask(http, path, "0", WHO)?, path.to_owned()))
}

fn knows(told: &Told) -> bool {
    let names = [(Space::Dav, "current-user-principal"), (Space::Cal, "calendar-home-set")];
    names.iter().any(|(space, name)| told.property(*space, name).is_some())
}

fn ask(http: &Http, path: &str, depth: &str, wanted: &str) -> Result<Multistatus, Error> {
    let body = format!(
        "<D:propfind xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\">\
         <D:prop>{wanted}</D:prop></D:propfind>"
    );
    let headers = &[("content-type", "application/xml; charset=utf-8"), ("depth", depth)];
    let asked = Asked { method: "PROPFIND", path, headers, body: body.as_bytes() };
    let answer = http.ask(&asked)?;
    if answer.status != 207 {
        return Err(refused(http, &About { calendar: path, name: "", writes: false }, &answer));
    }
    multistatus::read(http, &answer)
}

/// The place that a property names. On another server it is not asked for.
fn place(
    http: &Http,
    told: &Multistatus,
    at: &str,
    space: Space,
    name: &str,
) -> Result<Option<String>, Error> {
    let property = told.all.iter().find_map(|told| told.property(space, name));
    let Some(href) = property.and_then(|it| it.child(Space::Dav, "href")) else { return Ok(None) };
    let to = href.text.trim().to_owned();
    let there = href::resolved(&http.origin, at, &to);
    there.map(Some).map_err(|_| ServerFault::Moved { server: http.server(), to }.into())
}

fn calendar(told: &Told) -> Option<ServerCalendar> {
    let kind = told.property(Space::Dav, "resourcetype")?;
    kind.child(Space::Cal, "calendar")?;
    let takes = told.property(Space::Cal, "supported-calendar-component-set");
    let takes = takes.into_iter().flat_map(|set| set.all(Space::Cal, "comp"));
    let rights = told.property(Space::Dav, "current-user-privilege-set");
    let writes = |right: &Element| {
        ["all", "write", "write-content"].iter().any(|name| right.is(Space::Dav, name))
    };
    let writable = rights.map(|set| {
        let mut rights = set.all(Space::Dav, "privilege").flat_map(|it| &it.children);
        rights.any(writes)
    });
    Some(ServerCalendar {
        calendar: told.path.clone(),
        name: told.text(Space::Dav, "displayname").unwrap_or_default().to_owned(),
        takes: takes.filter_map(|it| it.called.clone()).collect(),
        writable,
    })
}
