use std::{cell::Cell, collections::HashSet};

use domain::{
    guideline::Guideline,
    template::{BodyPart, ItemKind, advice::advice, problems, tree::walk},
};
use serde_json::Value;

use super::*;

const CONTACT: &str = "Ring oss på 0480-00 00 00, vardagar 8–16.";

/// All of them, made twice with ids in sequence.
fn made_twice() -> Vec<(Starter, TemplateContent)> {
    let next = Cell::new(0);
    let new_id = || {
        next.set(next.get() + 1);
        Uuid::from_u128(next.get())
    };
    let twice = Starter::ALL.into_iter().chain(Starter::ALL);
    twice.map(|starter| (starter, starter.content(CONTACT, &new_id))).collect()
}

fn guidelines() -> [Guideline; 2] {
    ["region-kalmar", "inera"].map(|id| Guideline::shipped(id).expect("it is shipped"))
}

#[test]
fn a_starter_could_be_published_as_it_is_and_no_guideline_has_anything_to_say_of_it() {
    for (starter, content) in made_twice() {
        assert_eq!(problems(&content), [], "{starter:?}");
        for guideline in guidelines() {
            assert_eq!(advice(&content, &guideline), [], "{starter:?} by {}", guideline.name);
        }
    }
}

/// LIX is taken of no fewer than 60 words: of a shorter text nothing is found, however it reads.
#[test]
fn each_starter_is_long_enough_to_be_measured_for_how_it_reads() {
    for (starter, content) in made_twice() {
        let mut texts = vec![content.name, content.purpose, content.answer_use, content.contact];
        texts.extend(walk(&content.form).flat_map(|item| [item.text.clone(), item.help.clone()]));
        texts.extend(content.body.into_iter().filter_map(|part| match part {
            BodyPart::Text { text, .. } => Some(text),
            BodyPart::Slot { .. } => None,
        }));
        let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
        assert!(words > 65, "{starter:?}: {words}");
    }
}

#[test]
fn no_two_parts_of_any_two_makings_have_the_same_id() {
    fn gather(value: &Value, ids: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                ids.extend(fields.get("id").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|field| gather(field, ids));
            }
            Value::Array(list) => list.iter().for_each(|one| gather(one, ids)),
            _ => {}
        }
    }
    let mut ids = Vec::new();
    for (_, content) in made_twice() {
        gather(&serde_json::to_value(&content).expect("plain values"), &mut ids);
    }
    assert!(ids.len() > 100);
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
}

#[test]
fn whoever_is_asked_for_files_is_told_why_and_that_nothing_intimate_is_to_be_shown() {
    let mut asked = 0;
    for (starter, content) in made_twice() {
        for item in walk(&content.form).filter(|item| matches!(item.kind, ItemKind::Attachment { .. })) {
            asked += 1;
            assert!(item.help.contains("inga intima bilder"), "{starter:?}");
            assert!(
                ["Vi behöver", "Med bilderna kan vi", "kan vi gå igenom"].iter().any(|why| item.help.contains(why))
            );
        }
    }
    assert_eq!(asked, 6, "three, made twice");
}

#[test]
fn each_starter_says_who_answers_questions_and_when_to_answer() {
    for (starter, content) in made_twice() {
        assert_eq!(content.contact, CONTACT);
        assert!(!content.handler_instruction.is_empty() && content.handler_instruction.ends_with('.'));
        let body = serde_json::to_string(&content.body).expect("plain values");
        let when = ["i dag", "två dagar", "en vecka"].iter().any(|time| body.contains(time));
        assert!(when || !content.answerable, "{starter:?}");
    }
}

/// They lie among the forms that other programs are tried on (`cargo xtask interop --peers`). Written anew when they differ, so that
/// the next run passes and the difference is seen where it is committed.
#[test]
fn the_starters_lie_as_forms_for_other_programs() {
    let mut stale = Vec::new();
    for starter in Starter::ALL {
        let next = Cell::new(0);
        let new_id = || {
            next.set(next.get() + 1);
            Uuid::from_u128(next.get())
        };
        let form = fhir::export(&starter.content(CONTACT, &new_id), &fhir::About::default());
        let text = format!("{}\n", serde_json::to_string_pretty(&form).expect("plain values"));
        let name = format!("starter-{starter:?}.json").to_lowercase();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/fhir/");
        let path = format!("{folder}{name}");
        if std::fs::read_to_string(&path).ok().as_deref() != Some(&text) {
            std::fs::write(&path, text).expect("it can be written");
            stale.push(name);
        }
    }
    assert_eq!(stale, Vec::<String>::new(), "written anew");
}
