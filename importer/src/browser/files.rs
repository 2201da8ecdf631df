//! Files that a person chose or dropped: their paths, their lengths, their bytes.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Array, ArrayBuffer, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, DragEvent, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry, HtmlInputElement,
};

pub(crate) use web_sys::File;

thread_local! {
    /// The files themselves, which cannot leave this thread, by the numbers that the page knows.
    static KEPT: RefCell<BTreeMap<u32, File>> = const { RefCell::new(BTreeMap::new()) };
}

/// A file with what the browser tells of it.
pub(crate) struct Found {
    /// Its path from what was chosen, with `/` between folders.
    pub(crate) path: String,
    /// Its length in bytes.
    pub(crate) bytes: u64,
    /// When it was last changed, in milliseconds since 1970.
    pub(crate) changed: u64,
    file: File,
}

impl Found {
    fn new(file: File, path: String) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a length and a time are whole numbers below 2^53, told as a float"
        )]
        let (bytes, changed) = (file.size() as u64, file.last_modified() as u64);
        Self { path, bytes, changed, file }
    }

    /// Keeps the file under a number.
    pub(crate) fn keep(self, number: u32) {
        KEPT.with_borrow_mut(|kept| kept.insert(number, self.file));
    }
}

/// The file kept under a number.
pub(crate) fn kept(number: u32) -> Option<File> {
    KEPT.with_borrow(|kept| kept.get(&number).cloned())
}

/// Forgets the file kept under a number.
pub(crate) fn forget(number: u32) {
    KEPT.with_borrow_mut(|kept| kept.remove(&number));
}

/// The bytes of a file, in the browser's own memory; nothing when it can no longer be read.
pub(crate) async fn buffer(file: &File) -> Option<ArrayBuffer> {
    JsFuture::from(file.array_buffer()).await.ok()?.dyn_into().ok()
}

/// Takes the files out of a field for files, which is empty afterwards.
pub(crate) fn chosen(field: &JsValue) -> Vec<Found> {
    let Some(field) = field.dyn_ref::<HtmlInputElement>() else { return Vec::new() };
    let files = field.files().map(|list| Array::from(&list)).unwrap_or_default();
    let found = files.iter().filter_map(|file| {
        let file: File = file.dyn_into().ok()?;
        let within = Reflect::get(&file, &"webkitRelativePath".into()).ok();
        let within = within.and_then(|path| path.as_string()).filter(|path| !path.is_empty());
        let path = within.unwrap_or_else(|| file.name());
        Some(Found::new(file, path))
    });
    let found = found.collect();
    // So that choosing the same again is a change.
    field.set_value("");
    found
}

/// Whether files are dragged, and not words or a link.
pub(crate) fn holds_files(event: &DragEvent) -> bool {
    let kinds = event.data_transfer().map(|data| data.types());
    kinds.is_some_and(|kinds| kinds.includes(&"Files".into(), 0))
}

/// What was dropped, before any of it is looked into: the browser forgets it when the event is over.
pub(crate) struct Dropped(Vec<(Option<FileSystemEntry>, Option<File>)>);

impl Dropped {
    /// Takes it from the event.
    pub(crate) fn of(event: &DragEvent) -> Self {
        let Some(items) = event.data_transfer().as_ref().map(DataTransfer::items) else {
            return Self(Vec::new());
        };
        let items = (0..items.length()).filter_map(|index| items.get(index));
        let files = items.filter(|item| item.kind() == "file");
        let entry = |item: &web_sys::DataTransferItem| item.webkit_get_as_entry().ok().flatten();
        Self(files.map(|item| (entry(&item), item.get_as_file().ok().flatten())).collect())
    }

    /// The files in it and in its folders.
    pub(crate) async fn files(self) -> Vec<Found> {
        let mut found = Vec::new();
        // Last in, first out; the order is nobody's business, since files are read by name.
        let mut waiting = Vec::new();
        for (entry, file) in self.0 {
            match (entry, file) {
                (Some(entry), _) if entry.is_directory() => waiting.push(entry),
                (_, Some(file)) => {
                    let name = file.name();
                    found.push(Found::new(file, name));
                }
                (Some(entry), None) => waiting.push(entry),
                (None, None) => {}
            }
        }
        while let Some(entry) = waiting.pop() {
            if entry.is_directory() {
                waiting.extend(inside(entry.unchecked_into()).await);
            } else if let Some(file) = file_of(entry.unchecked_ref()).await {
                let path = entry.full_path().trim_start_matches('/').to_owned();
                found.push(Found::new(file, path));
            }
        }
        found
    }
}

/// What lies directly in a folder.
async fn inside(folder: FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader: FileSystemDirectoryReader = folder.create_reader();
    let mut all = Vec::new();
    // Chromium gives a hundred at a time, and none when all are given.
    loop {
        let some = answer(|done, failed| {
            reader.read_entries_with_callback_and_callback(done, failed).is_ok()
        });
        let some = some.await.map(|list| Array::from(&list)).unwrap_or_default();
        if some.length() == 0 {
            return all;
        }
        all.extend(some.iter().map(JsCast::unchecked_into));
    }
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let found = answer(|done, failed| {
        entry.file_with_callback_and_callback(done, failed);
        true
    });
    found.await?.dyn_into().ok()
}

/// What a function of two callbacks calls the first of them with; nothing when it fails.
async fn answer(ask: impl Fn(&js_sys::Function, &js_sys::Function) -> bool) -> Option<JsValue> {
    let promise = js_sys::Promise::new(&mut |done, failed| {
        if !ask(&done, &failed) {
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(promise).await.ok()
}

/// Calls `act` with each drag over the page and each drop on it, and keeps the browser from opening what
/// is dropped in the page's place.
pub(crate) fn on_drag(act: impl Fn(Drag) + 'static) {
    let told = Closure::<dyn Fn(DragEvent)>::new(move |event: DragEvent| {
        if !holds_files(&event) {
            return;
        }
        event.prevent_default();
        match event.type_().as_str() {
            "drop" => act(Drag::Drop(Dropped::of(&event))),
            "dragover" => act(Drag::Over),
            // Leaving an element for one inside it is no leaving of the page.
            "dragleave" if event.related_target().is_none() => act(Drag::Left),
            _ => {}
        }
    });
    let window = gloo::utils::window();
    for kind in ["dragover", "dragleave", "drop"] {
        let _ = window.add_event_listener_with_callback(kind, told.as_ref().unchecked_ref());
    }
    // As long as the page.
    told.forget();
}

/// What happens to what is dragged.
pub(crate) enum Drag {
    Over,
    Left,
    Drop(Dropped),
}
