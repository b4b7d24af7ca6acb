//! Which kind of item it is.

use domain::attachment::AttachmentLimits;
use domain::reply::{Answer, Decimal};
use domain::template::{Choice, ChoiceRole, DateLimit, FileKinds, InformationStyle, ItemKind, MAX_ROWS, TextFormat};
use serde_json::Value;

use super::items::{code, is_help};
use super::{Reader, Source, is_hidden, number_text, options, repeats};
use crate::export::kinds::{IMAGES, PDF, is_day, json_number};
use crate::json::{Object, concept, extension, extensions, is_true, objects, own_word, text_of, value};
use crate::kept::Kept;
use crate::names::{
    BASE, CONSTRAINT, DISABLED_DISPLAY, DISPLAY_CATEGORY, EARLIEST, ITEM_CONTROL, ITEM_KIND, ITEM_MEDIA, LATEST,
    MAX_DECIMALS, MAX_OCCURS, MAX_SIZE, MAX_VALUE, MAX_WRITTEN, MIME_TYPE, MIN_VALUE, MIN_WRITTEN, OPEN_LABEL,
    OPTION_ROLE, ORDINAL, OWN, REGEX, ROW_NAME, SCALE_COUNTS, SCALE_HIGH, SCALE_LOW, SHOWN_EXPRESSION, SLIDER_STEP,
    STYLE, TEXT_FORMAT, UNIT, own,
};
use crate::remark::{NotAsked, Part, RemarkKind};

/// Characters of a text that sets no limit.
const LONG: u32 = 2_000;
const SHORT: u32 = 200;
/// Bytes that nobody means as megabytes: renderers of the newer extension count in bytes.
const SURELY_BYTES: f64 = 10_000.0;

/// What was read of an item beside what every kind has.
pub(super) struct Read {
    pub(super) kind: ItemKind,
    pub(super) initial: Option<Answer>,
    /// Of a *matris*, whose rows are what must be answered.
    pub(super) is_required: bool,
}

impl From<ItemKind> for Read {
    fn from(kind: ItemKind) -> Self {
        Self { kind, initial: None, is_required: false }
    }
}

/// Reads the kind. `fields` are the item's own members, `whole` is all of it.
pub(super) fn read(
    reader: &mut Reader<'_>,
    fields: &Object,
    whole: &Object,
    at: &Part,
    source: &mut Source,
    kept: &mut Kept,
) -> Result<Read, NotAsked> {
    let name = text_of(fields, "type").unwrap_or_default();
    if fields.contains_key("modifierExtension") {
        return Err(NotAsked::Modifier);
    }
    if is_hidden(fields) {
        return Err(NotAsked::Hidden);
    }
    let control = concept(fields, ITEM_CONTROL);
    if matches!(control, Some("sidebar" | "data-receiver" | "receiver-component")) {
        return Err(NotAsked::Control);
    }
    if is_true(fields, "readOnly") && !matches!(name, "display" | "group") {
        // Where text that is formatted is told so.
        if name == "text" && matches!(control, Some("inline" | "highlight")) && objects(whole, "item").next().is_none()
        {
            kept.r#as = Some("text".to_owned());
            return Ok(ItemKind::INFORMATION.into());
        }
        return Err(NotAsked::ReadOnly);
    }
    let own_kind = own_word(fields, ITEM_KIND);
    let kind = match name {
        "group" if own_kind == Some("matrix") => {
            if let Some(read) = matrix(reader, whole, source, kept) {
                return Ok(read);
            }
            ItemKind::Section
        }
        "group" if repeats(fields) => {
            let max_rows = occurs(reader, fields, at, MAX_ROWS);
            ItemKind::RepeatedSection { row: own_word(fields, ROW_NAME).unwrap_or_default().to_owned(), max_rows }
        }
        "group" => ItemKind::Section,
        "display" => match control {
            Some("flyover" | "lower" | "upper" | "unit" | "prompt" | "optionalDisplay") => {
                return Err(NotAsked::Control);
            }
            _ => ItemKind::Information { style: style(fields) },
        },
        "text" => ItemKind::LongText { max_length: length(reader, fields, at, LONG) },
        "string" => ItemKind::ShortText { max_length: length(reader, fields, at, SHORT), format: text_format(fields) },
        "boolean" if own_kind == Some("confirmation") => ItemKind::Confirmation,
        "boolean" => {
            kept.r#as = Some("boolean".to_owned());
            reader.say(at, RemarkKind::AskedAsYesNo);
            ItemKind::YesNo
        }
        "integer" => scale(fields).unwrap_or_else(|| number(fields, 0)),
        "decimal" => {
            let decimals = extension(fields, MAX_DECIMALS).and_then(Value::as_u64).unwrap_or(6).min(6);
            let decimals = u8::try_from(decimals).unwrap_or(6);
            if decimals == 0 {
                kept.r#as = Some("decimal".to_owned());
            }
            number(fields, decimals)
        }
        "date" => ItemKind::Date {
            earliest: date_limit(fields, MIN_VALUE, MIN_WRITTEN, EARLIEST),
            latest: date_limit(fields, MAX_VALUE, MAX_WRITTEN, LATEST),
        },
        "time" => ItemKind::Time,
        "dateTime" => ItemKind::DateTime,
        "attachment" => attachment(reader, fields, at)?,
        "choice" | "open-choice" => return options::choice(reader, fields, at, source, kept),
        _ => return Err(NotAsked::Type),
    };
    if let Some(control) = control.filter(|control| !follows(&kind, control)) {
        reader.say(at, RemarkKind::ControlNotFollowed { control: control.to_owned() });
    }
    Ok(kind.into())
}

