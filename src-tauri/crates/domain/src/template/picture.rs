//! Pictures in a form. A picture is a part of the template, so that versions, steps back and messages need no other place for it.
//!
//! It is a JPEG that we have made of pixels (`pipeline::picture`): nothing else of the file that somebody chose comes along, and nobody
//! who looks at a form decodes what somebody else has written.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};

use super::{Item, kind::is_default};

/// Pixels of a picture's longest edge, at most.
pub const MAX_PICTURE_EDGE: u32 = 1_600;
/// Bytes of one picture, at most.
pub const MAX_PICTURE: usize = 300 * 1_024;
/// Pictures of one template, at most.
pub const MAX_PICTURES: usize = 20;
/// Bytes of all pictures of one template, at most.
pub const MAX_ALL_PICTURES: usize = 2 * 1_024 * 1_024;

/// What every JPEG begins with (`FF D8 FF`), in base64.
const JPEG_HEAD: &str = "/9j/";

/// A picture below the words of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Picture {
    /// The JPEG, in base64 (RFC 4648, section 4).
    pub data: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// What it shows, for those who do not see it (WCAG 2.2, 1.1.1). Not said of one that is only there to please the eye.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub alt: String,
    /// *Bara utsmyckning*: who does not see it misses nothing, and it is not told of.
    #[serde(default, skip_serializing_if = "is_default")]
    #[ts(optional, as = "Option<bool>")]
    pub decorative: bool,
}

impl Picture {
    /// Of a JPEG that nobody has described yet. Sizes are in pixels.
    pub fn new(jpeg: &[u8], width: u32, height: u32) -> Self {
        Self { data: STANDARD.encode(jpeg), width, height, alt: String::new(), decorative: false }
    }

    /// The JPEG; `None` when the data are no base64.
    pub fn jpeg(&self) -> Option<Vec<u8>> {
        decoded(&self.data)
    }

    /// Bytes of the JPEG.
    pub fn size(&self) -> usize {
        let padding = self.data.bytes().rev().take_while(|byte| *byte == b'=').count();
        (self.data.len() / 4 * 3).saturating_sub(padding)
    }

    /// Whether it looks like one that we have made: a JPEG in base64 without anything else.
    pub(super) fn is_jpeg(&self) -> bool {
        self.data.starts_with(JPEG_HEAD) && decoded(&self.data).is_some()
    }

    /// Whether it neither says what it shows nor that it need not.
    pub(super) fn is_undescribed(&self) -> bool {
        !self.decorative && self.alt.trim().is_empty()
    }
}

/// Bytes that came as base64, as files are handed over by the screen and by other systems; `None` when they are none.
pub fn decoded(base64: &str) -> Option<Vec<u8>> {
    STANDARD.decode(base64).ok()
}

/// The pictures of these items and of what they hold: how many, and their bytes together.
pub(super) fn weight(items: &[Item]) -> (usize, usize) {
    let sizes = super::tree::walk(items).filter_map(|item| item.picture.as_ref()).map(Picture::size);
    sizes.fold((0, 0), |(count, bytes), size| (count + 1, bytes + size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_gives_back_its_bytes_and_knows_how_many_they_are() {
        for length in 3..9 {
            let jpeg = [&[0xFF, 0xD8, 0xFF][..], &vec![7; length]].concat();
            let picture = Picture::new(&jpeg, 4, 3);
            assert_eq!(picture.size(), jpeg.len());
            assert!(picture.is_jpeg());
            assert_eq!(picture.jpeg(), Some(jpeg));
        }
    }

    /// What has no picture is written as before there were any: its fingerprint is the same.
    #[test]
    fn an_item_without_a_picture_says_nothing_of_one() {
        let item = Item::new(crate::ItemId::from_uuid(uuid::Uuid::nil()), "Var?", super::super::ItemKind::YesNo);
        let written = serde_json::to_string(&item).expect("plain values");
        assert_eq!(
            written,
            r#"{"id":"00000000-0000-0000-0000-000000000000","text":"Var?","help":"","required":false,"kind":{"type":"yesNo"}}"#
        );
    }

    #[test]
    fn what_is_no_jpeg_in_base64_is_none_of_ours() {
        let of = |data: &str| Picture { data: data.into(), ..Picture::new(&[], 1, 1) };
        for data in ["", "/9j/4", "/9j/ 4AA", "/9j/4AA=x", "iVBORw0KGgo=", "data:image/jpeg;base64,/9j/4AAQ"] {
            assert!(!of(data).is_jpeg(), "{data}");
        }
        assert!(of("/9j/4AAQ").is_jpeg());
    }
}
