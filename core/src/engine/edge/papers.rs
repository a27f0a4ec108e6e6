//! Documents as files: rendered once, recorded, and the same bytes for ever (R6, E89).

use crate::access::Actor;
use crate::document::Document;
use crate::engine::execute::Origin;
use crate::engine::ports::Tried;
use crate::engine::replay::{self, Loaded};
use crate::engine::standing::use_bytes;
use crate::engine::{Engine, Request, answer, blobs, own};
use crate::error::{Door, Error, Status};
use crate::invoice::{self, Invoice};
use crate::job_sheet::{self, JobSheet, Signature};
use crate::journal::{Hash, Head, Personal};
use crate::noun::Noun;
use crate::port::renderer::Format;
use crate::port::store::{Stream, Tx};
use crate::rendering::{Command, Page, Record, Rendered, Rendering};
use crate::view;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A document's file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct File {
    /// The name to save it under: `ZL-2026-00001.pdf`, and `ZL-2026-00001-2.pdf` where it is the
    /// second version.
    pub name: String,
    /// The media type of the file: `application/pdf`, or Word's.
    pub media_type: String,
    /// Hash of the bytes: they are read with [`Session::blob`](crate::engine::Session::blob).
    pub blob: Hash,
    /// How many bytes it has.
    pub size: u64,
    /// Whether what was rendered is on record: an issued invoice, a job sheet that was signed,
    /// refused or left unsigned as nobody was there. A sheet that still waits for its signature is
    /// rendered to be looked at only.
    pub recorded: bool,
}

/// Which file of which document?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RenderRequest {
    /// The id of the company (the tenant) whose data is read or changed. Not a registration number.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
    /// The document, its version and the format of the file.
    pub page: AskedPage,
}

/// Which file of which document is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AskedPage {
    /// The id of the job sheet or invoice.
    pub document: Uuid,
    /// The version of the document, from 1; the newest where it is missing. An invoice has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// The format of the file, PDF or Word.
    pub format: Format,
}

/// A document that is ready to be rendered.
struct Ready {
    document: Document,
    name: String,
    content_hash: Hash,
    contexts: Vec<Uuid>,
    recorded: bool,
}

impl Engine {
    /// The file of a job sheet's or invoice's version. What was rendered before is given again,
    /// byte for byte; otherwise it is rendered, kept and recorded.
    ///
    /// # Errors
    /// `RECORD-FIND-01` for no such document or version, `ACCESS-ROLE-01`, `ACCESS-OWN-01`,
    /// `BUILD-FEATURE-01` without a renderer for the format.
    ///
    /// ```
    /// # use callout_core::{access::Actor, engine::Engine, port::renderer::Format};
    /// # use callout_core::rendering::Page;
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, company: Uuid, actor: &Actor, sheet: Uuid) -> Done {
    /// let page = Page { document: sheet, version: 1, format: Format::Docx };
    /// let file = engine.render(company, actor, &page)?;
    /// println!("{} has {} bytes", file.name, file.size);
    /// # Ok(()) }
    /// ```
    pub fn render(&self, company: Uuid, actor: &Actor, page: &Page) -> Result<File, Error> {
        let mut tx = self.store.read()?;
        may_read(tx.as_mut(), company, actor, page)?;
        drop(tx);
        self.paint(company, actor, page)
    }

    /// The page that is asked for: of the newest version where none is said.
    pub(in crate::engine) fn page(&self, company: Uuid, asked: &AskedPage) -> Result<Page, Error> {
        let AskedPage { document, version, format } = *asked;
        let newest = || {
            let sheet = load::<JobSheet>(self.store.read()?.as_mut(), company, document)?;
            Ok::<_, Error>(sheet.map_or(1, |sheet| sheet.record.state.version))
        };
        Ok(Page { document, version: version.map_or_else(newest, Ok)?, format })
    }

    /// The same for who has looked at the rights already: a message goes out with its document
    /// whoever carries it.
    pub(in crate::engine) fn paint(
        &self,
        company: Uuid,
        actor: &Actor,
        page: &Page,
    ) -> Result<File, Error> {
        let id = page.id(company);
        let (ready, known) = {
            let mut tx = self.store.read()?;
            let ready = ready(tx.as_mut(), company, page)?;
            let stream = Stream { company, noun: Rendering::NAME, id };
            let known = replay::load::<Rendering>(tx.as_mut(), &stream)?;
            (ready, known.and_then(|known| known.record.state.rendered))
        };
        if let Some(rendered) = known {
            let blob = still_there(&rendered.blob, page)?;
            return Ok(file(&ready.name, page.format, blob, rendered.bytes, true));
        }
        let renderer = self.renderer(page.format)?;
        let bytes = renderer.render(&ready.document)?;
        let (blob, size) = (Hash::of(&bytes), bytes.len() as u64);
        let mut tx = self.store.write()?;
        // Somebody may have been forgotten, or have signed, while it was rendered.
        let Ready { document, contexts, .. } = self::ready(tx.as_mut(), company, page)?;
        if document != ready.document {
            drop(tx);
            return self.paint(company, actor, page);
        }
        tx.put_blob(company, &blob, &bytes)?;
        let mut file = file(&ready.name, page.format, blob, size, ready.recorded);
        let mut head = None;
        if ready.recorded {
            let rendered = Rendered {
                page: *page,
                blob: Personal::of(page.document, blob),
                bytes: size,
                renderer: renderer.name(),
                content_hash: ready.content_hash,
                contexts,
            };
            (file.blob, head) = self.record(tx.as_mut(), company, actor, id, rendered)?;
            drop_unused(tx.as_mut(), company, page.document)?;
        } else {
            preview(tx.as_mut(), company, page, &blob)?;
        }
        tx.commit()?;
        self.tell(company, head);
        Ok(file)
    }

    /// Records what was rendered; where another was faster, his bytes stay. Beside them the head,
    /// where the journal has an event more.
    fn record(
        &self,
        tx: &mut dyn Tx,
        company: Uuid,
        actor: &Actor,
        id: Uuid,
        rendered: Rendered,
    ) -> Result<(Hash, Option<Head>), Error> {
        let blob = rendered.blob.reveal().copied().unwrap_or_default();
        let request =
            self.own_request(company, actor, id, Command::Record(Record { rendered }).into());
        let done = self.perform(tx, &request, Origin::Workflow, Tried::default())?;
        let stream = Stream { company, noun: Rendering::NAME, id };
        let kept = replay::load::<Rendering>(tx, &stream)?;
        let kept = kept.and_then(|kept| kept.record.state.rendered);
        Ok((kept.and_then(|kept| kept.blob.reveal().copied()).unwrap_or(blob), done.head))
    }

    /// A command that Callout itself gives, on behalf of an actor.
    pub(in crate::engine) fn own_request(
        &self,
        company: Uuid,
        actor: &Actor,
        target: Uuid,
        command: crate::engine::Command,
    ) -> Request {
        Request {
            id: self.ids.id(),
            company,
            actor: actor.clone(),
            target: Some(target),
            expected: None,
            external_ids: BTreeMap::new(),
            device: None,
            cause: None,
            command,
        }
    }
}

