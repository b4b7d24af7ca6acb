//! A running inbox and a citizen at it.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use budkavle_inbox::{Assets, Inbox, RunningInbox};
use bytes::Bytes;
use domain::Timestamp;
use serde_json::{Value, json};

use crate::{
    client::{Reply, Request, get, post},
    log,
    mailbox::{NOW, TestMailbox},
};

pub(crate) struct World {
    pub(crate) inbox: RunningInbox,
    pub(crate) mailbox: Arc<TestMailbox>,
    millis: Arc<AtomicI64>,
}

impl World {
    pub(crate) async fn example() -> Self {
        Self::with(TestMailbox::new(true), a_build()).await
    }

    pub(crate) async fn with(mailbox: TestMailbox, assets: Assets) -> Self {
        log::collect();
        let mailbox = Arc::new(mailbox);
        let millis = Arc::new(AtomicI64::new(NOW.as_millis()));
        let time = Arc::clone(&millis);
        let clock = Arc::new(move || Timestamp::from_millis(time.load(Ordering::SeqCst)));
        let inbox = Inbox::start(Arc::clone(&mailbox) as _, assets, clock).await.expect("a loopback port");
        Self { inbox, mailbox, millis }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.inbox.address()
    }

    pub(crate) fn minutes_pass(&self, minutes: i64) {
        self.millis.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    /// A browser that has loaded the page.
    pub(crate) async fn visitor(&self) -> Visitor {
        let mut visitor = Visitor { address: self.address(), cookie: String::new(), csrf: String::new() };
        let session = get("/api/session").send(self.address()).await;
        visitor.remember(&session);
        visitor
    }

    pub(crate) async fn signed_in(&self, number: &str) -> Visitor {
        let mut visitor = self.visitor().await;
        let reply = visitor.sign_in(number).await;
        assert_eq!(reply.status, 200);
        visitor
    }
}

/// A browser: keeps the cookie and the token.
#[derive(Clone)]
pub(crate) struct Visitor {
    pub(crate) address: SocketAddr,
    pub(crate) cookie: String,
    pub(crate) csrf: String,
}

impl Visitor {
    fn remember(&mut self, reply: &Reply) {
        if let Some(cookie) = reply.header("set-cookie") {
            self.cookie = cookie.split(';').next().expect("a pair").to_owned();
            self.csrf = reply.json()["ok"]["csrf"].as_str().expect("a token").to_owned();
        }
    }

    /// Adds what a browser on the page would.
    pub(crate) fn dress(&self, request: Request) -> Request {
        request
            .header("Cookie", self.cookie.clone())
            .header("X-CSRF-Token", self.csrf.clone())
            .header("Origin", format!("http://{}", self.address))
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.dress(get(path)).send(self.address).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Reply {
        self.dress(post(path, body)).send(self.address).await
    }

    pub(crate) async fn sign_in(&mut self, number: &str) -> Reply {
        let reply = self.post("/api/sign-in", &json!({ "number": number })).await;
        self.remember(&reply);
        reply
    }

    pub(crate) fn upload(&self, case: &str, item: &str, name: &str) -> Request {
        let path = format!("/api/letters/{case}/attachments?item={item}");
        self.dress(Request::new("POST", &path)).header("X-File-Name", name)
    }
}

/// What the build makes, in small: both pages in one folder.
pub(crate) fn a_build() -> Assets {
    let file = |name: &str, text: &str| (name.to_owned(), Bytes::from(text.to_owned()));
    Assets::from_files([
        file("citizen.html", "<script src=\"/assets/citizen-a1.js\"></script>"),
        file("icon.svg", "<svg/>"),
        file("staff.html", "<script src=\"/assets/staff-b2.js\"></script>"),
        file("assets/citizen-a1.js", "import './shared-c3.js'"),
        file("assets/shared-c3.js", "/* the form */"),
        file("assets/staff-b2.js", "import './shared-c3.js'"),
    ])
}

pub(crate) fn letter(number: u32, rest: &str) -> String {
    format!("/api/letters/{}{rest}", text_id(number))
}

pub(crate) fn text_id(number: u32) -> String {
    format!("00000000-0000-0000-0000-{number:012}")
}
