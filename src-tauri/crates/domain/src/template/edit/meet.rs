//! How edits meet: which go on as one step, and which of two people's cannot both stand.

use super::super::{BodyPart, Language, TextPlace, tree::walk};
use super::{Edit, ItemChange, TextField};
use crate::{ExampleId, ItemId, OptionId, ScoreRangeId};

/// What an edit is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Thing {
    Whole,
    Field(TextField),
    Answerable,
    Part(ItemId),
    Item(ItemId),
    Option(ItemId, OptionId),
    Example(ExampleId),
    ScoreRange(ScoreRangeId),
    Language(Language),
    Translated(Language, TextPlace),
}

/// What of a thing is changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Aspect {
    All,
    Place,
    Text,
    Help,
    Required,
    Kind,
    Condition,
    Details,
    Picture,
    Members,
}

impl Edit {
    /// Whether `next`, made right after this edit, goes on with the same writing: the letters of a word are one step back,
    /// not one each. A space ends the word.
    pub fn joins(&self, next: &Self) -> bool {
        match (self.writing(), next.writing()) {
            (Some((here, text)), Some((there, _))) => here == there && !text.ends_with(char::is_whitespace),
            _ => false,
        }
    }

    /// Whether this edit, made by somebody who had not seen `other`, would undo or be undone by it without a word. An edit that
    /// takes away is to be asked for by what takes it back as well, which alone knows all that went.
    pub fn conflicts_with(&self, other: &Self) -> bool {
        let theirs = other.marks();
        self.marks().iter().any(|mine| theirs.iter().any(|its| overlap(*mine, *its)))
    }

    /// The field that it writes in, and what then stands there; `None` for all other edits.
    fn writing(&self) -> Option<((Thing, Aspect), &str)> {
        match self {
            Self::Write { field, text } => Some(((Thing::Field(*field), Aspect::Text), text)),
            Self::WriteOption { item, option, text } => Some(((Thing::Option(*item, *option), Aspect::Text), text)),
            Self::ChangePart { part } => {
                let (BodyPart::Text { text, .. } | BodyPart::Slot { label: text, .. }) = part;
                Some(((Thing::Part(part.id()), Aspect::Text), text))
            }
            Self::ChangeScoreRange { range } => Some(((Thing::ScoreRange(range.id), Aspect::Text), &range.name)),
            Self::DescribePicture { id, alt, decorative: false } => Some(((Thing::Item(*id), Aspect::Picture), alt)),
            Self::ChangeItem { id, change } => match change {
                ItemChange { text: Some(text), help: None, required: None, kind: None, details: None } => {
                    Some(((Thing::Item(*id), Aspect::Text), text))
                }
                ItemChange { text: None, help: Some(help), required: None, kind: None, details: None } => {
                    Some(((Thing::Item(*id), Aspect::Help), help))
                }
                _ => None,
            },
            Self::Translate { language, texts } => {
                let (place, text) = texts.iter().next().filter(|_| texts.len() == 1)?;
                let text = text.as_ref().map_or("", |translated| translated.text.as_str());
                Some(((Thing::Translated(*language, *place), Aspect::Text), text))
            }
            _ => None,
        }
    }

