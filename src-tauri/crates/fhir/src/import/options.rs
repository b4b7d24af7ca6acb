//! Choices and their alternatives.

use std::collections::BTreeSet;

use domain::OptionId;
use domain::reply::Answer;
use domain::template::edit::MAX_OPTIONS;
use domain::template::{Choice, ChoiceRole, Code, ItemKind};
use serde_json::Value;

use super::kinds::{Read, follows};
use super::{Reader, Source, lists, repeats};
use crate::json::{Object, concept, extension, extensions, is_true, objects, text_of, value};
use crate::kept::Kept;
use crate::names::{
    CODE_DISPLAY, EXCLUSIVE, ITEM_CONTROL, ITEM_KIND, OPEN_LABEL, OPTION_EXCLUSIVE, OPTION_ROLE, ORDINAL, YES_NO, key,
    own, short,
};
use crate::remark::{NotAsked, Part, RemarkKind};

/// What the alternative is called that other systems add themselves.
const OTHER: &str = "Annat";

pub(super) type Listed = (Vec<Choice>, Vec<(OptionId, Object)>);

/// Reads a choice.
pub(super) fn choice(
    reader: &mut Reader<'_>,
    fields: &Object,
    at: &Part,
    source: &mut Source,
    kept: &mut Kept,
) -> Result<Read, NotAsked> {
    let is_open = text_of(fields, "type") == Some("open-choice");
    if !is_open && !repeats(fields) && !fields.contains_key("answerValueSet") && is_yes_no(fields) {
        let selected = objects(fields, "answerOption").find(|option| is_true(option, "initialSelected"));
        let initial = selected.map(|option| Answer::YesNo(code_of(option) == Some("Y")));
        return Ok(Read { initial, ..ItemKind::YesNo.into() });
    }
    let (mut options, from) = match (fields.contains_key("answerOption"), text_of(fields, "answerValueSet")) {
        (true, Some(_)) => return Err(NotAsked::OptionsUnclear),
        (false, None) => return Err(NotAsked::NoOptions),
        (true, None) => listed(reader, fields, kept)?,
        (false, Some(uri)) => return Err(lists::why_not(reader.root, uri)),
    };
    for code in extensions(fields, &own(EXCLUSIVE)).filter_map(|one| value(one)?.1.as_str()) {
        for (option, (_, from)) in options.iter_mut().zip(&from) {
            if code_of(from) == Some(code) && option.role == ChoiceRole::Plain {
                option.role = ChoiceRole::Exclusive;
            }
        }
    }
    let initial = initial(fields, &options, &from, repeats(fields));
    source.options = from;
    if is_open && !options.iter().any(|option| option.role == ChoiceRole::Other) {
        let label = extension(fields, OPEN_LABEL).and_then(Value::as_str).filter(|label| !label.is_empty());
        if label.is_none() {
            reader.say(at, RemarkKind::OtherAdded);
        }
        let id = reader.option_id();
        let text = label.unwrap_or(OTHER).to_owned();
        options.push(Choice { role: ChoiceRole::Other, ..Choice::new(id, text) });
    }
    if options.len() > MAX_OPTIONS {
        return Err(NotAsked::OptionsUnclear);
    }
    let control = concept(fields, ITEM_CONTROL);
    let kind = match control {
        _ if repeats(fields) => ItemKind::MultipleChoice { options },
        Some("drop-down" | "autocomplete") => ItemKind::Dropdown { options },
        _ => ItemKind::SingleChoice { options },
    };
    if let Some(control) = control.filter(|control| !follows(&kind, control)) {
        reader.say(at, RemarkKind::ControlNotFollowed { control: control.to_owned() });
    }
    let odd: BTreeSet<String> = source.options.iter().flat_map(|(_, option)| odd(option)).collect();
    if !odd.is_empty() {
        reader.say(at, RemarkKind::KeptUnused { what: odd.into_iter().collect() });
    }
    Ok(Read { initial, ..kind.into() })
}

/// *Ja/nej*, when it is ours or reads exactly like it.
fn is_yes_no(fields: &Object) -> bool {
    let options: Vec<&Object> =
        objects(fields, "answerOption").filter_map(|one| one.get("valueCoding")?.as_object()).collect();
    let is_ours = extensions(fields, &own(ITEM_KIND)).filter_map(value).any(|(_, kind)| kind == "yes-no");
    let is = |coding: &Object, code: &str, display: &str| {
        text_of(coding, "system") == Some(YES_NO)
            && text_of(coding, "code") == Some(code)
            && (is_ours || text_of(coding, "display") == Some(display))
    };
    objects(fields, "answerOption").count() == 2
        && matches!(options.as_slice(), [yes, no] if is(yes, "Y", "Ja") && is(no, "N", "Nej"))
}

fn code_of(option: &Object) -> Option<&str> {
    text_of(option.get("valueCoding")?.as_object()?, "code")
}

