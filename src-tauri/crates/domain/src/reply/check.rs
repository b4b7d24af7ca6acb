//! Whether answers fit the form.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Answer, AnswerFault, AnswerProblem, Answers, Decimal, NotADecimal, Row};
use crate::{
    ItemId, OptionId, PersonNumber, RowId,
    template::{
        Choice, ChoiceRole, DateLimit, Item, ItemKind, TextFormat,
        condition::{Shown, shown},
        tree::walk,
    },
};

/// Characters of what is written for *Annat*, at most.
const MAX_OTHER: usize = 200;

/// Checks a reply against its form: this verdict counts, whatever the page said. `today` is the day on which it is answered.
///
/// Returns the answers normalised: texts trimmed, numbers with a point, empty answers left out. What is not
/// [shown](crate::template::condition) with these answers is not asked: it need not be answered, and an answer to it is left out.
///
/// # Errors
/// Every question whose answer is not as it must be, in the form's order; answers to unknown questions last.
pub fn check(
    form: &[Item],
    answers: &Answers,
    files: &BTreeMap<ItemId, usize>,
    today: Date,
) -> Result<Answers, Vec<AnswerProblem>> {
    let shown = shown(form, answers);
    let mut reading = Reading { shown: &shown, files, today, problems: Vec::new() };
    let normalised = reading.read(form, answers, None);
    let Reading { mut problems, .. } = reading;
    let known: BTreeSet<ItemId> = walk(form).map(|item| item.id).collect();
    let strangers = answers.keys().chain(files.keys()).filter(|id| !known.contains(id));
    problems.extend(strangers.map(|id| AnswerProblem { item: *id, row: None, fault: AnswerFault::WrongKind }));
    if problems.is_empty() { Ok(normalised) } else { Err(problems) }
}

struct Reading<'a> {
    shown: &'a Shown,
    files: &'a BTreeMap<ItemId, usize>,
    today: Date,
    problems: Vec<AnswerProblem>,
}

impl Reading<'_> {
    /// The answers to these items as they are kept, of the form itself or of one row.
    fn read(&mut self, items: &[Item], answers: &Answers, row: Option<RowId>) -> Answers {
        let mut kept = Answers::new();
        for item in items.iter().filter(|item| self.shown.contains_in(row, item.id)) {
            if item.kind == ItemKind::Section {
                if answers.contains_key(&item.id) {
                    self.problems.push(AnswerProblem { item: item.id, row, fault: AnswerFault::WrongKind });
                }
                kept.extend(self.read(&item.items, answers, row));
                continue;
            }
            let verdict = if let ItemKind::RepeatedSection { max_rows, .. } = &item.kind {
                self.read_rows(item, answers.get(&item.id), *max_rows)
            } else {
                // Files are counted for the form alone: none can be attached in a row.
                let files = if row.is_none() { self.files.get(&item.id).copied().unwrap_or(0) } else { 0 };
                check_item(item, answers.get(&item.id), files, self.today)
            };
            match verdict {
                Ok(answer) => kept.extend(answer.map(|answer| (item.id, answer))),
                Err(fault) => self.problems.push(AnswerProblem { item: item.id, row, fault }),
            }
        }
        kept
    }

    fn read_rows(
        &mut self,
        section: &Item,
        answer: Option<&Answer>,
        max_rows: u32,
    ) -> Result<Option<Answer>, AnswerFault> {
        let rows = match answer {
            None => &[][..],
            Some(Answer::Rows(rows)) => rows,
            Some(_) => return Err(AnswerFault::WrongKind),
        };
        let ids: BTreeSet<RowId> = rows.iter().map(|row| row.id).collect();
        let known: BTreeSet<ItemId> = walk(&section.items).map(|item| item.id).collect();
        if ids.len() < rows.len() || rows.iter().flat_map(|row| row.answers.keys()).any(|id| !known.contains(id)) {
            return Err(AnswerFault::WrongKind);
        }
        if u32::try_from(rows.len()).is_ok_and(|count| count > max_rows) {
            return Err(AnswerFault::TooManyRows);
        }
        if rows.is_empty() {
            return if section.required { Err(AnswerFault::Missing) } else { Ok(None) };
        }
        let kept = rows.iter().map(|row| {
            let answers = self.read(&section.items, &row.answers, Some(row.id));
            Row { id: row.id, answers }
        });
        Ok(Some(Answer::Rows(kept.collect())))
    }
}

