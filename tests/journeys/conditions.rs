//! Questions that are shown only when others are answered so and so: what is not shown is not asked, not sent in and not noted.

use budkavle_tests::{
    files, meanwhile,
    staff::{self, INGRID, case_id, list, text},
    templates::{self, CONFIRMATION, FILES, NUMBER, SHORT_TEXT, YES_NO},
};
use domain::template::{
    TemplateContent,
    condition::{Comparison, ShownWhen},
};
use serde_json::{Value, json};
use testkit::{CitizenBrowser, World};

/// Files and the occupation are only asked for when the medicines are not taken, and the number only with an occupation.
fn with_conditions() -> TemplateContent {
    let mut content = templates::every_kind("Uppföljning");
    for item in &mut content.form {
        let condition = match item.id {
            id if id == FILES || id == SHORT_TEXT => ShownWhen::one(YES_NO, Comparison::No),
            id if id == NUMBER => ShownWhen::one(SHORT_TEXT, Comparison::Answered),
            _ => continue,
        };
        (item.shown_when, item.required) = (Some(condition), true);
    }
    // The question that others hang on comes first.
    let at = content.form.iter().position(|item| item.id == YES_NO).expect("is there");
    let first = content.form.remove(at);
    content.form.insert(0, first);
    content
}

/// A case with these conditions, sent to Ingrid, who has opened it.
async fn sent() -> (World, CitizenBrowser, String) {
    let world = World::example().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &with_conditions()).await;
    world.sign_in("karin").await;
    staff::send(&world.app, case_id(1), INGRID, &made.version, &templates::slots("Hej")).await;
    let mut citizen = world.citizen(INGRID).await;
    let case = case_id(1).to_string();
    meanwhile(|| citizen.open(&case)).expect("hers");
    (world, citizen, case)
}

fn answers(medicines: bool, more: Value) -> Value {
    let mut answers = json!({
        YES_NO.to_string(): { "type": "yesNo", "value": medicines },
        CONFIRMATION.to_string(): { "type": "confirmed", "value": true },
    });
    answers.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
    answers
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_answers_take_away_is_neither_sent_in_nor_noted() {
    let (world, mut citizen, case) = sent().await;
    let leftover = json!({ SHORT_TEXT.to_string(): { "type": "text", "value": "Snickare" } });
    meanwhile(|| {
        citizen.attach(&case, &FILES.to_string(), "bild.jpg", files::PHOTO).expect("asked for so far");
        // Then another answer takes the question away, with its file and what was written in another.
        citizen.answer_letter(&case, &answers(true, leftover)).expect("nothing is missing");
    });

    let opened = staff::open(&world.app, case_id(1)).await;

    assert_eq!(list(&opened["reply"]["attachments"]), [] as [Value; 0]);
    let told = |id: &str| {
        let all = list(&opened["reply"]["answers"]);
        let one = all.iter().find(|answer| answer["item"] == id).expect("is listed").clone();
        (one["asked"].clone(), one["answered"].clone())
    };
    assert_eq!(told(&SHORT_TEXT.to_string()), (json!(false), json!(false)));
    assert_eq!(told(&NUMBER.to_string()), (json!(false), json!(false)));
    assert_eq!(told(&YES_NO.to_string()), (json!(true), json!(true)));
    let note: Value = world.ask("draft_note", json!({ "case": case })).await;
    assert!(!text(&note).contains("arbetar") && !text(&note).contains("väger"), "{note}");
    // The file is still held by the vault, with the short life of one that was never sent in.
    let due: Value = world.ask("purge_overview", Value::Null).await;
    assert!(due.to_string().contains("unsent"), "{due}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_answers_call_for_is_demanded() {
    let (_world, mut citizen, case) = sent().await;
    let refused =
        meanwhile(|| citizen.answer_letter(&case, &answers(false, Value::Null))).expect_err("two are missing");
    let problems = format!("{refused:?}");
    assert!(problems.contains(&SHORT_TEXT.to_string()) && problems.contains(&FILES.to_string()), "{problems}");
    assert!(!problems.contains(&NUMBER.to_string()), "not asked before the occupation is there: {problems}");
    let occupation = json!({ SHORT_TEXT.to_string(): { "type": "text", "value": "Snickare" } });
    let refused =
        meanwhile(|| citizen.answer_letter(&case, &answers(false, occupation))).expect_err("the number is asked");
    assert!(format!("{refused:?}").contains(&NUMBER.to_string()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_whose_conditions_lead_in_a_circle_is_not_published_and_the_way_is_named() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let created: Value = world.ask("create_template", json!({ "name": "Uppföljning" })).await;
    let mut content = with_conditions();
    let first = content.form.iter_mut().find(|item| item.id == YES_NO).expect("is there");
    first.shown_when = Some(ShownWhen::one(NUMBER, Comparison::Answered));
    let draft = staff::rewriting(&text(&created["id"]), &created["draft"]["revision"], &content);
    let saved: Value = world.ask("edit_draft", draft).await;
    let circle = json!({ "problem": "conditionCircle", "item": YES_NO, "path": [YES_NO, NUMBER, SHORT_TEXT] });
    assert_eq!(list(&saved["problems"])[0], circle);
    let publish = json!({ "template": created["id"], "revision": saved["revision"] });
    assert!(world.call("publish_template", publish).await.is_err());
}
