//! Translations: FHIR's own extension beside each text that has an element, and ours on the form for all that it cannot say.
//!
//! FHIR's says of a text what it is in another language, and no more. What was translated from Swedish that has changed since, has
//! marks, or stands where FHIR has no element, is said by an extension of ours, by the text's name in the file.

use std::collections::BTreeMap;

use domain::template::edit::MAX_TEXT;
use domain::template::{
    BodyPart, ChoiceRole, CitizenText, ItemKind, Language, TemplateContent, TextPlace, TranslatedText, Translation,
    texts,
};
use domain::text::{escape, plain};
use serde_json::{Value, json};

use crate::import::is_help;
use crate::json::{Object, extend, object, objects, push, text_of, value};
use crate::kept::KeptRoot;
use crate::links::{Link, Links, option_value, yes_no};
use crate::names::{
    HELP, LANGUAGE, OPEN_LABEL, ROW_NAME, SCALE_HIGH, SCALE_LOW, TRANSLATED, TRANSLATION, UNIT, VALIDATION_TEXT, key,
    own,
};

/// An element that a text stands in. Its item is named by its `linkId`.
enum Spot {
    /// A member of the form itself.
    Root(&'static str),
    /// The item's text.
    Text(String),
    /// The text of the help in it.
    Help(String),
    /// The value of one of its extensions.
    Extension(String, String),
    /// What the number's unit is called.
    Unit(String),
    /// The text of a row of a *matris*, counted from 0.
    Row(String, usize),
    /// An alternative, known by its value; of a *matris* in this row.
    Option(String, Option<usize>, (&'static str, Value)),
}

/// Where items stand in the file: the way to each from the form, by its `linkId`.
struct Paths(BTreeMap<String, Vec<usize>>);

impl Paths {
    fn of(root: &Object) -> Self {
        fn gather(of: &Object, way: &mut Vec<usize>, found: &mut BTreeMap<String, Vec<usize>>) {
            for (at, item) in of.get("item").and_then(Value::as_array).into_iter().flatten().enumerate() {
                let Some(item) = item.as_object() else { continue };
                way.push(at);
                if let Some(link_id) = text_of(item, "linkId") {
                    found.insert(link_id.to_owned(), way.clone());
                }
                gather(item, way, found);
                way.pop();
            }
        }
        let mut found = BTreeMap::new();
        gather(root, &mut Vec::new(), &mut found);
        Self(found)
    }

    fn item<'a>(&self, root: &'a mut Object, link_id: &str) -> Option<&'a mut Object> {
        self.0.get(link_id)?.iter().try_fold(root, |at, number| member_at(at, "item", *number))
    }

    /// The object whose member the text is, and the member.
    fn holder<'a>(&self, root: &'a mut Object, spot: &Spot) -> Option<(&'a mut Object, String)> {
        match spot {
            Spot::Root(member) => Some((root, (*member).to_owned())),
            Spot::Text(link_id) => Some((self.item(root, link_id)?, "text".to_owned())),
            Spot::Help(link_id) => {
                let item = self.item(root, link_id)?;
                let at = children(item).position(is_help)?;
                Some((member_at(item, "item", at)?, "text".to_owned()))
            }
            Spot::Extension(link_id, url) => {
                let extension = extension_mut(self.item(root, link_id)?, url)?;
                let member = extension.keys().find(|key| key.starts_with("value"))?.clone();
                Some((extension, member))
            }
            Spot::Unit(link_id) => {
                let coding = extension_mut(self.item(root, link_id)?, UNIT)?.get_mut("valueCoding")?;
                Some((coding.as_object_mut()?, "display".to_owned()))
            }
            Spot::Row(link_id, row) => Some((row_mut(self.item(root, link_id)?, *row)?, "text".to_owned())),
            Spot::Option(link_id, row, (kind, value)) => {
                let item = self.item(root, link_id)?;
                let item = if let Some(row) = row { row_mut(item, *row)? } else { item };
                let member = format!("value{kind}");
                let is_it = |option: &Object| match (option.get(&member), value) {
                    (Some(Value::Object(coding)), Value::Object(wanted)) => {
                        ["system", "code"].iter().all(|part| coding.get(*part) == wanted.get(*part))
                    }
                    (found, wanted) => found == Some(wanted),
                };
                let at = objects(item, "answerOption").position(is_it)?;
                let option = member_at(item, "answerOption", at)?;
                if option.get(&member)?.is_object() {
                    return Some((option.get_mut(&member)?.as_object_mut()?, "display".to_owned()));
                }
                Some((option, member))
            }
        }
    }
}

