//! A template's translations as a CSV file: out to whoever translates, and back.
//!
//! One row for each text that the citizen reads: its key, the Swedish, and a column for each language. Columns are found by their
//! headings, in any order and case. What a spreadsheet makes of a file that it has opened and saved is understood: another separator,
//! a mark at the beginning, other line breaks.
//!
//! Nothing is taken away by a file: an empty cell leaves what stands there.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    template::{
        CitizenText, Language, TemplateContent, TextPlace, TranslatedText, Translation,
        edit::{Edit, MAX_TEXT},
        texts,
    },
    text::{Block, Inline, read as read_marks},
};
use serde::{Deserialize, Serialize};

/// Rows at most in one file: more than any template has texts.
pub const MAX_ROWS: usize = 100_000;

/// Signs that make a spreadsheet run a cell that begins with them, and our own, which says that one of them follows.
const RUN: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const GUARD: char = '\'';

/// What a file says of a template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct TranslationsRead {
    /// What would be done: one step. `None` when the template says all of it already.
    pub edit: Option<Edit>,
    /// The languages that the file has.
    pub languages: Vec<Language>,
    /// Those of them that the template has not yet.
    pub added: Vec<Language>,
    /// Translations that are new or another than those that stand there.
    pub taken: u32,
    /// Translations that stand there already.
    pub same: u32,
    /// Of those that are taken, how many are of Swedish that is another now: they are taken as outdated.
    pub outdated: u32,
    /// Of those that are taken, how many lead elsewhere than the Swedish, or have a mark that nothing closes.
    pub marks: u32,
    /// Rows whose key no text of the template has.
    pub unknown: u32,
    /// Translations that are longer than a text can be, or Swedish that is. They are not taken.
    pub too_long: u32,
    /// Headings of columns that say nothing here.
    pub ignored: Vec<String>,
}

/// Why a text is no file of translations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, thiserror::Error)]
#[serde(rename_all = "camelCase")]
pub enum NotTranslations {
    /// It has no columns `Nyckel` and `Svenska`.
    #[error("columns not recognised")]
    Columns,
    /// It has no column of a language.
    #[error("no language")]
    NoLanguage,
    /// More than [`MAX_ROWS`].
    #[error("too many rows")]
    TooLong,
    /// A quotation mark that is never closed, or another thing that no CSV has.
    #[error("not CSV")]
    Unreadable,
}

/// Writes every text of a template: UTF-8 with its mark, and semicolons, which is what a Swedish spreadsheet takes for a table.
pub fn write(content: &TemplateContent) -> String {
    let languages = content.translations.iter();
    let headings = languages.map(|one| format!("{} [{}]", one.language.swedish(), one.language.tag()));
    let mut rows = vec![["Nyckel", "Svenska"].map(str::to_owned).into_iter().chain(headings).collect::<Vec<_>>()];
    for CitizenText { place, text, .. } in texts(content) {
        let translated = content.translations.iter();
        let translated = translated.map(|one| one.texts.get(&place).map_or("", |translated| &translated.text));
        let cells = [text].into_iter().chain(translated).map(guarded);
        rows.push([place.to_string()].into_iter().chain(cells).collect());
    }
    let mut file = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        file.push_str(&cells.join(";"));
        file.push_str("\r\n");
    }
    file
}

/// Reads a file and says what it would do with a template.
///
/// # Errors
/// See [`NotTranslations`].
pub fn read(text: &str, content: &TemplateContent) -> Result<TranslationsRead, NotTranslations> {
    let text = text.trim_start_matches('\u{feff}');
    let (separator, text) = separator(text);
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let columns = Columns::find(reader.headers().map_err(|_| NotTranslations::Unreadable)?)?;
    let here = texts(content);
    let here: BTreeMap<TextPlace, &CitizenText<'_>> = here.iter().map(|text| (text.place, text)).collect();
    let mut file = File { content, here, read: TranslationsRead::default(), found: BTreeMap::new() };
    file.read.languages = columns.languages.iter().map(|(_, language)| *language).collect();
    for (number, record) in reader.records().enumerate() {
        if number == MAX_ROWS {
            return Err(NotTranslations::TooLong);
        }
        let record = record.map_err(|_| NotTranslations::Unreadable)?;
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            file.row(&record, &columns);
        }
    }
    file.read.ignored = columns.ignored;
    Ok(file.done())
}

/// What separates, and the text without what says so.
fn separator(text: &str) -> (u8, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(said) = first.trim_end().strip_prefix("sep=").filter(|said| said.len() == 1) {
        return (said.as_bytes()[0], rest);
    }
    let count = |candidate: u8| first.bytes().filter(|byte| *byte == candidate).count();
    (b";\t,".iter().copied().max_by_key(|candidate| (count(*candidate), *candidate == b';')).unwrap_or(b';'), text)
}

/// A text as a cell: a spreadsheet runs what begins like a formula, and an apostrophe before it says that it is words.
fn guarded(text: &str) -> String {
    if text.starts_with(|first| first == GUARD || RUN.contains(&first)) {
        format!("{GUARD}{text}")
    } else {
        text.into()
    }
}

fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix(GUARD) {
        Some(text) if text.starts_with(|first| first == GUARD || RUN.contains(&first)) => text,
        _ => cell,
    }
}

struct Columns {
    key: usize,
    swedish: usize,
    languages: Vec<(usize, Language)>,
    ignored: Vec<String>,
}

