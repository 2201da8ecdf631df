//! The way of a reader: search, filter, open, read, follow a link.

use anyhow::Result;

use super::Case;
use crate::engine::Engine;
use crate::page::Page;
use crate::site::Way;

pub(super) const CASES: &[Case] =
    &[Case { name: "the page opens", ways: &Way::ALL, engines: &Engine::ALL, run: opens }];

fn opens(page: &Page<'_>) -> Result<()> {
    page.load("")?;
    page.see("h1")
}
