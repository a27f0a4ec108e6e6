//! Sharing the width of a table among its columns.

/// Gives narrow columns what they need from the room that others have to spare.
pub(crate) fn widen(mut widths: Vec<i32>, needs: &[i32]) -> Vec<i32> {
    let missing: i32 = widths.iter().zip(needs).map(|(have, need)| (need - have).max(0)).sum();
    let spare: i32 = widths.iter().zip(needs).map(|(have, need)| (have - need).max(0)).sum();
    let moved = i64::from(missing.min(spare));
    if moved == 0 {
        return widths;
    }
    for (have, need) in widths.iter_mut().zip(needs) {
        let (part, whole, sign) =
            if *need > *have { (*need - *have, missing, 1) } else { (*have - *need, spare, -1) };
        let change = i64::from(part) * moved / i64::from(whole.max(1));
        *have += sign * i32::try_from(change).unwrap_or(0);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_columns_take_room_from_wide_ones() {
        let table: &[(&[i32], &[i32], &[i32])] = &[
            // by weight, needed, given
            (&[100, 100], &[50, 50], &[100, 100]),
            (&[100, 100], &[50, 120], &[80, 120]),
            (&[100, 100], &[100, 120], &[100, 100]),
            (&[100, 40, 60], &[20, 60, 60], &[80, 60, 60]),
        ];
        for (have, need, given) in table {
            assert_eq!(widen(have.to_vec(), need), *given);
        }
    }
}
