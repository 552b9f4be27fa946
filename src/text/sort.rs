//! Sorts by one number. `[T]::sort` is compiled for every `T`, at five kilobytes each. So only positions are sorted,
//! and the items are then moved to match.

/// Sorts `items` by `key`. Items with equal keys keep their order.
pub(crate) fn sort<T>(items: &mut [T], key: impl Fn(&T) -> usize) {
    let mut keys = Vec::with_capacity(items.len());
    for item in items.iter() {
        keys.push((key(item), keys.len()));
    }
    for (one, other) in swaps(keys) {
        items.swap(one, other);
    }
}

/// The swaps, cycle by cycle, that sort items with these keys and places.
fn swaps(mut keys: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    if keys.is_sorted() {
        return swaps;
    }
    keys.sort_unstable();
    for start in 0..keys.len() {
        let mut at = start;
        while let Some((_, from)) = keys.get_mut(at) {
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
