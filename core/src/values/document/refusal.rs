//! Why a document cannot be rendered.

crate::codes! {
    /// Faults of documents and their pictures.
    pub enum Refusal {
        /// Bytes that are neither PNG nor JPEG.
        PictureUnknown { alt: String } => Unsupported "DOCUMENT-PICTURE-01"
            en "The picture \"{alt}\" is neither PNG nor JPEG. Convert it to one of them."
            cs "Obrázek „{alt}“ není PNG ani JPEG. Převeďte jej na jeden z těchto formátů.",
        /// Cut short or damaged.
        PictureBroken { alt: String, reason: String } => Invalid "DOCUMENT-PICTURE-02"
            en "The picture \"{alt}\" is damaged: {reason}. Give its bytes again, or leave it out."
            cs "Obrázek „{alt}“ je poškozený: {reason}. Dodejte jej znovu, nebo jej vynechte.",
        /// More pixels or bytes than a document takes.
        PictureTooLarge { alt: String, size: String, most: String } => Invalid "DOCUMENT-PICTURE-03"
            en "The picture \"{alt}\" has {size}, at most {most} are taken. Scale it down."
            cs "Obrázek „{alt}“ má {size}, přijímá se nejvýše {most}. Zmenšete jej.",
        /// No place to put it.
        PictureNoSize { alt: String } => Invalid "DOCUMENT-PICTURE-04"
            en "The picture \"{alt}\" may be 0 mm wide or high. Give both sizes from 1 mm."
            cs "Obrázek „{alt}“ má povolenou šířku nebo výšku 0 mm. Uveďte obojí od 1 mm.",
        /// Colours that the format cannot show.
        PictureColours { alt: String, colours: String } => Unsupported "DOCUMENT-PICTURE-05"
            en "The picture \"{alt}\" has {colours} colours. Convert it to grey or RGB."
            cs "Obrázek „{alt}“ má barvy {colours}. Převeďte jej na stupně šedi nebo RGB.",
        /// The file says that it is to be turned before it is shown.
        PictureTurned { alt: String } => Invalid "DOCUMENT-PICTURE-06"
            en "The picture \"{alt}\" lies on its side and only notes how to turn it (EXIF). Save it upright."
            cs "Obrázek „{alt}“ leží na boku a jen uvádí, jak jej otočit (EXIF). Uložte jej otočený.",
        /// A signature without a stroke.
        PictureBlank { alt: String } => Invalid "DOCUMENT-PICTURE-07"
            en "The picture \"{alt}\" shows nothing: all of it is one colour. Have it signed again."
            cs "Obrázek „{alt}“ nic neukazuje: celý má jedinou barvu. Nechte podepsat znovu.",
        /// A table that cannot hold anything.
        TableColumns { table: u32, columns: u32, most: u32 } => Invalid "DOCUMENT-TABLE-01"
            en "Block {table} is a table of {columns} columns. Give it 1 to {most}."
            cs "Blok {table} je tabulka o {columns} sloupcích. Zadejte jich 1 až {most}.",
        /// A row with more cells than columns, which would vanish.
        TableRow { table: u32, row: u32, cells: u32, columns: u32 } => Invalid "DOCUMENT-TABLE-02"
            en "Row {row} of the table in block {table} has {cells} cells for {columns} columns. Leave out the surplus."
            cs "Řádek {row} tabulky v bloku {table} má {cells} buněk na {columns} sloupců. Přebytečné vynechte.",
        /// A column without width.
        ColumnWeight { table: u32, column: u32 } => Invalid "DOCUMENT-TABLE-03"
            en "Column {column} of the table in block {table} has weight 0. Give it 1 or more."
            cs "Sloupec {column} tabulky v bloku {table} má váhu 0. Zadejte 1 nebo více.",
        /// More than a renderer takes on.
        TooLong { characters: u64, most: u64 } => Invalid "DOCUMENT-SIZE-01"
            en "The document has {characters} characters, at most {most} are rendered. Split it."
            cs "Dokument má {characters} znaků, vykreslí se nejvýše {most}. Rozdělte jej.",
        /// More lines than a renderer takes on.
        TooManyLines { lines: u64, most: u64 } => Invalid "DOCUMENT-SIZE-02"
            en "The document has {lines} lines and rows, at most {most} are rendered. Split it."
            cs "Dokument má {lines} řádků, vykreslí se nejvýše {most}. Rozdělte jej.",
        /// A letter for which the renderer has no shape.
        Letter { letter: String, code: String, place: String, text: String }
            => Unsupported "DOCUMENT-LETTER-01"
            en "The letter {letter} ({code}) cannot be rendered; it stands under \"{place}\" in \"{text}\". Write it in other letters, or choose a format that has it."
            cs "Znak {letter} ({code}) nelze vykreslit; stojí v části „{place}“ v textu „{text}“. Napište jej jinými písmeny, nebo zvolte formát, který jej umí.",
        /// A year that no file format can write.
        Year { year: i32 } => Invalid "DOCUMENT-DATE-01"
            en "The document was made in the year {year}. Give a date from 1 to 9999."
            cs "Dokument vznikl v roce {year}. Zadejte datum od roku 1 do 9999.",
        /// The renderer failed in a way of its own.
        Renderer { renderer: String, reason: String } => Internal "DOCUMENT-RENDER-01"
            en "{renderer} failed: {reason}. Nothing was written; report this with the document."
            cs "{renderer} selhal: {reason}. Nic nebylo zapsáno; nahlaste to i s dokumentem.",
    }
}
