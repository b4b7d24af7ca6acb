//! The real server on the loopback, asked by a small client of the tests' own.

mod client;
mod letters;
mod log;
mod mailbox;
mod page;
mod security;
mod sign_in;
mod upload;
mod world;
