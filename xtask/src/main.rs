//! `cargo xtask`: set-up, explore, serve, test, ci. No product logic.

fn main() {}
