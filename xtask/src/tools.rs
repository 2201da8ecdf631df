//! The tools a build needs: found on `PATH`, else in the user's cache, else installed there.
//!
//! Each tool lives in `CACHE/dateline/tools/NAME-VERSION`, so versions never mix and a second run
//! finds what the first installed. Nothing outside that folder is changed, save for the WebAssembly
//! targets of the Rust tool chain.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::args::Args;
use crate::proc::{self, output, program, root, run, which};

/// The page.
pub(crate) const WEB_TARGET: &str = "wasm32-unknown-unknown";
/// The engine's tests: the same instructions, with a clock, arguments and files.
pub(crate) const TEST_TARGET: &str = "wasm32-wasip1";

const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132.0.0";
const GECKODRIVER: &str = "0.37.1";
const AXE: &str = "4.13.0";
const VIS_TIMELINE: &str = "8.5.4";
const MINISEARCH: &str = "7.2.0";

/// `cargo xtask setup`: every tool, nothing built.
///
/// # Errors
/// When a tool cannot be had.
pub(crate) fn setup(args: Args) -> Result<()> {
    args.done()?;
    let mut tools = for_page()?;
    tools.found.push(("geckodriver", geckodriver()?));
    tools.found.push(("axe-core", axe()?));
    for (name, path) in &tools.found {
        println!("{name:<14} {}", path.display());
    }
    match crate::browsers::prepare() {
        Ok(()) => println!("browsers       all three engines"),
        Err(why) => println!("browsers       {why}"),
    }
    Ok(())
}

/// Tools that were found, and the `PATH` on which a child finds them too.
#[derive(Debug, Default)]
pub(crate) struct Tools {
    found: Vec<(&'static str, PathBuf)>,
}

impl Tools {
    /// Whether a tool was found.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.found.iter().any(|(its, _)| *its == name)
    }

    /// `PATH` with the tools' folders before all others.
    ///
    /// # Errors
    /// When a folder's name cannot stand in `PATH`.
    pub(crate) fn path(&self) -> Result<OsString> {
        let own = self.found.iter().filter_map(|(_, path)| path.parent().map(Path::to_path_buf));
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let inherited = std::env::split_paths(&inherited).collect::<Vec<_>>();
        Ok(std::env::join_paths(own.chain(inherited))?)
    }
}

/// What building the page takes.
///
/// # Errors
/// When a tool is neither there nor can be installed.
pub(crate) fn for_page() -> Result<Tools> {
    target(WEB_TARGET)?;
    let mut tools = Tools::default();
    let bindgen = locked("wasm-bindgen")?;
    let trunk = cargo_tool("trunk", "trunk", TRUNK, &["--locked"], |v| v.starts_with("0.21."))?;
    tools.found.push(("trunk", trunk));
    let features = ["--no-default-features"];
    let exact = |version: &str| version == bindgen;
    tools.found.push((
        "wasm-bindgen",
        cargo_tool("wasm-bindgen", "wasm-bindgen-cli", &bindgen, &features, exact)?,
    ));
    // Without Node trunk fetches its own wasm-opt.
    if let Some(wasm_opt) = wasm_opt()? {
        tools.found.push(("wasm-opt", wasm_opt));
    }
    Ok(tools)
}

/// The compiler's flags for the page, beyond the profile `web`.
///
/// # Errors
/// When a path cannot stand in a flag.
pub(crate) fn page_flags() -> Result<Vec<String>> {
    // One type for every view keeps the code that Leptos generates for each of them small.
    let mut flags = vec!["--cfg=erase_components".to_owned()];
    for (folder, name) in proc::folders()? {
        let folder =
            folder.to_str().with_context(|| format!("{} is not UTF-8", folder.display()))?;
        flags.push(format!("--remap-path-prefix={folder}={name}"));
    }
    Ok(flags)
}

/// geckodriver: no distribution we know packages it.
///
/// # Errors
/// When it is neither there nor can be installed.
pub(crate) fn geckodriver() -> Result<PathBuf> {
    cargo_tool("geckodriver", "geckodriver", GECKODRIVER, &["--locked"], |_| true)
}

/// The script of axe-core, an accessibility checker that runs inside the page.
///
/// # Errors
/// When it is not there and npm cannot get it.
pub(crate) fn axe() -> Result<PathBuf> {
    Ok(npm("axe-core", AXE)?.join("node_modules/axe-core/axe.min.js"))
}