/// Whether what an item control asks for is what happens.
pub(super) fn follows(kind: &ItemKind, control: &str) -> bool {
    match kind {
        ItemKind::Scale { .. } => control == "slider",
        ItemKind::Confirmation | ItemKind::MultipleChoice { .. } => control == "check-box",
        ItemKind::SingleChoice { .. } | ItemKind::YesNo => control == "radio-button",
        ItemKind::Dropdown { .. } => control == "drop-down" || control == "autocomplete",
        ItemKind::Information { .. } => matches!(control, "inline" | "help"),
        ItemKind::LongText { .. } => control == "text-area",
        ItemKind::ShortText { .. } => control == "text-box",
        ItemKind::Section | ItemKind::RepeatedSection { .. } => control == "group",
        _ => false,
    }
}

/// Whether an extension means something of this kind.
pub(super) fn understands(kind: &ItemKind, fields: &Object, url: &str) -> bool {
    if url.starts_with(OWN) || [ITEM_CONTROL, ITEM_MEDIA, SHOWN_EXPRESSION, DISPLAY_CATEGORY].contains(&url) {
        return true;
    }
    if url == DISABLED_DISPLAY {
        // What is not shown is never there to be seen and not touched.
        return extension(fields, url).and_then(Value::as_str) == Some("hidden");
    }
    match kind {
        ItemKind::Number { min, max, .. } => match url {
            MIN_VALUE => min.is_some(),
            MAX_VALUE => max.is_some(),
            _ => [MAX_DECIMALS, UNIT].contains(&url),
        },
        ItemKind::Scale { .. } => [MIN_VALUE, MAX_VALUE, SLIDER_STEP].contains(&url),
        ItemKind::Date { earliest, latest } => match url {
            MIN_VALUE => earliest.is_some(),
            MAX_VALUE => latest.is_some(),
            _ => false,
        },
        ItemKind::Attachment { .. } => [MIME_TYPE, MAX_SIZE, MAX_OCCURS].contains(&url),
        ItemKind::RepeatedSection { .. } => url == MAX_OCCURS,
        ItemKind::MultipleChoice { options } => {
            let most = extension(fields, MAX_OCCURS).and_then(Value::as_u64);
            url == OPEN_LABEL
                || (url == MAX_OCCURS
                    && most.is_none_or(|most| usize::try_from(most).is_ok_and(|most| most >= options.len())))
        }
        ItemKind::SingleChoice { .. } | ItemKind::Dropdown { .. } => url == OPEN_LABEL,
        ItemKind::Confirmation => url == CONSTRAINT,
        ItemKind::ShortText { format, .. } => url == REGEX && *format != TextFormat::Any,
        _ => url == format!("{BASE}questionnaire-hidden"),
    }
}

