//! Calendars in folders: each a folder, each entry a file in it, as vdirsyncer, khal and others
//! share them (vdir). What else writes there is followed by what the files say.

use crate::whole::write_whole;
use callout_core::calendar::ServerFault;
use callout_core::error::Error;
use callout_core::journal::Hash;
use callout_core::port::calendar::{
    CalendarServer, Changes, Put, Removed, ServerCalendar, ServerEntry,
};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The most bytes of one entry that are read.
const MAX_ENTRY: u64 = 10 << 20;

/// Calendars in a folder.
///
/// An entry is replaced as a whole or not at all. Whether it is the known version is looked at just
/// before: a program that writes in that instant is not seen.
#[derive(Clone, Debug)]
pub struct FolderCalendars {
    folder: PathBuf,
}

impl FolderCalendars {
    /// The folder in which the calendars are; a calendar is made with its first entry.
    ///
    /// ```
    /// # use callout_core::{engine::Session, error::Error};
    /// # fn ask(office: Session<'_>, vrana: uuid::Uuid) -> Result<(), Error> {
    /// use callout_adapters::calendar::folder::FolderCalendars;
    /// let round = office.sync_calendar(vrana, "vrana", &FolderCalendars::new("calendars"), 100)?;
    /// # Ok(()) }
    /// ```
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        FolderCalendars { folder: folder.into() }
    }

    fn calendar(&self, calendar: &str) -> Result<PathBuf, Error> {
        Ok(self.folder.join(plain(calendar)?))
    }

    /// The names of a calendar's entries. A calendar that is not there has none yet; a folder
    /// around it that is not there is a fault, and no empty calendar.
    fn names(&self, calendar: &str) -> Result<Vec<String>, Error> {
        let folder = self.calendar(calendar)?;
        fs::metadata(&self.folder).map_err(|fault| self.unread(&fault))?;
        let entries = match fs::read_dir(folder) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(|fault| self.unread(&fault))?,
        };
        let mut names = Vec::new();
        for entry in entries {
            let name = entry.map_err(|fault| self.unread(&fault))?.file_name();
            let name = name.into_string().unwrap_or_default();
            if plain(&name).is_ok() && is_entry(&name) {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    fn look(&self, path: &Path) -> Result<There, Error> {
        let known = match fs::metadata(path) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(There::Nothing),
            known => known.map_err(|fault| self.unread(&fault))?,
        };
        if !known.is_file() {
            return Ok(There::Nothing);
        }
        if known.len() > MAX_ENTRY {
            // Of what is not read, how long it is stands for what it says.
            return Ok(There::TooLarge { tag: format!("{} bytes", known.len()) });
        }
        match fs::read(path) {
            // One that went meanwhile is not there.
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(There::Nothing),
            file => {
                let file = file.map_err(|fault| self.unread(&fault))?;
                Ok(There::Entry { tag: Hash::of(&file).to_string(), file })
            }
        }
    }

    fn named(&self) -> String {
        self.folder.display().to_string()
    }

    fn unread(&self, fault: &io::Error) -> Error {
        ServerFault::NoAnswer { server: self.named(), reason: fault.to_string() }.into()
    }

    fn unwritten(&self, fault: &io::Error) -> Error {
        ServerFault::NotReached { server: self.named(), reason: fault.to_string() }.into()
    }
}

/// What is where an entry would be.
enum There {
    Nothing,
    Entry {
        tag: String,
        file: Vec<u8>,
    },
    /// Larger than what is read.
    TooLarge {
        tag: String,
    },
}

impl There {
    fn tag(&self) -> Option<&str> {
        match self {
            There::Nothing => None,
            There::Entry { tag, .. } | There::TooLarge { tag } => Some(tag),
        }
    }
}

/// One part of a path, and no hidden one.
fn plain(name: &str) -> Result<&str, Error> {
    let bad = name.starts_with('.')
        || name.len() > 255
        || name.chars().any(|letter| letter.is_control() || "/\\:".contains(letter));
    if bad || name.is_empty() {
        return Err(ServerFault::BadName { name: name.to_owned() }.into());
    }
    Ok(name)
}

fn is_entry(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics"))
}

impl CalendarServer for FolderCalendars {
    fn id(&self) -> &str {
        "folder"
    }

    fn calendars(&self) -> Result<Vec<ServerCalendar>, Error> {
        let entries = fs::read_dir(&self.folder).map_err(|fault| self.unread(&fault))?;
        let mut calendars = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|fault| self.unread(&fault))?;
            let name = entry.file_name().into_string().unwrap_or_default();
            if plain(&name).is_ok() && entry.path().is_dir() {
                let takes = vec!["VEVENT".to_owned()];
                let calendar = name.clone();
                calendars.push(ServerCalendar { calendar, name, takes, writable: None });
            }
        }
        calendars.sort_by(|one, other| one.calendar.cmp(&other.calendar));
        Ok(calendars)
    }

    fn put(
        &self,
        calendar: &str,
        name: &str,
        file: &[u8],
        known: Option<&str>,
    ) -> Result<Put, Error> {
        let folder = self.calendar(calendar)?;
        if self.look(&folder.join(plain(name)?))?.tag() != known {
            return Ok(Put::Changed);
        }
        write_whole(&folder, name, file).map_err(|fault| self.unwritten(&fault))?;
        Ok(Put::Written { tag: Some(Hash::of(file).to_string()) })
    }

    fn remove(&self, calendar: &str, name: &str, known: Option<&str>) -> Result<Removed, Error> {
        let path = self.calendar(calendar)?.join(plain(name)?);
        let there = self.look(&path)?;
        let Some(tag) = there.tag() else { return Ok(Removed::WasGone) };
        if known.is_some_and(|known| known != tag) {
            return Ok(Removed::Changed);
        }
        match fs::remove_file(path) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(Removed::WasGone),
            removed => removed.map(|()| Removed::Gone).map_err(|fault| self.unwritten(&fault)),
        }
    }

    fn read(&self, calendar: &str, name: &str) -> Result<Option<ServerEntry>, Error> {
        match self.look(&self.calendar(calendar)?.join(plain(name)?))? {
            There::Nothing => Ok(None),
            There::Entry { tag, file } => {
                Ok(Some(ServerEntry { name: name.to_owned(), tag: Some(tag), file }))
            }
            There::TooLarge { .. } => {
                let (server, most) = (self.named(), MAX_ENTRY);
                Err(ServerFault::TooLarge { server, most }.into())
            }
        }
    }

    fn changes(&self, calendar: &str, since: Option<&str>) -> Result<Changes, Error> {
        let known: Option<BTreeMap<String, String>> =
            since.and_then(|token| serde_json::from_str(token).ok());
        let mut changes = Changes { whole: known.is_none(), ..Changes::default() };
        let (known, mut tags) = (known.unwrap_or_default(), BTreeMap::new());
        let folder = self.calendar(calendar)?;
        // One after the other: only what is new is held.
        for name in self.names(calendar)? {
            let there = self.look(&folder.join(&name))?;
            let Some(tag) = there.tag().map(str::to_owned) else { continue };
            if known.get(&name) != Some(&tag) {
                match there {
                    There::Entry { tag, file } => {
                        let (name, tag) = (name.clone(), Some(tag));
                        changes.changed.push(ServerEntry { name, tag, file });
                    }
                    _ => changes.too_large.push(name.clone()),
                }
            }
            tags.insert(name, tag);
        }
        changes.gone = known.into_keys().filter(|name| !tags.contains_key(name)).collect();
        changes.token = serde_json::to_string(&tags).unwrap_or_default();
        Ok(changes)
    }
}
