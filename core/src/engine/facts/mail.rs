//! Facts for a mail's decisions.

use crate::activity::Activity;
use crate::customer::Customer;
use crate::engine::desk::{Desk, Fetch};
use crate::equipment::Equipment;
use crate::error::Error;
use crate::mail::{Command, Context, Facts, Mail, State};

impl Fetch for Mail {
    fn fetch(desk: &mut Desk<'_>, _: &State, command: &Command) -> Result<Facts, Error> {
        let given = desk.given();
        let mut facts = Facts { given, company: desk.company_id, ..Facts::default() };
        match command {
            Command::Receive(message) => {
                facts.known = desk.state::<Mail>(desk.given.id)?.is_some();
                let files = message.attachments.iter().map(|file| file.content);
                for content in std::iter::once(message.content).chain(files) {
                    if desk.tx.blob(desk.company_id, &content)?.is_some() {
                        facts.blobs.insert(content);
                    }
                }
            }
            Command::File { under: Context::Customer(customer) } => {
                let found = desk.state::<Customer>(*customer)?;
                facts.case = found.map(|_| (*customer, None));
            }
            Command::File { under: Context::Equipment(equipment) } => {
                let found = desk.state::<Equipment>(*equipment)?;
                facts.case = found.map(|it| (it.customer, Some(*equipment)));
            }
            Command::File { under: Context::Activity(activity) } => {
                let found = desk.state::<Activity>(*activity)?;
                facts.case = found.map(|it| (it.customer, it.equipment));
            }
            Command::Unfile {} => {}
        }
        Ok(facts)
    }
}
