//! PNG (ISO 15948): chunks with right checksums, whatever stands in them.

use crate::deflate::{Deflate, bomb, plain};
use crate::{COSTLY, DRAWN, EITHER, HostileFile, REFUSED, Tell};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A chunk with its right length and checksum.
pub fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut bytes = u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes().to_vec();
    bytes.extend(name);
    bytes.extend(data);
    let sum = checksum(&bytes[4..]);
    bytes.extend(sum.to_be_bytes());
    bytes
}

/// The checksum of PNG (ISO 3309), bit by bit.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg()))
    })
}

/// What the first chunk says.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Bits a sample.
    pub depth: u8,
    /// 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA.
    pub colour: u8,
    /// 0 row by row, 1 interlaced.
    pub interlace: u8,
}

impl Head {
    const fn of(width: u32, height: u32, depth: u8, colour: u8) -> Self {
        Self { width, height, depth, colour, interlace: 0 }
    }

    fn chunk(self) -> Vec<u8> {
        let mut data = self.width.to_be_bytes().to_vec();
        data.extend(self.height.to_be_bytes());
        data.extend([self.depth, self.colour, 0, 0, self.interlace]);
        chunk(b"IHDR", &data)
    }
}

/// A picture of this head, these chunks after it, and this zlib stream.
pub fn png(head: Head, chunks: &[Vec<u8>], stream: &[u8]) -> Vec<u8> {
    [SIGNATURE, &head.chunk(), &chunks.concat(), &chunk(b"IDAT", stream), &chunk(b"IEND", b"")].concat()
}

const SMALL: Head = Head::of(8, 8, 8, 0);

/// The rows of [`SMALL`], each with its filter.
fn rows() -> Vec<u8> {
    (0..8_u8).flat_map(|row| std::iter::once(0).chain((0..8).map(move |column| row * 32 + column))).collect()
}

/// Eight by eight pixels, in grey.
pub fn small() -> Vec<u8> {
    png(SMALL, &[], &plain(&rows()))
}

fn with(chunks: &[Vec<u8>]) -> Vec<u8> {
    png(SMALL, chunks, &plain(&rows()))
}

/// Two pictures, one after the other, and chunks before both.
fn animation(before: &[Vec<u8>]) -> Vec<u8> {
    let frame = |number: u8| {
        let mut control = vec![0, 0, 0, number, 0, 0, 0, 8, 0, 0, 0, 8];
        control.extend([0; 14]);
        chunk(b"fcTL", &control)
    };
    let parts = [
        SMALL.chunk(),
        before.concat(),
        chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]),
        frame(0),
        chunk(b"IDAT", &plain(&rows())),
        frame(1),
        chunk(b"fdAT", &[&[0, 0, 0, 2][..], &plain(&rows())].concat()),
        chunk(b"IEND", b""),
    ];
    [SIGNATURE, &parts.concat()].concat()
}

/// All black, whatever the size.
fn blank(head: Head, row_bytes: u64) -> Vec<u8> {
    let length = (row_bytes + 1) * u64::from(head.height);
    png(head, &[], &Deflate::new().repeated(&[0], length).finish())
}

fn file(name: &str, ends: &'static [crate::End], make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> HostileFile {
    HostileFile::new(format!("{name}.png"), ends, make)
}

pub(super) fn hostile() -> Vec<HostileFile> {
    [sizes(), carrying(), broken()].into_iter().flatten().collect()
}

