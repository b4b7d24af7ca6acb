//! Pictures (SDC `itemMedia`). They are drawn by whoever reads the file, since nothing is decoded here; what is not taken is kept as
//! any other member, or left out where it is too large for that. No address is ever followed.

use domain::ItemId;
use domain::template::edit::MAX_FOREIGN;
use domain::template::{MAX_ALL_PICTURES, MAX_PICTURES, Picture, decoded};
use serde_json::Value;

use super::Reader;
use crate::json::{Object, extension, extensions, text_of, value};
use crate::names::{DECORATIVE, ITEM_MEDIA, key, own};
use crate::remark::{NoPicture, Part, RemarkKind};

/// Bytes of pictures that are kept with one item, at most: it may have other things to keep.
const MAX_KEPT: usize = MAX_FOREIGN * 3 / 4;

impl Reader<'_> {
    /// Takes an item's picture out of its members.
    pub(super) fn picture(&mut self, id: ItemId, fields: &mut Object, at: &Part) {
        let all: Vec<Object> = extensions(fields, ITEM_MEDIA).cloned().collect();
        let Some(first) = all.first() else { return };
        match self.drawn(first) {
            Ok(picture) => {
                let decorative = extension(fields, &own(DECORATIVE)).and_then(Value::as_bool) == Some(true);
                self.pictures.insert(id, Picture { decorative, ..picture });
                self.say(at, RemarkKind::PictureRedrawn);
                if all.len() > 1 {
                    self.say(at, RemarkKind::FirstPictureTaken);
                }
                remove(fields, &[ITEM_MEDIA, &own(DECORATIVE)]);
            }
            Err(why) => {
                let is_kept = serde_json::to_string(&all).is_ok_and(|text| text.len() <= MAX_KEPT);
                self.say(at, RemarkKind::PictureNotTaken { why, is_kept });
                if !is_kept {
                    remove(fields, &[ITEM_MEDIA]);
                }
            }
        }
    }

    fn drawn(&mut self, media: &Object) -> Result<Picture, NoPicture> {
        let attachment =
            value(media).filter(|(kind, _)| *kind == "Attachment").and_then(|(_, value)| value.as_object());
        let attachment = attachment.ok_or(NoPicture::OtherMedia)?;
        if text_of(attachment, "contentType").is_some_and(|kind| !kind.starts_with("image/")) {
            return Err(NoPicture::OtherMedia);
        }
        let Some(data) = text_of(attachment, "data") else { return Err(NoPicture::Elsewhere) };
        let (count, bytes) = (self.pictures.len(), self.pictures.values().map(Picture::size).sum::<usize>());
        if count >= MAX_PICTURES {
            return Err(NoPicture::TooMany);
        }
        // FHIR lets it be broken into lines.
        let data: String = data.chars().filter(|sign| !sign.is_ascii_whitespace()).collect();
        let made = decoded(&data).and_then(|bytes| (self.draw)(bytes)).ok_or(NoPicture::NotDrawn)?;
        if bytes + made.size() > MAX_ALL_PICTURES {
            return Err(NoPicture::TooMany);
        }
        Ok(Picture { alt: text_of(attachment, "title").unwrap_or_default().to_owned(), ..made })
    }
}

fn remove(fields: &mut Object, urls: &[&str]) {
    let Some(Value::Array(all)) = fields.get_mut("extension") else { return };
    all.retain(|one| one.get("url").and_then(Value::as_str).is_none_or(|url| !urls.contains(&key(url).as_str())));
    if all.is_empty() {
        fields.remove("extension");
    }
}
