//! Reading: the seeds, awkward files, and the law that nothing is lost.

// Golden files are compared natively; that WebAssembly bakes the same bytes is checked beside.
#![cfg(not(target_family = "wasm"))]

mod awkward;
mod common;
mod lossless;
mod seeds;
