//! Writes a fixture database of the newest schema, with one of everything, for the tests of later schemas:
//! `cargo run -p budkavle-store --example make_fixture -- src-tauri/crates/store/tests/fixtures/schema-N.db`.
//! Its key is the tests' fixed one and its people are made up.

#[path = "../tests/store/support.rs"]
#[expect(dead_code, reason = "shared with the tests, which use more of it")]
mod support;

use std::{error::Error, path::PathBuf};

use budkavle_store::Store;
use domain::audit::Action;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let path = PathBuf::from(std::env::args_os().nth(1).ok_or("say where to write it")?);
    if path.exists() {
        return Err("a fixture is never written again".into());
    }
    let store = Store::open(&path, &support::KEY, support::NOW).await?;
    let mut writer = store.begin().await?;
    support::a_whole_day(&mut writer).await;
    writer.commit(&support::event(Action::UnitCreated)).await?;
    store.close().await;
    Ok(())
}
