//! Elements of a page, by how their insides are read.

/// Elements with lines of their own.
pub(super) const BLOCKS: [&str; 45] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "plaintext",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// Elements whose insides nobody reads.
pub(super) const UNREAD: [&str; 4] = ["script", "style", "template", "title"];

/// Elements in which no tag is one, and those of them in which no entity is one either.
pub(super) const RAW: [&str; 3] = ["textarea", "xmp", "plaintext"];
pub(super) const RAWEST: [&str; 2] = ["xmp", "plaintext"];

/// Elements whose first line end is not shown.
pub(super) const LEADING: [&str; 3] = ["pre", "listing", "textarea"];
