//! End-to-end tests on the built page in real browsers, and what they stand on.
//!
//! [`run()`] plays the table of `cases` in every engine by every [`Way`] of opening. It drives
//! browsers through WebDriver alone; it neither builds the page nor installs anything.

mod cases;
mod engine;
mod gaps;
pub mod keys;
mod page;
mod run;
mod screens;
mod server;
mod site;
mod webdriver;

pub use cases::Case;
pub use engine::{Browser, Engine};
pub use page::{Page, Skip};
pub use run::{Options, Report, run};
pub use screens::screens;
pub use server::{Request, Server, Settings};
pub use site::{Site, Way};
pub use webdriver::{Element, Session};
