//! The reader: explores a corpus in the browser. Reads no documents and holds no tagger.

#![expect(unreachable_pub, reason = "the component macro makes public what the page alone uses")]
#![expect(clippy::needless_pass_by_value, reason = "a component owns what it is given")]

mod app;
mod browser;
mod chips;
mod compare;
mod dialogs;
mod document;
mod facets;
mod header;
mod icons;
mod list;
mod marks;
mod search;
mod sheets;
mod splitter;
mod state;
mod strings;
mod timeline;
mod why;
mod words;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        browser::failure::tell(panic);
    }));
    browser::frame::talk();
    leptos::mount::mount_to(browser::dom::host(), app::Root).forget();
}
