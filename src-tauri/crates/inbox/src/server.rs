//! Starting and stopping.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, State},
    middleware::{from_fn, from_fn_with_state},
    routing::{delete, get, post},
};
use domain::Timestamp;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

use crate::{
    Assets, InboxFailure, Mailbox, PageFailure, attempts::Attempts, guard, headers, letters, session::Sessions, sign_in,
};

/// Tells the time.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// Bytes of a JSON body: a form of a hundred long answers fits well.
const JSON_LIMIT: usize = 256 * 1024;
/// How long requests under way may take to finish once the inbox is closing.
const FAREWELL: Duration = Duration::from_secs(5);

/// What handlers share.
pub(crate) struct Host {
    pub(crate) mailbox: Arc<dyn Mailbox>,
    pub(crate) assets: Assets,
    pub(crate) clock: Clock,
    pub(crate) sessions: Sessions,
    pub(crate) attempts: Attempts,
    /// What `Host` may say: the address with its port.
    pub(crate) names: [String; 2],
    pub(crate) cookie_name: String,
    pub(crate) closing: watch::Receiver<bool>,
}

/// Why the inbox could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartProblem {
    /// The loopback interface gave no port.
    #[error("no port on the loopback interface")]
    NoPort(#[source] std::io::Error),
}

/// The citizen's inbox.
#[derive(Debug)]
pub struct Inbox;

impl Inbox {
    /// Begins to serve on a port of 127.0.0.1 that the system chooses.
    ///
    /// # Errors
    /// [`StartProblem::NoPort`] when there is none to be had.
    pub async fn start(mailbox: Arc<dyn Mailbox>, assets: Assets, clock: Clock) -> Result<RunningInbox, StartProblem> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.map_err(StartProblem::NoPort)?;
        let address = listener.local_addr().map_err(StartProblem::NoPort)?;
        let (close, closing) = watch::channel(false);
        let port = address.port();
        let host = Host {
            mailbox,
            assets,
            clock,
            sessions: Sessions::default(),
            attempts: Attempts::default(),
            names: [format!("127.0.0.1:{port}"), format!("localhost:{port}")],
            cookie_name: format!("inkorg-{port}"),
            closing: closing.clone(),
        };
        let service = router(Arc::new(host)).into_make_service_with_connect_info::<SocketAddr>();
        let mut closed = closing;
        let until_closed = async move {
            // An error means that the sender is gone, and with it the running inbox.
            let _ = closed.wait_for(|closing| *closing).await;
        };
        let server = tokio::spawn(async move {
            if let Err(problem) = axum::serve(listener, service).with_graceful_shutdown(until_closed).await {
                tracing::error!(%problem, "the inbox stopped");
            }
        });
        tracing::info!(%address, "the inbox is open");
        Ok(RunningInbox { address, close, server })
    }
}

fn router(host: Arc<Host>) -> Router {
    Router::new()
        .route("/", get(async |State(host): State<Arc<Host>>| host.assets.page()))
        .route("/icon.svg", get(async |State(host): State<Arc<Host>>| host.assets.icon()))
        .route(
            "/assets/{name}",
            get(async |State(host): State<Arc<Host>>, Path(name): Path<String>| host.assets.file(&name)),
        )
        .route("/api/session", get(sign_in::session))
        .route("/api/sign-in", post(sign_in::sign_in))
        .route("/api/sign-out", post(sign_in::sign_out))
        .route("/api/letters", get(letters::list))
        .route("/api/letters/{case}/open", post(letters::open))
        .route("/api/letters/{case}/answer", post(letters::answer))
        .route("/api/letters/{case}/attachments", post(letters::attach))
        .route("/api/letters/{case}/attachments/{attachment}", delete(letters::withdraw))
        .fallback(async || InboxFailure::from(PageFailure::NoSuchAddress))
        .method_not_allowed_fallback(async || InboxFailure::from(PageFailure::NoSuchAddress))
        .layer(DefaultBodyLimit::max(JSON_LIMIT))
        .layer(from_fn_with_state(Arc::clone(&host), guard::guard))
        .layer(from_fn(headers::add))
        .with_state(host)
}

/// An inbox that is being served. Dropping it closes it as [`RunningInbox::stop`] does, without waiting.
#[derive(Debug)]
pub struct RunningInbox {
    address: SocketAddr,
    close: watch::Sender<bool>,
    server: JoinHandle<()>,
}

impl RunningInbox {
    /// Where it listens.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// What a browser opens.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Stops listening, interrupts uploads and lets the other requests under way finish. Everybody is signed out.
    pub async fn stop(self) {
        // Without a receiver the server has ended already.
        let _ = self.close.send(true);
        let mut server = self.server;
        if tokio::time::timeout(FAREWELL, &mut server).await.is_err() {
            server.abort();
        }
        tracing::info!("the inbox is closed");
    }
}
