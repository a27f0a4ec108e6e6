//! An ordered map whose copies share what is the same: a copy costs nothing, and a change of one
//! copies the few nodes on its way that another still looks at.
//!
//! A tree of sorted nodes; one that grows too long is split, one that is empty is taken out. The
//! libraries for this have licences that pass on conditions, or much code that no compiler checks.

use std::ops::Bound;
use std::sync::Arc;

/// Entries of a node at most.
const MOST: usize = 32;

#[derive(Clone)]
enum Node<K, V> {
    Leaf(Vec<(K, V)>),
    /// Each child under its largest key, or a key that was.
    Inner(Vec<(K, Arc<Node<K, V>>)>),
}

/// The map.
#[derive(Clone)]
pub(super) struct Map<K, V>(Arc<Node<K, V>>);

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Map(Arc::new(Node::Leaf(Vec::new())))
    }
}

impl<K: Clone + Ord, V: Clone> Map<K, V> {
    pub(super) fn get(&self, key: &K) -> Option<&V> {
        let mut node = &self.0;
        loop {
            match &**node {
                Node::Leaf(entries) => {
                    let at = entries.binary_search_by(|(known, _)| known.cmp(key)).ok()?;
                    return entries.get(at).map(|(_, value)| value);
                }
                Node::Inner(children) => {
                    let at = children.partition_point(|(known, _)| known < key);
                    node = children.get(at).map(|(_, child)| child)?;
                }
            }
        }
    }

    /// Puts a value in place of the one under its key.
    pub(super) fn insert(&mut self, key: K, value: V) {
        if let Some((left, right)) = insert(Arc::make_mut(&mut self.0), key, value) {
            let old = std::mem::take(self);
            let right = Arc::new(right);
            let children = largest(&right).map(|key| vec![(left, old.0), (key, right)]);
            *self = Map(Arc::new(Node::Inner(children.unwrap_or_default())));
        }
    }

    pub(super) fn remove(&mut self, key: &K) -> Option<V> {
        // What is not there changes nothing, and so copies nothing.
        self.get(key)?;
        let removed = remove(Arc::make_mut(&mut self.0), key);
        if let Node::Inner(children) = &*self.0
            && children.is_empty()
        {
            *self = Map::default();
        }
        removed
    }

    /// Entries between two bounds, from either side.
    pub(super) fn range(&self, from: Bound<K>, to: Bound<K>) -> Range<'_, K, V> {
        Range { map: self, from, to }
    }

    pub(super) fn iter(&self) -> Range<'_, K, V> {
        self.range(Bound::Unbounded, Bound::Unbounded)
    }

    /// The entry next to a bound, upwards.
    fn above(&self, bound: &Bound<K>) -> Option<(&K, &V)> {
        above(&self.0, bound)
    }

    fn below(&self, bound: &Bound<K>) -> Option<(&K, &V)> {
        below(&self.0, bound)
    }
}

fn largest<K: Clone, V>(node: &Node<K, V>) -> Option<K> {
    match node {
        Node::Leaf(entries) => entries.last().map(|(key, _)| key.clone()),
        Node::Inner(children) => children.last().map(|(key, _)| key.clone()),
    }
}

/// The new node to the right of this one and this one's largest key, where it was split.
fn insert<K: Clone + Ord, V: Clone>(
    node: &mut Node<K, V>,
    key: K,
    value: V,
) -> Option<(K, Node<K, V>)> {
    match node {
        Node::Leaf(entries) => {
            match entries.binary_search_by(|(known, _)| known.cmp(&key)) {
                Ok(at) => entries[at].1 = value,
                Err(at) => entries.insert(at, (key, value)),
            }
            let right = split(entries)?;
            Some((entries.last()?.0.clone(), Node::Leaf(right)))
        }
        Node::Inner(children) => {
            let last = children.len().checked_sub(1)?;
            let at = children.partition_point(|(known, _)| *known < key).min(last);
            if children[at].0 < key {
                children[at].0 = key.clone();
            }
            if let Some((left, right)) = insert(Arc::make_mut(&mut children[at].1), key, value) {
                let upper = std::mem::replace(&mut children[at].0, left);
                children.insert(at + 1, (upper, Arc::new(right)));
            }
            let right = split(children)?;
            Some((children.last()?.0.clone(), Node::Inner(right)))
        }
    }
}

fn split<T>(entries: &mut Vec<T>) -> Option<Vec<T>> {
    // Keys often come in order: what is full on the left stays rather full.
    (entries.len() > MOST).then(|| entries.split_off(MOST * 3 / 4))
}

