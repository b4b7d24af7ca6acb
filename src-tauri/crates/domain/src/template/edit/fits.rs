//! How large a template may be, and what may stand in what.

use std::collections::HashSet;

use super::super::bank::BankLink;
use super::super::condition::ShownWhen;
use super::super::picture::weight;
use super::super::tree::{depth, walk};
use super::super::{
    BodyPart, Choice, Code, DateLimit, Details, ExampleCitizen, Item, ItemKind, MAX_ALL_PICTURES, MAX_PICTURE,
    MAX_PICTURE_EDGE, MAX_PICTURES, MAX_ROWS, Picture, TemplateContent, TranslatedText, Translation,
};
use super::{
    EditFault, ItemChange, MAX_CODES, MAX_DEPTH, MAX_EXAMPLES, MAX_FOREIGN, MAX_FOREIGN_ROOT, MAX_ITEMS, MAX_LINKED,
    MAX_OPTIONS, MAX_PARTS, MAX_SCORE_RANGES, MAX_TESTS, MAX_TEXT, MAX_TRANSLATED,
};
use crate::{
    ItemId,
    reply::{Answer, Answers},
};

/// Rows of one answer, at most: as many as a form can allow.
const MAX_EXAMPLE_ROWS: usize = MAX_ROWS as usize;

pub(super) fn fits(text: &str) -> Result<(), EditFault> {
    // Bytes first: counting the characters of what is far too long would be work for nothing.
    let is_short = text.len() <= MAX_TEXT || (text.len() <= 4 * MAX_TEXT && text.chars().count() <= MAX_TEXT);
    if is_short { Ok(()) } else { Err(EditFault::TooLarge) }
}

pub(super) fn part_fits(part: &BodyPart) -> Result<(), EditFault> {
    match part {
        BodyPart::Text { text, .. } => fits(text),
        BodyPart::Slot { label, .. } => fits(label),
    }
}

/// The item itself; what it holds is looked at for itself.
pub(super) fn item_fits(item: &Item) -> Result<(), EditFault> {
    if !item.items.is_empty() && !item.kind.is_section() {
        return Err(EditFault::Misplaced);
    }
    fits(&item.text)?;
    fits(&item.help)?;
    condition_fits(item.shown_when.as_ref())?;
    item.picture.as_ref().map_or(Ok(()), picture_fits)?;
    details_fit(&item.details)?;
    kind_fits(&item.kind)
}

pub(super) fn change_fits(change: &ItemChange) -> Result<(), EditFault> {
    for text in [&change.text, &change.help].into_iter().flatten() {
        fits(text)?;
    }
    change.details.as_ref().map_or(Ok(()), details_fit)?;
    change.kind.as_ref().map_or(Ok(()), kind_fits)
}

/// One picture by itself: as large as ours are, and a JPEG.
pub(super) fn picture_fits(picture: &Picture) -> Result<(), EditFault> {
    let Picture { data: _, width, height, alt, decorative: _ } = picture;
    fits(alt)?;
    let edges = 1..=MAX_PICTURE_EDGE;
    if picture.size() > MAX_PICTURE || !edges.contains(width) || !edges.contains(height) {
        return Err(EditFault::TooLarge);
    }
    if picture.is_jpeg() { Ok(()) } else { Err(EditFault::Misplaced) }
}

/// All pictures together, each list of items by its weight.
pub(super) fn pictures_fit<const N: usize>(weights: [(usize, usize); N]) -> Result<(), EditFault> {
    let (count, bytes) = weights.into_iter().fold((0, 0), |(count, bytes), one| (count + one.0, bytes + one.1));
    if count > MAX_PICTURES || bytes > MAX_ALL_PICTURES { Err(EditFault::TooManyPictures) } else { Ok(()) }
}

fn details_fit(details: &Details) -> Result<(), EditFault> {
    let Details { fault_text, initial, codes, link_id, foreign, bank } = details;
    let linked = |link: &BankLink| link.items.len().max(link.options.len()) > MAX_LINKED || link.fingerprint.len() > 64;
    if bank.as_deref().is_some_and(linked) {
        return Err(EditFault::TooLarge);
    }
    if codes.len() > MAX_CODES || foreign.len() > MAX_FOREIGN {
        return Err(EditFault::TooLarge);
    }
    [fault_text, link_id].into_iter().try_for_each(|text| fits(text))?;
    codes.iter().try_for_each(code_fits)?;
    match initial {
        Some(Answer::Text(text) | Answer::Number(text) | Answer::Date(text) | Answer::Time(text)) => fits(text),
        Some(Answer::Choices(chosen)) if chosen.len() > MAX_OPTIONS => Err(EditFault::TooLarge),
        // Nothing else stands there from the beginning.
        Some(Answer::Rows(_) | Answer::Matrix(_) | Answer::Written { .. }) => Err(EditFault::Misplaced),
        _ => Ok(()),
    }
}

fn code_fits(code: &Code) -> Result<(), EditFault> {
    [&code.system, &code.code, &code.display].into_iter().try_for_each(|text| fits(text))
}

pub(super) fn choice_fits(choice: &Choice) -> Result<(), EditFault> {
    fits(&choice.text)?;
    choice.code.as_ref().map_or(Ok(()), code_fits)
}

