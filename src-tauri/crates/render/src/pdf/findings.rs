//! What a person must be told because the pixels do not show it.
//!
//! Nothing here is run or followed: keys are looked up, and their presence is reported.

use frames::Flags;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Rect, Stream};
use hayro::hayro_syntax::page::Page;

/// Annotation flags (ISO 32000-2, table 167) with which an annotation is not meant to be seen.
const HIDDEN: u32 = 1 << 1;
const NO_VIEW: u32 = 1 << 5;
/// How far up a field's parents are asked for its value; deeper ones do not occur but on purpose.
const FIELD_DEPTH: usize = 16;

/// What the catalogue tells.
pub(super) fn of_document(pdf: &Pdf) -> Flags {
    let xref = pdf.xref();
    let Some(catalogue) = xref.get::<Dict<'_>>(xref.root_id()) else {
        return Flags::NONE;
    };
    let mut flags = Flags::NONE;
    if let Some(form) = catalogue.get::<Dict<'_>>("AcroForm")
        && form.contains_key("XFA")
    {
        flags |= Flags::XFA;
    }
    let opens_actively =
        catalogue.get::<Dict<'_>>("OpenAction").is_some_and(|action| is_active(&action, &["GoTo", "Named"]));
    let names = catalogue.get::<Dict<'_>>("Names");
    let named = |key| names.as_ref().is_some_and(|names| names.contains_key(key));
    if opens_actively
        || catalogue.contains_key("AA")
        || catalogue.contains_key("AF")
        || catalogue.contains_key("Collection")
        || named("JavaScript")
        || named("EmbeddedFiles")
    {
        flags |= Flags::ACTIVE_CONTENT;
    }
    flags
}

/// What the page and its pixels (RGBA, opaque) tell.
pub(super) fn of_page(page: &Page<'_>, rgba: &[u8]) -> Flags {
    let mut flags = Flags::NONE;
    let mut visible_annotations = false;
    let annotations = page.raw().get::<Array<'_>>("Annots");
    for annotation in annotations.iter().flat_map(Array::iter::<Dict<'_>>) {
        flags |= of_annotation(&annotation, &mut visible_annotations);
    }
    if page.raw().contains_key("AA") {
        flags |= Flags::ACTIVE_CONTENT;
    }
    if content_is_elsewhere(page) {
        flags |= Flags::ACTIVE_CONTENT | Flags::PARTS_NOT_DRAWN;
    }
    let has_content = visible_annotations
        || page.operations().next().is_some()
        || (page.raw().contains_key("Contents") && page.page_stream().is_none());
    if has_content && rgba.iter().all(|&channel| channel == u8::MAX) {
        flags |= Flags::LOOKS_EMPTY;
    }
    flags
}

/// Whether the page's content is to be fetched from another file or from the network (ISO 32000-2, 7.3.8.2), which is not
/// done.
fn content_is_elsewhere(page: &Page<'_>) -> bool {
    let is_elsewhere =
        |stream: Stream<'_>| matches!(stream.dict().get::<Object<'_>>("F"), Some(Object::String(_) | Object::Dict(_)));
    page.raw().get::<Stream<'_>>("Contents").is_some_and(is_elsewhere)
        || page.raw().get::<Array<'_>>("Contents").is_some_and(|parts| parts.iter::<Stream<'_>>().any(is_elsewhere))
}

fn of_annotation(annotation: &Dict<'_>, visible: &mut bool) -> Flags {
    let mut flags = Flags::NONE;
    let subtype = annotation.get::<Name<'_>>("Subtype");
    let subtype = subtype.as_ref().map_or("", Name::as_str);

    // An ordinary link to a web page is no more active than its printed address.
    let acts = annotation.get::<Dict<'_>>("A").is_some_and(|action| is_active(&action, &["GoTo", "Named", "URI"]));
    let carries = matches!(subtype, "FileAttachment" | "RichMedia" | "Screen" | "Movie" | "Sound" | "3D");
    if acts || carries || annotation.contains_key("AA") {
        flags |= Flags::ACTIVE_CONTENT;
    }

    let hidden = annotation.get::<u32>("F").unwrap_or(0) & (HIDDEN | NO_VIEW) != 0;
    let has_area = annotation.get::<Rect>("Rect").is_some_and(|rect| rect.width() > 0.0 && rect.height() > 0.0);
    if hidden || !has_area || matches!(subtype, "Link" | "Popup") {
        return flags;
    }
    *visible = true;
    let has_appearance = annotation.get::<Dict<'_>>("AP").is_some_and(|appearance| appearance.contains_key("N"));
    if !has_appearance && (subtype != "Widget" || has_value(annotation.clone())) {
        flags |= Flags::FIELDS_NOT_DRAWN;
    }
    flags
}

/// Whether an action does more than the harmless ones do. One that leads on to a next action is not looked into.
fn is_active(action: &Dict<'_>, harmless: &[&str]) -> bool {
    let harmless = action.get::<Name<'_>>("S").is_some_and(|name| harmless.contains(&name.as_str()));
    !harmless || action.contains_key("Next")
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
