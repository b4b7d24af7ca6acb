//! A picture in a question: from the file that an administrator chose to the citizen's page, and by all the ways that one can
//! come. Whatever came, what is kept is a small JPEG of what the jailed child drew.

use app::{Failure, PictureFault};
use budkavle_tests::{
    files, meanwhile,
    staff::{self, INGRID, case_id, list, text},
    templates,
};
use domain::template::{MAX_PICTURE, MAX_PICTURE_EDGE, Picture};
use image::{ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};
use testkit::World;

/// A file as the screen hands it over.
fn chosen(bytes: &[u8]) -> Value {
    json!({ "data": base64(bytes) })
}

fn base64(bytes: &[u8]) -> String {
    Picture::new(bytes, 1, 1).data
}

fn jpeg(picture: &Value) -> Vec<u8> {
    let picture: Picture = serde_json::from_value(picture.clone()).expect("a picture");
    picture.jpeg().expect("base64")
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|part| part == word.as_bytes())
}

/// A drawing of noise, which no JPEG makes small.
fn noise(width: u32, height: u32) -> Vec<u8> {
    let mut state = 7_u32;
    let drawing = RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [_, red, green, blue] = state.to_le_bytes();
        Rgb([red, green, blue])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    drawing.write_to(&mut bytes, ImageFormat::Png).expect("memory takes all");
    bytes.into_inner()
}