fn kind_fits(kind: &ItemKind) -> Result<(), EditFault> {
    let (options, rows) = (kind.options(), kind.rows());
    if options.len().max(rows.len()) > MAX_OPTIONS {
        return Err(EditFault::TooLarge);
    }
    are_distinct(options.iter().chain(rows).map(|choice| choice.id))?;
    options.iter().chain(rows).try_for_each(choice_fits)?;
    match kind {
        ItemKind::Number { unit, min, max, .. } => {
            [Some(unit), min.as_ref(), max.as_ref()].into_iter().flatten().try_for_each(|text| fits(text))
        }
        ItemKind::Scale { low, high, .. } => [low, high].into_iter().try_for_each(|text| fits(text)),
        ItemKind::Date { earliest, latest } => {
            [earliest, latest].into_iter().flatten().try_for_each(|limit| match limit {
                DateLimit::Day { date } => fits(date),
                DateLimit::FromToday { .. } => Ok(()),
            })
        }
        ItemKind::RepeatedSection { row, .. } => fits(row),
        ItemKind::Foreign { name } => fits(name),
        _ => Ok(()),
    }
}

pub(super) fn condition_fits(condition: Option<&ShownWhen>) -> Result<(), EditFault> {
    let Some(condition) = condition else { return Ok(()) };
    if condition.groups.len() > MAX_TESTS || condition.tests().count() > MAX_TESTS {
        return Err(EditFault::TooLarge);
    }
    condition.tests().filter_map(|test| test.comparison.than()).try_for_each(fits)
}

/// Of answers, as much as a form can ask.
pub(super) fn example_fits(example: &ExampleCitizen) -> Result<(), EditFault> {
    let ExampleCitizen { id: _, name, answers, shown, hidden } = example;
    if shown.len().max(hidden.len()) > MAX_ITEMS {
        return Err(EditFault::TooLarge);
    }
    fits(name)?;
    answers_fit(answers)
}

fn answers_fit(answers: &Answers) -> Result<(), EditFault> {
    if answers.len() > MAX_ITEMS {
        return Err(EditFault::TooLarge);
    }
    answers.values().try_for_each(|answer| match answer {
        Answer::Text(text) | Answer::Number(text) | Answer::Date(text) | Answer::Time(text) => fits(text),
        Answer::DateTime { date, time } => fits(date).and_then(|()| fits(time)),
        Answer::Choices(chosen) if chosen.len() > MAX_OPTIONS => Err(EditFault::TooLarge),
        Answer::Written { chosen, text } if chosen.len() <= MAX_OPTIONS => fits(text),
        Answer::Written { .. } => Err(EditFault::TooLarge),
        Answer::Matrix(rows) if rows.len() > MAX_OPTIONS => Err(EditFault::TooLarge),
        Answer::Rows(rows) if rows.len() > MAX_EXAMPLE_ROWS => Err(EditFault::TooLarge),
        Answer::Rows(rows) => rows.iter().try_for_each(|row| answers_fit(&row.answers)),
        Answer::YesNo(_) | Answer::Choice(_) | Answer::Choices(_) | Answer::Matrix(_) | Answer::Confirmed(_) => Ok(()),
    })
}

pub(super) fn translated_fits(translated: &TranslatedText) -> Result<(), EditFault> {
    [&translated.text, &translated.of].into_iter().try_for_each(|text| fits(text))
}

pub(super) fn translation_fits(translation: &Translation) -> Result<(), EditFault> {
    let Translation { language: _, texts } = translation;
    if texts.len() > MAX_TRANSLATED {
        return Err(EditFault::TooLarge);
    }
    texts.values().try_for_each(translated_fits)
}

pub(super) fn content_fits(content: &TemplateContent) -> Result<(), EditFault> {
    let items = ids(&content.form);
    if content.foreign.len() > MAX_FOREIGN_ROOT {
        return Err(EditFault::TooLarge);
    }
    if content.body.len() > MAX_PARTS || items.len() > MAX_ITEMS || depth(&content.form) > MAX_DEPTH + 1 {
        return Err(EditFault::TooLarge);
    }
    let TemplateContent { name, handler_instruction, purpose, answer_use, contact, .. } = content;
    [name, handler_instruction, purpose, answer_use, contact].into_iter().try_for_each(|text| fits(text))?;
    if content.examples.len() > MAX_EXAMPLES || content.score_ranges.len() > MAX_SCORE_RANGES {
        return Err(EditFault::TooLarge);
    }
    content.examples.iter().try_for_each(example_fits)?;
    are_distinct(content.examples.iter().map(|example| example.id))?;
    content.score_ranges.iter().try_for_each(|range| fits(&range.name))?;
    are_distinct(content.score_ranges.iter().map(|range| range.id))?;
    content.translations.iter().try_for_each(translation_fits)?;
    are_distinct(content.translations.iter().map(|translation| translation.language))?;
    content.body.iter().try_for_each(part_fits)?;
    walk(&content.form).try_for_each(item_fits)?;
    pictures_fit([weight(&content.form)])?;
    are_distinct(content.body.iter().map(BodyPart::id).chain(items))
}

pub(super) fn ids(items: &[Item]) -> Vec<ItemId> {
    walk(items).map(|item| item.id).collect()
}

pub(super) fn are_distinct<T: Eq + std::hash::Hash>(ids: impl Iterator<Item = T>) -> Result<(), EditFault> {
    let mut seen = HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(EditFault::Taken);
        }
    }
    Ok(())
}
