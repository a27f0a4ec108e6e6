//! States and the verbs between them, as a table.

/// In this state, this verb leads to that state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<S> {
    /// The state in which the verb may be asked.
    pub from: S,
    /// The name of the command that leads on, such as `open`.
    pub verb: &'static str,
    /// The state to which it leads.
    pub to: S,
}

/// One line of a table.
pub const fn step<S>(from: S, verb: &'static str, to: S) -> Step<S> {
    Step { from, verb, to }
}

/// What may be asked in a state, each verb once, in the table's order.
pub fn verbs<S: PartialEq + Copy>(table: &[Step<S>], from: S) -> Vec<&'static str> {
    let mut verbs: Vec<&'static str> = Vec::new();
    for step in table.iter().filter(|step| step.from == from) {
        // What a verb leads to may hang on more than the state.
        if !verbs.contains(&step.verb) {
            verbs.push(step.verb);
        }
    }
    verbs
}

impl<S: PartialEq + Copy> Step<S> {
    /// Where a verb leads from a state, the first of the table where there are several; `None`
    /// where it may not be asked.
    pub fn next(table: &[Step<S>], from: S, verb: &str) -> Option<S> {
        table.iter().find(|step| step.from == from && step.verb == verb).map(|step| step.to)
    }
}
