//! A font without shapes: its one glyph draws nothing, so that the words of a copy can be found, selected and listened to
//! while the picture below is what is seen. Nothing of the original's fonts comes along.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

/// Every glyph is this wide, in thousandths of an em.
pub(super) const ADVANCE: u16 = 500;
const NAME: &str = "BudkavleText";

/// Which code stands for which character in this copy: two bytes each, from 1.
#[derive(Default)]
pub(super) struct Codes(BTreeMap<char, u16>);

impl Codes {
    /// The text as codes, in hexadecimal. Beyond 65 534 different characters the rest is left out.
    pub(super) fn spell(&mut self, text: &str) -> (String, u32) {
        let mut spelt = String::new();
        let mut count = 0;
        for character in text.chars() {
            let next = u16::try_from(self.0.len() + 1).ok();
            let Some(code) = self.0.get(&character).copied().or(next) else { continue };
            self.0.insert(character, code);
            spelt.push_str(&format!("{code:04X}"));
            count += 1;
        }
        (spelt, count)
    }

    /// Adds the font that reads these codes.
    pub(super) fn add_font(&self, pdf: &mut Document) -> ObjectId {
        let program = pdf.add_object(Stream::new(
            dictionary! { "Length1" => i64::try_from(program().len()).unwrap_or_default() },
            program(),
        ));
        let descriptor = pdf.add_object(dictionary! {
            "Type" => "FontDescriptor",
            "FontName" => NAME,
            "Flags" => 4,
            "FontBBox" => [0, -200, i64::from(ADVANCE), 800].map(Object::Integer).to_vec(),
            "ItalicAngle" => 0,
            "Ascent" => 800,
            "Descent" => -200,
            "CapHeight" => 800,
            "StemV" => 80,
            "FontFile2" => program,
        });
        let glyphs = pdf.add_object(compressed(self.glyphs()));
        let descendant = pdf.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "CIDFontType2",
            "BaseFont" => NAME,
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            "FontDescriptor" => descriptor,
            "DW" => i64::from(ADVANCE),
            "CIDToGIDMap" => glyphs,
        });
        let unicode = pdf.add_object(compressed(self.unicode().into_bytes()));
        pdf.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => NAME,
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![Object::Reference(descendant)],
            "ToUnicode" => unicode,
        })
    }

    /// Every code shows glyph 1.
    fn glyphs(&self) -> Vec<u8> {
        let mut map = vec![0, 0];
        for _ in &self.0 {
            map.extend([0, 1]);
        }
        map
    }

    /// The table from codes to characters (Adobe Technical Note 5411).
    fn unicode(&self) -> String {
        let mut pairs: Vec<(u16, char)> = self.0.iter().map(|(character, code)| (*code, *character)).collect();
        pairs.sort_unstable();
        let mut table = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
             /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
             /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
        );
        for hundred in pairs.chunks(100) {
            table.push_str(&format!("{} beginbfchar\n", hundred.len()));
            for (code, character) in hundred {
                let utf16: String =
                    character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("{unit:04X}")).collect();
                table.push_str(&format!("<{code:04X}> <{utf16}>\n"));
            }
            table.push_str("endbfchar\n");
        }
        table.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        table
    }
}

fn compressed(content: Vec<u8>) -> Stream {
    let mut stream = Stream::new(Dictionary::new(), content);
    // What cannot be made smaller is written as it is.
    drop(stream.compress());
    stream
}

/// A TrueType font (ISO/IEC 14496-22) with the six tables that a PDF needs and two glyphs, neither of which draws anything.
fn program() -> Vec<u8> {
    const EM: u16 = 1_000;
    const ASCENT: u16 = 800;
    /// −200.
    const DESCENT: u16 = 0xFF38;
    let words = |words: &[u16]| words.iter().flat_map(|word| word.to_be_bytes()).collect::<Vec<u8>>();
    let head = words(&[
        1, 0, 1, 0, // versions of the table and of the font
        0, 0, 0x5F0F, 0x3CF5, // checksum of the whole, set below; magic number
        0, EM, // flags, units to the em
        0, 0, 0, 0, 0, 0, 0, 0, // made, changed
        0, DESCENT, ADVANCE, ASCENT, // bounds
        0, 1, 2, 0, 0, // style, smallest size, direction, short offsets, format
    ]);
    let hhea = words(&[1, 0, ASCENT, DESCENT, 0, ADVANCE, 0, 0, ADVANCE, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    let maxp = words(&[1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    let hmtx = words(&[ADVANCE, 0, 0]);
    let loca = words(&[0, 0, 0]);
    // Both glyphs are empty; the table itself must not be.
    let glyf = vec![0];
    let tables: [(&[u8; 4], Vec<u8>); 6] =
        [(b"glyf", glyf), (b"head", head), (b"hhea", hhea), (b"hmtx", hmtx), (b"loca", loca), (b"maxp", maxp)];

    let mut font = words(&[1, 0, 6, 64, 2, 32]);
    let mut at = 12 + 16 * 6;
    let mut bodies = Vec::new();
    let mut head_at = 0;
    for (tag, table) in tables {
        let length = table.len();
        let mut table = table;
        table.resize(length.next_multiple_of(4), 0);
        if tag == b"head" {
            head_at = at;
        }
        font.extend(tag);
        for number in [checksum(&table), short(at), short(length)] {
            font.extend(number.to_be_bytes());
        }
        at += table.len();
        bodies.extend(table);
    }
    font.extend(bodies);
    let adjustment = 0xB1B0_AFBA_u32.wrapping_sub(checksum(&font));
    font[head_at + 8..head_at + 12].copy_from_slice(&adjustment.to_be_bytes());
    font
}

/// A place or length within these few hundred bytes.
fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or_default()
}

fn checksum(bytes: &[u8]) -> u32 {
    let (words, _) = bytes.as_chunks::<4>();
    words.iter().fold(0, |sum, word| sum.wrapping_add(u32::from_be_bytes(*word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_adds_up_to_what_every_truetype_font_does() {
        let font = program();
        assert_eq!(font.len() % 4, 0);
        assert_eq!(checksum(&font), 0xB1B0_AFBA);
    }

    #[test]
    fn each_character_has_one_code_and_the_code_leads_back_to_it() {
        let mut codes = Codes::default();
        assert_eq!(codes.spell("åå𝄞"), ("000100010002".to_owned(), 3));
        assert_eq!(codes.spell("a𝄞"), ("00030002".to_owned(), 2));
        let table = codes.unicode();
        for line in ["3 beginbfchar", "<0001> <00E5>", "<0002> <D834DD1E>", "<0003> <0061>"] {
            assert!(table.contains(line), "{line}");
        }
        assert_eq!(codes.glyphs(), [0, 0, 0, 1, 0, 1, 0, 1]);
    }
}
