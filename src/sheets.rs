//! What a narrow page has instead of panels: a bar of tabs, and sheets that cover the page.

use dateline_publish::Theme;
use leptos::prelude::*;

use crate::browser::{dom, location, prefs};
use crate::icons::{Icon, icon};
use crate::state::{App, Dialog, History, Sheet};
use crate::strings::{Language, Text, t};

/// The bar of tabs at the foot of a narrow page.
#[component]
pub(crate) fn Tabs() -> impl IntoView {
    let app = App::get();
    let at = move |sheet: Sheet| (app.sheet.get() == sheet).then_some("true");
    view! {
        <nav class="tabs" aria-label=t(|s| s.views)>
            {tab(Icon::Timeline, |s| s.timeline, move || at(Sheet::None), move || app.show_timeline())}
            {tab(Icon::Document, |s| s.documents, || None, move || {
                app.dialog.set(Some(Dialog::Documents));
            })}
            {tab(Icon::Search, |s| s.search_button, || None, move || {
                app.close_sheet();
                dom::focus("#q");
            })}
            {tab(Icon::Menu, |s| s.more, move || at(Sheet::More), move || {
                app.open_sheet(Sheet::More);
            })}
        </nav>
    }
    .into_any()
}

fn tab(
    picture: Icon,
    name: Text,
    current: impl Fn() -> Option<&'static str> + Send + 'static,
    press: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button type="button" aria-current=current on:click=move |_| press()>
            {icon(picture, "20")}
            <span>{t(name)}</span>
        </button>
    }
    .into_any()
}

/// The sheet of further actions: looks and language.
#[component]
pub(crate) fn MoreSheet() -> impl IntoView {
    let app = App::get();
    let open = move || app.sheet.get() == Sheet::More;
    view! {
        <Show when=open>
            <section class="moresheet" role="dialog" aria-label=t(|s| s.more)>
                <div class="sheethead">
                    <h2>{t(|s| s.more)}</h2>
                    <button
                        type="button"
                        class="icn"
                        aria-label=t(|s| s.close)
                        on:click=move |_| app.close_sheet()
                    >
                        {icon(Icon::Close, "16")}
                    </button>
                </div>
                {entry(app, Dialog::Share, |s| s.share)}
                {entry(app, Dialog::Cite, |s| s.cite)}
                {entry(app, Dialog::Embed, |s| s.embed)}
                {entry(app, Dialog::Export, |s| s.export)}
                {entry(app, Dialog::Documents, |s| s.documents)}
                {entry(app, Dialog::About, |s| s.about_collection)}
                {entry(app, Dialog::SearchHelp, |s| s.search_help)}
                {entry(app, Dialog::Keys, |s| s.keys)}
                {move || location::importer(app.language.get().code()).map(|address| view! {
                    <a class="entry" href=address>{t(|s| s.own_documents)}</a>
                })}
                <fieldset>
                    <legend>{t(|s| s.theme)}</legend>
                    {theme(app, Theme::System, |s| s.theme_system)}
                    {theme(app, Theme::Light, |s| s.theme_light)}
                    {theme(app, Theme::Dark, |s| s.theme_dark)}
                    {theme(app, Theme::HighContrast, |s| s.theme_contrast)}
                </fieldset>
                <fieldset>
                    <legend>{t(|s| s.language)}</legend>
                    {Language::ALL.into_iter().map(|language| choice(app, language)).collect_view()}
                </fieldset>
            </section>
        </Show>
    }
    .into_any()
}

fn entry(app: App, dialog: Dialog, name: Text) -> AnyView {
    let open = move |_| {
        app.close_sheet();
        app.dialog.set(Some(dialog));
    };
    view! { <button type="button" class="entry" on:click=open>{t(name)}</button> }.into_any()
}

fn theme(app: App, theme: Theme, name: Text) -> AnyView {
    view! {
        <label>
            <input
                type="radio"
                name="theme"
                prop:checked=move || app.theme() == theme
                on:change=move |_| app.set_theme(theme)
            />
            <span>{t(name)}</span>
        </label>
    }
    .into_any()
}

fn choice(app: App, language: Language) -> AnyView {
    let choose = move |_| {
        prefs::set("language", language.code());
        app.go(History::Replace, |view| view.language = Some(language.code().to_owned()));
    };
    view! {
        <label>
            <input
                type="radio"
                name="language"
                prop:checked=move || app.language.get() == language
                on:change=choose
            />
            <span lang=language.code() dir="auto">{language.strings().language_name}</span>
        </label>
    }
    .into_any()
}
