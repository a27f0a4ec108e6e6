//! Another SQLite than ours: the `sqlite3` tool and Python's own module, whichever are here.

use super::skip::skipped;
use std::path::Path;
use std::process::{Command, Output};

/// A program with a copy of SQLite of its own, to which SQL is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onlooker {
    Tool,
    Python,
}

const PYTHON: &str = "import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=20)
for statement in sys.argv[2].split(';'):
    for row in connection.execute(statement):
        print(*row, sep='|')
connection.commit()
connection.close()";

/// Each row is said once it is written for good.
const LOOP: &str = "import sqlite3, sys
written = 0
while True:
    connection = sqlite3.connect(sys.argv[1], timeout=20)
    try:
        connection.execute('SELECT count(*) FROM sqlite_schema').fetchone()
        connection.execute('CREATE TABLE IF NOT EXISTS own (n)')
        connection.execute('INSERT INTO own VALUES (1)')
        connection.commit()
        written += 1
        print(written, flush=True)
    except sqlite3.OperationalError:
        pass
    connection.close()";

impl Onlooker {
    /// Those that are installed; says by name which is not.
    pub fn all(what: &str) -> Vec<Onlooker> {
        let there = |program: &str, ask: &[&str]| {
            let there = Command::new(program).args(ask).output();
            let there = there.is_ok_and(|output| output.status.success());
            if !there {
                skipped(what, &format!("there is no {program} with SQLite"));
            }
            there
        };
        let tool = there("sqlite3", &["-version"]).then_some(Onlooker::Tool);
        let python = there("python3", &["-c", "import sqlite3"]).then_some(Onlooker::Python);
        tool.into_iter().chain(python).collect()
    }

    /// Opens the file, runs statements without `;` inside, and leaves.
    pub fn look(self, file: &Path, sql: &str) -> Output {
        let mut command = match self {
            Onlooker::Tool => Command::new("sqlite3"),
            Onlooker::Python => Command::new("python3"),
        };
        match self {
            Onlooker::Tool => command.args(["-cmd", ".timeout 20000"]).arg(file).arg(sql),
            Onlooker::Python => command.args(["-c", PYTHON]).arg(file).arg(sql),
        };
        command.output().expect("an onlooker")
    }

    /// A program that looks in, writes a row into a table of its own and leaves, without end; it
    /// prints how many rows it has written.
    pub fn again_and_again(self, file: &Path) -> Command {
        assert_eq!(self, Onlooker::Python, "the tool has no loop");
        let mut command = Command::new("python3");
        command.args(["-c", LOOP]).arg(file);
        command
    }

    /// Looks, which must succeed; what it printed.
    pub fn sees(self, file: &Path, sql: &str) -> String {
        let output = self.look(file, sql);
        let why = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{self:?}: {why}");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }
}
