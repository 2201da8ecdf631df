//! Where documents are put in, and what is made of them is named and begun.

use leptos::prelude::*;

use crate::browser::files;
use crate::state::{App, Work};

/// The place to drop files on, with a button for files and one for a folder.
#[component]
pub(crate) fn Choose(
    /// Whether files are held over the page.
    is_over: ReadSignal<bool>,
) -> impl IntoView {
    let app = App::get();
    let s = app.strings();
    let invitation = move || match (app.is_looking.get(), is_over.get()) {
        (true, _) => s.looking,
        (_, true) => s.let_go,
        _ => s.drop,
    };
    let take = move |event: leptos::ev::Event| app.put_in(files::chosen(&event_target(&event)));
    let is_going = move || app.is_going();
    view! {
        <section class="imdrop" class:over=move || is_over.get() aria-label=s.drop>
            <p class="iminvite">{invitation}</p>
            <p class="imbuttons">
                <label>
                    <input
                        id="files"
                        class="vh"
                        type="file"
                        multiple=true
                        disabled=is_going
                        on:change=take
                    />
                    <span>{s.choose_files}</span>
                </label>
                <label>
                    <input
                        id="folder"
                        class="vh"
                        type="file"
                        prop:webkitdirectory=true
                        disabled=is_going
                        on:change=take
                    />
                    <span>{s.choose_folder}</span>
                </label>
            </p>
            <p class="fine">{s.formats}</p>
        </section>
    }
    .into_any()
}

/// The field for the title, and the button that begins.
#[component]
pub(crate) fn Title() -> impl IntoView {
    let app = App::get();
    let s = app.strings();
    let nothing = move || app.judged.with(|(names, _)| names.iter().flatten().count() == 0);
    // Making it again is not what one has come for.
    let is_made = move || app.work.with(|work| matches!(work, Work::Made(_)));
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        app.make();
    };
    view! {
        <form class="imtitle" on:submit=begin>
            <label for="title">{s.collection_title}</label>
            <input
                id="title"
                type="text"
                dir="auto"
                autocomplete="off"
                aria-describedby="title-how"
                disabled=move || app.is_going()
                prop:value=move || app.title.get()
                on:input=move |event| app.title.set(event_target_value(&event))
            />
            <p id="title-how" class="fine">{s.collection_title_how}</p>
            <button
                id="make"
                class:primary=move || !is_made()
                type="submit"
                disabled=move || app.is_going() || nothing()
            >
                {s.make}
            </button>
        </form>
    }
    .into_any()
}
