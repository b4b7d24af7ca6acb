//! Points and who used a template: what staff see of a case, and what a citizen never gets.

use app::Failure;
use budkavle_tests::{
    meanwhile,
    staff::{self, INGRID, YUSUF, case_id, text},
    templates::{self, SCALE},
};
use domain::{
    ScoreRangeId,
    template::{ItemKind, ScoreRange, TemplateContent},
};
use serde_json::{Value, json};
use testkit::World;
use uuid::Uuid;

/// Every kind of question, of which the scale counts.
fn with_points(ranges: &[(&str, i32, i32)]) -> TemplateContent {
    let mut content = templates::every_kind("Uppföljning");
    let scale = content.form.iter_mut().find(|item| item.id == SCALE).expect("is there");
    if let ItemKind::Scale { counts, .. } = &mut scale.kind {
        *counts = true;
    }
    let range = |(n, (name, from, to)): (u128, &(&str, i32, i32))| ScoreRange {
        id: ScoreRangeId::from_uuid(Uuid::from_u128(n)),
        name: (*name).to_owned(),
        from: *from,
        to: *to,
    };
    content.score_ranges = (1..).zip(ranges).map(range).collect();
    content
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sum_is_named_for_staff_and_neither_it_nor_its_names_reach_the_citizen() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let content = with_points(&[("LINDRIG", 0, 4), ("ALLVARLIG", 5, 10)]);
    let made = staff::publish(&world.app, &content).await;
    world.sign_in("karin").await;
    staff::send(&world.app, case_id(1), INGRID, &made.version, &templates::slots("Hej")).await;
    let mut citizen = world.citizen(INGRID).await;
    let case = case_id(1).to_string();
    let (letter, receipt, after) = meanwhile(|| {
        let letter = citizen.open(&case).expect("hers");
        let receipt = citizen.answer_letter(&case, &templates::right_answers("Bra")).expect("answers that fit");
        (letter, receipt, citizen.open(&case).expect("still hers"))
    });

    let opened = staff::open(&world.app, case_id(1)).await;
    assert_eq!(opened["reply"]["score"], "7 (möjligt 0–10), ALLVARLIG");
    let note: String = world.ask("draft_note", json!({ "case": case })).await;
    assert!(note.ends_with("\n\nPoäng: 7 (möjligt 0–10), ALLVARLIG"), "{note}");
    for got in [letter, receipt, after] {
        let got = got.to_string();
        assert!(!["LINDRIG", "ALLVARLIG", "scoreRanges", "counts"].iter().any(|word| got.contains(word)), "{got}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sums_without_a_name_stand_in_the_way_of_publishing_and_the_span_is_told() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let created: Value = world.ask("create_template", json!({ "name": "Uppföljning" })).await;
    let request =
        staff::rewriting(&text(&created["id"]), &created["draft"]["revision"], &with_points(&[("Låg", 0, 4)]));
    let saved: Value = world.ask("edit_draft", request).await;
    assert_eq!(saved["scoreSpan"], json!({ "lowest": 0, "highest": 10 }));
    assert_eq!(saved["problems"], json!([{ "problem": "scoreGap", "from": 5, "to": 10 }]));
    let publish = json!({ "template": created["id"], "revision": saved["revision"] });
    let refused = world.call("publish_template", publish).await;
    assert!(matches!(refused, Err(Failure::TemplateNotPublishable { .. })), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_used_a_template_is_told_to_those_who_build_and_answer_for_it() {
    let world = World::example().await;
    world.sign_in("anders").await;
    let made = staff::publish(&world.app, &templates::every_kind("Uppföljning")).await;
    let asked = json!({ "template": made.template });
    let usage: Value = world.ask("template_usage", asked.clone()).await;
    assert_eq!(usage["users"], json!([]));
    world.sign_in("karin").await;
    staff::send(&world.app, case_id(1), INGRID, &made.version, &templates::slots("Hej")).await;
    world.clock.advance_minutes(13 * 31 * 24 * 60);
    world.sign_in("karin").await;
    staff::send(&world.app, case_id(2), YUSUF, &made.version, &templates::slots("Hej")).await;
    assert_eq!(world.call("template_usage", asked.clone()).await, Err(Failure::NotAllowed), "a handler as such");
    world.sign_in("evelina").await;
    let usage: Value = world.ask("template_usage", asked).await;
    let user = &usage["users"][0];
    assert_eq!((&user["name"], &user["lately"], &user["sent"]), (&json!("Karin Holm"), &json!(1), &json!(2)));
    assert!(!usage.to_string().contains("Sandell") && !usage.to_string().contains(YUSUF));
}
