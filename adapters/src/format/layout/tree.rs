//! What the marks on the pages belong to: the document's structure, for renderers that tag.

/// Index of a node in its [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The whole; always the first node.
    Document,
    /// A heading: level 1 is the document's title.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell that names a column or, in lists of labels and values, a row.
    HeaderCell {
        /// Whether it names a row in place of a column.
        of_row: bool,
    },
    /// A cell of a table.
    Cell {
        /// Over how many columns it reaches; from 1.
        columns: u16,
    },
    /// A picture; its alternative text stands in [`Node::text`].
    Figure,
}

/// An element of the structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// What it is part of; only the document has none.
    pub parent: Option<NodeId>,
    /// Text of a heading, alternative text of a figure.
    pub text: Option<String>,
}

/// All elements, parents before their children, children in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// By [`NodeId`].
    pub nodes: Vec<Node>,
}

impl Tree {
    /// The document's own node.
    pub const ROOT: NodeId = NodeId(0);

    pub(super) fn new() -> Self {
        Tree { nodes: vec![Node { role: Role::Document, parent: None, text: None }] }
    }

    pub(super) fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        self.push(parent, role, None)
    }

    pub(super) fn add_text(&mut self, parent: NodeId, role: Role, text: &str) -> NodeId {
        self.push(parent, role, Some(text.to_owned()))
    }

    fn push(&mut self, parent: NodeId, role: Role, text: Option<String>) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node { role, parent: Some(parent), text });
        id
    }
}
