//! JPEG (ITU T.81): a small encoder of flat blocks, and the segments around them.

use crate::{COSTLY, DRAWN, EITHER, HostileFile, REFUSED, Tell};

/// How many codes of each length the usual table for differences of luminance has (T.81, table K.3).
const DC_LENGTHS: [u8; 16] = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];

/// A table that divides by nothing.
const NOTHING: [u8; 69] = {
    let mut table = [0; 69];
    (table[0], table[1], table[3]) = (0xFF, 0xDB, 67);
    table
};

/// A picture of blocks of one colour each, that can be bent in many places.
#[derive(Clone, Debug)]
pub struct Jpeg {
    /// In pixels, of what is really in it.
    pub size: (u16, u16),
    /// What the frame's head says instead.
    pub claimed: Option<(u16, u16)>,
    /// 1 grey, 3 colours, 4 inks.
    pub components: u8,
    /// The marker of the frame: `0xC0` for the usual kind.
    pub frame: u8,
    /// Bits a sample, as claimed.
    pub precision: u8,
    /// Segments right after the beginning.
    pub first: Vec<u8>,
    /// Segments between the tables and the scan.
    pub before_scan: Vec<u8>,
}

impl Default for Jpeg {
    fn default() -> Self {
        Self {
            size: (64, 48),
            claimed: None,
            components: 3,
            frame: 0xC0,
            precision: 8,
            first: Vec::new(),
            before_scan: Vec::new(),
        }
    }
}

/// A segment with its right length.
pub fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap_or(u16::MAX);
    [&[0xFF, marker][..], &length.to_be_bytes(), data].concat()
}

/// What a camera writes: how it was held (1..=8, else nonsense) and where it stood, as TIFF.
pub fn exif(orientation: u16, place: &[u8; 16]) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    // Two entries: orientation (a short), GPS block (an offset).
    tiff.extend([2, 0]);
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0]);
    tiff.extend(orientation.to_le_bytes());
    tiff.extend([0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0; 4]);
    // One entry: the datum, as text elsewhere.
    tiff.extend([1, 0]);
    tiff.extend([0x12, 0, 2, 0, 16, 0, 0, 0, 56, 0, 0, 0]);
    tiff.extend([0; 4]);
    tiff.extend(place);
    tiff
}

/// The same as a segment.
pub fn exif_segment(tiff: &[u8]) -> Vec<u8> {
    segment(0xE1, &[b"Exif\0\0", tiff].concat())
}

impl Jpeg {
    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        [&self.head()[..], &self.scan(), &[0xFF, 0xD9]].concat()
    }

    /// All before the first scan.
    fn head(&self) -> Vec<u8> {
        let (width, height) = self.claimed.unwrap_or(self.size);
        let mut frame = vec![self.precision];
        frame.extend(height.to_be_bytes());
        frame.extend(width.to_be_bytes());
        frame.push(self.components);
        for component in 1..=self.components {
            frame.extend([component, 0x11, 0]);
        }
        let mut bytes = vec![0xFF, 0xD8];
        bytes.extend(&self.first);
        bytes.extend(segment(0xDB, &[&[0][..], &[8; 64]].concat()));
        bytes.extend(segment(self.frame, &frame));
        let differences: Vec<u8> = std::iter::once(0).chain(DC_LENGTHS).chain(0..12).collect();
        bytes.extend(segment(0xC4, &differences));
        // The other table has one word: the block ends.
        let ends: Vec<u8> = [0x10, 1].into_iter().chain([0; 15]).chain([0]).collect();
        bytes.extend(segment(0xC4, &ends));
        bytes.extend(&self.before_scan);
        bytes
    }

    /// A scan's head and its blocks.
    fn scan(&self) -> Vec<u8> {
        let mut head = vec![self.components];
        for component in 1..=self.components {
            head.extend([component, 0]);
        }
        head.extend([0, 63, 0]);
        let mut bits = Bits::default();
        let mut before = vec![0_i32; usize::from(self.components)];
        let across = i32::from(self.size.0.div_ceil(8));
        let blocks = across * i32::from(self.size.1.div_ceil(8));
        for block in 0..blocks {
            for (component, before) in (0..).zip(&mut before) {
                // The quantiser is 8, so that a step is a grey level.
                let level = (block * 37 + component * 90) % 200 - 100;
                bits.difference(level - *before);
                *before = level;
                bits.push(0, 1);
            }
        }
        [segment(0xDA, &head), bits.finish()].concat()
    }
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    pending: u32,
    count: u32,
}

