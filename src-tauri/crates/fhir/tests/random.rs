//! Templates at random, out and in again.

#[path = "support/same.rs"]
mod same;
mod support;

use domain::ItemId;
use domain::template::tree::walk;
use domain::template::{BodyPart, Picture, TemplateContent};
use domain::text::parse;
use fhir::{About, Imported, RemarkKind, export, import};
use proptest::prelude::*;
use same::{canonical, ids};
use support::Chance;

/// Every picture, as it is.
fn taken(bytes: Vec<u8>) -> Option<Picture> {
    Some(Picture::new(&bytes, 40, 30))
}

fn through(content: &TemplateContent, from: u128) -> Imported {
    let written = export(content, &About::default()).to_string();
    import(written.as_bytes(), &mut ids(from), &mut taken).expect("what is written is read").remove(0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_as_the_same_template(seed: u64) {
        let content = Chance(seed).content();
        let read = through(&content, 1);
        prop_assert_eq!(canonical(&read.content), canonical(&content));
    }

    #[test]
    fn what_was_read_is_written_as_it_came(seed: u64) {
        let written = export(&Chance(seed).content(), &About::default());
        let read = import(written.to_string().as_bytes(), &mut ids(1), &mut taken).expect("ours").remove(0);
        prop_assert_eq!(fhir::differences(&written, &export(&read.content, &read.about)), Vec::<String>::new());
    }

    #[test]
    fn marks_come_back_as_they_look(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "**", "*", "***", "[a](https://a.se/_b?c&d)", "[b](tel:1)", "\\", "- ", "1. ", "2. ", "\n", "\n\n", " ", "ord",
                "_", "# ", "> ", "&amp;", "<b>", "`", "ö.",
            ]),
            0..30,
        ),
    ) {
        let text = parts.concat().trim().to_owned();
        let mut content = Chance(1).content();
        content.body = vec![BodyPart::Text { id: ItemId::from_uuid(uuid::Uuid::from_u128(7)), text: text.clone() }];
        let read = through(&content, 1);
        let Some(BodyPart::Text { text: back, .. }) = read.content.body.first() else { panic!("it is a text") };
        // White space where a line begins or ends is seen by nobody.
        let looks = |text: &str| {
            let bare = format!("{:?}", parse(text)).replace(' ', "");
            bare.replace("Text{text:\"\"},", "").replace(",Text{text:\"\"}", "")
        };
        prop_assert_eq!(looks(back), looks(&text));
    }

    #[test]
    fn the_handlers_instruction_is_in_nothing_that_is_shown(seed: u64) {
        let mut content = Chance(seed).content();
        content.handler_instruction = "bara för personalen".into();
        let written = export(&content, &About::default());
        prop_assert!(!written["item"].to_string().contains("bara för personalen"));
        prop_assert!(written["extension"].to_string().contains("bara för personalen"));
    }

    #[test]
    fn what_only_tells_has_nothing_of_a_question(seed: u64) {
        fn look(item: &serde_json::Value) -> bool {
            let of_questions = ["required", "repeats", "readOnly", "initial", "code", "maxLength"];
            let is_sound = item["type"] != "display" || of_questions.iter().all(|member| item.get(member).is_none());
            is_sound && item["item"].as_array().into_iter().flatten().all(look)
        }
        let written = export(&Chance(seed).content(), &About::default());
        prop_assert!(written["item"].as_array().into_iter().flatten().all(look));
    }

    #[test]
    fn no_condition_is_lost_on_the_way(seed: u64) {
        let content = Chance(seed).content();
        let read = through(&content, 1);
        let conditions = |content: &TemplateContent| walk(&content.form).filter(|item| item.shown_when.is_some()).count();
        prop_assert_eq!(conditions(&read.content), conditions(&content));
        let doubtful: Vec<_> =
            read.report.iter().filter(|remark| remark.what == RemarkKind::ConditionNotUnderstood).collect();
        prop_assert!(doubtful.is_empty(), "{:?}", doubtful);
    }
}