fn sizes() -> Vec<HostileFile> {
    let lying =
        |width, height, depth, colour| move || png(Head::of(width, height, depth, colour), &[], &plain(&[0; 16]));
    vec![
        file("bomb_15000x15000_rgba", REFUSED, || blank(Head::of(15_000, 15_000, 8, 6), 60_000)),
        file("bomb_65535x65535_1_bit", REFUSED, || blank(Head::of(65_535, 65_535, 1, 0), 8_192)),
        file("bomb_10000x10000_rgba_16_bit", COSTLY, || blank(Head::of(10_000, 10_000, 16, 6), 80_000)),
        file("bomb_9999x9999_1_bit", COSTLY, || blank(Head::of(9_999, 9_999, 1, 0), 1_250)),
        file("claims_2_31", REFUSED, lying(0x8000_0000, 0x8000_0000, 8, 6)),
        file("claims_19999x19999", REFUSED, lying(19_999, 19_999, 8, 2)),
        file("without_width", REFUSED, lying(0, 8, 8, 0)),
        file("without_height", REFUSED, lying(8, 0, 8, 0)),
        file("one_row_20001_long", REFUSED, lying(20_001, 1, 8, 0)),
        file("one_row_20000_long", EITHER, || blank(Head::of(20_000, 1, 8, 0), 20_000)),
        file("one_column_20000_high", EITHER, || blank(Head::of(1, 20_000, 8, 0), 1)),
        file("depth_of_3_bits", REFUSED, lying(8, 8, 3, 0)),
        file("colour_of_kind_5", REFUSED, lying(8, 8, 8, 5)),
        file("sixteen_bits", DRAWN, || blank(Head::of(8, 8, 16, 2), 48)).telling(&[Tell::LooksEmpty]),
        file("interlaced", DRAWN, || {
            // Seven passes of an 8×8 picture: 1+1+2+4+8+16+32 pixels in 15 rows.
            png(Head { interlace: 1, ..SMALL }, &[], &plain(&[0; 64 + 15]))
        })
        .telling(&[Tell::LooksEmpty]),
        file("wholly_transparent", DRAWN, || {
            let row = [&[0][..], &[10, 20, 30, 0, 200, 100, 50, 0].repeat(4)].concat();
            png(Head::of(8, 8, 8, 6), &[], &plain(&row.repeat(8)))
        })
        .telling(&[Tell::LooksEmpty]),
        file("interlaced_in_an_unknown_way", REFUSED, || png(Head { interlace: 7, ..SMALL }, &[], &plain(&rows()))),
        file("unfolds_far_beyond_its_pixels", EITHER, || {
            png(SMALL, &[], &Deflate::new().plain(&rows()).repeated(b"\0", 1 << 30).finish())
        }),
    ]
}

fn carrying() -> Vec<HostileFile> {
    let script = b"<script>alert(1)</script><x:xmpmeta><img src=x onerror=alert(1)></x:xmpmeta>";
    let text = move |keyword: &[u8]| {
        let mut data = keyword.to_vec();
        data.extend(b"\0\0\0\0\0");
        data.extend(script);
        chunk(b"iTXt", &data)
    };
    let compressed = |name: &[u8; 4], stream: &[u8]| chunk(name, &[b"Comment\0\0".as_slice(), stream].concat());
    vec![
        file("text_with_mark_up", DRAWN, move || with(&[text(b"Title")])),
        file("xmp_with_a_script", DRAWN, move || with(&[text(b"XML:com.adobe.xmp")])),
        file("text_that_unfolds_to_1_gib", EITHER, move || with(&[compressed(b"zTXt", &bomb(1 << 30))])),
        file("profile_that_unfolds_to_1_gib", COSTLY, move || with(&[compressed(b"iCCP", &bomb(1 << 30))])),
        file("profile_of_noise", EITHER, move || with(&[compressed(b"iCCP", &plain(b"no profile at all"))])),
        file("profile_without_stream", EITHER, move || with(&[compressed(b"iCCP", b"\xff\xff\xff")])),
        file("texts_100000", EITHER, || with(&vec![chunk(b"tEXt", b"a\0b"); 100_000])),
        file("gamma_of_nothing", EITHER, || with(&[chunk(b"gAMA", &[0; 4])])),
        file("exif_with_a_place", DRAWN, || with(&[chunk(b"eXIf", &super::jpeg::exif(6, b"GPS-KALMAR-56.66"))])),
        file("animation_of_2_frames", DRAWN, || animation(&[])).telling(&[Tell::FirstPictureOnly]),
        file("animation_behind_10000_texts", DRAWN, || animation(&vec![chunk(b"tEXt", b"a\0b"); 10_000]))
            .telling(&[Tell::FirstPictureOnly]),
        file("animation_of_2_31_frames", EITHER, || {
            let control = chunk(b"acTL", &[0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]);
            let mut frame = vec![0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 8];
            frame.extend([0; 14]);
            with(&[vec![control], vec![chunk(b"fcTL", &frame); 5_000]].concat())
        }),
        file("polyglot_zip_last", DRAWN, || [small().as_slice(), b"PK\x05\x06", &[0; 18]].concat()),
        file("polyglot_pdf_inside", DRAWN, || {
            with(&[chunk(b"tEXt", b"a\0%PDF-1.7\n1 0 obj<<>>endobj trailer<</Root 1 0 R>>")])
        }),
    ]
}

