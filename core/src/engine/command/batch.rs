//! Several commands in one transaction: all or nothing, or each with its outcome.

use crate::access::Actor;
use crate::engine::execute::{Origin, Performed};
use crate::engine::ports::Tried;
use crate::engine::wire::read_value;
use crate::engine::{Engine, IN_THE_HOSTS_LOG, Receipt, Request, kept_in};
use crate::error::{Door, Error, Status};
use crate::journal::{Hash, Head};
use crate::port::store::Tx;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// Commands of a batch at most.
pub const MAX_BATCH: u64 = 1_000;

/// Several commands of one actor for one company, in one transaction.
///
/// ```
/// use callout_core::engine::{BatchMode, BatchRequest, read};
/// let batch: BatchRequest = read(br#"{
///     "company": "01890a5d-0000-774b-bcce-b302099a8057",
///     "actor": {"id": "01890a5d-0001-774b-bcce-b302099a8057", "role": "technician"},
///     "mode": "each",
///     "commands": [{
///         "id": "01890a5d-ac96-774b-bcce-b302099a8057",
///         "target": "01890a5d-0002-774b-bcce-b302099a8057",
///         "command": {"report": {"submit": {}}}
///     }]
/// }"#)?;
/// assert_eq!((batch.mode, batch.commands.len()), (BatchMode::Each, 1));
/// # Ok::<(), callout_core::error::Error>(())
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BatchRequest {
    /// The id of the company (the tenant) whose data is changed. Not a registration number.
    pub company: Uuid,
    /// Who asks, and in which role; the host has checked who it is.
    pub actor: Actor,
    /// What becomes of the others where one is refused: `all_or_nothing` where it is missing.
    #[serde(default)]
    pub mode: BatchMode,
    /// The commands, in the order in which they are executed, 1 to 1,000 (`REQUEST-BATCH-01`).
    pub commands: Vec<BatchCommand>,
}

/// What becomes of the other commands of a batch where one is refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BatchMode {
    /// Nothing is done: the refusal is the batch's, and names the command in `batch`.
    #[default]
    AllOrNothing,
    /// They are done all the same, and each has its outcome.
    Each,
}

/// One command of a batch: a request without company and actor.
///
/// In place of any value may stand what an earlier command made: `{"$receipt": 0, "take":
/// "target"}` is the `target` of the receipt of the first command, and so are its `version` and
/// `part`. What is not there is refused (`REQUEST-BATCH-02`).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BatchCommand {
    /// The command's own id: sent again with the same content, it gives the first receipt again.
    pub id: Uuid,
    /// The id of the record that it is for. A command that begins one may leave it to Callout.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub target: Value,
    /// The version that the caller saw, as in a single request.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub expected: Value,
    /// Outside ids to link in the same transaction: the name of a system to the id there. None
    /// where it is missing.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub external_ids: Value,
    /// The device on which it was given; left out where that was the host itself.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub device: Value,
    /// What it follows from: the id of a message, an order or a call in the host.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub cause: Value,
    /// What is asked, as in a single request: `{"activity": {"assign": {...}}}`.
    pub command: Value,
}

/// What a batch did.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BatchReceipt {
    /// What became of each command, in their order.
    pub outcomes: Vec<BatchOutcome>,
}

/// What became of one command of a batch.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BatchOutcome {
    /// It was executed, and gives its receipt.
    Done(Receipt),
    /// It was refused, and changed nothing.
    Refused(Refused),
}

/// Why a command was refused, as an error says it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Refused {
    /// The stable code, for programs: `ACTIVITY-CREATE-01`.
    pub code: String,
    /// What the caller does next.
    pub status: Status,
    /// The sentence in English.
    pub message: String,
    /// The sentence in Czech.
    pub message_cs: String,
    /// Parameters of the sentence, and more where it helps: `path`, `changed`, `batch`.
    pub details: Map<String, Value>,
}

impl From<&Error> for Refused {
    fn from(error: &Error) -> Self {
        Refused {
            code: error.code().to_owned(),
            status: error.status(),
            message: error.message(),
            message_cs: error.message_cs(),
            details: error.details().clone(),
        }
    }
}

