//! One sort for all orders: each sort of a type of its own would be a kilobyte in the browser. Knows nothing of what it
//! sorts.

use std::cmp::Ordering;

/// Sorts places by what stands there; equal ones keep their order.
pub fn sort(places: &mut [usize], order: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|one, two| order(*one, *two));
}

/// The items in order; equal ones keep theirs.
pub fn sorted<T>(items: Vec<T>, order: fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut places: Vec<usize> = (0..items.len()).collect();
    sort(&mut places, &|one, two| order(&items[one], &items[two]));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| items[place].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let sorted = sorted(items, |one, two| one.0.cmp(&two.0));
        assert_eq!(sorted, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
