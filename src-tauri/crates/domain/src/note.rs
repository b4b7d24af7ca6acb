//! *Journalanteckning*: a draft in plain text, made from a reply, that the handler copies into the journal.

use std::fmt::Write;

use crate::{
    RowId, Timestamp,
    attachment::Attachment,
    message::Message,
    reply::{Answer, Answers},
    template::{
        Choice, ChoiceRole, Item, ItemKind,
        condition::{Shown, shown},
        score::{Score, score},
    },
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
    for read in read(form, answers) {
        match read {
            Read::Heading { item, row: None } => line(&format!("\n{}", item.text.trim())),
            Read::Heading { item, row: Some(number) } => line(&format!("\n{}", row_name(item, number))),
            Read::Question { item, answer, asked: true, .. } => {
                let count = files.iter().filter(|file| file.item == item.id).count();
                line(&format!("{} {}", question(&item.text), words(item, answer, count)));
            }
            // What the answers took away was not asked, and is nothing to note.
            Read::Question { asked: false, .. } => {}
        }
    }
    if let Some(points) = points(message, answers) {
        line(&format!("\nPoäng: {points}"));
    }
    note.truncate(note.trim_end().len());
    note
}

/// What the answers count for, as the clinician and the note read it: "12 (möjligt 0–27), Måttlig. 1 fråga som ger poäng är inte
/// besvarad." `None` when nothing counts.
pub fn points(message: &Message, answers: &Answers) -> Option<String> {
    let form = message.form.as_deref().unwrap_or_default();
    let Score { sum, span, range, unanswered } = score(form, &message.score_ranges, answers)?;
    let mut words = format!("{sum} (möjligt {}–{})", span.lowest, span.highest);
    if let Some(range) = range {
        let _ = write!(words, ", {range}");
    }
    match unanswered {
        0 => {}
        1 => words.push_str(". 1 fråga som ger poäng är inte besvarad."),
        many => {
            let _ = write!(words, ". {many} frågor som ger poäng är inte besvarade.");
        }
    }
    Some(words)
}

/// What there is to read of a reply.
#[derive(Clone, Copy, Debug)]
pub enum Read<'a> {
    /// A section begins, or one row of a repeated section.
    Heading {
        /// The section.
        item: &'a Item,
        /// Which row, from 1; none of a section that is not repeated, or that has no rows.
        row: Option<usize>,
    },
    /// A question with its answer.
    Question {
        /// The question.
        item: &'a Item,
        /// In which row it stands; none outside rows.
        row: Option<RowId>,
        /// The answer.
        answer: Option<&'a Answer>,
        /// Whether it was shown: other answers may have taken it away.
        asked: bool,
    },
}

/// All questions of the form with their answers, in its order, those of a repeated section once a row.
pub fn read<'a>(form: &'a [Item], answers: &'a Answers) -> Vec<Read<'a>> {
    let mut found = Vec::new();
    read_into(form, answers, None, &shown(form, answers), &mut found);
    found
}

fn read_into<'a>(
    items: &'a [Item],
    answers: &'a Answers,
    row: Option<RowId>,
    shown: &Shown,
    found: &mut Vec<Read<'a>>,
) {
    for item in items {
        let asked = shown.contains_in(row, item.id);
        match (&item.kind, answers.get(&item.id)) {
            (ItemKind::RepeatedSection { .. }, Some(Answer::Rows(rows))) if asked => {
                for (number, one) in (1..).zip(rows) {
                    found.push(Read::Heading { item, row: Some(number) });
                    read_into(&item.items, &one.answers, Some(one.id), shown, found);
                }
            }
            // The heading of what was not asked would head nothing.
            (ItemKind::RepeatedSection { .. }, _) => found.extend(asked.then_some(Read::Heading { item, row: None })),
            (ItemKind::Section, _) => {
                found.extend(asked.then_some(Read::Heading { item, row: None }));
                read_into(&item.items, answers, row, shown, found);
            }
            (_, answer) if item.is_question() => found.push(Read::Question { item, row, answer, asked }),
            _ => {}
        }
    }
}

/// What a row of a repeated section is called: "Läkemedel 2".
pub fn row_name(section: &Item, number: usize) -> String {
    let name = match &section.kind {
        ItemKind::RepeatedSection { row, .. } if !row.trim().is_empty() => row.trim(),
        _ => section.text.trim(),
    };
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{first}{} {number}", letters.as_str())
}

/// `Vikt` → `Vikt:`; a question mark stays as it is.
fn question(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['?', ':']) { text.to_owned() } else { format!("{}:", text.trim_end_matches('.')) }
}

