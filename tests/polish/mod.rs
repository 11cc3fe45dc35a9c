//! A third language for the tests: Polish, complete, with three forms for whole numbers.

use rokade::wording::Plurals;

/// A words file.
pub const POLISH: &str = include_str!("../words/pl.json");

/// The forms as CLDR has them for whole numbers, in Polish and in the languages that ship.
pub const PLURALS: Plurals = Plurals(|language, number| match (number, number % 10, number % 100) {
    _ if language != "pl" => Plurals::ONE_OR_OTHER.category(language, number),
    (1, ..) => "one",
    (_, 2..=4, rest) if !matches!(rest, 12..=14) => "few",
    _ => "many",
});