fn children(item: &Object) -> impl Iterator<Item = &Object> {
    objects(item, "item")
}

fn row_mut(item: &mut Object, row: usize) -> Option<&mut Object> {
    let at = children(item).enumerate().filter(|(_, child)| !is_help(child)).nth(row)?.0;
    member_at(item, "item", at)
}

fn member_at<'a>(of: &'a mut Object, list: &str, at: usize) -> Option<&'a mut Object> {
    of.get_mut(list)?.as_array_mut()?.get_mut(at)?.as_object_mut()
}

fn extension_mut<'a>(item: &'a mut Object, url: &str) -> Option<&'a mut Object> {
    let list = item.get_mut("extension")?.as_array_mut()?;
    let mut all = list.iter_mut().filter_map(Value::as_object_mut);
    all.find(|one| text_of(one, "url").is_some_and(|of| key(of) == url))
}

/// What a text is called in a file, and the elements that it stands in.
fn spots(content: &TemplateContent, links: &Links<'_>, place: TextPlace) -> Option<(String, Vec<Spot>)> {
    let single = |name: &str| Spot::Text(links.part(name).to_owned());
    let of_item = |id| links.item(id).map(|link| (link, link.link_id.clone()));
    let extension = |id, url: &str, word: &str| {
        let (_, link_id) = of_item(id)?;
        Some((format!("{link_id}#{word}"), vec![Spot::Extension(link_id, own(url))]))
    };
    match place {
        TextPlace::Name => Some(("#name".to_owned(), vec![Spot::Root("title")])),
        TextPlace::Purpose => Some(("#purpose".to_owned(), vec![Spot::Root("purpose"), single("purpose")])),
        TextPlace::AnswerUse => Some(("#answerUse".to_owned(), vec![single("answer-use")])),
        TextPlace::Contact => Some(("#contact".to_owned(), vec![single("contact")])),
        TextPlace::Part(id) => {
            let part = content.body.iter().find(|part: &&BodyPart| part.id() == id)?;
            let link_id = links.part_of(part).to_owned();
            Some((format!("{link_id}#part"), vec![Spot::Text(link_id)]))
        }
        TextPlace::Item(id) => of_item(id).map(|(_, link_id)| (format!("{link_id}#text"), vec![Spot::Text(link_id)])),
        TextPlace::Help(id) => {
            let (link, link_id) = of_item(id)?;
            let is_beside = matches!(link.item.kind, ItemKind::Information { .. });
            let spot =
                if is_beside { Spot::Extension(link_id.clone(), own(HELP)) } else { Spot::Help(link_id.clone()) };
            Some((format!("{link_id}#help"), vec![spot]))
        }
        // What stands in an attachment has no element that other systems would look in.
        TextPlace::Picture(id) => of_item(id).map(|(_, link_id)| (format!("{link_id}#picture"), Vec::new())),
        TextPlace::Fault(id) => extension(id, VALIDATION_TEXT, "fault"),
        TextPlace::Low(id) => extension(id, SCALE_LOW, "low"),
        TextPlace::High(id) => extension(id, SCALE_HIGH, "high"),
        TextPlace::Row(id) => extension(id, ROW_NAME, "row"),
        TextPlace::Unit(id) => of_item(id).map(|(_, link_id)| (format!("{link_id}#unit"), vec![Spot::Unit(link_id)])),
        TextPlace::Option(id, option) => of_choice(links.item(id)?, option),
        TextPlace::Yes => Some(("#yes".to_owned(), of_yes_no(content, links, true))),
        TextPlace::No => Some(("#no".to_owned(), of_yes_no(content, links, false))),
    }
}

