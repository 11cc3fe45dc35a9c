//! The program `rokade`: checks frameworks, writes them as workbooks and reads those, recomputes reports and prints the formats'
//! schemas.
//!
//! JSON goes to standard output, everything for people to standard error.

#![forbid(unsafe_code)]

// The program is for the machine; a build for the browser has nothing to run.
#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
