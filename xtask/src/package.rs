//! Tries the npm package in `dist/` as those who install it do; tests/package says how.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::tools;

pub fn test(sh: &Shell) -> Result<()> {
    tools::npm_packages(sh, "tests/browser")?;
    tools::npm_packages(sh, "tests/package")?;
    let browser = tools::browser(sh)?;
    // Playwright is the one of the browser tests.
    let _folder = sh.push_dir("tests/browser");
    cmd!(sh, "node node_modules/@playwright/test/cli.js test --config ../package/playwright.config.mjs")
        .env("ROKADE_CHROMIUM", browser.chromium)
        .run()?;
    Ok(())
}
