//! *Journalanteckning*: a draft in plain text, made from a reply, that the handler copies into the journal.

use std::fmt::Write;

use crate::{
    Timestamp,
    attachment::Attachment,
    message::Message,
    reply::{Answer, Answers},
    template::{Item, ItemKind, condition::shown},
};

/// Drafts the note. The journal system, not Budkavle, is where it lives on (domain fact 1.3), so it is plain text that
/// reads well without the form.
pub fn draft(
    message: &Message,
    answers: &Answers,
    files: &[Attachment],
    sent: Timestamp,
    answered: Timestamp,
) -> String {
    let mut note = String::new();
    let mut line = |text: &str| {
        note.push_str(text);
        note.push('\n');
    };
    line(&format!("Meddelande via 1177: {}", message.heading));
    line(&format!(
        "Skickat {} från {}. Besvarat {}.",
        sent.to_local_text(),
        message.unit_name,
        answered.to_local_text()
    ));
    line("");
    let form = message.form.as_deref().unwrap_or_default();
    // What the answers took away was not asked, and is nothing to note.
    let shown = shown(form, answers);
    for item in form.iter().filter(|item| item.is_question() && shown.contains(&item.id)) {
        let count = files.iter().filter(|file| file.item == item.id).count();
        line(&format!("{} {}", question(&item.text), words(item, answers.get(&item.id), count)));
    }
    note.truncate(note.trim_end().len());
    note
}

/// `Vikt` → `Vikt:`; a question mark stays as it is.
fn question(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['?', ':']) { text.to_owned() } else { format!("{}:", text.trim_end_matches('.')) }
}

/// An answer in words, as the clinician and the note read it.
pub fn words(item: &Item, answer: Option<&Answer>, files: usize) -> String {
    let text_of =
        |id| item.kind.options().iter().find(|option| option.id == id).map(|option| option.text.trim().to_owned());
    match answer {
        None if matches!(item.kind, ItemKind::Attachment { .. }) && files > 0 => {
            if files == 1 {
                "1 bifogad fil".to_owned()
            } else {
                format!("{files} bifogade filer")
            }
        }
        None | Some(Answer::Confirmed(false)) => "Ej besvarad".to_owned(),
        Some(Answer::Text(text)) => text.clone(),
        Some(Answer::YesNo(true)) => "Ja".to_owned(),
        Some(Answer::YesNo(false)) => "Nej".to_owned(),
        Some(Answer::Choice(id)) => text_of(*id).unwrap_or_default(),
        Some(Answer::Choices(ids)) => ids.iter().filter_map(|id| text_of(*id)).collect::<Vec<_>>().join(", "),
        Some(Answer::Number(number)) => {
            let mut text = number.replace('.', ",");
            if let ItemKind::Scale { max, .. } = &item.kind {
                let _ = write!(text, " av {max}");
            }
            if let ItemKind::Number { unit, .. } = &item.kind
                && !unit.trim().is_empty()
            {
                let _ = write!(text, " {}", unit.trim());
            }
            text
        }
        Some(Answer::Date(date)) => date.clone(),
        Some(Answer::Confirmed(true)) => "Bekräftat".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{HsaId, ItemId};

    fn id(n: u128) -> ItemId {
        ItemId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn item(n: u128, text: &str, kind: ItemKind) -> Item {
        Item { id: id(n), text: text.into(), help: String::new(), required: false, kind, shown_when: None }
    }

    #[test]
    fn the_note_reads_well_without_the_form() {
        let weight = ItemKind::Number { unit: "kg".into(), min: None, max: None, decimals: 1 };
        let message = Message {
            heading: "Inför ditt besök".into(),
            unit_name: "Exempelmottagningen".into(),
            unit_hsa_id: HsaId::parse("SE2321000016-1AB2").expect("well-formed"),
            purpose: String::new(),
            paragraphs: Vec::new(),
            answer_use: None,
            contact: String::new(),
            form: Some(vec![
                item(1, "Har du ont?", ItemKind::YesNo),
                item(2, "Vikt", weight),
                item(3, "Läs detta", ItemKind::Information),
                item(4, "Annat", ItemKind::ShortText { max_length: 10 }),
            ]),
        };
        let answers = Answers::from([(id(1), Answer::YesNo(true)), (id(2), Answer::Number("72.5".into()))]);
        let sent = Timestamp::from_millis(1_795_390_200_000);
        assert_eq!(
            draft(&message, &answers, &[], sent, sent.plus_minutes(60)),
            "Meddelande via 1177: Inför ditt besök\n\
             Skickat 2026-11-23 00:30 från Exempelmottagningen. Besvarat 2026-11-23 01:30.\n\n\
             Har du ont? Ja\nVikt: 72,5 kg\nAnnat: Ej besvarad"
        );
    }
}
