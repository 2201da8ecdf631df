//! The page: its head, and which part stands when.

use leptos::prelude::*;

use crate::browser::files::{self, Drag};
use crate::browser::page;
use crate::choose::{Choose, Title};
use crate::made::{Going, Result};
use crate::state::{App, Work};
use crate::taken::List;

/// The whole page.
#[component]
pub(crate) fn Root() -> impl IntoView {
    let app = App::new();
    provide_context(app);
    let (language, s) = (app.language, app.strings());
    page::set_root(&[("lang", language.code()), ("dir", language.direction())]);
    page::set_title(&format!("{} · Dateline", s.title));
    if let Some(theme) = page::asked("theme") {
        page::set_root(&[("data-theme", &theme)]);
    }
    let is_over = RwSignal::new(false);
    files::on_drag(move |drag| {
        is_over.set(matches!(drag, Drag::Over) && !app.is_going());
        if let Drag::Drop(dropped) = drag {
            app.is_looking.set(true);
            leptos::task::spawn_local(async move {
                let found = dropped.files().await;
                app.is_looking.set(false);
                app.put_in(found);
            });
        }
    });
    let is_any = Memo::new(move |_| app.files.with(|files| !files.is_empty()));
    view! {
        <header class="imhead">
            <h1>{s.title}</h1>
            <p>{s.lead}</p>
            <p class="imsafe">{s.private}</p>
        </header>
        <main class="im">
            <Choose is_over=is_over.read_only() />
            <Show when=move || is_any.get()>
                <List />
                <Title />
            </Show>
            {move || match app.work.get() {
                Work::Nothing => ().into_any(),
                // It is also said, below.
                Work::Cancelled => view! { <p aria-hidden="true">{s.cancelled}</p> }.into_any(),
                Work::Going(_) => view! { <Going /> }.into_any(),
                Work::Made(made) => view! { <Result made=made /> }.into_any(),
                Work::Broke(why, at) => broke(app, &why, at.as_deref()),
            }}
            <p class="vh" role="status">{move || app.said.get()}</p>
        </main>
        {page::is_served().then(|| view! {
            <footer class="imfoot"><a class="quiet" href="./">{s.back}</a></footer>
        })}
    }
}

/// What is shown when nothing can be made.
fn broke(app: App, why: &str, at: Option<&str>) -> AnyView {
    let s = app.strings();
    let at = at.map(|at| crate::strings::fill(s.broke_at, at));
    view! {
        <section class="impart" role="alert">
            <h2>{s.broke}</h2>
            {at.map(|at| view! { <p>{at}</p> })}
            <p class="fine" dir="ltr" lang="en">{why.to_owned()}</p>
        </section>
    }
    .into_any()
}
