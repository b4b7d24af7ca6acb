//! The session from the citizen's side.

use std::sync::atomic::Ordering;

use serde_json::{Value, json};

use crate::{
    client::get,
    mailbox::{ADA, BODIL, TestMailbox},
    world::{World, a_build},
};

#[tokio::test]
async fn the_page_learns_whose_inbox_it_is_and_who_may_be_tried() {
    let world = World::example().await;
    let session = get("/api/session").send(world.address()).await.json()["ok"].clone();
    let limits = json!({ "maxBytes": 2_000, "maxFiles": 2 });
    assert_eq!(session["brand"], json!({ "unitName": "Exempelmottagningen", "example": true, "limits": limits }));
    assert_eq!(session["signedIn"], Value::Null);
    assert_eq!(session["testSignIns"], json!([{ "number": ADA, "name": "Ada Tolvansson" }]));
}

#[tokio::test]
async fn a_real_unit_never_lists_its_citizens() {
    let world = World::with(TestMailbox::new(false), a_build()).await;
    let session = get("/api/session").send(world.address()).await.json();
    assert_eq!(session["ok"]["testSignIns"], json!([]));
}

#[tokio::test]
async fn signing_in_shows_the_name_and_signing_out_ends_it() {
    let world = World::example().await;
    let mut visitor = world.visitor().await;
    let signed_in = visitor.sign_in("19121212-1212").await.json()["ok"].clone();
    assert_eq!(signed_in["signedIn"], json!("Ada Tolvansson"));
    assert_eq!(signed_in["testSignIns"], json!([]));
    let out = visitor.post("/api/sign-out", &json!({})).await;
    assert_eq!(out.json()["ok"]["signedIn"], Value::Null);
    assert_eq!(visitor.get("/api/letters").await.code(), "notSignedIn");
}

#[tokio::test]
async fn what_is_wrong_with_a_number_is_said() {
    let world = World::example().await;
    let mut visitor = world.visitor().await;
    let mistyped = visitor.sign_in("191212121213").await;
    assert_eq!(mistyped.status, 422);
    assert_eq!(mistyped.json()["failure"], json!({ "code": "invalidNumber", "problem": "checkDigit" }));
    let unknown = visitor.sign_in("201212121212").await;
    assert_eq!((unknown.status, unknown.code()), (403, "unknownCitizen".into()));
}

#[tokio::test]
async fn guessing_is_stopped_and_the_right_number_must_wait_too() {
    let world = World::example().await;
    let mut visitor = world.visitor().await;
    for _ in 0..10 {
        assert_eq!(visitor.sign_in("201212121212").await.code(), "unknownCitizen");
    }
    let refused = visitor.sign_in(ADA).await;
    assert_eq!((refused.status, refused.code()), (429, "tooManyAttempts".into()));
    assert_eq!(refused.header("retry-after"), Some("900"));
    assert_eq!(refused.json()["failure"]["retryAfter"], json!(900));
    world.minutes_pass(15);
    let mut visitor = world.visitor().await;
    assert_eq!(visitor.sign_in(ADA).await.status, 200);
}

#[tokio::test]
async fn guessing_from_many_sessions_is_stopped_by_address() {
    let world = World::example().await;
    for _ in 0..3 {
        let mut visitor = world.visitor().await;
        for _ in 0..10 {
            visitor.sign_in("201212121212").await;
        }
    }
    assert_eq!(world.visitor().await.sign_in(BODIL).await.status, 429);
}

#[tokio::test]
async fn a_quarter_of_an_hour_without_a_request_signs_out() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    for _ in 0..3 {
        world.minutes_pass(14);
        assert_eq!(visitor.get("/api/letters").await.status, 200, "in use");
    }
    world.minutes_pass(15);
    assert_eq!(visitor.get("/api/letters").await.code(), "notSignedIn");
}

#[tokio::test]
async fn eight_hours_sign_out_whatever_happens() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    for _ in 0..47 {
        world.minutes_pass(10);
        assert_eq!(visitor.get("/api/letters").await.status, 200, "in use");
    }
    world.minutes_pass(10);
    assert_eq!(visitor.get("/api/letters").await.code(), "notSignedIn");
}

#[tokio::test]
async fn a_forged_request_does_not_keep_a_session_alive() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    world.minutes_pass(10);
    let forged = crate::client::post("/api/sign-out", &json!({})).header("Cookie", visitor.cookie.clone());
    assert_eq!(forged.send(world.address()).await.code(), "forged");
    world.minutes_pass(10);
    assert_eq!(visitor.get("/api/letters").await.code(), "notSignedIn");
}

#[tokio::test]
async fn a_locked_staff_side_is_said_to_be_closed() {
    let world = World::example().await;
    world.mailbox.locked.store(true, Ordering::SeqCst);
    let reply = get("/api/session").send(world.address()).await;
    assert_eq!((reply.status, reply.code()), (503, "unavailable".into()));
}
