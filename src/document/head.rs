//! The head of the reader: which document it is, and the way to the others.

use dateline_publish::outward_link;
use leptos::prelude::*;

use super::Reading;
use crate::browser::dom;
use crate::icons::{Icon, icon};
use crate::marks::document_number;
use crate::state::{App, Collection, Dialog, History};
use crate::strings::{Text, fill, t};
use crate::words::{self, Length};

/// The head of the reader.
#[component]
pub(super) fn Head(
    /// What is read.
    reading: Reading,
) -> impl IntoView {
    let app = App::get();
    let index = reading.index;
    let toggle_find = move |_| {
        let open = reading.find.with_untracked(Option::is_some);
        reading.find.set((!open).then(String::new));
        dom::after_paint(|| dom::focus("#find"));
    };
    let collection = app.collection();
    let document = &collection.corpus.documents[index];
    let count = collection.corpus.documents.len();
    let publication = document.publication.clone().filter(|name| !name.is_empty());
    let dates = document.timexes.len();
    let source = document.url.as_deref().and_then(outward_link);
    let (title, language) = (document.title.clone(), document.language.clone());
    let issued = document.issued.clone().filter(|_| Collection::is_dated(document));
    let inferred = document.issued_basis == dateline_corpus::IssuedBasis::Inferred;
    let issued = move || {
        let language = app.language.get();
        match &issued {
            None => language.strings().undated.to_owned(),
            Some(date) => {
                let words = words::in_words(date, None, language, Length::Long);
                if inferred { format!("{words} {}", language.strings().inferred) } else { words }
            }
        }
    };
    let place =
        move || fill(&fill(app.strings().nth_of, &(index + 1).to_string()), &count.to_string());
    view! {
        <header>
            <div class="rt">
                <span class="pager">
                    {turn(app, Icon::Earlier, |s| s.previous_document, index.checked_sub(1))}
                    <span class="tn">{place}</span>
                    {turn(app, Icon::Later, |s| s.next_document, Some(index + 1).filter(|i| *i < count))}
                </span>
                <span class="rb">
                    <button
                        type="button"
                        aria-expanded=move || reading.find.with(Option::is_some).to_string()
                        on:click=toggle_find
                    >
                        {t(|s| s.find)}
                    </button>
                    <button
                        type="button"
                        aria-pressed=move || reading.original.get().to_string()
                        on:click=move |_| reading.original.update(|on| *on = !*on)
                    >
                        {t(|s| s.original)}
                    </button>
                    <button type="button" on:click=move |_| app.dialog.set(Some(Dialog::Cite))>
                        {t(|s| s.cite)}
                    </button>
                    <button
                        type="button"
                        class="icn"
                        aria-label=t(|s| s.close_reader)
                        on:click=move |_| app.close_reader()
                    >
                        {icon(Icon::Close, "16")}
                    </button>
                </span>
            </div>
            <h2 lang=language dir="auto">{document_number(index)}<span>{title}</span></h2>
            <p class="meta">
                {publication.map(|name| view! { <span dir="auto">{name}</span> })}
                <span>{issued}</span>
                <span>
                    {move || {
                        let language = app.language.get();
                        language.count(&language.strings().dates_count, dates)
                    }}
                </span>
                {source.map(|address| view! {
                    <a href=address target="_blank" rel="noopener noreferrer">
                        {t(|s| s.source_page)}
                    </a>
                })}
                <code>{document.id.clone()}</code>
            </p>
        </header>
    }
    .into_any()
}

fn turn(app: App, picture: Icon, name: Text, to: Option<usize>) -> AnyView {
    view! {
        <button
            type="button"
            class="icn"
            aria-label=t(name)
            disabled={to.is_none()}
            on:click=move |_| {
                if let Some(to) = to {
                    app.open_document(to, History::Push);
                }
            }
        >
            {icon(picture, "16")}
        </button>
    }
    .into_any()
}
