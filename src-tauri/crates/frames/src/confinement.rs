use std::fmt;
use std::ops::BitOr;

/// What the child took away from itself, or found taken away, before it read anything. Four bits of one byte on the wire.
///
/// The child says it first of all, so that a parent never hands a document to a child that is not confined. A child that
/// was taken over could lie about it later, but at this point it has seen nothing that could take it over.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Confinement(u8);

impl Confinement {
    /// Nothing was taken away.
    pub const NONE: Self = Self(0);
    /// Memory, processor time and the number of open files are limited.
    pub const LIMITS: Self = Self(1);
    /// No network, no other process, no new file and no executable memory, on pain of death (seccomp; AppContainer with
    /// mitigations; `sandbox_init`).
    pub const CALLS: Self = Self(1 << 1);
    /// The file system is closed by a second mechanism as well (Landlock).
    pub const FILES: Self = Self(1 << 2);

    /// What a parent must insist on before it hands over a document, on every system.
    pub const REQUIRED: Self = Self(Self::LIMITS.0 | Self::CALLS.0);

    const KNOWN: u8 = (1 << 3) - 1;

    /// The set with exactly these bits; `None` if one of them has no meaning.
    #[must_use]
    pub const fn from_bits(bits: u8) -> Option<Self> {
        if bits & !Self::KNOWN == 0 { Some(Self(bits)) } else { None }
    }

    /// The set as it goes over the wire.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Whether all of `other` is in this set.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Confinement {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl fmt::Debug for Confinement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Confinement({:#05b})", self.0)
    }
}
