//! What a decoder hands to the conversation, and how large it may be.

use frames::{Flags, LineBox, MAX_EDGE, MAX_PIXELS, Measure, PageFault};

/// A drawn page.
pub(crate) struct Picture {
    /// In pixels.
    pub(crate) width: u32,
    /// In pixels.
    pub(crate) height: u32,
    /// Opaque, row by row from the top.
    pub(crate) rgba: Vec<u8>,
    /// What the pixels do not show.
    pub(crate) flags: Flags,
}

/// The words of a page.
#[derive(Default)]
pub(crate) struct Words {
    /// Plain, line by line in the order in which they are drawn.
    pub(crate) text: String,
    /// Where each line stands.
    pub(crate) boxes: Vec<LineBox>,
    /// What only shows when the words are looked at one by one.
    pub(crate) flags: Flags,
}

/// Steps of a channel, of 255, within which pixels are one colour to the eye.
const ONE_COLOUR: u8 = 16;

/// Whether nothing can be seen in the picture (RGBA, opaque), whatever its colour.
pub(crate) fn is_one_colour(rgba: &[u8]) -> bool {
    // Each pixel like the one before it: a blank page, mostly, and one comparison of memory.
    if rgba.get(4..).is_none_or(|rest| rest == &rgba[..rest.len()]) {
        return true;
    }
    let (mut lowest, mut highest) = ([u8::MAX; 3], [0; 3]);
    rgba.chunks_exact(4).all(|pixel| {
        for channel in 0..3 {
            lowest[channel] = lowest[channel].min(pixel[channel]);
            highest[channel] = highest[channel].max(pixel[channel]);
        }
        (0..3).all(|channel| highest[channel] - lowest[channel] <= ONE_COLOUR)
    })
}

/// An open document.
pub(crate) trait Pages {
    /// How many pages can be drawn; at least one.
    fn count(&self) -> u32;
    /// What to tell about the document as a whole.
    fn flags(&self) -> Flags;
    /// Draws the page with this index (below `count`), its longest edge at most `max_edge` pixels.
    fn draw(&mut self, index: u32, max_edge: u32) -> Result<Picture, PageFault>;
    /// How large the page with this index is on paper.
    fn measure(&self, _index: u32) -> Measure {
        Measure::default()
    }
    /// The words of the page with this index.
    fn words(&mut self, index: u32) -> Words;
    /// Forgets whatever a panic in `draw` or `words` may have left half-done.
    fn forget(&mut self);
}

/// The largest size in pixels with the proportions of `width` × `height` (any unit) that the grammar and `max_edge`
/// allow; each edge at least one pixel. `None` if the proportions are none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "both edges were clamped to 1..=8000 just before"
)]
pub(crate) fn fitted(width: f64, height: f64, max_edge: u32) -> Option<(u32, u32)> {
    let area = width * height;
    if !(area.is_finite() && width > 0.0 && height > 0.0 && area > 0.0) {
        return None;
    }
    let edge = f64::from(max_edge.clamp(1, MAX_EDGE));
    let scale = (edge / width.max(height)).min((f64::from(MAX_PIXELS) / area).sqrt());
    let (wide, high) = (width * scale, height * scale);
    let pixels = |length: f64| length.clamp(1.0, edge) as u32;
    let nearest = (pixels(wide.round()), pixels(high.round()));
    if nearest.0 * nearest.1 <= MAX_PIXELS {
        Some(nearest)
    } else {
        // Rounding up both edges went a hair beyond the area.
        Some((pixels(wide.floor()), pixels(high.floor())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_its_proportions_up_to_the_edge_that_was_asked_for() {
        assert_eq!(fitted(595.0, 842.0, 842), Some((595, 842)));
        assert_eq!(fitted(842.0, 595.0, 1_684), Some((1_684, 1_190)));
        assert_eq!(fitted(595.2, 841.8, 842), Some((595, 842)));
    }

    #[test]
    fn no_size_leaves_the_limits() {
        for (width, height) in [(1e9, 1e9), (1.0, 1e7), (1e7, 1.0), (1e-3, 1e-3), (8_000.0, 8_000.0), (3.0, 4.0)] {
            for max_edge in [0, 1, 1_600, 8_000, u32::MAX] {
                let (w, h) = fitted(width, height, max_edge).expect("real proportions");
                assert!(w >= 1 && h >= 1 && w.max(h) <= max_edge.clamp(1, MAX_EDGE));
                assert!(w * h <= MAX_PIXELS);
            }
        }
    }

    #[test]
    fn nearly_white_is_one_colour_and_a_single_dark_pixel_is_none() {
        let mut pixels = [250, 255, 252, 255].repeat(1_000);
        assert!(is_one_colour(&pixels));
        assert!(is_one_colour(&[0, 0, 0, 255].repeat(10)) && is_one_colour(&[]));
        pixels[4 * 700 + 1] = 200;
        assert!(!is_one_colour(&pixels));
    }

    #[test]
    fn a_page_without_area_has_no_size() {
        for (width, height) in [(0.0, 1.0), (1.0, -1.0), (f64::NAN, 1.0), (f64::INFINITY, 1.0), (1e300, 1e300)] {
            assert_eq!(fitted(width, height, 100), None);
        }
    }
}
