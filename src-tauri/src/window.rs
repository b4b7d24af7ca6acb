//! The window.

use tauri::{AppHandle, Listener, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// The one window's label.
pub(crate) const LABEL: &str = "main";

/// Set to have `ready` written on standard output when the first screen is on the glass: for tests and measurements.
const REPORT_READY: &str = "BUDKAVLE_REPORT_READY";

/// What Tauri asks before it lets a test drive the window.
const DRIVEN: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Opens the window. It remembers nothing between runs, can go nowhere but to its own pages, and opens no other.
pub(crate) fn open(host: &AppHandle) -> tauri::Result<()> {
    if std::env::var_os(REPORT_READY).is_some() {
        host.once_any("shown", |_| report());
    }
    // A webview that keeps nothing cannot be driven on Linux. One that is driven keeps more than people's, and the test that
    // drives it searches what it keeps.
    let is_driven = cfg!(target_os = "linux") && std::env::var_os(DRIVEN).is_some_and(|value| value == "true");
    let window = WebviewWindowBuilder::new(host, LABEL, WebviewUrl::App("staff.html".into()))
        .title("Budkavle")
        .inner_size(1280.0, 860.0)
        .min_inner_size(480.0, 400.0)
        .incognito(!is_driven)
        .initialization_script(include_str!("harden.js"))
        .disable_drag_drop_handler()
        .on_navigation(|url| matches!((url.scheme(), url.host_str()), ("tauri", _) | ("http", Some("tauri.localhost"))))
        .build()?;
    // A window that is drawn so cannot be photographed by the driver: it waits for a frame that never comes.
    if is_driven { Ok(()) } else { draw_without_graphics_card(&window) }
}

/// Forms and lists gain nothing from a graphics card, and where there is none (remote desktops, virtual workstations) drawing
/// by way of one costs 90 MB and a third of the start, or leaves the window blank. See docs/adr/0008.
#[cfg(target_os = "linux")]
fn draw_without_graphics_card(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

#[cfg(not(target_os = "linux"))]
fn draw_without_graphics_card(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

#[expect(clippy::print_stdout, reason = "asked for by whoever started the program")]
fn report() {
    println!("ready");
}
