//! What people do to a workbook is taken as they meant it, and told at its cell: each case by its name, with all that is told
//! in both languages, in `told.txt`.

use super::book::Book;
use super::{Whole, read, top};
use rokade::framework::Framework;
use rokade::wording::Language;
use rokade::workbook::finding::{FindingKind, Weight};
use rokade::workbook::said;
use rokade::workbook::sheet::letters;
use std::collections::BTreeSet;
use std::fmt::Write;
use strum::VariantNames;

pub fn bakery() -> Whole {
    Whole::read(read("tests/workbook/bakery.json"))
}

fn book() -> Book {
    Book::of(&bakery().drafts(Language::Danish))
}

/// What becomes of the framework.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Outcome {
    /// It is as it was.
    Same,
    /// Another comes of it.
    Other,
    Refused,
}
use Outcome::{Other, Refused, Same};

type Case = (&'static str, Outcome, fn(&mut Book));

const CASES: &[Case] = &[
    // ---- names of sheets
    ("a_misspelt_sheet_is_taken_for_the_nearest", Same, |book| {
        book.rename("Kompetencer", "Komptencer");
    }),
    ("a_sheet_is_known_in_other_case_and_in_english", Same, |book| {
        book.rename("Kompetencer", "KOMPETENCER").rename("Roller", "roles").rename("Vægte", "weights ");
    }),
    ("a_strange_sheet_with_competences_is_taken_for_them", Same, |book| {
        book.rename("Kompetencer", "Ark1");
    }),
    ("a_strange_sheet_is_left_out", Same, |book| {
        book.add("Budget", &[&["Kroner"], &["12"]]);
    }),
    ("a_sheet_of_ones_own_is_passed_over", Same, |book| {
        book.add("_Noter", &[&["Husk mel"]]);
    }),
    ("a_sheet_that_is_there_twice_is_refused", Refused, |book| {
        book.add("Roles", &[&["Title::da"], &["Bager"]]);
    }),
    ("a_sheet_that_is_needed_and_missing_is_refused", Refused, |book| {
        book.delete("Skalaer");
    }),
    ("a_sheet_without_names_of_columns_is_refused", Refused, |book| {
        book.delete("Kilder").add("Kilder", &[&["noget"], &["andet"]]);
    }),
    // ---- names of columns, and languages
    ("a_misspelt_column_is_taken_for_the_nearest", Same, |book| {
        book.put("Kompetencer", 1, "Udsagn::Dansk (da)", "Udsang::Dansk (da)");
    }),
    ("a_strange_column_is_left_out", Same, |book| {
        book.set("Roller", "Z1", "Bemærkninger").set("Roller", "Z2", "Spørg Ida");
    }),
    ("a_column_of_ones_own_is_passed_over", Same, |book| {
        book.set("Roller", "Z1", "_Noter").set("Roller", "Z2", "Spørg Ida");
    }),
    ("a_column_that_is_there_twice_is_refused", Refused, |book| {
        book.set("Roller", "Z1", "Gruppe").set("Roller", "Z2", "bakers");
    }),
    ("a_column_that_is_needed_and_missing_is_refused", Refused, |book| {
        book.delete_column("Områder", "Slags");
    }),
    ("a_language_is_understood_in_other_ways", Same, |book| {
        book.put("Kompetencer", 1, "Titel::Dansk (da)", "Titel (da)");
        book.put("Kompetencer", 1, "Titel::English (en)", "Titel EN");
        book.put("Kompetencer", 1, "Udsagn::Dansk (da)", "da:udsagn");
        book.put("Kompetencer", 1, "Udsagn::English (en)", "UDSAGN::ENGLISH");
    }),
    ("a_text_that_names_no_language_is_refused", Refused, |book| {
        book.put("Kompetencer", 1, "Titel::Dansk (da)", "Titel");
    }),
    ("a_text_beside_those_of_all_languages_is_refused", Refused, |book| {
        book.set("Roller", "Z1", "Titel").set("Roller", "Z2", "Boulanger");
    }),
    ("a_language_that_is_not_known_is_refused", Refused, |book| {
        book.put("Kompetencer", 1, "Titel::Dansk (da)", "Titel::Klingonsk");
    }),
    ("where_the_settings_name_one_language_a_text_is_in_it", Other, |book| {
        in_danish(book);
        book.put("Indstillinger", 5, "Værdi", "da").put("Kompetencer", 1, "Titel::Dansk (da)", "Titel");
        book.put("Indstillinger", 6, "Værdi", "I bageriet").put("Indstillinger", 6, "Værdi::Dansk (da)", "");
    }),
    ("where_the_settings_name_two_languages_none_is_guessed", Refused, |book| {
        in_danish(book);
        book.put("Indstillinger", 5, "Værdi", "da; fr").put("Kompetencer", 1, "Titel::Dansk (da)", "Titel");
    }),
    ("a_language_that_only_other_columns_name_is_not_guessed", Refused, |book| {
        in_danish(book);
        book.put("Indstillinger", 5, "Værdi", "").put("Kompetencer", 1, "Titel::Dansk (da)", "Titel");
    }),
    ("a_language_that_could_be_any_is_refused", Refused, |book| {
        book.put("Roller", 1, "Titel::Dansk (da)", "Titel").delete_column("Roller", "Titel::English (en)");
    }),
    ("a_language_without_a_column_is_left_out", Same, |book| {
        book.put("Indstillinger", 5, "Værdi", "da; en; fr");
    }),
    ("a_long_word_that_the_settings_do_not_name_is_no_language", Refused, |book| {
        book.put("Kompetencer", 1, "Titel::Dansk (da)", "Titel::Leder");
    }),
    ("a_text_that_is_missing_in_a_language_is_refused", Refused, |book| {
        book.put("Kompetencer", 3, "Titel::English (en)", "");
    }),
    ("a_text_that_is_missing_is_refused", Refused, |book| {
        book.put("Kompetencer", 3, "Udsagn::English (en)", "").put("Kompetencer", 3, "Udsagn::Dansk (da)", "");
    }),
    ("a_text_that_is_too_long_is_refused", Refused, |book| {
        book.put("Skalaer", 2, "Kort betegnelse::Dansk (da)", "Jeg har ikke prøvet det endnu");
    }),
    // ---- what nothing comes of
    ("a_text_in_a_column_without_a_head_is_left_out", Same, |book| {
        book.set("Kompetencer", "Z3", "Spørg Ida").set("Niveauer", "Z9", "Og Bo");
    }),
    ("a_text_above_the_head_is_left_out", Same, |book| {
        book.delete("Kilder").add(
            "Kilder",
            &[&["# Noter"], &["Vores kilder", "2026"], &["Id", "Titel"], &["handbook", "Bageriets håndbog"]],
        );
    }),
    ("a_value_beside_those_of_the_languages_is_left_out", Other, |book| {
        book.put("Indstillinger", 7, "Værdi", "Kun her");
        book.put("Indstillinger", 7, "Værdi::Dansk (da)", "Om bageriet");
        book.put("Indstillinger", 7, "Værdi::English (en)", "About the bakery");
    }),
    ("a_second_value_of_a_setting_is_left_out", Same, |book| {
        book.put("Indstillinger", 4, "Værdi::English (en)", "2");
    }),
    ("a_value_without_a_setting_is_left_out", Same, |book| {
        book.set("Indstillinger", "B30", "Bagerne");
    }),
    ("a_misspelt_setting_of_languages_is_taken_for_it", Same, |book| {
        book.set("Indstillinger", "A5", "Sprogg").put("Indstillinger", 5, "Værdi", "da; en; fr");
    }),
    ("what_a_dimension_says_twice_is_taken_once", Other, |book| {
        book.put("Kompetencer", 2, "Om delen::Dansk (da)", "Varmt").put(
            "Kompetencer",
            2,
            "Om delen::English (en)",
            "Hot",
        );
        book.put("Kompetencer", 3, "Om delen::Dansk (da)", "Varmt").put(
            "Kompetencer",
            3,
            "Om delen::English (en)",
            "Warm",
        );
        book.put("Kompetencer", 3, "Del::English (en)", "Beside the oven");
    }),
    ("an_id_of_a_dimension_that_its_other_rows_do_not_have_is_another_of_the_same_name", Other, |book| {
        book.put("Kompetencer", 3, "Delens id", "stove").put("Adfærd", 2, "Del", "oven");
    }),
    ("a_row_that_may_be_of_either_of_two_dimensions_is_refused", Refused, |book| {
        book.put("Kompetencer", 3, "Delens id", "stove").put("Adfærd", 2, "Del", "oven");
        book.put("Kompetencer", 4, "Del::Dansk (da)", "Ved ovnen").put("Kompetencer", 4, "Delens id", "");
    }),
    ("an_id_of_a_dimension_in_a_row_without_its_name_is_left_out", Same, |book| {
        book.put("Kompetencer", 3, "Del::Dansk (da)", "").put("Kompetencer", 3, "Del::English (en)", "");
        book.put("Kompetencer", 3, "Delens id", "stove");
    }),
    ("what_somebody_adds_to_the_first_sheet_is_left_out", Same, |book| {
        book.set("Læs mig", "A30", "Ring til Ida").set("Læs mig", "A31", "# Eller Bo");
    }),
    ("an_indent_beside_a_dimension_is_left_out", Same, |book| {
        book.set("Kompetencer", "Z1", "Indryk").set("Kompetencer", "Z2", "1");
    }),
    ("a_text_of_a_level_that_no_scale_reaches_is_left_out", Same, |book| {
        book.set("Kompetencer", "Z1", "Niveautekst 100::Dansk (da)").set("Kompetencer", "Z2", "Altid");
    }),
    ("a_competence_of_an_area_without_a_level_is_left_out", Same, |book| {
        book.set("Hvad områder øver", "A9", "Disken").set("Hvad områder øver", "B9", "Passe tiden");
    }),
    ("what_areas_practise_is_refused_where_there_are_none", Refused, |book| {
        book.delete("Områder");
    }),
    // ---- rows
    ("rows_of_ones_own_and_empty_rows_are_passed_over", Same, |book| {
        book.set("Kompetencer", "A9", "# Herunder er noget, vi overvejer").set("Kompetencer", "A12", "# Mere");
    }),
    ("a_dimension_that_is_merged_down_holds_for_the_rows_below", Same, |book| {
        book.put("Kompetencer", 3, "Del::Dansk (da)", "").put("Kompetencer", 3, "Del::English (en)", "");
    }),
    ("what_else_is_merged_down_holds_for_the_rows_below_too", Other, |book| {
        book.put("Skalaer", 3, "Skala", "").put("Skalaer", 4, "Skala", "").set("Hvad områder øver", "A3", "");
        for (head, text) in [("Titel::Dansk (da)", "Senere"), ("Titel::English (en)", "Later"), ("Id", "later")] {
            book.put("Trin", 3, head, text);
        }
        book.put("Trin", 3, "Måneder", "6").put("Trin", 3, "Sænkes med", "0");
    }),
    ("a_first_row_without_a_dimension_is_refused", Refused, |book| {
        book.empty_column("Kompetencer", "Del::Dansk (da)").empty_column("Kompetencer", "Del::English (en)");
    }),
    ("a_row_that_is_there_twice_is_refused", Refused, |book| {
        book.set("Niveauer", "A5", "Bage brød").set("Niveauer", "B5", "Ny");
    }),
    ("a_new_row_gets_an_id", Other, |book| {
        book.put("Kompetencer", 5, "Del::Dansk (da)", "I butikken");
        book.put("Kompetencer", 5, "Titel::Dansk (da)", "Bage boller");
        book.put("Kompetencer", 5, "Titel::English (en)", "Baking buns");
        book.put("Kompetencer", 5, "Udsagn::Dansk (da)", "Jeg bager også det svære.");
        book.put("Kompetencer", 5, "Udsagn::English (en)", "I also bake what is hard.");
    }),
    ("a_competence_is_moved_by_writing_another_dimension", Other, |book| {
        book.put("Kompetencer", 3, "Del::Dansk (da)", "I butikken").put(
            "Kompetencer",
            3,
            "Del::English (en)",
            "In the shop",
        );
    }),
    // ---- cells
    ("levels_are_counted_from_0", Same, |book| {
        book.put("Skalaer", 2, "Niveau", "1").put("Skalaer", 3, "Niveau", "2").put("Skalaer", 4, "Niveau", "5");
    }),
    ("a_scale_in_two_spellings_is_refused", Refused, |book| {
        book.put("Skalaer", 4, "Skala", "Skill");
    }),
    ("a_competence_is_known_by_its_id_whatever_it_was_called", Same, |book| {
        book.set("Niveauer", "A2", "Bage rugbrød");
    }),
    ("a_name_and_an_id_that_disagree_are_refused", Refused, |book| {
        book.set("Niveauer", "A2", "Passe tiden");
    }),
    ("an_id_that_is_nobodys_is_left_out", Same, |book| {
        book.put("Niveauer", 2, "Id", "bake-rolls");
    }),
    ("a_level_is_known_in_other_case_by_its_label_and_by_its_number", Same, |book| {
        book.set("Niveauer", "B2", " på EGEN  hånd").set("Niveauer", "B3", "2").set(
            "Niveauer",
            "C4",
            "I do it on my own",
        );
    }),
    ("a_misspelt_level_is_taken_for_the_nearest", Same, |book| {
        book.set("Niveauer", "B2", "På egen hånt");
    }),
    ("a_level_is_known_by_its_number_with_a_sign", Same, |book| {
        book.set("Niveauer", "B3", "#2");
    }),
    ("a_number_beside_levels_called_by_numbers_is_refused", Refused, |book| {
        for (row, label) in [(2, "1"), (3, "2"), (4, "3")] {
            for head in ["Betegnelse::Dansk (da)", "Betegnelse::English (en)"] {
                book.put("Skalaer", row, head, label);
            }
        }
        book.set("Niveauer", "B2", "0").set("Niveauer", "B3", "3.0");
    }),
    ("a_word_that_is_no_level_is_refused", Refused, |book| {
        book.set("Niveauer", "B2", "Ekspert");
    }),
    ("a_number_that_is_no_level_is_refused", Refused, |book| {
        book.set("Niveauer", "B2", "3");
    }),
    ("a_misspelt_competence_is_taken_for_the_nearest", Same, |book| {
        book.set("Hvad områder øver", "B2", "Bage brøt");
    }),
    ("a_competence_that_is_not_there_is_refused", Refused, |book| {
        book.set("Hvad områder øver", "B2", "Male mel");
    }),
    ("a_name_that_two_have_is_refused", Refused, |book| {
        book.put("Kompetencer", 3, "Titel::Dansk (da)", "Bage brød").put(
            "Kompetencer",
            3,
            "Titel::English (en)",
            "Baking bread",
        );
    }),
    ("names_in_a_cell_are_told_apart_in_three_ways", Other, |book| {
        book.put("Adfærd", 2, "Kompetencer", "Bage brød | Passe tiden\nTage imod gæster");
    }),
    ("a_choice_is_known_in_other_case_and_in_english", Same, |book| {
        book.put("Områder", 2, "Slags", "task CHANGE").put("Områder", 3, "Vej", "developmentPlan");
    }),
    ("a_misspelt_choice_is_taken_for_the_nearest", Same, |book| {
        book.put("Områder", 2, "Slags", "Opgaveskifte");
    }),
    ("a_word_that_is_no_choice_is_refused", Refused, |book| {
        book.put("Områder", 2, "Vej", "Lodtrækning");
    }),
    ("a_route_of_the_other_kind_is_refused", Refused, |book| {
        book.put("Områder", 2, "Vej", "Internt opslag");
    }),
    ("a_number_is_read_as_cells_hold_it", Same, |book| {
        book.set("Vægte", "B2", "3.0");
    }),
    ("a_word_where_a_number_belongs_is_refused", Refused, |book| {
        book.set("Vægte", "B2", "meget");
    }),
    ("a_number_that_is_too_high_is_refused", Refused, |book| {
        book.set("Vægte", "B2", "7");
    }),
    ("a_danish_date_is_read", Same, |book| {
        book.put("Områder", 2, "Behov meldt den", "1.2.2026");
    }),
    ("a_date_that_is_none_is_refused", Refused, |book| {
        book.put("Områder", 2, "Behov meldt den", "til februar");
    }),
    ("an_id_that_is_none_is_mended", Other, |book| {
        book.put("Roller", 3, "Id", "Butiks Assistent");
    }),
    ("an_id_that_is_there_twice_is_refused", Refused, |book| {
        book.put("Kompetencer", 3, "Id", "bake-bread");
    }),
    ("an_alignment_that_cannot_be_read_is_refused", Refused, |book| {
        book.put("Kompetencer", 2, "Svarer til", "esco");
    }),
    // ---- settings
    ("a_misspelt_setting_is_taken_for_the_nearest", Same, |book| {
        book.set("Indstillinger", "A4", "Versionn");
    }),
    ("a_strange_setting_is_left_out", Same, |book| {
        book.set("Indstillinger", "A30", "Farve").set("Indstillinger", "B30", "blå");
    }),
    ("a_setting_that_is_there_twice_is_refused", Refused, |book| {
        book.set("Indstillinger", "A30", "Id").set("Indstillinger", "B30", "andet");
    }),
    ("settings_that_are_missing_get_a_default", Other, |book| {
        book.delete("Indstillinger");
    }),
    ("an_extension_that_cannot_be_read_is_refused", Refused, |book| {
        book.put("Indstillinger", 19, "Værdi", "{\"a\": ");
    }),
    ("another_version_of_the_template_is_refused", Refused, |book| {
        book.put("Indstillinger", 2, "Værdi", "rokade.template/2");
    }),
    ("what_the_owner_would_want_to_know_is_told", Other, |book| {
        book.set("Niveauer", "C4", "");
    }),
    // ---- trees
    ("a_tree_is_read_by_its_indent", Other, |book| {
        tree(
            book,
            &[
                &["Indryk", "Titel::da", "Titel::en", "Id"],
                &["0", "Ved ovnen", "At the oven", "oven"],
                &["1", "Bage brød", "Baking bread", "bake-bread"],
                &["2", "Jeg banker på skorpen.", "I tap the crust.", ""],
                &["1", "Passe tiden", "Minding the time", "mind-time"],
                &["0", "I butikken", "In the shop", "shop"],
                &["1", "Tage imod gæster", "Greeting guests", "greet-guests"],
            ],
        );
    }),
    ("a_tree_says_all_that_the_other_sheets_say", Other, |book| {
        tree(
            book,
            &[
                &[
                    "Indryk",
                    "Titel::da",
                    "Titel::en",
                    "Udsagn::da",
                    "Udsagn::en",
                    "Lederens udsagn::da",
                    "Lederens udsagn::en",
                    "Kilde",
                    "Afsnit",
                    "Punkt",
                    "Svarer til",
                    "Om delen::da",
                    "Om delen::en",
                    "Id",
                ],
                &["0", "Ved ovnen", "At the oven", "", "", "", "", "", "", "", "", "Varmt", "Hot", "oven"],
                &["1", "Bage brød", "Baking bread", "", "", "", "", "handbook", "Brød", "1", "", "", "", "bake-bread"],
                &[
                    "2",
                    "",
                    "",
                    "Jeg banker.",
                    "I tap.",
                    "Banker.",
                    "Taps.",
                    "handbook",
                    "Skorper",
                    "7",
                    "esco: http://example.org",
                    "Sprødt",
                    "Crisp",
                    "taps-crust",
                ],
                &["1", "Passe tiden", "Minding the time", "", "", "", "", "", "", "", "", "", "", "mind-time"],
                &["0", "I butikken", "In the shop", "Smil", "Smile", "", "", "", "", "", "", "", "", "shop"],
                &["1", "Tage imod gæster", "Greeting guests", "", "", "", "", "", "", "", "", "", "", "greet-guests"],
            ],
        );
    }),
    ("a_source_that_is_not_there_is_refused_in_a_tree_too", Refused, |book| {
        tree(
            book,
            &[
                &["Indryk", "Titel::da", "Titel::en", "Kilde", "Id"],
                &["0", "Ved ovnen", "At the oven", "", "oven"],
                &["1", "Bage brød", "Baking bread", "", "bake-bread"],
                &["2", "Jeg banker.", "I tap.", "cookbook", ""],
                &["1", "Passe tiden", "Minding the time", "", "mind-time"],
                &["1", "Tage imod gæster", "Greeting guests", "", "greet-guests"],
            ],
        );
    }),
    ("a_row_without_its_place_in_a_tree_is_refused", Refused, |book| {
        tree(
            book,
            &[
                &["Indryk", "Titel::da", "Titel::en", "Id"],
                &["0", "Ved ovnen", "At the oven", "oven"],
                &["1", "Bage brød", "Baking bread", "bake-bread"],
                &["", "Passe tiden", "Minding the time", "mind-time"],
                &["1", "Tage imod gæster", "Greeting guests", "greet-guests"],
            ],
        );
    }),
    ("a_tree_is_read_by_its_numbers", Other, |book| {
        tree(
            book,
            &[
                &["Nummer", "Titel::da", "Titel::en", "Id"],
                &["1", "Ved ovnen", "At the oven", "oven"],
                &["1.1", "Bage brød", "Baking bread", "bake-bread"],
                &["1.2", "Passe tiden", "Minding the time", "mind-time"],
                &["1.2.1", "Jeg ser på uret.", "I look at the clock.", ""],
                &["1.2.1.1", "For dybt", "Too deep", ""],
                &["2", "I butikken", "In the shop", "shop"],
                &["2.1", "Tage imod gæster", "Greeting guests", "greet-guests"],
            ],
        );
    }),
    ("a_tree_is_read_by_its_parents", Other, |book| {
        tree(
            book,
            &[
                &["Id", "Overordnet", "Titel::da", "Titel::en"],
                &["bake-bread", "oven", "Bage brød", "Baking bread"],
                &["mind-time", "oven", "Passe tiden", "Minding the time"],
                &["greet-guests", "shop", "Tage imod gæster", "Greeting guests"],
                &["oven", "", "Ved ovnen", "At the oven"],
                &["shop", "", "I butikken", "In the shop"],
            ],
        );
    }),
    ("parents_in_a_circle_are_left_out", Refused, |book| {
        tree(
            book,
            &[
                &["Id", "Overordnet", "Titel::da", "Titel::en"],
                &["bake-bread", "mind-time", "Bage brød", "Baking bread"],
                &["mind-time", "bake-bread", "Passe tiden", "Minding the time"],
            ],
        );
    }),
];

/// Leaves the texts in one language only.
fn in_danish(book: &mut Book) {
    let sheets: Vec<String> = book.sheets.iter().map(|(name, _)| name.clone()).collect();
    for sheet in sheets {
        for head in book.heads(&sheet).into_iter().filter(|head| head.ends_with("(en)")) {
            book.delete_column(&sheet, &head);
        }
    }
}

/// Puts a tree in the place of the competences, and leaves the behaviours to it.
fn tree(book: &mut Book, rows: &[&[&str]]) {
    book.delete("Kompetencer").delete("Adfærd").add("Kompetencer", rows);
}

fn outcome(framework: Option<&Framework>) -> Outcome {
    match framework {
        None => Refused,
        Some(framework) if *framework == bakery().framework => Same,
        Some(_) => Other,
    }
}

#[test]
fn each_case_ends_as_it_should_and_tells_exactly_this() {
    let (mut told, mut wrong) = (String::new(), Vec::new());
    for (name, expected, change) in CASES {
        let mut book = book();
        change(&mut book);
        let imported = book.import();
        let _ = writeln!(told, "{name}");
        for language in [Language::English, Language::Danish] {
            for finding in &imported.found.told {
                let _ = writeln!(told, "  {}", said::line(finding, language));
            }
        }
        let _ = writeln!(told);
        let became = outcome(imported.framework.as_ref().map(|(_, framework)| framework));
        let lines: Vec<_> = imported.found.told.iter().map(|own| said::line(own, Language::English)).collect();
        if became != *expected {
            wrong.push(format!("{name}: {became:?}, {lines:#?}"));
        }
        let is_refused = imported.found.told.iter().any(|finding| finding.kind.weight() == Weight::Refused);
        assert_eq!(is_refused, became == Refused, "{name}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let path = top().join("tests/workbook/told.txt");
    if std::env::var_os("ROKADE_BLESS").is_some() {
        std::fs::write(&path, &told).unwrap();
    }
    let right = std::fs::read_to_string(path).unwrap();
    assert!(told == right, "what is told has changed; ROKADE_BLESS=1 writes tests/workbook/told.txt");
}

/// The names of what is found in the cases.
pub fn names_in_cases() -> BTreeSet<&'static str> {
    let mut names = BTreeSet::new();
    for (_, _, change) in CASES {
        let mut book = book();
        change(&mut book);
        names.extend(book.import().found.told.iter().map(|finding| finding.kind.name()));
    }
    names
}

#[test]
fn a_repair_is_told_at_the_cell_and_says_what_would_be_right() {
    let mut book = book();
    book.set("Niveauer", "B2", "Ekspert").set("Hvad områder øver", "B2", "Male mel").rename("Roller", "Rolle");
    let id = format!("Kompetencer!{}3", book.column("Kompetencer", "Id"));
    book.put("Kompetencer", 3, "Id", "bake-bread").put("Kompetencer", 4, "Titel::English (en)", "");
    let imported = book.import();
    let places: Vec<(String, &str)> =
        imported.found.told.iter().map(|finding| (said::place(&finding.place), finding.kind.name())).collect();
    for (place, name) in [
        ("Niveauer!B2", "level-unknown"),
        ("'Hvad områder øver'!B2", "name-unknown"),
        ("Rolle", "sheet-misspelt"),
        ("Kompetencer!D4", "text-missing"),
        (&*id, "id-doubled"),
    ] {
        assert!(places.contains(&(place.to_owned(), name)), "{place} {name}: {places:#?}");
    }
    for finding in imported.found.told.iter().filter(|finding| finding.kind.weight() == Weight::Refused) {
        assert!(said::sentence(finding, Language::English).contains("either "), "{finding:?}");
        assert!(said::sentence(finding, Language::Danish).contains("enten"), "{finding:?}");
    }
}

/// Whatever is written into whichever column is in the framework or told, at its cell or by what stands in it. Where no
/// framework comes of it, nothing is lost.
#[test]
fn nothing_that_is_written_is_lost_in_silence() {
    const WRITTEN: &str = "Zebra 7";
    let (mut tried, mut lost) = (0, Vec::new());
    let mut look = |book: &Book, sheet: &str, row: u32, column: u32| {
        let mut book = book.clone();
        let cell = |column| format!("{}{}", letters(column), row + 1);
        book.set(sheet, &cell(column), WRITTEN);
        // A text stands in both languages.
        let other = if book.get(sheet, (0, column)).ends_with("(en)") { column - 1 } else { column + 1 };
        if row > 0 && book.get(sheet, (0, column)).contains("::") {
            book.set(sheet, &cell(other), WRITTEN);
        }
        let imported = book.import();
        let is_told = imported.found.told.iter().any(|finding| {
            (&*finding.place.sheet, finding.place.cell) == (sheet, Some((row, column)))
                || said::sentence(finding, Language::English).contains(WRITTEN)
        });
        tried += 1;
        if let Some((file, _)) = imported.framework.filter(|_| !is_told)
            && !file.contains("Zebra")
            && !file.contains("zebra-7")
        {
            lost.push(format!("{sheet}!{}", cell(column)));
        }
    };
    let mut own = book();
    let names: Vec<String> = own.sheets.iter().map(|(name, _)| name.clone()).collect();
    for sheet in names {
        let (rows, columns) = own.size(&sheet);
        for column in 0..=columns {
            [2, rows].into_iter().for_each(|row| look(&own, &sheet, row, column));
        }
    }
    for name in ["a_tree_says_all_that_the_other_sheets_say", "a_tree_is_read_by_its_parents"] {
        let (_, _, change) = CASES.iter().find(|(own, ..)| *own == name).unwrap();
        let mut own = book();
        change(&mut own);
        let (rows, columns) = own.size("Kompetencer");
        for column in 0..=columns {
            [1, 2, 3, rows].into_iter().for_each(|row| look(&own, "Kompetencer", row, column));
        }
    }
    assert!(tried > 250 && lost.is_empty(), "of {tried} cells were lost: {lost:?}");
}

#[test]
fn every_kind_of_finding_has_its_case() {
    let mut names = names_in_cases();
    names.extend(super::hostile::names_in_cases());
    // Told by the program, which knows the earlier framework, and of what a cell can't hold.
    names.extend(["id-gone", "not-in-workbook"]);
    let lacking: Vec<_> = FindingKind::VARIANTS.iter().filter(|name| !names.contains(**name)).collect();
    assert!(lacking.is_empty(), "no case has {lacking:?}");
}
