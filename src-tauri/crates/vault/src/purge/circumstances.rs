//! Under what circumstances something was purged: what a receipt says beside what was done.

use serde::{Deserialize, Serialize};

use super::{ClockReading, Trigger};
use crate::id::{SealedId, UnixMillis};

/// What set a purge off and, when that was a person, who.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct By {
    /// What set it off.
    pub trigger: Trigger,
    /// The person's pseudonym.
    pub actor: Option<Pseudonym>,
}

impl By {
    /// A person chose to.
    pub const fn person(actor: Pseudonym) -> Self {
        Self { trigger: Trigger::Person, actor: Some(actor) }
    }
}

impl From<Trigger> for By {
    fn from(trigger: Trigger) -> Self {
        Self { trigger, actor: None }
    }
}

/// Stands for a person: 16 random bytes that only the caller's own, locked records tie to one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pseudonym(SealedId);

impl Pseudonym {
    /// Takes 16 bytes that the caller made at random, and that say nothing by themselves.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(SealedId::from_bytes(bytes))
    }

    /// The 16 bytes.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }
}

/// Whether files were looked at behind a jail that holds, as the caller last found out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sandbox {
    /// Every attempt to break out was refused.
    Holds,
    /// One was not, so that no file was shown.
    DoesNotHold,
}

/// The clocks' state when something was purged.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockState {
    /// By how many milliseconds the computer's clock lay behind the moment that was purged by.
    pub behind: u64,
    /// The clock had leapt ahead and was not believed.
    pub doubted: bool,
}

/// What receipts of version 3 say beside what was done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Circumstances {
    /// When the item came: the file system's time of its body, or of a copy's entry; `None` where that is gone.
    pub received: Option<i64>,
    /// The clocks.
    pub clock: ClockState,
    /// The version of the program that wrote the line.
    pub version: String,
    /// The jail, where the program knew; the job of the operating system does not.
    pub sandbox: Option<Sandbox>,
    /// Who, where a person chose to.
    pub actor: Option<Pseudonym>,
}

impl Circumstances {
    pub(super) fn now(
        received: Option<UnixMillis>,
        clock: ClockReading,
        sandbox: Option<Sandbox>,
        actor: Option<Pseudonym>,
    ) -> Self {
        Self {
            received: received.map(|moment| moment.0),
            clock: ClockState { behind: clock.behind, doubted: clock.doubt.is_some() },
            version: env!("CARGO_PKG_VERSION").to_owned(),
            sandbox,
            actor,
        }
    }
}
