//! End-to-end tests on the built page in real browsers, and what they stand on.

mod server;

pub use server::{Request, Server, Settings};