impl Columns {
    fn find(headings: &csv::StringRecord) -> Result<Self, NotTranslations> {
        let (mut key, mut swedish, mut languages, mut ignored) = (None, None, Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for (at, heading) in headings.iter().map(str::trim).enumerate() {
            match heading.to_lowercase().as_str() {
                "nyckel" | "key" => key = key.or(Some(at)),
                "svenska" | "svenska [sv]" | "sv" | "sv-se" => swedish = swedish.or(Some(at)),
                "" => {}
                lower => match language(lower).filter(|language| seen.insert(*language)) {
                    Some(language) => languages.push((at, language)),
                    None => ignored.push(heading.to_owned()),
                },
            }
        }
        let (Some(key), Some(swedish)) = (key, swedish) else { return Err(NotTranslations::Columns) };
        if languages.is_empty() {
            return Err(NotTranslations::NoLanguage);
        }
        Ok(Self { key, swedish, languages, ignored })
    }
}

/// "arabiska [ar]", "ar", "arabiska" or its own name; in small letters.
fn language(heading: &str) -> Option<Language> {
    let tag = heading.rsplit_once('[').and_then(|(_, tag)| tag.strip_suffix(']')).unwrap_or(heading);
    let is_named = |one: &&Language| [one.swedish(), one.own_name()].iter().any(|name| name.to_lowercase() == heading);
    Language::from_tag(tag).or_else(|| Language::ALL.iter().find(is_named).copied())
}

/// A file that is being read.
struct File<'a> {
    content: &'a TemplateContent,
    here: BTreeMap<TextPlace, &'a CitizenText<'a>>,
    read: TranslationsRead,
    found: BTreeMap<Language, BTreeMap<TextPlace, Option<TranslatedText>>>,
}

impl File<'_> {
    fn row(&mut self, record: &csv::StringRecord, columns: &Columns) {
        let cell = |column: usize| unguarded(record.get(column).unwrap_or_default());
        let place = cell(columns.key).trim().parse::<TextPlace>().ok();
        let Some((place, here)) = place.and_then(|place| Some((place, *self.here.get(&place)?))) else {
            self.read.unknown += 1;
            return;
        };
        let swedish = cell(columns.swedish);
        for (column, language) in &columns.languages {
            let text = cell(*column);
            if !text.trim().is_empty() {
                self.cell(place, here, swedish, *language, text);
            }
        }
    }

    fn cell(&mut self, place: TextPlace, here: &CitizenText<'_>, swedish: &str, language: Language, text: &str) {
        if text.chars().count() > MAX_TEXT || swedish.chars().count() > MAX_TEXT {
            self.read.too_long += 1;
            return;
        }
        let is_of_now = is_same(swedish, here.text);
        let translation = self.content.translations.iter().find(|one| one.language == language);
        let stands = translation.and_then(|one| one.texts.get(&place));
        // Of Swedish that is as it was when the file was written nothing new is said, also where it had changed before that.
        if stands.is_some_and(|stands| is_same(text, &stands.text) && (is_of_now || is_same(swedish, &stands.of))) {
            self.read.same += 1;
            return;
        }
        self.read.taken += 1;
        self.read.outdated += u32::from(!is_of_now);
        self.read.marks += u32::from(here.has_marks && leads_elsewhere(here.text, text));
        let of = if is_of_now { here.text.to_owned() } else { with_our_breaks(swedish) };
        let translated = TranslatedText { text: with_our_breaks(text), of };
        self.found.entry(language).or_default().insert(place, Some(translated));
    }

    fn done(self) -> TranslationsRead {
        let Self { content, mut read, found, .. } = self;
        let is_new = |language: &Language| content.translations.iter().all(|one| one.language != *language);
        read.added = read.languages.iter().copied().filter(is_new).collect();
        let at = u32::try_from(content.translations.len()).unwrap_or(u32::MAX);
        let begun = read.added.iter().zip(at..);
        let begin =
            |(language, at): (&Language, u32)| Edit::AddLanguage { translation: Translation::new(*language), at };
        let put = found.into_iter().map(|(language, texts)| Edit::Translate { language, texts });
        let edits: Vec<Edit> = begun.map(begin).chain(put).collect();
        read.edit = (!edits.is_empty()).then_some(Edit::Several { edits });
        read
    }
}

/// Whether two texts are the same to whoever reads them: programs disagree about line breaks and what stands around a text.
fn is_same(one: &str, other: &str) -> bool {
    with_our_breaks(one).trim() == with_our_breaks(other).trim()
}

fn with_our_breaks(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Whether links lead to other places than those of the Swedish, or a mark was left open that is not in the Swedish.
fn leads_elsewhere(swedish: &str, translated: &str) -> bool {
    let (was, is) = (read_marks(swedish), read_marks(translated));
    addresses(&was.blocks) != addresses(&is.blocks) || (is.has_strays && !was.has_strays)
}

fn addresses(blocks: &[Block]) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for block in blocks {
        match block {
            Block::Paragraph { inlines } => gather(inlines, &mut found),
            Block::List { items, .. } => items.iter().for_each(|item| gather(item, &mut found)),
        }
    }
    found
}

fn gather<'a>(inlines: &'a [Inline], found: &mut BTreeSet<&'a str>) {
    for inline in inlines {
        match inline {
            Inline::Text { .. } => {}
            Inline::Bold { inlines } | Inline::Italic { inlines } => gather(inlines, found),
            Inline::Link { address, inlines } => {
                found.insert(address);
                gather(inlines, found);
            }
        }
    }
}

#[cfg(test)]
mod tests;
