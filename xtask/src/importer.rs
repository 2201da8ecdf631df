//! The importer, built beside the page: a module of its own and the page around it.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use dateline_publish::pack::{Importer, Shell, import_page};

use crate::proc::{self, cargo, program, root, run};
use crate::tools::{self, Tools, WEB_TARGET};

/// To cargo, and the stem of what wasm-bindgen writes.
const NAME: &str = "importer";
/// The style sheets, in their order: the tokens and elements are those of the explorer.
const STYLES: [&str; 2] = ["src/style/base.css", "importer/src/style.css"];

/// What was built.
pub(crate) struct Built(BTreeMap<String, Vec<u8>>);

/// Compiles the importer for the browser and writes its script.
///
/// # Errors
/// When the compiler or a tool fails.
pub(crate) fn build(tools: &Tools) -> Result<Built> {
    let mut compile = cargo();
    // Of no package, as trunk calls it: what both are made of is then compiled once.
    compile.args(["build", "--quiet", "--profile", "web", "--target", WEB_TARGET, "--bin", NAME]);
    compile.env("CARGO_ENCODED_RUSTFLAGS", tools::page_flags()?.join("\x1f"));
    run("the importer", &mut compile)?;
    let folder = proc::target_dir().join(NAME);
    let compiled = proc::target_dir().join(WEB_TARGET).join("web").join(format!("{NAME}.wasm"));
    let path = tools.path()?;
    let mut bindgen = program("wasm-bindgen");
    // A worker of a blob is no module where pages are files, so the script is none either.
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-dir"]).arg(&folder);
    run("its script", bindgen.arg(compiled).env("PATH", &path))?;
    let module = folder.join(format!("{NAME}_bg.wasm"));
    if tools.has("wasm-opt") {
        let mut optimise = program("wasm-opt");
        optimise.arg("-O1").arg(&module).arg("--output").arg(&module);
        run("wasm-opt", optimise.env("PATH", &path))?;
    }
    let mut files = BTreeMap::new();
    for name in [format!("{NAME}.js"), format!("{NAME}_bg.wasm")] {
        let bytes = fs::read(folder.join(&name)).with_context(|| name.clone())?;
        files.insert(name, bytes);
    }
    Ok(Built(files))
}

impl Built {
    /// The script and the module, by name.
    pub(crate) fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.0
    }

    /// The importer's page around the explorer.
    ///
    /// # Errors
    /// When a file is missing, or the page would load something from elsewhere.
    pub(crate) fn page(&self, shell: &Shell) -> Result<String> {
        let file = |name: &str| self.0.get(name).context("the importer was built whole");
        let mut style = String::new();
        for name in STYLES {
            style.push_str(&fs::read_to_string(root().join(name)).context(name)?);
        }
        let glue = std::str::from_utf8(file("importer.js")?)?;
        let wasm = file("importer_bg.wasm")?;
        Ok(import_page(shell, &Importer { glue, wasm, style: &style })?)
    }
}