fn occurs(reader: &mut Reader<'_>, fields: &Object, at: &Part, most: u32) -> u32 {
    let asked = extension(fields, MAX_OCCURS).and_then(Value::as_u64);
    let Some(asked) = asked.map(|asked| u32::try_from(asked).unwrap_or(u32::MAX)) else { return most };
    if asked > most {
        reader.say(at, RemarkKind::FewerAllowed { asked, allowed: most });
    }
    asked.min(most)
}

fn length(reader: &mut Reader<'_>, fields: &Object, at: &Part, usual: u32) -> u32 {
    let length = fields.get("maxLength").and_then(Value::as_u64);
    length.map_or_else(
        || {
            reader.say(at, RemarkKind::LengthSet { characters: usual });
            usual
        },
        |length| u32::try_from(length).unwrap_or(u32::MAX),
    )
}

fn text_format(fields: &Object) -> TextFormat {
    match own_word(fields, TEXT_FORMAT) {
        Some("phone") => TextFormat::Phone,
        Some("email") => TextFormat::Email,
        Some("person-number") => TextFormat::PersonNumber,
        _ => TextFormat::Any,
    }
}

fn style(fields: &Object) -> InformationStyle {
    match own_word(fields, STYLE) {
        Some("important") => InformationStyle::Important,
        Some("framed") => InformationStyle::Framed,
        Some("foldable") => InformationStyle::Foldable,
        _ => InformationStyle::Plain,
    }
}

/// Steps side by side: what is ours, and any slider that goes as ours do.
fn scale(fields: &Object) -> Option<ItemKind> {
    if concept(fields, ITEM_CONTROL) != Some("slider") && own_word(fields, ITEM_KIND) != Some("scale") {
        return None;
    }
    let step = |url| extension(fields, url).and_then(Value::as_u64).and_then(|step| u8::try_from(step).ok());
    let (min, max) = (step(MIN_VALUE)?, step(MAX_VALUE)?);
    let is_whole = extensions(fields, SLIDER_STEP).next().is_none() || step(SLIDER_STEP) == Some(1);
    let word = |name| own_word(fields, name).unwrap_or_default().to_owned();
    let is_ours = own_word(fields, ITEM_KIND) == Some("scale");
    (is_ours || (min <= 1 && max <= 10 && min < max && is_whole)).then(|| ItemKind::Scale {
        min,
        max,
        low: word(SCALE_LOW),
        high: word(SCALE_HIGH),
        counts: extension(fields, &own(SCALE_COUNTS)).and_then(Value::as_bool) == Some(true),
    })
}

fn number(fields: &Object, decimals: u8) -> ItemKind {
    let limit = |url: &str, written: &str| {
        let number = extension(fields, url).and_then(number_text);
        let written = own_word(fields, written).map(str::to_owned);
        // As it was written, unless another program has set another limit since.
        match (number, written) {
            (Some(number), Some(written)) if Decimal::parse(&written).is_ok_and(|one| one.to_string() == number) => {
                Some(written)
            }
            (None, Some(written)) if json_number(&written, true).is_none() => Some(written),
            (number, _) => number,
        }
    };
    let unit = extension(fields, UNIT).and_then(Value::as_object);
    let unit = unit.and_then(|unit| text_of(unit, "display").or_else(|| text_of(unit, "code"))).unwrap_or_default();
    ItemKind::Number {
        unit: unit.to_owned(),
        min: limit(MIN_VALUE, MIN_WRITTEN),
        max: limit(MAX_VALUE, MAX_WRITTEN),
        decimals,
    }
}

