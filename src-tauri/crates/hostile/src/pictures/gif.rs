//! GIF (89a): pixels as codes that are never joined, so that any size can be written without a compressor.

use crate::{COSTLY, DRAWN, EITHER, HostileFile, REFUSED, Tell};

/// A picture of one colour that can be bent in many places.
#[derive(Clone, Debug)]
pub struct Gif {
    /// The screen, in pixels.
    pub screen: (u16, u16),
    /// Where the frame begins on it.
    pub at: (u16, u16),
    /// The frame, in pixels.
    pub frame: (u16, u16),
    /// Whether there are colours at all.
    pub palette: bool,
    /// Blocks before the first frame.
    pub first: Vec<u8>,
    /// How many times the frame comes.
    pub frames: usize,
    /// The frame's compressed pixels, code size first; made to fit when there are none.
    pub data: Option<Vec<u8>>,
}

impl Default for Gif {
    fn default() -> Self {
        Self { screen: (16, 16), at: (0, 0), frame: (16, 16), palette: true, first: Vec::new(), frames: 1, data: None }
    }
}

impl Gif {
    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"GIF89a".to_vec();
        bytes.extend(self.screen.0.to_le_bytes());
        bytes.extend(self.screen.1.to_le_bytes());
        bytes.extend([if self.palette { 0xF0 } else { 0 }, 0, 0]);
        if self.palette {
            bytes.extend([200, 30, 30, 30, 30, 200]);
        }
        bytes.extend(&self.first);
        let mut frame = vec![0x2C];
        for measure in [self.at.0, self.at.1, self.frame.0, self.frame.1] {
            frame.extend(measure.to_le_bytes());
        }
        frame.push(0);
        frame.extend(self.data.clone().unwrap_or_else(|| flat(usize::from(self.frame.0) * usize::from(self.frame.1))));
        bytes.extend(frame.repeat(self.frames));
        bytes.push(0x3B);
        bytes
    }
}

/// So many pixels of colour 0: two literal codes of three bits, then the table is cleared, before codes grow longer.
fn flat(pixels: usize) -> Vec<u8> {
    const CLEAR: u8 = 4;
    const END: u8 = 5;
    let mut codes = Vec::new();
    for pixel in 0..pixels {
        if pixel % 2 == 0 {
            codes.push(CLEAR);
        }
        codes.push(0);
    }
    codes.push(END);
    let mut packed = vec![0; (codes.len() * 3).div_ceil(8)];
    for (number, code) in codes.into_iter().enumerate() {
        for bit in 0..3 {
            let place = number * 3 + bit;
            packed[place / 8] |= (code >> bit & 1) << (place % 8);
        }
    }
    blocks(2, &packed)
}

/// A code size and compressed bytes, in blocks.
fn blocks(code_size: u8, packed: &[u8]) -> Vec<u8> {
    let mut bytes = vec![code_size];
    for block in packed.chunks(255) {
        bytes.push(u8::try_from(block.len()).unwrap_or(u8::MAX));
        bytes.extend(block);
    }
    bytes.push(0);
    bytes
}

/// So many pixels of colour 0 in few bytes: each code one pixel longer than the last.
fn growing(pixels: u64) -> Vec<u8> {
    let (mut packed, mut pending, mut held) = (Vec::new(), 0_u32, 0_u32);
    let mut push = |code: u32, width: u32| {
        pending |= code << held;
        held += width;
        while held >= 8 {
            packed.push((pending & 0xFF) as u8);
            pending >>= 8;
            held -= 8;
        }
    };
    let (mut next, mut width, mut left) = (6_u32, 3_u32, pixels);
    push(4, 3);
    push(0, 3);
    left = left.saturating_sub(1);
    let mut run = 2;
    while left > 0 && next < 4_095 {
        push(next, width);
        left = left.saturating_sub(run);
        run += 1;
        next += 1;
        if next == 1 << width && width < 12 {
            width += 1;
        }
    }
    // The longest code, again and again: the table is full.
    while left > 0 {
        push(next - 1, width);
        left = left.saturating_sub(run - 1);
    }
    push(5, width);
    push(0, 7);
    blocks(2, &packed)
}

