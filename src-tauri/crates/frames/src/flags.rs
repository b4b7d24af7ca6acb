use std::fmt;
use std::ops::{BitOr, BitOrAssign};

/// What a reader of the picture must be told, because the picture does not show it.
///
/// A set of bits, four bytes on the wire. An unknown bit is a [`Breach`](crate::Breach).
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Flags(u32);

impl Flags {
    /// Nothing to tell.
    pub const NONE: Self = Self(0);
    /// The page came out in one colour although it has content: something may be missing.
    pub const LOOKS_EMPTY: Self = Self(1);
    /// The document holds an XFA form, of which nothing is drawn.
    pub const XFA: Self = Self(1 << 1);
    /// The document holds scripts, actions or embedded files. They never run here; they would travel with the original.
    pub const ACTIVE_CONTENT: Self = Self(1 << 2);
    /// A filled-in form field or a remark has no appearance of its own and is not drawn.
    pub const FIELDS_NOT_DRAWN: Self = Self(1 << 3);
    /// The document has more pages than [`MAX_PAGES`](crate::MAX_PAGES); the rest is not reachable.
    pub const PAGES_BEYOND_LIMIT: Self = Self(1 << 4);
    /// A font or a picture could not be read, or the file ends too early: the page is incomplete.
    pub const PARTS_NOT_DRAWN: Self = Self(1 << 5);
    /// The text is set in a font that the document does not carry; another was used, or none.
    pub const FONTS_MISSING: Self = Self(1 << 6);
    /// The file holds several pictures (an animation, a scanned bundle); only the first is shown.
    pub const FIRST_PICTURE_ONLY: Self = Self(1 << 7);
    /// The page came out in one colour, and the document puts nothing on it: nothing is missing.
    pub const EMPTY_PAGE: Self = Self(1 << 8);

    const KNOWN: u32 = (1 << 9) - 1;

    /// The set with exactly these bits; `None` if one of them has no meaning.
    #[must_use]
    pub const fn from_bits(bits: u32) -> Option<Self> {
        if bits & !Self::KNOWN == 0 { Some(Self(bits)) } else { None }
    }

    /// The set as it goes over the wire.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Whether all of `other` is in this set.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether there is nothing to tell.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Flags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Flags {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl fmt::Debug for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Flags({:#011b})", self.0)
    }
}