impl Engine {
    /// Executes several commands in one transaction, which a later one may build on: the target,
    /// the version and the part of an earlier receipt stand in its place.
    ///
    /// # Errors
    /// `REQUEST-BATCH-01` for none or too many; of all or nothing the first refusal, which names
    /// its command in `batch`. A fault of the store ends the whole batch, and nothing is done.
    ///
    /// ```
    /// # use callout_core::engine::{BatchOutcome, BatchRequest, Engine};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, request: &BatchRequest) -> Done {
    /// for outcome in engine.batch(request)?.outcomes {
    ///     match outcome {
    ///         BatchOutcome::Done(receipt) => println!("{} is done", receipt.command),
    ///         BatchOutcome::Refused(refused) => println!("{}: {}", refused.code, refused.message),
    ///     }
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # let batch = callout_core::engine::read(callout_world::BATCH).unwrap();
    /// # ask(&w.engine, &batch).unwrap();
    /// ```
    pub fn batch(&self, batch: &BatchRequest) -> Result<BatchReceipt, Error> {
        within(batch)?;
        let mut work = Work::new(self, batch, |hash| self.store.read()?.blob(batch.company, hash))?;
        let mut tx = self.store.write()?;
        work.run(tx.as_mut())?;
        let forgets = work.forgotten().next().is_some();
        let waiting = if forgets { tx.commit_and_scrub()? } else { tx.commit().map(|()| None)? };
        work.forgotten().for_each(|forgotten| *forgotten = waiting.clone());
        self.tell(batch.company, work.head);
        Ok(BatchReceipt { outcomes: work.outcomes })
    }

    /// The same inside a transaction of the host, which commits or rolls back itself. A refused
    /// batch leaves the transaction as it was.
    ///
    /// # Errors
    /// As [`batch`](Self::batch).
    ///
    /// ```
    /// # use callout_core::{engine::{BatchRequest, Engine}, port::store::Tx};
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(engine: &Engine, tx: &mut dyn Tx, request: &BatchRequest) -> Done {
    /// let receipt = engine.batch_in(tx, request)?;
    /// // The host writes its own tables in `tx`, and commits.
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # let batch = callout_core::engine::read(callout_world::BATCH).unwrap();
    /// # use callout_core::port::store::Store; let mut tx = w.store.write().unwrap();
    /// # ask(&w.engine, tx.as_mut(), &batch).unwrap();
    /// ```
    pub fn batch_in(&self, tx: &mut dyn Tx, batch: &BatchRequest) -> Result<BatchReceipt, Error> {
        within(batch)?;
        let mut work = Work::new(self, batch, |hash| tx.blob(batch.company, hash))?;
        tx.mark()?;
        let done = work.run(tx);
        kept_in(tx, done)?;
        work.forgotten().for_each(|forgotten| *forgotten = Some(IN_THE_HOSTS_LOG.to_owned()));
        Ok(BatchReceipt { outcomes: work.outcomes })
    }
}

fn within(batch: &BatchRequest) -> Result<(), Error> {
    let commands = batch.commands.len() as u64;
    if commands == 0 || commands > MAX_BATCH {
        return Err(Door::BatchSize { commands, most: MAX_BATCH }.into());
    }
    Ok(())
}

/// A batch being executed.
struct Work<'a> {
    engine: &'a Engine,
    batch: &'a BatchRequest,
    tried: Vec<Tried>,
    outcomes: Vec<BatchOutcome>,
    head: Option<Head>,
}

