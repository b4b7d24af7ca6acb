//! A Questionnaire as a template, and what is said of it.

mod conditions;
mod items;
mod keep;
mod kinds;
mod lists;
mod message;
mod options;
mod pictures;
mod shape;
mod versions;

use std::collections::BTreeMap;

use domain::template::Language;
use domain::template::edit::{Edit, MAX_FOREIGN};
use domain::template::tree::walk;
use domain::template::{Item, ItemKind, Picture, ScoreRange, TemplateContent};
use domain::{ItemId, OptionId, ScoreRangeId};
use serde_json::Value;
use uuid::Uuid;

use self::versions::AsR4;
use crate::about::About;
use crate::json::{Object, extension, extensions, is_true, objects, own_word, text_of};
use crate::kept::KeptRoot;
use crate::names::{CAREGIVER_INSTRUCTION, DESIGN_NOTE, MAY_REPLY, SCORE_RANGE, key, own, short};
use crate::remark::{Part, Refusal, Remark, RemarkKind};
use crate::translations;

pub(crate) use items::is_help;

/// Bytes of a file, at most.
pub const MAX_FILE: usize = 20_000_000;

/// A template that was read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The template. It fits the limits of [`domain::template::edit`]; whether it may be published is another matter.
    pub content: TemplateContent,
    /// What the file says of the form as a whole. Given to [`export`](crate::export) it changes nothing.
    pub about: About,
    /// What became of its parts, in the form's order, the form itself first.
    pub report: Vec<Remark>,
}

/// Makes a picture, not described yet, of what a file says is one; `None` when it is none that can be shown here.
pub type Draw<'a> = dyn FnMut(Vec<u8>) -> Option<Picture> + 'a;

/// Reads a file with one Questionnaire, or a Bundle with several. Of one form in several languages, item by item the same, the Swedish
/// is read and the others are its translations. `ids` gives a new id each time.
///
/// # Errors
/// See [`Refusal`]. Of a Bundle all are refused when one is.
pub fn import(bytes: &[u8], ids: &mut dyn FnMut() -> Uuid, draw: &mut Draw<'_>) -> Result<Vec<Imported>, Refusal> {
    if bytes.len() > MAX_FILE {
        return Err(Refusal::FileTooLarge);
    }
    // Windows programs begin their files so.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let value: Value = serde_json::from_slice(bytes).map_err(|fault| {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        // What lies deeper than the reader goes is a form that lies deeper than a template can.
        if fault.to_string().starts_with("recursion limit") {
            return Refusal::TooLarge { link_id: String::new() };
        }
        Refusal::NotJson { line: number(fault.line()), column: number(fault.column()) }
    })?;
    let root = value.as_object().ok_or(Refusal::NotFhir)?;
    match text_of(root, "resourceType") {
        None => Err(Refusal::NotFhir),
        Some("Questionnaire") => Ok(vec![questionnaire(root, ids, draw)?]),
        Some("Bundle") => {
            let resources = objects(root, "entry").filter_map(|entry| entry.get("resource")?.as_object());
            let all: Vec<&Object> =
                resources.filter(|resource| text_of(resource, "resourceType") == Some("Questionnaire")).collect();
            if all.is_empty() {
                return Err(Refusal::NotAQuestionnaire { resource_type: "Bundle".to_owned() });
            }
            bundle(&all, ids, draw)
        }
        Some(other) => Err(Refusal::NotAQuestionnaire { resource_type: other.to_owned() }),
    }
}

/// A form as it is read and written: of FHIR R4, with its alternatives in the questions. What [`export`](crate::export) gives back
/// of a template is held against this ([`differences`](crate::differences)).
///
/// # Errors
/// See [`Refusal`].
pub fn as_r4(form: &Value) -> Result<Value, Refusal> {
    let root = form.as_object().ok_or(Refusal::NotFhir)?;
    Ok(Value::Object(versions::as_r4(root)?.form))
}

