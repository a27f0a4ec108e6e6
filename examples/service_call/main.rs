//! A service call, from the customer's e-mail to the invoice, on a new database.
//!
//! ```text
//! cargo run --release --example service_call                    its own enquiry
//! cargo run --release --example service_call -- enquiry.eml     any other
//!     --out FOLDER    where everything is left (service_call)
//!     --live          ask the company register ARES itself
//! ```

#![allow(clippy::print_stdout, reason = "the story is told on the screen")]

mod approval;
mod calendar;
mod enquiry;
mod planning;
mod site;
mod story;
mod world;

use std::error::Error;
use std::path::PathBuf;
use story::Story;

type Done = Result<(), Box<dyn Error>>;

struct Asked {
    mail: Option<PathBuf>,
    out: PathBuf,
    live: bool,
}

fn asked() -> Result<Asked, String> {
    let mut asked = Asked { mail: None, out: PathBuf::from("service_call"), live: false };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--live" => asked.live = true,
            "--out" => asked.out = words.next().ok_or("--out needs a folder")?.into(),
            _ if word.starts_with('-') => return Err(format!("{word} is not known")),
            _ => asked.mail = Some(word.into()),
        }
    }
    Ok(asked)
}

fn main() -> Done {
    let asked = asked()?;
    let mail = match &asked.mail {
        Some(path) => std::fs::read(path)?,
        None => include_bytes!("enquiry.eml").to_vec(),
    };
    let mut story = Story::begin(&asked.out)?;
    world::found(&mut story, asked.live)?;
    let case = enquiry::take_in(&mut story, &mail)?;
    let work = planning::plan(&mut story, &case)?;
    let sheet = site::work(&mut story, &case, &work)?;
    approval::bill(&mut story, &case, &work, sheet)?;
    story.end(&case)
}
