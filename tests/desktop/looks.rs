//! How screens look in Chromium, where a page can be told how a person's screen is set: that axe finds nothing in any of them, and
//! that a form is the same to whoever sees it.

mod alike;
mod content;
mod variants;