impl Bits {
    /// Bits, the highest first; a byte of ones is followed by a zero.
    fn push(&mut self, value: u32, count: u32) {
        self.pending = self.pending << count | value;
        self.count += count;
        while self.count >= 8 {
            let byte = (self.pending >> (self.count - 8) & 0xFF) as u8;
            self.bytes.push(byte);
            if byte == 0xFF {
                self.bytes.push(0);
            }
            self.count -= 8;
        }
    }

    fn difference(&mut self, by: i32) {
        let size = u32::BITS - by.unsigned_abs().leading_zeros();
        let (code, length) = code(size);
        self.push(code, length);
        let value = if by < 0 { by - 1 } else { by };
        if size > 0 {
            self.push(value.cast_unsigned() & ((1 << size) - 1), size);
        }
    }

    fn finish(mut self) -> Vec<u8> {
        self.push(0x7F, 7);
        self.bytes
    }
}

/// The code of a difference's size, counted out from [`DC_LENGTHS`], and its length.
fn code(size: u32) -> (u32, u32) {
    let (mut code, mut symbol) = (0, 0);
    for (length, count) in (1..).zip(DC_LENGTHS) {
        for _ in 0..count {
            if symbol == size {
                return (code, length);
            }
            code += 1;
            symbol += 1;
        }
        code <<= 1;
    }
    (0, 0)
}

fn file(name: &str, ends: &'static [crate::End], make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> HostileFile {
    HostileFile::new(format!("{name}.jpg"), ends, make)
}

fn first(segment: Vec<u8>) -> Vec<u8> {
    Jpeg { first: segment, ..Jpeg::default() }.bytes()
}

pub(super) fn hostile() -> Vec<HostileFile> {
    [sizes(), carrying(), broken()].into_iter().flatten().collect()
}

fn sizes() -> Vec<HostileFile> {
    let claiming = |width, height| move || Jpeg { claimed: Some((width, height)), ..Jpeg::default() }.bytes();
    vec![
        file("claims_65500x65500", REFUSED, claiming(65_500, 65_500)),
        file("claims_9999x9999", COSTLY, claiming(9_999, 9_999)),
        file("claims_less_than_it_has", EITHER, claiming(8, 8)),
        file("without_width", REFUSED, claiming(0, 48)),
        file("without_height", EITHER, claiming(64, 0)),
        file("grey", DRAWN, || Jpeg { components: 1, ..Jpeg::default() }.bytes()),
        file("four_inks", DRAWN, || {
            Jpeg { components: 4, first: segment(0xEE, b"Adobe\0\x64\0\0\0\0\0"), ..Jpeg::default() }.bytes()
        }),
        file("four_inks_without_a_word", EITHER, || Jpeg { components: 4, ..Jpeg::default() }.bytes()),
        file("two_components", EITHER, || Jpeg { components: 2, ..Jpeg::default() }.bytes()),
        file("no_components", REFUSED, || Jpeg { components: 0, ..Jpeg::default() }.bytes()),
        file("twelve_bits", EITHER, || Jpeg { precision: 12, frame: 0xC1, ..Jpeg::default() }.bytes()),
        file("sixteen_bits", EITHER, || Jpeg { precision: 16, ..Jpeg::default() }.bytes()),
        file("lossless", EITHER, || Jpeg { frame: 0xC3, ..Jpeg::default() }.bytes()),
        file("arithmetic", EITHER, || Jpeg { frame: 0xC9, ..Jpeg::default() }.bytes()),
        file("progressive_scans_10000", COSTLY, || {
            let picture =
                Jpeg { frame: 0xC2, size: (8, 8), claimed: Some((9_000, 9_000)), components: 1, ..Jpeg::default() };
            let scan = segment(0xDA, &[1, 1, 0, 0, 0, 0]);
            [&picture.head()[..], &[scan.as_slice(), &[0]].concat().repeat(10_000), &[0xFF, 0xD9]].concat()
        }),
    ]
}

