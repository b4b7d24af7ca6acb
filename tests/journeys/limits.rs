//! What a citizen may attach is the organisation's decision: shown on the page, held at the door, and nothing half kept.

use app::Policy;
#[cfg(feature = "heic")]
use budkavle_tests::canary::holds;
use budkavle_tests::{
    files, meanwhile,
    staff::{self, sent_under, text},
    templates::{self, FILES},
};
use serde_json::{Value, json};
use testkit::World;

#[tokio::test(flavor = "multi_thread")]
async fn the_organisations_limits_stand_on_the_page_and_hold() {
    let mut policy = Policy::default();
    (policy.attachments.max_megabytes, policy.attachments.max_files) = (1, 2);
    let (world, mut citizen, case) = sent_under(policy).await;
    let item = FILES.to_string();

    let page = meanwhile(|| citizen.get("/api/session")).expect("signed in");
    assert_eq!(page["brand"]["limits"], json!({ "maxBytes": 1_000_000, "maxFiles": 2 }));

    let too_large = files::photo_of(1_000_001);
    let refused = meanwhile(|| citizen.attach(&case, &item, "stor.jpg", &too_large)).expect_err("too large");
    assert_eq!(refused.failure["reason"], "tooLarge");
    let largest = files::photo_of(1_000_000);
    meanwhile(|| citizen.attach(&case, &item, "a.jpg", &largest)).expect("the largest that may be");
    meanwhile(|| citizen.attach(&case, &item, "b.jpg", files::PHOTO)).expect("the second");
    let refused = meanwhile(|| citizen.attach(&case, &item, "c.jpg", files::PHOTO)).expect_err("two may be");
    assert_eq!(refused.failure["reason"], "tooMany");
    assert_eq!(staff::held(&world.app).len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_vault_takes_nothing_until_there_is_room_again() {
    let mut policy = Policy::default();
    policy.attachments.max_total_megabytes = 1;
    let (world, mut citizen, case) = sent_under(policy).await;
    let item = FILES.to_string();
    let large = files::photo_of(700_000);
    let kept = meanwhile(|| citizen.attach(&case, &item, "a.jpg", &large)).expect("there is room");

    let refused = meanwhile(|| citizen.attach(&case, &item, "b.jpg", &large)).expect_err("there is none");
    assert_eq!(refused.failure, json!({ "code": "fileRefused", "reason": "noRoom" }));
    assert_eq!(staff::held(&world.app).len(), 1, "nothing half kept");
    let letter = meanwhile(|| citizen.open(&case)).expect("hers");
    assert_eq!(letter["attachments"].as_array().map(Vec::len), Some(1));
    let told = room(&world).await;
    assert_eq!((&told["taken"], &told["most"]), (&json!(700_000), &json!(1_000_000)));
    assert_eq!((&told["diskFull"], &told["refused"]["full"]), (&json!(false), &json!("vault")));

    let path = format!("/api/letters/{case}/attachments/{}", text(&kept["id"]));
    meanwhile(|| citizen.delete(&path)).expect("hers");
    meanwhile(|| citizen.attach(&case, &item, "b.jpg", &large)).expect("there is room again");
    assert_eq!(room(&world).await["refused"], Value::Null, "told no longer");
}

/// What *Gallring* says of the room that there is.
async fn room(world: &World) -> Value {
    world.ask::<Value>("purge_overview", Value::Null).await["room"].clone()
}

/// A device that is always full stands where the vault writes before it moves a file into place.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_to_the_citizen_and_on_the_purges_screen() {
    let (world, mut citizen, case) = sent_under(Policy::default()).await;
    let item = FILES.to_string();
    let full = world.profile().join("vault/mark.tmp");
    std::os::unix::fs::symlink("/dev/full", &full).expect("a link");
    // Each look at a clock that goes on is written down.
    world.clock.advance_minutes(1);

    let refused = meanwhile(|| citizen.attach(&case, &item, "a.jpg", files::PHOTO)).expect_err("no room on the disk");

    assert_eq!(refused.failure, json!({ "code": "fileRefused", "reason": "diskFull" }));
    assert!(staff::held(&world.app).is_empty(), "nothing half kept");
    let told = room(&world).await;
    assert_eq!((&told["diskFull"], &told["refused"]["full"]), (&json!(true), &json!("disk")));
    std::fs::remove_file(&full).expect("ours");
    let told = room(&world).await;
    assert_eq!((&told["diskFull"], &told["refused"]["full"]), (&json!(false), &json!("disk")));
    meanwhile(|| citizen.attach(&case, &item, "a.jpg", files::PHOTO)).expect("there is room again");
    assert_eq!(room(&world).await["refused"], Value::Null);
}

/// What is to go makes room by going.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_keeps_nobody_from_purging() {
    let (world, mut citizen, case) = sent_under(Policy::default()).await;
    let kept = meanwhile(|| citizen.attach(&case, &FILES.to_string(), "a.jpg", files::PHOTO)).expect("there is room");
    meanwhile(|| citizen.open(&case)).expect("hers");
    meanwhile(|| citizen.answer_letter(&case, &templates::right_answers("Bra"))).expect("answers that fit");
    for file in ["mark", "runs"] {
        let full = world.profile().join(format!("vault/{file}.tmp"));
        std::os::unix::fs::symlink("/dev/full", &full).expect("a link");
    }
    world.clock.advance_minutes(1);
    let _: Value = world.ask("purge_attachment", json!({ "attachment": kept["id"] })).await;
    assert!(staff::held(&world.app).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_that_is_taken_is_kept_as_what_it_is_and_shown() {
    let (world, mut citizen, case) = sent_under(Policy::default()).await;
    let item = FILES.to_string();
    let picture = image::RgbImage::from_fn(60, 40, |x, y| image::Rgb([200, u8::try_from(x + y).unwrap_or(0), 9]));
    let mut ids = Vec::new();
    for (format, kind) in
        [(image::ImageFormat::WebP, "webp"), (image::ImageFormat::Bmp, "bmp"), (image::ImageFormat::Tiff, "tiff")]
    {
        let mut bytes = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).expect("memory takes all");
        let kept = meanwhile(|| citizen.attach(&case, &item, "namnet.jpg", bytes.get_ref())).expect("a picture");
        assert_eq!(kept["kind"], kind);
        ids.push(kept["id"].clone());
    }
    meanwhile(|| citizen.open(&case)).expect("hers");
    meanwhile(|| citizen.answer_letter(&case, &templates::right_answers("Bra"))).expect("answers that fit");
    for id in ids {
        let preview: serde_json::Value = world.ask("open_preview", json!({ "attachment": id, "password": null })).await;
        assert_eq!(preview["pages"], 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_document_is_refused_with_a_word_of_its_own() {
    let (world, mut citizen, case) = sent_under(Policy::default()).await;
    let item = FILES.to_string();
    let office = b"PK\x03\x04\x14\0\x06\0\x08\0";
    let refused = meanwhile(|| citizen.attach(&case, &item, "fil.jpg", office)).expect_err("not taken");
    assert_eq!(refused.failure, json!({ "code": "fileRefused", "reason": "officeOrArchive" }));
    assert!(staff::held(&world.app).is_empty());
}

#[cfg(not(feature = "heic"))]
#[tokio::test(flavor = "multi_thread")]
async fn a_telephones_picture_is_refused_with_a_word_of_its_own() {
    let (world, mut citizen, case) = sent_under(Policy::default()).await;
    let refused = meanwhile(|| citizen.attach(&case, &FILES.to_string(), "bild.jpg", files::TELEPHONE));
    assert_eq!(refused.expect_err("not taken").failure, json!({ "code": "fileRefused", "reason": "heic" }));
    assert!(staff::held(&world.app).is_empty());
}

#[cfg(feature = "heic")]
#[tokio::test(flavor = "multi_thread")]
async fn a_telephones_picture_is_kept_shown_and_copied_without_where_it_was_taken() {
    let (world, mut citizen, case) = sent_under(Policy::default()).await;
    let kept = meanwhile(|| {
        let kept = citizen.attach(&case, &FILES.to_string(), "bild.jpg", files::TELEPHONE).expect("taken");
        citizen.open(&case).expect("hers");
        citizen.answer_letter(&case, &templates::right_answers("Bra")).expect("answers that fit");
        kept
    });
    assert_eq!(kept["kind"], "heic");
    let open = json!({ "attachment": kept["id"], "password": null });
    let preview: serde_json::Value = world.ask("open_preview", open).await;
    assert_eq!((&preview["pages"], &preview["kind"], &preview["flags"]), (&json!(1), &json!("heic"), &json!([])));
    let page = app::attachments::page(&world.app, &text(&preview["ticket"]), 1, 480).await.expect("a page");
    assert_eq!(image::load_from_memory(&page).expect("a JPEG").width(), 480);
    let _: serde_json::Value = world.ask("save_copy", json!({ "attachment": kept["id"], "hours": 1 })).await;
    let copy = std::fs::read(&staff::copies(&world.app)[0]).expect("the copy");
    assert!(copy.starts_with(b"\xff\xd8\xff") && !holds(&copy, files::CAMERA.as_bytes()));
}
