//! The face towards the script that measures in Node: plain functions over one corpus.

use std::cell::RefCell;
use std::sync::Arc;

use dateline_corpus::{Corpus, Index, Query, decode};

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static CORPUS: RefCell<Option<Arc<Corpus>>> = const { RefCell::new(None) };
    static INDEX: RefCell<Option<Index>> = const { RefCell::new(None) };
}

/// Makes room for `length` bytes of input and returns where to write them.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn room(length: usize) -> *mut u8 {
    INPUT.with_borrow_mut(|input| {
        input.clear();
        input.resize(length, 0);
        input.as_mut_ptr()
    })
}

/// Decodes the input as a corpus; returns how many events it has.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn load() -> usize {
    let input = INPUT.take();
    let corpus = std::str::from_utf8(&input).ok().and_then(|json| decode(json).ok());
    let corpus = Arc::new(corpus.unwrap_or_default());
    let events = corpus.events.len();
    CORPUS.set(Some(corpus));
    events
}

/// Indexes the corpus; returns the bytes that the index takes.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn index() -> usize {
    let corpus = CORPUS.with_borrow(Clone::clone).unwrap_or_default();
    let index = Index::new(corpus);
    let bytes = index.bytes();
    INDEX.set(Some(index));
    bytes
}

/// Runs the input as a search; returns how many events it leaves.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn search() -> usize {
    let text = INPUT.with_borrow(|input| String::from_utf8_lossy(input).into_owned());
    INDEX.with_borrow(|index| {
        let query = Query { text, ..Query::default() };
        index.as_ref().map_or(0, |index| index.run(&query).events.len())
    })
}
