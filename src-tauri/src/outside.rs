//! The operating system's dialogs and browser.

use std::path::PathBuf;

use app::{Browser, Dialogs};
use async_trait::async_trait;
use tauri::{AppHandle, Manager};
use tokio::sync::oneshot;

use crate::window;

/// Dialogs of the operating system, in front of the window.
pub(crate) struct NativeDialogs(pub(crate) AppHandle);

#[async_trait]
impl Dialogs for NativeDialogs {
    async fn choose_folder(&self, title: &str, start: PathBuf) -> Option<PathBuf> {
        let (answer, answered) = oneshot::channel();
        let (host, title) = (self.0.clone(), title.to_owned());
        // Dialogs must be made on the main thread; waiting for the person must not be there.
        let asked = self.0.run_on_main_thread(move || {
            let mut dialog = rfd::AsyncFileDialog::new().set_title(title).set_directory(start);
            if let Some(window) = host.get_webview_window(window::LABEL) {
                dialog = dialog.set_parent(&window);
            }
            let choosing = dialog.pick_folder();
            tauri::async_runtime::spawn(async move {
                // The window may have been closed meanwhile.
                let _ = answer.send(choosing.await);
            });
        });
        asked.ok()?;
        answered.await.ok()?.map(|folder| folder.path().to_owned())
    }

    async fn save_file(&self, title: &str, name: &str) -> Option<PathBuf> {
        let (answer, answered) = oneshot::channel();
        let (host, title, name) = (self.0.clone(), title.to_owned(), name.to_owned());
        let asked = self.0.run_on_main_thread(move || {
            let mut dialog = rfd::AsyncFileDialog::new().set_title(title).set_file_name(name);
            if let Some(window) = host.get_webview_window(window::LABEL) {
                dialog = dialog.set_parent(&window);
            }
            let choosing = dialog.save_file();
            tauri::async_runtime::spawn(async move {
                let _ = answer.send(choosing.await);
            });
        });
        asked.ok()?;
        answered.await.ok()?.map(|file| file.path().to_owned())
    }
}

/// The person's own browser.
pub(crate) struct SystemBrowser;

impl Browser for SystemBrowser {
    fn open(&self, url: &str) -> bool {
        open::that_detached(url).is_ok()
    }
}
