//! Builds the pages that browser tests put the widget in and that have to be compiled first: applications of other
//! frameworks. Knows nothing of what stands in them.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::TARGET;
use crate::root;
use crate::tools::{self, WASM_TARGET};

/// Makes `target/hosts/yew/`, a script and its wasm, from `tests/hosts/yew`.
pub fn build(sh: &Shell) -> Result<()> {
    tools::wasm_target(sh)?;
    tools::wasm_bindgen(sh)?;
    tools::wasm_pack(sh)?;
    cmd!(sh, "cargo clippy --package rokade-host-yew --target {WASM_TARGET} -- -D warnings").run()?;
    let out = root().join(TARGET).join("hosts/yew");
    cmd!(
        sh,
        "wasm-pack --log-level warn build tests/hosts/yew --target web --dev --mode no-install --no-opt --no-typescript --no-pack --out-name page --out-dir {out}"
    )
    .run()?;
    Ok(())
}
