//! Rokade: from a competence framework and a person's answers to a gap profile and suggested areas.
//!
//! The map, in reading order; each layer imports only what stands above it.
//!
//! | layer | files | must never know |
//! |---|---|---|
//! | 0 text | `src/json.rs`, `src/problem.rs`, `src/shape.rs` | any format's meaning |
//! | 1 values | `src/framework.rs` (`src/framework/file.rs`, `src/framework/check.rs`), `src/assessment.rs` (`src/assessment/file.rs`, `src/assessment/migration.rs`) | gaps, suggestions, screens |
//! | 2 method | `src/profile.rs`, `src/suggestion.rs` (`src/suggestion/portfolio.rs`, `src/suggestion/chances.rs`, `src/suggestion/best_set.rs`), `src/report.rs`, `src/comparison.rs` (`src/comparison/files.rs`, `src/comparison/side_by_side.rs`, `src/comparison/head_and_deputy.rs`, `src/comparison/roles.rs`, `src/comparison/stages.rs`, `src/comparison/follow_up.rs`) | words for readers, time, the browser |
//! | 3 words | `src/wording.rs` (`src/wording/keys.rs`; the sentences are data in `www/words`) | screens and markup |
//! | 4 state | `src/state.rs`: values first (`src/state/settings.rs`, `src/state/share.rs`, `src/state/opened.rs`, `src/state/compared_file.rs`, `src/state/journey.rs`, `src/state/navigation.rs`, `src/state/start.rs`, `src/state/progress.rs`, `src/state/csv.rs`, `src/state/files.rs`, `src/state/session.rs`, `src/state/effect.rs`, `src/state/message.rs`), then what happens to them (`src/state/context.rs`, `src/state/persistence.rs`, `src/state/beginning.rs`, `src/state/answering.rs`, `src/state/planning.rs`, `src/state/comparing.rs`, `src/state/opening.rs`, `src/state/export.rs`), and last `src/state/update.rs` | the browser and its clock |
//! | 5 screens | `src/markup.rs`, `src/screen.rs` and one file per screen under `src/screen/` | components, the browser, how anything is computed |
//! | 6 browser | `src/browser.rs` | components and screens |
//! | 7 widget | `src/draw.rs`, `src/widget.rs` | what stands on a screen |
//! | 8 boundary | `src/embed.rs`; `src/view.rs`, the same as a Yew component | screens |
//! | program | `src/main.rs`, `src/cli.rs` and one file per command under `src/cli/` | everything from layer 3 on |

#![forbid(unsafe_code)]

pub mod json;
pub mod problem;
pub mod shape;

pub mod framework;

pub mod assessment;

pub mod profile;

pub mod suggestion;

pub mod report;

pub mod comparison;

pub mod wording;

pub mod state;

pub mod markup;
pub mod screen;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(target_arch = "wasm32")]
pub mod draw;

#[cfg(target_arch = "wasm32")]
pub mod widget;

#[cfg(target_arch = "wasm32")]
pub mod embed;

#[cfg(all(target_arch = "wasm32", feature = "yew"))]
pub mod view;

/// Hands out the memory in the element, in fewer bytes of code than the standard library's. A page of somebody's own
/// chooses for itself.
#[cfg(all(target_arch = "wasm32", feature = "element"))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
