//! The table of cases. To add one: a line in the table of its file, and the function it names.

mod access;
mod embed;
mod failing;
mod finding;
mod hostile;
pub(crate) mod importing;
mod journey;
mod offline;
mod opening;
mod packed;
mod reading;
mod sight;

use anyhow::Result;

use crate::engine::Engine;
use crate::page::Page;
use crate::site::Way;

/// One behaviour of the page.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// What holds, in a few words.
    pub name: &'static str,
    /// The ways of opening by which it is tried.
    pub ways: &'static [Way],
    /// The engines in which it is tried.
    pub engines: &'static [Engine],
    /// Fails when it does not hold.
    pub run: fn(&Page<'_>) -> Result<()>,
}

/// Every way of opening.
const EVERYWHERE: &[Way] = &Way::ALL;
/// The two ways that stand for hosted and for packed.
const HERE: &[Way] = &[Way::Http, Way::File];

/// Over http alone, for what the way of opening does not change.
const HTTP: &[Way] = &[Way::Http];
/// From a file alone, for what is packed for the case.
const FILE: &[Way] = &[Way::File];
/// In Chromium alone, for what the engine does not change.
const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// All cases, by what they are about.
pub(crate) const ALL: &[&[Case]] = &[
    journey::CASES,
    finding::CASES,
    reading::CASES,
    sight::CASES,
    packed::CASES,
    importing::CASES,
    offline::CASES,
    opening::CASES,
    hostile::CASES,
    access::CASES,
    embed::CASES,
    failing::CASES,
];
