//! The face towards the script that measures in Node.

use std::cell::RefCell;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
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

/// Tags the input; returns how many expressions it has.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn tag() -> usize {
    INPUT.with_borrow(|input| std::str::from_utf8(input).map_or(0, crate::count))
}
