//! An attachment's way: receive, preview, copy, purge.
//!
//! A file from a citizen is bytes here, and never more: its [kind] is decided by its first bytes, it is [previewed](preview)
//! as pixels that a child process drew, and what leaves is a [safe copy](safe_copy) made from those pixels. So are the
//! [pictures](picture) that stand in forms, though they come from staff. That the child
//! can do nothing else is [tested](selftest) on the very computer it runs on.
//!
//! This crate must never parse a citizen's file itself, never write one to disk in the clear, and never put a file's name or
//! content into a failure.

mod background;
mod child;
pub mod kind;
pub mod picture;
pub mod preview;
pub mod receive;
pub mod safe_copy;
pub mod selftest;
