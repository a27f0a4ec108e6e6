//! Numbers that look random and are the same on every machine.

/// SplitMix64: small, fast, and good enough to choose among neighbours.
#[derive(Clone, Debug)]
pub(super) struct Dice {
    state: u64,
}

/// One, where fractions are counted in parts of it.
pub(super) const ONE: i64 = 1 << 16;

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    pub(super) fn roll(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// One of the numbers below `bound`; 0 if there is none.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let product = u128::from(self.roll()) * bound as u128;
        (product >> 64) as usize
    }

    /// True once in `times`.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// Minus the natural logarithm of a number between 0 and 1, in parts of [`ONE`]. The parabola
    /// is within a hundredth of the binary logarithm, and it is whole numbers on every machine.
    pub(super) fn exponential(&mut self) -> i64 {
        const LN_2: i64 = 45_426;
        const BEND: i64 = 22_485;
        let rolled = self.roll() | 1;
        let zeros = rolled.leading_zeros();
        let fraction = (((rolled << zeros) >> 47) & 0xFFFF) as i64;
        let bend = (((fraction * (ONE - fraction)) >> 16) * BEND) >> 16;
        (((i64::from(zeros) + 1) * ONE - fraction - bend) * LN_2) >> 16
    }

    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.below(last + 1);
            list.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponentials_have_a_mean_of_one() {
        let mut dice = Dice::new(1);
        let sum: i64 = (0..100_000).map(|_| dice.exponential()).sum();
        assert!((sum / 100_000 - ONE).abs() < ONE / 50, "{sum}");
    }

    #[test]
    fn nothing_is_below_zero() {
        let mut dice = Dice::new(7);
        assert_eq!(dice.below(0), 0);
        assert!((0..1000).all(|_| dice.below(3) < 3));
    }
}