fn broken() -> Vec<HostileFile> {
    let head = SMALL.chunk();
    let data = chunk(b"IDAT", &plain(&rows()));
    let end = chunk(b"IEND", b"");
    let put = move |parts: &[&[u8]]| -> Vec<u8> {
        let mut bytes = SIGNATURE.to_vec();
        bytes.extend(parts.concat());
        bytes
    };
    let palette = Head::of(8, 8, 8, 3);
    let mut wrong_sum = head.clone();
    wrong_sum[20] ^= 1;
    let mut wrong_data_sum = data.clone();
    let last = wrong_data_sum.len() - 1;
    wrong_data_sum[last] ^= 1;
    let whole = small();
    vec![
        file("only_the_signature", REFUSED, || SIGNATURE.to_vec()),
        file("cut_in_the_head", REFUSED, move || whole[..20].to_vec()),
        file("cut_in_the_data", EITHER, || small()[..60].to_vec()),
        file("without_data", REFUSED, {
            let (head, end) = (head.clone(), end.clone());
            move || put(&[&head, &end])
        }),
        file("without_end", EITHER, {
            let (head, data) = (head.clone(), data.clone());
            move || put(&[&head, &data])
        }),
        file("head_with_a_wrong_checksum", REFUSED, {
            let (data, end) = (data.clone(), end.clone());
            move || put(&[&wrong_sum, &data, &end])
        }),
        file("data_with_a_wrong_checksum", EITHER, {
            let (head, end) = (head.clone(), end.clone());
            move || put(&[&head, &wrong_data_sum, &end])
        }),
        file("two_heads", EITHER, {
            let (head, data, end) = (head.clone(), data.clone(), end);
            move || put(&[&head, &Head::of(9_000, 9_000, 8, 6).chunk(), &data, &end])
        }),
        file("data_before_its_head", REFUSED, {
            let head = head.clone();
            move || put(&[&data, &head])
        }),
        file("chunk_of_2_32_bytes", REFUSED, move || put(&[&head, b"\xff\xff\xff\xffIDAT", &[0; 64]])),
        file("filter_of_kind_255", REFUSED, || png(SMALL, &[], &plain(&[255; 72]))),
        file("palette_missing", REFUSED, move || png(palette, &[], &plain(&rows()))),
        file("palette_too_short", EITHER, move || {
            png(palette, &[chunk(b"PLTE", &[1, 2, 3])], &plain(&[&[0][..], &[255; 8]].concat().repeat(8)))
        }),
        file("palette_of_4_bytes", EITHER, move || png(palette, &[chunk(b"PLTE", &[1, 2, 3, 4])], &plain(&rows()))),
        file("transparency_too_long", EITHER, || with(&[chunk(b"tRNS", &[0; 1_000])])),
        file("stream_of_noise", REFUSED, || png(SMALL, &[], &[0xA5; 200])),
        file("empty_data_10000_times", EITHER, || {
            let mut bytes = [SIGNATURE, &SMALL.chunk()].concat();
            bytes.extend(chunk(b"IDAT", b"").repeat(10_000));
            bytes.extend(chunk(b"IDAT", &plain(&rows())));
            bytes.extend(chunk(b"IEND", b""));
            bytes
        }),
    ]
}
