//! The browsers and drivers of the end-to-end tests: are they there, and if not, who may fetch them?

use std::path::Path;

use anyhow::{Result, bail};

use crate::proc::{program, run, which};

/// A program the tests drive, and the Debian package that brings it.
const NEEDED: &[(&str, &str)] = &[
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("xvfb-run", "xvfb"),
    ("xauth", "xauth"),
    ("dbus-run-session", "dbus-x11"),
];
/// Letters that the interface's languages need.
const FONTS: &[(&str, &str)] = &[
    ("/usr/share/fonts/truetype/dejavu", "fonts-dejavu-core"),
    ("/usr/share/fonts/truetype/noto", "fonts-noto-core"),
];

/// Installs what is missing where that is allowed: in CI, as root, with apt.
///
/// # Errors
/// Says what is missing, and the one line that brings it, anywhere else.
pub(crate) fn prepare() -> Result<()> {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    let line = format!("apt-get install --yes --no-install-recommends {packages}");
    if !may_install() {
        if which("apt-get").is_some() {
            bail!("missing for all three engines; to have them: sudo {line}");
        }
        bail!("missing for all three engines (Debian's names): {packages}");
    }
    let mut update = program("apt-get");
    run("apt-get update", update.args(["update", "--quiet"]))?;
    let mut install = program("apt-get");
    install.args(line.split(' ').skip(1)).env("DEBIAN_FRONTEND", "noninteractive");
    run(&line, &mut install)
}

fn missing() -> Vec<&'static str> {
    let programs = NEEDED.iter().filter(|(name, _)| which(name).is_none());
    let fonts = FONTS.iter().filter(|(dir, _)| !Path::new(dir).is_dir());
    programs.chain(fonts).map(|(_, package)| *package).collect()
}

/// A person is asked before anything is installed; a CI machine is there to be set up.
fn may_install() -> bool {
    let ci = std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
    let root = crate::proc::output(program("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    ci && root && which("apt-get").is_some()
}
