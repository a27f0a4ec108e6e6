//! The order in which the schema wants properties: Word forgives another one, validators do not.

/// Elements whose children have an order, and that order.
const ORDERS: &[(&str, &str)] = &[
    (
        "w:pPr",
        "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:pBdr \
         w:shd w:tabs w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:jc w:textDirection \
         w:textAlignment w:outlineLvl w:rPr w:sectPr",
    ),
    (
        "w:rPr",
        "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:strike w:dstrike w:vanish w:color \
         w:spacing w:w w:sz w:szCs w:highlight w:u w:bdr w:shd w:vertAlign w:lang",
    ),
    (
        "w:tblPr",
        "w:tblStyle w:tblpPr w:tblW w:jc w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar \
         w:tblLook",
    ),
    (
        "w:tcPr",
        "w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:vAlign",
    ),
    ("w:tcBorders", "w:top w:left w:bottom w:right w:insideH w:insideV"),
    ("w:tblCellMar", "w:top w:left w:bottom w:right"),
    ("w:sectPr", "w:headerReference w:footerReference w:pgSz w:pgMar w:cols w:titlePg w:docGrid"),
    ("w:settings", "w:zoom w:defaultTabStop w:compat"),
    (
        "w:style",
        "w:name w:basedOn w:next w:link w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat \
         w:pPr w:rPr w:tblPr w:trPr w:tcPr",
    ),
];

/// An element, or text between elements.
struct Node<'x> {
    /// Name of the element; empty for text.
    name: &'x str,
    /// Its opening tag, or the text.
    open: &'x str,
    children: Vec<Node<'x>>,
    /// Its closing tag; empty where the opening tag closes itself.
    close: &'x str,
}

/// Puts the children of properties into the schema's order. XML that is not well formed, and
/// children that the order does not name, stay as they are.
pub(super) fn in_schema_order(xml: &str) -> String {
    let Some(nodes) = parse(xml) else { return xml.to_owned() };
    let mut out = String::with_capacity(xml.len());
    nodes.into_iter().for_each(|node| write(node, &mut out));
    out
}

/// The XML that docx-rs writes: no comments, no sections of raw text. A stack keeps deep nesting
/// off the call stack.
fn parse(xml: &str) -> Option<Vec<Node<'_>>> {
    let mut open: Vec<Node> = vec![Node { name: "", open: "", children: Vec::new(), close: "" }];
    let mut rest = xml;
    while !rest.is_empty() {
        let start = rest.find('<').unwrap_or(rest.len());
        if start > 0 {
            let text = Node { name: "", open: &rest[..start], children: Vec::new(), close: "" };
            open.last_mut()?.children.push(text);
            rest = &rest[start..];
            continue;
        }
        let end = rest.find('>')? + 1;
        let (tag, after) = rest.split_at(end);
        rest = after;
        if tag.starts_with("</") {
            let mut node = open.pop()?;
            node.close = tag;
            open.last_mut()?.children.push(node);
            continue;
        }
        let name = tag[1..].split([' ', '/', '>']).next()?;
        let node = Node { name, open: tag, children: Vec::new(), close: "" };
        if tag.ends_with("/>") || tag.starts_with("<?") {
            open.last_mut()?.children.push(node);
        } else {
            open.push(node);
        }
    }
    let root = open.pop()?;
    open.is_empty().then_some(root.children)
}

fn write(mut node: Node, out: &mut String) {
    if let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == node.name) {
        let place = |child: &Node| {
            let found = order.split_ascii_whitespace().position(|name| name == child.name);
            found.unwrap_or(usize::MAX)
        };
        node.children.sort_by_key(place);
        // Empty letter properties, which styles do not allow at all.
        let idle = |child: &Node| child.name == "w:rPr" && child.close.is_empty();
        node.children.retain(|child| !idle(child));
        // The same property twice: the later one counts, as Word reads it.
        let mut kept: Vec<Node> = Vec::new();
        for child in node.children {
            match kept.last_mut() {
                Some(last) if once(child.name) && last.name == child.name => *last = child,
                _ => kept.push(child),
            }
        }
        node.children = kept;
    }
    out.push_str(node.open);
    node.children.into_iter().for_each(|child| write(child, out));
    out.push_str(node.close);
}

/// Whether a property may stand only once; text and references of pages may stand often.
fn once(name: &str) -> bool {
    !name.is_empty() && !name.ends_with("Reference")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_come_in_order_and_once() {
        let table = [
            ("<w:pPr><w:jc /><w:pStyle /></w:pPr>", "<w:pPr><w:pStyle /><w:jc /></w:pPr>"),
            (
                "<a>x<w:rPr><w:sz v=\"1\" /><w:b /><w:sz v=\"2\" /></w:rPr>y</a>",
                "<a>x<w:rPr><w:b /><w:sz v=\"2\" /></w:rPr>y</a>",
            ),
            ("<w:p><w:r>b</w:r><w:r>a</w:r></w:p>", "<w:p><w:r>b</w:r><w:r>a</w:r></w:p>"),
            ("<a><b></a>", "<a><b></a>"),
        ];
        for (xml, ordered) in table {
            assert_eq!(in_schema_order(xml), ordered);
        }
    }
}
