//! The tools, asked by their names and answered as JSON.

use super::wire::{read, write};
use crate::error::Error;
use crate::toolbox::{ToolFault, list};

macro_rules! dispatch {
    ($( $name:literal: $asks:ty, $answers:ty => $run:expr, )*) => {
        /// The names of the tools that [`tool`] knows.
        pub const TOOLS: &[&str] = &[ $( $name ),* ];

        /// Asks a tool by its name: JSON in, JSON out. The schemas of `toolbox` say what it takes
        /// (under its name) and gives (under its name with `_answer`).
        ///
        /// # Errors
        /// `TOOL-NAME-01` for a name that is none; as [`read`], and what the tool says.
        ///
        /// ```
        /// use callout_core::engine::tool;
        /// let days = tool("holidays", br#"{"country": "CZ", "year": 2027}"#)?;
        /// assert!(String::from_utf8(days)?.contains("2027-03-26"));
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        pub fn tool(name: &str, asked: &[u8]) -> Result<Vec<u8>, Error> {
            match name {
                $( $name => {
                    let asked: $asks = read(asked)?;
                    let run: fn(&$asks) -> Result<$answers, Error> = $run;
                    write(&run(&asked)?)
                } )*
                other => {
                    let known = TOOLS.to_vec();
                    Err(ToolFault::NoTool { name: other.to_owned(), known }.into())
                }
            }
        }

        /// What each tool takes and gives.
        #[cfg(feature = "schema")]
        pub(in crate::engine) fn schemas() -> Vec<(&'static str, schemars::Schema)> {
            vec![ $(
                ($name, schemars::schema_for!($asks)),
                (concat!($name, "_answer"), schemars::schema_for!($answers)),
            )* ]
        }
    };
}

list!(dispatch);