fn file(name: &str, format: Format, blob: Hash, size: u64, recorded: bool) -> File {
    let name = format!("{name}.{}", format.extension());
    File { name, media_type: format.media_type().to_owned(), blob, size, recorded }
}

/// Where a painting stands that was only to be looked at: one of each document and format.
fn previews(company: Uuid, document: Uuid, format: Format) -> Stream {
    Stream { company, noun: preview_noun(format), id: document }
}

/// Whether bytes that this names are a painting to be looked at.
pub(in crate::engine) fn is_preview(noun: &str) -> bool {
    Format::ALL.into_iter().any(|format| preview_noun(format) == noun)
}

/// Under what previews stand among those who name bytes.
pub(in crate::engine) const fn preview_noun(format: Format) -> &'static str {
    match format {
        Format::Pdf => "preview_pdf",
        Format::Docx => "preview_docx",
    }
}

/// Keeps a painting to be looked at, in place of the one before.
fn preview(tx: &mut dyn Tx, company: Uuid, page: &Page, blob: &Hash) -> Result<(), Error> {
    let stream = previews(company, page.document, page.format);
    let before = tx.used(&stream)?;
    for gone in use_bytes(tx, &stream, &before, &[*blob])? {
        if tx.uses(company, &gone)?.is_empty() {
            tx.drop_blob(company, &gone)?;
        }
    }
    Ok(())
}

/// Takes the paintings away that were only to be looked at; their bytes.
pub(in crate::engine) fn drop_previews(
    tx: &mut dyn Tx,
    company: Uuid,
    document: Uuid,
) -> Result<Vec<Hash>, Error> {
    let mut gone = Vec::new();
    for format in Format::ALL {
        let stream = previews(company, document, format);
        let before = tx.used(&stream)?;
        gone.extend(use_bytes(tx, &stream, &before, &[])?);
    }
    Ok(gone)
}

fn drop_unused(tx: &mut dyn Tx, company: Uuid, document: Uuid) -> Result<(), Error> {
    for gone in drop_previews(tx, company, document)? {
        if tx.uses(company, &gone)?.is_empty() {
            tx.drop_blob(company, &gone)?;
        }
    }
    Ok(())
}

/// Whether an actor may read a document as it is rendered: also the prices that stand on it.
pub(in crate::engine) fn may_read(
    tx: &mut dyn Tx,
    company: Uuid,
    actor: &Actor,
    page: &Page,
) -> Result<(), Error> {
    let id = page.document;
    let sheet = load::<JobSheet>(tx, company, id)?;
    let invoice = load::<Invoice>(tx, company, id)?;
    let state = sheet.as_ref().map(|sheet| &sheet.record.state);
    let sheets = own::may_read::<JobSheet>(tx, company, actor, id, state);
    let state = invoice.as_ref().map(|invoice| &invoice.record.state);
    let invoices = own::may_read::<Invoice>(tx, company, actor, id, state);
    // Of what is not there nobody is told more than of what is hidden from him.
    match (sheets, invoices) {
        (Ok(()), _) => prices_too(tx, company, actor, page),
        (_, Ok(())) => Ok(()),
        (Err(why), _) | (_, Err(why)) if why.status() != Status::NotFound => Err(why),
        _ => Err(missing("document", page)),
    }
}

