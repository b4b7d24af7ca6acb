//! Fonts that a page names and the document does not carry.

use hayro::hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro::hayro_syntax::page::{Page, Resources};

/// How many forms within forms are looked into, and how many in all: a page can name any number.
const DEPTH: usize = 4;
const FORMS: usize = 200;
/// The fonts that every program brings along (ISO 32000-2, 9.6.2.2), and their usual other names.
const BROUGHT_ALONG: [&str; 6] = ["helvetica", "arial", "courier", "times", "symbol", "zapfdingbats"];

/// Whether the page names a font that neither the document carries nor every program brings along. Another stands in for
/// it: with the same letters where there are such, and with none or wrong ones for Chinese, Japanese and Korean.
pub(super) fn one_is_missing(page: &Page<'_>) -> bool {
    let mut left = FORMS;
    in_resources(page.resources(), DEPTH, &mut left)
}

fn in_resources(resources: &Resources<'_>, depth: usize, left: &mut usize) -> bool {
    if resources.fonts.keys().any(|name| resources.get_font(&name).is_some_and(|font| is_missing(&font))) {
        return true;
    }
    if depth == 0 {
        return false;
    }
    for name in resources.x_objects.keys() {
        if *left == 0 {
            return false;
        }
        *left -= 1;
        let form = resources.get_x_object(&name);
        if form.is_some_and(|form| in_form(&form, depth - 1, left)) {
            return true;
        }
    }
    false
}

fn in_form(form: &Stream<'_>, depth: usize, left: &mut usize) -> bool {
    let own = form.dict().get::<Dict<'_>>("Resources");
    own.is_some_and(|own| in_resources(&Resources::new(own), depth, left))
}

fn is_missing(font: &Dict<'_>) -> bool {
    let subtype = font.get::<Name<'_>>("Subtype");
    match subtype.as_ref().map(Name::as_str) {
        Some("Type3") => false,
        Some("Type0") => {
            let descendants = font.get::<Array<'_>>("DescendantFonts");
            // Its numbers mean glyphs of the very font that is not there.
            descendants.and_then(|fonts| fonts.iter::<Dict<'_>>().next()).is_some_and(|font| !is_carried(&font))
        }
        _ => !is_carried(font) && !is_brought_along(font),
    }
}

fn is_carried(font: &Dict<'_>) -> bool {
    font.get::<Dict<'_>>("FontDescriptor")
        .is_some_and(|descriptor| ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.contains_key(key)))
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
