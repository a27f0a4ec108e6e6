//! The engine.

use crate::call::call;
use crate::clock::PythonClock;
use crate::error::{to_python, unreadable};
use crate::hook::PythonHook;
use crate::mailer::PythonMailer;
use crate::registry::PythonRegistry;
use callout_adapters::store::memory::MemoryStore;
use callout_adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout_adapters::system::{SystemClock, SystemIds};
use callout_adapters::wire;
use callout_core::engine::{self, Caller, read, write};
use callout_core::error::Error;
use callout_core::port::clock::Clock;
use callout_core::port::store::{Progress, Store};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyBytes};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

/// One service database, for all threads of the host.
#[pyclass(frozen, module = "callout._callout")]
pub struct Engine {
    /// Empty once closed; calls that are under way keep theirs.
    inner: RwLock<Option<Arc<engine::Engine>>>,
    path: PathBuf,
}

fn on(store: Arc<dyn Store>, clock: Arc<dyn Clock>) -> Arc<engine::Engine> {
    let engine = engine::Engine::new(store, clock, Arc::new(SystemIds));
    Arc::new(wire::equipped(engine))
}

/// The host's clock, or the machine's.
fn clock_of(clock: Option<Bound<'_, PyAny>>) -> PyResult<Arc<dyn Clock>> {
    match clock {
        Some(clock) => Ok(Arc::new(PythonClock::new(clock)?)),
        None => Ok(Arc::new(SystemClock)),
    }
}

/// Whether the host wants the backup to go on; Ctrl-C is heard here too.
fn told(py: Python<'_>, progress: &Py<PyAny>, now: &Progress) -> PyResult<bool> {
    py.check_signals()?;
    let now = write(now).map_err(|error| to_python(py, &error))?;
    Ok(!progress.call1(py, (PyBytes::new(py, &now),))?.is(PyBool::new(py, false)))
}

