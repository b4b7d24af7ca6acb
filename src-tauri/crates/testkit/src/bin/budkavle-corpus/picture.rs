//! A drawn page as grey levels, from the JPEG that the application would show.

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// Steps of a channel, of 255, within which a picture shows nothing. Stricter than the child's own measure, since JPEG takes the
/// edge off thin and faint lines.
const NOTHING: u8 = 4;

/// Pixels in colour, three bytes each.
pub(crate) struct Picture {
    pub(crate) width: usize,
    pub(crate) height: usize,
    rgb: Vec<u8>,
}

/// Grey levels.
pub(crate) struct Grey {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) levels: Vec<u8>,
}

impl Picture {
    /// `None` if it is no JPEG, which the application never makes.
    pub(crate) fn of_jpeg(jpeg: &[u8]) -> Option<Self> {
        let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
        let mut decoder = JpegDecoder::new_with_options(ZCursor::new(jpeg), options);
        let rgb = decoder.decode().ok()?;
        let (width, height) = decoder.dimensions()?;
        (rgb.len() == width * height * 3).then_some(Self { width, height, rgb })
    }

    /// Whether nothing can be seen in it.
    pub(crate) fn is_blank(&self) -> bool {
        (0..3).all(|channel| {
            let levels = self.rgb.iter().skip(channel).step_by(3);
            let lowest = levels.clone().min().copied().unwrap_or_default();
            let highest = levels.max().copied().unwrap_or_default();
            highest - lowest <= NOTHING
        })
    }

    /// Luma (ITU-R BT.601), as `pdftoppm -gray` has it.
    pub(crate) fn grey(&self) -> Grey {
        let level = |pixel: &[u8]| {
            let sum = u32::from(pixel[0]) * 299 + u32::from(pixel[1]) * 587 + u32::from(pixel[2]) * 114;
            u8::try_from(sum / 1_000).unwrap_or(u8::MAX)
        };
        Grey { width: self.width, height: self.height, levels: self.rgb.chunks_exact(3).map(level).collect() }
    }
}

impl Grey {
    /// Reads a PGM of one byte a level (netpbm, "P5").
    pub(crate) fn of_pgm(bytes: &[u8]) -> Option<Self> {
        let mut at = 0;
        let mut word = || {
            let start = at + bytes.get(at..)?.iter().position(|byte| !byte.is_ascii_whitespace())?;
            let end = start + bytes[start..].iter().position(u8::is_ascii_whitespace)?;
            at = end;
            std::str::from_utf8(&bytes[start..end]).ok().map(str::to_owned)
        };
        let (magic, width, height, most) = (word()?, word()?, word()?, word()?);
        let (width, height) = (width.parse().ok()?, height.parse::<usize>().ok()?);
        let levels = bytes.get(at + 1..)?.to_vec();
        (magic == "P5" && most == "255" && levels.len() == height.checked_mul(width)?).then_some(Self {
            width,
            height,
            levels,
        })
    }

    /// Whether nothing can be seen in it.
    pub(crate) fn is_blank(&self) -> bool {
        let lowest = self.levels.iter().min().copied().unwrap_or_default();
        let highest = self.levels.iter().max().copied().unwrap_or_default();
        highest - lowest <= NOTHING
    }

    /// By how much the means of two pictures differ in a square of this edge, cut at the edges that both have; `None` beyond
    /// them. Of the means, so that a letter that is set half a pixel beside the other's is the same letter.
    pub(crate) fn difference(&self, other: &Self, left: usize, top: usize, edge: usize) -> Option<f64> {
        let right = (left + edge).min(self.width).min(other.width);
        let bottom = (top + edge).min(self.height).min(other.height);
        if left >= right {
            return None;
        }
        let sum = |of: &Self| -> u32 {
            let rows = (top..bottom).map(|row| &of.levels[row * of.width + left..row * of.width + right]);
            rows.flatten().map(|level| u32::from(*level)).sum()
        };
        let count = u32::try_from((right - left) * bottom.saturating_sub(top)).ok().filter(|count| *count > 0)?;
        Some(f64::from(sum(self).abs_diff(sum(other))) / f64::from(count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(level: u8) -> Grey {
        Grey { width: 30, height: 20, levels: vec![level; 600] }
    }

    #[test]
    fn a_portable_grey_map_is_read_and_a_cut_one_is_not() {
        let whole = b"P5\n# \n".to_vec();
        assert!(Grey::of_pgm(&whole).is_none());
        let grey = Grey::of_pgm(b"P5\n3 2\n255\nabcdef").expect("a good one");
        assert_eq!((grey.width, grey.height, grey.levels.as_slice()), (3, 2, b"abcdef".as_slice()));
        assert!(Grey::of_pgm(b"P5\n3 2\n255\nabcde").is_none());
        assert!(Grey::of_pgm(b"P6\n1 1\n255\nabc").is_none());
    }

    #[test]
    fn a_block_differs_by_the_means_of_its_pixels() {
        let mut other = plain(100);
        other.levels[0] = 244;
        assert_eq!(plain(100).difference(&other, 0, 0, 12), Some(1.0));
        assert_eq!(plain(100).difference(&other, 12, 0, 12), Some(0.0));
        // Cut at the edge, and beyond it.
        assert_eq!(plain(0).difference(&plain(50), 24, 12, 12), Some(50.0));
        assert_eq!(plain(0).difference(&plain(50), 36, 0, 12), None);
    }

    #[test]
    fn nearly_one_colour_is_blank() {
        let mut page = plain(250);
        assert!(page.is_blank());
        page.levels[17] = 100;
        assert!(!page.is_blank());
    }
}
