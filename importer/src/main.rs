//! The importer: makes a chronology of a person's own documents, in the browser, and gives it as the one
//! file that `dateline pack` makes. Shows no chronology itself; sends nothing anywhere.

#![expect(unreachable_pub, reason = "the component macro makes public what the page alone uses")]

mod app;
mod browser;
mod choose;
mod made;
mod state;
mod strings;
mod taken;
mod work;

fn main() {
    // A worker runs this module too, and is told its job in another way.
    if browser::page::is_here() {
        leptos::mount::mount_to(browser::page::host(), app::Root).forget();
    }
}
