//! Reading and answering.

use std::{sync::atomic::Ordering, time::Duration};

use serde_json::json;
use tokio::time::timeout;

use crate::{
    client::{Request, post},
    mailbox::{ADA, ADAS_LETTER, FILES, NOW, QUESTION},
    world::{World, letter, text_id},
};

#[tokio::test]
async fn opening_a_letter_marks_it_read() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let before = visitor.get("/api/letters").await.json()["ok"].clone();
    assert_eq!(before.as_array().map(Vec::len), Some(1), "only the citizen's own");
    assert_eq!(before[0]["unread"], json!(true));
    let opened = visitor.post(&letter(ADAS_LETTER, "/open"), &json!({})).await.json()["ok"].clone();
    assert_eq!(opened["state"], json!({ "state": "read", "read": NOW.as_millis() }));
    assert_eq!(opened["message"]["heading"], json!("Inför ditt besök"));
    let after = visitor.get("/api/letters").await.json();
    assert_eq!(after["ok"][0]["unread"], json!(false));
}

#[tokio::test]
async fn an_answer_gives_a_receipt_and_is_given_once() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let answers = json!({ "answers": { text_id(QUESTION): { "type": "yesNo", "value": true } } });
    let path = letter(ADAS_LETTER, "/answer");
    let receipt = visitor.post(&path, &answers).await.json();
    assert_eq!(receipt["ok"]["answered"], json!(NOW.as_millis()));
    let again = visitor.post(&path, &answers).await;
    assert_eq!((again.status, again.code()), (409, "alreadyAnswered".into()));
    let letters = visitor.get("/api/letters").await.json();
    assert_eq!(letters["ok"][0]["answered"], json!(NOW.as_millis()));
}

#[tokio::test]
async fn an_answer_on_its_way_is_taken_though_the_browser_goes_away() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    world.mailbox.holding.store(true, Ordering::SeqCst);
    let answers = json!({ "answers": { text_id(QUESTION): { "type": "yesNo", "value": true } } });
    let request = visitor.dress(post(&letter(ADAS_LETTER, "/answer"), &answers));
    let stream = request.begin(world.address()).await;
    world.mailbox.answering.notified().await;
    drop(stream);
    // Another round trip, in which the server notices that nobody listens any more.
    visitor.get("/api/letters").await;
    world.mailbox.gate.notify_one();
    let taken = timeout(Duration::from_secs(10), world.mailbox.answered.notified()).await;
    assert!(taken.is_ok(), "half an answer was dropped");
}

#[tokio::test]
async fn each_answer_that_does_not_fit_is_named() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let reply = visitor.post(&letter(ADAS_LETTER, "/answer"), &json!({ "answers": {} })).await;
    assert_eq!(reply.status, 422);
    let problems = json!([{ "item": text_id(QUESTION), "fault": "missing" }]);
    assert_eq!(reply.json()["failure"], json!({ "code": "answersRefused", "problems": problems }));
}

#[tokio::test]
async fn a_file_can_be_taken_back() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let upload = visitor.upload(&text_id(ADAS_LETTER), &text_id(FILES), "bild.pdf").body("%PDF-");
    let attachment = upload.send(world.address()).await.json()["ok"]["id"].as_str().expect("an id").to_owned();
    let path = letter(ADAS_LETTER, &format!("/attachments/{attachment}"));
    let gone = visitor.dress(Request::new("DELETE", &path)).send(world.address()).await;
    assert_eq!((gone.status, gone.body.as_str()), (200, "{\"ok\":null}"));
    let opened = visitor.post(&letter(ADAS_LETTER, "/open"), &json!({})).await.json();
    assert_eq!(opened["ok"]["attachments"], json!([]));
}
