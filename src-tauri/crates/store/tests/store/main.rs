//! What the store promises, through its public door.

mod cases;
mod committing;
mod files;
mod opening;
mod people;
mod retention;
mod support;
mod templates;
