//! From template to purge: what the whole product is for, on one workstation.

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf};

use app::{CopyFault, Failure, Policy, Topic, attachments::page};
use budkavle_tests::{
    canary::holds,
    files, meanwhile,
    staff::{self, AMINA, INGRID, LINNEA, case_id, list, text},
    templates::{self, CONFIRMATION, FILES, NUMBER, YES_NO},
};
use serde_json::{Value, json};
use testkit::{CitizenBrowser, World};

/// A world where Karin has sent a case with every kind of question to Ingrid.
async fn sent() -> (World, CitizenBrowser, String) {
    staff::sent_under(Policy::default()).await
}

/// … and Ingrid has attached a photo and a document and answered.
async fn answered() -> (World, Value) {
    let (world, mut citizen, case) = sent().await;
    meanwhile(|| {
        citizen.open(&case).expect("hers");
        citizen.attach(&case, &FILES.to_string(), "bild.jpg", files::PHOTO).expect("a photo");
        citizen.attach(&case, &FILES.to_string(), "varden.pdf", files::DOCUMENT).expect("a document");
        citizen.answer_letter(&case, &templates::right_answers("Bra")).expect("answers that fit");
    });
    let opened = staff::open(&world.app, case_id(1)).await;
    (world, opened)
}

/// The attachment of this kind (`jpeg`, `pdf`).
fn attachment(case: &Value, kind: &str) -> String {
    let files = list(&case["reply"]["attachments"]);
    let file = files.iter().find(|file| file["kind"] == kind).expect("it was sent in");
    text(&file["id"])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_published_only_when_the_guidelines_contents_are_there() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let created: Value = world.ask("create_template", json!({ "name": "Uppföljning" })).await;
    let template = text(&created["id"]);
    let mut content = templates::every_kind("Uppföljning");
    (content.purpose, content.answer_use, content.contact) = (String::new(), " ".to_owned(), String::new());
    content.body.clear();
    let draft = staff::rewriting(&template, &created["draft"]["revision"], &content);
    let saved: Value = world.ask("edit_draft", draft).await;
    let publish = json!({ "template": template, "revision": saved["revision"] });

    let refused = world.call("publish_template", publish.clone()).await.expect_err("four contents are missing");

    let Failure::TemplateNotPublishable { problems, findings } = refused else { panic!("{refused:?}") };
    let named: Vec<String> = problems.iter().map(|problem| text(&json!(problem)["problem"])).collect();
    assert_eq!(named, ["bodyEmpty"]);
    let rules: Vec<String> = findings.iter().map(|finding| text(&json!(finding)["found"]["rule"])).collect();
    assert_eq!(rules, ["purposeMissing", "answerUseMissing", "contactMissing"]);
    assert_eq!(saved["problems"], json!(problems), "they were told while the draft was written");
    assert_eq!(list(&saved["findings"])[..3], list(&json!(findings))[..]);
    let sendable: Value = world.ask("list_sendable", Value::Null).await;
    assert!(list(&sendable).iter().all(|row| row["template"] != json!(template)));
    let made =
        staff::publish_again(&world.app, &template, saved["revision"].clone(), &templates::every_kind("Uppföljning"))
            .await;
    let sendable: Value = world.ask("list_sendable", Value::Null).await;
    let row = list(&sendable).into_iter().find(|row| row["version"] == json!(made.version)).expect("it can be sent");
    assert_eq!(row["marking"], "question");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_citizen_is_found_by_any_common_way_to_write_the_number() {
    let world = World::example().await;
    world.sign_in("karin").await;
    for number in [INGRID, "19430512-9803", "430512-9803", "4305129803", " 19430512 9803 ", "19430512–9803"] {
        let found: Value = world.ask("look_up_citizen", json!({ "number": number })).await;
        assert_eq!(found["citizen"]["name"], "Ingrid Sandell", "{number}");
        assert_eq!(found["unreachable"], Value::Null);
    }
    let mistyped = world.call("look_up_citizen", json!({ "number": "194305129804" })).await;
    assert!(matches!(mistyped, Err(Failure::InvalidPersonNumber { .. })), "{mistyped:?}");
    let stranger = world.call("look_up_citizen", json!({ "number": "191212121212" })).await;
    assert_eq!(stranger, Err(Failure::CitizenNotFound));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_sent_to_somebody_whom_the_unit_may_not_write_to_or_with_a_slot_left_empty() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    for (number, reason) in [(LINNEA, "noCareRelation"), (AMINA, "coordinationNumber")] {
        let citizen = staff::look_up(&world.app, number).await;
        let message = staff::message(case_id(1), &citizen, &made.version, &templates::slots("Hej"));
        let refused = world.call("send_case", message).await.expect_err("may not be written to");
        assert_eq!(json!(refused), json!({ "code": "citizenUnreachable", "reason": reason }));
    }
    let citizen = staff::look_up(&world.app, INGRID).await;
    let empty = staff::message(case_id(1), &citizen, &made.version, &json!({}));
    assert!(matches!(world.call("send_case", empty).await, Err(Failure::MessageIncomplete { .. })));
    assert_eq!(world.call("open_case", json!({ "case": case_id(1) })).await.err(), Some(Failure::CaseNotFound));
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_sets_l_and_answering_sets_s_and_both_are_told_to_the_staffs_screen() {
    let (world, mut citizen, case) = sent().await;
    assert_eq!(staff::row(&world.app, case_id(1)).await["state"]["state"], "sent");
    let letters = meanwhile(|| citizen.get("/api/letters")).expect("hers");
    assert_eq!(letters[0]["unread"], true);
    let mut topics = world.app.topics();

    let letter = meanwhile(|| citizen.open(&case)).expect("hers");

    assert_eq!(letter["message"]["paragraphs"], json!(["Hej!", "Hälsningar Karin"]));
    assert!(!letter.to_string().contains("Bara för personalen"), "the instruction is the staff's");
    assert!(topics.recv().await.expect("told").contains(&Topic::Cases));
    assert_eq!(staff::row(&world.app, case_id(1)).await["state"]["state"], "read");

    meanwhile(|| citizen.answer_letter(&case, &templates::right_answers("Bra"))).expect("answers that fit");

    assert!(topics.recv().await.expect("told").contains(&Topic::Cases));
    assert_eq!(staff::row(&world.app, case_id(1)).await["state"]["state"], "answered");
    let again = meanwhile(|| citizen.answer_letter(&case, &templates::right_answers("Bra"))).expect_err("one reply");
    assert_eq!(again.failure["code"], "alreadyAnswered");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_answers_are_refused_question_by_question_and_change_nothing() {
    let (world, mut citizen, case) = sent().await;
    let mut wrong = templates::right_answers("Bra");
    wrong[NUMBER.to_string()]["value"] = json!("sjuttio");
    wrong[CONFIRMATION.to_string()]["value"] = json!(false);
    wrong.as_object_mut().expect("a map").remove(&YES_NO.to_string());

    let refused = meanwhile(|| citizen.answer_letter(&case, &wrong)).expect_err("three do not fit");

    let problems = json!([
        { "item": YES_NO, "fault": "missing" },
        { "item": NUMBER, "fault": "notANumber" },
        { "item": CONFIRMATION, "fault": "missing" },
    ]);
    assert_eq!(refused.failure, json!({ "code": "answersRefused", "problems": problems }));
    assert_eq!(staff::row(&world.app, case_id(1)).await["state"]["state"], "sent");
    meanwhile(|| citizen.answer_letter(&case, &templates::right_answers("Bra"))).expect("now they fit");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_not_accepted_is_refused_and_nothing_of_it_is_kept() {
    let (world, mut citizen, case) = sent().await;
    let item = FILES.to_string();
    let too_large = files::photo_of(files::LARGEST + 1);
    let refusals: [(&str, &[u8], &str); 5] = [
        ("rapport.pdf", &files::program(), "unknownKind"),
        ("bild.png", &files::drawing(), "unknownKind"),
        ("sida.jpg", b"<!doctype html><script>alert(1)</script>", "unknownKind"),
        ("bild.jpg", &too_large, "tooLarge"),
        ("tom.pdf", b"", "empty"),
    ];
    for (name, bytes, reason) in refusals {
        let refused = meanwhile(|| citizen.attach(&case, &item, name, bytes)).expect_err(name);
        assert_eq!(refused.failure, json!({ "code": "fileRefused", "reason": reason }), "{name}");
        assert!(staff::held(&world.app).is_empty(), "something of {name} was kept");
    }
    let question = meanwhile(|| citizen.attach(&case, &NUMBER.to_string(), "bild.jpg", files::PHOTO));
    assert_eq!(question.expect_err("asks for no file").failure["reason"], "notAsked");
    let largest = files::photo_of(files::LARGEST);
    meanwhile(|| citizen.attach(&case, &item, "bild.jpg", &largest)).expect("the largest that may be");
    for name in ["två.jpg", "tre.jpg"] {
        let encoded = name.replace('å', "%C3%A5");
        let kept = meanwhile(|| citizen.attach(&case, &item, &encoded, files::PHOTO)).expect("there is room");
        assert_eq!(kept["name"], name);
    }
    let fourth = meanwhile(|| citizen.attach(&case, &item, "fyra.jpg", files::PHOTO)).expect_err("three may be");
    assert_eq!(fourth.failure["reason"], "tooMany");
    assert_eq!(staff::held(&world.app).len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_was_attached_can_be_taken_back_and_is_destroyed_at_once() {
    let (world, mut citizen, case) = sent().await;
    let kept = meanwhile(|| citizen.attach(&case, &FILES.to_string(), "bild.jpg", files::PHOTO)).expect("a photo");
    assert_eq!(staff::held(&world.app).len(), 1);

    let path = format!("/api/letters/{case}/attachments/{}", text(&kept["id"]));
    meanwhile(|| citizen.delete(&path)).expect("hers");

    assert!(staff::held(&world.app).is_empty());
    let letter = meanwhile(|| citizen.open(&case)).expect("hers");
    assert_eq!(letter["attachments"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reply_stands_beside_its_questions_and_becomes_a_note() {
    let (world, case) = answered().await;
    let answers = list(&case["reply"]["answers"]);
    let questions = answers.iter().filter(|answer| answer["read"] == "question");
    let words: Vec<(String, String)> =
        questions.map(|answer| (text(&answer["text"]), text(&answer["words"]))).collect();
    let headings: Vec<String> =
        answers.iter().filter(|answer| answer["read"] == "heading").map(|answer| text(&answer["text"])).collect();
    assert_eq!(headings, ["Anhörig", "Läkemedel 1", "Läkemedel 2"]);
    let expected = [
        ("Hur mår du?", "Bra"),
        ("Vad arbetar du med?", "Snickare"),
        ("Tar du dina läkemedel?", "Ja"),
        ("Jämfört med förra gången?", "Bättre"),
        ("Vilka besvär har du?", "Yrsel, Klåda"),
        ("Vad väger du?", "72,5 kg"),
        ("När började besvären?", "2026-11-01"),
        ("Hur ont har du?", "7 av 10"),
        ("Var fick du vården?", "Annat: Hemma"),
        ("Hur ofta har du besvär?", "Yrsel: Ibland"),
        ("När vill du bli uppringd?", "kl. 08:05"),
        ("När föll du?", "2026-11-01 kl. 17:30"),
        ("Telefonnummer till anhörig", "0480-448 10"),
        ("Namn på läkemedlet", "Alvedon"),
        ("Namn på läkemedlet", "Waran"),
        ("Bifoga bilder", "2 bifogade filer"),
        ("Jag har läst informationen", "Bekräftat"),
    ];
    assert_eq!(words, expected.map(|(question, answer)| (question.to_owned(), answer.to_owned())));

    let note: String = world.ask("draft_note", json!({ "case": case_id(1) })).await;

    assert!(note.starts_with("Meddelande via 1177: Uppföljning\n"), "{note}");
    for (question, answer) in expected {
        assert!(note.lines().any(|line| line.starts_with(question) && line.ends_with(answer)), "{question} in {note}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_shown_as_pixels_with_their_words_beside_them() {
    let (world, case) = answered().await;
    let preview: Value = world.ask("open_preview", json!({ "attachment": attachment(&case, "pdf") })).await;
    assert_eq!(
        (&preview["pages"], &preview["kind"], &preview["name"]),
        (&json!(2), &json!("pdf"), &json!("varden.pdf"))
    );
    let ticket = text(&preview["ticket"]);
    for number in [1, 2] {
        let jpeg = page(&world.app, &ticket, number, 600).await.expect("a page");
        assert!(jpeg.starts_with(b"\xff\xd8\xff"));
        let picture = image::load_from_memory(&jpeg).expect("a whole JPEG").to_luma8();
        assert_eq!(picture.height(), 600);
        let dark = picture.pixels().filter(|pixel| pixel.0[0] < 128).count();
        assert!(dark > 100, "page {number} is blank");
    }
    let words = staff::page_text(&world.app, &preview, 1).await;
    assert!(words.contains("Blodsockervärden vecka 47") && words.contains("Lördag"), "{words}");
    let told: Value = world.ask("page_text", json!({ "ticket": ticket, "page": 1 })).await;
    let first = &told["lines"][0];
    assert!(first["x"].as_u64() < Some(32_768) && first["width"].as_u64() > Some(1_000), "{first}");
    assert_eq!(told["flags"], json!([]));
    assert!(page(&world.app, &ticket, 3, 600).await.is_err(), "there are two pages");
    let _: () = world.ask("close_preview", json!({ "ticket": ticket })).await;
    assert_eq!(page(&world.app, &ticket, 1, 600).await, Err(Failure::PreviewClosed));

    let photo: Value = world.ask("open_preview", json!({ "attachment": attachment(&case, "jpeg") })).await;
    let ticket = text(&photo["ticket"]);
    let jpeg = page(&world.app, &ticket, 1, 480).await.expect("the photo");
    let picture = image::load_from_memory(&jpeg).expect("a whole JPEG").to_rgb8();
    assert_eq!(picture.dimensions(), (480, 360));
    let [red, green, _] = picture.get_pixel(240, 150).0;
    assert!(red > 140 && green < 120, "the red mark is in its middle");
    let _: () = world.ask("lock", Value::Null).await;
    assert_eq!(page(&world.app, &ticket, 1, 480).await, Err(Failure::SessionLocked));
}

/// The one file below the folder.
fn only_file(folder: &str) -> PathBuf {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the secure folder").map(|entry| entry.expect("an entry").path()) {
        files.extend(fs::read_dir(entry).expect("a folder of its own").map(|entry| entry.expect("an entry").path()));
    }
    assert_eq!(files.len(), 1, "{files:?}");
    files.remove(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_safe_copy_holds_the_pixels_and_nothing_else_for_its_owner_alone() {
    let (world, case) = answered().await;
    let unit: Value = world.ask("unit_settings", Value::Null).await;
    let secure = text(&unit["secureFolder"]);
    assert!(holds(files::PHOTO, files::CAMERA.as_bytes()) && holds(files::DOCUMENT, files::AUTHOR.as_bytes()));
    for (kind, magic) in [("jpeg", b"\xff\xd8\xff".as_slice()), ("pdf", b"%PDF-".as_slice())] {
        let wish = json!({ "attachment": attachment(&case, kind), "hours": 2 });
        let copy: Value = world.ask("save_copy", wish).await;
        assert_eq!(copy["expires"], json!(copy["made"].as_i64().expect("a moment") + 2 * 3_600_000));

        let path = only_file(&secure);
        let bytes = fs::read(&path).expect("the copy");
        assert!(bytes.starts_with(magic));
        for secret in [files::CAMERA, files::AUTHOR, "Exif", "Blodsocker"] {
            assert!(!holds(&bytes, secret.as_bytes()), "{secret} in the copy of the {kind}");
        }
        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
        let folder = path.parent().expect("a folder").to_owned();
        assert_eq!(fs::metadata(&folder).expect("there").permissions().mode() & 0o777, 0o700);
        assert!(!path.to_string_lossy().contains("varden") && !path.to_string_lossy().contains("bild"));

        let _: () = world.ask("purge_copy", json!({ "copy": copy["id"] })).await;
        assert!(!folder.exists(), "the copy and its folder are gone");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_made_only_below_the_secure_folder_and_not_for_longer_than_the_unit_allows() {
    let (world, case) = answered().await;
    let unit: Value = world.ask("unit_settings", Value::Null).await;
    let secure = PathBuf::from(text(&unit["secureFolder"]));
    let elsewhere = tempfile::tempdir().expect("a folder");
    let link = secure.join("genväg");
    std::os::unix::fs::symlink(elsewhere.path(), &link).expect("a link");
    let wish = json!({ "attachment": attachment(&case, "jpeg"), "hours": 8 });
    for folder in [elsewhere.path().to_owned(), link.clone(), secure.join(".."), secure.join("../tillfälliga-kopior-2")]
    {
        world.dialogs.choose(folder.clone());
        let refused = world.call("save_copy", wish.clone()).await.expect_err("not below the secure folder");
        assert!(
            matches!(refused, Failure::CopyFailed { fault: CopyFault::OutsideSecureFolder | CopyFault::FolderMissing }),
            "{refused:?} for {}",
            folder.display()
        );
    }
    assert_eq!(fs::read_dir(elsewhere.path()).expect("there").count(), 0);
    fs::remove_file(link).expect("ours");
    let long = json!({ "attachment": attachment(&case, "jpeg"), "hours": 9 });
    assert_eq!(world.call("save_copy", long).await, Err(Failure::CopyFailed { fault: CopyFault::TooLong }));
    world.dialogs.cancel();
    assert_eq!(world.call("save_copy", wish.clone()).await, Ok(Value::Null), "changing one's mind is no failure");
    fs::create_dir(secure.join("rum 3")).expect("the secure folder is ours");
    world.dialogs.choose(secure.join("rum 3"));
    assert!(world.call("save_copy", wish).await.expect("below it").is_object());
}

#[tokio::test(flavor = "multi_thread")]
async fn at_their_deadlines_the_copy_and_then_the_attachments_are_gone_with_receipts() {
    let (world, case) = answered().await;
    let photo = attachment(&case, "jpeg");
    let _: Value = world.ask("save_copy", json!({ "attachment": photo, "hours": 8 })).await;
    let unit: Value = world.ask("unit_settings", Value::Null).await;
    let copy = only_file(&text(&unit["secureFolder"]));
    let preview: Value = world.ask("open_preview", json!({ "attachment": photo })).await;
    let overview: Value = world.ask("purge_overview", Value::Null).await;
    assert_eq!(list(&overview["kept"]).len(), 3);

    world.clock.advance_minutes(8 * 60 - 1);
    world.app.do_jobs().await;
    assert!(copy.exists(), "a minute is left");
    world.clock.advance_minutes(1);
    world.app.do_jobs().await;
    assert!(!copy.exists());
    assert_eq!(staff::held(&world.app).len(), 2);

    world.clock.advance_minutes(64 * 60);
    world.app.do_jobs().await;
    assert!(staff::held(&world.app).is_empty());
    world.sign_in("karin").await;
    let overview: Value = world.ask("purge_overview", Value::Null).await;
    assert_eq!(overview["kept"], json!([]));
    let receipts = staff::receipts(&world.app).await;
    let kinds: Vec<(&Value, &Value, &Value)> =
        receipts.iter().map(|r| (&r["kind"], &r["trigger"], &r["outcome"])).collect();
    let (sealed, copied) = (json!("sealed"), json!("safeCopy"));
    let (timer, removed) = (json!("timer"), json!("removed"));
    assert_eq!(kinds, [(&sealed, &timer, &removed), (&sealed, &timer, &removed), (&copied, &timer, &removed)]);
    assert_eq!(world.call("open_preview", json!({ "attachment": photo })).await, Err(Failure::AttachmentPurged));
    let ticket = text(&preview["ticket"]);
    assert_eq!(page(&world.app, &ticket, 1, 480).await, Err(Failure::PreviewClosed), "nor by an old ticket");
    let opened = staff::open(&world.app, case_id(1)).await;
    for file in list(&opened["reply"]["attachments"]) {
        assert_eq!(file["state"]["state"], "purged");
    }
    assert_eq!(opened["reply"]["answers"][0]["words"], "Bra", "the answers stay");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fell_due_while_the_application_was_closed_is_gone_before_anything_can_be_read() {
    let (world, case) = answered().await;
    let photo = attachment(&case, "jpeg");
    world.clock.advance_minutes(73 * 60);
    let world = world.restart().await;
    assert!(staff::held(&world.app).is_empty());
    world.sign_in("karin").await;
    assert_eq!(world.call("open_preview", json!({ "attachment": photo })).await, Err(Failure::AttachmentPurged));
    assert!(staff::receipts(&world.app).await.iter().all(|receipt| receipt["trigger"] == "start"));
}

#[tokio::test(flavor = "multi_thread")]
async fn purging_now_takes_the_attachment_and_its_copies_and_says_who() {
    let (world, case) = answered().await;
    let photo = attachment(&case, "jpeg");
    let _: Value = world.ask("save_copy", json!({ "attachment": photo, "hours": 1 })).await;
    let unit: Value = world.ask("unit_settings", Value::Null).await;
    let copy = only_file(&text(&unit["secureFolder"]));

    let _: () = world.ask("purge_attachment", json!({ "attachment": photo })).await;

    assert!(!copy.exists());
    assert_eq!(staff::held(&world.app).len(), 1, "the document stays");
    let receipts = staff::receipts(&world.app).await;
    assert_eq!(receipts.len(), 2);
    assert!(receipts.iter().all(|receipt| receipt["trigger"] == "person"));
}
