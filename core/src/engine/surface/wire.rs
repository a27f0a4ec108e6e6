//! JSON in, JSON out: the same door for C, Python and whoever else speaks JSON.

use super::twins::NoTwins;
use crate::engine::room::{REQUEST_COPIES, room_for};
use crate::engine::{
    Answer, BatchRequest, Caller, DeliverRequest, Engine, QueryRequest, RenderRequest,
    RenewRequest, Request, SyncCalendarRequest,
};
use crate::error::{self, Door, Error};
use crate::port::store::Progress;
use crate::visit::calendar_entry::CalendarFile;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serde_path_to_error::Segment;

/// A request of more bytes than this is refused: 4 MiB. Pictures and documents go as blobs.
pub const MAX_BYTES: u64 = 4 << 20;

/// A request of more bytes is not looked at again to tell more of what is wrong with it.
const MOST_LOOKED_AT: usize = 256 << 10;

/// Reads a value, straight into its type, and says where it does not fit.
///
/// # Errors
/// `REQUEST-JSON-01` for what is no JSON; `REQUEST-FIELD-*`, `REQUEST-KIND-01`,
/// `REQUEST-CHOICE-01`, `REQUEST-FORM-01`, `REQUEST-TIME-*`, `REQUEST-AMOUNT-*` with the path of
/// what does not fit.
///
/// ```
/// use callout_core::engine::{Request, read};
/// let error = read::<Request>(br#"{"id": 4711}"#).unwrap_err();
/// assert_eq!(error.code(), "REQUEST-KIND-01");
/// assert_eq!(error.details()["path"], "id");
/// assert_eq!(read::<Request>(b"not JSON").unwrap_err().code(), "REQUEST-JSON-01");
/// ```
pub fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, Error> {
    let bytes = json.len() as u64;
    if bytes > MAX_BYTES {
        return Err(Door::TooLarge { bytes, most: MAX_BYTES }.into());
    }
    room_for(json.len(), REQUEST_COPIES)?;
    let mut reader = serde_json::Deserializer::from_slice(json);
    let value = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| refused(&error, looked_at(json).as_ref()))?;
    reader.end().map_err(|error| error::refusal(&error, "", None))?;
    serde_path_to_error::deserialize::<_, NoTwins>(&mut serde_json::Deserializer::from_slice(json))
        .map_err(|error| refused(&error, None))?;
    Ok(value)
}

/// The same of what a host asks. Where it does not fit, all that is wrong with it stands in
/// `faults` of the details, in a build that holds schemas: each with its path, its code and its
/// sentences.
///
/// # Errors
/// As [`read`].
pub fn read_asked<T: Asked>(json: &[u8]) -> Result<T, Error> {
    read(json).map_err(|error| with_faults::<T>(error, looked_at(json).as_ref()))
}

/// The same of what was read as JSON already.
pub(in crate::engine) fn read_value<T: Asked>(json: &Value) -> Result<T, Error> {
    serde_path_to_error::deserialize(json)
        .map_err(|error| with_faults::<T>(refused(&error, Some(json)), Some(json)))
}

/// After so many faults the rest says no more.
pub(in crate::engine) const MAX_FAULTS: usize = 50;

/// A refusal with all that does not fit.
fn with_faults<T: Asked>(error: Error, json: Option<&Value>) -> Error {
    let mut faults = json.map(T::faults).unwrap_or_default();
    let same = |fault: &Error| {
        fault.code() == error.code() && fault.details().get("path") == error.details().get("path")
    };
    // The schema knows more of what is wanted there than the reader says, and nothing of a name
    // that stands twice.
    let first = match faults.iter().position(same) {
        Some(at) => faults[at].clone(),
        None if faults.is_empty() => return error,
        None => {
            faults.truncate(MAX_FAULTS - 1);
            faults.insert(0, error.clone());
            error
        }
    };
    first.with("faults", told(&faults))
}

/// Faults as they stand in the details of the error that tells them.
fn told(faults: &[Error]) -> Value {
    let one = |fault: &Error| {
        json!({
            "path": fault.details().get("path"),
            "code": fault.code(),
            "message": fault.message(),
            "message_cs": fault.message_cs(),
        })
    };
    faults.iter().map(one).collect()
}

/// What a host asks in JSON.
pub trait Asked: DeserializeOwned {
    /// All that does not fit, in the order of the schema; nothing where this build has no schemas.
    fn faults(json: &Value) -> Vec<Error>;
}

macro_rules! asked {
    ($($asked:ty),* $(,)?) => { $(
        impl Asked for $asked {
            #[cfg(feature = "schema")]
            fn faults(json: &Value) -> Vec<Error> {
                static SCHEMA: std::sync::OnceLock<Value> = std::sync::OnceLock::new();
                let schema = SCHEMA.get_or_init(|| schemars::schema_for!($asked).to_value());
                crate::engine::schema::faults(json, schema)
            }

            #[cfg(not(feature = "schema"))]
            fn faults(_: &Value) -> Vec<Error> {
                Vec::new()
            }
        }
    )* };
}

asked!(
    BatchRequest,
    Caller,
    CalendarFile,
    DeliverRequest,
    QueryRequest,
    RenderRequest,
    RenewRequest,
    Request,
    SyncCalendarRequest,
);

