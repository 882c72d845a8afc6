//! A map kept as a sorted list: small in a browser, and its order is its keys'.

use alloc::vec::{self, Vec};
use core::borrow::Borrow;
use core::slice;

use serde::{Serialize, Serializer};

/// A map as a list of pairs, sorted by key, each key once; as JSON an object.
///
/// Looking up halves the list; putting in is quick at the end and moves what lies behind
/// the place elsewhere.
///
/// # Example
///
/// ```
/// use mingbai_core::Table;
///
/// let table: Table<&str, u32> = [("b", 2), ("a", 1), ("b", 3)].into_iter().collect();
/// assert_eq!(table.get("b"), Some(&3));
/// assert_eq!(table.keys().copied().collect::<Vec<_>>(), ["a", "b"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<K, V> {
    pairs: Vec<(K, V)>,
}

impl<K, V> Table<K, V> {
    /// An empty table.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// let table: Table<&str, u32> = Table::new();
    /// assert!(table.is_empty());
    /// ```
    pub const fn new() -> Self {
        Self { pairs: Vec::new() }
    }

    /// How many pairs it holds.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// assert_eq!(table.len(), 2);
    /// ```
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether it holds none.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// assert!(!table.is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The pair with the smallest key.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// assert_eq!(table.first(), Some((&"a", &1)));
    /// ```
    pub fn first(&self) -> Option<(&K, &V)> {
        self.iter().next()
    }

    /// All pairs, by key.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// assert_eq!(table.iter().map(|(_, value)| value).sum::<u32>(), 3);
    /// ```
    pub fn iter(&self) -> Iter<'_, K, V> {
        self.pairs.iter().map(|(key, value)| (key, value))
    }

    /// All keys, in order.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// assert_eq!(table.keys().next_back(), Some(&"b"));
    /// ```
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.pairs.iter().map(|(key, _)| key)
    }

    /// All values, by key.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// assert_eq!(table.values().max(), Some(&2));
    /// ```
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.pairs.iter().map(|(_, value)| value)
    }

    /// All values, by key, to be changed.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let mut table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// table.values_mut().for_each(|value| *value += 1);
    /// assert_eq!(table.get("b"), Some(&3));
    /// ```
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.pairs.iter_mut().map(|(_, value)| value)
    }

    /// Takes everything out.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let mut table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// table.clear();
    /// assert!(table.is_empty());
    /// ```
    pub fn clear(&mut self) {
        self.pairs.clear();
    }
}

impl<K: Ord, V> Table<K, V> {
    /// Where a key is, or would be.
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        // Mostly keys come in order.
        match self.pairs.last() {
            Some((last, _)) if last.borrow() >= key => {
                self.pairs.binary_search_by(|(other, _)| other.borrow().cmp(key))
            }
            _ => Err(self.pairs.len()),
        }
    }

    /// The value of a key.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// assert_eq!(table.get("b"), Some(&2));
    /// assert_eq!(table.get("c"), None);
    /// ```
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.pairs.get(place).map(|(_, value)| value)
    }

    /// The value of a key, to be changed.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let mut table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// if let Some(value) = table.get_mut("b") {
    ///     *value = 7;
    /// }
    /// assert_eq!(table.get("b"), Some(&7));
    /// ```
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.pairs.get_mut(place).map(|(_, value)| value)
    }

    /// Whether it holds a key.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// assert!(table.contains_key("a") && !table.contains_key("c"));
    /// ```
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// Puts a value at a key, in place of the one that was there.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let mut table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// table.insert("a", 9);
    /// assert_eq!((table.len(), table.get("a")), (2, Some(&9)));
    /// ```
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => {
                if let Some((_, old)) = self.pairs.get_mut(place) {
                    *old = value;
                }
            }
            Err(place) => self.pairs.insert(place, (key, value)),
        }
    }

    /// Takes out the value of a key.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Table;
    /// # let mut table: Table<&str, u32> = [("a", 1), ("b", 2)].into_iter().collect();
    /// assert_eq!(table.remove("a"), Some(1));
    /// assert_eq!(table.remove("a"), None);
    /// ```
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        Some(self.pairs.remove(place).1)
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Table<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut table = Self::new();
        table.extend(pairs);
        table
    }
}

/// Borrowed pairs of a [`Table`], by key.
pub(crate) type Iter<'t, K, V> =
    core::iter::Map<slice::Iter<'t, (K, V)>, fn(&'t (K, V)) -> (&'t K, &'t V)>;

impl<'t, K, V> IntoIterator for &'t Table<K, V> {
    type Item = (&'t K, &'t V);
    type IntoIter = Iter<'t, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K, V> IntoIterator for Table<K, V> {
    type Item = (K, V);
    type IntoIter = vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.pairs.into_iter()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Table<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn keys_are_in_order_and_the_last_value_stays() {
        let mut table: Table<u8, char> =
            [(3, 'c'), (1, 'a'), (2, 'b'), (3, 'd')].into_iter().collect();
        assert_eq!(
            table.iter().collect::<Vec<_>>(),
            [(&1, &'a'), (&2, &'b'), (&3, &'d')]
        );
        assert_eq!(
            (table.get(&0), table.get(&2), table.get(&4)),
            (None, Some(&'b'), None)
        );
        assert_eq!((table.remove(&2), table.remove(&2)), (Some('b'), None));
        assert_eq!((table.len(), table.first()), (2, Some((&1, &'a'))));
    }
}
