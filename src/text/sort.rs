//! Sorts. `[T]::sort` is compiled for every `T`, at five kilobytes each. So only positions are sorted, and the items are
//! then moved to match.

use std::cmp::Ordering;

/// Sorts `items` by a number. Items with equal keys keep their order.
pub(crate) fn sort<T>(items: &mut [T], key: impl Fn(&T) -> usize) {
    sort_by_key(items, key);
}

/// Sorts `items` by `key`. Items with equal keys keep their order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts `items` as `compare` says. Equal items keep their order.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = places(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    for (one, other) in swaps(places) {
        items.swap(one, other);
    }
}

/// Where the items come from that are first, second, and so on when sorted.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places = Vec::with_capacity(count);
    for place in 0..count {
        places.push(place);
    }
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// The swaps, cycle by cycle, that move items from these places.
fn swaps(mut places: Vec<usize>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    for start in 0..places.len() {
        let mut at = start;
        while let Some(from) = places.get_mut(at) {
            let next = std::mem::replace(from, at);
            if next == start {
                break;
            }
            swaps.push((at, next));
            at = next;
        }
    }
    swaps
}

/// Whether `ranges`, which are sorted and do not touch, contain `at`.
pub(crate) fn holds(ranges: &[std::ops::Range<usize>], at: usize) -> bool {
    let next = ranges.get(ranges.partition_point(|range| range.end <= at));
    next.is_some_and(|range| range.start <= at)
}
