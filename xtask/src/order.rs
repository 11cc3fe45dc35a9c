//! Puts functions that are alike next to each other: brotli writes what it has just seen in fewer bytes, and that makes
//! four kilobytes less to load. wasm-opt can order functions by name, so each gets a name that says its place.
//!
//! Knows the sections of a wasm file, and nothing of what its functions do.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
/// In the section of names: the names of functions.
const FUNCTION_NAMES: u8 = 1;

/// The wasm with a name for each function, such that alike functions are neighbours in the order of the names.
pub fn named_by_place(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut functions = Vec::new();
    let mut reader = Reader { bytes: wasm, at: 8 };
    while reader.at < wasm.len() {
        let section = reader.byte()?;
        let size = reader.number()?;
        let mut body = Reader { bytes: reader.take(size)?, at: 0 };
        match section {
            IMPORTS => imported = imported_functions(&mut body)?,
            CODE => {
                for _ in 0..body.number()? {
                    let size = body.number()?;
                    functions.push(body.take(size)?);
                }
            }
            _ => {}
        }
    }
    let mut places = vec![0; functions.len()];
    for (place, function) in by_likeness(&functions).into_iter().enumerate() {
        places[function] = imported + place;
    }
    let names: Vec<_> = (0..imported).chain(places).collect();
    let mut named = wasm.to_vec();
    named.extend(name_section(&names));
    Ok(named)
}

/// wasm-bindgen imports functions only.
fn imported_functions(section: &mut Reader) -> Result<usize> {
    let count = section.number()?;
    for _ in 0..count {
        for _ in ["module", "name"] {
            let length = section.number()?;
            section.take(length)?;
        }
        ensure!(section.byte()? == 0, "an import is no function");
        section.number()?;
    }
    Ok(count)
}

/// The functions one after the other, each followed by the one among the rest that shares most with it.
fn by_likeness(functions: &[&[u8]]) -> Vec<usize> {
    let traits: Vec<_> = functions.iter().map(|function| fours(function)).collect();
    let mut rest: Vec<usize> = (0..functions.len()).collect();
    rest.sort_by_key(|&function| Reverse(traits[function].len()));
    let mut order = Vec::new();
    let mut next = 0;
    while !rest.is_empty() {
        let here = rest.remove(next);
        order.push(here);
        let mut most = (0, 1);
        next = 0;
        for (place, &other) in rest.iter().enumerate() {
            let (one, two) = (&traits[here], &traits[other]);
            // Two sets can't be more alike than their sizes are.
            let (small, large) = (one.len().min(two.len()), one.len().max(two.len()));
            if small * most.1 <= most.0 * large {
                continue;
            }
            let shared = shared(one, two);
            let all = small + large - shared + 1;
            if shared * most.1 > most.0 * all {
                (most, next) = ((shared, all), place);
            }
        }
    }
    order
}

/// Every four bytes that follow each other somewhere in a function, in order.
fn fours(function: &[u8]) -> Vec<[u8; 4]> {
    let fours: BTreeSet<_> = function.windows(4).map(|four| [four[0], four[1], four[2], four[3]]).collect();
    fours.into_iter().collect()
}

/// How many both have.
fn shared(one: &[[u8; 4]], two: &[[u8; 4]]) -> usize {
    let (mut at, mut count) = (0, 0);
    for four in one {
        while at < two.len() && two[at] < *four {
            at += 1;
        }
        if two.get(at) == Some(four) {
            count += 1;
        }
    }
    count
}

/// A section in which each function is called by its place.
fn name_section(places: &[usize]) -> Vec<u8> {
    let mut names = number(places.len());
    for (function, place) in places.iter().enumerate() {
        names.extend(number(function));
        names.extend(text(&format!("{place:06}")));
    }
    let mut body = text("name");
    body.push(FUNCTION_NAMES);
    body.extend(number(names.len()));
    body.extend(names);
    let mut section = vec![CUSTOM];
    section.extend(number(body.len()));
    section.extend(body);
    section
}

fn text(text: &str) -> Vec<u8> {
    let mut bytes = number(text.len());
    bytes.extend(text.bytes());
    bytes
}

/// A number in LEB128.
fn number(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let taken = self.bytes[self.at..].get(..length).context("the wasm ends in the middle")?;
        self.at += length;
        Ok(taken)
    }

    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        anyhow::bail!("a number in the wasm doesn't end")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_function_is_followed_by_the_one_most_like_it() {
        let functions: [&[u8]; 4] = [b"abcdef", b"uvwxyz", b"abcdeg", b"uvwxy"];
        assert_eq!(by_likeness(&functions), [0, 2, 1, 3]);
    }

    #[test]
    fn every_function_gets_a_name_and_nothing_else_changes() {
        // One imported function; three of its own, of which the first and the last are the same.
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend(b"\x02\x07\x01\x01m\x01f\0\0");
        wasm.extend(b"\x0a\x10\x03\x04\0AAA\x04\0BBB\x04\0AAA");
        let named = named_by_place(&wasm).unwrap();
        let names = String::from_utf8_lossy(&named[wasm.len()..]).into_owned();
        assert!(named.starts_with(&wasm));
        let places: Vec<_> = names.split("\u{6}").skip(1).map(|name| &name[..6]).collect();
        assert_eq!(places, ["000000", "000001", "000003", "000002"]);
        assert!(named_by_place(&wasm[..wasm.len() - 1]).is_err());
    }
}
