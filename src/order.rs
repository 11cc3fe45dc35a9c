//! One sort for all orders: each sort of a type of its own would be a kilobyte in the browser. Knows nothing of what it
//! sorts.

use std::cmp::Ordering;

/// Sorts places by what stands there; equal ones keep their order.
pub fn sort(places: &mut [usize], order: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|one, two| order(*one, *two));
}
