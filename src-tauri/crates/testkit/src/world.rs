//! A whole application for a test: real store, real vault, real inbox; the rest simulated.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use app::{App, Failure, Outside, Policy, commands};
use serde::de::DeserializeOwned;
use serde_json::Value;
use tempfile::TempDir;

use crate::{
    CitizenBrowser, MemoryKeyring, SimulatedBrowser, SimulatedDialogs, SimulatedDirectories, SimulatedScheduler,
    StillClock, renderer,
};

/// An application in a folder of its own, that can be stopped and started again.
pub struct World {
    /// The running application.
    pub app: App,
    /// Its clock.
    pub clock: Arc<StillClock>,
    /// Its keyring.
    pub keyring: Arc<MemoryKeyring>,
    /// Its dialogs.
    pub dialogs: Arc<SimulatedDialogs>,
    /// Its browser.
    pub browser: Arc<SimulatedBrowser>,
    folder: TempDir,
    example: bool,
    computer: Computer,
}

/// What is installed on the computer beside the application, and what it can reach.
struct Computer {
    policy: Policy,
    renderer: PathBuf,
    directories: Arc<SimulatedDirectories>,
}

/// A policy by which what is sent lies in the inbox at once: the clock of a test stands still.
pub fn at_once(mut policy: Policy) -> Policy {
    policy.sending.undo_seconds = 0;
    policy
}

impl Default for Computer {
    fn default() -> Self {
        Self { policy: at_once(Policy::default()), renderer: renderer(), directories: Arc::default() }
    }
}

impl World {
    /// With *Exempelmottagningen*.
    ///
    /// # Panics
    /// When there is no place for temporary files.
    pub async fn example() -> Self {
        Self::new(true, Computer::default()).await
    }

    /// With *Exempelmottagningen*, on a computer with this policy, but that what is sent can be taken back unseen.
    ///
    /// # Panics
    /// When there is no place for temporary files.
    pub async fn example_under(policy: Policy) -> Self {
        Self::new(true, Computer { policy: at_once(policy), ..Computer::default() }).await
    }

    /// With *Exempelmottagningen*, where what is sent can be taken back unseen, as it is where nothing is decided.
    ///
    /// # Panics
    /// When there is no place for temporary files.
    pub async fn example_with_undo() -> Self {
        Self::new(true, Computer { policy: Policy::default(), ..Computer::default() }).await
    }

    /// With *Exempelmottagningen*, on a computer with a program in the renderer's place that is not one.
    ///
    /// # Panics
    /// When there is no place for temporary files.
    pub async fn example_with_renderer(renderer: PathBuf) -> Self {
        Self::new(true, Computer { renderer, ..Computer::default() }).await
    }

    /// With an empty store: the first-run assistant.
    ///
    /// # Panics
    /// When there is no place for temporary files.
    pub async fn empty() -> Self {
        Self::new(false, Computer::default()).await
    }

    async fn new(example: bool, computer: Computer) -> Self {
        let folder = tempfile::tempdir().expect("a place for temporary files");
        let clock = Arc::new(StillClock::new());
        let keyring = Arc::new(MemoryKeyring::default());
        let dialogs = Arc::new(SimulatedDialogs::default());
        let browser = Arc::new(SimulatedBrowser::default());
        let outside = outside(folder.path(), example, &computer, &clock, &keyring, &dialogs, &browser);
        let app = App::start(outside).await;
        Self { app, clock, keyring, dialogs, browser, folder, example, computer }
    }

    /// The profile's folder.
    pub fn profile(&self) -> PathBuf {
        self.folder.path().join("profile")
    }

    /// Where citizens are looked up, which can be down.
    pub fn directories(&self) -> &SimulatedDirectories {
        &self.computer.directories
    }

    /// Stops the application without any farewell and starts it again on the same folder.
    pub async fn restart(self) -> Self {
        let Self { app, clock, keyring, dialogs, browser, folder, example, computer } = self;
        app.close().await;
        drop(app);
        let app = App::start(outside(folder.path(), example, &computer, &clock, &keyring, &dialogs, &browser)).await;
        Self { app, clock, keyring, dialogs, browser, folder, example, computer }
    }

    /// Carries out a command as the window does.
    ///
    /// # Errors
    /// What the command answers.
    pub async fn call(&self, name: &str, request: Value) -> Result<Value, Failure> {
        commands::dispatch(&self.app, name, request).await
    }

    /// Carries out a command that must succeed.
    ///
    /// # Panics
    /// When it fails, or answers something else than `T`.
    pub async fn ask<T: DeserializeOwned>(&self, name: &str, request: Value) -> T {
        let answer = self.call(name, request).await.unwrap_or_else(|failure| panic!("{name}: {failure:?}"));
        serde_json::from_value(answer).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Signs in with an account of the example.
    ///
    /// # Panics
    /// When it cannot.
    pub async fn sign_in(&self, username: &str) {
        let password = format!("exempel-{username}");
        let _: () = self.ask("sign_in", serde_json::json!({ "username": username, "password": password })).await;
    }

    /// A citizen's browser at the inbox. Somebody must be signed in, who tells where it is.
    ///
    /// # Panics
    /// When the inbox cannot be found.
    pub async fn citizen(&self, number: &str) -> CitizenBrowser {
        let address: Value = self.ask("inbox_address", Value::Null).await;
        let url = address["url"].as_str().expect("an address").to_owned();
        let number = number.to_owned();
        tokio::task::spawn_blocking(move || CitizenBrowser::sign_in(&url, &number))
            .await
            .expect("not cancelled")
            .expect("signed in")
    }
}

fn outside(
    folder: &Path,
    example: bool,
    computer: &Computer,
    clock: &Arc<StillClock>,
    keyring: &Arc<MemoryKeyring>,
    dialogs: &Arc<SimulatedDialogs>,
    browser: &Arc<SimulatedBrowser>,
) -> Outside {
    Outside {
        profile: folder.join("profile"),
        example,
        policy: Ok(computer.policy.clone()),
        renderer: computer.renderer.clone(),
        clock: Arc::clone(clock) as _,
        keyring: Arc::clone(keyring) as _,
        dialogs: Arc::clone(dialogs) as _,
        browser: Arc::clone(browser) as _,
        scheduler: Arc::new(SimulatedScheduler::default()),
        directories: Arc::clone(&computer.directories) as _,
    }
}