/// An answer to one question as it is kept. `None` when there is none and need be none.
fn check_item(item: &Item, answer: Option<&Answer>, files: usize, today: Date) -> Result<Option<Answer>, AnswerFault> {
    use AnswerFault as F;
    if let ItemKind::Attachment { max_files, .. } = &item.kind {
        return match (answer, u32::try_from(files)) {
            (Some(_), _) => Err(F::WrongKind),
            (None, Ok(0)) if item.required => Err(F::Missing),
            (None, Ok(count)) if count <= *max_files => Ok(None),
            _ => Err(F::TooManyFiles),
        };
    }
    if files > 0 {
        return Err(F::WrongKind);
    }
    if !item.is_question() {
        return if answer.is_none() { Ok(None) } else { Err(F::WrongKind) };
    }
    let kept = match answer {
        None => None,
        Some(answer) => normalised(&item.kind, answer, today)?,
    };
    match kept {
        None if item.required => Err(F::Missing),
        Some(Answer::Matrix(chosen)) if item.required && chosen.len() < item.kind.rows().len() => Err(F::RowsLeft),
        kept => Ok(kept),
    }
}

/// Whether a question of this kind can be answered so, on some day.
pub fn suits(kind: &ItemKind, answer: &Answer) -> bool {
    // What the limits of a date say depends on the day.
    let verdict = normalised(kind, answer, jiff::civil::date(2026, 1, 1));
    matches!(verdict, Ok(Some(_)) | Err(AnswerFault::TooEarly | AnswerFault::TooLate))
}

fn normalised(kind: &ItemKind, answer: &Answer, today: Date) -> Result<Option<Answer>, AnswerFault> {
    use AnswerFault as F;
    match (kind, answer) {
        (ItemKind::LongText { max_length }, Answer::Text(written)) => {
            text(written, *max_length, TextFormat::Any, today)
        }
        (ItemKind::ShortText { max_length, format }, Answer::Text(written)) => {
            text(written, *max_length, *format, today)
        }
        (ItemKind::YesNo, Answer::YesNo(_)) => Ok(Some(answer.clone())),
        (ItemKind::SingleChoice { options } | ItemKind::Dropdown { options }, Answer::Choice(_)) => {
            choice(options, answer.chosen(), "", false)
        }
        (ItemKind::SingleChoice { options } | ItemKind::Dropdown { options }, Answer::Written { chosen, text }) => {
            if chosen.len() > 1 {
                Err(F::WrongKind)
            } else {
                choice(options, chosen, text, false)
            }
        }
        (ItemKind::MultipleChoice { options }, Answer::Choices(chosen)) => choice(options, chosen, "", true),
        (ItemKind::MultipleChoice { options }, Answer::Written { chosen, text }) => choice(options, chosen, text, true),
        (ItemKind::Matrix { rows, options }, Answer::Matrix(chosen)) => matrix(rows, options, chosen),
        (ItemKind::Number { min, max, decimals, .. }, Answer::Number(text)) => {
            number(text, min.as_deref(), max.as_deref(), *decimals)
        }
        (ItemKind::Scale { min, max, .. }, Answer::Number(text)) => {
            number(text, Some(&min.to_string()), Some(&max.to_string()), 0)
        }
        (ItemKind::Date { earliest, latest }, Answer::Date(text)) => {
            date(text, earliest.as_ref(), latest.as_ref(), today)
        }
        (ItemKind::Time, Answer::Time(text)) => match text.trim() {
            "" => Ok(None),
            text => Ok(Some(Answer::Time(clock(text)?))),
        },
        (ItemKind::DateTime, Answer::DateTime { date, time }) => match (date.trim(), time.trim()) {
            ("", "") => Ok(None),
            ("", _) => Err(F::NotADate),
            (date, time) => Ok(Some(Answer::DateTime { date: day(date)?.to_string(), time: clock(time)? })),
        },
        (ItemKind::Confirmation, Answer::Confirmed(ticked)) => Ok(ticked.then_some(Answer::Confirmed(true))),
        _ => Err(F::WrongKind),
    }
}

fn text(written: &str, max_length: u32, format: TextFormat, today: Date) -> Result<Option<Answer>, AnswerFault> {
    let text = written.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if u32::try_from(text.chars().count()).unwrap_or(u32::MAX) > max_length {
        return Err(AnswerFault::TooLong);
    }
    let is_it = match format {
        TextFormat::Any => true,
        TextFormat::Phone => is_phone(text),
        TextFormat::Email => is_email(text),
        TextFormat::PersonNumber => PersonNumber::parse(text, today).is_ok(),
    };
    if is_it { Ok(Some(Answer::Text(text.to_owned()))) } else { Err(AnswerFault::NotOfFormat) }
}

