//! What a file held of an item that has no meaning here: the text in [`Details::foreign`](domain::template::Details).

use std::collections::BTreeMap;

use domain::OptionId;
use domain::template::{Item, ItemKind};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::json::Object;

/// What is kept of one item. Differences are those of [`crate::json`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Kept {
    /// The kind that it was read as. What is kept about a kind means nothing of another.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) kind: String,
    /// The whole item, of what cannot be asked here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) item: Option<Object>,
    /// FHIR's type, where the kind has more than one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) r#as: Option<String>,
    /// It stood outside all groups.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) bare: bool,
    /// The question that it stood in: questions hold none here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) under: Option<String>,
    /// The item's own members.
    #[serde(skip_serializing_if = "Object::is_empty")]
    pub(crate) fields: Object,
    /// The help's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) help: Option<Value>,
    /// Each alternative's.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) options: BTreeMap<OptionId, Value>,
    /// What alternatives without a code are called in the file: system and code.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) codings: BTreeMap<OptionId, (String, String)>,
    /// Each row's of a *matris*.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) rows: BTreeMap<OptionId, Value>,
    /// What else stood in the item, such as words for a pointer that rests on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) rest: Vec<Value>,
}

impl Kept {
    /// What is kept of an item. Of one that has become another kind only what has nothing to do with the kind.
    pub(crate) fn of(item: &Item) -> Self {
        let kept: Self = serde_json::from_str(&item.details.foreign).unwrap_or_default();
        if kept.kind.is_empty() || kept.kind == kind_name(&item.kind) {
            return kept;
        }
        let mut fields = kept.fields;
        fields.retain(|name, _| ["prefix", "definition", "id"].contains(&name.as_str()));
        Self { bare: kept.bare, under: kept.under, help: kept.help, codings: kept.codings, fields, ..Self::default() }
    }

    /// The text; empty when nothing is kept.
    pub(crate) fn text(&self) -> String {
        let is_empty = Self { kind: String::new(), ..self.clone() } == Self::default();
        if is_empty { String::new() } else { serde_json::to_string(self).unwrap_or_default() }
    }
}

/// What is kept of a form beside its items: the text in `TemplateContent::foreign`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct KeptRoot {
    /// The form's own members.
    #[serde(skip_serializing_if = "Object::is_empty")]
    pub(crate) fields: Object,
    /// The message's texts stood in no group of their own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) loose: bool,
    /// The group of the message's texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) message: Option<Value>,
    /// Each of them: by id, or by what it is where there is one of it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) parts: BTreeMap<String, Value>,
    /// What they are called in the file.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) link_ids: BTreeMap<String, String>,
}

impl KeptRoot {
    pub(crate) fn of(foreign: &str) -> Self {
        serde_json::from_str(foreign).unwrap_or_default()
    }

    pub(crate) fn text(&self) -> String {
        if *self == Self::default() { String::new() } else { serde_json::to_string(self).unwrap_or_default() }
    }
}

/// A kind's name, as it travels.
pub(crate) const fn kind_name(kind: &ItemKind) -> &'static str {
    match kind {
        ItemKind::LongText { .. } => "longText",
        ItemKind::ShortText { .. } => "shortText",
        ItemKind::YesNo => "yesNo",
        ItemKind::SingleChoice { .. } => "singleChoice",
        ItemKind::Dropdown { .. } => "dropdown",
        ItemKind::MultipleChoice { .. } => "multipleChoice",
        ItemKind::Matrix { .. } => "matrix",
        ItemKind::Number { .. } => "number",
        ItemKind::Scale { .. } => "scale",
        ItemKind::Date { .. } => "date",
        ItemKind::Time => "time",
        ItemKind::DateTime => "dateTime",
        ItemKind::Confirmation => "confirmation",
        ItemKind::Attachment { .. } => "attachment",
        ItemKind::Information { .. } => "information",
        ItemKind::Section => "section",
        ItemKind::RepeatedSection { .. } => "repeatedSection",
        ItemKind::Foreign { .. } => "foreign",
    }
}
