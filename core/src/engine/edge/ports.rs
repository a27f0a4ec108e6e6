//! The outside world as a host has plugged it in.

use crate::customer::{RegistrationNumber, RegistryFault};
use crate::document::{Block, Document, Kind, Language, Picture, SignatureBox, Signatures};
use crate::engine::after_commit::AfterCommit;
use crate::engine::desk::Fetch;
use crate::engine::{Command, Engine, Request};
use crate::error::{Door, Error};
use crate::job_sheet;
use crate::journal::Hash;
use crate::journal::is_blank;
use crate::port::registry::{CompanyRegistry, RegistryEntry};
use crate::port::renderer::{Format, Renderer};
use crate::visit::calendar_entry::CalendarFiles;
use std::sync::{Arc, PoisonError, RwLock};

/// What is plugged in. Registering and using may happen on any thread at any time.
#[derive(Default)]
pub(in crate::engine) struct Ports {
    registries: RwLock<Vec<Arc<dyn CompanyRegistry>>>,
    renderers: RwLock<Vec<Arc<dyn Renderer>>>,
    pub(in crate::engine) calendar_files: RwLock<Option<Arc<dyn CalendarFiles>>>,
    pub(in crate::engine) after_commit: RwLock<Option<Arc<AfterCommit>>>,
}

/// What a request comes to with what is plugged in.
#[derive(Clone, Copy)]
pub(in crate::engine) struct Tried {
    /// The picture that it brings can be printed.
    pub(in crate::engine) prints: bool,
    /// The picture that it brings shows nothing.
    pub(in crate::engine) blank: bool,
}

impl Default for Tried {
    fn default() -> Self {
        Tried { prints: true, blank: false }
    }
}

impl Engine {
    /// Plugs in a register of companies; the last one plugged in is asked first.
    ///
    /// ```
    /// # use callout_core::{engine::Engine, port::registry::CompanyRegistry};
    /// # use std::sync::Arc;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, ares: Arc<dyn CompanyRegistry>) -> Done {
    /// engine.register_registry(ares);
    /// # Ok(()) }
    /// ```
    pub fn register_registry(&self, registry: Arc<dyn CompanyRegistry>) {
        let lock = &self.ports.registries;
        lock.write().unwrap_or_else(PoisonError::into_inner).insert(0, registry);
    }

    /// Plugs in a renderer; the last one plugged in for a format renders it.
    ///
    /// ```
    /// # use callout_core::{engine::Engine, port::renderer::Renderer};
    /// # use std::sync::Arc;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, pdf: Arc<dyn Renderer>) -> Done {
    /// engine.register_renderer(pdf);
    /// # Ok(()) }
    /// ```
    pub fn register_renderer(&self, renderer: Arc<dyn Renderer>) {
        let lock = &self.ports.renderers;
        lock.write().unwrap_or_else(PoisonError::into_inner).insert(0, renderer);
    }

    /// Tries what a request brings on what is plugged in. A renderer may take long and may ask the
    /// engine something: it is called before the command takes the store for itself.
    pub(in crate::engine) fn tried(
        &self,
        request: &Request,
        blob: impl FnOnce(&Hash) -> Result<Option<Vec<u8>>, Error>,
    ) -> Result<Tried, Error> {
        let Command::JobSheet(job_sheet::Command::Sign(job_sheet::Sign { picture, .. })) =
            &request.command
        else {
            return Ok(Tried::default());
        };
        self.tried_picture(picture, blob)
    }

    /// The same of the picture of a signature.
    pub(in crate::engine) fn tried_picture(
        &self,
        picture: &Hash,
        blob: impl FnOnce(&Hash) -> Result<Option<Vec<u8>>, Error>,
    ) -> Result<Tried, Error> {
        let picture = blob(picture)?.map(|bytes| Picture::new(bytes, "Podpis", (1, 1)));
        Ok(picture.map_or_else(Tried::default, |picture| self.prints(picture)))
    }

