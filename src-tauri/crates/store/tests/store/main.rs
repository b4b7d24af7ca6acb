//! What the store promises, through its public door.

mod cases;
mod committing;
mod files;
mod opening;
mod people;
mod retention;
mod section_bank;
mod support;
mod templates;
