//! The development host: the same commands over HTTP on the loopback, for working on the screens in a normal browser.
//!
//! Example data only, in a folder that goes away with it; keys in memory. Never bundled.

use std::{process::ExitCode, sync::Arc};

use app::{App, Outside, OwnRegister, SystemClock};
use budkavle_testkit::{
    MemoryKeyring, SimulatedBrowser, SimulatedDialogs, SimulatedScheduler, commands_over_http, renderer,
};

/// Where the user interface's development server looks for it.
const ADDRESS: &str = "127.0.0.1:7431";

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("budkavle-dev: {error}"));
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let example = !std::env::args().any(|argument| argument == "--new");
    let outside = Outside {
        profile: folder.path().join("profile"),
        example,
        policy: Ok(app::Policy::default()),
        renderer: renderer(),
        clock: Arc::new(SystemClock),
        keyring: Arc::new(MemoryKeyring::default()),
        dialogs: Arc::new(SimulatedDialogs::default()),
        browser: Arc::new(SimulatedBrowser::default()),
        scheduler: Arc::new(SimulatedScheduler::default()),
        directories: Arc::new(OwnRegister),
    };
    let app = App::start(outside).await;
    let jobs = app.clone();
    tokio::spawn(async move { jobs.run_jobs().await });
    let listener = tokio::net::TcpListener::bind(ADDRESS).await?;
    tell(&format!("Utvecklingsvärden svarar på http://{ADDRESS} med exempeldata."));
    axum::serve(listener, commands_over_http(app))
        .with_graceful_shutdown(async { _ = tokio::signal::ctrl_c().await })
        .await
}

#[expect(clippy::print_stderr, reason = "a developer reads it in the terminal")]
fn tell(text: &str) {
    eprintln!("{text}");
}
