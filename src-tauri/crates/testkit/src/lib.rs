//! Parts for tests: a clock that stands still, ids in sequence, a keyring in memory, simulated dialogs, and a [`World`]
//! that holds a whole application on a real, encrypted store in a folder of its own.
//!
//! Also home of the development host (`budkavle-dev`) and of what measures the form builder (`budkavle-builder`), neither of
//! which is ever bundled.

mod browser;
mod clock;
mod outside;
mod over_http;
pub mod pages;
mod world;

pub use browser::{CitizenBrowser, Refused};
pub use clock::StillClock;
pub use outside::{
    MemoryKeyring, SimulatedBrowser, SimulatedDialogs, SimulatedDirectories, SimulatedScheduler, renderer,
};
pub use over_http::commands_over_http;
pub use world::{World, at_once};
