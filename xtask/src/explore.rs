//! `explore` and `serve`: the page, built and opened.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use dateline_e2e::{Server, Settings};
use dateline_publish::outward_link;
use dateline_publish::pack::{self, HostedFile, Options, Packed, Shell};

use crate::args::Args;
use crate::proc::{self, program, root, run};
use crate::{importer, tools};

/// The variable through which `build.rs` learns of another folder than `seeds/`.
pub(crate) const SEEDS: &str = "DATELINE_SEEDS";

/// `cargo xtask explore [DIR] [--title TITLE] [--address URL] [--no-open] [--serve]`.
///
/// # Errors
/// When a tool is missing or the build fails.
pub(crate) fn explore(mut args: Args) -> Result<()> {
    let start = Instant::now();
    let no_open = args.flag("--no-open");
    let serve = args.flag("--serve");
    let (title, address) = (args.value("--title"), args.value("--address"));
    let dir = args.word();
    args.done()?;

    let dist = root().join("dist");
    build(dir.as_deref().map(Path::new), title, &Options { address }, &dist)?;
    crate::sizes::print(&files(&dist)?)?;
    println!("built in {:.0} s", start.elapsed().as_secs_f32());

    let page = dist.join("dateline.html");
    println!("{}", dist.join("index.html").display());
    println!("{}", page.display());
    if serve {
        return serve_folder(&dist, !no_open);
    }
    if !no_open {
        open(&page.display().to_string());
    }
    Ok(())
}

/// `cargo xtask serve`: trunk's development server with live reload.
///
/// # Errors
/// When a tool is missing or trunk fails.
pub(crate) fn serve(args: Args) -> Result<()> {
    args.done()?;
    run("trunk serve", program("trunk").arg("serve").env("PATH", tools::for_page()?.path()?))
}

/// Builds the release page of a folder of documents into `dist`: the hosted site and the single
/// file, under `title` or the one that reading gave.
///
/// # Errors
/// When the folder is missing, a tool is missing, the build fails, or the address is none of the web.
pub(crate) fn build(
    documents: Option<&Path>,
    title: Option<String>,
    options: &Options,
    dist: &Path,
) -> Result<()> {
    if let Some(address) = &options.address {
        let web = outward_link(address).is_some_and(|address| address.starts_with("http"));
        ensure!(web, "--address: {address} is no address of the web");
    }
    let tools = tools::for_page()?;
    let bundle = proc::target_dir().join("bundle");
    let mut trunk = program("trunk");
    trunk.args(["build", "--release", "--dist"]).arg(&bundle).env("PATH", tools.path()?);
    trunk.env("CARGO_ENCODED_RUSTFLAGS", tools::page_flags()?.join("\x1f"));
    let mut folders: Vec<_> = proc::folders()?.into_iter().map(|(folder, _)| folder).collect();
    folders.extend(std::env::home_dir());
    if let Some(documents) = documents {
        ensure!(documents.is_dir(), "{} is not a folder", documents.display());
        let documents = documents.canonicalize()?;
        trunk.env(SEEDS, &documents);
        folders.push(documents);
    }
    run("trunk build --release", &mut trunk)?;

    let built = importer::build(&tools)?;
    let files = files(&bundle)?;
    for (name, bytes) in files.iter().chain(built.files()) {
        if let Some(folder) = folders.iter().find(|folder| names(bytes, folder)) {
            bail!("{name} names {}, a folder of this machine", folder.display());
        }
    }
    let (shell, mut corpus) = Shell::from_bundle(&files)?;
    corpus.title = title.unwrap_or(corpus.title);
    if dist.exists() {
        fs::remove_dir_all(dist)?;
    }
    for HostedFile { name, bytes } in pack::hosted(&shell, &corpus, options)? {
        let path = dist.join(name);
        fs::create_dir_all(path.parent().context("a file lies in a folder")?)?;
        fs::write(path, bytes)?;
    }
    fs::write(dist.join("import.html"), built.page(&shell)?)?;
    let Packed { html, sha256 } = pack::single_file(&shell, &corpus, options)?;
    fs::write(dist.join("dateline.html"), html)?;
    fs::write(dist.join("dateline.html.sha256"), format!("{sha256}  dateline.html\n"))?;
    Ok(())
}

/// Whether `bytes` hold the path of something in `folder`.
fn names(bytes: &[u8], folder: &Path) -> bool {
    let folder = folder.to_string_lossy();
    let path = format!("{}/", folder.trim_end_matches('/'));
    // `/src/` stands in `registry/src/` too, which tells nothing.
    let within = |byte: u8| byte.is_ascii_alphanumeric() || b"._-/".contains(&byte);
    let path = path.as_bytes();
    path.len() > 1
        && (0..bytes.len())
            .any(|at| bytes[at..].starts_with(path) && !(at > 0 && within(bytes[at - 1])))
}

/// The files directly in a folder, by name.
pub(crate) fn files(dir: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(dir).with_context(|| dir.display().to_string())? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            let name = entry.file_name().to_string_lossy().into_owned();
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(files)
}

/// Opens a file or an address in the default browser; a machine without one goes on without.
fn open(what: &str) {
    let (opener, before): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let display =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if opener != "xdg-open" || display {
        // A failure to open is no failure to build: the path has been printed.
        drop(Command::new(opener).args(before).arg(what).spawn());
    }
}

/// Serves a folder on loopback until interrupted.
fn serve_folder(dist: &Path, open_it: bool) -> Result<()> {
    let settings = Settings { folder: dist.to_path_buf(), ..Settings::default() };
    let server = Server::start(settings)?;
    let address = server.url("");
    println!("{address}  (Ctrl+C ends it)");
    if open_it {
        open(&address);
    }
    loop {
        std::thread::park();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_by_a_path_that_begins_with_it() {
        for (text, folder, named) in [
            ("at /home/ann/.cargo/registry/src/a.rs", "/home/ann", true),
            ("/home/ann/x", "/home/ann", true),
            ("/home/anna/x", "/home/ann", false),
            ("cargo/registry/src/a.rs", "/src", false),
            ("no path / at all", "/", false),
        ] {
            assert_eq!(names(text.as_bytes(), Path::new(folder)), named, "{text}");
        }
    }
}
