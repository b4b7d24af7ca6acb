//! Files on their way in.

use std::time::Duration;

use budkavle_inbox::HARD_CAP;
use serde_json::json;
use tokio::io::AsyncWriteExt;

use crate::{
    client::read,
    mailbox::{ADA, ADAS_LETTER, FILES, QUESTION},
    world::{Visitor, World, letter, text_id},
};

async fn attached(visitor: &Visitor) -> usize {
    let opened = visitor.post(&letter(ADAS_LETTER, "/open"), &json!({})).await.json();
    opened["ok"]["attachments"].as_array().expect("a list").len()
}

#[tokio::test]
async fn a_file_keeps_its_name_made_fit_to_show() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let name = "..%2Fmapp%2FH%C3%A4r%E2%80%AEfdp.exe";
    let upload = visitor.upload(&text_id(ADAS_LETTER), &text_id(FILES), name).body("%PDF-1.7");
    let reply = upload.send(world.address()).await;
    assert_eq!(reply.json()["ok"]["name"], json!("Här\u{fffd}fdp.exe"));
    assert_eq!(reply.json()["ok"]["size"], json!(8));
}

#[tokio::test]
async fn a_file_that_the_mailbox_refuses_is_explained_though_it_was_still_being_sent() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    // Far more than the connection's buffers hold: the refusal must not cut the connection off.
    let upload = visitor.upload(&text_id(ADAS_LETTER), &text_id(FILES), "stor.pdf").body(vec![b'x'; 16_000_000]);
    let reply = upload.send(world.address()).await;
    assert_eq!(reply.status, 413);
    assert_eq!(reply.json()["failure"], json!({ "code": "fileRefused", "reason": "tooLarge" }));
    let misplaced = visitor.upload(&text_id(ADAS_LETTER), &text_id(QUESTION), "a.pdf").body("%PDF-");
    assert_eq!(misplaced.send(world.address()).await.json()["failure"]["reason"], json!("notAsked"));
}

#[tokio::test]
async fn a_file_beyond_the_hard_cap_is_refused_before_a_byte_of_it_is_read() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let length = usize::try_from(HARD_CAP + 1).expect("fits");
    let name = "hur-stor-som-helst.pdf";
    let upload = visitor.upload(&text_id(ADAS_LETTER), &text_id(FILES), name).declaring(length);
    assert_eq!(upload.send(world.address()).await.json()["failure"]["reason"], json!("tooLarge"));
}

#[tokio::test]
async fn a_file_that_hides_its_length_meets_the_hard_cap_while_it_streams() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let upload = visitor.upload(&text_id(ADAS_LETTER), &text_id(FILES), "hur-stor-som-helst.pdf");
    let mut stream = upload.chunked().begin(world.address()).await;
    let piece = [b"100000\r\n".as_slice(), &vec![b'x'; 0x10_0000], b"\r\n"].concat();
    for _ in 0..HARD_CAP / 0x10_0000 {
        stream.write_all(&piece).await.expect("within the cap");
    }
    stream.write_all(b"1\r\nx\r\n").await.expect("one byte more");
    assert_eq!(read(stream).await.json()["failure"]["reason"], json!("tooLarge"));
    assert_eq!(attached(&visitor).await, 0);
}

#[tokio::test]
async fn a_browser_that_goes_away_leaves_nothing_behind() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let upload = visitor.upload(&text_id(ADAS_LETTER), &text_id(FILES), "halv.pdf").body("%PDF-").declaring(1_000);
    let stream = upload.begin(world.address()).await;
    world.mailbox.receiving.notified().await;
    drop(stream);
    // The mailbox hears of it, rather than being dropped in the middle.
    world.mailbox.dropped.notified().await;
    assert_eq!(attached(&visitor).await, 0);
}

#[tokio::test]
async fn an_inbox_that_stops_interrupts_what_is_on_its_way_in() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let upload = visitor.upload(&text_id(ADAS_LETTER), &text_id(FILES), "halv.pdf").body("%PDF-").declaring(1_000);
    let _stream = upload.begin(world.address()).await;
    world.mailbox.receiving.notified().await;
    let interrupted = async {
        world.inbox.stop().await;
        world.mailbox.dropped.notified().await;
    };
    // Sooner than an inbox that gives up waiting, or an upload that stalls.
    assert!(tokio::time::timeout(Duration::from_secs(4), interrupted).await.is_ok());
}

#[tokio::test]
async fn a_request_without_a_readable_file_name_or_question_is_malformed() {
    let world = World::example().await;
    let visitor = world.signed_in(ADA).await;
    let upload = |item: &str, name: &str| visitor.upload(&text_id(ADAS_LETTER), item, name).body("%PDF-");
    for request in [upload(&text_id(FILES), "%ff"), upload("x", "a.pdf")] {
        let reply = request.send(world.address()).await;
        assert_eq!((reply.status, reply.code()), (400, "malformed".into()));
    }
}