#[pymethods]
impl Engine {
    /// Opens a file, and makes it where there is none.
    #[staticmethod]
    #[pyo3(signature = (
        path, *, durability = "full", busy_timeout_ms = 10_000, read_only = false,
        most_wal_bytes = Settings::default().most_wal_bytes, clock = None
    ))]
    #[allow(clippy::too_many_arguments, reason = "by name, as Python has them")]
    fn open(
        py: Python<'_>,
        path: PathBuf,
        durability: &str,
        busy_timeout_ms: u64,
        read_only: bool,
        most_wal_bytes: u64,
        clock: Option<Bound<'_, PyAny>>,
    ) -> PyResult<Engine> {
        let clock = clock_of(clock)?;
        let durability = match durability {
            "full" => Durability::Full,
            "normal" => Durability::Normal,
            "off" => Durability::Off,
            other => {
                let error = unreadable("durability", format!("{other} is not full, normal or off"));
                return Err(to_python(py, &error));
            }
        };
        let patience = Duration::from_millis(busy_timeout_ms);
        let settings =
            Settings { durability, patience, read_only, most_wal_bytes, ..Settings::default() };
        let opened = call(py, || Ok(on(Arc::new(SqliteStore::open(&path, settings)?), clock)))?;
        Ok(Engine { inner: RwLock::new(Some(opened)), path })
    }

    /// Keeps everything in memory, and forgets it when it is closed.
    #[staticmethod]
    #[pyo3(signature = (*, clock = None))]
    fn open_memory(py: Python<'_>, clock: Option<Bound<'_, PyAny>>) -> PyResult<Engine> {
        let clock = clock_of(clock)?;
        let opened = call(py, || Ok(on(Arc::new(MemoryStore::new()), clock)))?;
        Ok(Engine { inner: RwLock::new(Some(opened)), path: PathBuf::from(":memory:") })
    }

    /// Lets go of the file, as soon as the calls that are under way have ended.
    fn close(&self, py: Python<'_>) {
        py.detach(|| self.inner.write().unwrap_or_else(PoisonError::into_inner).take());
    }

    /// Whether `close` was called.
    #[getter]
    fn closed(&self) -> bool {
        self.inner.read().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// Copies the file while others work on it; `progress(json)` gives `False` to cancel.
    fn backup(
        &self,
        py: Python<'_>,
        path: PathBuf,
        progress: Option<Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        let engine = self.engine()?;
        let progress = progress.map(Bound::unbind);
        let mut raised = None;
        let done = call(py, || {
            engine.backup(&path, |now| {
                let Some(progress) = &progress else { return true };
                Python::attach(|py| told(py, progress, &now)).unwrap_or_else(|error| {
                    raised = Some(error);
                    false
                })
            })
        });
        // What the host raised says more than that the backup was cancelled.
        raised.map_or(done, Err)
    }

    /// Executes a request; JSON both ways.
    fn execute<'py>(&self, py: Python<'py>, request: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| engine.execute_json(request))
    }

    /// Executes several commands in one transaction; JSON both ways.
    fn batch<'py>(&self, py: Python<'py>, batch: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| engine.batch_json(batch))
    }

    /// Answers a question; JSON both ways, and bytes for `blob`.
    #[pyo3(signature = (question, progress = None))]
    fn query<'py>(
        &self,
        py: Python<'py>,
        question: &[u8],
        progress: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let progress = progress.map(Bound::unbind);
        let mut raised = None;
        let done = self.work(py, |engine| {
            engine.query_json(question, &mut |now| {
                let Some(progress) = &progress else { return true };
                Python::attach(|py| told(py, progress, &now)).unwrap_or_else(|error| {
                    raised = Some(error);
                    false
                })
            })
        });
        raised.map_or(done, Err)
    }

    /// Writes what is of an older form anew, some streams a call.
    fn renew<'py>(&self, py: Python<'py>, ask: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| engine.renew_json(ask))
    }

    /// Keeps bytes; gives their hash.
    fn put_blob(&self, py: Python<'_>, caller: &[u8], bytes: &[u8]) -> PyResult<String> {
        let engine = self.engine()?;
        call(py, || {
            let Caller { company, actor } = read(caller)?;
            Ok(engine.put_blob(company, &actor, bytes)?.to_string())
        })
    }

    /// Takes in an e-mail; gives the receipt.
    fn receive<'py>(
        &self,
        py: Python<'py>,
        caller: &[u8],
        message: &[u8],
    ) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| wire::receive(engine, caller, message))
    }

    /// Renders a document; gives what its file is.
    fn render<'py>(&self, py: Python<'py>, ask: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| engine.render_json(ask))
    }

    /// Delivers what is queued through a mailer that Callout brings.
    fn deliver<'py>(
        &self,
        py: Python<'py>,
        ask: &[u8],
        mailer: &[u8],
    ) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| engine.deliver_json(ask, wire::mailer(mailer)?.as_ref()))
    }

    /// Delivers what is queued through an object with `send(envelope, message)`.
    fn deliver_through<'py>(
        &self,
        py: Python<'py>,
        ask: &[u8],
        mailer: Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let mailer = PythonMailer::new(mailer);
        let answer = self.work(py, |engine| engine.deliver_json(ask, &mailer));
        mailer.raised().map_or(answer, Err)
    }

    /// Keeps a technician's calendar on a server that Callout has a client for.
    fn sync_calendar<'py>(
        &self,
        py: Python<'py>,
        ask: &[u8],
        server: &[u8],
    ) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| {
            engine.sync_calendar_json(ask, wire::calendar_server(server)?.as_ref())
        })
    }

    /// Asks the registers that are plugged in; JSON, `null` for no such company.
    fn look_up_company<'py>(
        &self,
        py: Python<'py>,
        registration_number: &str,
        number_checked: bool,
    ) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| write(&engine.look_up_company(registration_number, number_checked)?))
    }

    /// Plugs in a register of companies: an object with `id` and `look_up(registration_number)`.
    fn register_registry(&self, py: Python<'_>, registry: Bound<'_, PyAny>) -> PyResult<()> {
        let engine = self.engine()?;
        let registry = Arc::new(PythonRegistry::new(registry)?);
        call(py, || {
            engine.register_registry(registry);
            Ok(())
        })
    }

    /// Plugs in a register that Callout brings.
    fn open_registry(&self, py: Python<'_>, settings: &[u8]) -> PyResult<()> {
        let engine = self.engine()?;
        call(py, || {
            engine.register_registry(wire::registry(settings)?);
            Ok(())
        })
    }

    /// Registers what is told a company and its head after each commit; `None` for nothing.
    fn after_commit(&self, py: Python<'_>, hook: Option<Bound<'_, PyAny>>) -> PyResult<()> {
        let engine = self.engine()?;
        let hook = hook.map(PythonHook::new).transpose()?;
        call(py, || {
            match hook {
                Some(hook) => engine.after_commit(move |company, head| {
                    hook.tell(&company.to_string(), &head);
                }),
                None => engine.after_commit(|_, _| {}),
            }
            Ok(())
        })
    }

    fn __repr__(&self) -> String {
        format!("<callout engine on {:?}>", self.path)
    }
}

impl Engine {
    fn engine(&self) -> PyResult<Arc<engine::Engine>> {
        let inner = self.inner.read().unwrap_or_else(PoisonError::into_inner);
        inner.clone().ok_or_else(|| PyValueError::new_err("the engine is closed"))
    }

    /// A call whose answer is bytes.
    fn work<'py>(
        &self,
        py: Python<'py>,
        work: impl FnOnce(&engine::Engine) -> Result<Vec<u8>, Error> + Send,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let engine = self.engine()?;
        call(py, || work(&engine)).map(|answer| PyBytes::new(py, &answer))
    }
}
