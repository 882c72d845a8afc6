//! Sets kept as sorted lists. One `insert` costs a browser a tenth of the bytes that a tree
//! or a sort costs for each type that it is used with.

use alloc::vec::Vec;

/// Puts `item` in its place; false where it was there already. The list is sorted.
pub(crate) fn insert<T: Ord>(list: &mut Vec<T>, item: T) -> bool {
    // Mostly items come in order.
    if list.last().is_none_or(|last| *last < item) {
        list.push(item);
        return true;
    }
    match list.binary_search(&item) {
        Ok(_) => false,
        Err(place) => {
            list.insert(place, item);
            true
        }
    }
}

/// The items in order, each once.
pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut list = Vec::new();
    for item in items {
        insert(&mut list, item);
    }
    list
}

/// Ids in order, each with the place where it stood.
pub(crate) fn by_id<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut list: Vec<_> = ids.zip(0..).collect();
    list.sort_unstable();
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_sorted_and_has_each_item_once() {
        assert_eq!(set([3, 1, 2, 3, 1]), [1, 2, 3]);
        assert!(set::<u8>([]).is_empty());
    }
}