fn of_choice(link: &Link<'_>, id: domain::OptionId) -> Option<(String, Vec<Spot>)> {
    let (rows, options) = (link.item.kind.rows(), link.item.kind.options());
    let (number, choice) = rows.iter().chain(options).enumerate().find(|(_, choice)| choice.id == id)?;
    let link_id = || link.link_id.clone();
    let spots = if number < rows.len() {
        vec![Spot::Row(link_id(), number)]
    } else {
        let value = || option_value(link.item.id, &link.kept, choice);
        let in_rows = (0..rows.len()).map(|row| Spot::Option(link_id(), Some(row), value()));
        // What other systems add themselves stands among no alternatives.
        let is_added = choice.role == ChoiceRole::Other;
        let added = is_added.then(|| Spot::Extension(link_id(), OPEN_LABEL.to_owned()));
        in_rows.chain([Spot::Option(link_id(), None, value())]).chain(added).collect()
    };
    Some((format!("{}#option/{number}", link.link_id), spots))
}

fn of_yes_no(content: &TemplateContent, links: &Links<'_>, yes: bool) -> Vec<Spot> {
    let asked = domain::template::tree::walk(&content.form).filter(|item| item.kind == ItemKind::YesNo);
    let links = asked.filter_map(|item| links.item(item.id));
    links.map(|link| Spot::Option(link.link_id.clone(), None, ("Coding", Value::Object(yes_no(yes))))).collect()
}

/// Whether an element says what a text says: an element that has come to say something else is not its.
fn says(holder: &Object, member: &str, text: &CitizenText<'_>) -> bool {
    let words = if text.has_marks { plain(text.text) } else { text.text.to_owned() };
    text_of(holder, member).is_some_and(|said| said.split_whitespace().eq(words.split_whitespace()))
}

/// The template as it would be if the citizen could answer: what is kept of a form that is not sent is written as well.
fn whole(content: &TemplateContent) -> TemplateContent {
    TemplateContent { answerable: true, ..content.clone() }
}

/// Writes the translations into a form that is otherwise written.
pub(crate) fn put(root: &mut Object, content: &TemplateContent, links: &Links<'_>) {
    let paths = Paths::of(root);
    let whole = whole(content);
    let texts = texts(&whole);
    for Translation { language, texts: translated } in &content.translations {
        extend(root, own(LANGUAGE), "valueCode", language.tag());
        for text in &texts {
            let Some(one) = translated.get(&text.place) else { continue };
            let Some((name, spots)) = spots(content, links, text.place) else { continue };
            let words = if text.has_marks { plain(&one.text) } else { one.text.clone() };
            let mut stands = false;
            if one.of.trim() == text.text.trim() && !words.trim().is_empty() {
                for spot in &spots {
                    let holder = paths.holder(root, spot).filter(|(holder, member)| says(holder, member, text));
                    let Some((holder, member)) = holder else { continue };
                    let twin = holder.entry(format!("_{member}")).or_insert_with(|| json!({}));
                    if let Value::Object(twin) = twin {
                        push(twin, "extension", standard(*language, &words));
                        stands = true;
                    }
                }
            }
            if !stands || words != one.text || one.of != text.text {
                let of = (one.of != text.text).then_some(one.of.as_str());
                push(root, "extension", ours(*language, &name, &one.text, of));
            }
        }
    }
}

fn part(url: &str, kind: &str, value: &str) -> Value {
    json!({ "url": url, kind: value })
}

