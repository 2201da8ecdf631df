//! The signals of the page, in one value that is handed down by context.

use std::sync::Arc;

use dateline_corpus::{Date, Event, Facet, Query, Report, Selection, order};
use dateline_publish::{Compare, Mode, Theme, ViewState, quote};
use leptos::prelude::*;

use super::{Collection, Found, is_empty, link};
use crate::browser::selection::Ends;
use crate::browser::{dom, location, prefs};
use crate::strings::{Language, Strings};

/// Everything the components share. Copied freely: it holds handles only.
#[derive(Clone, Copy)]
pub(crate) struct App {
    collection: StoredValue<Arc<Collection>>,
    /// All that a link carries.
    pub(crate) view: RwSignal<ViewState>,
    /// Which events are wanted.
    pub(crate) query: Memo<Query>,
    /// Which events those are, with the counts of the facets.
    pub(crate) results: Memo<Found>,
    /// The same once the list of them has been painted: the panels beside it follow it by a frame,
    /// so that a key is answered in the frame in which it was pressed.
    pub(crate) late: Memo<Found>,
    /// What no filter leaves out.
    pub(crate) everything: StoredValue<Found>,
    /// The index of the selected event.
    pub(crate) selected: ReadSignal<Option<usize>>,
    /// The index of the document in the reader.
    pub(crate) document: ReadSignal<Option<usize>>,
    /// Whether the list shows what is early too: the reader asked for it, or chose such an event.
    pub(crate) unfolded: RwSignal<bool>,
    /// The language of the interface.
    pub(crate) language: ReadSignal<Language>,
    /// The language where a link asks for none.
    preferred: Language,
    /// What changes selected, document and language.
    set: (WriteSignal<Option<usize>>, WriteSignal<Option<usize>>, WriteSignal<Language>),
    /// The sheet that covers a narrow page.
    pub(crate) sheet: RwSignal<Sheet>,
    /// The open dialog.
    pub(crate) dialog: RwSignal<Option<Dialog>>,
    /// The event whose reasons are shown, by index.
    pub(crate) why: RwSignal<Option<usize>>,
    /// The reports by whose ids events were hidden, in order.
    hides: StoredValue<Vec<String>>,
    /// What is said to a screen reader, and shown for a moment.
    pub(crate) notice: RwSignal<Option<Notice>>,
    /// What is selected in the reader.
    pub(crate) selection: RwSignal<Option<Ends>>,
    /// The event reported at the top of what is seen of the open document.
    pub(crate) reading: RwSignal<Option<usize>>,
    /// Whether keys of one letter do something.
    pub(crate) single_keys: RwSignal<bool>,
}

/// A sheet that covers a narrow page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// None.
    #[default]
    None,
    /// The facets.
    Filters,
    /// The actions that have no room.
    More,
}

/// A dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// The list of keys.
    Keys,
    /// How to search.
    SearchHelp,
    /// The documents, to open one.
    Documents,
    /// The documents, to compare one with the open one.
    Compare,
    /// The events hidden as wrong.
    Hidden,
    /// About this collection.
    About,
    /// A link to what is shown.
    Share,
    /// Citations of what is shown.
    Cite,
    /// The code that shows this view in another page.
    Embed,
    /// The events as a file.
    Export,
    /// The command palette.
    Palette,
}

/// What is said for a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// The words.
    pub(crate) text: String,
    /// The report by whose id an event was hidden, which can be undone.
    pub(crate) undo: Option<String>,
}

/// What becomes of the present entry of the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum History {
    /// A new entry follows it: something was decided.
    Push,
    /// It is replaced: typing, dragging, stepping through.
    Replace,
}

/// Fewer early events than these stay in the list: they do not hide the others.
const FEW: usize = 12;

impl App {
    /// The page's state over `collection`, as the address says.
    pub(crate) fn new(collection: Collection) -> Self {
        let collection = Arc::new(collection);
        let first = link::read();
        let preferred = Language::preferred();
        let facts = Facts::of(&first, &collection, preferred);
        let (selected, set_selected) = signal(facts.selected);
        let (document, set_document) = signal(facts.document);
        let (language, set_language) = signal(facts.language);
        let unfolded = RwSignal::new(facts.early);
        let view = RwSignal::new(first);
        let query = Memo::new(move |_| view.with(|view| view.query.clone()));
        let over = Arc::clone(&collection);
        let results = Memo::new(move |_| Found::new(&over.index, query.get()));
        let painted = RwSignal::new(false);
        let late = Memo::new(move |_| {
            painted.track();
            results.get_untracked()
        });
        Effect::new(move |_| {
            results.track();
            dom::after_frame(move || painted.set(true));
        });
        let everything = StoredValue::new(Found::new(&collection.index, Query::default()));
        let app = Self {
            collection: StoredValue::new(collection),
            view,
            query,
            results,
            late,
            everything,
            selected,
            document,
            unfolded,
            language,
            preferred,
            set: (set_selected, set_document, set_language),
            sheet: RwSignal::default(),
            dialog: RwSignal::new(None),
            why: RwSignal::new(None),
            hides: StoredValue::default(),
            notice: RwSignal::new(None),
            selection: RwSignal::new(None),
            reading: RwSignal::new(None),
            single_keys: RwSignal::new(prefs::get("keys").as_deref() != Some("off")),
        };
        location::on_change(move || {
            if !location::at_sheet() {
                app.sheet.set(Sheet::None);
            }
            app.why.set(None);
            let read = link::read();
            if app.view.with_untracked(|view| *view != read) {
                app.take(read);
            }
        });
        app
    }

