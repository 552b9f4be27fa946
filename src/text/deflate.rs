//! Compresses bytes as raw DEFLATE (RFC 1951): one block with the fixed codes. The result depends on the bytes alone.

/// How far back a repetition may be.
const WINDOW: usize = 32_768;

/// The longest repetition.
const LONGEST: usize = 258;

/// How many earlier places with the same three bytes are tried, so that time grows linearly.
const MOST_TRIED: usize = 48;

/// The number of bits of a hash of three bytes.
const HASH_BITS: u32 = 13;

/// Bits that become bytes, the lowest first.
struct Bits {
    bytes: Vec<u8>,
    waiting: u32,
    count: u32,
}

/// The places that begin with the same three bytes.
struct EarlierPlaces {
    /// The last place of each hash, plus one; 0 for none.
    last: Vec<usize>,
    /// The place before each place with the same hash, likewise.
    before: Vec<usize>,
}

/// The compressed bytes.
#[must_use]
pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut bits = Bits { bytes: Vec::with_capacity(bytes.len() / 2), waiting: 0, count: 0 };
    // The last block, with fixed codes.
    bits.add(0b011, 3);
    let mut places = EarlierPlaces::new(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let (length, distance) = places.longest(bytes, at);
        if length == 0 {
            bits.add_symbol(bytes.get(at).copied().unwrap_or_default().into());
            places.add(bytes, at);
            at += 1;
            continue;
        }
        bits.add_length(length);
        bits.add_distance(distance);
        for place in at..at + length {
            places.add(bytes, place);
        }
        at += length;
    }
    bits.add_symbol(256);
    bits.end()
}

impl Bits {
    fn add(&mut self, value: u32, count: u32) {
        self.waiting |= value << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.waiting.to_le_bytes()[0]);
            self.waiting >>= 8;
            self.count -= 8;
        }
    }

    /// A code is written from its highest bit.
    fn add_code(&mut self, code: u32, count: u32) {
        self.add(code.reverse_bits() >> (32 - count), count);
    }

    /// A byte, the end (256), or the code of a length.
    fn add_symbol(&mut self, symbol: u32) {
        match symbol {
            0..=143 => self.add_code(0x30 + symbol, 8),
            144..=255 => self.add_code(0x190 + symbol - 144, 9),
            256..=279 => self.add_code(symbol - 256, 7),
            _ => self.add_code(0xc0 + symbol - 280, 8),
        }
    }

    fn add_length(&mut self, length: usize) {
        let rest = low(length - 3);
        if length == LONGEST {
            return self.add_symbol(285);
        }
        let extra = (32 - rest.leading_zeros()).saturating_sub(3);
        let symbol = if extra == 0 { rest } else { 4 * (extra + 1) + ((rest >> extra) & 3) };
        self.add_symbol(257 + symbol);
        self.add(rest & ((1 << extra) - 1), extra);
    }

    fn add_distance(&mut self, distance: usize) {
        let rest = low(distance - 1);
        let extra = (32 - rest.leading_zeros()).saturating_sub(2);
        let symbol = if extra == 0 { rest } else { 2 * (extra + 1) + ((rest >> extra) & 1) };
        self.add_code(symbol, 5);
        self.add(rest & ((1 << extra) - 1), extra);
    }

    fn end(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.add(0, 8 - self.count);
        }
        self.bytes
    }
}

impl EarlierPlaces {
    fn new(length: usize) -> Self {
        Self { last: vec![0; 1 << HASH_BITS], before: vec![0; length] }
    }

    fn add(&mut self, bytes: &[u8], at: usize) {
        let Some(last) = hash(bytes, at).and_then(|hash| self.last.get_mut(hash)) else { return };
        if let Some(before) = self.before.get_mut(at) {
            *before = std::mem::replace(last, at + 1);
        }
    }

    /// The length and distance of the longest repetition at `at`; the length is 0 if there is none.
    fn longest(&self, bytes: &[u8], at: usize) -> (usize, usize) {
        let (mut best, mut distance) = (2, 0);
        let first = hash(bytes, at).and_then(|hash| self.last.get(hash));
        let mut next = first.copied().unwrap_or(0);
        for _ in 0..MOST_TRIED {
            let Some(place) = next.checked_sub(1).filter(|place| at - place <= WINDOW) else {
                break;
            };
            let length = same(bytes, place, at);
            if length > best {
                (best, distance) = (length, at - place);
            }
            next = self.before.get(place).copied().unwrap_or(0);
        }
        if distance == 0 { (0, 0) } else { (best, distance) }
    }
}

/// How many bytes are the same at two places.
fn same(bytes: &[u8], one: usize, other: usize) -> usize {
    let from = |at: usize| bytes.get(at..).unwrap_or_default().iter();
    from(one).zip(from(other)).take(LONGEST).take_while(|(one, other)| one == other).count()
}

fn hash(bytes: &[u8], at: usize) -> Option<usize> {
    let &[first, second, third] = bytes.get(at..at + 3)? else { return None };
    let three = u32::from_le_bytes([first, second, third, 0]);
    usize::try_from(three.wrapping_mul(0x9e37_79b1) >> (32 - HASH_BITS)).ok()
}

/// Lengths and distances are small.
fn low(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