/// An answer in words, as the clinician and the note read it.
pub fn words(item: &Item, answer: Option<&Answer>, files: usize) -> String {
    let Some(answer) = answer.filter(|answer| answer.says_something()) else {
        return match files {
            0 => "Ej besvarad".to_owned(),
            1 => "1 bifogad fil".to_owned(),
            files => format!("{files} bifogade filer"),
        };
    };
    match answer {
        Answer::Text(text) | Answer::Date(text) => text.clone(),
        Answer::Time(time) => format!("kl. {time}"),
        Answer::DateTime { date, time } => format!("{date} kl. {time}"),
        Answer::YesNo(true) => "Ja".to_owned(),
        Answer::YesNo(false) => "Nej".to_owned(),
        Answer::Choice(_) | Answer::Choices(_) => chosen(item, answer, ""),
        Answer::Written { text, .. } => chosen(item, answer, text),
        Answer::Matrix(chosen) => {
            let text_of =
                |list: &[Choice], id| list.iter().find(|one| one.id == id).map(|one| one.text.trim().to_owned());
            let rows = item.kind.rows().iter().filter_map(|row| {
                let option = text_of(item.kind.options(), *chosen.get(&row.id)?)?;
                Some(format!("{}: {option}", row.text.trim()))
            });
            rows.collect::<Vec<_>>().join("; ")
        }
        Answer::Number(number) => {
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
        Answer::Confirmed(_) => "Bekräftat".to_owned(),
        Answer::Rows(rows) => format!("{} st", rows.len()),
    }
}

/// The alternatives, *Annat* with what was written.
fn chosen(item: &Item, answer: &Answer, written: &str) -> String {
    let chosen = item.kind.options().iter().filter(|option| answer.chosen().contains(&option.id));
    let texts = chosen.map(|option| match option.role {
        ChoiceRole::Other if !written.is_empty() => format!("{}: {written}", option.text.trim().trim_end_matches(':')),
        _ => option.text.trim().to_owned(),
    });
    texts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{
        HsaId, ItemId, OptionId, ScoreRangeId, UnitId,
        message::preview,
        retention::Retention,
        template::{ScoreRange, TemplateContent},
        unit::Unit,
    };

    fn unit() -> Unit {
        Unit {
            id: UnitId::from_uuid(uuid::Uuid::from_u128(9)),
            name: "Exempelmottagningen".into(),
            hsa_id: HsaId::parse("SE2321000016-1AB2").expect("well-formed"),
            contact: String::new(),
            retention: Retention::DEFAULT,
            secure_folder: String::new(),
            approval: false,
            example: true,
        }
    }

    fn id(n: u128) -> ItemId {
        ItemId::from_uuid(uuid::Uuid::from_u128(n))
    }

    fn item(n: u128, text: &str, kind: ItemKind) -> Item {
        Item::new(id(n), text, kind)
    }

    #[test]
    fn the_sum_of_points_is_named_and_what_is_missing_of_it_is_said() {
        let option = |n: u128, score| {
            let id = OptionId::from_uuid(uuid::Uuid::from_u128(n));
            Choice { score: Some(score), ..Choice::new(id, n.to_string()) }
        };
        let kind = ItemKind::SingleChoice { options: vec![option(1, 0), option(2, 3)] };
        let range = |name: &str, from, to| ScoreRange {
            id: ScoreRangeId::from_uuid(uuid::Uuid::from_u128(1)),
            name: name.into(),
            from,
            to,
        };
        let content = TemplateContent {
            form: vec![item(1, "Trött?", kind.clone()), item(2, "Ledsen?", kind.clone()), item(3, "Orolig?", kind)],
            score_ranges: vec![range("Låg", 0, 2), range("Hög", 3, 9)],
            ..TemplateContent::new("Mående".into(), "Ring".into(), id(9))
        };
        let (message, _) = preview(&content, &unit(), &BTreeMap::new());
        let chosen = Answer::Choice(OptionId::from_uuid(uuid::Uuid::from_u128(2)));
        let answers = Answers::from([(id(1), chosen.clone()), (id(2), chosen)]);
        let said = "6 (möjligt 0–9), Hög. 1 fråga som ger poäng är inte besvarad.";
        assert_eq!(points(&message, &answers).as_deref(), Some(said));
        let note = draft(&message, &answers, &[], Timestamp::from_millis(0), Timestamp::from_millis(0));
        assert!(note.ends_with(&format!("\n\nPoäng: {said}")), "{note}");
    }

    #[test]
    fn the_note_reads_well_without_the_form() {
        let weight = ItemKind::Number { unit: "kg".into(), min: None, max: None, decimals: 1 };
        let message = Message {
            heading: "Inför ditt besök".into(),
            unit_name: "Exempelmottagningen".into(),
            unit_hsa_id: HsaId::parse("SE2321000016-1AB2").expect("well-formed"),
            signature: None,
            purpose: String::new(),
            paragraphs: Vec::new(),
            marked: None,
            answer_use: None,
            contact: String::new(),
            score_ranges: Vec::new(),
            form: Some(vec![
                item(1, "Har du ont?", ItemKind::YesNo),
                item(2, "Vikt", weight),
                item(3, "Läs detta", ItemKind::INFORMATION),
                item(4, "Annat", ItemKind::short_text(10)),
            ]),
            languages: Vec::new(),
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