    /// The one in context.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// The corpus and its tables.
    pub(crate) fn collection(self) -> Arc<Collection> {
        self.collection.get_value()
    }

    /// The strings of the interface; tracks the language.
    pub(crate) fn strings(self) -> &'static Strings {
        self.language.get().strings()
    }

    /// Changes the view and the address.
    pub(crate) fn go(self, history: History, change: impl FnOnce(&mut ViewState)) {
        let mut view = self.view.get_untracked();
        change(&mut view);
        self.show(history, view);
    }

    /// Apart from [`Self::go`], which is compiled anew for every change.
    fn show(self, history: History, view: ViewState) {
        let changed = self.view.with_untracked(|before| *before != view);
        self.take(view);
        if changed {
            self.view.with_untracked(|view| link::write(view, history));
        }
    }

    /// Takes `view` as what is shown. A signal asks all that follow from it whether they change, so
    /// what hundreds of places ask for is set only where it does.
    fn take(self, view: ViewState) {
        let facts = Facts::of(&view, &self.collection(), self.preferred);
        if facts.early && !self.unfolded.get_untracked() {
            self.unfolded.set(true);
        }
        let (selected, document, language) = self.set;
        if self.selected.get_untracked() != facts.selected {
            selected.set(facts.selected);
        }
        if self.document.get_untracked() != facts.document {
            document.set(facts.document);
        }
        if self.language.get_untracked() != facts.language {
            language.set(facts.language);
        }
        self.view.set(view);
    }

    /// Opens the event at `index`: lights its sentence in the reader.
    pub(crate) fn open(self, index: usize, history: History) {
        let collection = self.collection();
        let Some(report) = collection.corpus.events.get(index).and_then(Event::lead) else {
            return;
        };
        self.go(history, |view| {
            view.event = Some(report.id.clone());
            view.document = Some(report.document.clone());
            view.passage = None;
        });
    }

    /// Opens a document at one report of an event.
    pub(crate) fn open_report(self, event: usize, document: usize, history: History) {
        let collection = self.collection();
        let id = collection.corpus.documents[document].id.clone();
        let report = collection.report_in(&collection.corpus.events[event], Some(&id));
        let Some(report) = report else { return };
        self.go(history, |view| {
            view.event = Some(report.id.clone());
            view.document = Some(id);
            view.passage = None;
        });
    }

    /// Opens the document at `index` from its beginning.
    pub(crate) fn open_document(self, index: usize, history: History) {
        let collection = self.collection();
        let id = collection.corpus.documents[index].id.clone();
        self.go(history, |view| {
            view.document = Some(id);
            view.event = None;
            view.passage = None;
        });
    }

    /// Leaves sheet, reader and comparison.
    pub(crate) fn show_timeline(self) {
        self.close_sheet();
        self.go(History::Push, |view| {
            view.compare = None;
            view.document = None;
            view.passage = None;
        });
    }

    /// Closes the reader.
    pub(crate) fn close_reader(self) {
        self.go(History::Push, |view| {
            view.event = None;
            view.document = None;
            view.passage = None;
        });
    }

    /// Wants, or no longer wants, the events with this value of a facet.
    pub(crate) fn toggle(self, facet: Facet, value: &str, exclude: bool) {
        self.go(History::Push, |view| {
            let selections = &mut view.query.selections;
            let at = selections.iter().position(|s| s.facet == facet && s.value == value);
            let known = at.map(|at| selections.remove(at));
            if known.is_none_or(|known| known.exclude != exclude) {
                selections.push(Selection { facet, value: value.to_owned(), exclude });
                order::sort(selections);
            }
        });
    }

    /// Wants only events that meet `range`, and shows it in the drawing.
    pub(crate) fn set_range(self, range: Option<Date>, history: History) {
        self.go(history, |view| {
            view.query.range = range;
            view.window = None;
        });
    }

    /// Takes back every filter; what was hidden as wrong stays hidden.
    pub(crate) fn clear(self) {
        self.go(History::Push, |view| {
            let hidden = std::mem::take(&mut view.query.hidden);
            view.query = Query { hidden, ..Query::default() };
        });
    }

    /// How many events of the result the list leaves out at its beginning.
    pub(crate) fn folded(self) -> usize {
        if self.unfolded.get() {
            return 0;
        }
        let collection = self.collection();
        let early = self.results.with(|found| {
            let all = is_empty(found.query());
            found.events.partition_point(|&event| all && collection.is_early(event as usize))
        });
        if early < FEW { 0 } else { early }
    }

    /// Steps to the next or previous event of the result.
    pub(crate) fn step(self, forward: bool) {
        if let Some(next) = self.beside(forward) {
            self.open(next, History::Replace);
        }
    }

    /// The event of the result that follows the selected one, or stands before it.
    fn beside(self, forward: bool) -> Option<usize> {
        self.results.with_untracked(|results| {
            let events = &results.events;
            let here = self
                .selected
                .get_untracked()
                .and_then(|selected| events.iter().position(|e| *e as usize == selected));
            let next = match (here, forward) {
                (None, true) => untrack(|| self.folded()),
                (None, false) => events.len().checked_sub(1)?,
                (Some(here), true) => here + 1,
                (Some(here), false) => here.checked_sub(1)?,
            };
            events.get(next).map(|event| *event as usize)
        })
    }

    /// Compares the open document of the selected event with the next that reports it; where there
    /// is none, asks with which.
    pub(crate) fn compare_selected(self) {
        let collection = self.collection();
        let event = self.selected.get_untracked().map(|event| &collection.corpus.events[event]);
        let roles = event.map(|event| collection.roles(event)).unwrap_or_default();
        let open = self.document.get_untracked();
        let mut others = roles.iter().map(|(index, _)| *index);
        let first = open.or_else(|| others.next());
        match (first, others.find(|index| Some(*index) != first)) {
            (Some(first), Some(second)) => self.compare(first, second),
            (Some(_), None) if open.is_some() && collection.corpus.documents.len() > 1 => {
                self.dialog.set(Some(Dialog::Compare));
            }
            _ => {}
        }
    }

    /// Compares the document at `second` with the first of those that are compared, else with the
    /// open one.
    pub(crate) fn compare_with(self, second: usize) {
        if let Some(first) = self.compared() {
            self.compare(first, second);
        }
    }

    fn compare(self, first: usize, second: usize) {
        let collection = self.collection();
        let id = |index: usize| collection.corpus.documents[index].id.clone();
        let compare = Compare { first: id(first), second: id(second) };
        self.go(History::Push, |view| view.compare = Some(compare));
    }

    /// The document with which others are compared.
    fn compared(self) -> Option<usize> {
        let first = self.view.with_untracked(|view| Some(view.compare.as_ref()?.first.clone()));
        let compared = first.and_then(|id| self.collection().document_index(&id));
        compared.or(self.document.get_untracked())
    }

    /// The documents that can be compared, by index: those that share most with the open one first.
    pub(crate) fn comparable(self) -> Vec<usize> {
        let collection = self.collection();
        let Some(open) = self.compared() else { return Vec::new() };
        let shared = collection.shared_with(open);
        let mut others: Vec<usize> = (0..shared.len()).filter(|&index| index != open).collect();
        order::sort_by_key(&mut others, |&index| std::cmp::Reverse(shared[index]));
        others
    }

    /// Opens a sheet that Back closes.
    pub(crate) fn open_sheet(self, sheet: Sheet) {
        if self.sheet.get_untracked() == Sheet::None {
            location::push_sheet();
        }
        self.sheet.set(sheet);
    }

    /// Closes the sheet.
    pub(crate) fn close_sheet(self) {
        if location::at_sheet() {
            location::back();
        }
        self.sheet.set(Sheet::None);
    }

    /// The looks: the link's, else those that were kept.
    pub(crate) fn theme(self) -> Theme {
        let theme = self.view.with(|view| view.theme);
        if theme == Theme::System { kept_theme() } else { theme }
    }

    /// Chooses the looks, and keeps the choice.
    pub(crate) fn set_theme(self, theme: Theme) {
        prefs::set("theme", theme_name(theme));
        self.go(History::Replace, |view| view.theme = theme);
        show_theme(theme);
    }

    /// Says `text` to a screen reader and shows it for a moment.
    pub(crate) fn say(self, text: &str) {
        self.show_notice(Notice { text: text.to_owned(), undo: None });
    }

    /// Says whether something was copied.
    pub(crate) fn said_copied(self, copied: bool) {
        let strings = self.language.get_untracked().strings();
        self.say(if copied { strings.copied_notice } else { strings.copy_failed });
    }

    fn show_notice(self, notice: Notice) {
        self.notice.set(Some(notice.clone()));
        dom::after(6_000, move || {
            if self.notice.with_untracked(|now| now.as_ref() == Some(&notice)) {
                self.notice.set(None);
            }
        });
    }

    /// Hides the event at `index` as wrong.
    pub(crate) fn hide(self, index: usize) {
        let collection = self.collection();
        let Some(report) = collection.corpus.events.get(index).and_then(Event::lead) else {
            return;
        };
        let id = report.id.clone();
        let selected = self.selected.get_untracked() == Some(index);
        let next = self.beside(true).or_else(|| self.beside(false)).filter(|_| selected);
        self.go(History::Push, |view| {
            view.query.hidden.push(id.clone());
            order::sort(&mut view.query.hidden);
            view.query.hidden.dedup();
            view.event = view.event.take().filter(|_| !selected);
        });
        // Whoever goes through a list goes on from where the event stood.
        if let Some(next) = next {
            self.open(next, History::Replace);
        }
        self.hides.update_value(|hides| hides.push(id.clone()));
        let text = self.language.get_untracked().strings().hidden_notice.to_owned();
        self.show_notice(Notice { text, undo: Some(id) });
    }

    /// Shows again what was hidden last; whether anything was.
    pub(crate) fn undo_hide(self) -> bool {
        let last = self.view.with_untracked(|view| {
            let hidden = |id: &&String| view.query.hidden.contains(*id);
            self.hides.with_value(|hides| hides.iter().rev().find(hidden).cloned())
        });
        last.inspect(|id| self.unhide(id)).is_some()
    }

    /// Shows again what the report with this id hid.
    pub(crate) fn unhide(self, id: &str) {
        self.notice.set(None);
        self.go(History::Push, |view| view.query.hidden.retain(|known| known != id));
    }

    /// A link to what is shown.
    pub(crate) fn link(self) -> String {
        self.view.with(|view| location::link(&dateline_publish::link::encode(view)))
    }

    /// A link to one report: opens its sentence.
    pub(crate) fn link_to(self, report: &Report) -> String {
        let view = ViewState {
            event: Some(report.id.clone()),
            document: Some(report.document.clone()),
            ..ViewState::default()
        };
        location::link(&dateline_publish::link::encode(&view))
    }

    /// Keeps the root element's language, direction and looks as the view says.
    pub(crate) fn follow_root(self) {
        Effect::new(move |_| {
            dom::root_attribute("data-mode", mode_name(self.view.with(|view| view.mode)));
            show_theme(self.theme());
        });
        Effect::new(move |_| {
            let language = self.language.get();
            dom::root_attribute("lang", Some(language.code()));
            dom::root_attribute("dir", Some(language.direction()));
        });
    }
}