    fn marks(&self) -> Vec<(Thing, Aspect)> {
        match self {
            Self::Write { field, .. } => vec![(Thing::Field(*field), Aspect::All)],
            Self::AllowAnswers { .. } => vec![(Thing::Answerable, Aspect::All)],
            Self::AddPart { part, .. } => vec![(Thing::Part(part.id()), Aspect::All)],
            Self::AddItem { item, section, .. } => {
                let added = walk(std::slice::from_ref(item)).map(|item| (Thing::Item(item.id), Aspect::All));
                added.chain(into(*section)).collect()
            }
            Self::AddOption { item, option, .. } => vec![(Thing::Option(*item, option.id), Aspect::All)],
            Self::ChangeOption { item, option } => vec![(Thing::Option(*item, option.id), Aspect::Text)],
            Self::ChangePart { part } => vec![(Thing::Part(part.id()), Aspect::Text)],
            Self::MovePart { id, .. } => vec![(Thing::Part(*id), Aspect::Place)],
            Self::RemovePart { id } => vec![(Thing::Part(*id), Aspect::All)],
            Self::ChangeItem { id, change } => {
                let ItemChange { text, help, required, kind, details } = change;
                let changed = [
                    (text.is_some(), Aspect::Text),
                    (help.is_some(), Aspect::Help),
                    (required.is_some(), Aspect::Required),
                    (kind.is_some(), Aspect::Kind),
                    (details.is_some(), Aspect::Details),
                ];
                changed.into_iter().filter(|(is, _)| *is).map(|(_, aspect)| (Thing::Item(*id), aspect)).collect()
            }
            Self::MoveItem { id, section, .. } => {
                [(Thing::Item(*id), Aspect::Place)].into_iter().chain(into(*section)).collect()
            }
            Self::RemoveItem { id } => vec![(Thing::Item(*id), Aspect::All)],
            Self::WriteOption { item, option, .. } => vec![(Thing::Option(*item, *option), Aspect::Text)],
            Self::MoveOption { item, option, .. } => vec![(Thing::Option(*item, *option), Aspect::Place)],
            Self::RemoveOption { item, option } => vec![(Thing::Option(*item, *option), Aspect::All)],
            Self::SetCondition { id, .. } => vec![(Thing::Item(*id), Aspect::Condition)],
            Self::SetPicture { id, .. } | Self::DescribePicture { id, .. } => vec![(Thing::Item(*id), Aspect::Picture)],
            Self::AddExample { example, .. } | Self::ChangeExample { example } => {
                vec![(Thing::Example(example.id), Aspect::All)]
            }
            Self::RemoveExample { id } => vec![(Thing::Example(*id), Aspect::All)],
            Self::AddScoreRange { range, .. } | Self::ChangeScoreRange { range } => {
                vec![(Thing::ScoreRange(range.id), Aspect::All)]
            }
            Self::RemoveScoreRange { id } => vec![(Thing::ScoreRange(*id), Aspect::All)],
            Self::AddLanguage { translation, .. } => vec![(Thing::Language(translation.language), Aspect::All)],
            Self::RemoveLanguage { language } => vec![(Thing::Language(*language), Aspect::All)],
            Self::Translate { language, texts } => {
                texts.keys().map(|place| (Thing::Translated(*language, *place), Aspect::Text)).collect()
            }
            Self::Several { edits } => edits.iter().flat_map(Self::marks).collect(),
            Self::Replace { .. } => vec![(Thing::Whole, Aspect::All)],
        }
    }
}

/// Something comes to stand in a section.
fn into(section: Option<ItemId>) -> Option<(Thing, Aspect)> {
    section.map(|section| (Thing::Item(section), Aspect::Members))
}

fn overlap((mine, my_aspect): (Thing, Aspect), (its, its_aspect): (Thing, Aspect)) -> bool {
    match (mine, its) {
        (Thing::Whole, _) | (_, Thing::Whole) => true,
        // A language holds its texts.
        (Thing::Language(language), Thing::Translated(of, _))
        | (Thing::Translated(of, _), Thing::Language(language)) => language == of,
        // A kind holds its alternatives.
        (Thing::Item(item), Thing::Option(of, _)) => item == of && matches!(my_aspect, Aspect::All | Aspect::Kind),
        (Thing::Option(of, _), Thing::Item(item)) => item == of && matches!(its_aspect, Aspect::All | Aspect::Kind),
        // Two can put something into one section, but none into what is made something else.
        _ if my_aspect == Aspect::Members && its_aspect == Aspect::Members => false,
        (Thing::Item(item), Thing::Item(other)) if my_aspect == Aspect::Members || its_aspect == Aspect::Members => {
            let aspects = [my_aspect, its_aspect];
            item == other && (aspects.contains(&Aspect::Kind) || aspects.contains(&Aspect::All))
        }
        _ => mine == its && (my_aspect == its_aspect || my_aspect == Aspect::All || its_aspect == Aspect::All),
    }
}