impl<'a> Work<'a> {
    /// What is plugged in tries the pictures of signatures before the store is taken: a renderer
    /// may take long, and may ask the engine something.
    fn new(
        engine: &'a Engine,
        batch: &'a BatchRequest,
        mut blob: impl FnMut(&Hash) -> Result<Option<Vec<u8>>, Error>,
    ) -> Result<Work<'a>, Error> {
        let mut tried = Vec::with_capacity(batch.commands.len());
        for command in &batch.commands {
            let picture = command.command.pointer("/job_sheet/sign/picture");
            let picture: Option<Hash> = picture.and_then(|it| Hash::deserialize(it).ok());
            tried.push(match picture {
                Some(picture) => engine.tried_picture(&picture, &mut blob)?,
                None => Tried::default(),
            });
        }
        let outcomes = Vec::with_capacity(batch.commands.len());
        Ok(Work { engine, batch, tried, outcomes, head: None })
    }

    /// Where the receipts say what of the forgotten still waits to be deleted.
    fn forgotten(&mut self) -> impl Iterator<Item = &mut Option<String>> {
        self.outcomes.iter_mut().filter_map(|outcome| match outcome {
            BatchOutcome::Done(receipt) => receipt.forgotten.as_mut().map(|it| &mut it.waiting),
            BatchOutcome::Refused(_) => None,
        })
    }

    fn run(&mut self, tx: &mut dyn Tx) -> Result<(), Error> {
        let tried = std::mem::take(&mut self.tried);
        for (index, (command, tried)) in self.batch.commands.iter().zip(tried).enumerate() {
            let each = self.batch.mode == BatchMode::Each;
            if each {
                tx.mark()?;
            }
            let done = self.one(tx, command, tried);
            let done = if each { kept_in(tx, done) } else { done };
            let which = json!({"index": index, "command": command.id});
            match done.map_err(|error| error.with("batch", which)) {
                Ok(performed) => {
                    self.head = performed.head.or(self.head);
                    self.outcomes.push(BatchOutcome::Done(performed.receipt));
                }
                Err(error) if each && is_its_own(&error) => {
                    self.outcomes.push(BatchOutcome::Refused(Refused::from(&error)));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn one(
        &self,
        tx: &mut dyn Tx,
        command: &BatchCommand,
        tried: Tried,
    ) -> Result<Performed, Error> {
        let request = self.request(command)?;
        let origin = Origin::Host { expected: request.expected };
        self.engine.perform(tx, &request, origin, tried)
    }

    /// The command as a request, with what earlier ones made in place.
    fn request(&self, command: &BatchCommand) -> Result<Request, Error> {
        let mut whole = json!({
            "id": command.id,
            "company": self.batch.company,
            "actor": self.batch.actor,
            "command": command.command,
        });
        let others = [
            ("target", &command.target),
            ("expected", &command.expected),
            ("external_ids", &command.external_ids),
            ("device", &command.device),
            ("cause", &command.cause),
        ];
        for (name, value) in others.into_iter().filter(|(_, value)| !value.is_null()) {
            whole[name] = value.clone();
        }
        self.put_in(&mut whole)?;
        read_value(&whole)
    }

    fn put_in(&self, value: &mut Value) -> Result<(), Error> {
        match value {
            Value::Object(fields) if fields.contains_key("$receipt") => {
                *value = self.taken(fields)?;
                Ok(())
            }
            Value::Object(fields) => fields.values_mut().try_for_each(|it| self.put_in(it)),
            Value::Array(values) => values.iter_mut().try_for_each(|it| self.put_in(it)),
            _ => Ok(()),
        }
    }

    /// What an earlier command made.
    fn taken(&self, fields: &Map<String, Value>) -> Result<Value, Error> {
        let place = fields.get("$receipt").and_then(Value::as_u64);
        let take = fields.get("take").and_then(Value::as_str).unwrap_or_default();
        let of = place.and_then(|place| self.outcomes.get(usize::try_from(place).ok()?));
        let found = match of {
            Some(BatchOutcome::Done(receipt)) if fields.len() == 2 => match take {
                "target" => Some(json!(receipt.target)),
                "version" => Some(json!(receipt.version)),
                "part" => receipt.part.map(|part| json!(part)),
                _ => None,
            },
            _ => None,
        };
        let reference = Value::Object(fields.clone()).to_string();
        found.ok_or_else(|| Door::BatchReference { reference }.into())
    }
}

/// Whether an error is about the command alone, so that the others can go on.
fn is_its_own(error: &Error) -> bool {
    use Status::{Conflict, Invalid, NotFound, Refused, Unsupported};
    matches!(error.status(), Conflict | Invalid | NotFound | Refused | Unsupported)
}
