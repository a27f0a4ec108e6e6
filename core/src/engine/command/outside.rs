//! The ids that records have in outside systems: each names one record of a noun.

use crate::company;
use crate::engine::replay::Happening;
use crate::engine::{RecordEvent, Request, own};
use crate::error::{Door, Error};
use crate::noun::Noun;
use crate::port::store::{Stream, Tx};

/// Keeps an outside id, or takes it away, as it happened.
pub(in crate::engine) fn happened<N: Noun>(
    tx: &mut dyn Tx,
    (request, books): (&Request, &company::State),
    stream: &Stream,
    happening: &Happening<N>,
) -> Result<(), Error> {
    match happening {
        Happening::Record(RecordEvent::Linked { system, value }) => {
            let value = value.reveal_text();
            let holder = tx.external(stream.company, stream.noun, system, value)?;
            let Some(holder) = holder.filter(|holder| *holder != stream.id) else {
                return tx.put_external(stream, system, value);
            };
            let books = (stream.company, books);
            let (system, value) = (system.clone(), value.to_owned());
            // Which record it is, is for who may read it.
            Err(match own::sees(tx, books, &request.actor, stream.noun, holder)? {
                true => Door::ExternalTaken { system, value, holder: holder.to_string() },
                false => Door::ExternalHeld { system, value },
            }
            .into())
        }
        Happening::Record(RecordEvent::Unlinked { system }) => tx.drop_external(stream, system),
        _ => Ok(()),
    }
}
