//! How a person's screen and system are set, as a page is told it.

use std::fmt;

use serde_json::{Value, json};

use crate::driver::Browser;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    Usual,
    /// The least that the window can be made (window.rs).
    SmallWindow,
    Dark,
    ForcedColors,
    ReducedMotion,
    /// 200 % on an ordinary screen: half as many CSS pixels each way (WCAG 2.2, SC 1.4.4).
    Zoomed,
}

/// Every one of them.
pub(crate) const SETTINGS: [Setting; 6] = [
    Setting::Usual,
    Setting::SmallWindow,
    Setting::Dark,
    Setting::ForcedColors,
    Setting::ReducedMotion,
    Setting::Zoomed,
];

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Usual => "as usual",
            Self::SmallWindow => "in a small window",
            Self::Dark => "dark",
            Self::ForcedColors => "in forced colours",
            Self::ReducedMotion => "with reduced motion",
            Self::Zoomed => "at 200 %",
        })
    }
}

impl Setting {
    /// Sets the page in hand so, and nothing else; with `height`, as high as it takes for all of a long page to be drawn.
    pub(crate) async fn apply(self, browser: &Browser, height: Option<u32>) {
        let (width, usual, scale) = match self {
            Self::SmallWindow => (480, 400, 1),
            Self::Zoomed => (720, 450, 2),
            _ => (1440, 900, 1),
        };
        size(browser, width, height.unwrap_or(usual), scale).await;
        let on = |is_on: bool, yes: &str, no: &str| if is_on { yes.to_owned() } else { no.to_owned() };
        let features = json!([
            { "name": "prefers-color-scheme", "value": on(self == Self::Dark, "dark", "light") },
            { "name": "forced-colors", "value": on(self == Self::ForcedColors, "active", "none") },
            { "name": "prefers-reduced-motion", "value": on(self == Self::ReducedMotion, "reduce", "no-preference") },
        ]);
        let _: Value = browser.tell("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }
}

/// Makes the page so many CSS pixels large.
pub(crate) async fn size(browser: &Browser, width: u32, height: u32, scale: u32) {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
    let _: Value = browser.tell("Emulation.setDeviceMetricsOverride", size).await;
}