async fn administrator() -> World {
    budkavle_tests::renderer();
    let world = World::example().await;
    world.sign_in("anders").await;
    world
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_becomes_a_small_picture_that_is_described_published_sent_and_seen() {
    let world = administrator().await;
    assert!(holds(files::PHOTO, files::CAMERA));
    let prepared: Value = world.ask("prepare_picture", chosen(files::PHOTO)).await;
    let picture = &prepared["picture"];
    assert_eq!(prepared["isFirstOnly"], false);
    let kept = jpeg(picture);
    assert!(!holds(&kept, files::CAMERA) && !holds(&kept, "Exif"), "nothing but what it shows");
    let drawn = image::load_from_memory_with_format(&kept, ImageFormat::Jpeg).expect("a JPEG");
    assert_eq!((json!(drawn.width()), json!(drawn.height())), (picture["width"].clone(), picture["height"].clone()));

    let created: Value = world.ask("create_template", json!({ "name": "Uppföljning" })).await;
    let template = text(&created["id"]);
    let content = templates::every_kind("Uppföljning");
    let saved: Value =
        world.ask("edit_draft", staff::rewriting(&template, &created["draft"]["revision"], &content)).await;
    let edit = |revision: &Value, edit: Value| json!({ "template": template, "revision": revision, "edits": [edit] });
    let set = json!({ "edit": "setPicture", "id": templates::YES_NO, "picture": picture });
    let saved: Value = world.ask("edit_draft", edit(&saved["revision"], set)).await;
    let found: Vec<Value> = list(&saved["findings"]).iter().map(|finding| finding["found"]["rule"].clone()).collect();
    assert!(found.contains(&json!("pictureUndescribed")), "{found:?}");
    let publish = |revision: &Value| json!({ "template": template, "revision": revision });
    let refused = world.call("publish_template", publish(&saved["revision"])).await;
    assert!(matches!(refused, Err(Failure::TemplateNotPublishable { .. })), "{refused:?}");
    let describe =
        |alt: &str| json!({ "edit": "describePicture", "id": templates::YES_NO, "alt": alt, "decorative": false });
    let saved: Value = world.ask("edit_draft", edit(&saved["revision"], describe("Tre tabletter"))).await;
    let published: Value = world.ask("publish_template", publish(&saved["revision"])).await;

    let version = text(&published["published"]["version"]);
    staff::send(&world.app, case_id(1), INGRID, &version, &templates::slots("Hej")).await;
    let mut citizen = world.citizen(INGRID).await;
    let letter = meanwhile(|| citizen.open(&case_id(1).to_string()).expect("hers"));
    let asked = list(&letter["message"]["form"]).into_iter().find(|item| item["id"] == json!(templates::YES_NO));
    let seen = asked.expect("it was sent")["picture"].clone();
    assert_eq!(jpeg(&seen), kept);
    assert_eq!(seen["alt"], "Tre tabletter");
    let opened = staff::open(&world.app, case_id(1)).await;
    assert!(opened["message"]["form"].to_string().contains("Tre tabletter"), "the handler sees what was sent");
    let letters = meanwhile(|| citizen.get("/api/letters").expect("hers"));
    assert!(!letters.to_string().contains(&base64(&kept)), "a list has no pictures");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_large_is_made_small_and_what_is_no_picture_is_refused_with_why() {
    let world = administrator().await;
    let large: Value = world.ask("prepare_picture", chosen(&noise(2_400, 1_200))).await;
    let picture: Picture = serde_json::from_value(large["picture"].clone()).expect("a picture");
    assert!(picture.size() <= MAX_PICTURE && picture.width <= MAX_PICTURE_EDGE, "{} bytes", picture.size());
    assert_eq!(picture.width, 2 * picture.height, "its proportions are kept");

    let cut = &files::PHOTO[..files::PHOTO.len() / 2];
    for (file, fault) in [
        (files::DOCUMENT.to_vec(), PictureFault::NoPicture),
        (files::program(), PictureFault::NoPicture),
        (files::drawing(), PictureFault::NoPicture),
        (Vec::new(), PictureFault::NoPicture),
        (cut.to_vec(), PictureFault::Damaged),
        (b"\xff\xd8\xff\xe0 and no more".to_vec(), PictureFault::Damaged),
    ] {
        let refused = world.call("prepare_picture", chosen(&file)).await;
        assert_eq!(refused, Err(Failure::PictureRefused { fault }), "{} bytes", file.len());
    }
    assert_eq!(world.call("prepare_picture", json!({ "data": "å" })).await, Err(Failure::RequestMalformed));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_from_the_clipboard_is_drawn_anew() {
    let world = administrator().await;
    let copied = |data: &str| {
        let picture = json!({ "data": data, "width": 9, "height": 9, "alt": "Tre tabletter" });
        let item = json!({ "id": templates::YES_NO, "text": "Tar du dem?", "help": "", "required": true,
            "kind": { "type": "yesNo" }, "picture": picture });
        json!({ "text": json!({ "format": "budkavle-items-1", "items": [item] }).to_string() })
    };
    let read: Value = world.ask("read_copied_items", copied(&base64(files::PHOTO))).await;
    let picture = &read[0]["picture"];
    assert!(!holds(&jpeg(picture), files::CAMERA));
    assert_ne!(picture["width"], 9, "it is as large as it is, whatever was said");
    assert_eq!(picture["alt"], "Tre tabletter");
    let broken = world.call("read_copied_items", copied(&base64(b"\xff\xd8\xff and no more"))).await;
    assert_eq!(broken, Err(Failure::PictureRefused { fault: PictureFault::Damaged }));
}

#[tokio::test(flavor = "multi_thread")]
async fn pictures_of_another_systems_form_are_drawn_or_kept_and_explained_and_none_is_fetched() {
    let world = administrator().await;
    let media = |attachment: Value| {
        json!([{ "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia",
            "valueAttachment": attachment }])
    };
    let asked = |link_id: &str, attachment: Value| {
        let extension = media(attachment);
        json!({ "linkId": link_id, "type": "boolean", "text": link_id, "extension": extension })
    };
    let elsewhere = json!({ "contentType": "image/png", "url": "http://127.0.0.1:9/x.png" });
    let damaged = json!({ "contentType": "image/jpeg", "data": base64(b"\xff\xd8\xff and no more") });
    let form = json!({ "resourceType": "Questionnaire", "status": "active", "title": "Bilder", "item": [
        { "linkId": "g", "type": "group", "text": "Avsnitt", "item": [
            asked("photo", json!({ "contentType": "image/jpeg", "data": base64(files::PHOTO), "title": "Tre tabletter" })),
            asked("elsewhere", elsewhere.clone()),
            asked("damaged", damaged.clone()),
        ]}
    ]});

    let seen: Value = world.ask("preview_template_import", json!({ "text": form.to_string() })).await;
    let told: Vec<(String, String)> = list(&seen[0]["report"])
        .iter()
        .map(|line| &line["remark"])
        .map(|remark| (remark["at"]["linkId"].to_string(), remark["what"].to_string()))
        .collect();
    let is_told = |of: &str, what: &str| told.iter().any(|(at, said)| at.contains(of) && said.contains(what));
    assert!(is_told("photo", "pictureRedrawn"), "{told:?}");
    assert!(is_told("elsewhere", "\"why\":\"elsewhere\"") && is_told("damaged", "\"why\":\"notDrawn\""), "{told:?}");

    let made: Value = world.ask("import_templates", json!({ "text": form.to_string() })).await;
    let opened: Value = world.ask("open_template", json!({ "template": made[0] })).await;
    let items = list(&opened["draft"]["content"]["form"][0]["items"]);
    assert!(!holds(&jpeg(&items[0]["picture"]), files::CAMERA));
    assert_eq!(items[0]["picture"]["alt"], "Tre tabletter");
    assert_eq!((&items[1]["picture"], &items[2]["picture"]), (&Value::Null, &Value::Null));

    let place = world.profile().join("bilder.json");
    world.dialogs.save_as(place.clone());
    let _: Value = world.ask("export_template", json!({ "template": made[0] })).await;
    let written: Value = serde_json::from_slice(&std::fs::read(&place).expect("was written")).expect("JSON");
    let group = list(&written["item"]).into_iter().find(|item| item["linkId"] == "g").expect("its section");
    let given_back = |at: usize| {
        let all = list(&group["item"][at]["extension"]);
        all.into_iter().find_map(|one| one.get("valueAttachment").cloned()).expect("a picture")
    };
    assert_eq!(given_back(0)["data"], items[0]["picture"]["data"]);
    assert_eq!(given_back(0)["title"], "Tre tabletter");
    assert_eq!((given_back(1), given_back(2)), (elsewhere, damaged), "as they came");
}
