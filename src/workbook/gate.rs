//! The gate: what a file is, by its content, and whether it is safe to open, before anything of it is unpacked or read.
//!
//! Names, number and sizes of what is packed are looked at first; then each part is unpacked once through a counter and
//! thrown away, to see that it is as large as it says and that its markup is harmless. Knows no sheet.

use super::finding::FindingKind;
use super::sheet::MOST_CELLS;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;

/// The most bytes of a file.
pub const MOST_BYTES: u64 = 16 * 1024 * 1024;
/// The most parts that are packed in a file.
pub const MOST_ENTRIES: usize = 200;
/// The most bytes that all parts unpack to.
pub const MOST_UNPACKED: u64 = 64 * 1024 * 1024;
/// A part of more than a megabyte unpacks to at most so many times its size.
pub const MOST_TIMES: u64 = 200;
/// The most attributes of an element.
const MOST_ATTRIBUTES: usize = 100;
/// How deep elements stand inside each other at most.
const MOST_DEPTH: usize = 64;
/// The longest tag or text between two tags, in bytes; a cell holds 32,767 characters at most.
const LONGEST_RUN: usize = 512 * 1024;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook of Excel's, `.xlsx`.
    Excel,
    /// A workbook of LibreOffice's, `.ods`.
    OpenDocument,
    /// Several sheets as text, packed together.
    PackedText,
    /// One sheet as text, `.csv`.
    Text,
}

/// A file that is safe to read.
pub struct Passed {
    pub format: Format,
    /// Whether it holds macros, which nobody reads.
    pub has_macros: bool,
}

/// Looks at a file before it is opened.
///
/// # Errors
///
/// What it is that keeps it from being opened.
pub fn pass(bytes: &[u8]) -> Result<Passed, FindingKind> {
    let size = bytes.len() as u64;
    if size > MOST_BYTES {
        return Err(FindingKind::FileTooLarge { bytes: size, most: MOST_BYTES });
    }
    match bytes {
        [b'P', b'K', ..] => packed(bytes),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(FindingKind::OldOrLocked),
        _ if is_text(bytes) => Ok(Passed { format: Format::Text, has_macros: false }),
        _ => Err(FindingKind::NoWorkbook),
    }
}

/// Whether this may be a sheet as text: no markup, no other kind of document, and no zeros but those of UTF-16.
fn is_text(bytes: &[u8]) -> bool {
    let has_mark = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let is_other = [&b"%PDF"[..], b"{\\rtf", b"<?xml", b"<html", b"<!DOC", b"<HTML", b"{", b"\x89PNG"];
    !is_other.iter().any(|other| start.starts_with(other)) && (has_mark || !bytes.contains(&0))
}

fn damaged(error: impl ToString) -> FindingKind {
    FindingKind::DamagedFile { why: error.to_string().into() }
}

fn packed(bytes: &[u8]) -> Result<Passed, FindingKind> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MOST_ENTRIES {
        return Err(FindingKind::TooManyEntries { found: archive.len(), most: MOST_ENTRIES });
    }
    if archive.has_duplicate_names() {
        return Err(FindingKind::DoubledEntry);
    }
    let mut names = Vec::new();
    let mut sum: u64 = 0;
    for place in 0..archive.len() {
        let entry = archive.by_index_raw(place).map_err(damaged)?;
        let name: Rc<str> = String::from_utf8_lossy(entry.name_raw()).as_ref().into();
        if !is_safe(&name) {
            return Err(FindingKind::UnsafeEntryName { entry: name });
        }
        if entry.encrypted() {
            return Err(FindingKind::Encrypted);
        }
        sum = sum.saturating_add(entry.size());
        if sum > MOST_UNPACKED {
            return Err(FindingKind::UnpacksTooLarge { most: MOST_UNPACKED });
        }
        if entry.size() > 1024 * 1024 && entry.size() / entry.compressed_size().max(1) > MOST_TIMES {
            return Err(FindingKind::PackedTooTightly { entry: name, most: MOST_TIMES });
        }
        names.push(name);
    }
    // Programs on some systems take two names in other case for one.
    let mut lower: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    lower.sort_unstable();
    if lower.windows(2).any(|two| two[0] == two[1]) {
        return Err(FindingKind::DoubledEntry);
    }
    let has = |name: &str| names.iter().any(|own| &**own == name);
    let is_sheet = |name: &Rc<str>| name.to_lowercase().ends_with(".csv");
    let format = if has("xl/workbook.bin") {
        return Err(FindingKind::BinaryWorkbook);
    } else if has("xl/workbook.xml") {
        Format::Excel
    } else if has("content.xml") {
        Format::OpenDocument
    } else if names.iter().any(is_sheet) {
        Format::PackedText
    } else {
        return Err(FindingKind::NoWorkbook);
    };
    let mut left = MOST_UNPACKED;
    for (place, name) in names.iter().enumerate() {
        let is_markup = [".xml", ".rels"].iter().any(|end| name.to_lowercase().ends_with(end));
        let entry = archive.by_index(place).map_err(damaged)?;
        // Told apart by the name as the reader would, but unpacked whatever it is: sizes may lie.
        let claimed = entry.size();
        let most = claimed.min(left);
        let mut counted = Counted { inner: entry, read: 0, most, run: 0, is_over: false, is_markup };
        let looked = match is_markup && format != Format::PackedText {
            true => harmless(&mut counted, name),
            false => io::copy(&mut counted, &mut io::sink()).map(drop).map_err(damaged),
        };
        if counted.is_over {
            return Err(FindingKind::UnpacksTooLarge { most: MOST_UNPACKED });
        }
        if counted.run > LONGEST_RUN {
            return Err(FindingKind::MarkupTooLarge { entry: name.clone() });
        }
        looked?;
        left = left.saturating_sub(counted.read);
    }
    Ok(Passed { format, has_macros: names.iter().any(|name| name.to_lowercase().contains("vbaproject")) })
}

