//! Good files with a few bytes changed: the same seed and number give the same mutant for ever.

use crate::deflate::plain;
use crate::documents::{OnePage, pages, stream};
use crate::pictures;

/// Words of PDF, TIFF, JPEG and PNG that steer what follows them.
const TOKENS: [&[u8]; 16] = [
    b" 0 R ",
    b"endstream",
    b"endobj",
    b"/Kids[2 0 R]",
    b"/Length 99999999",
    b"/Filter/FlateDecode",
    b"/Filter[/LZWDecode/DCTDecode]",
    b"<<<<<<",
    b"[[[[",
    b"-2147483648 ",
    b"xref",
    b"\xff\xda",
    b"\xff\xff\xff\xff",
    b"IDAT",
    b"\0\0\0\0",
    b"\xff\xc4\0\x02",
];

/// A good file that mutants are made of.
pub struct Seed {
    /// The ending of its name.
    pub ending: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Longer hostile files are no seeds: a few changes of theirs do not reach far.
const LONGEST_SEED: usize = 16 * 1024;

/// Good files of every kind, and the hostile ones that have to be drawn.
pub fn seeds() -> Vec<Seed> {
    let mut seeds = good();
    for file in crate::all().into_iter().filter(crate::HostileFile::must_be_drawn) {
        let bytes = file.bytes();
        if bytes.len() <= LONGEST_SEED {
            seeds.push(Seed { ending: file.name.rsplit('.').next().unwrap_or_default().to_owned(), bytes });
        }
    }
    seeds
}

/// A dozen good files of every kind.
fn good() -> Vec<Seed> {
    let mut seeds = vec![
        pages(2),
        filled_in(),
        OnePage { content: stream("/Filter/FlateDecode", &plain(&super::documents::words())), ..OnePage::default() }
            .bytes(),
        with_picture("/DCTDecode", &pictures::jpeg::Jpeg::default().bytes(), "DeviceRGB", (64, 48)),
        with_picture("/FlateDecode", &plain(&[0x80; 300]), "DeviceRGB", (10, 10)),
        with_picture("/LZWDecode", b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", "DeviceGray", (3, 3)),
        with_picture("/CCITTFaxDecode", &[0x26, 0xA0, 0x5C, 0x80], "DeviceGray", (16, 2)),
        with_picture("/RunLengthDecode", &[0x82, 0x40, 0x82, 0xC0, 0x80], "DeviceGray", (16, 16)),
    ]
    .into_iter()
    .map(|bytes| Seed { ending: "pdf".to_owned(), bytes })
    .collect::<Vec<_>>();
    seeds.extend(pictures::good().into_iter().map(|(ending, bytes)| Seed { ending: ending.to_owned(), bytes }));
    seeds
}

fn filled_in() -> Vec<u8> {
    OnePage {
        page: "/Annots[<</Subtype/Widget/FT/Tx/V(ifyllt)/Rect[50 50 200 80]/AP<</N 5 0 R>>>>]".to_owned(),
        catalogue: "/AcroForm<</Fields[]>>/Outlines<<>>".to_owned(),
        more: vec![(5, stream("/Subtype/Form/BBox[0 0 150 30]", b"0 0 150 30 re S"))],
        ..OnePage::default()
    }
    .bytes()
}

fn with_picture(filter: &str, data: &[u8], space: &str, (width, height): (u32, u32)) -> Vec<u8> {
    let head =
        format!("/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/{space}/Filter{filter}");
    OnePage {
        content: stream("", b"q 500 0 0 500 50 50 cm /I Do Q"),
        resources: "/XObject<</I 5 0 R>>".to_owned(),
        more: vec![(5, stream(&head, data))],
        ..OnePage::default()
    }
    .bytes()
}

/// A series of numbers that looks random and is the same each time (xorshift, Marsaglia 2003).
pub(crate) struct Chance(u64);

impl Chance {
    /// The series of this number.
    pub(crate) fn new(number: u64) -> Self {
        Self(number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).unwrap_or(0)
    }
}

/// The mutant of this number: its seed, and one to eight changes of it (bits turned, bytes lost, words put in, pieces of
/// itself or of another seed moved). The first bytes, which tell the kind, are mostly left alone.
pub fn mutant(seeds: &[Seed], number: u64) -> Vec<u8> {
    let mut chance = Chance::new(number);
    let seed = usize::try_from(number % seeds.len().max(1) as u64).unwrap_or(0);
    let mut bytes = seeds[seed].bytes.clone();
    let keep = if chance.below(16) == 0 { 0 } else { 8 };
    for _ in 0..=chance.below(8) {
        let length = bytes.len();
        let place = keep + chance.below(length.saturating_sub(keep));
        if place >= length {
            break;
        }
        match chance.below(10) {
            0..=4 => bytes[place] ^= 1 << chance.below(8),
            5 => bytes[place] = [0, 0x7F, 0x80, 0xFF][chance.below(4)],
            6 => {
                let end = (place + 1 + chance.below(64)).min(length);
                bytes.drain(place..end);
            }
            7 => {
                drop(bytes.splice(place..place, TOKENS[chance.below(TOKENS.len())].iter().copied()));
            }
            8 => {
                let other = &seeds[chance.below(seeds.len())].bytes;
                let from = chance.below(other.len());
                let piece = other[from..(from + 1 + chance.below(200)).min(other.len())].to_vec();
                drop(bytes.splice(place..place, piece));
            }
            _ => bytes.truncate(place),
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mutant_is_the_same_each_time_and_differs_from_its_neighbours_and_its_seed() {
        let seeds = seeds();
        assert!(seeds.len() >= 80, "{} seeds", seeds.len());
        let count = seeds.len() as u64;
        let mut unchanged = 0;
        for number in 0..1_000 {
            let once = mutant(&seeds, number);
            assert!(once == mutant(&seeds, number));
            assert!(once != mutant(&seeds, number + count), "{number}");
            unchanged += u32::from(seeds[usize::try_from(number % count).expect("few")].bytes == once);
        }
        assert!(unchanged < 10, "{unchanged} of a thousand are their seeds");
    }
}