fn date_limit(fields: &Object, url: &str, written: &str, days: &str) -> Option<DateLimit> {
    let days = extension(fields, &own(days)).and_then(Value::as_i64).and_then(|days| i32::try_from(days).ok());
    if let Some(days) = days {
        return Some(DateLimit::FromToday { days });
    }
    let day = extension(fields, url).and_then(Value::as_str).filter(|day| is_day(day));
    day.or_else(|| own_word(fields, written)).map(|date| DateLimit::Day { date: date.to_owned() })
}

fn attachment(reader: &mut Reader<'_>, fields: &Object, at: &Part) -> Result<ItemKind, NotAsked> {
    let kinds: Vec<&str> = extensions(fields, MIME_TYPE).filter_map(|one| value(one)?.1.as_str()).collect();
    let is_image = |kind: &&str| kind.starts_with("image/");
    let (images, pdf) = (kinds.iter().any(is_image), kinds.contains(&PDF));
    let accepts = match (kinds.is_empty(), images, pdf) {
        (true, ..) | (_, true, true) => FileKinds::Any,
        (_, true, false) => FileKinds::Images,
        (_, false, true) => FileKinds::Pdf,
        (_, false, false) => return Err(NotAsked::FileKinds),
    };
    if kinds.iter().any(|kind| *kind != PDF && !IMAGES.contains(kind) && *kind != "image/*") {
        reader.say(at, RemarkKind::FileKindsFewer);
    }
    let most = AttachmentLimits::NATIONAL.max_files;
    let max_files = if repeats(fields) { occurs(reader, fields, at, most) } else { 1 };
    let largest = AttachmentLimits::NATIONAL.max_bytes / 1_000_000;
    let max_megabytes = extension(fields, MAX_SIZE).and_then(Value::as_f64).and_then(|size| {
        let megabytes = if size >= SURELY_BYTES { size / 1_000_000.0 } else { size };
        let read = (1..=largest).find(|whole| *whole as f64 >= megabytes.floor().max(1.0));
        let read = read.and_then(|whole| u32::try_from(whole).ok());
        if read.map(f64::from) != Some(size) {
            reader.say(at, RemarkKind::SizeRead { megabytes: read });
        }
        read
    });
    Ok(ItemKind::Attachment { max_files, accepts, max_megabytes })
}

/// A *matris* of ours, when nobody has made something else of it.
fn matrix(reader: &mut Reader<'_>, whole: &Object, source: &mut Source, kept: &mut Kept) -> Option<Read> {
    let rows: Vec<&Object> = objects(whole, "item").filter(|child| !is_help(child)).collect();
    let first = rows.first()?;
    let is_row = |row: &&Object| {
        text_of(row, "type") == Some("choice")
            && row.get("answerOption") == first.get("answerOption")
            && !super::is_conditional(row)
            && !is_hidden(row)
            && !row.contains_key("answerValueSet")
            && !row.contains_key("item")
            && !row.contains_key("modifierExtension")
            && text_of(row, "linkId").is_some()
    };
    if !rows.iter().all(is_row) || rows.len() > domain::template::edit::MAX_OPTIONS {
        return None;
    }
    let (choices, from) = options::listed(reader, first, kept).ok()?;
    source.options = from;
    let mut read = Vec::new();
    for row in &rows {
        let id = reader.option_id();
        let role = match own_word(row, OPTION_ROLE) {
            Some("other") => ChoiceRole::Other,
            Some("exclusive") => ChoiceRole::Exclusive,
            _ => ChoiceRole::Plain,
        };
        let text = text_of(row, "text").unwrap_or_default().to_owned();
        let score = extension(row, ORDINAL).and_then(options::score);
        read.push(Choice { role, score, code: objects(row, "code").next().map(code), ..Choice::new(id, text) });
        let mut row = (*row).clone();
        row.remove("answerOption");
        source.rows.push((id, row));
    }
    let is_required = rows.iter().all(|row| is_true(row, "required"));
    Some(Read { kind: ItemKind::Matrix { rows: read, options: choices }, initial: None, is_required })
}