fn refused(error: &serde_path_to_error::Error<serde_json::Error>, json: Option<&Value>) -> Error {
    let (mut path, mut here) = (String::new(), json);
    for segment in error.path() {
        let found = match segment {
            Segment::Seq { index } => {
                path.push_str(&format!("[{index}]"));
                here.and_then(|json| json.get(*index))
            }
            Segment::Map { key } | Segment::Enum { variant: key } => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&error::shortened(key));
                here.and_then(|json| json.get(key))
            }
            Segment::Unknown => None,
        };
        // What is not there, a word in the place of an object say, is what stands above it.
        here = found.or(here);
    }
    error::refusal(error.inner(), &path, here).into()
}

/// A request that does not fit, read as JSON to tell more of what is wrong with it.
fn looked_at(json: &[u8]) -> Option<Value> {
    if json.len() <= MOST_LOOKED_AT { serde_json::from_slice(json).ok() } else { None }
}

/// A value as JSON.
///
/// # Errors
/// `ENGINE-PANIC-01` for what JSON cannot say: a fault of Callout.
///
/// ```
/// # use callout_core::engine::{Receipt, write};
/// # fn ask(receipt: &Receipt) -> Result<(), Box<dyn std::error::Error>> {
/// let json = write(receipt)?;
/// # Ok(()) }
/// ```
pub fn write(value: &impl serde::Serialize) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(value).map_err(|reason| Door::Panicked { what: reason.to_string() }.into())
}

impl Engine {
    /// [`execute`](Self::execute) with a [`Request`] and a [`Receipt`](crate::engine::Receipt) as
    /// JSON.
    ///
    /// # Errors
    /// As [`read`] and [`execute`](Self::execute).
    ///
    /// ```
    /// # use callout_core::engine::Engine;
    /// # fn ask(engine: &Engine) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = br#"{
    ///     "id": "01890a5d-ac96-774b-bcce-b302099a8057",
    ///     "company": "01890a5d-0000-774b-bcce-b302099a8057",
    ///     "actor": {"id": "01890a5d-0001-774b-bcce-b302099a8057", "role": "manager"},
    ///     "target": "01890a5d-0002-774b-bcce-b302099a8057",
    ///     "expected": 1,
    ///     "command": {"activity": {"open": {}}}
    /// }"#;
    /// let receipt = engine.execute_json(request)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # w.named();
    /// # ask(&w.engine).unwrap();
    /// ```
    pub fn execute_json(&self, request: &[u8]) -> Result<Vec<u8>, Error> {
        let request: Request = read_asked(request)?;
        write(&self.execute(&request)?)
    }

    /// [`batch`](Self::batch) with a [`BatchRequest`] and a
    /// [`BatchReceipt`](crate::engine::BatchReceipt) as JSON.
    ///
    /// # Errors
    /// As [`read`] and [`batch`](Self::batch).
    ///
    /// ```
    /// # use callout_core::engine::Engine;
    /// # fn ask(engine: &Engine) -> Result<(), Box<dyn std::error::Error>> {
    /// let batch = br#"{
    ///     "company": "01890a5d-0000-774b-bcce-b302099a8057",
    ///     "actor": {"id": "01890a5d-0001-774b-bcce-b302099a8057", "role": "manager"},
    ///     "commands": [
    ///         {
    ///             "id": "01890a5d-ac96-774b-bcce-b302099a8057",
    ///             "command": {"technician": {"create": {"name": "Karel Vrana"}}}
    ///         },
    ///         {
    ///             "id": "01890a5d-ac97-774b-bcce-b302099a8057",
    ///             "target": {"$receipt": 0, "take": "target"},
    ///             "expected": {"$receipt": 0, "take": "version"},
    ///             "command": {"technician": {"update": {"phone": "+420 700 000 201"}}}
    ///         }
    ///     ]
    /// }"#;
    /// let receipt = engine.batch_json(batch)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(&w.engine).unwrap();
    /// ```
    pub fn batch_json(&self, batch: &[u8]) -> Result<Vec<u8>, Error> {
        let batch: BatchRequest = read_asked(batch)?;
        write(&self.batch(&batch)?)
    }

    /// [`query_with_progress`](Self::query_with_progress) with a [`QueryRequest`] and its answer as
    /// JSON; for [`Query::Blob`](crate::engine::Query::Blob) the answer is the bytes themselves.
    ///
    /// # Errors
    /// As [`read`] and [`query`](Self::query).
    ///
    /// ```
    /// # use callout_core::engine::Engine;
    /// # fn ask(engine: &Engine) -> Result<(), Box<dyn std::error::Error>> {
    /// let question = br#"{
    ///     "company": "01890a5d-0000-774b-bcce-b302099a8057",
    ///     "actor": {"id": "01890a5d-0001-774b-bcce-b302099a8057", "role": "reader"},
    ///     "query": {"activity": {"list": {"filter": {"assigned": false}, "limit": 20}}}
    /// }"#;
    /// let page = engine.query_json(question, &mut |_| true)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # ask(&w.engine).unwrap();
    /// ```
    pub fn query_json(
        &self,
        question: &[u8],
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Vec<u8>, Error> {
        let question: QueryRequest = read_asked(question)?;
        match self.query_with_progress(&question, progress)? {
            Answer::Blob(bytes) => Ok(bytes),
            answer => write(&answer),
        }
    }
}
