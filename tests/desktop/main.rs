//! The whole in its window: the desktop program driven through WebKitWebDriver, and a real Chromium as the citizen.

mod acts;
mod axe;
mod builder;
mod cases;
mod citizen;
mod day;
mod driver;
mod hand;
mod host;
mod life;
mod looks;
mod native;
mod picture;
mod screen;
mod send;
mod setting;
mod start;
mod starts;