fn remove<K: Clone + Ord, V: Clone>(node: &mut Node<K, V>, key: &K) -> Option<V> {
    match node {
        Node::Leaf(entries) => {
            let at = entries.binary_search_by(|(known, _)| known.cmp(key)).ok()?;
            Some(entries.remove(at).1)
        }
        Node::Inner(children) => {
            let at = children.partition_point(|(known, _)| known < key);
            let child = children.get_mut(at)?;
            let removed = remove(Arc::make_mut(&mut child.1), key);
            let empty = match &*child.1 {
                Node::Leaf(entries) => entries.is_empty(),
                Node::Inner(children) => children.is_empty(),
            };
            if empty {
                children.remove(at);
            }
            removed
        }
    }
}

fn above<'m, K: Ord, V>(node: &'m Node<K, V>, bound: &Bound<K>) -> Option<(&'m K, &'m V)> {
    let before = |known: &K| match bound {
        Bound::Included(key) => known < key,
        Bound::Excluded(key) => known <= key,
        Bound::Unbounded => false,
    };
    match node {
        Node::Leaf(entries) => {
            let at = entries.partition_point(|(known, _)| before(known));
            entries.get(at).map(|(key, value)| (key, value))
        }
        Node::Inner(children) => {
            let at = children.partition_point(|(known, _)| before(known));
            // A child may have lost the keys that it is filed under.
            children.get(at..)?.iter().find_map(|(_, child)| above(child, bound))
        }
    }
}

fn below<'m, K: Ord, V>(node: &'m Node<K, V>, bound: &Bound<K>) -> Option<(&'m K, &'m V)> {
    let inside = |known: &K| match bound {
        Bound::Included(key) => known <= key,
        Bound::Excluded(key) => known < key,
        Bound::Unbounded => true,
    };
    match node {
        Node::Leaf(entries) => {
            let at = entries.partition_point(|(known, _)| inside(known)).checked_sub(1)?;
            entries.get(at).map(|(key, value)| (key, value))
        }
        Node::Inner(children) => {
            let at = children.partition_point(|(known, _)| inside(known));
            let upto = children.get(..=at.min(children.len().checked_sub(1)?))?;
            upto.iter().rev().find_map(|(_, child)| below(child, bound))
        }
    }
}

/// Entries in order. Each step looks for the one after the last.
pub(super) struct Range<'m, K, V> {
    map: &'m Map<K, V>,
    from: Bound<K>,
    to: Bound<K>,
}

impl<'m, K: Clone + Ord, V: Clone> Iterator for Range<'m, K, V> {
    type Item = (&'m K, &'m V);
    fn next(&mut self) -> Option<Self::Item> {
        let found = self.map.above(&self.from)?;
        let inside = match &self.to {
            Bound::Included(key) => found.0 <= key,
            Bound::Excluded(key) => found.0 < key,
            Bound::Unbounded => true,
        };
        self.from = Bound::Excluded(found.0.clone());
        inside.then_some(found)
    }
}

impl<K: Clone + Ord, V: Clone> DoubleEndedIterator for Range<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let found = self.map.below(&self.to)?;
        let inside = match &self.from {
            Bound::Included(key) => found.0 >= key,
            Bound::Excluded(key) => found.0 > key,
            Bound::Unbounded => true,
        };
        self.to = Bound::Excluded(found.0.clone());
        inside.then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// Against the standard map, with a copy taken now and then that must not change.
    #[test]
    fn it_is_the_standard_map_and_copies_stay() {
        let (mut map, mut model) = (Map::<u32, u32>::default(), BTreeMap::new());
        let mut copies: Vec<(Map<u32, u32>, BTreeMap<u32, u32>)> = Vec::new();
        let mut seed = 7_u32;
        for step in 0..20_000 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let key = (seed >> 8) % 3_000;
            // More comes than goes, then more goes than comes.
            if (seed >> 4) % 10 < if step < 10_000 { 7 } else { 2 } {
                map.insert(key, step);
                model.insert(key, step);
            } else {
                assert_eq!(map.remove(&key), model.remove(&key));
            }
            if step % 2_500 == 0 {
                copies.push((map.clone(), model.clone()));
            }
            let (from, to) = (Bound::Excluded(key), Bound::Included(key + 40));
            let wanted: Vec<_> = model.range((from, to)).collect();
            assert!(map.range(from, to).eq(wanted.iter().copied()), "step {step}");
            let back = map.range(from, to).rev();
            assert!(back.eq(wanted.iter().rev().copied()), "back at step {step}");
            assert_eq!(map.get(&key), model.get(&key));
        }
        copies.push((map, model));
        for (map, model) in copies {
            assert!(map.iter().eq(model.iter()));
            assert!(map.iter().rev().eq(model.iter().rev()));
        }
    }
}
