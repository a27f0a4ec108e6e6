//! The engine.

use crate::call::call;
use crate::error::{to_python, unreadable};
use crate::registry::PythonRegistry;
use crate::toolbox::json;
use callout_adapters::store::sqlite::{Durability, Settings, SqliteStore};
use callout_adapters::system::{SystemClock, SystemIds};
use callout_core::access::Actor;
use callout_core::engine::{self, read};
use callout_core::error::Error;
use callout_core::journal::{Hash, Head};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use uuid::Uuid;

/// One service database, for all threads of the host.
#[pyclass(frozen, module = "callout._callout")]
pub struct Engine {
    /// Empty once closed; calls that are under way keep theirs.
    inner: RwLock<Option<Arc<engine::Engine>>>,
    path: PathBuf,
}

#[pymethods]
impl Engine {
    /// Opens a file, and makes it where there is none.
    #[staticmethod]
    #[pyo3(signature = (path, *, durability = "full", busy_timeout_ms = 10_000))]
    fn open(
        py: Python<'_>,
        path: PathBuf,
        durability: &str,
        busy_timeout_ms: u64,
    ) -> PyResult<Engine> {
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
        let settings = Settings { durability, patience, ..Settings::default() };
        let opened = call(py, || {
            let store = Arc::new(SqliteStore::open(&path, settings)?);
            Ok(engine::Engine::new(store, Arc::new(SystemClock), Arc::new(SystemIds)))
        })?;
        Ok(Engine { inner: RwLock::new(Some(Arc::new(opened))), path })
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

    /// Executes a request; JSON both ways.
    fn execute<'py>(&self, py: Python<'py>, request: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| engine.execute_json(request))
    }

    /// Answers a question; JSON both ways.
    fn query<'py>(&self, py: Python<'py>, question: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| engine.query_json(question))
    }

    /// A page of the feed.
    fn changes<'py>(
        &self,
        py: Python<'py>,
        company: &str,
        actor: &[u8],
        after: u64,
        limit: u32,
    ) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| {
            json(&engine.changes(id(company)?, &read::<Actor>(actor)?, after, limit)?)
        })
    }

    /// Proves that what is stored is what happened.
    #[pyo3(signature = (company, actor, kept = None))]
    fn verify<'py>(
        &self,
        py: Python<'py>,
        company: &str,
        actor: &[u8],
        kept: Option<&[u8]>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| {
            let kept = kept.map(read::<Head>).transpose()?;
            json(&engine.verify(id(company)?, &read::<Actor>(actor)?, kept)?)
        })
    }

    /// A company's head.
    fn head<'py>(&self, py: Python<'py>, company: &str) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| json(&engine.head(id(company)?)?))
    }

    /// Keeps bytes; gives their hash.
    fn put_blob(&self, py: Python<'_>, company: &str, bytes: &[u8]) -> PyResult<String> {
        let engine = self.engine()?;
        call(py, || Ok(engine.put_blob(id(company)?, bytes)?.to_string()))
    }

    /// Reads bytes back.
    fn blob<'py>(
        &self,
        py: Python<'py>,
        company: &str,
        hash: &str,
    ) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| {
            let hash: Hash = hash.parse().map_err(|reason| unreadable("hash", reason))?;
            engine.blob(id(company)?, &hash)
        })
    }

    /// Asks the registers that are plugged in; JSON, `null` for no such company.
    fn look_up_company<'py>(
        &self,
        py: Python<'py>,
        company_id: &str,
    ) -> PyResult<Bound<'py, PyBytes>> {
        self.work(py, |engine| json(&engine.look_up_company(company_id)?))
    }

    /// Plugs in a register of companies: an object with `id` and `look_up(company_id)`.
    fn register_registry(&self, py: Python<'_>, registry: Bound<'_, PyAny>) -> PyResult<()> {
        let engine = self.engine()?;
        let registry = Arc::new(PythonRegistry::new(registry)?);
        call(py, || {
            engine.register_registry(registry);
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

fn id(company: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(company).map_err(|reason| unreadable("company", reason))
}
