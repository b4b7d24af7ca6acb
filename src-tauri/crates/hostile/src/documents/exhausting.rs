//! Documents that ask for more memory or time than there is.

use super::{OnePage, TEXT, content, showing, stream};
use crate::deflate::{Deflate, bomb};
use crate::{COSTLY, DRAWN, EITHER, HostileFile, STOPPED, Tell};

const FLATE: &str = "/Filter/FlateDecode";
const GIBIBYTE: u64 = 1 << 30;

pub(super) fn files() -> Vec<HostileFile> {
    [unfolding(), pictures(), recursing(), drawing(), functions()].into_iter().flatten().collect()
}

fn file(name: &str, ends: &'static [crate::End], make: impl Fn() -> OnePage + Send + Sync + 'static) -> HostileFile {
    HostileFile::new(format!("{name}.pdf"), ends, move || make().bytes())
}

/// Content that unfolds.
fn unfolded(data: &[u8]) -> OnePage {
    OnePage { content: stream(FLATE, data), ..OnePage::default() }
}

fn unfolding() -> Vec<HostileFile> {
    vec![
        file("flate_bomb_1gib", STOPPED, || unfolded(&bomb(GIBIBYTE))),
        file("flate_bomb_nested_1gib", STOPPED, || {
            let twice = Deflate::new().periodic(&bomb(GIBIBYTE), 13).finish();
            OnePage { content: stream("/Filter[/FlateDecode/FlateDecode]", &twice), ..OnePage::default() }
        }),
        file("flate_bomb_in_a_to_unicode_map", COSTLY, || OnePage {
            content: stream("", TEXT),
            resources: "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>>>".to_owned(),
            more: vec![(5, stream(FLATE, &bomb(GIBIBYTE)))],
            ..OnePage::default()
        }),
        file("run_length_bomb", COSTLY, || {
            let runs = b"\x81 ".repeat(500_000);
            OnePage {
                content: stream("/Filter[/FlateDecode/RunLengthDecode]", &Deflate::new().periodic(&runs, 2).finish()),
                ..OnePage::default()
            }
        }),
        file("filters_ascii_hex_a_hundred_times", EITHER, || OnePage {
            content: stream(&format!("/Filter[{}]", "/ASCIIHexDecode".repeat(100)), b"20>"),
            ..OnePage::default()
        }),
        file("path_of_2_million_segments", COSTLY, || {
            let round: String = (0..2_000).map(|i| format!("{} {} l ", i * 7_919 % 595, i * 104_729 % 842)).collect();
            unfolded(&Deflate::new().plain(b"0 0 m ").repeated(round.as_bytes(), 1_000).plain(b"S").finish())
        }),
        file("q_10_million_times", COSTLY, || {
            unfolded(&Deflate::new().repeated(b"q ", 10_000_000).plain(TEXT).finish())
        }),
        file("clip_200_000_deep", COSTLY, || {
            unfolded(&Deflate::new().repeated(b"q 1 1 500 500 re W n ", 200_000).plain(TEXT).finish())
        }),
        file("words_without_end", COSTLY, || {
            unfolded(
                &Deflate::new().plain(b"BT /F1 1 Tf ").repeated(b"(0123456789) Tj ", 300_000).plain(b"ET").finish(),
            )
        }),
    ]
}