fn carrying() -> Vec<HostileFile> {
    let turned = |orientation| move || first(exif_segment(&exif(orientation, b"GPS-KALMAR-56.66")));
    let bent = |at: usize, byte: u8| {
        move || {
            let mut tiff = exif(6, b"GPS-KALMAR-56.66");
            tiff[at] = byte;
            first(exif_segment(&tiff))
        }
    };
    let profile = |data: &'static [u8]| move || first(segment(0xE2, &[b"ICC_PROFILE\0".as_slice(), data].concat()));
    vec![
        file("held_sideways_in_kalmar", DRAWN, turned(6)),
        file("held_in_no_way_there_is", DRAWN, turned(999)),
        file("exif_directory_that_leads_to_itself", DRAWN, bent(34, 8)),
        file("exif_with_65535_entries", DRAWN, bent(9, 255)),
        file("exif_beyond_its_end", DRAWN, bent(7, 255)),
        file("exif_of_another_order", DRAWN, bent(0, b'M')),
        file("exif_cut", DRAWN, || first(exif_segment(&exif(6, b"GPS-KALMAR-56.66")[..20]))),
        file("profile_of_noise", EITHER, profile(b"\x01\x01no profile at all")),
        file("profile_in_255_parts_of_which_one_is_there", EITHER, profile(b"\x01\xffpart")),
        file("profile_part_0_of_0", EITHER, profile(b"\0\0")),
        file("xmp_with_a_script", DRAWN, || {
            first(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><script>alert(1)</script></x:xmpmeta>"))
        }),
        file("comments_20000", DRAWN, || first(segment(0xFE, b"<script>alert(1)</script>").repeat(20_000))),
        file("polyglot_html_inside", DRAWN, || first(segment(0xFE, b"<html><script>alert(1)</script><!--"))),
        file("polyglot_pdf_inside", DRAWN, || {
            first(segment(0xFE, b"\n%PDF-1.7\n1 0 obj<<>>endobj trailer<</Root 1 0 R>>"))
        }),
        file("polyglot_zip_last", DRAWN, || [Jpeg::default().bytes().as_slice(), b"PK\x05\x06", &[0; 18]].concat()),
        file("garbage_1_mib_last", DRAWN, || [Jpeg::default().bytes(), vec![0xA5; 1 << 20]].concat()),
        file("another_picture_last", DRAWN, || Jpeg::default().bytes().repeat(2)),
    ]
}

fn broken() -> Vec<HostileFile> {
    let before = |bytes: &'static [u8]| move || Jpeg { before_scan: bytes.to_vec(), ..Jpeg::default() }.bytes();
    let bare = |frame| {
        move || {
            let whole = Jpeg { frame, ..Jpeg::default() };
            [&whole.head()[..], &[0xFF, 0xD9]].concat()
        }
    };
    vec![
        file("cut_in_the_head", REFUSED, || Jpeg::default().bytes()[..20].to_vec()),
        file("cut_in_the_data", EITHER, || {
            let whole = Jpeg::default().bytes();
            whole[..whole.len() - 60].to_vec()
        })
        .telling(&[Tell::PartsNotDrawn]),
        file("only_the_beginning", REFUSED, || b"\xff\xd8\xff".to_vec()),
        file("without_scan", REFUSED, bare(0xC0)),
        file("without_frame", REFUSED, bare(0xFE)),
        file("segment_of_no_length", EITHER, before(b"\xff\xe5\0\0")),
        file("segment_of_length_1", EITHER, before(b"\xff\xe5\0\x01")),
        file("segment_beyond_the_end", EITHER, before(b"\xff\xe5\xff\xff")),
        file(
            "table_with_too_many_codes",
            EITHER,
            before(b"\xff\xc4\0\x13\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"),
        ),
        file("table_with_too_few_values", EITHER, before(b"\xff\xc4\0\x13\0\0\0\0\0\0\0\0\x09\0\0\0\0\0\0\0\0")),
        file("quantiser_of_nothing", EITHER, before(&NOTHING)),
        file("second_frame_of_another_size", EITHER, before(b"\xff\xc0\0\x0b\x08\xff\xff\xff\xff\x01\x01\x11\0")),
        file("restarts_after_each_block", EITHER, before(b"\xff\xdd\0\x04\0\x01")),
        file("beginnings_50000", EITHER, || first([0xFF, 0xD8].repeat(50_000))),
        file("fill_1_mib", EITHER, || first(vec![0xFF; 1 << 20])),
        file("data_of_noise", EITHER, || {
            let picture = Jpeg { size: (8, 8), claimed: Some((2_000, 2_000)), ..Jpeg::default() };
            let noise: Vec<u8> =
                (0..100_000_u32).map(|place| (place.wrapping_mul(2_654_435_761) >> 24) as u8 & 0x7F).collect();
            [&picture.head()[..], &picture.scan(), &noise, &[0xFF, 0xD9]].concat()
        }),
    ]
}
