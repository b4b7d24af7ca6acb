//! HEIC, as telephones take pictures: one page. Turned and cut as the file says.

use frames::{DocumentFault, Flags, PageFault};
use heifer::heifer_isobmff::HeifFile;
use heifer::{Error, Options};
use image::{DynamicImage, RgbaImage};

use crate::photo::{MAX_SOURCE_EDGE, MAX_SOURCE_PIXELS, on_paper};
use crate::picture::{Pages, Picture, Words};
use crate::shrink::shrunk;

/// This process can start no thread.
const OPTIONS: Options = Options { max_threads: 1, max_pixels: MAX_SOURCE_PIXELS };

/// A picture whose container was read.
pub(crate) struct Heic {
    bytes: Vec<u8>,
    several: bool,
}

impl Heic {
    /// Reads the container.
    ///
    /// # Errors
    /// [`DocumentFault::TooLarge`], [`DocumentFault::UnknownVariety`] and [`DocumentFault::Unreadable`].
    pub(crate) fn open(bytes: Vec<u8>) -> Result<Self, DocumentFault> {
        let file = HeifFile::parse(&bytes).map_err(|_| DocumentFault::Unreadable)?;
        let item = file.item(file.primary_id).map_err(|_| DocumentFault::Unreadable)?;
        if !matches!(&item.item_type.0, b"hvc1" | b"hev1" | b"grid" | b"iovl" | b"iden") {
            return Err(DocumentFault::UnknownVariety);
        }
        let size = file.image_size(file.primary_id).map_err(|_| DocumentFault::Unreadable)?;
        if let Some((width, height)) = size
            && (width.max(height) > MAX_SOURCE_EDGE || u64::from(width) * u64::from(height) > MAX_SOURCE_PIXELS)
        {
            return Err(DocumentFault::TooLarge);
        }
        let several = file.top_level_image_ids().len() > 1;
        Ok(Self { bytes, several })
    }

    fn decode(&self) -> Result<DynamicImage, PageFault> {
        let image = match heifer::decode_srgb_rgba8(&self.bytes, &OPTIONS) {
            // A colour space that is not known: the picture as it is coded is nearly right, none is not.
            Err(Error::Unsupported(_)) => heifer::decode_rgba8(&self.bytes, &OPTIONS),
            decoded => decoded,
        };
        let image = image.map_err(|_| PageFault::Unreadable)?;
        RgbaImage::from_raw(image.width, image.height, image.data).map(Into::into).ok_or(PageFault::Unreadable)
    }
}

impl Pages for Heic {
    fn count(&self) -> u32 {
        1
    }

    fn flags(&self) -> Flags {
        if self.several { Flags::FIRST_PICTURE_ONLY } else { Flags::NONE }
    }

    fn draw(&mut self, _index: u32, max_edge: u32) -> Result<Picture, PageFault> {
        Ok(on_paper(shrunk(self.decode()?, max_edge), Flags::NONE))
    }

    fn words(&mut self, _index: u32) -> Words {
        Words::default()
    }

    fn forget(&mut self) {}
}
