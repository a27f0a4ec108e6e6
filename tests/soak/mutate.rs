//! Damage done by dice: to bytes, and to the tree of a JSON text.

use serde_json::{Value, json};

/// A small generator of our own, so that the seed says all.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        dice.below(2);
        dice
    }

    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }

    pub fn of<'a, T>(&mut self, these: &'a [T]) -> &'a T {
        &these[self.below(these.len())]
    }
}

/// Changes, cuts, doubles, splices, and puts in what readers trip over.
pub fn bytes(sample: &[u8], others: &[Vec<u8>], words: &[&str], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = sample.to_vec();
    for _ in 0..=dice.below(8) {
        if bytes.is_empty() {
            break;
        }
        let at = dice.below(bytes.len());
        let end = (at + dice.below(400)).min(bytes.len());
        match dice.below(8) {
            0 => bytes[at] = dice.below(256) as u8,
            1 => bytes[at] ^= 1 << dice.below(8),
            2 => drop(bytes.drain(at..end)),
            3 => bytes.extend_from_within(at..end),
            4 => bytes.truncate(at),
            5 => {
                let piece = bytes[at..end].repeat(1 + dice.below(60));
                bytes.splice(at..at, piece);
            }
            6 => {
                let other = dice.of(others).clone();
                let from = dice.below(other.len());
                let to = (from + dice.below(600)).min(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            _ => {
                let word = dice.of(words).as_bytes().repeat(1 + dice.below(3));
                bytes.splice(at..at, word);
            }
        }
        bytes.truncate(1 << 20);
    }
    bytes
}

/// A value in place of another: of another type, or at an edge.
fn odd(dice: &mut Dice) -> Value {
    let odd = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1.5e300),
        json!(""),
        json!(" "),
        json!("\u{0}"),
        json!("\u{202e}ž\u{301}"),
        json!("x".repeat(70_000)),
        json!("99999999999999999999999999999"),
        json!("-0.0000000000000000000000000001"),
        json!("999999999999.999999999999"),
        json!("1e9"),
        json!("2026-02-30"),
        json!("+262142-12-31T23:59:59Z"),
        json!("-262143-01-01T00:00:00Z"),
        json!("+262142-12-31T23:59:59"),
        json!("-262143-01-01T00:00:00"),
        json!("9999-12-31T23:59:59"),
        json!("0000-01-01T00:00:00+01:00"),
        json!("9999-12-31"),
        json!("0001-01-01T00:00:00"),
        json!("2026-10-25T02:30:00"),
        json!("Europe/Prague"),
        json!("00000000-0000-0000-0000-000000000000"),
        json!([]),
        json!({}),
        json!([[[[[[]]]]]]),
    ];
    dice.of(&odd).clone()
}

/// Does something to one node of the tree, or to several.
pub fn tree(value: &mut Value, dice: &mut Dice) {
    for _ in 0..=dice.below(3) {
        node(value, dice);
    }
}

fn node(value: &mut Value, dice: &mut Dice) {
    match value {
        Value::Object(fields) if !fields.is_empty() && dice.below(8) > 0 => {
            let names: Vec<String> = fields.keys().cloned().collect();
            let name = dice.of(&names).clone();
            match dice.below(12) {
                0 => drop(fields.remove(&name)),
                1 => drop(fields.insert("colour".to_owned(), odd(dice))),
                2 => {
                    let other = dice.of(&names).clone();
                    let moved = fields[&name].clone();
                    fields.insert(other, moved);
                }
                _ => node(&mut fields[&name], dice),
            }
        }
        Value::Array(list) if !list.is_empty() && dice.below(8) > 0 => {
            let at = dice.below(list.len());
            match dice.below(6) {
                0 => drop(list.remove(at)),
                1 => list.push(list[at].clone()),
                // Long, but not so that making it takes longer than reading it.
                2 if list[at].to_string().len() < 1_000 => {
                    *list = vec![list[at].clone(); 1 + dice.below(3_000)];
                }
                _ => node(&mut list[at], dice),
            }
        }
        Value::String(text) if dice.below(3) == 0 => {
            let others = [Vec::from(text.as_bytes())];
            let words = ["-", ".", "00", "T", "Z", "+02:00", "ž", "\u{0}", "\""];
            let bytes = bytes(text.as_bytes(), &others, &words, dice);
            *text = String::from_utf8_lossy(&bytes).into_owned();
        }
        other => *other = odd(dice),
    }
}
