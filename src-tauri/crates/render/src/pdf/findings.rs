//! What a person must be told because the pixels do not show it.
//!
//! Nothing here is run or followed: keys are looked up, and their presence is reported.

use frames::Flags;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction as Op;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro::hayro_syntax::page::Page;

use super::{actions, annotations};

/// Bytes that nothing at all takes when it is packed (zlib, with its head and its checksum).
const PACKED_NOTHING: usize = 8;

/// What the catalogue tells.
pub(super) fn of_document(pdf: &Pdf) -> Flags {
    let xref = pdf.xref();
    let Some(catalogue) = xref.get::<Dict<'_>>(xref.root_id()) else {
        return Flags::NONE;
    };
    let mut flags = Flags::NONE;
    let form = catalogue.get::<Dict<'_>>("AcroForm");
    if form.as_ref().is_some_and(|form| form.contains_key("XFA")) {
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
        || actions::in_bookmarks(&catalogue)
        || form.is_some_and(|form| actions::in_fields(&form))
    {
        flags |= Flags::ACTIVE_CONTENT;
    }
    flags
}

/// What the page tells, whatever it looks like.
pub(super) fn of_page(page: &Page<'_>) -> Flags {
    let mut flags = annotations::flags(page);
    if page.raw().contains_key("AA") {
        flags |= Flags::ACTIVE_CONTENT;
    }
    if content_is_elsewhere(page) {
        flags |= Flags::ACTIVE_CONTENT | Flags::PARTS_NOT_DRAWN;
    }
    if content_is_unreadable(page) || picture_is_not_there(page) {
        flags |= Flags::PARTS_NOT_DRAWN;
    }
    flags
}

/// Whether the page names a picture or a form that the document does not hold, as when its end is missing.
fn picture_is_not_there(page: &Page<'_>) -> bool {
    let named = &page.resources().x_objects;
    named.keys().any(|name| named.get::<Stream<'_>>(&*name).is_none())
}

/// Whether the document means to put anything on the page.
pub(super) fn has_content(page: &Page<'_>) -> bool {
    paints(page.typed_operations())
        || annotations::any_visible(page)
        || content_is_elsewhere(page)
        || content_is_unreadable(page)
}

/// Whether the instructions mark the page at all. Those that only set colours, save states or cut do not.
pub(super) fn paints(mut instructions: TypedIter<'_>) -> bool {
    while let Some(instruction) = instructions.next() {
        if matches!(
            instruction,
            Op::StrokePath(_)
                | Op::CloseAndStrokePath(_)
                | Op::FillPathNonZero(_)
                | Op::FillPathNonZeroCompatibility(_)
                | Op::FillPathEvenOdd(_)
                | Op::FillAndStrokeNonZero(_)
                | Op::FillAndStrokeEvenOdd(_)
                | Op::CloseFillAndStrokeNonZero(_)
                | Op::CloseFillAndStrokeEvenOdd(_)
                | Op::Shading(_)
                | Op::XObject(_)
                | Op::InlineImage(_)
                | Op::ShowText(_)
                | Op::NextLineAndShowText(_)
                | Op::ShowTextWithParameters(_)
                | Op::ShowTexts(_)
                // Not an instruction, or with operands that do not fit: something was meant by it.
                | Op::Fallback(_)
        ) {
            return true;
        }
    }
    false
}

/// Whether a part of the page's content cannot be unpacked. What can be is drawn.
fn content_is_unreadable(page: &Page<'_>) -> bool {
    match page.raw().get::<Object<'_>>("Contents") {
        // Named and not there is not the same as not named.
        None | Some(Object::Null(_)) => page.raw().get_ref("Contents").is_some(),
        Some(Object::Stream(whole)) => page.page_stream().is_none_or(<[u8]>::is_empty) && is_unreadable(&whole),
        Some(Object::Array(parts)) => {
            parts.iter::<Stream<'_>>().count() < parts.raw_iter().count()
                || parts.iter::<Stream<'_>>().any(|part| is_unreadable(&part))
        }
        Some(_) => true,
    }
}

/// Whether there is something in the stream, and nothing comes of it.
fn is_unreadable(part: &Stream<'_>) -> bool {
    let packed = part.raw_data().len();
    part.decoded_data().map_or(packed > 0, |unpacked| unpacked.is_empty() && packed > PACKED_NOTHING)
}

/// Whether the page's content is to be fetched from another file or from the network (ISO 32000-2, 7.3.8.2), which is not
/// done.
fn content_is_elsewhere(page: &Page<'_>) -> bool {
    let is_elsewhere =
        |stream: Stream<'_>| matches!(stream.dict().get::<Object<'_>>("F"), Some(Object::String(_) | Object::Dict(_)));
    page.raw().get::<Stream<'_>>("Contents").is_some_and(is_elsewhere)
        || page.raw().get::<Array<'_>>("Contents").is_some_and(|parts| parts.iter::<Stream<'_>>().any(is_elsewhere))
}

/// Whether an action does more than the harmless ones do. One that leads on to a next action is not looked into.
pub(super) fn is_active(action: &Dict<'_>, harmless: &[&str]) -> bool {
    let harmless = action.get::<Name<'_>>("S").is_some_and(|name| harmless.contains(&name.as_str()));
    !harmless || action.contains_key("Next")
}
