//! Taking in a mail: read, kept as evidence by its content hash, and recorded (S3).

use crate::access::Actor;
use crate::engine::execute::{Origin, Performed};
use crate::engine::ports::Tried;
use crate::engine::room::{MAIL_COPIES, room_for};
use crate::engine::{Engine, Receipt, changes, kept_in as kept};
use crate::error::Error;
use crate::journal::Hash;
use crate::letter::ReadMail;
use crate::mail::{self, Mail, Message};
use crate::noun::Noun;
use crate::port::store::{Stream, Tx};
use uuid::Uuid;

/// A mail that was taken in.
#[derive(Clone, Debug)]
pub struct Received {
    /// What was recorded; a mail that was there already recorded nothing.
    pub receipt: Receipt,
    /// What the mail says, as it was read, for facts to be found in.
    pub mail: ReadMail,
}

impl Engine {
    /// Takes in a message that an adapter has read: its bytes and its files are kept under their
    /// hashes, in one transaction with the record. The same bytes twice are one mail (E6). There is
    /// no other way in: what a mail says is what stands in its bytes, and it came now.
    ///
    /// # Errors
    /// `ACCESS-ROLE-01`, `BLOB-SIZE-01`; `MAIL-RECEIVE-01` where its headers name more than 2,000
    /// persons.
    ///
    /// ```
    /// # use callout_core::{access::Actor, engine::Engine, letter::ReadMail};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(
    /// #     engine: &Engine, company: Uuid, actor: &Actor, bytes: &[u8], read: ReadMail
    /// # ) -> Done {
    /// let received = engine.receive(company, actor, bytes, read)?;
    /// if received.receipt.events.is_empty() {
    ///     println!("it was there already");
    /// }
    /// # Ok(()) }
    /// # let w = callout_world::world(); let (bytes, read) = w.read_mail();
    /// # ask(&w.engine, w.company, w.office().actor(), bytes, read).unwrap();
    /// ```
    pub fn receive(
        &self,
        company: Uuid,
        actor: &Actor,
        bytes: &[u8],
        read: ReadMail,
    ) -> Result<Received, Error> {
        room_for(bytes.len(), MAIL_COPIES)?;
        let mut tx = self.store.write()?;
        let Performed { receipt, head } =
            self.take_in(tx.as_mut(), company, actor, bytes, &read)?;
        if !receipt.events.is_empty() {
            tx.commit()?;
            self.tell(company, head);
        }
        Ok(Received { receipt, mail: read })
    }

    /// The same inside a transaction of the host, which commits or rolls back itself. A refused
    /// mail leaves the transaction as it was. As with [`execute_in`](Self::execute_in), what is
    /// registered with [`after_commit`](Self::after_commit) is not told.
    ///
    /// # Errors
    /// As [`receive`](Self::receive).
    ///
    /// ```
    /// # use callout_core::{access::Actor, engine::Engine, letter::ReadMail, port::store::Tx};
    /// # use uuid::Uuid;
    /// # type Done = Result<(), Box<dyn std::error::Error>>;
    /// # fn ask(
    /// #     engine: &Engine, tx: &mut dyn Tx, company: Uuid, actor: &Actor, bytes: &[u8],
    /// #     read: ReadMail
    /// # ) -> Done {
    /// let received = engine.receive_in(tx, company, actor, bytes, read)?;
    /// # Ok(()) }
    /// # let w = callout_world::world();
    /// # let (bytes, read) = w.read_mail();
    /// # use callout_core::port::store::Store; let mut tx = w.store.write().unwrap();
    /// # ask(&w.engine, tx.as_mut(), w.company, w.office().actor(), bytes, read).unwrap();
    /// ```
    pub fn receive_in(
        &self,
        tx: &mut dyn Tx,
        company: Uuid,
        actor: &Actor,
        bytes: &[u8],
        read: ReadMail,
    ) -> Result<Received, Error> {
        room_for(bytes.len(), MAIL_COPIES)?;
        tx.mark()?;
        let taken = self.take_in(tx, company, actor, bytes, &read);
        let Performed { receipt, .. } = kept(tx, taken)?;
        Ok(Received { receipt, mail: read })
    }

    fn take_in(
        &self,
        tx: &mut dyn Tx,
        company: Uuid,
        actor: &Actor,
        bytes: &[u8],
        read: &ReadMail,
    ) -> Result<Performed, Error> {
        changes::permitted(tx, company, actor, "mail.receive")?;
        let content = Hash::of(bytes);
        let target = mail::id(&tx.secret(company)?, &content);
        let message = Message::from_read(content, read);
        mail::bounded(&message)?;
        // Of what is known no byte is written: it may have been forgotten since, and what is taken
        // back stays in the log for a while.
        if tx.state(&Stream { company, noun: Mail::NAME, id: target })?.is_none() {
            tx.put_blob(company, &content, bytes)?;
            for file in &read.attachments {
                tx.put_blob(company, &Hash::of(&file.bytes), &file.bytes)?;
            }
        }
        let command = mail::Command::Receive(Box::new(message));
        let request = self.own_request(company, actor, target, command.into());
        self.perform(tx, &request, Origin::Door, Tried::default())
    }
}
