//! Lists made of lists: what each item makes, which are wanted, and in which order.
//!
//! One search and one sort serve every list, and lists are made in plain loops: a sort for each type, or the four
//! functions that a general `collect` takes for each of its uses, would be kilobytes in the browser. Knows nothing of
//! what stands in the lists.

use std::cmp::Ordering;

/// What each of the items makes.
pub fn each<T, U>(items: &[T], mut make: impl FnMut(&T) -> U) -> Vec<U> {
    let mut made = Vec::new();
    for item in items {
        made.push(make(item));
    }
    made
}

/// The places below `count` that are wanted.
pub fn wanted(count: usize, is_wanted: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let mut places = Vec::new();
    for place in 0..count {
        if is_wanted(place) {
            places.push(place);
        }
    }
    places
}

/// The first of so many places for which something doesn't hold that holds up to there; `count` where it always holds.
pub fn first_not(count: usize, holds: &dyn Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = (from + to) / 2;
        if holds(middle) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    from
}

/// Sorts places by what stands there; equal ones keep their order.
pub fn sort(places: &mut [usize], order: &dyn Fn(usize, usize) -> Ordering) {
    let mut width = 1;
    while width < places.len() {
        let before = places.to_vec();
        for (before, after) in before.chunks(2 * width).zip(places.chunks_mut(2 * width)) {
            let (left, right) = before.split_at(width.min(before.len()));
            let (mut from_left, mut from_right) = (0, 0);
            for place in after {
                let right = right.get(from_right);
                *place = match left.get(from_left) {
                    Some(&left) if right.is_none_or(|right| order(left, *right).is_le()) => {
                        from_left += 1;
                        left
                    }
                    _ => {
                        from_right += 1;
                        *right.expect("what is left of both fills the places")
                    }
                };
            }
        }
        width *= 2;
    }
}

/// The items in order; equal ones keep theirs.
pub fn sorted<T>(mut items: Vec<T>, order: fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut to = places_in_order(items.len(), &|one, two| order(&items[one], &items[two]));
    for place in 0..to.len() {
        while to[place] != place {
            let other = to[place];
            items.swap(place, other);
            to.swap(place, other);
        }
    }
    items
}

/// For each of so many items, the place that it has in order.
fn places_in_order(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut from = wanted(count, &|_| true);
    sort(&mut from, order);
    let mut to = from.clone();
    for (place, &from) in from.iter().enumerate() {
        to[from] = place;
    }
    to
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

    #[test]
    fn any_number_of_items_is_sorted() {
        for count in 0..70 {
            let items: Vec<usize> = (0..count).map(|place| place * 37 % 11).collect();
            let mut expected = items.clone();
            expected.sort_unstable();
            assert_eq!(sorted(items, Ord::cmp), expected);
        }
    }

    #[test]
    fn a_search_ends_where_something_holds_no_more() {
        for (count, end) in [(0, 0), (1, 0), (1, 1), (7, 3), (7, 7)] {
            assert_eq!(first_not(count, &|place| place < end), end);
        }
    }
}
