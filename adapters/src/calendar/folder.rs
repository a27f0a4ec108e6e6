//! Calendars in folders: each a folder, each entry a file in it, as vdirsyncer, khal and others
//! share them (vdir). What else writes there is followed by what the files say.

use callout_core::calendar::ServerFault;
use callout_core::error::Error;
use callout_core::journal::Hash;
use callout_core::port::calendar::{
    CalendarServer, Changes, Put, Removed, ServerCalendar, ServerEntry,
};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
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

    /// A calendar that is not there has no entries yet; a folder around it that is not there is a
    /// fault, and no empty calendar.
    fn files(&self, calendar: &str) -> Result<BTreeMap<String, Vec<u8>>, Error> {
        let (folder, mut files) = (self.calendar(calendar)?, BTreeMap::new());
        fs::metadata(&self.folder).map_err(|fault| self.unread(&fault))?;
        let entries = match fs::read_dir(folder) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(files),
            entries => entries.map_err(|fault| self.unread(&fault))?,
        };
        for entry in entries {
            let entry = entry.map_err(|fault| self.unread(&fault))?;
            let name = entry.file_name().into_string().unwrap_or_default();
            if plain(&name).is_ok() && is_entry(&name) {
                // One that went meanwhile is not there.
                files.extend(self.bytes(&entry.path())?.map(|file| (name, file)));
            }
        }
        Ok(files)
    }

    fn bytes(&self, path: &Path) -> Result<Option<Vec<u8>>, Error> {
        match fs::metadata(path) {
            Ok(known) if known.len() > MAX_ENTRY => Ok(Some(Vec::new())),
            Ok(known) if !known.is_file() => Ok(None),
            Ok(_) => match fs::read(path) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
                Err(fault) => Err(self.unread(&fault)),
            },
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(fault) => Err(self.unread(&fault)),
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

fn tag(file: &[u8]) -> String {
    Hash::of(file).to_string()
}

/// Beside its place first, so that nobody reads half of it.
fn write_whole(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let beside = folder.join(format!(".{name}.tmp"));
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&beside, folder.join(name))
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
        let there = self.bytes(&folder.join(plain(name)?))?.map(|there| tag(&there));
        if there.as_deref() != known {
            return Ok(Put::Changed);
        }
        write_whole(&folder, name, file).map_err(|fault| self.unwritten(&fault))?;
        Ok(Put::Written { tag: Some(tag(file)) })
    }

    fn remove(&self, calendar: &str, name: &str, known: Option<&str>) -> Result<Removed, Error> {
        let path = self.calendar(calendar)?.join(plain(name)?);
        let Some(there) = self.bytes(&path)? else { return Ok(Removed::WasGone) };
        if known.is_some_and(|known| known != tag(&there)) {
            return Ok(Removed::Changed);
        }
        match fs::remove_file(path) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(Removed::WasGone),
            removed => removed.map(|()| Removed::Gone).map_err(|fault| self.unwritten(&fault)),
        }
    }

    fn read(&self, calendar: &str, name: &str) -> Result<Option<ServerEntry>, Error> {
        let there = self.bytes(&self.calendar(calendar)?.join(plain(name)?))?;
        let entry = |file: Vec<u8>| {
            let (name, tag) = (name.to_owned(), Some(tag(&file)));
            ServerEntry { name, tag, file }
        };
        Ok(there.map(entry))
    }

    fn changes(&self, calendar: &str, since: Option<&str>) -> Result<Changes, Error> {
        let known: Option<BTreeMap<String, String>> =
            since.and_then(|token| serde_json::from_str(token).ok());
        let files = self.files(calendar)?;
        let tags: BTreeMap<&String, String> =
            files.iter().map(|(name, file)| (name, tag(file))).collect();
        let token = serde_json::to_string(&tags).unwrap_or_default();
        let mut changes = Changes { token, whole: known.is_none(), ..Changes::default() };
        let known = known.unwrap_or_default();
        changes.gone = known.keys().filter(|name| !files.contains_key(*name)).cloned().collect();
        let new: Vec<(String, String)> = tags
            .into_iter()
            .filter(|(name, tag)| known.get(*name) != Some(tag))
            .map(|(name, tag)| (name.clone(), tag))
            .collect();
        let mut files = files;
        for (name, tag) in new {
            match files.remove(&name) {
                Some(file) if file.is_empty() => changes.too_large.push(name),
                Some(file) => changes.changed.push(ServerEntry { name, tag: Some(tag), file }),
                None => {}
            }
        }
        Ok(changes)
    }
}
