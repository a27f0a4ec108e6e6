//! What words and numbers of RTF mean.

/// Words that stand for a letter or a line end.
pub(super) fn sign(name: &str) -> Option<&'static str> {
    Some(match name {
        "par" | "line" | "row" | "sect" | "page" => "\n",
        "tab" | "cell" | "nestcell" => "\t",
        "emdash" => "\u{2014}",
        "endash" => "\u{2013}",
        "lquote" => "\u{2018}",
        "rquote" => "\u{2019}",
        "ldblquote" => "\u{201c}",
        "rdblquote" => "\u{201d}",
        "bullet" => "\u{2022}",
        "emspace" => "\u{2003}",
        "enspace" => "\u{2002}",
        _ => return None,
    })
}

/// The code page of a font's letters; `None` for those of the document.
pub(super) fn page(charset: i32) -> Option<u32> {
    Some(match charset {
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        255 => 850,
        // Of the document; programs say so also of letters that are not western.
        _ => return None,
    })
}
