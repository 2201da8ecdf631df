//! The code that shows this view in another page: a frame, or the element of `embed.js`; and how it
//! will look there, where a frame of the page's own site can be shown.

use dateline_publish::{Mode, Theme, ViewState, html, link};
use leptos::prelude::*;

use crate::browser::{clipboard, location};
use crate::state::App;
use crate::strings::{Text, t};
use crate::words;

const MODES: [(Mode, Text); 5] = [
    (Mode::Full, |s| s.mode_full),
    (Mode::Timeline, |s| s.timeline),
    (Mode::List, |s| s.mode_list),
    (Mode::Reader, |s| s.reader),
    (Mode::Event, |s| s.kind_mention),
];

/// What is offered of looks.
const THEMES: [(Theme, Text); 3] = [
    (Theme::System, |s| s.theme_system),
    (Theme::Light, |s| s.theme_light),
    (Theme::Dark, |s| s.theme_dark),
];

/// What the frame may do: nothing to the page around it.
const SANDBOX: &str = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";

/// The body of the dialog.
pub(super) fn embed(app: App) -> AnyView {
    let mode = RwSignal::new(Mode::Full);
    let theme = RwSignal::new(Theme::System);
    let element = RwSignal::new(false);
    let height = RwSignal::new("600".to_owned());
    let shown = RwSignal::new(false);
    let fragment =
        move || link::encode(&ViewState { mode: mode.get(), theme: theme.get(), ..app.view.get() });
    let code = move || {
        let collection = app.collection();
        let title = words::collection_name(&collection, app.language.get());
        write(&location::embed_link(&fragment()), &title, pixels(&height.get()), element.get())
    };
    let copy = move |_| clipboard::copy(code(), move |copied| app.said_copied(copied));
    view! {
        <fieldset class="choices">
            <legend>{t(|s| s.embed_shows)}</legend>
            {MODES.into_iter().map(|(this, name)| radio("mode", this, mode, name)).collect_view()}
        </fieldset>
        <fieldset class="choices">
            <legend>{t(|s| s.theme)}</legend>
            {THEMES.into_iter().map(|(this, name)| radio("look", this, theme, name)).collect_view()}
        </fieldset>
        <fieldset class="choices">
            <legend>{t(|s| s.embed_code)}</legend>
            {radio("code", false, element, |_| "iframe")}
            {radio("code", true, element, |_| "dateline-explorer")}
            <label>
                <span>{t(|s| s.embed_height)}</span>
                <input
                    class="short"
                    inputmode="numeric"
                    prop:value=height
                    on:input=move |event| height.set(event_target_value(&event))
                />
            </label>
        </fieldset>
        <pre class="out" tabindex="0" dir="ltr">{code}</pre>
        <p class="fine">{t(|s| s.embed_hint)}</p>
        <p class="buttons">
            <button type="button" class="primary" on:click=copy>{t(|s| s.copy_text)}</button>
            {location::is_hosted().then(|| view! {
                <button
                    type="button"
                    aria-expanded=move || shown.get().to_string()
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {t(|s| s.preview)}
                </button>
            })}
        </p>
        {(!location::is_hosted()).then(|| view! { <p class="fine">{t(|s| s.preview_hosted)}</p> })}
        {move || shown.get().then(|| view! {
            <iframe
                class="preview"
                title=t(|s| s.preview)
                sandbox=SANDBOX
                referrerpolicy="no-referrer"
                src=move || location::preview_link(&fragment())
                style:height=move || format!("{}px", pixels(&height.get()))
            ></iframe>
        })}
    }
    .into_any()
}

/// The height that was typed, in CSS pixels.
fn pixels(typed: &str) -> u32 {
    typed.trim().parse().unwrap_or(600)
}

fn radio<T: Copy + PartialEq + Send + Sync + 'static>(
    group: &'static str,
    this: T,
    chosen: RwSignal<T>,
    name: Text,
) -> AnyView {
    view! {
        <label>
            <input
                type="radio"
                name=group
                prop:checked=move || chosen.get() == this
                on:change=move |_| chosen.set(this)
            />
            <span>{t(name)}</span>
        </label>
    }
    .into_any()
}

fn write(address: &str, title: &str, height: u32, element: bool) -> String {
    let (address, title) = (html::escape(address), html::escape(title));
    if element {
        let script = location::embed_script();
        let script = html::escape(&script);
        format!(
            "<script src=\"{script}\" defer></script>\n<dateline-explorer src=\"{address}\" \
             title=\"{title}\" height=\"{height}\">\n<a href=\"{address}\">{title}</a>\n\
             </dateline-explorer>"
        )
    } else {
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" style=\"width: 100%; border: 0\" \
             height=\"{height}\" loading=\"lazy\" sandbox=\"{SANDBOX}\" \
             allow=\"clipboard-write\" referrerpolicy=\"no-referrer\"></iframe>"
        )
    }
}
