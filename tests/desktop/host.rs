//! The staff's pages in an ordinary browser, with the real core behind them: there a page can be told how a person's screen is set.

use std::path::Path;

use testkit::{World, pages};
use tokio::{net::TcpListener, task::JoinHandle};

/// The example unit and where its staff's pages are.
pub(crate) struct Host {
    pub(crate) world: World,
    site: String,
    serving: JoinHandle<()>,
}

impl Host {
    /// Serves the built pages; whoever looks at them is signed in already as one of the example's people.
    pub(crate) async fn start(username: &str) -> Self {
        let world = World::example().await;
        world.sign_in(username).await;
        let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist").canonicalize().unwrap_or_default();
        assert!(built.join("staff.html").exists(), "the pages are not built; run `cargo xtask test desktop`");
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port on the loopback");
        let site = format!("http://127.0.0.1:{}/staff.html#", listener.local_addr().expect("it is bound").port());
        let router = pages::pages_over_http(world.app.clone(), built);
        let serving = tokio::spawn(async move { pages::serve(listener, router).await });
        Self { world, site, serving }
    }

    /// The address of a page of the staff's.
    pub(crate) fn page(&self, path: &str) -> String {
        format!("{}{path}", self.site)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
