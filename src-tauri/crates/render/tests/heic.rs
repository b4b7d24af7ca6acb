//! Telephones' pictures (HEIC), through the real child: drawn where both were built with the feature `heic`, and else
//! refused as what they are. The files were written by another program (libheif and x265) than the one that reads them.

mod support;

use pipeline::preview::PreviewFailure;
use support::open;

/// A drawn photo with a camera's name and a place in its metadata.
const PHOTO: &[u8] = include_bytes!("../../../../tests/fixtures/photo.heic");
/// A grid of tiles that is to be turned a quarter clockwise, with a place in its metadata.
const TURNED: &[u8] = include_bytes!("../../../../tests/fixtures/turned.heic");
/// Two pictures.
const TWO: &[u8] = include_bytes!("../../../../tests/fixtures/two.heic");

#[cfg(not(feature = "heic"))]
#[tokio::test]
async fn a_telephones_picture_is_refused_as_what_it_is() {
    use pipeline::kind::Refused;
    for file in [PHOTO, TURNED, TWO, b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"] {
        assert_eq!(open(file.to_vec()).await.err(), Some(PreviewFailure::Refused(Refused::LooksLikeHeic)));
    }
}

#[cfg(feature = "heic")]
mod drawn {
    use std::future::ready;

    use hostile::mutants::{Seed, mutant};
    use image::{RgbImage, imageops};
    use pipeline::kind::FileKind;
    use pipeline::preview::{Flags, Hand};
    use pipeline::safe_copy::safe_copy;

    use super::support::{decoded, first_page, halves, holds, impatient_renderer, is_one_shade, renderer};
    use super::{PHOTO, PreviewFailure, TURNED, TWO, open};

    /// Mutants of each file.
    const MUTANTS: u64 = 100;

    async fn shown(bytes: Vec<u8>) -> Result<(RgbImage, Flags), PreviewFailure> {
        let page = first_page(&renderer(), bytes).await?;
        Ok((decoded(&page.jpeg), page.flags))
    }

    fn hostile_file(name: &str) -> Vec<u8> {
        let files = hostile::all();
        files.iter().find(|file| file.name == name).expect("it is among them").bytes()
    }

    /// The mean difference of two pictures' channels, in steps of 255.
    fn difference(one: &RgbImage, other: &RgbImage) -> f64 {
        assert_eq!(one.dimensions(), other.dimensions());
        let steps: u64 = one.iter().zip(other.iter()).map(|(one, other)| u64::from(one.abs_diff(*other))).sum();
        #[expect(clippy::cast_precision_loss, reason = "a few million at most")]
        let mean = steps as f64 / one.len() as f64;
        mean
    }

    #[tokio::test]
    async fn a_telephones_picture_looks_like_the_same_picture_as_jpeg() {
        let (heic, flags) = shown(PHOTO.to_vec()).await.expect("a good picture");
        assert_eq!(flags, Flags::NONE);
        assert_eq!(heic.dimensions(), (800, 600));
        let (jpeg, _) = shown(include_bytes!("../../../../tests/fixtures/photo.jpg").to_vec()).await.expect("good");
        let far = difference(&heic, &jpeg);
        assert!(far < 6.0, "{far} steps apart");
    }

    #[tokio::test]
    async fn it_is_turned_as_its_file_says_and_put_together_from_its_tiles() {
        let (heic, flags) = shown(TURNED.to_vec()).await.expect("a good picture");
        assert_eq!(flags, Flags::NONE);
        assert_eq!(heic.dimensions(), (48, 64));
        let (jpeg, _) = shown(hostile_file("held_sideways_in_kalmar.jpg")).await.expect("a good picture");
        let far = difference(&heic, &jpeg);
        // Colours are kept at half the width and height, which blurs small squares.
        assert!(far < 20.0, "{far} steps apart");
        assert!(difference(&heic, &imageops::rotate180(&jpeg)) > 2.0 * far, "and not the other way");
    }

    #[tokio::test]
    async fn a_picture_of_many_tiles_is_put_together() {
        let (width, height) = (1_100, 700);
        let tiles = imageops::resize(&halves(), width, height, imageops::FilterType::Nearest);
        let options = heifer::EncodeOptions { max_threads: 1, ..heifer::EncodeOptions::default() };
        let heic = heifer::encode_rgb8(width, height, &tiles, &options).expect("memory takes all");
        let (picture, flags) = shown(heic).await.expect("a good picture");
        assert_eq!(flags, Flags::NONE);
        let far = difference(
            &picture,
            &imageops::resize(&tiles, picture.width(), picture.height(), imageops::FilterType::Triangle),
        );
        assert!(far < 3.0, "{far} steps apart");
    }

    #[tokio::test]
    async fn of_several_pictures_the_first_is_shown_and_that_is_told() {
        let (picture, flags) = shown(TWO.to_vec()).await.expect("a good picture");
        assert_eq!(picture.dimensions(), (320, 240));
        assert_eq!(flags, Flags::NONE, "it is the file's, not the page's");
        let document = open(TWO.to_vec()).await.expect("a good picture");
        assert_eq!(document.flags(), Flags::FIRST_PICTURE_ONLY);
    }

    #[tokio::test]
    async fn its_copy_carries_nothing_but_the_picture() {
        for (file, secret) in [(PHOTO, b"Budkavle testkamera".as_slice()), (TURNED, b"GPS-KALMAR")] {
            assert!(holds(file, secret), "the file itself does");
            let document = open(file.to_vec()).await.expect("a good picture");
            assert_eq!(document.kind(), FileKind::Heic);
            let copy = safe_copy(&mut Hand::Document(document), ready(None)).await.expect("a copy");
            assert_eq!(copy.kind, FileKind::Jpeg);
            assert!(!holds(&copy.bytes, secret) && !holds(&copy.bytes, b"Exif"));
            assert!(!is_one_shade(&decoded(&copy.bytes)));
        }
    }

    #[tokio::test]
    async fn cut_anywhere_it_is_a_bad_file() {
        for parts in 1..8 {
            let cut = PHOTO[..PHOTO.len() * parts / 8].to_vec();
            assert_eq!(shown(cut).await.err(), Some(PreviewFailure::BadFile), "{parts} of 8");
        }
    }

    #[tokio::test]
    async fn its_mutants_are_drawn_or_refused_and_never_blank_without_a_word() {
        let seeds = [PHOTO, TURNED, TWO].map(|bytes| Seed { ending: "heic".to_owned(), bytes: bytes.to_vec() });
        let (mut drawn, mut refused) = (0, 0);
        for number in 0..MUTANTS * seeds.len() as u64 {
            match first_page(&impatient_renderer(), mutant(&seeds, number)).await {
                Ok(page) => {
                    let is_blank = is_one_shade(&decoded(&page.jpeg));
                    assert!(!is_blank || page.flags.contains(Flags::LOOKS_EMPTY), "{number}");
                    drawn += 1;
                }
                Err(failure) => {
                    let harmless = !failure.is_attack() && failure != PreviewFailure::ChildDied;
                    assert!(harmless, "{number}: {failure:?}");
                    refused += 1;
                }
            }
        }
        println!("{drawn} drawn, {refused} refused");
        assert!(drawn > 0 && refused > 0, "{drawn} drawn, {refused} refused");
    }
}
