//! Reading: the seeds, awkward files, and the law that nothing is lost.

mod accounted;
mod awkward;
mod common;
mod dates;
mod lossless;
mod marks;
mod pdf;
mod replay;
mod seeds;
