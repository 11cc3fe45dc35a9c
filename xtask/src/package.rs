//! Tries the npm package in `dist/` as those who install it do (tests/package says how), and both packages as whoever
//! publishes them would: all but the last step.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::tools;

pub fn test(sh: &Shell) -> Result<()> {
    tools::npm_packages(sh, "tests/browser")?;
    tools::npm_packages(sh, "tests/package")?;
    let browser = tools::browser(sh)?;
    // What isn't committed yet may be tried too. Cargo compiles what it has packed.
    cmd!(sh, "cargo publish --dry-run --allow-dirty --package rokade").run()?;
    cmd!(sh, "npm publish ./dist --dry-run --loglevel error").run()?;
    // Playwright is the one of the browser tests.
    let _folder = sh.push_dir("tests/browser");
    cmd!(sh, "node node_modules/@playwright/test/cli.js test --config ../package/playwright.config.mjs")
        .env("ROKADE_CHROMIUM", browser.chromium)
        .run()?;
    Ok(())
}