/// 5 to 15 digits (ITU-T E.164 has at most 15), with what people write between them.
fn is_phone(text: &str) -> bool {
    let rest = text.strip_prefix('+').unwrap_or(text);
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    (5..=15).contains(&digits) && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '/'))
}

/// Something, an at sign and a name with a dot: whether there is such an address only a letter can tell.
fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    let is_plain = |part: &str| !part.is_empty() && !part.chars().any(|c| c.is_whitespace() || c == '@');
    is_plain(name) && is_plain(host) && host.split('.').count() > 1 && host.split('.').all(|label| !label.is_empty())
}

fn choice(
    options: &[Choice],
    chosen: &[OptionId],
    written: &str,
    several: bool,
) -> Result<Option<Answer>, AnswerFault> {
    use AnswerFault as F;
    if chosen.iter().any(|id| options.iter().all(|option| option.id != *id)) {
        return Err(F::WrongKind);
    }
    let taken: Vec<&Choice> = options.iter().filter(|option| chosen.contains(&option.id)).collect();
    if taken.len() > 1 && taken.iter().any(|option| option.role == ChoiceRole::Exclusive) {
        return Err(F::NotTogether);
    }
    let chosen: Vec<OptionId> = taken.iter().map(|option| option.id).collect();
    let Some(first) = chosen.first().copied() else { return Ok(None) };
    // Words are kept only with the alternative that asks for them.
    if taken.iter().all(|option| option.role != ChoiceRole::Other) {
        return Ok(Some(if several { Answer::Choices(chosen) } else { Answer::Choice(first) }));
    }
    match written.trim() {
        "" => Err(F::OtherMissing),
        text if text.chars().count() > MAX_OTHER => Err(F::TooLong),
        text => Ok(Some(Answer::Written { chosen, text: text.to_owned() })),
    }
}

fn matrix(
    rows: &[Choice],
    options: &[Choice],
    chosen: &BTreeMap<OptionId, OptionId>,
) -> Result<Option<Answer>, AnswerFault> {
    let is_there = |list: &[Choice], id: &OptionId| list.iter().any(|one| one.id == *id);
    if chosen.iter().any(|(row, option)| !is_there(rows, row) || !is_there(options, option)) {
        return Err(AnswerFault::WrongKind);
    }
    Ok((!chosen.is_empty()).then(|| Answer::Matrix(chosen.clone())))
}

fn number(text: &str, min: Option<&str>, max: Option<&str>, decimals: u8) -> Result<Option<Answer>, AnswerFault> {
    use AnswerFault as F;
    if text.trim().is_empty() {
        return Ok(None);
    }
    let value = Decimal::parse(text).map_err(|NotADecimal| F::NotANumber)?;
    if value.decimals() > decimals {
        return Err(F::TooManyDecimals);
    }
    let limit = |limit: Option<&str>| limit.and_then(|text| Decimal::parse(text).ok());
    if limit(min).is_some_and(|min| value < min) {
        return Err(F::TooSmall);
    }
    if limit(max).is_some_and(|max| value > max) {
        return Err(F::TooLarge);
    }
    Ok(Some(Answer::Number(value.to_string())))
}

fn date(
    text: &str,
    earliest: Option<&DateLimit>,
    latest: Option<&DateLimit>,
    today: Date,
) -> Result<Option<Answer>, AnswerFault> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let value = day(text)?;
    let limit = |limit: Option<&DateLimit>| limit.and_then(|limit| limit.on(today));
    if limit(earliest).is_some_and(|earliest| value < earliest) {
        return Err(AnswerFault::TooEarly);
    }
    if limit(latest).is_some_and(|latest| value > latest) {
        return Err(AnswerFault::TooLate);
    }
    Ok(Some(Answer::Date(value.to_string())))
}

fn day(text: &str) -> Result<Date, AnswerFault> {
    text.trim().parse().map_err(|_| AnswerFault::NotADate)
}

/// `8:05` and `08.05` as `08:05`.
fn clock(text: &str) -> Result<String, AnswerFault> {
    let (hour, minute) = text.trim().split_once([':', '.']).ok_or(AnswerFault::NotATime)?;
    let read = |part: &str, most: u8| {
        let value = part.parse::<u8>().ok().filter(|value| *value <= most && part.len() <= 2);
        value.filter(|_| part.bytes().all(|byte| byte.is_ascii_digit())).ok_or(AnswerFault::NotATime)
    };
    if minute.len() != 2 {
        return Err(AnswerFault::NotATime);
    }
    Ok(format!("{:02}:{:02}", read(hour, 23)?, read(minute, 59)?))
}
