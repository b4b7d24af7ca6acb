//! Fonts that a page names and the document does not carry.

use std::collections::{HashMap, HashSet};

use hayro::hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier, Stream};
use hayro::hayro_syntax::page::{Page, Resources};

use super::annotations;

/// How many forms are looked into: a page can name any number.
const FORMS: usize = 2_000;
/// The fonts that every program brings along (ISO 32000-2, 9.6.2.2), and their usual other names.
const BROUGHT_ALONG: [&str; 6] = ["helvetica", "arial", "courier", "times", "symbol", "zapfdingbats"];
/// The first bytes of a font's program: Type 1 as text and packed (Adobe, 1990, 2.3), TrueType and OpenType (ISO 14496-22,
/// 4.3), and CFF (Adobe technical note 5176, 6).
const PROGRAMS: [&[u8]; 7] = [b"%!", b"\x80\x01", b"\0\x01\0\0", b"true", b"ttcf", b"OTTO", b"\x01\0"];
/// No program of a font is shorter: a table of TrueType's tables with nothing in it.
const SHORTEST_PROGRAM: usize = 12;

/// Which streams of a document are the programs of fonts, as far as has been asked: to unpack each once is enough.
#[derive(Default)]
pub(super) struct Programs(HashMap<ObjectIdentifier, bool>);

impl Programs {
    fn hold(&mut self, stream: &Stream<'_>) -> bool {
        *self.0.entry(stream.obj_id()).or_insert_with(|| {
            stream.decoded_data().is_ok_and(|program| {
                program.len() >= SHORTEST_PROGRAM && PROGRAMS.iter().any(|first| program.starts_with(first))
            })
        })
    }
}

/// Whether the page names a font that neither the document carries nor every program brings along. Another stands in for
/// it: with the same letters where there are such, and with none or wrong ones for Chinese, Japanese and Korean. Of a page
/// with more forms than are looked into that is taken to be so.
pub(super) fn one_is_missing(page: &Page<'_>, programs: &mut Programs) -> bool {
    if in_fonts(page.resources(), programs) {
        return true;
    }
    let mut waiting: Vec<Stream<'_>> = annotations::forms(page).take(FORMS).collect();
    waiting.extend(forms_of(page.resources()));
    // They may name each other.
    let mut seen = HashSet::new();
    while let Some(form) = waiting.pop() {
        if !seen.insert(form.obj_id()) {
            continue;
        }
        let Some(own) = form.dict().get::<Dict<'_>>("Resources") else { continue };
        let own = Resources::new(own);
        if in_fonts(&own, programs) {
            return true;
        }
        waiting.extend(forms_of(&own));
        if seen.len() + waiting.len() > 2 * FORMS {
            return true;
        }
    }
    false
}

fn forms_of<'a>(resources: &Resources<'a>) -> Vec<Stream<'a>> {
    resources.x_objects.keys().filter_map(|name| resources.get_x_object(&name)).take(FORMS).collect()
}

fn in_fonts(resources: &Resources<'_>, programs: &mut Programs) -> bool {
    resources.fonts.keys().any(|name| resources.get_font(&name).is_some_and(|font| is_missing(&font, programs)))
}

fn is_missing(font: &Dict<'_>, programs: &mut Programs) -> bool {
    let subtype = font.get::<Name<'_>>("Subtype");
    match subtype.as_ref().map(Name::as_str) {
        Some("Type3") => false,
        Some("Type0") => {
            let descendants = font.get::<Array<'_>>("DescendantFonts");
            // Its numbers mean glyphs of the very font that is not there.
            descendants
                .and_then(|fonts| fonts.iter::<Dict<'_>>().next())
                .is_some_and(|font| !is_carried(&font, programs))
        }
        _ => !is_brought_along(font) && !is_carried(font, programs),
    }
}

/// Whether there is a program in the document, and not only a promise of one.
fn is_carried(font: &Dict<'_>, programs: &mut Programs) -> bool {
    let Some(descriptor) = font.get::<Dict<'_>>("FontDescriptor") else { return false };
    let mut promised =
        ["FontFile", "FontFile2", "FontFile3"].iter().filter_map(|key| descriptor.get::<Stream<'_>>(key));
    promised.any(|stream| programs.hold(&stream))
}

fn is_brought_along(font: &Dict<'_>) -> bool {
    font.get::<Name<'_>>("BaseFont").is_some_and(|name| is_known(name.as_str()))
}

fn is_known(name: &str) -> bool {
    // "ABCDEF+" before a name says that only some of its glyphs were to be carried.
    let name = name.split_once('+').map_or(name, |(_, name)| name).to_ascii_lowercase();
    BROUGHT_ALONG.iter().any(|known| name.starts_with(known)) && !name.contains("unicode")
}

#[cfg(test)]
mod tests {
    use super::is_known;

    #[test]
    fn the_usual_names_of_the_common_fonts_are_known() {
        for name in ["Helvetica-Bold", "ArialMT", "Arial,Bold", "TimesNewRomanPS-BoldMT", "ABCDEF+CourierNew"] {
            assert!(is_known(name), "{name}");
        }
        for name in ["Calibri", "Wingdings", "ArialUnicodeMS", "MS-Mincho", "OpenSans"] {
            assert!(!is_known(name), "{name}");
        }
    }
}
