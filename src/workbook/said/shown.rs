//! How numbers are shown in a sentence, in any language. Knows no sentence.

/// A size in a unit that people know, rounded up.
pub fn mebibytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

/// A number with the right form of its noun.
pub fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}
