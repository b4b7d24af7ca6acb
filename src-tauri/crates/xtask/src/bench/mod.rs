//! `cargo xtask bench`: numbers, each beside the number it is to be judged against, taken in the same run.

pub(crate) mod start;
