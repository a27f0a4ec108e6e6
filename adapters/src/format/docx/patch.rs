//! What docx-rs cannot write, put into its parts before they are packed.

use super::look::{TABLE_HEAD_STYLE, clean};
use super::order::in_schema_order;
use callout_core::document::{Document, Picture, PictureKind};
use docx_rs::XMLDocx;

/// Repeated heads, alternative texts, the type of JPEG pictures, title and author.
pub(super) fn patch(package: &mut XMLDocx, document: &Document, pictures: &[&Picture]) {
    edit(&mut package.document, |xml| describe_pictures(&repeat_heads(&xml), pictures));
    edit(&mut package.document, |xml| in_schema_order(&grid(&xml)));
    edit(&mut package.styles, |xml| in_schema_order(&language(&xml, document)));
    edit(&mut package.numberings, |xml| in_schema_order(&xml));
    edit(&mut package.settings, |xml| in_schema_order(&xml));
    for part in package.footers.iter_mut().chain(&mut package.headers) {
        edit(part, |xml| in_schema_order(&xml));
    }
    edit(&mut package.content_type, |xml| type_pictures(xml, pictures));
    theme(package);
    edit(&mut package.doc_props.core, |xml| {
        let author = format!("<dc:creator>{}</dc:creator>", escape(&document.author));
        let editor = format!("<cp:lastModifiedBy>{}<", escape(&document.author));
        let title = format!("<dc:title>{}</dc:title>", escape(&document.heading()));
        let language = format!("<dc:language>{}</dc:language>", document.language.tag());
        xml.replace("<dc:creator>unknown</dc:creator>", &author)
            .replace("<cp:lastModifiedBy>unknown<", &editor)
            .replace("</cp:coreProperties>", &format!("{language}{title}</cp:coreProperties>"))
    });
}

fn edit(part: &mut Vec<u8>, change: impl FnOnce(String) -> String) {
    // docx-rs writes UTF-8; a part that is none is left as it is.
    if let Ok(text) = String::from_utf8(part.clone()) {
        *part = change(text).into_bytes();
    }
}

/// Marks the rows that hold heads of tables, known by their paragraph style.
fn repeat_heads(xml: &str) -> String {
    const ROW: &str = "<w:tr>";
    const WHOLE: &str = "<w:cantSplit />";
    let style = format!("<w:pStyle w:val=\"{TABLE_HEAD_STYLE}\" />");
    let mut out = String::with_capacity(xml.len() + 64);
    for (index, row) in xml.split(ROW).enumerate() {
        if index > 0 {
            out.push_str(ROW);
        }
        let own = row.split("</w:tr>").next().unwrap_or_default();
        if index > 0 && own.contains(&style) {
            out.push_str(&row.replacen(WHOLE, "<w:cantSplit /><w:tblHeader />", 1));
        } else {
            out.push_str(row);
        }
    }
    out
}

/// Gives each picture an identity of its own and its alternative text.
fn describe_pictures(xml: &str, pictures: &[&Picture]) -> String {
    const PLACE: &str = "<wp:docPr id=\"1\" name=\"Figure\" />";
    let mut out = String::with_capacity(xml.len() + 64);
    for (index, part) in xml.split(PLACE).enumerate() {
        if index > 0 {
            let alt = pictures.get(index - 1).map_or("", |picture| picture.alt.as_str());
            let alt = escape(alt);
            out.push_str(&format!(
                "<wp:docPr id=\"{index}\" name=\"Figure {index}\" descr=\"{alt}\" />"
            ));
        }
        out.push_str(part);
    }
    out
}

/// docx-rs calls every picture PNG; the type of those that are not is said apart.
fn type_pictures(xml: String, pictures: &[&Picture]) -> String {
    let mut types = String::new();
    for (index, picture) in pictures.iter().enumerate() {
        if picture.shape().is_ok_and(|shape| shape.kind == PictureKind::Jpeg) {
            let name = format!("/word/media/rIdPicture{}.png", index + 1);
            types.push_str(&format!("<Override PartName=\"{name}\" ContentType=\"image/jpeg\" />"));
        }
    }
    if types.is_empty() { xml } else { xml.replace("</Types>", &format!("{types}</Types>")) }
}

/// Says in which language the text is, or Word underlines it where it speaks another.
fn language(xml: &str, document: &Document) -> String {
    let tag = document.language.tag();
    let own = format!("<w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\" w:bidi=\"ar-SA\" /></w:rPr>");
    xml.replacen("</w:rPr>", &own, 1)
}

fn escape(text: &str) -> String {
    clean(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\n', " ")
}

/// Columns of a grid have a width and nothing else.
fn grid(xml: &str) -> String {
    let mut out = String::with_capacity(xml.len());
    for (index, part) in xml.split("<w:gridCol ").enumerate() {
        if index == 0 {
            out.push_str(part);
            continue;
        }
        out.push_str("<w:gridCol ");
        out.push_str(&part.replacen(" w:type=\"dxa\"", "", 1));
    }
    out
}

/// Names the theme that the package gets when it is packed.
fn theme(package: &mut XMLDocx) {
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme";
    edit(&mut package.document_rels, |xml| {
        let own = format!("<Relationship Id=\"rIdTheme\" Type=\"{TYPE}\" Target=\"theme1.xml\" />");
        xml.replace("</Relationships>", &format!("{own}</Relationships>"))
    });
    edit(&mut package.content_type, |xml| {
        let own = "<Override PartName=\"/word/theme1.xml\" \
                   ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\" />";
        xml.replace("</Types>", &format!("{own}</Types>"))
    });
}
