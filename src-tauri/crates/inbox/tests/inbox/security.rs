//! Each guard of the door, tried from outside.

use serde_json::json;

use crate::{
    client::{Request, get, post},
    log,
    mailbox::{ADA, ADAS_LETTER, BODIL, BODILS_LETTER, FILES},
    world::{World, letter, text_id},
};

#[tokio::test]
async fn it_listens_on_the_loopback_and_nowhere_else() {
    let world = World::example().await;
    assert_eq!(world.address().ip(), std::net::Ipv4Addr::LOCALHOST);
    assert_eq!(world.inbox.url(), format!("http://127.0.0.1:{}/", world.address().port()));
}

#[tokio::test]
async fn another_name_for_this_machine_is_refused() {
    let world = World::example().await;
    let port = world.address().port();
    let with_host = async |host: String| get("/api/session").header("Host", host).send(world.address()).await;
    for host in [format!("evil.example:{port}"), "127.0.0.1".into(), format!("127.0.0.1:{}", port ^ 1), String::new()] {
        let reply = with_host(host.clone()).await;
        assert_eq!(reply.status, 421, "{host}");
        assert_eq!(reply.header("set-cookie"), None);
    }
    assert_eq!(with_host(format!("localhost:{port}")).await.status, 200);
}

#[tokio::test]
async fn two_hosts_or_a_foreign_address_line_are_refused() {
    let world = World::example().await;
    let twice = get("/").header("Host", world.address().to_string()).header("Host", "evil.example");
    assert_eq!(twice.send(world.address()).await.status, 421);
    assert_eq!(get("http://evil.example/").send(world.address()).await.status, 421);
}

#[tokio::test]
async fn a_page_of_another_origin_can_neither_read_nor_change() {
    let world = World::example().await;
    let port = world.address().port();
    let visitor = world.signed_in(ADA).await;
    let foreign = ["http://evil.example".into(), "null".into(), format!("http://127.0.0.1:{}", port ^ 1)];
    for origin in foreign.into_iter().chain([format!("https://127.0.0.1:{port}")]) {
        for request in [get("/api/letters"), post(&letter(ADAS_LETTER, "/open"), &json!({}))] {
            let request = request
                .header("Cookie", visitor.cookie.clone())
                .header("X-CSRF-Token", visitor.csrf.clone())
                .header("Origin", origin.clone());
            let reply = request.send(world.address()).await;
            assert_eq!((reply.status, reply.code()), (403, "forged".into()), "{origin}");
        }
    }
}

#[tokio::test]
async fn nothing_changes_without_the_sessions_own_token() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let other = world.signed_in(BODIL).await;
    let changes = [
        ("POST", "/api/sign-in".to_owned()),
        ("POST", "/api/sign-out".to_owned()),
        ("POST", letter(ADAS_LETTER, "/open")),
        ("POST", letter(ADAS_LETTER, "/answer")),
        ("POST", letter(ADAS_LETTER, &format!("/attachments?item={}", text_id(FILES)))),
        ("DELETE", letter(ADAS_LETTER, &format!("/attachments/{}", text_id(100)))),
    ];
    for (method, path) in changes {
        for token in [String::new(), "0".repeat(64), other.csrf.clone()] {
            let request = Request::new(method, &path).header("Cookie", visitor.cookie.clone());
            let reply = request.header("X-CSRF-Token", token).send(world.address()).await;
            assert_eq!((reply.status, reply.code()), (403, "forged".into()), "{method} {path}");
        }
    }
    let letters = visitor.get("/api/letters").await.json();
    assert_eq!(letters["ok"][0]["unread"], json!(true), "nothing was opened");
}

#[tokio::test]
async fn the_cookie_is_random_and_out_of_reach_of_scripts_and_other_sites() {
    let world = World::example().await;
    let reply = get("/api/session").send(world.address()).await;
    let cookie = reply.header("set-cookie").expect("a cookie").to_owned();
    let (pair, attributes) = cookie.split_once("; ").expect("attributes");
    assert_eq!(attributes, "HttpOnly; SameSite=Strict; Path=/");
    let (name, value) = pair.split_once('=').expect("a pair");
    assert_eq!(name, format!("inkorg-{}", world.address().port()));
    assert!(value.len() == 64 && value.bytes().all(|digit| digit.is_ascii_hexdigit()));
    let again = get("/api/session").send(world.address()).await;
    assert_ne!(again.header("set-cookie"), Some(cookie.as_str()));
}