/// What a view says over a collection.
struct Facts {
    selected: Option<usize>,
    /// Whether the selected event begins before what the page opens with.
    early: bool,
    document: Option<usize>,
    language: Language,
}

impl Facts {
    fn of(view: &ViewState, over: &Collection, preferred: Language) -> Self {
        let id = view.document.as_deref();
        // The document of a quoted passage may have gone; its words may stand elsewhere.
        let quoted = || quote::locate(&over.corpus.documents, id, view.passage.as_ref()?);
        let linked = view.language.as_deref().and_then(Language::of);
        let selected = view.event.as_deref().and_then(|id| Some(over.report(id)?.0));
        Self {
            selected,
            early: selected.is_some_and(|event| over.is_early(event)),
            document: id
                .and_then(|id| over.document_index(id))
                .or_else(|| quoted().map(|(at, _)| at)),
            language: linked.unwrap_or(preferred),
        }
    }
}

/// Whether a pressed link is to be followed in this page; if so the browser leaves it to the page.
pub(crate) fn opens_here(click: &leptos::ev::MouseEvent) -> bool {
    let here = !click.ctrl_key() && !click.meta_key() && !click.shift_key();
    if here {
        click.prevent_default();
    }
    here
}

/// The name by which the style sheet knows a part of the page that is shown alone.
fn mode_name(mode: Mode) -> Option<&'static str> {
    match mode {
        Mode::Full => None,
        Mode::Timeline => Some("timeline"),
        Mode::Reader => Some("reader"),
        Mode::Event => Some("event"),
        Mode::List => Some("list"),
    }
}

fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
        Theme::HighContrast => "contrast",
    }
}

fn kept_theme() -> Theme {
    match prefs::get("theme").as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        Some("contrast") => Theme::HighContrast,
        _ => Theme::System,
    }
}

fn show_theme(theme: Theme) {
    let name = (theme != Theme::System).then(|| theme_name(theme));
    dom::root_attribute("data-theme", name);
}