    /// Whether the renderers can print a picture as a signature: some files only look sound, and
    /// some show nothing.
    fn prints(&self, picture: Picture) -> Tried {
        let mut page = Document::new(Kind::Other, "Podpis", Language::Cs);
        let one = SignatureBox { picture: Some(picture), ..SignatureBox::default() };
        page.blocks.push(Block::Signatures(Signatures { boxes: vec![one] }));
        let renderers = Format::ALL.into_iter().filter_map(|format| self.renderer(format).ok());
        let mut tried = Tried::default();
        for code in renderers.filter_map(|it| it.render(&page).err()).map(|error| error.code()) {
            tried.blank |= code == "DOCUMENT-PICTURE-07";
            tried.prints &= !code.starts_with("DOCUMENT-PICTURE-");
        }
        tried
    }

    /// Refuses a paper that could not be painted once it is frozen (R6), by the renderers that are
    /// plugged in for its formats. One that was there before is not looked at again: what happens
    /// beside it is not refused for it.
    pub(in crate::engine) fn paintable<N: Fetch>(
        &self,
        before: &N::State,
        after: &N::State,
    ) -> Result<(), Error> {
        let paper = N::paper(after);
        let Some((document, formats)) =
            paper.filter(|paper| N::paper(before).as_ref() != Some(paper))
        else {
            return Ok(());
        };
        document.check()?;
        let mut renderers = formats.into_iter().filter_map(|format| self.renderer(format).ok());
        renderers.try_for_each(|renderer| renderer.check(&document))
    }

    pub(in crate::engine) fn renderer(&self, format: Format) -> Result<Arc<dyn Renderer>, Error> {
        let renderers = self.ports.renderers.read().unwrap_or_else(PoisonError::into_inner);
        let found = renderers.iter().find(|renderer| renderer.format() == format).cloned();
        let what = format!("renderer for {}", format.extension());
        found.ok_or_else(|| Door::NotBuilt { what }.into())
    }

    /// Looks up a company by its IČO in the registers that are plugged in (S4). `None` when the
    /// first register that answers does not know it. What comes back is a proposal: it is checked
    /// here, and again when a command uses it.
    ///
    /// A number that fails its check digit mostly is mistyped, and nobody is asked about it. A few
    /// old companies have such: `number_checked` says that somebody compared it with a document.
    ///
    /// # Errors
    /// `REGISTRY-NUMBER-01` or `-02` before anybody is asked, the first register's own fault when
    /// none answers, `REGISTRY-READ-01` when it answers about somebody else, `REGISTRY-NONE-01`
    /// where none is plugged in.
    ///
    /// ```
    /// # use callout_core::{customer, engine::{Engine, Session}};
    /// # fn ask(engine: &Engine, office: Session<'_>) -> Result<(), Box<dyn std::error::Error>> {
    /// if let Some(entry) = engine.look_up_company("58203117", false)? {
    ///     println!("{}, {}", entry.name, entry.seat.city);
    ///     office.create(customer::Create { registry: Some(entry), ..Default::default() })?;
    /// }
    /// # Ok(()) }
    /// ```
    pub fn look_up_company(
        &self,
        registration_number: &str,
        number_checked: bool,
    ) -> Result<Option<RegistryEntry>, Error> {
        let wanted = match number_checked {
            true => RegistrationNumber::digits(registration_number)?,
            false => RegistrationNumber::parse(registration_number)?.into(),
        };
        // Nothing is held while they are asked: a register may itself call the engine.
        let lock = &self.ports.registries;
        let registries = lock.read().unwrap_or_else(PoisonError::into_inner).clone();
        let mut fault = None;
        for registry in registries {
            match registry.look_up(&wanted) {
                Ok(None) => return Ok(None),
                Ok(Some(entry)) => return checked(registry.id(), &wanted, entry).map(Some),
                Err(error) => fault = fault.or(Some(error)),
            }
        }
        Err(fault.unwrap_or_else(|| RegistryFault::NoRegister {}.into()))
    }
}

fn checked(id: &str, wanted: &str, entry: RegistryEntry) -> Result<RegistryEntry, Error> {
    let reason = if entry.registration_number != wanted {
        format!("it was asked for {wanted} and answered about {}", entry.registration_number)
    } else if is_blank(&entry.name) {
        "it gave no name".to_owned()
    } else {
        return Ok(RegistryEntry { registry: id.to_owned(), ..entry });
    };
    Err(RegistryFault::Unreadable { registry: id.to_owned(), reason }.into())
}