/// The packages that the page bench measures beside: vis-timeline and MiniSearch.
///
/// # Errors
/// When they are not there and npm cannot get them.
pub(crate) fn peers() -> Result<[PathBuf; 2]> {
    let vis = npm("vis-timeline", VIS_TIMELINE)?.join("node_modules/vis-timeline");
    Ok([vis, npm("minisearch", MINISEARCH)?.join("node_modules/minisearch")])
}

/// Makes sure that the tool chain can build for `triple`.
///
/// # Errors
/// When the target is missing and rustup cannot add it.
pub(crate) fn target(triple: &str) -> Result<()> {
    let libdir = output(program("rustc").args(["--print", "target-libdir", "--target", triple]));
    if libdir.is_some_and(|dir| Path::new(dir.trim()).is_dir()) {
        return Ok(());
    }
    ensure!(
        which("rustup").is_some(),
        "Rust's standard library for {triple} is missing: install it"
    );
    run(&format!("rustup target add {triple}"), program("rustup").args(["target", "add", triple]))
}

/// The version of a package in Cargo.lock.
fn locked(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock"))?;
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \""));
    let version = version.and_then(|line| line.strip_suffix('"'));
    Ok(version.with_context(|| format!("{package} is not in Cargo.lock"))?.to_owned())
}

fn cache() -> Result<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| {
        let home = std::env::home_dir()?;
        Some(home.join(".cache"))
    });
    Ok(base.context("no home directory to keep tools in")?.join("dateline").join("tools"))
}

/// A tool that is a Rust program: `PATH`, cache, `cargo binstall`, `cargo install`.
fn cargo_tool(
    name: &'static str,
    package: &str,
    version: &str,
    flags: &[&str],
    fits: impl Fn(&str) -> bool,
) -> Result<PathBuf> {
    if let Some(path) = which(name).filter(|path| version_of(path).is_some_and(|v| fits(&v))) {
        return Ok(path);
    }
    let dir = cache()?.join(format!("{name}-{version}"));
    let path = dir.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if path.is_file() {
        return Ok(path);
    }
    let wanted = format!("{package}@{version}");
    if which("cargo-binstall").is_some() {
        let mut binstall = proc::cargo();
        binstall.args(["binstall", "--no-confirm", "--root"]).arg(&dir).arg(&wanted);
        match run(&format!("getting {wanted}"), &mut binstall) {
            Ok(()) if path.is_file() => return Ok(path),
            _ => eprintln!("    no ready-made {wanted}: building it"),
        }
    }
    let mut install = proc::cargo();
    install.arg("install").arg(&wanted).args(flags).arg("--root").arg(&dir);
    // These tools' own release profiles take minutes of link-time optimisation that a build of this
    // size never wins back.
    install.envs([
        ("CARGO_PROFILE_RELEASE_LTO", "off"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
        ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ]);
    run(&format!("building {wanted} (once; some minutes)"), &mut install)?;
    ensure!(path.is_file(), "{wanted} did not bring {}", path.display());
    Ok(path)
}

/// wasm-opt; nothing when it is absent and there is no npm to fetch it.
fn wasm_opt() -> Result<Option<PathBuf>> {
    // Releases before 116 refuse what today's compiler emits.
    let recent = |version: &str| version.parse::<u32>().is_ok_and(|version| version >= 116);
    if let Some(path) = which("wasm-opt").filter(|p| version_of(p).is_some_and(|v| recent(&v))) {
        return Ok(Some(path));
    }
    if which("node").is_none() || which("npm").is_none() {
        return Ok(None);
    }
    Ok(Some(npm("binaryen", BINARYEN)?.join("node_modules/.bin/wasm-opt")))
}

/// The folder into which npm installed one package.
fn npm(package: &str, version: &str) -> Result<PathBuf> {
    let dir = cache()?.join(format!("{package}-{version}"));
    if !dir.join("node_modules").join(package).is_dir() {
        if which("npm").is_none() {
            bail!("npm (Node.js) is needed for {package}");
        }
        std::fs::create_dir_all(&dir)?;
        let wanted = format!("{package}@{version}");
        let mut install = Command::new("npm");
        install.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]);
        run(&format!("getting {wanted}"), install.arg(&dir).arg(&wanted))?;
    }
    Ok(dir)
}

/// The last word that looks like a version in what `--version` prints first.
fn version_of(path: &Path) -> Option<String> {
    let text = output(Command::new(path).arg("--version"))?;
    let first = text.lines().next()?;
    let number = |word: &&str| word.starts_with(|first: char| first.is_ascii_digit());
    first.split_whitespace().find(number).map(str::to_owned)
}