fn standard(language: Language, words: &str) -> Value {
    let parts = [part("lang", "valueCode", language.tag()), part("content", "valueString", words)];
    json!({ "url": TRANSLATION, "extension": parts })
}

fn ours(language: Language, name: &str, text: &str, of: Option<&str>) -> Value {
    let mut parts = vec![part("lang", "valueCode", language.tag()), part("text", "valueString", name)];
    parts.push(part("content", "valueString", text));
    parts.extend(of.map(|of| part("of", "valueString", of)));
    json!({ "url": own(TRANSLATED), "extension": parts })
}

/// A translation as a file says it.
struct Said {
    text: String,
    /// The Swedish that it is of, where that is another than the text's.
    of: Option<String>,
    /// Whether its marks mean something: FHIR's own extension has none.
    is_marked: bool,
}

/// Translations that were read, by the names of their texts in the file.
#[derive(Default)]
pub(crate) struct Read {
    /// Those that the file names, in its order.
    named: Vec<Language>,
    said: BTreeMap<Language, BTreeMap<String, Said>>,
}

impl Read {
    pub(crate) fn is_empty(&self) -> bool {
        self.named.is_empty() && self.said.is_empty()
    }

    fn put(&mut self, language: Language, name: &str, said: Said) {
        let is_text = !said.text.trim().is_empty() && said.text.chars().count() <= MAX_TEXT;
        if is_text && said.of.as_ref().is_none_or(|of| of.chars().count() <= MAX_TEXT) {
            self.said.entry(language).or_default().entry(name.to_owned()).or_insert(said);
        }
    }

    /// The translations of a template that was read from the same form.
    pub(crate) fn of(mut self, content: &TemplateContent) -> Vec<Translation> {
        let root = KeptRoot::of(&content.foreign);
        let links = Links::of(content, &root);
        let mut made: Vec<Translation> = self.named.iter().map(|one| Translation::new(*one)).collect();
        made.extend(self.said.keys().filter(|one| !self.named.contains(one)).map(|one| Translation::new(*one)));
        for text in texts(&whole(content)) {
            let Some((name, _)) = spots(content, &links, text.place) else { continue };
            for translation in &mut made {
                let said = self.said.get_mut(&translation.language).and_then(|all| all.remove(&name));
                let Some(Said { text: words, of, is_marked }) = said else { continue };
                let words = if text.has_marks && !is_marked { escape(&words) } else { words };
                let of = of.unwrap_or_else(|| text.text.to_owned());
                translation.texts.insert(text.place, TranslatedText { text: words, of });
            }
        }
        made
    }
}

/// Takes the translations of a template's texts out of the form that it was read from; what else is said in other languages stays.
pub(crate) fn take(root: &mut Object, content: &TemplateContent) -> Read {
    let mut read = Read::default();
    if !is_said(&Value::Object(root.clone())) {
        return read;
    }
    let kept = KeptRoot::of(&content.foreign);
    let links = Links::of(content, &kept);
    if let Some(Value::Array(list)) = root.get_mut("extension") {
        list.retain(|one| !one.as_object().is_some_and(|one| take_ours(one, &mut read)));
        if list.is_empty() {
            root.remove("extension");
        }
    }
    let paths = Paths::of(root);
    for text in texts(&whole(content)) {
        let Some((name, spots)) = spots(content, &links, text.place) else { continue };
        for spot in &spots {
            if let Some((holder, member)) = paths.holder(root, spot).filter(|(of, member)| says(of, member, &text)) {
                take_standard(holder, &format!("_{member}"), &name, &mut read);
            }
        }
    }
    read
}

/// Whether there is any translation in it, however deep.
fn is_said(value: &Value) -> bool {
    match value {
        Value::Object(all) => {
            let is_one = text_of(all, "url").is_some_and(|url| url == TRANSLATION || key(url) == own(LANGUAGE));
            is_one || all.values().any(is_said)
        }
        Value::Array(all) => all.iter().any(is_said),
        _ => false,
    }
}

