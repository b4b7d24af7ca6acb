//! Pictures for forms, through the real child: small enough, as they look, and with nothing else.

mod support;

use image::{ImageFormat, Rgb, RgbImage};
use pipeline::picture::{SmallPictureFailure, small_picture};
use pipeline::preview::PreviewFailure;
use support::{decoded, halves, holds, pages, renderer, with_camera_data, written};
use zeroize::Zeroizing;

async fn small(
    bytes: Vec<u8>,
    max_edge: u32,
    max_bytes: usize,
) -> Result<pipeline::picture::SmallPicture, SmallPictureFailure> {
    small_picture(&renderer(), Zeroizing::new(bytes), max_edge, max_bytes).await
}

/// Each pixel another: no JPEG makes it small.
fn noise(edge: u32) -> Vec<u8> {
    let mut state = 7_u32;
    let drawing = RgbImage::from_fn(edge, edge, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [_, red, green, blue] = state.to_le_bytes();
        Rgb([red, green, blue])
    });
    written(drawing, ImageFormat::Png)
}

#[tokio::test]
async fn a_picture_is_as_it_was_seen_and_has_nothing_else_along() {
    let photo = with_camera_data(&written(halves(), ImageFormat::Jpeg));
    let made = small(photo, 1_600, 300_000).await.expect("a good photo");
    // Turned as the camera was held, and not enlarged.
    assert_eq!((made.width, made.height), (40, 60));
    assert_eq!(decoded(&made.jpeg).dimensions(), (40, 60));
    assert!(!holds(&made.jpeg, b"GPS-KALMAR"));
    assert!(!made.is_first_only);
}

#[tokio::test]
async fn what_takes_too_much_is_made_coarser_and_then_smaller() {
    let plain = small(written(halves(), ImageFormat::Png), 30, 300_000).await.expect("a good picture");
    assert_eq!((plain.width, plain.height), (30, 20));
    let whole = small(noise(400), 400, 300_000).await.expect("a good picture");
    assert_eq!(whole.width, 400);
    let coarse = small(noise(400), 400, whole.jpeg.len() - 1).await.expect("a good picture");
    assert_eq!(coarse.width, 400);
    assert!(coarse.jpeg.len() < whole.jpeg.len());
    let less = small(noise(400), 400, 40_000).await.expect("a good picture");
    assert!(less.width < 400 && less.jpeg.len() <= 40_000, "{} pixels, {} bytes", less.width, less.jpeg.len());
    assert!(matches!(small(noise(400), 400, 2_000).await, Err(SmallPictureFailure::TooDetailed)));
}

#[tokio::test]
async fn of_several_the_first_is_taken_and_that_is_told() {
    let animation = hostile::pictures::gif::Gif { frames: 2, ..hostile::pictures::gif::Gif::default() };
    let first = small(animation.bytes(), 1_600, 300_000).await.expect("a good picture");
    assert!(first.is_first_only);
}

#[tokio::test]
async fn what_is_no_whole_picture_is_refused() {
    let refused = |bytes: Vec<u8>| async { small(bytes, 1_600, 300_000).await.expect_err("none") };
    assert_eq!(refused(pages(1)).await, SmallPictureFailure::NoPicture);
    assert!(matches!(refused(b"<svg/>".to_vec()).await, SmallPictureFailure::Preview(PreviewFailure::Refused(_))));
    let slope = RgbImage::from_fn(300, 300, |x, y| Rgb([x.to_le_bytes()[0], y.to_le_bytes()[0], 0]));
    let photo = written(slope, ImageFormat::Jpeg);
    let cut = refused(photo[..photo.len() / 2].to_vec()).await;
    assert_eq!(cut, SmallPictureFailure::NotWhole);
}
