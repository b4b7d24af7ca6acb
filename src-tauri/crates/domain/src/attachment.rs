//! A file that a citizen attached.

use serde::{Deserialize, Serialize};

use crate::{AttachmentId, ItemId, Timestamp};

/// What a file is, decided by the bytes and never by the name. The first four are those that the national service accepts in
/// both directions; the others are what telephones and scanners make (ADR 0010).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum AttachmentKind {
    /// `%PDF-`.
    Pdf,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// GIF.
    Gif,
    /// WebP.
    Webp,
    /// BMP.
    Bmp,
    /// TIFF.
    Tiff,
    /// HEIC, where this was built to draw it.
    Heic,
}

impl AttachmentKind {
    /// The stable word in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Bmp => "bmp",
            Self::Tiff => "tiff",
            Self::Heic => "heic",
        }
    }

    /// Reads [`AttachmentKind::as_str`] back.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Pdf, Self::Jpeg, Self::Png, Self::Gif, Self::Webp, Self::Bmp, Self::Tiff, Self::Heic]
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }
}

/// What a citizen may attach to one reply. The organisation's policy decides; [`NATIONAL`](Self::NATIONAL) without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentLimits {
    /// Bytes a file.
    #[ts(type = "number")]
    pub max_bytes: u64,
    /// Files a reply.
    pub max_files: u32,
}

impl AttachmentLimits {
    /// The national service's limits for what a citizen sends.
    pub const NATIONAL: Self = Self { max_bytes: 20 * 1000 * 1000, max_files: 5 };
}

/// Where an attachment is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum AttachmentState {
    /// Sealed in the vault until the deadline.
    Kept {
        /// When it is destroyed.
        expires: Timestamp,
    },
    /// Destroyed, with a receipt.
    Purged {
        /// When it was destroyed.
        at: Timestamp,
    },
}

/// An attachment as a member of staff or the citizen sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// Identity; also the sealed item's id in the vault.
    pub id: AttachmentId,
    /// The question it answers.
    pub item: ItemId,
    /// The citizen's name for it, cleaned: shown, never used on disk.
    pub name: String,
    /// By content.
    pub kind: AttachmentKind,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// Kept or purged.
    pub state: AttachmentState,
}

/// Makes a citizen's file name fit to show: no control, format or private-use characters (right-to-left override and
/// zero-width among them), no path, at most 80 characters. Never used on disk.
pub fn displayable_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().map(|c| if is_invisible(c) { '\u{fffd}' } else { c }).take(80).collect();
    let clean = clean.trim();
    if clean.is_empty() { "Namnlös fil".to_owned() } else { clean.to_owned() }
}

/// The general categories Cc, Cf and Co, the line and paragraph separators, and the noncharacters, Unicode 17: what
/// `frames::is_plain` keeps out of a page's text. A test of the pipeline, which knows both, holds them together.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00ad}' | '\u{0600}'..='\u{0605}' | '\u{061c}' | '\u{06dd}' | '\u{070f}' | '\u{0890}'..='\u{0891}'
            | '\u{08e2}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}'..='\u{ffff}' | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{1fffe}'..='\u{1ffff}' | '\u{e0001}'
            | '\u{e0020}'..='\u{e007f}' | '\u{efffe}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_lies_about_its_ending_shows_the_trick() {
        assert_eq!(displayable_name("remiss\u{202e}fdp.exe"), "remiss\u{fffd}fdp.exe");
    }

    #[test]
    fn a_path_is_cut_to_its_last_part_and_an_empty_name_is_said_so() {
        assert_eq!(displayable_name("..\\..\\CON .pdf"), "CON .pdf");
        assert_eq!(displayable_name("/etc/"), "Namnlös fil");
        assert_eq!(displayable_name(&"å".repeat(300)).chars().count(), 80);
    }
}