/// Whether an entry's name leads nowhere but into the package.
fn is_safe(name: &str) -> bool {
    let is_part = |part: &str| !matches!(part, "" | "." | "..");
    name.trim_end_matches('/').split('/').all(is_part)
        && !name.contains(|character: char| matches!(character, '\\' | ':') || character.is_control())
}

/// Whether the markup of a part is harmless: no document type, which may define entities, nothing very deep, very wide or
/// very long, and no more strings announced than there may be cells.
fn harmless(part: &mut Counted<impl Read>, name: &Rc<str>) -> Result<(), FindingKind> {
    let mut reader = Reader::from_reader(BufReader::with_capacity(64 * 1024, part));
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    let too_large = || FindingKind::MarkupTooLarge { entry: name.clone() };
    loop {
        buffer.clear();
        let (tag, is_open) = match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::DocType(_) => return Err(FindingKind::DoctypeFound { entry: name.clone() }),
            Event::Start(tag) => (tag, true),
            Event::Empty(tag) => (tag, false),
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                continue;
            }
            Event::Eof => return Ok(()),
            _ => continue,
        };
        depth += usize::from(is_open);
        if depth > MOST_DEPTH || tag.attributes_raw().matches('=').count() > MOST_ATTRIBUTES {
            let is_wide = tag.attributes().with_checks(false).take(MOST_ATTRIBUTES + 1).count() > MOST_ATTRIBUTES;
            if depth > MOST_DEPTH || is_wide {
                return Err(too_large());
            }
        }
        if tag.local_name().as_ref() == "sst" {
            let is_many = |count: &str| {
                let count = count.trim();
                count.parse::<usize>().map_or(!count.is_empty(), |count| count > MOST_CELLS)
            };
            let mut attributes = tag.attributes();
            let mut counts = attributes.with_checks(false).flatten();
            if counts.any(|own| own.key.as_ref().to_ascii_lowercase().ends_with("count") && is_many(&own.value)) {
                return Err(FindingKind::TooManyCells { most: MOST_CELLS });
            }
        }
    }
}

/// Counts what is unpacked, and stops where it is more than was said, or where markup goes on without an end.
struct Counted<R> {
    inner: R,
    read: u64,
    most: u64,
    /// Bytes since the last `<` or `>`.
    run: usize,
    is_over: bool,
    is_markup: bool,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read += read as u64;
        if self.read > self.most {
            self.is_over = true;
            return Err(io::Error::other("it unpacks to more than it says"));
        }
        if self.is_markup {
            self.run = match buffer[..read].iter().rposition(|byte| matches!(byte, b'<' | b'>')) {
                Some(place) => read - place,
                None => self.run + read,
            };
            if self.run > LONGEST_RUN {
                return Err(io::Error::other("its markup goes on without an end"));
            }
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_into_the_package_only() {
        assert!(["xl/workbook.xml", "Kompetencer.csv", "_rels/.rels", "xl/"].iter().all(|name| is_safe(name)));
        let unsafe_names = ["../a", "a/../b", "/a", "C:a", "a\\b", "a//b", "a\nb", "", "./a"];
        assert!(unsafe_names.iter().all(|name| !is_safe(name)));
    }

    #[test]
    fn other_documents_are_no_sheets() {
        assert!(is_text(b"a;b") && is_text("\u{feff}titel".as_bytes()) && is_text(b"\xff\xfea\0"));
        assert!(!is_text(b"%PDF-1.7") && !is_text(b" <?xml ?>") && !is_text(b"a\0b") && !is_text(b"{\"a\": 1}"));
    }
}
