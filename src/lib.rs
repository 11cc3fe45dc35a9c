//! Rokade: from a competence framework and a person's answers to a gap profile and suggested areas.
//!
//! The map, in reading order; each layer imports only what stands above it.
//!
//! | layer | files | must never know |
//! |---|---|---|
//! | 0 text | `src/encoding.rs`, `src/json.rs`, `src/problem.rs`, `src/gather.rs` (`src/gather/newtypes.rs`; `src/gather/schema.rs`, for the program), `src/scalar.rs` | any format's meaning |
//! | 1 values | `src/framework.rs` (`src/framework/file.rs`, `src/framework/check.rs`), `src/assessment.rs` (`src/assessment/file.rs`, `src/assessment/migration.rs`) | gaps, suggestions, screens |
//! | 2 method | `src/profile.rs`, `src/suggestion.rs` (`src/suggestion/candidate.rs`, `src/suggestion/best_set.rs`, `src/suggestion/portfolio.rs`, `src/suggestion/chances.rs`), `src/report.rs` (`src/report/file.rs`), `src/comparison.rs` (`src/comparison/files.rs`, `src/comparison/blocks.rs`, `src/comparison/side_by_side.rs`, `src/comparison/head_and_deputy.rs`, `src/comparison/roles.rs`, `src/comparison/stages.rs`, `src/comparison/follow_up.rs`), `src/hint.rs`, for the program | words for readers, time, the browser |
//! | 3 words | `src/wording.rs` (`src/wording/keys.rs`, `src/wording/words.rs`; the sentences are data in `www/words`); what is said of files: `src/wording/problems.rs` (`src/wording/problems/shown.rs`, `src/wording/problems/danish.rs`, `src/wording/problems/english.rs`), `src/wording/hints.rs`, for the program | screens and markup |
//! | workbook | `src/workbook.rs`, for the program and pages of their own, never in the widget: values first (`src/workbook/finding.rs`, `src/workbook/sheet.rs`, `src/workbook/names.rs`, `src/workbook/index.rs`), then bytes to sheets (`src/workbook/gate.rs`, `src/workbook/reader.rs`) and a framework to sheets to bytes (`src/workbook/template.rs`, `src/workbook/writer.rs`), then sheets to a framework (`src/workbook/header.rs`, `src/workbook/node.rs`, `src/workbook/import.rs` and the files under `src/workbook/import`), and what is said of it (`src/workbook/said.rs`, `src/workbook/said/shown.rs`, `src/workbook/said/danish.rs`, `src/workbook/said/english.rs`) | state, screens, the machine's files |
//! | 4 state | `src/state.rs`: values first (`src/state/settings.rs`, `src/state/share.rs`, `src/state/opened.rs`, `src/state/compared_file.rs`, `src/state/journey.rs`, `src/state/navigation.rs`, `src/state/start.rs`, `src/state/progress.rs`, `src/state/incoming.rs`, `src/state/calendar.rs`, `src/state/csv.rs`, `src/state/files.rs`, `src/state/session.rs`, `src/state/effect.rs`, `src/state/message.rs`), then what happens to them (`src/state/context.rs`, `src/state/persistence.rs`, `src/state/beginning.rs`, `src/state/answering.rs`, `src/state/planning.rs`, `src/state/comparing.rs`, `src/state/opening.rs`, `src/state/export.rs`), and last `src/state/update.rs` | the browser and its clock |
//! | 5 view | `src/view.rs`: the pieces (`src/view/act.rs`, `src/view/context.rs`, `src/view/pieces.rs`, `src/view/chart.rs`, `src/view/file.rs`), then one file per screen, and `src/view/later.rs`, the door to those after the questions | components, the browser, how anything is computed |
//! | 6 browser | `src/browser.rs` | components and screens |
//! | 7 component | `src/component.rs` (`src/component/hearing.rs`, `src/component/offprint.rs`) | what stands on a screen |
//! | 8 boundary | `src/embed.rs` | screens |
//! | program | `src/main.rs`, `src/cli.rs` (`src/cli/terminal.rs`) and one file per command under `src/cli/` | everything from layer 4 on |
//!
//! # One change, all its places
//!
//! | what is added | where | what fails when a place is forgotten |
//! |---|---|---|
//! | an attribute of the element | `www/element/attributes.js`, `www/element.js`, `src/state/settings.rs`, `www/rokade.d.ts`, `www/react.d.ts`, `www/custom-elements.json`, `README.md`; where the frame page's address may set it, `www/embed.js` and `www/guides/hosting.md` | `tests/browser/manifest.spec.mjs`: "attributes are those that the class listens to or sets" |
//! | an event, or a code of errors | `src/state/effect.rs` or `src/state/session.rs`, `www/rokade.d.ts`, `www/custom-elements.json`, `README.md` | `tests/browser/manifest.spec.mjs`: "events are those that the code tells of" |
//! | a language | its file in `www/words`, its tag in `src/wording/words.rs` | `tests/words.rs`: "every_language_is_complete" |
//! | a language for those who write frameworks | `src/wording.rs` (`Language`), `src/wording/problems.rs` and a file under it, `src/cli/words.rs` | the compiler, and `tests/check.rs`: "each_problem_of_a_bad_file_is_told_in_both_languages_with_the_same_names" |
//! | a text | `src/wording/keys.rs`, `www/words/da.json`, `www/words/en.json`; a notice also in `Key::NOTICES` | `tests/words.rs`: "every_notice_is_kept_from_the_host_and_everything_else_is_not" |
//! | a way to leave with it | `src/state/share.rs` (`Export`), `src/state/export.rs`, `src/view/keep.rs`, `www/rokade.d.ts`, `www/custom-elements.json` | `tests/tidy.rs`: "every_kind_of_export_is_public" |
//! | a step | `src/state/journey.rs` (`Step`), `src/state/navigation.rs`, `src/state/progress.rs`, `src/view.rs` or `src/view/later.rs`, and its file, `tests/any_messages.rs` (`any_step`), `tests/browser/screens.mjs` | the compiler for all but the last two; `tests/tidy.rs`: "every_step_happens_in_the_tests" |
//! | a field of a format | its type in `src/framework/file.rs` or `src/assessment/file.rs`, a rule in `src/framework/check.rs`, `www/schema`, `www/guides/formats.md`, a bad file in `tests/bad` | `tests/schema.rs`: "each_schema_is_current" |
//! | a field of the framework, in workbooks | `src/workbook/names.rs`, `src/workbook/template.rs`, the files under `src/workbook/import`; `ROKADE_BLESS=1` for the guides | `tests/workbook.rs`: "a_framework_comes_back_from_a_workbook_as_it_was" |
//! | something found in workbooks | `src/workbook/finding.rs`, `src/workbook/said/danish.rs`, `src/workbook/said/english.rs`, a case under `tests/workbook` | `tests/workbook/tolerant.rs`: "every_kind_of_finding_has_its_case" |
//! | a hint | `src/hint.rs`, `src/wording/hints.rs`, a case in `tests/hints.rs`, an example in `tests/framework_guide.rs` | `tests/hints.rs`: "each_hint_is_given_at_its_place_and_alone" |
//! | a style that is public | `www/rokade.css`, `www/custom-elements.json` | `tests/browser/manifest.spec.mjs`: "custom properties are those that the styles read" |

#![forbid(unsafe_code)]

pub mod encoding;

pub mod json;
pub mod problem;

pub mod gather;
pub mod scalar;

pub mod framework;

pub mod assessment;

pub mod profile;

pub mod suggestion;

pub mod report;

pub mod comparison;

#[cfg(any(not(target_arch = "wasm32"), feature = "workbook"))]
pub mod hint;

pub mod wording;

// Not one byte of it in the widget: a page of its own asks for it.
#[cfg(any(not(target_arch = "wasm32"), feature = "workbook"))]
pub mod workbook;

pub mod state;

pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(target_arch = "wasm32")]
pub mod component;

#[cfg(target_arch = "wasm32")]
pub mod embed;