fn file(name: &str, ends: &'static [crate::End], make: impl Fn() -> Gif + Send + Sync + 'static) -> HostileFile {
    HostileFile::new(format!("{name}.gif"), ends, move || make().bytes())
}

pub(super) fn hostile() -> Vec<HostileFile> {
    let sized = |width, height| move || Gif { screen: (width, height), ..Gif::default() };
    let with = |data: Vec<u8>| move || Gif { data: Some(data.clone()), ..Gif::default() };
    let comment = [&b"\x21\xfe\x19"[..], b"<script>alert(1)</script>", &[0]].concat();
    let loops = [&b"\x21\xff\x0bNETSCAPE2.0\x03\x01\xff\xff\0"[..]].concat();
    vec![
        file("claims_60000x60000", REFUSED, sized(60_000, 60_000)),
        file("screen_without_area", EITHER, sized(0, 0)),
        file("screen_smaller_than_its_frame", EITHER, sized(4, 4)),
        file("frame_far_outside", EITHER, || Gif { at: (60_000, 60_000), ..Gif::default() }),
        file("frame_without_area", EITHER, || Gif { frame: (0, 0), ..Gif::default() }),
        file("frame_65535x65535", COSTLY, || Gif { frame: (65_535, 65_535), data: Some(flat(16)), ..Gif::default() }),
        file("bomb_9999x9999", COSTLY, || Gif {
            screen: (9_999, 9_999),
            frame: (9_999, 9_999),
            data: Some(growing(9_999 * 9_999)),
            ..Gif::default()
        }),
        file("animation_of_20000_frames", DRAWN, || Gif { frames: 20_000, ..Gif::default() })
            .telling(&[Tell::FirstPictureOnly]),
        file("animation_without_end", DRAWN, move || Gif { first: loops.clone(), frames: 2, ..Gif::default() })
            .telling(&[Tell::FirstPictureOnly]),
        file("animation_behind_100000_comments", DRAWN, || Gif {
            first: b"\x21\xfe\x01a\0".repeat(100_000),
            frames: 2,
            ..Gif::default()
        })
        .telling(&[Tell::FirstPictureOnly]),
        file("comment_with_mark_up", DRAWN, move || Gif { first: comment.clone(), ..Gif::default() }),
        file("comments_100000", EITHER, || Gif { first: b"\x21\xfe\x01a\0".repeat(100_000), ..Gif::default() }),
        file("without_colours", EITHER, || Gif { palette: false, ..Gif::default() }),
        file("without_frame", REFUSED, || Gif { frames: 0, ..Gif::default() }),
        file("codes_of_12_bits", EITHER, with(blocks(12, &[0xA5; 100]))),
        file("codes_of_no_bits", EITHER, with(blocks(0, &[0xA5; 100]))),
        file("codes_of_255_bits", EITHER, with(blocks(255, &[0xA5; 100]))),
        file("codes_of_noise", EITHER, with(blocks(2, &[0xA5; 100]))),
        file("codes_before_they_are_made", EITHER, with(blocks(2, &[0xFC; 100]))),
        file("too_few_pixels", EITHER, with(flat(10))),
        file("too_many_pixels", EITHER, with(flat(100_000))),
        HostileFile::new("cut_in_the_head.gif", REFUSED, || Gif::default().bytes()[..8].to_vec()),
        HostileFile::new("cut_in_the_data.gif", EITHER, || Gif::default().bytes()[..40].to_vec()),
        HostileFile::new("polyglot_zip_last.gif", DRAWN, || {
            [Gif::default().bytes().as_slice(), b"PK\x05\x06", &[0; 18]].concat()
        }),
        HostileFile::new("polyglot_script.gif", EITHER, || {
            // The screen's width is "/*" and the rest of the file a comment in a script.
            Gif { screen: (0x2A2F, 16), ..Gif::default() }.bytes().into_iter().chain(*b"*/=1;alert(1)//").collect()
        }),
    ]
}