fn pictures() -> Vec<HostileFile> {
    let picture = |width: u32, height: u32, bits: u32, space: &str, filter: &str| {
        format!(
            "/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent {bits}/ColorSpace/{space}/Filter{filter}"
        )
    };
    vec![
        file("picture_30000x30000_rgb", STOPPED, move || {
            let twice = Deflate::new().periodic(&bomb(2_700_000_000), 13).finish();
            showing(&picture(30_000, 30_000, 8, "DeviceRGB", "[/FlateDecode/FlateDecode]"), &twice)
        }),
        file("picture_65500x65500_1_bit", COSTLY, move || {
            showing(&picture(65_500, 65_500, 1, "DeviceGray", "/FlateDecode"), &bomb(536_313_000))
        }),
        file("picture_2_31_wide_without_data", COSTLY, move || {
            showing(&picture(2_147_483_647, 2_147_483_647, 8, "DeviceRGB", "/FlateDecode"), &bomb(10))
        }),
        file("picture_without_area", EITHER, move || {
            showing(&picture(0, 0, 8, "DeviceRGB", "/FlateDecode"), &bomb(10))
        }),
        file("jbig2_60000x60000", COSTLY, || {
            let mut data = vec![0, 0, 0, 0, 48, 0, 1, 0, 0, 0, 19];
            for measure in [60_000_u32, 60_000, 0, 0] {
                data.extend(measure.to_be_bytes());
            }
            data.extend([0, 0, 0]);
            showing(
                "/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode",
                &data,
            )
        }),
        file("jpx_60000x60000", COSTLY, || {
            showing("/Type/XObject/Subtype/Image/Width 60000/Height 60000/Filter/JPXDecode", &huge_jpeg_2000())
        }),
        file("picture_that_masks_itself", EITHER, || {
            showing(
                "/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray/SMask 5 0 R",
                &[0; 4],
            )
        }),
        file("picture_with_a_palette_that_is_its_own_base", EITHER, || OnePage {
            content: stream("", super::PICTURE),
            resources: "/XObject<</I 5 0 R>>".to_owned(),
            more: vec![
                (
                    5,
                    stream("/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace 6 0 R", &[0; 4]),
                ),
                (6, b"[/Indexed 6 0 R 255 <00>]".to_vec()),
            ],
            ..OnePage::default()
        }),
    ]
}

/// A JPEG 2000 codestream whose header promises 3.6 thousand million pixels.
fn huge_jpeg_2000() -> Vec<u8> {
    let mut bytes = vec![0xFF, 0x4F, 0xFF, 0x51, 0, 41, 0, 0];
    for measure in [60_000_u32, 60_000, 0, 0, 60_000, 60_000, 0, 0] {
        bytes.extend(measure.to_be_bytes());
    }
    bytes.extend([0, 1, 7, 1, 1]);
    bytes.extend([0xFF, 0x52, 0, 12, 0, 0, 0, 1, 0, 5, 4, 4, 0, 0]);
    bytes.extend([0xFF, 0x5C, 0, 19, 0x20]);
    bytes.extend([0; 16]);
    bytes.extend([0xFF, 0x90, 0, 10, 0, 0, 0, 0, 0, 0, 0, 1, 0xFF, 0x93]);
    bytes.extend([0; 64]);
    bytes.extend([0xFF, 0xD9]);
    bytes
}

fn recursing() -> Vec<HostileFile> {
    let own_form = "/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</I 5 0 R>>>>";
    vec![
        file("form_that_draws_itself", DRAWN, move || {
            let mut form = b"/I Do ".to_vec();
            form.extend(b"0 0 100 100 re f");
            showing(own_form, &form)
        }),
        file("forms_a_billion_laughs", STOPPED, || {
            let form = |number: u32| {
                let next = format!("/XObject<</X {} 0 R>>", number + 1);
                let head = format!("/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<<{next}>>");
                (number, stream(&head, &b"/X Do ".repeat(10)))
            };
            let mut more: Vec<_> = (5..17).map(form).collect();
            more.push((17, stream("/Type/XObject/Subtype/Form/BBox[0 0 600 900]", b"0 0 10 10 re f ")));
            OnePage {
                content: stream("", b"/X Do"),
                resources: "/XObject<</X 5 0 R>>".to_owned(),
                more,
                ..OnePage::default()
            }
        }),
        file("pattern_that_paints_itself", EITHER, || {
            let head = "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 10 10]/XStep 10/YStep 10\
                /Resources<</Pattern<</P 5 0 R>>>>";
            patterned(head, b"/Pattern cs /P scn 0 0 10 10 re f")
        }),
        file("soft_mask_that_masks_itself", EITHER, || OnePage {
            content: stream("", b"/G gs 0 0 595 842 re f"),
            resources: "/ExtGState<</G 6 0 R>>".to_owned(),
            more: vec![
                (
                    5,
                    stream(
                        "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>\
                        /Resources<</ExtGState<</G 6 0 R>>>>",
                        b"/G gs 0 0 100 100 re f",
                    ),
                ),
                (6, b"<</SMask<</S/Luminosity/G 5 0 R>>>>".to_vec()),
            ],
            ..OnePage::default()
        }),
        file("type_3_font_that_writes_with_itself", EITHER, || {
            OnePage {
            content: stream("", b"BT /F1 12 Tf 10 10 Td (a) Tj ET"),
            resources: "/Font<</F1 5 0 R>>".to_owned(),
            more: vec![
                (
                    5,
                    b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</a 6 0 R>>\
                    /Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1000]/Resources<</Font<</F1 5 0 R>>>>>>"
                        .to_vec(),
                ),
                (6, stream("", b"1000 0 d0 BT /F1 12 Tf (a) Tj ET")),
            ],
            ..OnePage::default()
        }
        }),
    ]
}

