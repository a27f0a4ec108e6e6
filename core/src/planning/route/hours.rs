//! When service may begin, and how journeys go around what is blocked.

use super::problem::{Block, Span, Visit};

/// Sorts spans and makes one of those that touch.
pub(super) fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => out.push(span),
        }
    }
    out
}

/// The moments, both ends included, at which a visit may begin in working time `spans` (merged)
/// around `walls` (merged blocks without a place).
pub(super) fn begins(spans: &[Span], walls: &[Span], visit: &Visit, keep: bool) -> Vec<Span> {
    let duration = visit.duration;
    // Service that takes time neither begins when a span is over nor ends when one begins.
    let edge = i64::from(duration > 0);
    let begin = |span: &Span| Span::new(span.from, span.to - edge);
    let end = |span: &Span| Span::new(span.from + edge - duration, span.to - duration);
    let by_hours = if keep {
        spans.iter().map(|it| Span::new(it.from, it.to - duration)).collect()
    } else {
        let begin: Vec<Span> = spans.iter().map(begin).collect();
        let end: Vec<Span> = spans.iter().map(end).collect();
        both(&begin, &end)
    };
    let by_hours: Vec<Span> = by_hours.into_iter().filter(|it| it.from <= it.to).collect();
    let by_window = if visit.windows.is_empty() {
        by_hours
    } else {
        let shorter = if visit.ends_within { duration } else { 0 };
        let windows = visit.windows.iter().map(|it| Span::new(it.from, it.to - shorter));
        both(&by_hours, &merged(windows.filter(|it| it.from <= it.to).collect()))
    };
    walls.iter().fold(by_window, |left, wall| without(&left, wall, duration))
}

/// The moments that lie in a span of both lists.
fn both(some: &[Span], others: &[Span]) -> Vec<Span> {
    let mut out = Vec::new();
    let (mut ones, mut twos) = (some.iter().peekable(), others.iter().peekable());
    while let (Some(one), Some(two)) = (ones.peek(), twos.peek()) {
        let shared = Span::new(one.from.max(two.from), one.to.min(two.to));
        if shared.from <= shared.to {
            out.push(shared);
        }
        if one.to < two.to {
            ones.next()
        } else {
            twos.next()
        };
    }
    out
}

/// Takes out the moments from which service would overlap a wall.
fn without(begins: &[Span], wall: &Span, duration: i64) -> Vec<Span> {
    let mut out = Vec::with_capacity(begins.len() + 1);
    for it in begins {
        let before = Span::new(it.from, it.to.min(wall.from - duration));
        let after = Span::new(it.from.max(wall.to), it.to);
        out.extend([before, after].into_iter().filter(|it| it.from <= it.to));
    }
    out
}

/// Which blocks matter to a shift: those that do not lie wholly outside it.
pub(super) fn matters(block: &Block, shift: Span) -> bool {
    block.time.to > shift.from && block.time.from < shift.to
}

/// When a journey of so long is over at the earliest if it may set out from a moment on. It is not
/// interrupted, and between walls it may have to wait.
pub(super) fn arrival(walls: &[Span], from: i64, seconds: i64) -> i64 {
    let mut start = from;
    if seconds > 0 {
        for wall in walls {
            if start + seconds <= wall.from {
                break;
            }
            start = start.max(wall.to);
        }
    }
    start + seconds
}

/// When a journey of so long must set out at the latest to be over by a moment.
pub(super) fn departure(walls: &[Span], by: i64, seconds: i64) -> i64 {
    let mut end = by;
    if seconds > 0 {
        for wall in walls.iter().rev() {
            if end - seconds >= wall.to {
                break;
            }
            end = end.min(wall.from);
        }
    }
    end - seconds
}

/// Working time without what is blocked: what can be waited in.
pub(super) fn workable(spans: &[Span], blocks: Vec<Span>) -> Vec<Span> {
    let blocks = merged(blocks);
    let mut out = Vec::new();
    for span in spans {
        let mut from = span.from;
        for block in blocks.iter().filter(|it| it.to > span.from && it.from < span.to) {
            out.push(Span::new(from, block.from));
            from = from.max(block.to);
        }
        out.push(Span::new(from, span.to));
    }
    out.retain(|it| it.from < it.to);
    out
}

/// How many seconds of some spans lie between two moments.
pub(super) fn overlap(spans: &[Span], from: i64, to: i64) -> i64 {
    spans.iter().map(|it| (it.to.min(to) - it.from.max(from)).max(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: [Span; 2] = [Span::new(8, 12), Span::new(13, 17)];

    fn of(duration: i64, windows: &[(i64, i64)], ends_within: bool) -> Visit {
        let windows = windows.iter().map(|(from, to)| Span::new(*from, *to)).collect();
        Visit { duration, windows, ends_within, ..Visit::default() }
    }

    #[test]
    fn service_begins_and_ends_in_working_time() {
        for (visit, keep, walls, expected) in [
            (of(2, &[], false), false, &[][..], &[(8, 10), (13, 15)][..]),
            (of(2, &[], false), true, &[], &[(8, 10), (13, 15)]),
            (of(5, &[], false), false, &[], &[(9, 11)]),
            (of(5, &[], false), true, &[], &[]),
            (of(1, &[], false), false, &[], &[(8, 11), (13, 16)]),
            (of(0, &[], false), false, &[], &[(8, 12), (13, 17)]),
            (of(1, &[(9, 10), (16, 20)], false), false, &[], &[(9, 10), (16, 16)]),
            (of(2, &[(9, 10)], true), false, &[], &[]),
            (of(1, &[(9, 10)], true), false, &[], &[(9, 9)]),
            (of(1, &[], false), false, &[Span::new(9, 10)], &[(8, 8), (10, 11), (13, 16)]),
            (of(0, &[], false), false, &[Span::new(9, 10)], &[(8, 9), (10, 12), (13, 17)]),
        ] {
            let expected: Vec<Span> = expected.iter().map(|it| Span::new(it.0, it.1)).collect();
            assert_eq!(begins(&DAY, walls, &visit, keep), expected, "{visit:?} {keep} {walls:?}");
        }
    }

    #[test]
    fn journeys_go_around_walls() {
        let walls = [Span::new(10, 12), Span::new(13, 20)];
        for (from, seconds, over) in [(8, 2, 10), (8, 3, 23), (12, 1, 13), (11, 0, 11), (9, 1, 10)]
        {
            assert_eq!(arrival(&walls, from, seconds), over, "{from} {seconds}");
        }
        for from in 0..25 {
            for by in 0..40 {
                for seconds in 0..6 {
                    let there = arrival(&walls, from, seconds) <= by;
                    assert_eq!(there, from <= departure(&walls, by, seconds), "{from} {by}");
                }
            }
        }
    }
}
