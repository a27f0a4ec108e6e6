//! Where pages break and what stands together.

use crate::{pictures, samples};
use callout_adapters::format::layout::{Layout, Mark, Page, Role, lay_out, style};
use callout_core::document::{
    Block, Cell, Column, Document, Kind, Language, Note, Picture, Row, SignatureBox, Signatures,
    Table, Total, Totals,
};

fn with(blocks: Vec<Block>) -> Document {
    let mut document = Document::new(Kind::Other, "Zkouška", Language::Cs);
    document.blocks = blocks;
    document
}

fn texts(page: &Page) -> Vec<&str> {
    let texts = page.marks.iter().filter_map(|mark| match mark {
        Mark::Text(run) => Some(run.text.as_str()),
        _ => None,
    });
    texts.collect()
}

/// Nothing stands outside the margins, and no content stands in the footer.
fn check(layout: &Layout<'_>) {
    let footer = style::PAGE_HEIGHT - style::BOTTOM;
    for page in &layout.pages {
        for mark in &page.marks {
            let (x, right, low) = match mark {
                Mark::Text(run) => (run.x, run.x + run.width, run.baseline),
                Mark::Fill(fill) => (fill.x, fill.x + fill.width, fill.y + fill.height),
                Mark::Picture(one) => (one.x, one.x + one.width, one.y + one.height),
            };
            assert!(x >= style::MARGIN, "{mark:?}");
            assert!(right <= style::PAGE_WIDTH - style::MARGIN + 1, "{mark:?}");
            assert!(low <= footer, "{mark:?}");
        }
        let lowest = page.marks.iter().filter_map(|mark| match mark {
            Mark::Text(run) if run.node.is_some() => Some(run.baseline),
            Mark::Picture(one) => Some(one.y + one.height),
            _ => None,
        });
        assert!(lowest.max().unwrap_or(0) < footer - style::pt(20));
    }
}

fn table(rows: Vec<Row>) -> Block {
    let columns = vec![Column::left("Popis", 4), Column::right("Cena", 1)];
    Block::Table(Table { columns, rows, empty: None })
}

#[test]
fn three_hundred_lines_repeat_the_head_on_every_page() {
    let invoice = samples::invoice(Language::Cs, 300);
    let layout = lay_out(&invoice).unwrap();
    check(&layout);
    let count = layout.pages.len();
    assert!(count > 8, "{count}");
    for (index, page) in layout.pages.iter().enumerate().take(count - 1) {
        let texts = texts(page);
        assert_eq!(texts.iter().filter(|text| **text == "Množství").count(), 1);
        let number = format!("Strana {} z {count}", index + 1);
        assert!(texts.contains(&number.as_str()));
    }
    let all = layout.text();
    for line in 1..=300 {
        assert!(all.lines().any(|text| text == line.to_string()), "line {line}");
    }
}

#[test]
fn repeated_heads_and_page_numbers_are_no_content() {
    let invoice = samples::invoice(Language::En, 100);
    let layout = lay_out(&invoice).unwrap();
    let heads = layout.pages.iter().flat_map(|page| &page.marks).filter_map(|mark| match mark {
        Mark::Text(run) if run.text == "Description" => Some(run.node),
        _ => None,
    });
    let heads: Vec<_> = heads.collect();
    assert!(heads.len() > 2);
    assert_eq!(heads.iter().flatten().count(), 1);
    for run in layout.pages.iter().flat_map(|page| &page.marks) {
        let Mark::Text(run) = run else { continue };
        assert!(!(run.text.starts_with("Page ") && run.node.is_some()));
    }
}

#[test]
fn sums_and_signatures_stay_on_one_page_wherever_they_fall() {
    let amount = |index: usize| Total::new(format!("Součet {index}"), "1,00\u{a0}Kč");
    for lines in 0..60 {
        let state = "Podepsáno".to_owned();
        let document = with(vec![
            table((0..lines).map(|line| Row::line([format!("{line}"), "1".into()])).collect()),
            Block::Totals(Totals { lines: (0..6).map(amount).collect(), ..Totals::default() }),
            Block::Signatures(Signatures {
                boxes: vec![SignatureBox {
                    title: "Podpis".into(),
                    name_label: "Jméno".into(),
                    time_label: "Datum".into(),
                    state,
                    ..SignatureBox::default()
                }],
            }),
        ]);
        let layout = lay_out(&document).unwrap();
        check(&layout);
        let on =
            |text: &str| layout.pages.iter().position(|page| texts(page).contains(&text)).unwrap();
        assert_eq!(on("Součet 0"), on("Součet 5"), "{lines} lines");
        assert_eq!(on("Podpis"), on("Podepsáno"), "{lines} lines");
    }
}