/// Refuses a version of a job sheet that shows prices, and an invoice, to who sees none (A10).
pub(in crate::engine) fn prices_too(
    tx: &mut dyn Tx,
    company: Uuid,
    actor: &Actor,
    page: &Page,
) -> Result<(), Error> {
    let books = answer::company_of(tx, company)?;
    let sheet = load::<JobSheet>(tx, company, page.document)?;
    let noun = if sheet.is_some() { JobSheet::NAME } else { Invoice::NAME };
    if own::sees_prices(&books, &actor.role, noun) {
        return Ok(());
    }
    if let Some(sheet) = sheet
        && !version(tx, company, sheet.record.state, page)?.content.is_priced()
    {
        return Ok(());
    }
    let (role, verb) = (actor.role.clone(), "prices.read".to_owned());
    Err(Door::Forbidden { role, verb }.into())
}

/// What went with a forgotten person is not rendered without him: it would be another paper.
fn still_there(held: &Personal<Hash>, page: &Page) -> Result<Hash, Error> {
    let gone = || Door::PageGone { document: page.document.to_string() }.into();
    held.reveal().copied().ok_or_else(gone)
}

fn ready(tx: &mut dyn Tx, company: Uuid, page: &Page) -> Result<Ready, Error> {
    if let Some(sheet) = load::<JobSheet>(tx, company, page.document)? {
        let state = version(tx, company, sheet.record.state, page)?;
        still_there(&state.evidence, page)?;
        let picture = picture(tx, company, &state)?;
        return Ok(Ready {
            document: view::job_sheet(&state, picture),
            name: file_name(&state),
            content_hash: state.content_hash,
            contexts: JobSheet::links(page.document, &state).contexts,
            recorded: state.signature != Signature::Pending,
        });
    }
    let Some(invoice) = load::<Invoice>(tx, company, page.document)? else {
        return Err(missing("document", page));
    };
    let state = invoice.record.state;
    if let Some(issue) = &state.issue {
        still_there(&issue.evidence.kept, page)?;
    }
    match &state.issue {
        Some(issue) if state.status == invoice::Status::Issued && page.version == 1 => Ok(Ready {
            document: view::invoice(&state.content, issue),
            name: issue.number.text(),
            content_hash: issue.evidence.hash,
            contexts: Invoice::links(page.document, &state).contexts,
            recorded: true,
        }),
        _ => Err(missing("issued invoice", page)),
    }
}

/// A version that replaces another has a name of its own, or it would replace its file too.
fn file_name(sheet: &job_sheet::State) -> String {
    let number = sheet.number.text();
    if sheet.version > 1 { format!("{number}-{}", sheet.version) } else { number }
}

/// The sheet as it was in a version: what was signed can be read after it was replaced (S61).
fn version(
    tx: &mut dyn Tx,
    company: Uuid,
    newest: job_sheet::State,
    page: &Page,
) -> Result<job_sheet::State, Error> {
    if newest.version == page.version {
        return Ok(newest);
    }
    let stream = Stream { company, noun: JobSheet::NAME, id: page.document };
    let of = |state: &job_sheet::State| state.version == page.version;
    replay::last_where::<JobSheet>(tx, &stream, of)?
        .ok_or_else(|| missing("job_sheet version", page))
}

/// Whether nothing has replaced the page: what was replaced is not sent by itself (R6).
pub(in crate::engine) fn is_newest(
    tx: &mut dyn Tx,
    company: Uuid,
    page: &Page,
) -> Result<bool, Error> {
    let sheet = load::<JobSheet>(tx, company, page.document)?;
    Ok(sheet.is_none_or(|sheet| sheet.record.state.version == page.version))
}

fn load<N: Noun>(tx: &mut dyn Tx, company: Uuid, id: Uuid) -> Result<Option<Loaded<N>>, Error> {
    replay::load::<N>(tx, &Stream { company, noun: N::NAME, id })
}

pub(in crate::engine) fn missing(noun: &str, page: &Page) -> Error {
    let id = format!("{} version {}", page.document, page.version);
    Door::NotFound { noun: noun.to_owned(), id }.into()
}

fn picture(
    tx: &mut dyn Tx,
    company: Uuid,
    sheet: &job_sheet::State,
) -> Result<Option<Vec<u8>>, Error> {
    match sheet.signature.signed().and_then(|signed| signed.picture.reveal()) {
        Some(picture) => blobs::stored(tx, company, picture).map(Some),
        None => Ok(None),
    }
}