/// Reads the forms of a Bundle, those in other languages as translations of the Swedish that has the same items.
fn bundle(all: &[&Object], ids: &mut dyn FnMut() -> Uuid, draw: &mut Draw<'_>) -> Result<Vec<Imported>, Refusal> {
    let shapes: Vec<_> = all.iter().map(|root| translations::shape(root)).collect();
    let is_swedish = |at: usize| text_of(all[at], "language").is_some_and(|language| language.starts_with("sv"));
    // Where the form in another language is read into, and in which.
    let base_of = |at: usize| {
        let language = text_of(all[at], "language").and_then(Language::from_tag)?;
        let base = (0..all.len()).find(|base| is_swedish(*base) && shapes[*base] == shapes[at])?;
        Some((base, language)).filter(|_| !shapes[at].is_empty())
    };
    let mut made = BTreeMap::new();
    for at in (0..all.len()).filter(|at| base_of(*at).is_none()) {
        made.insert(at, questionnaire(all[at], ids, draw)?);
    }
    for (at, (base, language)) in (0..all.len()).filter_map(|at| Some((at, base_of(at)?))) {
        let other = questionnaire(all[at], ids, draw)?;
        let Some(into) = made.get_mut(&base) else { continue };
        if into.content.translations.iter().any(|one| one.language == language) {
            // A second form in one language is somebody's own.
            made.insert(at, other);
            continue;
        }
        let translation =
            translations::of_other(&into.content, &mut versions::as_r4(all[at])?.form, &other.content, language);
        into.content.translations.push(translation);
        let what = RemarkKind::ReadAsTranslation { language: language.tag().to_owned() };
        into.report.insert(0, Remark { at: Part::Root, what });
    }
    Ok(made.into_values().collect())
}

/// Reads a form with its translations. They are taken out of it first: what is made of the template then says them anew.
fn questionnaire(root: &Object, ids: &mut dyn FnMut() -> Uuid, draw: &mut Draw<'_>) -> Result<Imported, Refusal> {
    let AsR4 { mut form, report } = versions::as_r4(root)?;
    let mut imported = in_swedish(&form, ids, draw)?;
    let read = translations::take(&mut form, &imported.content);
    if !read.is_empty() {
        imported = in_swedish(&form, ids, draw)?;
        imported.content.translations = read.of(&imported.content);
        fits(&imported.content)?;
    }
    imported.report.splice(0..0, report);
    Ok(imported)
}

/// Where an item came from.
#[derive(Default)]
struct Source {
    /// Its own members, without the items in it and the alternatives that were read from it.
    fields: Object,
    help: Option<Object>,
    options: Vec<(OptionId, Object)>,
    rows: Vec<(OptionId, Object)>,
    /// The question that it stood in.
    under: Option<ItemId>,
}

/// A file that is being read.
struct Reader<'a> {
    ids: &'a mut dyn FnMut() -> Uuid,
    /// The form.
    root: &'a Object,
    draw: &'a mut Draw<'a>,
    /// Put into the items last: what is kept of them is told apart from what is made of them without one.
    pictures: BTreeMap<ItemId, Picture>,
    report: Vec<Remark>,
    sources: BTreeMap<ItemId, Source>,
}

impl Reader<'_> {
    fn item_id(&mut self) -> ItemId {
        ItemId::from_uuid((self.ids)())
    }

    fn option_id(&mut self) -> OptionId {
        OptionId::from_uuid((self.ids)())
    }

    fn say(&mut self, at: &Part, what: RemarkKind) {
        self.report.push(Remark { at: at.clone(), what });
    }
}

fn in_swedish(root: &Object, ids: &mut dyn FnMut() -> Uuid, draw: &mut Draw<'_>) -> Result<Imported, Refusal> {
    shape::check(root)?;
    let first = ItemId::from_uuid(ids());
    let score_ranges = extensions(root, &own(SCORE_RANGE)).filter_map(|one| score_range(one, ids)).collect();
    let mut reader =
        Reader { ids, root, draw, pictures: BTreeMap::new(), report: Vec::new(), sources: BTreeMap::new() };
    let word = |key: &str| text_of(root, key).unwrap_or_default().to_owned();
    let name = text_of(root, "title").or_else(|| text_of(root, "name")).unwrap_or_default().to_owned();
    let mut content = TemplateContent::new(name, String::new(), first);
    content.body.clear();
    content.score_ranges = score_ranges;
    content.purpose = word("purpose");
    let note = || extension(root, DESIGN_NOTE).and_then(Value::as_str);
    content.handler_instruction = own_word(root, CAREGIVER_INSTRUCTION).or_else(note).unwrap_or_default().to_owned();

    let mut fields = root.clone();
    fields.remove("item");
    of_the_form(&mut reader, &mut fields);

    let mut kept = KeptRoot::default();
    let said = extension(root, &own(MAY_REPLY)).and_then(Value::as_bool);
    let message = message::read(root, &mut reader, &mut content, &mut kept, said);
    content.form = reader.list(message.rest.iter().copied(), true);
    content.answerable = said.unwrap_or_else(|| walk(&content.form).any(Item::is_question));
    if said.is_none() {
        reader.say(&Part::Root, RemarkKind::AnswerableDecided { answerable: content.answerable });
    }
    let tells = |item: &Item| !matches!(item.kind, ItemKind::Foreign { .. });
    if !content.answerable && walk(&content.form).any(tells) {
        reader.say(&Part::Root, RemarkKind::FormNotSent);
    }
    conditions::read(&mut reader, &mut content, &kept);
    keep::keep(&mut reader, &mut content, kept, &fields, &message);
    put_pictures(&mut content.form, &mut reader.pictures);
    fits(&content)?;
    // The form itself first.
    reader.report.sort_by_key(|remark| remark.at != Part::Root);
    Ok(Imported { content, about: About::of(root), report: reader.report })
}