/// Whether it is an extension of ours, which is taken.
fn take_ours(one: &Object, read: &mut Read) -> bool {
    let url = text_of(one, "url").map(key).unwrap_or_default();
    if url == own(LANGUAGE) {
        let language = value(one).and_then(|(_, tag)| Language::from_tag(tag.as_str()?));
        read.named.extend(language.filter(|language| !read.named.contains(language)));
        return language.is_some();
    }
    if url != own(TRANSLATED) {
        return false;
    }
    let (Some(language), Some(name), Some(text)) =
        (word(one, "lang").and_then(Language::from_tag), word(one, "text"), word(one, "content"))
    else {
        return false;
    };
    let of = word(one, "of").map(str::to_owned);
    read.put(language, name, Said { text: text.to_owned(), of, is_marked: true });
    true
}

fn word<'a>(extension: &'a Object, url: &str) -> Option<&'a str> {
    let part = objects(extension, "extension").find(|part| text_of(part, "url") == Some(url))?;
    value(part)?.1.as_str()
}

fn take_standard(holder: &mut Object, twin: &str, name: &str, read: &mut Read) {
    let Some(Value::Object(of)) = holder.get_mut(twin) else { return };
    if let Some(Value::Array(list)) = of.get_mut("extension") {
        list.retain(|one| {
            let Some(one) = one.as_object().filter(|one| text_of(one, "url") == Some(TRANSLATION)) else { return true };
            let (Some(language), Some(text)) = (word(one, "lang").and_then(Language::from_tag), word(one, "content"))
            else {
                return true;
            };
            read.put(language, name, Said { text: text.to_owned(), of: None, is_marked: false });
            false
        });
        if list.is_empty() {
            of.remove("extension");
        }
    }
    if of.is_empty() {
        holder.remove(twin);
    }
}

/// What stands in the form of a Bundle in another language, as translations of the Swedish: the two have the same items by the same
/// names, and `other` was read from the other form.
pub(crate) fn of_other(
    base: &TemplateContent,
    root: &mut Object,
    other: &TemplateContent,
    language: Language,
) -> Translation {
    let (base_kept, kept) = (KeptRoot::of(&base.foreign), KeptRoot::of(&other.foreign));
    let (base_links, links) = (Links::of(base, &base_kept), Links::of(other, &kept));
    let theirs = texts(other).into_iter().filter(|text| ![TextPlace::Yes, TextPlace::No].contains(&text.place));
    let mut said: BTreeMap<String, String> =
        theirs.filter_map(|text| Some((spots(other, &links, text.place)?.0, text.text.to_owned()))).collect();
    let paths = Paths::of(root);
    for (place, name) in [(TextPlace::Yes, "#yes"), (TextPlace::No, "#no")] {
        // In another language a question is asked with *ja* and *nej* only where the Swedish is.
        let found = spots(base, &base_links, place).into_iter().flat_map(|(_, spots)| spots).find_map(|spot| {
            let (holder, member) = paths.holder(root, &spot)?;
            text_of(holder, &member).map(str::to_owned)
        });
        said.extend(found.map(|text| (name.to_owned(), text)));
    }
    let mut translation = Translation::new(language);
    for text in texts(base) {
        let words = spots(base, &base_links, text.place).and_then(|(name, _)| said.remove(&name));
        if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
            translation.texts.insert(text.place, TranslatedText { text: words, of: text.text.to_owned() });
        }
    }
    translation
}

/// The items of a form by their names and types: what two forms have in common that are one in two languages.
pub(crate) fn shape(of: &Object) -> Vec<Object> {
    let mut all = Vec::new();
    for item in objects(of, "item") {
        all.push(object([("linkId", item.get("linkId").cloned()), ("type", item.get("type").cloned())]));
        all.extend(shape(item));
    }
    all
}