#[tokio::test]
async fn a_key_planted_before_the_sign_in_is_worth_nothing_after_it() {
    let world = World::example().await;
    let mut visitor = world.visitor().await;
    let planted = visitor.clone();
    visitor.sign_in(ADA).await;
    assert_ne!(planted.cookie, visitor.cookie);
    assert_ne!(planted.csrf, visitor.csrf);
    assert_eq!(planted.get("/api/letters").await.status, 401);
    assert_eq!(planted.post("/api/sign-out", &json!({})).await.code(), "notSignedIn", "it has ended");
    assert_eq!(visitor.get("/api/letters").await.status, 200);
}

#[tokio::test]
async fn a_key_that_the_inbox_never_made_is_not_taken_over() {
    let world = World::example().await;
    let made_up = format!("inkorg-{}={}", world.address().port(), "ab".repeat(32));
    let reply = get("/api/session").header("Cookie", made_up.clone()).send(world.address()).await;
    assert!(!reply.header("set-cookie").expect("a new cookie").starts_with(&made_up));
}

#[tokio::test]
async fn every_answer_carries_the_strict_headers_refusals_included() {
    let world = World::example().await;
    let foreign = get("/").header("Host", "evil.example");
    for request in
        [get("/"), get("/assets/citizen-a1.js"), get("/api/session"), get("/api/letters"), get("/x"), foreign]
    {
        let reply = request.send(world.address()).await;
        assert_eq!(
            reply.header("content-security-policy"),
            Some(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                 font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
            )
        );
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(reply.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(reply.header("cross-origin-opener-policy"), Some("same-origin"));
        assert_eq!(reply.header("cross-origin-resource-policy"), Some("same-origin"));
        assert!(reply.header("permissions-policy").is_some_and(|policy| policy.contains("camera=()")));
        assert_eq!(reply.header("access-control-allow-origin"), None);
    }
}

#[tokio::test]
async fn another_citizens_letter_is_like_one_that_does_not_exist() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    for case in [letter(BODILS_LETTER, ""), letter(99, ""), "/api/letters/x".into()] {
        for (path, body) in [("/open", json!({})), ("/answer", json!({ "answers": {} }))] {
            let reply = visitor.post(&format!("{case}{path}"), &body).await;
            assert_eq!((reply.status, reply.code()), (404, "letterNotFound".into()), "{case}{path}");
        }
    }
    let upload = visitor.upload(&text_id(BODILS_LETTER), &text_id(FILES), "a.pdf").body("%PDF-");
    assert_eq!(upload.send(world.address()).await.code(), "letterNotFound");
    let withdrawn = Request::new("DELETE", &letter(BODILS_LETTER, &format!("/attachments/{}", text_id(100))));
    assert_eq!(visitor.dress(withdrawn).send(world.address()).await.code(), "letterNotFound");
}

#[tokio::test]
async fn a_body_that_is_too_long_or_of_another_kind_is_refused() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let path = letter(ADAS_LETTER, "/answer");
    let with_length = async |length: usize| {
        let empty = r#"{"answers":{}}"#;
        let body = format!("{empty}{}", " ".repeat(length - empty.len()));
        let request = Request::new("POST", &path).header("Content-Type", "application/json").body(body);
        visitor.dress(request).send(world.address()).await.code()
    };
    assert_eq!(with_length(256 * 1024).await, "answersRefused", "read");
    assert_eq!(with_length(256 * 1024 + 1).await, "malformed", "not read");
    for (kind, body) in
        [("text/plain", "{\"answers\":{}}"), ("application/json", "{"), ("application/json", "{\"more\":1}")]
    {
        let request = Request::new("POST", &path).header("Content-Type", kind).body(body);
        assert_eq!(visitor.dress(request).send(world.address()).await.code(), "malformed", "{kind} {body}");
    }
}

#[tokio::test]
async fn no_number_name_answer_or_file_name_is_logged() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let mut stranger = world.visitor().await;
    for _ in 0..11 {
        stranger.sign_in("19121212-1212x").await;
    }
    visitor.post(&letter(ADAS_LETTER, "/open"), &json!({})).await;
    let canary = json!({ "answers": { text_id(1): { "type": "text", "value": "KANARIEFÅGEL" } } });
    visitor.post(&letter(ADAS_LETTER, "/answer"), &canary).await;
    let upload = visitor.upload(&text_id(ADAS_LETTER), &text_id(FILES), "KANARIEFIL.pdf");
    upload.body("%PDF-").send(world.address()).await;
    let logged = log::everything();
    assert!(logged.contains("the inbox is open") && logged.contains("too many failed attempts"), "it does log");
    let cookie = visitor.cookie.split_once('=').expect("a pair").1;
    for secret in ["1212", "Tolvansson", "KANARIE", &visitor.csrf, cookie] {
        assert!(!logged.contains(secret), "{secret} in {logged}");
    }
}