/// A named range of points; `None` of what is none.
fn score_range(extension: &Object, ids: &mut dyn FnMut() -> Uuid) -> Option<ScoreRange> {
    let part = |url: &str| crate::json::extension(extension, url);
    let end = |url: &str| part(url).and_then(Value::as_i64).and_then(|sum| i32::try_from(sum).ok());
    let (from, to) = (end("from")?, end("to")?);
    let name = part("name").and_then(Value::as_str).unwrap_or_default().to_owned();
    Some(ScoreRange { id: ScoreRangeId::from_uuid(ids()), name, from, to })
}

fn put_pictures(items: &mut [Item], pictures: &mut BTreeMap<ItemId, Picture>) {
    for item in items {
        item.picture = pictures.remove(&item.id);
        put_pictures(&mut item.items, pictures);
    }
}

/// What is said of the form as a whole, beside its items.
fn of_the_form(reader: &mut Reader<'_>, fields: &mut Object) {
    const UNDERSTOOD: [&str; 16] = [
        "resourceType",
        "language",
        "meta",
        "subjectType",
        "name",
        "title",
        "purpose",
        "extension",
        "contained",
        "id",
        "url",
        "version",
        "status",
        "date",
        "publisher",
        "text",
    ];
    let mut unused: Vec<String> = fields.keys().filter(|name| !UNDERSTOOD.contains(&name.as_str())).cloned().collect();
    let understood = [own(CAREGIVER_INSTRUCTION), own(MAY_REPLY), own(SCORE_RANGE), DESIGN_NOTE.to_owned()];
    let urls = objects(fields, "extension").filter_map(|one| text_of(one, "url"));
    unused.extend(urls.filter(|url| !understood.contains(&key(url))).map(|url| short(url).to_owned()));
    if !unused.is_empty() {
        reader.say(&Part::Root, RemarkKind::KeptUnused { what: unused });
    }
    if text_of(fields, "status").and_then(crate::about::Status::from_word).is_none() {
        fields.remove("status");
        reader.say(&Part::Root, RemarkKind::StatusNotTaken);
    }
    if let Some(language) = text_of(fields, "language").filter(|language| !language.starts_with("sv")) {
        reader.say(&Part::Root, RemarkKind::OtherLanguage { language: language.to_owned() });
    }
}

fn fits(content: &TemplateContent) -> Result<(), Refusal> {
    let too_large = walk(&content.form).find(|item| item.details.foreign.len() > MAX_FOREIGN);
    if let Some(item) = too_large {
        return Err(Refusal::TooLarge { link_id: item.details.link_id.clone() });
    }
    let mut empty = TemplateContent::new(String::new(), String::new(), ItemId::from_uuid(Uuid::nil()));
    let edit = Edit::Replace { content: Box::new(content.clone()) };
    empty.apply(&edit).map(|_| ()).map_err(|_| Refusal::TooLarge { link_id: String::new() })
}

/// Where an item stands, for a person.
fn place(item: &Object) -> Part {
    let word = |key| text_of(item, key).unwrap_or_default().to_owned();
    Part::Item { link_id: word("linkId"), text: word("text") }
}

/// Whether it is shown on a condition.
fn is_conditional(item: &Object) -> bool {
    use crate::names::{SHOWN_EXPRESSION, SHOWN_WHEN};
    objects(item, "enableWhen").next().is_some()
        || extension(item, SHOWN_EXPRESSION).is_some()
        || crate::json::extensions(item, SHOWN_EXPRESSION).next().is_some()
        || crate::json::extensions(item, &own(SHOWN_WHEN)).next().is_some()
}

/// Whether it is hidden from everybody.
fn is_hidden(item: &Object) -> bool {
    extension(item, crate::names::HIDDEN).and_then(Value::as_bool) == Some(true)
}

/// Whether it may be answered several times.
fn repeats(item: &Object) -> bool {
    is_true(item, "repeats")
}

/// A JSON number as a decimal number with a point; `None` of one that has more digits than numbers here have.
pub(crate) fn number_text(number: &Value) -> Option<String> {
    if !number.is_number() {
        return None;
    }
    let text = match number.as_f64().filter(|_| number.is_f64()) {
        Some(fraction) => format!("{fraction}"),
        None => number.to_string(),
    };
    domain::reply::Decimal::parse(&text).ok().map(|number| number.to_string())
}
