//! The one command, and topics on their way to the window.

use std::path::PathBuf;

use app::{App, Failure, Outside, SystemClock, Topic, commands};
use serde_json::Value;
use tauri::{AppHandle, Emitter, Manager, State};
use tokio::sync::{broadcast::error::RecvError, watch};

use crate::arguments::Arguments;
use crate::outside::{NativeDialogs, SystemBrowser};

/// The application, once it has started. The window opens meanwhile.
pub(crate) struct Core(watch::Sender<Option<App>>);

impl Default for Core {
    fn default() -> Self {
        Self(watch::channel(None).0)
    }
}

impl Core {
    /// Waits until the application has started.
    pub(crate) async fn app(&self) -> Option<App> {
        let mut started = self.0.subscribe();
        started.wait_for(Option::is_some).await.ok().and_then(|app| app.clone())
    }
}

/// Starts the application beside the window.
pub(crate) fn start(host: &AppHandle, profile: PathBuf, arguments: &Arguments) {
    let host = host.clone();
    let (example, sign_in) = (arguments.example, arguments.sign_in.clone());
    tauri::async_runtime::spawn(async move {
        let app = App::start(Outside {
            profile,
            example,
            policy: app::Policy::of_this_computer(),
            renderer: app::renderer_beside_this_program(),
            clock: std::sync::Arc::new(SystemClock),
            keyring: std::sync::Arc::new(app::OsKeyring),
            dialogs: std::sync::Arc::new(NativeDialogs(host.clone())),
            browser: std::sync::Arc::new(SystemBrowser),
            scheduler: std::sync::Arc::new(app::SystemScheduler),
            directories: std::sync::Arc::new(app::OwnRegister),
        })
        .await;
        if let Some(username) = sign_in {
            // Refused, the sign-in screen is shown as usual.
            let _ = app.sign_in_to_example(&username).await;
        }
        let mut topics = app.topics();
        host.state::<Core>().0.send_replace(Some(app.clone()));
        tauri::async_runtime::spawn(async move { app.run_jobs().await });
        loop {
            let touched: Vec<Topic> = match topics.recv().await {
                Ok(touched) => touched,
                Err(RecvError::Lagged(_)) => continue,
                Err(RecvError::Closed) => return,
            };
            // A window that is closing does not listen.
            let _ = host.emit("topics", touched);
        }
    });
}

/// Closes the application: sessions, previews and the store.
pub(crate) fn stop(host: &AppHandle) {
    let app = host.state::<Core>().0.borrow().clone();
    if let Some(app) = app {
        tauri::async_runtime::block_on(app.close());
    }
}

/// Carries out a command of the list in `app::commands`.
#[tauri::command]
pub(crate) async fn call(core: State<'_, Core>, name: String, request: Value) -> Result<Value, Failure> {
    let app = core.app().await.ok_or(Failure::StoreClosed)?;
    commands::dispatch(&app, &name, request).await
}
