//! Which letters a file's bytes stand for: files are UTF-8, and what other programs save them as is known again.
//!
//! Decides and decodes without asking anybody, so that the program and the widget read the same. Knows no format.

use std::borrow::Cow;

/// How letters are kept as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// With or without a mark at its beginning.
    Utf8,
    /// With a mark at its beginning, the low byte of each two first or the high one.
    Utf16LowFirst,
    Utf16HighFirst,
    /// What editors in Western Europe call ANSI. There is no telling it from other encodings of one byte a letter; it is
    /// the one that Danish files have.
    Windows1252,
}

impl Encoding {
    /// The encoding that these bytes have by their mark, or by being UTF-8 or not.
    pub fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xff, 0xfe, ..] => Self::Utf16LowFirst,
            [0xfe, 0xff, ..] => Self::Utf16HighFirst,
            _ if std::str::from_utf8(bytes).is_ok() => Self::Utf8,
            _ => Self::Windows1252,
        }
    }
}

/// Reads the text of a file in whichever encoding it has. Bytes that stand for nothing give the character for that.
pub fn decode(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    let encoding = Encoding::of(bytes);
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes),
        Encoding::Utf16LowFirst => utf16(bytes, u16::from_le_bytes).into(),
        Encoding::Utf16HighFirst => utf16(bytes, u16::from_be_bytes).into(),
        Encoding::Windows1252 => bytes.iter().map(|byte| windows_1252(*byte)).collect::<String>().into(),
    };
    (text, encoding)
}

/// What stands behind the mark.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes[2..].chunks(2).map(|pair| match pair {
        [one, two] => unit([*one, *two]),
        // Half of a unit is none.
        _ => 0xfffd,
    });
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The letter of a byte, after the Encoding Standard's `windows-1252`: Latin-1 but for these.
fn windows_1252(byte: u8) -> char {
    const FROM_0X80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_0X80[usize::from(byte - 0x80)],
        _ => byte.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_is_read_with_and_without_its_mark() {
        assert_eq!(decode("øve".as_bytes()), ("øve".into(), Encoding::Utf8));
        assert_eq!(decode("\u{feff}øve".as_bytes()), ("\u{feff}øve".into(), Encoding::Utf8));
        assert_eq!(decode(b""), ("".into(), Encoding::Utf8));
    }

    #[test]
    fn utf16_is_known_by_its_mark() {
        let text = "{\"øve\": \"😀\"}";
        let low: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let high: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&low), (text.into(), Encoding::Utf16LowFirst));
        assert_eq!(decode(&high), (text.into(), Encoding::Utf16HighFirst));
        assert_eq!(decode(b"\xff\xfea\0\x00\xd8b"), ("a\u{fffd}\u{fffd}".into(), Encoding::Utf16LowFirst));
    }

    #[test]
    fn what_is_neither_is_read_as_danish_editors_save_it() {
        assert_eq!(decode(b"\xf8ve p\xe5 \x84sv\xe6re\x93 \x80"), ("øve på „svære“ €".into(), Encoding::Windows1252));
        let every: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&every).0.chars().count(), 256);
    }
}
