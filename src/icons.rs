//! The few line icons, each one path.

use leptos::prelude::*;

/// A line icon in a box of 20 by 20.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Icon {
    Search,
    More,
    Close,
    Earlier,
    Later,
    Timeline,
    Document,
    Menu,
    Exclude,
}

/// Draws it at `size` pixels.
pub(crate) fn icon(icon: Icon, size: &'static str) -> AnyView {
    let path = match icon {
        Icon::Search => "M13 13l4.5 4.5M14.5 9a5.5 5.5 0 1 1-11 0a5.5 5.5 0 0 1 11 0Z",
        Icon::More => "M4 10h.01M10 10h.01M16 10h.01",
        Icon::Close => "M5.5 5.5l9 9M14.5 5.5l-9 9",
        Icon::Earlier => "M12 5l-5 5l5 5",
        Icon::Later => "M8 5l5 5l-5 5",
        Icon::Timeline => "M5 2v16M5 5h10M5 10h7M5 15h9",
        Icon::Document => "M5 2.5h7l3 3v12H5zM8 9h4M8 12.5h4",
        Icon::Menu => "M4 6h12M4 10h12M4 14h12",
        Icon::Exclude => "M5 10h10",
    };
    let class = match icon {
        Icon::More => "ic dots",
        Icon::Earlier | Icon::Later => "ic turn",
        _ => "ic",
    };
    view! {
        <svg class=class viewBox="0 0 20 20" width=size height=size aria-hidden="true">
            <path d=path />
        </svg>
    }
    .into_any()
}
