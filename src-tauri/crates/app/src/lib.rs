//! What people do in Budkavle: one file per use case, one list of commands, one closed set of failures.
//!
//! Everything here runs without a webview. The desktop shell, the development host and the tests all drive the same
//! [`App`] through [`commands::dispatch`]. Every use case asks whether the signed-in person may do it ([`App::desk`]), and
//! every change writes its audit row in the same transaction.

pub mod attachments;
pub mod bindings;
mod boot;
pub mod cases;
pub mod citizen_inbox;
pub mod citizens;
pub mod commands;
mod example;
mod failure;
mod harden;
pub mod headless;
mod jail;
mod jobs;
mod memory;
mod outside;
mod password;
mod pdf;
pub mod people;
pub mod purge;
pub mod retention;
mod saving;
pub mod schedule;
pub mod sending;
pub mod session;
pub mod start;
mod state;
pub mod statistics;
pub mod templates;
mod topic;
pub mod unit;

pub use channel::directory::{CitizenDirectory, Directories, DirectoryDown, OwnRegister};
pub use failure::{CopyFault, Failure, Field, PictureFault, PreviewFault};
pub use harden::harden;
pub use memory::give_large_blocks_back;
pub use outside::{
    Browser, Clock, Dialogs, Keyring, OsKeyring, Outside, Scheduler, SystemClock, SystemScheduler,
    renderer_beside_this_program,
};
pub use policy::{Policy, PolicyProblem};
pub use state::App;
pub use topic::Topic;