#[test]
fn headings_heads_and_last_lines_do_not_stand_alone() {
    for lines in 20..60 {
        let mut rows: Vec<Row> =
            (0..5).map(|line| Row::line([format!("řádek {line}"), "1".into()])).collect();
        rows.push(Row::total(["Celkem", "5"]));
        let text = vec!["řádek"; lines].join("\n");
        let document = with(vec![Block::paragraph(text), Block::heading("Nadpis"), table(rows)]);
        let layout = lay_out(&document).unwrap();
        let on =
            |text: &str| layout.pages.iter().position(|page| texts(page).contains(&text)).unwrap();
        assert_eq!(on("Nadpis"), on("řádek 0"), "{lines} lines");
        assert_eq!(on("Celkem"), on("řádek 4"), "{lines} lines");
    }
}

#[test]
fn a_row_is_torn_only_when_no_page_holds_it() {
    let lines = |count: usize| vec!["text"; count].join("\n");
    for (high, most) in [(30, 1), (90, 3)] {
        for before in 0..40 {
            let rows = vec![
                Row::line([lines(before), "1".into()]),
                Row::line([format!("začátek\n{}\nkonec", lines(high)), "2".into()]),
            ];
            let document = with(vec![table(rows)]);
            let layout = lay_out(&document).unwrap();
            check(&layout);
            let on = |text: &str| {
                layout.pages.iter().position(|page| texts(page).contains(&text)).unwrap()
            };
            assert!(on("konec") - on("začátek") < most, "{before} before {high}");
        }
    }
}

#[test]
fn nothing_of_a_very_long_text_is_lost() {
    let word = |index: usize| format!("slovo{index}");
    let text = (0..20_000).map(word).collect::<Vec<_>>().join(" ");
    let note = Note { title: "Poznámka".into(), text: text.clone() };
    let mut document = with(vec![Block::paragraph(text.clone()), Block::Note(note)]);
    document.footer = text;
    let layout = lay_out(&document).unwrap();
    check(&layout);
    let all = layout.text();
    for index in [0, 777, 9_999, 19_999] {
        let word = word(index);
        let found = all.split_whitespace().filter(|text| *text == word).count();
        assert_eq!(found, 3, "{word} in paragraph, note and footer");
    }
}

#[test]
fn a_cell_of_very_many_lines_goes_on_over_pages() {
    let text = vec!["ř"; 40_000].join("\n");
    let document = with(vec![table(vec![Row::line([text.as_str(), "1"])])]);
    let layout = lay_out(&document).unwrap();
    assert_eq!(layout.text().lines().filter(|line| *line == "ř").count(), 40_000);
}

#[test]
fn an_empty_table_says_so() {
    let document = with(vec![table(Vec::new())]);
    assert!(lay_out(&document).unwrap().text().contains("Žádné položky"));
    let none = Document::new(Kind::Other, "", Language::En);
    assert_eq!(lay_out(&none).unwrap().pages.len(), 1);
}

#[test]
fn pictures_are_scaled_down_in_proportion() {
    let wide = pictures::png(400, 100, |_, _| (0, 255));
    let high = pictures::png(50, 2000, |_, _| (0, 255));
    let table = [
        // picture, allowed mm, width : height
        (wide.clone(), (40, 40), (4, 1)),
        (wide, (65_000, 65_000), (4, 1)),
        (high.clone(), (20, 20), (1, 40)),
        (high, (65_000, 65_000), (1, 40)),
    ];
    for (bytes, most, (w, h)) in table {
        let document = with(vec![Block::Picture(Picture::new(bytes, "obrázek", most))]);
        let layout = lay_out(&document).unwrap();
        check(&layout);
        let placed = layout.pages.iter().flat_map(|page| &page.marks).find_map(|mark| match mark {
            Mark::Picture(placed) => Some(placed),
            _ => None,
        });
        let placed = placed.unwrap();
        assert!((placed.width * h - placed.height * w).abs() <= w.max(h) * 2, "{placed:?}");
        assert!(placed.width <= style::mm(i32::from(most.0.min(300))));
        let node = &layout.tree.nodes[placed.node.unwrap().0 as usize];
        assert_eq!((node.role, node.text.as_deref()), (Role::Figure, Some("obrázek")));
    }
}

#[test]
fn amounts_in_narrow_columns_do_not_break() {
    let columns = (0..8).map(|at| Column::right(format!("Sloupec {at}"), 1));
    let columns = std::iter::once(Column::left("Popis", 30)).chain(columns).collect();
    let amount = "1\u{a0}234\u{a0}567,89";
    let mut cells = vec![Cell::from("Dlouhý popis práce, který se smí zalomit kamkoli")];
    cells.extend((0..8).map(|_| Cell::from(amount)));
    let rows = vec![Row::Line { cells }];
    let document = with(vec![Block::Table(Table { columns, rows, empty: None })]);
    let layout = lay_out(&document).unwrap();
    check(&layout);
    assert_eq!(layout.text().lines().filter(|text| *text == amount).count(), 8);
}
