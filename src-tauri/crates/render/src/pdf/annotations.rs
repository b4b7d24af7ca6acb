//! Form fields, remarks and other things laid over a page. They are drawn by the appearance that the document carries for
//! them; where it carries none, nothing is drawn and that is told.

use frames::Flags;
use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Rect, Stream};
use hayro::hayro_syntax::page::Page;

use super::findings::{is_active, paints};

/// Annotation flags (ISO 32000-2, table 167) with which an annotation is not meant to be seen.
const HIDDEN: u32 = 1 << 1;
const NO_VIEW: u32 = 1 << 5;
/// How far up a field's parents are asked for its value; deeper ones do not occur but on purpose.
const FIELD_DEPTH: usize = 16;

/// What an annotation is drawn by.
#[derive(PartialEq, Eq)]
enum Appearance {
    /// Nothing: the document leaves it to the program.
    Missing,
    /// Something that paints nothing.
    Blank,
    /// Something that paints.
    Drawn,
    /// It is in a state, such as "not ticked", for which there is rightly nothing to draw.
    Unneeded,
}

/// What all annotations of the page tell.
pub(super) fn flags(page: &Page<'_>) -> Flags {
    of(page, |annotations| annotations.iter::<Dict<'_>>().fold(Flags::NONE, |flags, one| flags | flags_of(&one)))
}

/// Whether one of them is meant to be seen.
pub(super) fn any_visible(page: &Page<'_>) -> bool {
    of(page, |annotations| annotations.iter::<Dict<'_>>().any(|one| is_visible(&one)))
}

/// The appearances that they are drawn by.
pub(super) fn forms<'a>(page: &Page<'a>) -> impl Iterator<Item = Stream<'a>> {
    let annotations = page.raw().get::<Array<'a>>("Annots").unwrap_or_default();
    annotations.iter::<Dict<'a>>().filter_map(|one| match normal(&one)? {
        Object::Stream(stream) => Some(stream),
        Object::Dict(states) => states.get::<Stream<'a>>(&*one.get::<Name<'_>>("AS")?),
        _ => None,
    })
}

fn normal<'a>(annotation: &Dict<'a>) -> Option<Object<'a>> {
    annotation.get::<Dict<'_>>("AP")?.get::<Object<'_>>("N")
}

fn of<T: Default>(page: &Page<'_>, ask: impl FnOnce(Array<'_>) -> T) -> T {
    page.raw().get::<Array<'_>>("Annots").map(ask).unwrap_or_default()
}

fn flags_of(annotation: &Dict<'_>) -> Flags {
    let mut flags = Flags::NONE;
    let subtype = annotation.get::<Name<'_>>("Subtype");
    let subtype = subtype.as_ref().map_or("", Name::as_str);

    // An ordinary link to a web page is no more active than its printed address.
    let acts = annotation.get::<Dict<'_>>("A").is_some_and(|action| is_active(&action, &["GoTo", "Named", "URI"]));
    let carries = matches!(subtype, "FileAttachment" | "RichMedia" | "Screen" | "Movie" | "Sound" | "3D");
    if acts || carries || annotation.contains_key("AA") {
        flags |= Flags::ACTIVE_CONTENT;
    }
    if is_visible(annotation) {
        let says_something = match subtype {
            "Widget" => has_value(annotation.clone()),
            "FreeText" => annotation.contains_key("Contents"),
            _ => false,
        };
        let is_missing = match appearance(annotation) {
            Appearance::Missing => subtype != "Widget" || says_something,
            Appearance::Blank => says_something,
            Appearance::Drawn | Appearance::Unneeded => false,
        };
        if is_missing {
            flags |= Flags::FIELDS_NOT_DRAWN;
        }
    }
    flags
}

fn is_visible(annotation: &Dict<'_>) -> bool {
    let hidden = annotation.get::<u32>("F").unwrap_or(0) & (HIDDEN | NO_VIEW) != 0;
    let has_area = annotation.get::<Rect>("Rect").is_some_and(|rect| rect.width() > 0.0 && rect.height() > 0.0);
    let subtype = annotation.get::<Name<'_>>("Subtype");
    let shown = match subtype.as_ref().map_or("", Name::as_str) {
        "Link" | "Popup" => false,
        // Shown as a sign of its own size, at a point.
        "Text" | "FileAttachment" | "Sound" => true,
        _ => has_area,
    };
    shown && !hidden
}

fn appearance(annotation: &Dict<'_>) -> Appearance {
    match normal(annotation) {
        Some(Object::Stream(stream)) => drawn_by(&stream),
        Some(Object::Dict(states)) => match annotation.get::<Name<'_>>("AS") {
            Some(state) => match states.get::<Stream<'_>>(&*state) {
                Some(stream) => drawn_by(&stream),
                None if state.as_str() == "Off" => Appearance::Unneeded,
                None => Appearance::Missing,
            },
            None => Appearance::Unneeded,
        },
        _ => Appearance::Missing,
    }
}

fn drawn_by(stream: &Stream<'_>) -> Appearance {
    match stream.decoded_data() {
        Ok(content) if paints(TypedIter::new(&content)) => Appearance::Drawn,
        Ok(_) => Appearance::Blank,
        Err(_) => Appearance::Missing,
    }
}

/// Whether somebody filled in the field: a value of its own or of a parent (ISO 32000-2, 12.7.4.1).
fn has_value(mut field: Dict<'_>) -> bool {
    for _ in 0..FIELD_DEPTH {
        match field.get::<Object<'_>>("V") {
            Some(Object::Null(_)) | None => {}
            Some(Object::String(value)) => return !value.as_bytes().is_empty(),
            Some(Object::Name(value)) => return value.as_str() != "Off",
            Some(_) => return true,
        }
        match field.get::<Dict<'_>>("Parent") {
            Some(parent) => field = parent,
            None => return false,
        }
    }
    false
}
