//! The vault's words as the screen takes them: closed enums, so that a new one cannot go without a Swedish text.

use domain::{
    CopyId,
    copy::{CopyKind, PurgedCopy},
};
use serde::Serialize;
use store::Rows;
use vault::{ItemKind, Outcome, SealedId, Step, Trigger};

use crate::failure::Failure;

macro_rules! mirrored {
    ($(#[$doc:meta])* $name:ident = $of:ident { $($(#[$variant_doc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
        #[serde(rename_all = "camelCase")]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl From<$of> for $name {
            fn from(of: $of) -> Self {
                match of { $($of::$variant => Self::$variant),+ }
            }
        }
    };
}

mirrored! {
    /// What set a purge off.
    PurgeTrigger = Trigger {
        /// The running program's timer.
        Timer,
        /// The program's start.
        Start,
        /// A job of the operating system.
        Scheduled,
        /// A person.
        Person,
    }
}

/// What kind of thing was destroyed: the vault's word, and of a copy what the database knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum PurgedKind {
    /// A sealed attachment.
    Sealed,
    /// *Säker kopia*.
    SafeCopy,
    /// *Original*.
    Original,
    /// A copy that was never finished.
    UnfinishedCopy,
    /// A temporary copy that the database does not know.
    Copy,
}

impl PurgedKind {
    pub(super) const fn of(kind: ItemKind, copy: Option<PurgedCopy>) -> Self {
        match (kind, copy) {
            (ItemKind::Sealed, _) => Self::Sealed,
            (ItemKind::Copy, None) => Self::Copy,
            (ItemKind::Copy, Some(PurgedCopy::Whole(CopyKind::Safe))) => Self::SafeCopy,
            (ItemKind::Copy, Some(PurgedCopy::Whole(CopyKind::Original))) => Self::Original,
            (ItemKind::Copy, Some(PurgedCopy::Unfinished)) => Self::UnfinishedCopy,
        }
    }

    /// Of an item of the vault, asking the database.
    pub(super) async fn find(rows: &mut Rows, kind: ItemKind, item: SealedId) -> Result<Self, Failure> {
        let copy = match kind {
            ItemKind::Sealed => None,
            ItemKind::Copy => rows.copy(CopyId::from_bytes(*item.as_bytes())).await?,
        };
        Ok(Self::of(kind, copy.map(|copy| copy.purged_as())))
    }
}

mirrored! {
    /// How a purge ended.
    PurgeOutcome = Outcome {
        /// What was recorded was there and has been removed.
        Removed,
        /// Nothing was at the recorded place.
        NotFoundAtRecordedPlace,
        /// Something else was at the recorded place; it has been removed.
        ContentChanged,
        /// Nobody could read it any more; what was left of it has been removed.
        Unreadable,
    }
}

mirrored! {
    /// A thing that a purge did or found out.
    PurgeStep = Step {
        /// An interrupted purge was taken up.
        Resumed,
        /// The key was overwritten and removed.
        KeyDestroyed,
        /// There was no key.
        KeyAbsent,
        /// The sealed body was removed.
        BodyRemoved,
        /// There was no body.
        BodyAbsent,
        /// The copy and its folder were removed.
        CopyRemoved,
        /// There was no copy at the recorded place.
        CopyAbsent,
        /// The copy's entry could not be read.
        EntryUnreadable,
        /// A last look found nothing of the item.
        VerifiedAbsent,
    }
}
