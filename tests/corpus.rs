//! What is fuzzed (`tests/fuzz`) is run on all that is kept in its corpora and on changes of it, with the stable compiler.
#![cfg(not(target_arch = "wasm32"))]

#[path = "fuzz/targets.rs"]
mod targets;

use std::path::{Path, PathBuf};

/// How many changes of each file are tried.
const CHANGES: u64 = 60;

/// What is done with the bytes of a file; it must not panic.
type Target = fn(&[u8]);

const TARGETS: [(&str, Target); 4] = [
    ("check", targets::check),
    ("assessment", targets::assessment),
    ("gate", targets::gate),
    ("workbook", targets::workbook),
];

fn corpus(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let mut paths: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() > 2, "{target} has a corpus");
    paths
}

/// Numbers that look as if by chance and are the same each time (xorshift).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }
}

/// The bytes with a few of them taken away, put in twice or made others.
fn changed(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..1 + numbers.below(4) {
        let at = numbers.below(bytes.len());
        let end = (at + 1 + numbers.below(20)).min(bytes.len());
        match numbers.below(4) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let part = bytes[at..end].to_vec();
                let to = numbers.below(bytes.len());
                bytes.splice(to..to, part);
            }
            2 => bytes.truncate(at.max(1)),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = numbers.next() as u8;
                }
            }
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

#[test]
fn nothing_that_is_kept_and_no_change_of_it_makes_anything_panic() {
    let mut ran = 0;
    for (name, target) in TARGETS {
        for (place, path) in corpus(name).into_iter().enumerate() {
            let bytes = std::fs::read(&path).unwrap();
            target(&bytes);
            let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15 ^ (place as u64 + 1));
            for _ in 0..CHANGES {
                target(&changed(&bytes, &mut numbers));
                ran += 1;
            }
        }
    }
    println!("{ran} changed files were read");
}

#[test]
fn every_fuzz_target_is_run_here_too() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/fuzz_targets");
    let mut names: Vec<String> = folder
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    let mut known = TARGETS.map(|(name, _)| name.to_owned());
    known.sort();
    assert_eq!(names, known);
}
