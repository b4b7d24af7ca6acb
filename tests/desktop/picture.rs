//! The README's pictures of the screens, taken where the test comes by: only when `BUDKAVLE_SCREENSHOTS=1`.

use std::path::Path;

use crate::screen::Screen;

/// Takes a picture of the screen as it stands.
pub(crate) async fn take(screen: &Screen, name: &str) {
    if std::env::var_os("BUDKAVLE_SCREENSHOTS").is_none_or(|wish| wish != "1") {
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/screenshots");
    let picture = screen.client.screenshot().await.expect("a picture of the screen");
    std::fs::create_dir_all(&folder).expect("docs can be written");
    std::fs::write(folder.join(format!("{name}.png")), picture).expect("docs can be written");
}
