//! What is known not to hold yet. A gap that closes fails the run until it is taken off this list, so
//! the list can only tell the truth.

use crate::engine::Engine;
use crate::site::Way;

/// A case that fails, where, and what is missing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gap {
    /// The case's name.
    pub(crate) case: &'static str,
    /// The engines in which it fails.
    pub(crate) engines: &'static [Engine],
    /// The ways by which it fails.
    pub(crate) ways: &'static [Way],
    /// What is missing.
    pub(crate) why: &'static str,
}

/// All known gaps.
const GAPS: &[Gap] = &[];

/// The gap that covers a cell of the run.
pub(crate) fn gap(case: &str, engine: Engine, way: Way) -> Option<&'static Gap> {
    GAPS.iter()
        .find(|gap| gap.case == case && gap.engines.contains(&engine) && gap.ways.contains(&way))
}