/// The alternatives of `answerOption`, each with where it came from.
pub(super) fn listed(reader: &mut Reader<'_>, fields: &Object, kept: &mut Kept) -> Result<Listed, NotAsked> {
    let list: Vec<&Object> = objects(fields, "answerOption").collect();
    if list.len() > MAX_OPTIONS {
        return Err(NotAsked::OptionsUnclear);
    }
    let mut types = BTreeSet::new();
    let (mut choices, mut from) = (Vec::new(), Vec::new());
    for option in list {
        let id = reader.option_id();
        let (of, value) = value(option).ok_or(NotAsked::OptionKind)?;
        let mut choice = Choice::new(id, String::new());
        match (of, value) {
            ("Coding", Value::Object(coding)) => coded(&mut choice, coding, kept),
            ("String" | "Date" | "Time", Value::String(text)) => choice.text.clone_from(text),
            ("Integer", Value::Number(number)) => choice.text = number.to_string(),
            _ => return Err(NotAsked::OptionKind),
        }
        types.insert(of);
        let coding = option.get("valueCoding").and_then(Value::as_object);
        let ordinal = extension(option, ORDINAL).or_else(|| extension(coding?, ORDINAL));
        choice.score = ordinal.and_then(score);
        let is = |url: &str| extension(option, url).and_then(Value::as_bool) == Some(true);
        choice.role = if extension(option, &own(OPTION_ROLE)).and_then(Value::as_str) == Some("other") {
            ChoiceRole::Other
        } else if is(OPTION_EXCLUSIVE) {
            ChoiceRole::Exclusive
        } else {
            ChoiceRole::Plain
        };
        if let (Some(code), Some(display)) = (&mut choice.code, extension(option, &own(CODE_DISPLAY))) {
            code.display = display.as_str().unwrap_or_default().to_owned();
        }
        from.push((id, option.clone()));
        choices.push(choice);
    }
    let mut types = types.into_iter();
    if let (Some(of), None) = (types.next().filter(|of| *of != "Coding"), types.next()) {
        kept.r#as = Some(of.to_owned());
    }
    Ok((choices, from))
}

fn coded(choice: &mut Choice, coding: &Object, kept: &mut Kept) {
    let word = |key| text_of(coding, key).unwrap_or_default().to_owned();
    let (system, code) = (word("system"), word("code"));
    // A name that was only made to have one says nothing.
    let spoken = if uuid::Uuid::parse_str(&code).is_ok() { "" } else { &code };
    choice.text = text_of(coding, "display").unwrap_or(spoken).to_owned();
    // A system that is a number of its own is no code system that anybody knows: it is a name within the form.
    if system.starts_with("urn:uuid:") || (system.is_empty() && code.is_empty()) {
        kept.codings.insert(choice.id, (system, code));
    } else {
        choice.code = Some(Code { system, code, display: String::new() });
    }
}

/// What an alternative counts for, when it is whole.
pub(super) fn score(ordinal: &Value) -> Option<i32> {
    super::number_text(ordinal)?.parse().ok()
}

/// The alternatives that are chosen from the beginning.
fn initial(fields: &Object, options: &[Choice], from: &[(OptionId, Object)], is_several: bool) -> Option<Answer> {
    let mut chosen: Vec<OptionId> =
        from.iter().filter(|(_, option)| is_true(option, "initialSelected")).map(|(id, _)| *id).collect();
    if chosen.is_empty() {
        for initial in objects(fields, "initial") {
            let coding = initial.get("valueCoding").and_then(Value::as_object)?;
            let is_it = |option: &&Choice| match &option.code {
                Some(code) => {
                    Some(code.code.as_str()) == text_of(coding, "code")
                        && text_of(coding, "system").is_none_or(|system| system == code.system)
                }
                None => from.iter().any(|(id, one)| {
                    *id == option.id && code_of(one).is_some() && code_of(one) == text_of(coding, "code")
                }),
            };
            chosen.push(options.iter().find(is_it)?.id);
        }
    }
    match chosen.as_slice() {
        [] => None,
        _ if is_several => Some(Answer::Choices(chosen)),
        [one] => Some(Answer::Choice(*one)),
        _ => None,
    }
}

/// Extensions of an alternative that have no effect.
fn odd(option: &Object) -> Vec<String> {
    let coding = option.get("valueCoding").and_then(Value::as_object);
    let understood = [ORDINAL.to_owned(), OPTION_EXCLUSIVE.to_owned(), own(OPTION_ROLE), own(CODE_DISPLAY)];
    let all = [Some(option), coding].into_iter().flatten().flat_map(|one| objects(one, "extension"));
    let is_whole = |one: &Object| value(one).is_some_and(|(_, ordinal)| score(ordinal).is_some());
    all.filter_map(|one| Some((one, text_of(one, "url")?)))
        .filter(|(one, url)| !understood.contains(&key(url)) || (key(url) == ORDINAL && !is_whole(one)))
        .map(|(_, url)| short(url).to_owned())
        .collect()
}