fn patterned(head: &str, data: &[u8]) -> OnePage {
    OnePage {
        content: stream("", b"/Pattern cs /P scn 0 0 595 842 re f"),
        resources: "/Pattern<</P 5 0 R>>".to_owned(),
        more: vec![(5, stream(head, data))],
        ..OnePage::default()
    }
}

fn drawing() -> Vec<HostileFile> {
    vec![
        file("pattern_with_steps_of_nothing", COSTLY, || {
            let head = "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.0001/YStep 0.0001/Resources<<>>";
            patterned(head, b"1 0 0 rg 0 0 1 1 re f")
        }),
        file("dashes_of_nothing", COSTLY, || content(&b"[0.00001 0.00001] 0 d 1 w 0 0 m 595 842 l S ".repeat(20))),
        file("transparency_groups_5000", COSTLY, || OnePage {
            content: stream("", &b"/X Do ".repeat(5_000)),
            resources: "/XObject<</X 5 0 R>>/ExtGState<</G<</ca 0.5>>>>".to_owned(),
            more: vec![(
                5,
                stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/I true>>",
                    b"0 0 595 842 re f",
                ),
            )],
            ..OnePage::default()
        }),
        file("numbers_beyond_all_bounds", EITHER, || {
            content(
                b"1e38 w 99999999999999999999 -99999999999999999999 m 0.00000000000000000000001 1e308 l S 0 0 9 9 re f",
            )
        }),
        file("text_of_absurd_size", EITHER, || {
            content(b"BT /F1 1000000000 Tf 1 0 0 1 0 0 Tm (stor) Tj /F1 0.0000001 Tf (liten) Tj ET")
        }),
        file("annotations_100000", COSTLY, || OnePage {
            page: format!("/Annots[{}]", "<</Subtype/Widget/FT/Tx/V(x)/Rect[0 0 9 9]>>".repeat(100_000)),
            ..OnePage::default()
        }),
    ]
}

fn functions() -> Vec<HostileFile> {
    let shaded = |content: &[u8], function: Vec<u8>| OnePage {
        content: stream("", content),
        resources: "/Shading<</S<</ShadingType 1/ColorSpace/DeviceRGB/Domain[0 1 0 1]/Function 5 0 R>>>>".to_owned(),
        more: vec![(5, function)],
        ..OnePage::default()
    };
    let domain = "/Domain[0 1 0 1]/Range[0 1 0 1 0 1]";
    vec![
        file("function_sampled_65535x65535", EITHER, move || {
            let head = format!("/FunctionType 0{domain}/Size[65535 65535]/BitsPerSample 32");
            shaded(b"/S sh", stream(&head, &[0; 100]))
        })
        .telling(&[Tell::LooksEmpty]),
        file("function_of_100000_operators", COSTLY, move || {
            let program = format!("{{ {} dup }}", "dup sin cos sqrt exch ".repeat(20_000));
            shaded(b"595 0 0 842 0 0 cm /S sh", stream(&format!("/FunctionType 4{domain}"), program.as_bytes()))
        }),
        file("function_stitched_of_itself", EITHER, move || {
            let head = "<</FunctionType 3/Domain[0 1]/Functions[5 0 R 5 0 R]/Bounds[0.5]/Encode[0 1 0 1]>>";
            shaded(b"/S sh", head.as_bytes().to_vec())
        }),
    ]
}
