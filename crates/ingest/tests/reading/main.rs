//! Reading: the seeds, awkward files, and the law that nothing is lost.

mod accounted;
mod awkward;
mod common;
mod lossless;
mod replay;
mod seeds;
