//! JSON in, JSON out: the same door for C, Python and whoever else speaks JSON.

use crate::engine::room::{REQUEST_COPIES, room_for};
use crate::engine::{Answer, BatchRequest, Engine, QueryRequest, Request};
use crate::error::{Door, Error, Mark};
use crate::port::store::Progress;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A request of more bytes than this is refused: 4 MiB. Pictures and documents go as blobs.
pub const MAX_BYTES: u64 = 4 << 20;

/// Reads a value, straight into its type, and says where it does not fit.
///
/// # Errors
/// `REQUEST-READ-01`, `REQUEST-FIELD-01`, `REQUEST-TIME-01`, `REQUEST-AMOUNT-01` with the path.
///
/// ```
/// use callout_core::engine::{Request, read};
/// let error = read::<Request>(br#"{"id": 4711}"#).unwrap_err();
/// assert_eq!(error.code(), "REQUEST-READ-01");
/// assert_eq!(error.details()["path"], "id");
/// assert_eq!(read::<Request>(b"not JSON").unwrap_err().details()["path"], "$");
/// ```
pub fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, Error> {
    let bytes = json.len() as u64;
    if bytes > MAX_BYTES {
        return Err(Door::TooLarge { bytes, most: MAX_BYTES }.into());
    }
    room_for(json.len(), REQUEST_COPIES)?;
    let mut reader = serde_json::Deserializer::from_slice(json);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = Some(error.path().to_string()).filter(|path| path != ".");
        let path = path.unwrap_or_else(|| "$".to_owned());
        Error::from(Mark::find(&error.inner().to_string(), path))
    })?;
    reader.end().map_err(|error| Mark::find(&error.to_string(), "$".to_owned()))?;
    Ok(value)
}

/// The same of what was read as JSON already.
pub(in crate::engine) fn read_value<T: DeserializeOwned>(json: Value) -> Result<T, Error> {
    serde_path_to_error::deserialize(json).map_err(|error| {
        let path = Some(error.path().to_string()).filter(|path| path != ".");
        let path = path.unwrap_or_else(|| "$".to_owned());
        Mark::find(&error.inner().to_string(), path).into()
    })
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
        let request: Request = read(request)?;
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
        let batch: BatchRequest = read(batch)?;
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
        let question: QueryRequest = read(question)?;
        match self.query_with_progress(&question, progress)? {
            Answer::Blob(bytes) => Ok(bytes),
            answer => write(&answer),
        }
    }
}
