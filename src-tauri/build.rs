//! Puts the configuration, the window's permissions and the built user interface into the program.

use tauri_build::{AppManifest, Attributes};

fn main() {
    // Tauri watches less when the files are not where it expects them.
    for path in ["tauri.conf.json", "src-tauri/capabilities", "ui/dist", "icons"] {
        println!("cargo:rerun-if-changed={path}");
    }
    let attributes = Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/*.json")
        .app_manifest(AppManifest::new().commands(&["call"]));
    if let Err(error) = tauri_build::try_build(attributes) {
        // A build script has no other way to say that it failed.
        panic!("{error:#}");
    }
}
