//! `dateline`: tag, bake and pack from a shell.

fn main() {}
